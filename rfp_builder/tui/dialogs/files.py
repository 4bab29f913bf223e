"""Choosing a file or a project's folder: a list to walk through, and a line to type or paste a path."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from textual.content import Content
from textual.events import Key, Paste
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.tui.dialogs.dialog import CANCEL, Dialog
from rfp_builder.tui.widgets.said import Said

_PATH = Phrase("場所（貼り付けもできます）", "Path (you can paste it)")
_UP = Phrase(".. 一つ上のフォルダ", ".. parent folder")
_PROJECT = Phrase("[プロジェクト]", "[project]")
_FOLDER = Phrase("[フォルダ]", "[folder]")
_TAKE = Phrase("このフォルダのファイルをすべて選ぶ", "Take every file of this folder")
_NOTHING = Phrase("ここには選べるものがありません。", "There is nothing to choose here.")
_GONE = Phrase("その場所はありません。", "There is no such folder or file.")
_MOST = 400


class FileDialog(Dialog[Path]):
    """Gives a file with one of `suffixes`, or with `projects` the folder of a project.

    With `whole_folders` a folder can be taken instead of a file.
    """

    BUTTONS = (("cancel", CANCEL),)

    def __init__(
        self,
        title: Phrase,
        start: Path,
        *,
        suffixes: tuple[str, ...] = (),
        projects: bool = False,
        whole_folders: bool = False,
    ) -> None:
        super().__init__()
        self._title, self._folder = title, start.resolve()
        self._suffixes, self._projects, self._whole = suffixes, projects, whole_folders

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return self._title

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        yield Said(self.say(_PATH))
        yield Input(id="file-path", classes="dialog-input")
        yield Said(id="file-why", classes="dialog-warning")
        yield OptionList(id="file-list", markup=False, classes="dialog-list")

    def on_mount(self) -> None:
        """See Textual."""
        self._walk_to(self._folder)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """See Textual."""
        event.stop()
        typed = Path(event.value.strip().strip('"')).expanduser()
        self._choose(typed if typed.is_absolute() else self._folder / typed)

    def on_key(self, event: Key) -> None:
        """See Textual: what is typed while the list has the focus begins a path."""
        chooser, path = self.query_one("#file-list", OptionList), self.query_one("#file-path", Input)
        typed = event.character if event.is_printable and chooser.has_focus else None
        if typed is not None and (typed != " " or not path.select_on_focus):
            event.stop()
            self._type(path, typed)

    def on_paste(self, event: Paste) -> None:
        """See Textual: the line takes what is pasted into it, and this what is pasted into the list."""
        event.stop()
        self._type(self.query_one("#file-path", Input), event.text.strip())

    def _type(self, path: Input, text: str) -> None:
        if path.select_on_focus:
            # The focus comes later than the next key: it must not select what that one wrote.
            path.select_on_focus = False
            path.value = ""
        path.insert_text_at_cursor(text)
        path.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """See Textual."""
        event.stop()
        if event.option_id == "take":
            self.dismiss(self._folder)
        elif event.option_id is not None:
            self._choose(self._places[int(event.option_id)])

    def _choose(self, place: Path) -> None:
        if self._projects and (place / "project.json").is_file():
            self.dismiss(place)
        elif place.is_dir():
            self._walk_to(place.resolve())
        elif place.is_file() and not self._projects:
            self.dismiss(place)
        else:
            self.query_one("#file-why", Said).update(self.say(_GONE))

    def _walk_to(self, folder: Path) -> None:
        self._folder = folder
        self._places = [folder.parent, *self._listed(folder)]
        lines = [Content(self.say(_UP)), *map(self._line, self._places[1:])]
        options = [Option(line, id=str(number)) for number, line in enumerate(lines)]
        if self._whole and any(one.is_file() for one in self._places[1:]):
            options.insert(1, Option(Content(self.say(_TAKE)), id="take"))
        path = self.query_one("#file-path", Input)
        path.value, path.select_on_focus = str(folder), True
        self.query_one("#file-why", Said).update(self.say(_NOTHING) if len(options) == 1 else "")
        chooser = self.query_one("#file-list", OptionList)
        chooser.set_options(options)
        chooser.highlighted = min(1, len(options) - 1)
        # Also where the path was typed: what follows is a choice of what is there.
        chooser.focus()

    def _listed(self, folder: Path) -> list[Path]:
        """Folders first, then the files that fit; hidden ones are left out."""
        try:
            found = sorted(one for one in folder.iterdir() if not one.name.startswith((".", "~$")))
        except OSError:
            return []
        folders = [one for one in found if one.is_dir()]
        files = [one for one in found if one.is_file() and one.suffix.lower() in self._suffixes]
        return [*folders, *files][:_MOST]

    def _line(self, place: Path) -> Content:
        if place.is_dir():
            project = (place / "project.json").is_file()
            mark = self.say(_PROJECT if project else _FOLDER)
            return Content.assemble(
                Content(f"{place.name}  "), Content.styled(mark, "$accent" if project else "$text-muted")
            )
        return Content(place.name)
