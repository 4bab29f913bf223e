"""What came of a step, in lines: for the dialog that follows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button

from rfp_builder.i18n import Lang, Phrase, Speakable
from rfp_builder.tui.dialogs.dialog import CLOSE, Dialog
from rfp_builder.tui.folders import open_folder
from rfp_builder.tui.widgets.said import Said

_OPEN = Phrase("フォルダを開く", "Open the folder")
_WHERE = Phrase("フォルダ: {folder}", "Folder: {folder}")
_MOST = 40
_MORE = Phrase("ほか {n}件", "and {n} more")


class Outcome(Dialog[None]):
    """A title, lines, and the folder in which the files lie."""

    BUTTONS = (("open", _OPEN), ("close", CLOSE))

    def __init__(self, title: Phrase, lines: Sequence[str], folder: Path | None = None) -> None:
        super().__init__()
        self._title, self._lines, self._folder = title, lines, folder

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return self._title

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        yield Said(Content("\n".join(self._lines)), classes="dialog-text")
        yield Said(id="outcome-folder", classes="dim")

    def on_mount(self) -> None:
        """See Textual."""
        self.query_one("#button-open", Button).display = self._folder is not None
        self.query_one("#outcome-folder").display = False
        self.query_one("#button-close").focus()

    def pressed(self, button: str) -> None:
        """See `Dialog`. Where no file manager answers, the folder's name is shown instead."""
        if button == "open" and self._folder is not None:
            if not open_folder(self._folder):
                where = _WHERE.fill(folder=self._folder)
                said = self.query_one("#outcome-folder", Said)
                said.update(self.say(where))
                said.display = True
            return
        self.dismiss(None)


def shown(told: tuple[Phrase, Iterable[Phrase]], lang: Lang) -> list[str]:
    """A line and those that belong to it, indented; of very many, the first."""
    head, details = told
    lines = [f"  {one.to(lang)}" for one in details]
    more = [f"  {_MORE.fill(n=len(lines) - _MOST).to(lang)}"] if len(lines) > _MOST else []
    return [head.to(lang), *lines[:_MOST], *more]
