"""A list of any length: only what is seen is drawn, so that thousands of entries are as quick as ten."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar, Protocol

from textual.binding import Binding
from textual.content import Content
from textual.events import Click, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual


class Entry(Protocol):
    """One entry of a list. `key` tells it from the others; the cursor passes over what is no `stop`."""

    @property
    def key(self) -> str:
        """What stays the same when the list is filled anew."""

    @property
    def stop(self) -> bool:
        """Whether the cursor can stand on it."""

    def height(self, width: int) -> int:
        """Lines that it takes in so many cells."""

    def lines(self, width: int) -> Sequence[Content]:
        """These lines, none wider than `width` cells."""


class LongList(ScrollView, can_focus=True):
    """Arrow keys, page keys and the wheel move; Enter chooses, and so does a double click."""

    COMPONENT_CLASSES: ClassVar = {"long-list--cursor", "long-list--heading"}
    BINDINGS: ClassVar = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "edge(-1)", show=False),
        Binding("end", "edge(1)", show=False),
        Binding("enter", "choose", show=False),
    ]
    DEFAULT_CSS = """
    LongList {
        height: 1fr;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        overflow-x: hidden;
        overflow-y: auto;
        background: $background;
        & > .long-list--cursor { background: $panel; text-style: bold; }
        &:focus > .long-list--cursor { background: $primary 35%; color: $foreground; text-style: bold; }
        &:nocolor > .long-list--cursor { text-style: underline; }
        &:nocolor:focus > .long-list--cursor {
            background: $foreground 25%; text-style: bold underline;
        }
    }
    """

    class Moved(Message):
        """The cursor stands on another entry; `entry` is None in a list without any."""

        def __init__(self, sender: LongList, entry: Entry | None) -> None:
            super().__init__()
            self.sender, self.entry = sender, entry

        @property
        def control(self) -> LongList:
            """See Textual."""
            return self.sender

    class Chosen(Message):
        """Enter, or a double click, on an entry."""

        def __init__(self, sender: LongList, entry: Entry) -> None:
            super().__init__()
            self.sender, self.entry = sender, entry

        @property
        def control(self) -> LongList:
            """See Textual."""
            return self.sender

    def __init__(self, *, id: str | None = None, one_click: bool = False) -> None:
        super().__init__(id=id)
        self._entries: tuple[Entry, ...] = ()
        self._tops: list[int] = [0]
        """The line on which each entry begins, and the one behind the last."""
        self._drawn: dict[int, Sequence[Content]] = {}
        """What was drawn since the list was filled."""
        self._width = 1
        """What the lines were broken for: until the list hears that it is resized, that of before."""
        self._at: int | None = None
        self._one_click = one_click

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything in the list."""
        return self._entries

    @property
    def current(self) -> Entry | None:
        """Where the cursor stands."""
        return None if self._at is None else self._entries[self._at]

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Fill the list anew; the cursor stays on its entry, or near it where that is gone."""
        before, at = self.current, self._at
        self._entries = tuple(entries)
        self._measure()
        where = None
        if before is not None:
            where = next((n for n, one in enumerate(self._entries) if one.key == before.key), None)
        self._at = where if where is not None else self._nearest(at or 0)
        self._show_cursor()
        self.refresh()
        now = self.current
        if now is None or before is None or now.key != before.key:
            self.post_message(self.Moved(self, now))

    def put(self, entry: Entry) -> None:
        """Put an entry in the place of the one with its key, and as high; draw no other anew."""
        at = next((n for n, one in enumerate(self._entries) if one.key == entry.key), None)
        if at is not None:
            self._entries = (*self._entries[:at], entry, *self._entries[at + 1 :])
            self._drawn.pop(at, None)
            self.refresh_lines(self._tops[at], self._tops[at + 1] - self._tops[at])

    def go(self, key: str) -> bool:
        """Put the cursor on the entry called `key`; False where there is none."""
        where = next((n for n, one in enumerate(self._entries) if one.key == key and one.stop), None)
        if where is None:
            return False
        self.stand(where)
        return True

    def stand(self, at: int, *, top: bool = False) -> None:
        """Put the cursor on the entry at a position, or on the next stop; with `top` on the first line."""
        found = self._nearest(at)
        if found is None:
            return
        at = found
        if at != self._at:
            before, self._at = self._at, at
            for changed in (before, at):
                if changed is not None:
                    self.refresh_lines(self._tops[changed], self._tops[changed + 1] - self._tops[changed])
            self.post_message(self.Moved(self, self.current))
        if top:
            self.scroll_to(y=self._tops[self._headed(at)], animate=False, force=True)
        else:
            self._show_cursor()

    def action_move(self, way: int) -> None:
        """To the next entry, or the one before."""
        at = self._step(self._at, way)
        if at is not None:
            self.stand(at)
        elif way < 0:
            # What stands above the first stop, a heading, is seen again.
            self.scroll_to(y=0, animate=False)

    def action_page(self, way: int) -> None:
        """A page up or down."""
        if self._at is not None:
            line = self._tops[self._at] + way * max(1, self.scrollable_content_region.height - 1)
            self.stand(self._nearest(self._entry_on(line), way) or 0)

    def action_edge(self, way: int) -> None:
        """To the first or the last entry."""
        at = self._nearest(0 if way < 0 else len(self._entries) - 1, -way)
        if at is not None:
            self.stand(at)

    def action_choose(self) -> None:
        """Choose where the cursor stands."""
        if self.current is not None:
            self.post_message(self.Chosen(self, self.current))

    def on_click(self, event: Click) -> None:
        """See Textual."""
        line = event.y + int(self.scroll_offset.y)
        if not self._entries or line >= self._tops[-1]:
            return
        at = self._entry_on(line)
        if not self._entries[at].stop:
            return
        self.stand(at)
        if self._one_click or event.chain > 1:
            self.action_choose()

    def on_resize(self, event: Resize) -> None:
        """See Textual."""
        self._measure()
        self._show_cursor()

    def render_line(self, y: int) -> Strip:
        """See Textual."""
        width = self.scrollable_content_region.width
        line = y + int(self.scroll_offset.y)
        if not self._entries or line >= self._tops[-1] or width < 1:
            return Strip.blank(width, self.rich_style)
        at = self._entry_on(line)
        style = (
            self.get_visual_style("long-list--cursor", partial=False) if at == self._at else self.visual_style
        )
        lines = self._drawn.get(at)
        if lines is None:
            lines = self._drawn[at] = self._entries[at].lines(self._width)
        content = lines[line - self._tops[at]]
        if at == self._at and self.has_focus:
            # Colours that say something on the usual ground may be lost on that of the cursor.
            content = Content(content.plain)
        strips = Visual.to_strips(self, content, width, 1, style, pad=True)
        return strips[0].crop_extend(0, width, style.rich_style)

    def _measure(self) -> None:
        self._drawn.clear()
        self._width = max(1, self.scrollable_content_region.width)
        self._tops = [0, *accumulate(one.height(self._width) for one in self._entries)]
        self.virtual_size = Size(self._width, self._tops[-1])

    def _entry_on(self, line: int) -> int:
        return min(max(bisect_right(self._tops, max(line, 0)) - 1, 0), len(self._entries) - 1)

    def _step(self, at: int | None, way: int) -> int | None:
        place = -1 if at is None else at
        while 0 <= (place := place + way) < len(self._entries):
            if self._entries[place].stop:
                return place
        return None

    def _nearest(self, at: int, way: int = 1) -> int | None:
        """The stop at a position, or the next one from there: in one direction, else in the other."""
        if not self._entries:
            return None
        at = min(max(at, 0), len(self._entries) - 1)
        if self._entries[at].stop:
            return at
        found = self._step(at, way)
        return self._step(at, -way) if found is None else found

    def _headed(self, at: int) -> int:
        """The first of the headings right above an entry, which are shown with it."""
        while at and not self._entries[at - 1].stop:
            at -= 1
        return at

    def _show_cursor(self) -> None:
        if self._at is None or not self._entries or not self.size.height:
            return
        top, height = self._tops[self._at], self._tops[self._at + 1] - self._tops[self._at]
        lead = top - self._tops[self._headed(self._at)]
        self.scroll_to_region(
            Region(0, top - lead, self.size.width, height + lead), animate=False, force=True
        )
