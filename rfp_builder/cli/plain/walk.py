"""Plain mode from its first line to its last."""

from __future__ import annotations

import contextlib
import sys
from datetime import date
from pathlib import Path

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.leaving import Ended, Switch, ToMenu
from rfp_builder.cli.plain.menu import main_menu
from rfp_builder.cli.plain.rescued import offer_rescued
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
_KEPT = Phrase(
    "保存できていない内容は、このパソコンに残しました。次にこのプロジェクトを開いたときに取り込めます。",
    "What is not saved is kept on this computer. You can put it in when you open this project again.",
)
_SAVED = Phrase("保存済みです。", "All is saved.")
_BYE = Phrase("終了します。", "Good-bye.")


def run_plain(
    folder: Path | None,
    lang: Lang,
    today: date,
    settings: Path | None = None,
    rescue: Path | None = None,
) -> None:
    """Ask question by question on stdin and stdout until somebody ends it or nothing more can be read.

    `folder` is the project's; without one, or without a project in it, the first question is which.
    Everything is saved at once; what cannot be is told. `settings` is the file with the recent projects,
    `rescue` the folder for what a project's folder does not take.
    """
    _read_anything()
    desk = Desk(lang, today, settings, rescue)
    document = None if folder is None else desk.attempt(lambda: open_project(desk, folder))
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
                with contextlib.suppress(ToMenu):
                    offer_rescued(desk)
                main_menu(desk)
        finally:
            document.save()
            if document.problem is None:
                desk.say(_SAVED)
            else:
                desk.say(_UNSAVED)
                desk.tell(document.problem)
                if document.failed and document.rescued:
                    desk.say(_KEPT)
            document.let_go()
            desk.open(None)


def _read_anything() -> None:
    """Bytes that are no text in the terminal's encoding are read as such, and end nothing."""
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
