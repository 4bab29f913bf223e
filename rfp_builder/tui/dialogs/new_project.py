"""A new project: what it is called, and where it is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from textual.widget import Widget
from textual.widgets import Input

from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.model.localized import LONGEST
from rfp_builder.text.clean import clean
from rfp_builder.tui.dialogs.dialog import CANCEL, Dialog
from rfp_builder.tui.widgets.said import Said

_NEW = Phrase("新しいプロジェクト", "A new project")
_SAMPLE = Phrase("見本で試す", "Try the sample")
_TITLE = Phrase(
    "件名（提案依頼書の表紙に載ります。あとで変えられます）",
    "Title (for the cover of the RFP; it can be changed later)",
)
_FOLDER = Phrase("保存するフォルダ（新しく作ります）", "Folder to keep it in (it will be created)")
_MAKE = Phrase("作る", "Create")
_NAMES = {
    False: Phrase("委託プロジェクト", "outsourcing"),
    True: Phrase("見本プロジェクト", "sample-project"),
}
_USED = Phrase(
    "このフォルダは空ではありません。別の名前にしてください。",
    "This folder is not empty; please choose another name.",
)
_EMPTY = Phrase("フォルダの名前を入力してください。", "Please name a folder.")


@dataclass(frozen=True, slots=True)
class NewProject:
    """What was asked for."""

    title: str
    folder: Path


class NewProjectDialog(Dialog[NewProject]):
    """Gives title and folder; Enter in a field goes on to the next."""

    BUTTONS = (("make", _MAKE), ("cancel", CANCEL))

    def __init__(self, *, sample: bool) -> None:
        super().__init__()
        self._sample = sample

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return _SAMPLE if self._sample else _NEW

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        if not self._sample:
            yield Said(self.say(_TITLE))
            yield Input(id="project-title", max_length=LONGEST, classes="dialog-input")
        yield Said(self.say(_FOLDER))
        yield Input(
            str(_free(Path.cwd() / self.say(_NAMES[self._sample]))),
            id="project-folder",
            classes="dialog-input",
        )
        yield Said(id="project-why", classes="dialog-warning")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """See Textual."""
        event.stop()
        if event.input.id == "project-title":
            self.query_one("#project-folder").focus()
        else:
            self.pressed("make")

    def pressed(self, button: str) -> None:
        """See `Dialog`."""
        if button != "make":
            self.dismiss(None)
            return
        typed = self.query_one("#project-folder", Input).value.strip()
        folder = Path(typed).expanduser()
        why = self.query_one("#project-why", Said)
        if not typed:
            why.update(self.say(_EMPTY))
        elif _used(folder):
            why.update(self.say(_USED))
        else:
            title = "" if self._sample else self.query_one("#project-title", Input).value
            self.dismiss(NewProject(clean(title).text.strip(), folder))


def _free(folder: Path) -> Path:
    """`folder`, or the first of its name with a number that is not used."""
    candidate, number = folder, 1
    while _used(candidate):
        number += 1
        candidate = folder.with_name(f"{folder.name}-{number}")
    return candidate


def _used(folder: Path) -> bool:
    try:
        return folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError:
        return True
