"""The editor that opens over a cell: a line to type in, and below it what can be picked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalGroup
from textual.content import Content
from textual.events import DescendantBlur, Key, Paste
from textual.geometry import Region
from textual.message import Message
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from rfp_builder.text.fold import fold
from rfp_builder.tui.fields.choice import Offers
from rfp_builder.tui.fields.offers import Offer, matching
from rfp_builder.tui.widths import cells_of

Way: TypeAlias = Literal["down", "right", "left", "stay"]
"""Where the cursor goes once a cell is done."""
_LEAST_WIDTH, _LIST_PADDING, _PAGE = 14, 5, 8
_LINE_PADDING = 5
"""Beside what is typed: the edges, the caret, and a letter that is about to come."""


class CellLine(Input):
    """A line that leaves to the table what is more than a line."""

    @dataclass
    class BlockPasted(Message):
        """Cells or lines were pasted."""

        text: str

    def on_paste(self, event: Paste) -> None:
        """See Textual, which would keep the first line only."""
        if "\t" in event.text or "\n" in event.text.rstrip("\n"):
            event.prevent_default()
            event.stop()
            self.post_message(self.BlockPasted(event.text))


class CellEditor(VerticalGroup):
    """Always there and mostly hidden, so that no key has to wait until it is mounted."""

    BINDINGS: ClassVar = [
        Binding("tab", "done('right')", show=False),
        Binding("shift+tab", "done('left')", show=False),
        Binding("escape", "drop", show=False),
        Binding("down", "choose(1)", show=False),
        Binding("up", "choose(-1)", show=False),
        Binding("pagedown", f"choose({_PAGE})", show=False),
        Binding("pageup", f"choose(-{_PAGE})", show=False),
    ]

    @dataclass
    class Done(Message):
        """The person is done with the cell."""

        text: str
        way: Way

    class Dropped(Message):
        """What was typed is not wanted."""

    class Heard(Message):
        """Something was typed, and the cell is not done yet."""

    def __init__(self) -> None:
        super().__init__()
        self.display = False
        self._offers: Sequence[Offer] = ()
        self._found: Sequence[Offer] = ()
        self._before = ""
        self._picked = False
        self._place, self._room, self._least = Region(), 0, _LEAST_WIDTH

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield CellLine(compact=True, select_on_focus=False, classes="cell-line")
        yield Offers(classes="cell-offers", markup=False, compact=True)

    @property
    def line(self) -> Input:
        """Where one types."""
        return self.query_one(Input)

    def open_at(self, place: Region, text: str, offers: Sequence[Offer], room: int) -> None:
        """Show the editor with `text` over a cell at `place`; `room` is how far right it may reach."""
        longest = max((cells_of(one.label) for one in offers), default=0)
        self._place, self._room = place, room
        self._least = max(place.width, longest + _LIST_PADDING, _LEAST_WIDTH)
        self._offers, self._before, self._picked = offers, text, False
        self.display = True
        self.line.value = text
        self._widen()
        self.line.cursor_position = len(text)
        listed = self.query_one(Offers)
        listed.display = bool(offers)
        self._list(offers)
        listed.highlighted = next((at for at, one in enumerate(offers) if one.typed == text), None)

    def move_to(self, place: Region) -> None:
        """Follow the cell up or down."""
        self._place = Region(self._place.x, place.y, self._place.width, self._place.height)
        self._widen()

    def fit(self, room: int) -> None:
        """Reach no further than `room`: a scrollbar came or went, or the screen has another size."""
        self._room = room
        if self.display:
            self._widen()

    def _widen(self) -> None:
        """Be as wide as what is typed, within the room there is."""
        width = min(max(self._least, cells_of(self.line.value) + _LINE_PADDING), self._room)
        self.styles.width = width
        self.styles.offset = (max(min(self._place.x, self._room - width), 0), self._place.y)

    @property
    def changed(self) -> bool:
        """Whether it holds something else than what it was opened with."""
        return self._picked or self.line.value != self._before

    def close(self) -> None:
        """Put the editor away."""
        self.display = False

    def take(self, key: Key) -> Way | None:
        """A key that came before the focus did; returns where it leads if it ends the editing."""
        match key.key:
            case "enter":
                return "down"
            case "tab":
                return "right"
            case "backspace":
                self.line.action_delete_left()
            case _ if key.is_printable and key.character is not None:
                self.line.insert_text_at_cursor(key.character)
        return None

    def action_done(self, way: Way) -> None:
        """Take what was typed."""
        self._done(way)

    def action_drop(self) -> None:
        """Leave the cell as it was."""
        if self.display:
            self.post_message(self.Dropped())

    def action_choose(self, way: int) -> None:
        """Up or down in the list; without one, done with the cell downwards."""
        listed = self.query_one(Offers)
        if not self._offers:
            if way == 1:
                self._done("down")
            return
        self._picked = True
        at = -1 if listed.highlighted is None else listed.highlighted
        listed.highlighted = min(max(at + way, 0), listed.option_count - 1)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """See Textual."""
        event.stop()
        self._done("down")

    def on_input_changed(self, event: Input.Changed) -> None:
        """See Textual."""
        event.stop()
        self._widen()
        self.post_message(self.Heard())
        if self._offers and event.value != self._before:
            self._picked = False
            self._list(matching(self._offers, event.value))
            match = self._match(event.value)
            self.query_one(Offers).highlighted = None if match is None else self._found.index(match)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """See Textual: a click on the list."""
        event.stop()
        if event.option_id is not None:
            self.post_message(self.Done(self._found[int(event.option_id)].typed, "stay"))

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """See Textual: whoever goes elsewhere is done."""
        self._done("stay")

    def _done(self, way: Way) -> None:
        if self.display:
            self.post_message(self.Done(self.text, way))

    @property
    def text(self) -> str:
        """What was typed, or the line of the list that it stands for."""
        text, at = self.line.value, self.query_one(Offers).highlighted
        if self._picked and at is not None:
            return self._found[at].typed
        if not self._offers or text == self._before:
            return text
        match = self._match(text)
        return text if match is None else match.typed

    def _match(self, text: str) -> Offer | None:
        """The first line of the list that holds what was typed."""
        if not text.strip():
            return None
        wanted = fold(text)
        # Where nothing matches, all lines are offered.
        return next((one for one in matching(self._offers, text) if wanted in fold(one.label)), None)

    def _list(self, found: Sequence[Offer]) -> None:
        self._found = found
        self.query_one(Offers).set_options(
            Option(Content(one.label), id=str(at)) for at, one in enumerate(found)
        )
