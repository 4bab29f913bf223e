"""Plain mode from its first line to its last."""

from __future__ import annotations

import contextlib
import sys
from datetime import date
from pathlib import Path

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.leaving import Ended, Switch
from rfp_builder.cli.plain.menu import main_menu
from rfp_builder.cli.plain.signals import interrupted_by_signals
from rfp_builder.cli.plain.start import open_project, start
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.workspace.document.document import Document
from rfp_builder.workspace.document.presence import Presence

_ELSEWHERE = Phrase(
    "このプロジェクトは、ほかの画面でも開かれています。保存した内容は互いに取り込みます。",
    "This project is open elsewhere, too. Each side takes in what the other saves.",
)
_UNSAVED = Phrase("保存できていない変更があります。", "Some changes could not be saved.")
_SAVED = Phrase("保存済みです。", "All is saved.")
_BYE = Phrase("終了します。", "Good-bye.")


def run_plain(folder: Path | None, lang: Lang, today: date, settings: Path | None = None) -> None:
    """Ask question by question on stdin and stdout until somebody ends it or nothing more can be read.

    `folder` is the project's; without one, or without a project in it, the first question is which.
    Everything is saved at once; what cannot be is told. `settings` is the file with the recent projects.
    """
    _read_anything()
    desk = Desk(lang, today, settings)
    document = None if folder is None else desk.attempt(lambda: open_project(folder))
    with contextlib.suppress(Ended), interrupted_by_signals():
        while True:
            _work(desk, start(desk) if document is None else document)
            document = None
    desk.say(_BYE)


def _work(desk: Desk, document: Document) -> None:
    """On one project, until somebody wants another.

    Raises:
        Ended: somebody has finished.
    """
    desk.open(document)
    with Presence(document.folder) as presence:
        if presence.others:
            desk.say(_ELSEWHERE)
        try:
            with contextlib.suppress(Switch):
                main_menu(desk)
        finally:
            document.save()
            if document.problem is None:
                desk.say(_SAVED)
            else:
                desk.say(_UNSAVED)
                desk.tell(document.problem)
            desk.open(None)


def _read_anything() -> None:
    """Bytes that are no text in the terminal's encoding are read as such, and end nothing."""
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
