"""All ready requirement statements, by section and item, found by what they say."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.catalogue.requirements import ReadyRequirement, ready_requirements
from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.text.fold import fold
from rfp_builder.tui.dialogs.dialog import CANCEL, Dialog
from rfp_builder.tui.widgets.entries import Row, cell, heading
from rfp_builder.tui.widgets.long_list import LongList
from rfp_builder.tui.widgets.push import Push
from rfp_builder.tui.widgets.said import Said
from rfp_builder.tui.widths import cells_of, cut
from rfp_builder.workspace.document.labels import titled

_TITLE = Phrase("用意された要件文から選ぶ", "Choose from the library of requirement statements")
_HOW = Phrase(
    "Space で選び、Tab で「加える」へ。v は台帳にあるものです。",
    "Space selects, Tab leads to “Add”. v: already in the register.",
)
_SEARCH = Phrase("言葉で絞り込む", "Narrow down by words")
_ADD = Phrase("加える（{n}件）", "Add ({n})")
_SHOWN = Phrase("{m}件中 {n}件", "{n} of {m}")
_WAIT = Phrase("準備しています...", "Loading...")
_TAKEN, _PICKED, _FREE = "v ", "* ", "  "


class LibraryList(LongList):
    """The statements; Space picks."""

    BINDINGS: ClassVar = [Binding("space,ideographic_space,insert", "choose", show=False)]


class LibraryDialog(Dialog[tuple[str, ...]]):
    """Gives the keys of the statements that were picked; opens at `item`."""

    CSS_PATH = "../styles/requirement_dialogs.tcss"
    BUTTONS: ClassVar = (("add", _ADD.fill(n=0)), ("cancel", CANCEL))

    def __init__(self, taken: frozenset[str], item: str | None) -> None:
        super().__init__()
        self._taken, self._item = taken, item
        self._picked: dict[str, None] = {}
        self._ready: Mapping[str, tuple[ReadyRequirement, str]] = {}
        """Every statement by its key, with all it says as it is compared."""

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return _TITLE

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        yield Said(self.say(_HOW), classes="dialog-text")
        yield Horizontal(
            Input(placeholder=self.say(_SEARCH), id="library-search", compact=True),
            Said(id="library-shown"),
            id="library-top",
        )
        yield LibraryList(id="library-list")
        yield VerticalScroll(Said(id="library-whole"), id="library-text", can_focus=False)

    def compose(self) -> ComposeResult:
        """See Textual: the list takes what room there is."""
        with Vertical(classes="dialog", id="library"):
            yield Said(self.say(self.title_text()), classes="dialog-title")
            yield from self.body()
            with Horizontal(classes="dialog-buttons"):
                for name, label in self.BUTTONS:
                    yield Push(self.say(label), id=f"button-{name}")

    def on_mount(self) -> None:
        """See Textual."""
        self.query_one("#library-shown", Said).update(self.say(_WAIT))
        self.query_one(LongList).focus()
        self.run_worker(self._read, thread=True, exit_on_error=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """See Textual."""
        event.stop()
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """See Textual."""
        event.stop()
        self.query_one(LongList).focus()

    def on_long_list_chosen(self, event: LongList.Chosen) -> None:
        """See Textual: the entry is picked, or no longer."""
        event.stop()
        key = event.entry.key
        if key in self._taken:
            return
        if key in self._picked:
            del self._picked[key]
        else:
            self._picked[key] = None
        self._show()

    def on_long_list_moved(self, event: LongList.Moved) -> None:
        """See Textual: the whole statement stands below."""
        event.stop()
        whole = self.query_one("#library-whole", Said)
        if event.entry is None:
            whole.update("")
            return
        ready, _ = self._ready[event.entry.key]
        whole.update(
            Content.assemble(
                Content(self.say(ready.statement)),
                "\n",
                Content.styled(self.say(ready.rationale), "$text-muted"),
            )
        )

    def _read(self) -> None:
        ready = {one.key: (one, _said(one)) for one in ready_requirements()}
        # The dialog may have been left meanwhile.
        with contextlib.suppress(RuntimeError):
            self.wizard.call_from_thread(self._fill, ready)

    def _fill(self, ready: Mapping[str, tuple[ReadyRequirement, str]]) -> None:
        self._ready = ready
        if not self.is_mounted:
            return
        self._show()
        here = [key for key, (one, _) in ready.items() if one.item == self._item]
        if here:
            self.query_one(LongList).go(here[0])

    def pressed(self, button: str) -> None:
        """See `Dialog`."""
        self.dismiss(tuple(self._picked) if button == "add" and self._picked else None)

    def _show(self) -> None:
        words = fold(self.query_one("#library-search", Input).value).split()
        found = [one for one, said in self._ready.values() if all(word in said for word in words)]
        self.query_one(LongList).set_entries(tuple(self._rows(found)))
        shown = _SHOWN.fill(n=len(found), m=len(self._ready))
        self.query_one("#library-shown", Said).update(self.say(shown))
        self.query_one("#button-add", Button).label = Content(self.say(_ADD.fill(n=len(self._picked))))

    def _rows(self, found: Iterable[ReadyRequirement]) -> Iterator[Row]:
        item = None
        for one in found:
            if one.item != item:
                item = one.item
                yield heading(self.say(titled(item)))
            yield Row(one.key, partial(self._line, one))

    def _line(self, one: ReadyRequirement, width: int) -> Content:
        sign = _TAKEN if one.key in self._taken else _PICKED if one.key in self._picked else _FREE
        priority = self.say(choice_label(one.priority))
        room = cells_of(priority) + 1
        text = " ".join(self.say(one.statement).split())
        line = Content(cell(f"{sign}{text}", max(width - room, 4)) + cut(priority, room))
        if one.key in self._taken:
            return line.stylize("$text-muted")
        return line.stylize("bold") if one.key in self._picked else line


def _said(one: ReadyRequirement) -> str:
    parts = (f"{text.ja} {text.en}" for text in (one.statement, one.acceptance, one.rationale))
    return fold(" ".join(parts))
