"""Typing over the cells of a table: the editor over a cell, and the form of a row."""

from __future__ import annotations

from typing import Any

from textual.events import DescendantBlur

from rfp_builder.i18n import Phrase
from rfp_builder.model.shape import Kind
from rfp_builder.tui.fields.offers import offers_of
from rfp_builder.tui.table.editor import CellEditor, Way
from rfp_builder.tui.table.edits import Edits
from rfp_builder.tui.table.grid import Grid
from rfp_builder.tui.table.shown import ShownTable

_TURN_SECONDS = 0.005
_LISTED = frozenset({Kind.CHOICE, Kind.REFERENCE, Kind.YES_NO})


class TypedOver(ShownTable):
    """A table whose cells are edited where they are. What is being typed outlives the process."""

    orders_keys = True
    """Keys may come all at once: they are handed on in their order. See `TypedAhead`."""

    @property
    def edits(self) -> Edits:
        """Changes of this table."""
        return Edits(self.document, self.cells)

    def settle(self) -> None:
        """See `Field`."""
        if self.editing:
            self._finish(self.editor.text, "stay")

    def open_row(self) -> None:
        """Open the row as a form."""
        if self.grid.row >= len(self.cells.rows):
            self.edit_cell()
            return
        from rfp_builder.tui.dialogs.row_editor import RowEditor

        self.wizard.push_screen(
            RowEditor(self.question, self.path, self.grid.row, self.grid.column), self._row_done
        )

    def _row_done(self, at: int | None) -> None:
        self.again()
        if at is not None:
            self.grid.go_to(at, self.grid.column)

    def edit_cell(self) -> None:
        """Edit the cell where it is; what does not go on a line is edited with its row."""
        if self.refused():
            return
        text = self.cells.typed(self.grid.row, self.grid.column)
        if "\n" in text:
            self.open_row()
            return
        self._open_editor(text)
        self._hand_over()

    def drop_editor(self) -> None:
        """Leave the cell as it was."""
        self._restore_unread()
        self._close_editor()

    def _restore_unread(self) -> None:
        """Keep of the cell what was kept of it before it was edited."""
        self._keep(self._edited[1])

    def _keep(self, text: str | None) -> None:
        """Have a text of the cell outlive the process, or none."""
        if self.grid.row < self.cells.count:
            self.edits.keep(self.grid.row, self.grid.column, text)

    def _open_editor(self, text: str) -> None:
        at, column = self.grid.row, self.grid.column
        self._edited = self.cells.key(at), self.cells.beside(at, column)
        question = self.cells.columns[self.grid.column]
        offers = offers_of(question, self.document.project, self.lang) if question.kind in _LISTED else ()
        self.grid.show_cursor()
        self.grid.edited = True
        self.editor.open_at(self._editor_place(), text, offers, self.content_region.width)

    def _hand_over(self) -> None:
        """Give the editor the focus, once no key is on its way to the grid any more."""
        self._handing_over = False
        if not self.editing:
            self.grid.taking_keys = False
        elif self.grid.message_queue_size or self.message_queue_size:
            # Not at once: the grid has to have its turn, or its queue is never empty.
            self._handing_over = True
            self.set_timer(_TURN_SECONDS, self._hand_over)
        else:
            self.screen.set_focus(self.editor.line, scroll_visible=False)
            self.grid.taking_keys = False

    def _hand_over_later(self) -> None:
        if not self._handing_over:
            self._handing_over = True
            self.call_later(self._hand_over)

    def _finish(self, text: str, way: Way) -> None:
        """Take what was typed into the cell, and go on."""
        self.show()
        if not self.editing:
            return
        at, column = self.grid.row, self.grid.column
        # What was typed is kept beside until here.
        self._restore_unread()
        self._close_editor()
        reasons: list[Phrase | None] = []
        # Of a row that is begun, what is kept beside is what it holds.
        begun = at >= len(self.cells.rows)
        if begun or self._edited[1] is not None or text != self.cells.typed(at, column):
            if not self._attempt(lambda: reasons.append(self.edits.write(at, column, text))):
                self._keep(text)
            self._show_status()
        if way == "down":
            self.grid.go_to(at + 1, column)
        elif way in ("left", "right"):
            self._beside(1 if way == "right" else -1)

    def _beside(self, way: int) -> None:
        """The cell beside; behind the last one of a row, the first one of the next."""
        at, column = divmod(
            self.grid.row * len(self.cells.columns) + self.grid.column + way, len(self.cells.columns)
        )
        if 0 <= at < self.cells.count:
            self.grid.go_to(at, column)

    def on_grid_typed(self, event: Grid.Typed) -> None:
        """See `Grid`."""
        event.stop()
        if not self.editing:
            if not event.key.is_printable or self.closed is not None:
                self.grid.taking_keys = False
                if event.key.is_printable:
                    self.refused()
                return
            if not self.cells.count and not self._attempt(lambda: self.edits.new_row(0)):
                self.grid.taking_keys = False
                return
            self._open_editor("")
        way = self.editor.take(event.key)
        if event.key.key == "escape":
            self.drop_editor()
        elif way is not None:
            self._finish(self.editor.text, way)
        self._hand_over_later()

    def on_cell_editor_done(self, event: CellEditor.Done) -> None:
        """See `CellEditor`."""
        event.stop()
        if self.editing:
            self._finish(event.text, event.way)

    def on_cell_editor_heard(self, event: CellEditor.Heard) -> None:
        """See `CellEditor`: what is being typed outlives a process that ends before the cell is done."""
        event.stop()
        if not self.editing:
            return
        if self.editor.changed:
            self._keep(self.editor.text)
        else:
            self._restore_unread()

    def on_cell_editor_dropped(self, event: CellEditor.Dropped) -> None:
        """See `CellEditor`."""
        event.stop()
        self.drop_editor()

    def on_grid_edit_wanted(self, event: Grid.EditWanted) -> None:
        """See `Grid`."""
        event.stop()
        self.edit_cell()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """See `Field`: the focus going from the grid to the editor is not the end of it."""
        event.prevent_default()

    def _attempt(self, step: Any) -> bool:
        done = self.wizard.attempt(step)
        self.again()
        return done
