"""A table as a grid of cells: drawn line by line, so that 2,000 rows are as quick as ten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.events import Blur, Click, Focus, Key, Paste, Resize
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from rfp_builder.tui.commands.table import TABLE_COMMANDS, TableCommand
from rfp_builder.tui.table import paint
from rfp_builder.tui.table.cells import Cells
from rfp_builder.tui.table.columns import Columns, measured
from rfp_builder.tui.table.paint import Block
from rfp_builder.tui.widths import lines_of

_EDGE = 10**9
_LEAD_LEAST = 20


class Grid(ScrollView, can_focus=True):
    """Moves a cursor over `cells`, and tells its field what is wanted of them. Changes nothing itself."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"grid--{part}"
        for part in (
            *("heading", "gutter", "current", "plain", "cursor", "selected"),
            *("state", "other", "unread", "found"),
        )
    }
    BINDINGS: ClassVar = [
        Binding("up", "go(-1, 0)", show=False),
        Binding("down", "go(1, 0)", show=False),
        Binding("left", "go(0, -1)", show=False),
        Binding("right", "go(0, 1)", show=False),
        Binding("shift+up", "go(-1, 0, True)", show=False),
        Binding("shift+down", "go(1, 0, True)", show=False),
        Binding("shift+left", "go(0, -1, True)", show=False),
        Binding("shift+right", "go(0, 1, True)", show=False),
        Binding("home", f"go(0, -{_EDGE})", show=False),
        Binding("end", f"go(0, {_EDGE})", show=False),
        Binding("ctrl+home", f"go(-{_EDGE}, -{_EDGE})", show=False),
        Binding("ctrl+end", f"go({_EDGE}, {_EDGE})", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("tab", "tab(1)", show=False),
        Binding("shift+tab", "tab(-1)", show=False),
        *(Binding(one.keys, f"table('{one.id()}')", show=False) for one in TABLE_COMMANDS if one.keys),
    ]

    class Moved(Message):
        """The cursor stands on another cell."""

    @dataclass
    class Typed(Message):
        """A character was typed on a cell."""

        key: Key

    @dataclass
    class Wanted(Message):
        """A command of the table was asked for."""

        command: type[TableCommand]

    class EditWanted(Message):
        """The cell under the cursor was clicked twice."""

    @dataclass
    class HeadingClicked(Message):
        """The heading of a column was clicked."""

        column: int

    @dataclass
    class Pasted(Message):
        """A text was pasted."""

        text: str

    def __init__(self, cells: Cells, *, id: str) -> None:
        super().__init__(id=id)
        self.cells = cells
        self.block = Block(0, 0, 0, 0)
        self.edited = False
        """The editor stands over the cell of the cursor."""
        self.taking_keys = False
        """An editor is being opened: whatever is typed meanwhile is meant for it."""
        self._columns = Columns((), (), 0)
        self._lead = ""
        self._measured_for = 0

    @property
    def row(self) -> int:
        """The row of the cursor."""
        return self.block.row

    @property
    def column(self) -> int:
        """The column of the cursor."""
        return self.block.column

    def bring_up(self, lead: str) -> None:
        """The cells have changed; `lead` is said where there are none."""
        self._lead = lead
        self.block = self._within(self.block)
        self._measure()

    def _measure(self) -> None:
        self._measured_for = self.size.width
        self._columns = measured(self.cells, self._measured_for or self.app.size.width)
        lines = self.cells.count or len(self._lead_lines())
        width = self._columns.total
        if width > self._measured_for:
            # The last columns, too, are scrolled to by whole ones.
            width += max(self._columns.widths)
        size = Size(width, self._columns.heading_height + lines)
        changed = size != self.virtual_size
        self.virtual_size = size
        self.refresh(layout=changed)

    def _lead_lines(self) -> tuple[str, ...]:
        """What is said of a table without rows, broken to the width there is."""
        return lines_of(self._lead, max((self.size.width or self.app.size.width) - 2, _LEAD_LEAST))

    def go_to(self, row: int, column: int, *, extend: bool = False) -> None:
        """Put the cursor on a cell; with `extend` the selection grows to it."""
        began = (self.block.from_row, self.block.from_column) if extend else (row, column)
        block = self._within(Block(row, column, *began))
        if block != self.block:
            self.block = block
            self.refresh()
        self.show_cursor()
        self.post_message(self.Moved())

    def select_row(self) -> None:
        """Select the whole row of the cursor."""
        self.block = Block(self.row, len(self.cells.columns) - 1, self.row, 0)
        self.refresh()

    def show_cursor(self) -> None:
        """Scroll so that the cell with the cursor is seen."""
        if not self.size:
            return
        columns, height = self._columns, self.size.height - self._columns.heading_height
        y = min(self.scroll_offset.y, self.row)
        if height > 0 and self.row >= y + height:
            y = self.row - height + 1
        x = 0
        if self.column > 0:
            start = columns.starts[self.column] - columns.fixed
            x = min(self.scroll_offset.x, start)
            room = max(self.size.width - columns.fixed, 1)
            x = max(x, min(start, start + columns.widths[self.column] - room))
            # Whole columns only: a slit of one beside the first column reads as something else.
            x = next(one - columns.fixed for one in columns.starts[1:] if one - columns.fixed >= x)
        self.scroll_to(x, y, animate=False)

    def place(self, row: int, column: int) -> Region:
        """Where a cell is on the grid, as it is scrolled now."""
        columns = self._columns
        x = columns.starts[column] - (self.scroll_offset.x if column > 0 else 0)
        return Region(
            max(x, 0), columns.heading_height + row - self.scroll_offset.y, columns.widths[column], 1
        )

    def render_line(self, y: int) -> Strip:
        """See Textual."""
        columns, width, left = self._columns, self.size.width, self.scroll_offset.x
        if y < columns.heading_height:
            segments = paint.heading(columns, y, self._style)
            last = y == columns.heading_height - 1
            return paint.in_view(segments, columns, left, width, self._style, head=True, marks=last)
        at = y - columns.heading_height + self.scroll_offset.y
        if at < self.cells.count:
            segments = paint.row(self.cells, at, columns, self._shown_block(), self._style)
            return paint.in_view(segments, columns, left, width, self._style, head=False)
        said = self._lead_lines() if self.cells.count == 0 else ()
        line = f" {said[at]}" if at < len(said) else ""
        # Without a cell for the cursor, the first line shows where the focus is.
        part = "cursor" if said and at == 0 and self.has_focus else "other"
        return Strip([Segment(line, self._style(part))]).adjust_cell_length(width, self._style("plain"))

    def _style(self, part: str) -> Style:
        return self.get_component_rich_style(f"grid--{part}")

    def _shown_block(self) -> Block:
        return self.block if self.has_focus or self.edited else Block(-1, -1, -1, -1)

    def _within(self, block: Block) -> Block:
        rows, columns = max(self.cells.count - 1, 0), max(len(self.cells.columns) - 1, 0)
        return Block(
            min(max(block.row, 0), rows),
            min(max(block.column, 0), columns),
            min(max(block.from_row, 0), rows),
            min(max(block.from_column, 0), columns),
        )

    def action_go(self, down: int, right: int, extend: bool = False) -> None:
        """Move the cursor."""
        self.go_to(self.row + down, self.column + right, extend=extend)

    def action_table(self, name: str) -> None:
        """Have a command of the table run."""
        self.post_message(self.Wanted(_command(name)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """See Textual: what F4 and F5 do to a cell, the screen does to an empty table."""
        if action == "table":
            # What stands in the frame of the RFP has no example and no 未定.
            cells_only = _command(str(parameters[0])).for_cells and self.cells.question.answerable
            return self.cells.count > 0 or not cells_only
        return super().check_action(action, parameters)

    def action_page(self, way: int) -> None:
        """Move by what is in view."""
        self.go_to(self.row + way * max(self.size.height - self._columns.heading_height - 1, 1), self.column)

    def action_tab(self, way: int) -> None:
        """To the next cell of the row; from the last one out of the table."""
        if 0 <= self.column + way < len(self.cells.columns) and self.cells.count:
            self.go_to(self.row, self.column + way)
        elif way > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def on_key(self, event: Key) -> None:
        """See Textual: what is typed goes to the editor of the cell."""
        if self.taking_keys or (event.is_printable and event.key != "space"):
            event.stop()
            event.prevent_default()
            self.taking_keys = True
            self.post_message(self.Typed(event))

    def on_paste(self, event: Paste) -> None:
        """See Textual."""
        event.stop()
        self.post_message(self.Pasted(event.text))

    def on_click(self, event: Click) -> None:
        """See Textual."""
        event.stop()
        self._pointed(event.get_content_offset(self), event)

    def _pointed(self, at: Offset | None, event: Click) -> None:
        if at is None:
            return
        columns = self._columns
        x = at.x if at.x < columns.fixed else at.x + self.scroll_offset.x
        if at.y < columns.heading_height:
            self.post_message(self.HeadingClicked(columns.at(x)))
            return
        row = at.y - columns.heading_height + self.scroll_offset.y
        if row >= self.cells.count:
            return
        self.go_to(row, columns.at(x), extend=event.shift)
        if x < columns.gutter:
            self.select_row()
        elif event.chain > 1:
            self.post_message(self.EditWanted())

    def on_focus(self, event: Focus) -> None:
        """See Textual."""
        self.refresh()
        self.post_message(self.Moved())

    def on_blur(self, event: Blur) -> None:
        """See Textual."""
        self.refresh()

    def on_resize(self, event: Resize) -> None:
        """See Textual."""
        if event.size.width != self._measured_for:
            self._measure()
        self.show_cursor()


def _command(name: str) -> type[TableCommand]:
    return next(one for one in TABLE_COMMANDS if one.id() == name)
