"""A table as a field of a form: the grid, the editor over a cell, and what stands below."""

from __future__ import annotations

from collections.abc import Sequence
from operator import is_
from pathlib import Path
from typing import Any

from textual.app import ComposeResult
from textual.content import Content
from textual.events import DescendantBlur, DescendantFocus
from textual.geometry import Region
from textual.widget import Widget

from rfp_builder.forms import row_editing as editing
from rfp_builder.forms.echo import echo
from rfp_builder.forms.questions import Question
from rfp_builder.forms.rows import read_block
from rfp_builder.forms.totals import totals
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.shape import Kind
from rfp_builder.tui.fields.field import Field
from rfp_builder.tui.fields.note import Noted, note_under
from rfp_builder.tui.fields.offers import offers_of
from rfp_builder.tui.table.cells import Cells
from rfp_builder.tui.table.copying import as_tsv
from rfp_builder.tui.table.editor import CellEditor, CellLine, Way
from rfp_builder.tui.table.edits import Edits
from rfp_builder.tui.table.grid import Grid
from rfp_builder.tui.table.hints import Hints
from rfp_builder.tui.table.hours import Hours, as_changes, has_hours, hours_of, strip
from rfp_builder.tui.table.status import cell_status, sums
from rfp_builder.tui.widgets.said import Said

_NO_ROWS = Phrase(
    "まだ行がありません。Insert キーで追加するか、Excel からコピーして貼り付けてください。",
    "No rows yet. Press Insert to add one, or paste rows copied from Excel.",
)
_EXAMPLE_OR_STATE = Phrase(
    "F4 キーで記入例の行が入ります。表全体を未定・該当なしとするときは F5 キーを押します。",
    "F4 puts the rows of the example in. F5 says that the whole table is to be decided or does not apply.",
)
_USUAL = Phrase(
    "Space キーで、よくある行をまとめて追加できます。", "Press Space to add the usual rows at once."
)
_ADDED = Phrase("{n}行を追加しました。", "Added {n} rows.")
_COPIED = Phrase(
    "{n}行をコピーしました。Excel などに貼り付けられます。", "Copied {n} rows, to be pasted into Excel."
)
_DELETED = Phrase(
    "{n}行を削除しました。Ctrl+Z で元に戻せます。", "Deleted {n} rows. Ctrl+Z brings them back."
)
_TAKEN = Phrase("{n}行を貼り付けました。Ctrl+Z で元に戻せます。", "Pasted {n} rows. Ctrl+Z takes them back.")
_TURN_SECONDS = 0.005
_LISTED = frozenset({Kind.CHOICE, Kind.REFERENCE, Kind.YES_NO})
_CYCLED = frozenset({Kind.CHOICE, Kind.YES_NO})
_HOURS = frozenset({"days", "opens", "closes"})


class TableField(Field):
    """Rows of a table, read from the document and written back whole or cell by cell."""

    DEFAULT_CSS = (Path(__file__).parent.parent / "styles" / "table.tcss").read_text("utf-8")
    SCOPED_CSS = False

    def __init__(self, question: Question, path: str) -> None:
        super().__init__(question, path)
        self.cells = Cells(question, path)
        self.grid = Grid(self.cells, id=self.control_id)
        self.editor = CellEditor()
        self._handing_over = False
        self._edited: tuple[str, str | None] = "", None
        """The key of the row that the editor stands in, and what could not be read in the cell before."""
        self._wanted: str | None = None
        self._seen: tuple[object, ...] = ()

    @property
    def edits(self) -> Edits:
        """Changes of this table."""
        return Edits(self.document, self.cells)

    @property
    def editing(self) -> bool:
        """Whether a cell is being edited in its place."""
        return self.editor.display

    @property
    def can_duplicate(self) -> bool:
        """Whether there may be two rows alike."""
        return self.cells.count > 0 and editing.has_ids(self.question)

    @property
    def cell_here(self) -> str | None:
        """The path of the cell under the cursor; None in an empty table."""
        return self.cells.cell_path(self.grid.row, self.grid.column) if self.cells.count else None

    @property
    def at_first_cell(self) -> bool:
        """Whether the cursor stands where it stands when a table is entered."""
        return (self.grid.row, self.grid.column) == (0, 0)

    @property
    def has_usual_rows(self) -> bool:
        """Whether there are usual rows that are not there yet."""
        return bool(editing.usual(self.question, self.cells.rows))

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield Said(classes="field-label")
        yield self.grid
        yield self.editor
        yield Said(classes="table-sums")
        yield Said(classes="table-status")
        yield Said(classes="table-hours")
        yield Hints()
        note = Said(classes="field-note")
        note.display = False
        yield note

    def control(self) -> Widget:
        """See `Field`."""
        return self.grid

    def text(self) -> str:
        """See `Field`: what is typed is in cells."""
        return ""

    def fill(self, text: str) -> None:
        """See `Field`: what is typed is in cells."""

    def take_typed(self) -> None:
        """See `Field`."""
        self.settle()

    def settle(self) -> None:
        """See `Field`."""
        if self.editing:
            self._finish(self.editor.text, "stay")

    def show(self) -> None:
        """See `Field`."""
        super().show()
        if self._wanted is not None:
            self.go_to_cell(self._wanted)

    def _bring_up(self, value: object) -> None:
        """See `Field`: what did not change is not drawn again."""
        session = self.wizard.session
        report = None if session is None else session.report
        seen = (value, report, self.lang, self.document.project.definition)
        if len(self._seen) == len(seen) and all(map(is_, seen, self._seen)):
            return
        findings = () if session is None else session.findings_at(self.path)
        self.cells.bring_up(self.document, self.setting, findings)
        self.grid.bring_up(self._lead(value))
        if self.editing:
            self._follow_row()
        line = sums(totals(self.question, self.cells.rows), self.cells)
        summed = self.query_one(".table-sums", Said)
        summed.display = bool(line.plain)
        summed.update(line)
        self._show_status()
        self.query_one(Hints).bring_up(self.cells.count, self.lang)
        self._seen = seen

    def again(self) -> None:
        """Show everything anew, also what the document does not tell of."""
        self._seen = ()
        self.show()

    def go_to_cell(self, path: str) -> None:
        """Put the focus and the cursor on the cell at `path`, which leads into a row of this table."""
        place = self.cells.place_of(path) if self.cells.rows else None
        self._wanted = None if self._seen else path
        if place is not None:
            self.grid.go_to(*place)
        self.focus()

    def new_row(self) -> None:
        """Add an empty row below the cursor and go there."""
        at = min(self.grid.row + 1, len(self.cells.rows))
        added: list[int] = []
        if self.wizard.attempt(lambda: added.append(self.edits.new_row(at))):
            self.again()
            self.grid.go_to(added[0], 0)

    def delete_rows(self) -> None:
        """Delete the selected rows."""
        rows = self.grid.block.rows
        for column in range(len(self.cells.columns)):
            self.edits.forget_typed(rows, range(column, column + 1))
        if self._attempt(lambda: self.edits.delete(rows)):
            self.grid.go_to(rows[0], self.grid.column)
            self.wizard.tell(_DELETED.fill(n=len(rows)))

    def clear_cells(self) -> None:
        """Empty the selected cells."""
        self._attempt(lambda: self.edits.clear(self.grid.block.rows, self.grid.block.columns))

    def duplicate_rows(self) -> None:
        """Copy the selected rows below, and go to the copies."""
        rows = self.grid.block.rows
        if self._attempt(lambda: self.edits.duplicate(rows)):
            self.grid.go_to(rows[-1] + 1, self.grid.column)

    def move_rows(self, way: int) -> None:
        """Move the selected rows; they stay selected."""
        block = self.grid.block
        rows = self.cells.rows
        if self._attempt(lambda: self.edits.move(block.rows, way)) and rows != self.cells.rows:
            self.grid.go_to(block.from_row + way, block.from_column)
            self.grid.go_to(block.row + way, block.column, extend=True)

    def copy_cells(self) -> None:
        """Put the selected cells on the clipboard."""
        rows = self.grid.block.rows
        self.app.copy_to_clipboard(as_tsv(self.cells, rows, self.grid.block.columns))
        self.wizard.tell(_COPIED.fill(n=len(rows)))

    def paste(self, text: str) -> None:
        """Put a block of cells where the cursor stands; what cannot be read is shown."""
        if not text.strip():
            return
        at = self.grid.row if self.cells.count else None
        first = self.cells.columns[self.grid.column].name
        block = read_block(self.question, text, self.cells.rows, self.setting, first=first, at=at)
        if self._attempt(lambda: self.edits.place(block)) and block.rows:
            self.wizard.tell(_TAKEN.fill(n=len(block.rows)))
        if block.remarks:
            from rfp_builder.tui.table.remarks import RemarksDialog

            self.wizard.push_screen(RemarksDialog(block.remarks, len(block.rows)))

    def take_rows(self, rows: Sequence[Any], *, replacing: bool) -> None:
        """Rows from a file: behind those that are there, or instead of them."""
        # Others may have changed the table while its dialog was in front.
        self.show()
        self._attempt(lambda: self.edits.take(rows, replacing=replacing))

    def sort(self, column: int, *, descending: bool) -> None:
        """Sort the rows."""
        self._attempt(lambda: self.edits.sort(column, descending=descending))

    def add_usual_rows(self) -> None:
        """Add the rows that such a table usually has."""
        added: list[int] = []
        if self._attempt(lambda: added.append(self.edits.add_usual())):
            self.wizard.tell(_ADDED.fill(n=added[0]))

    def next_choice(self) -> None:
        """Put the next choice into the cell; any other cell is edited."""
        at, column = self.grid.row, self.grid.column
        question = self.cells.columns[column]
        if question.kind in _CYCLED:
            value = editing.next_choice(question, self.cells.value(at, column))
            self._attempt(lambda: self.edits.put(at, column, value))
        elif question.name in _HOURS and self.has_hours:
            self.choose_hours()
        else:
            self.edit_cell()

    @property
    def has_hours(self) -> bool:
        """Whether the row of the cursor has days and hours."""
        return has_hours(self.question) and self.grid.row < len(self.cells.rows)

    def choose_hours(self) -> None:
        """Show the days and hours of the row as a week."""
        from rfp_builder.tui.table.week import WeekDialog

        at, key = self.grid.row, self.cells.key(self.grid.row)
        before = hours_of(self.cells.rows[at])

        def take(hours: Hours | None) -> None:
            # Others may have changed the table meanwhile.
            self.show()
            now = self.cells.row_at(key, at)
            if hours is not None and now is not None:
                self._attempt(lambda: self.edits.change_row(now, as_changes(before, hours)))

        name = Phrase(*[self.cells.cell(at, 0).text] * 2)
        self.wizard.push_screen(WeekDialog(name, before), take)

    def say_undecided(self) -> None:
        """Ask for 未定 or 該当なし of the cell."""
        question = self.cells.columns[self.grid.column]
        if question.answerable and self.grid.row < len(self.cells.rows):
            from rfp_builder.tui.dialogs.undecided import UndecidedDialog

            path = self.cells.cell_path(self.grid.row, self.grid.column)
            self.wizard.push_screen(UndecidedDialog(question, path), lambda _: self.again())

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

    def _follow_row(self) -> None:
        """Stay in the row that is being edited, wherever others moved it; leave it if it is gone."""
        key, _ = self._edited
        at = self.cells.row_at(key, self.grid.row)
        if at is None:
            self._close_editor()
        elif at != self.grid.row:
            self.grid.go_to(at, self.grid.column)
            self.editor.move_to(self._editor_place())

    def _restore_unread(self) -> None:
        """Keep of the cell what was kept of it before it was edited."""
        self._keep(self._edited[1])

    def _keep(self, text: str | None) -> None:
        """Have a text of the cell outlive the process, or none."""
        if self.grid.row < len(self.cells.rows):
            path = self.cells.cell_path(self.grid.row, self.grid.column)
            if text is None:
                self.document.drop_typed(path)
            else:
                self.document.keep_typed(path, text)

    def _editor_place(self) -> Region:
        shift = self.grid.region.offset - self.content_region.offset
        place = self.grid.place(self.grid.row, self.grid.column).translate(shift)
        return Region(place.x, place.y, place.width, 1)

    def _open_editor(self, text: str) -> None:
        at, column = self.grid.row, self.grid.column
        self._edited = self.cells.key(at), self.cells.unread(at, column)
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

    def _close_editor(self) -> None:
        if self.screen.focused is self.editor.line:
            self.screen.set_focus(self.grid, scroll_visible=False)
        self.editor.close()
        self.grid.edited = False
        self.grid.refresh()

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
        if self._edited[1] is not None or text != self.cells.typed(at, column):
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
            if not event.key.is_printable:
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

    def on_cell_line_block_pasted(self, event: CellLine.BlockPasted) -> None:
        """See `CellLine`."""
        event.stop()
        self.drop_editor()
        self.paste(event.text)

    async def on_grid_wanted(self, event: Grid.Wanted) -> None:
        """See `Grid`."""
        event.stop()
        self.show()
        command = event.command()
        if command.fits(self):
            command.do(self)
        elif self.has_usual_rows and not self.cells.count and event.command.id() == "NextChoice":
            self.add_usual_rows()

    def on_grid_edit_wanted(self, event: Grid.EditWanted) -> None:
        """See `Grid`."""
        event.stop()
        self.edit_cell()

    def on_grid_heading_clicked(self, event: Grid.HeadingClicked) -> None:
        """See `Grid`: upwards, and on the second click downwards."""
        event.stop()
        before = self.cells.rows
        self.sort(event.column, descending=False)
        if self.cells.rows == before:
            self.sort(event.column, descending=True)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """See Textual: what was typed in a dialog and cannot be read is not told of by the document."""
        if event.widget is self.grid:
            self.again()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """See `Field`: the focus going from the grid to the editor is not the end of it."""
        event.prevent_default()

    def on_grid_pasted(self, event: Grid.Pasted) -> None:
        """See `Grid`."""
        event.stop()
        self.paste(event.text)

    def on_grid_moved(self, event: Grid.Moved) -> None:
        """See `Grid`."""
        event.stop()
        self._show_status()

    def _attempt(self, step: Any) -> bool:
        done = self.wizard.attempt(step)
        self.again()
        return done

    def _lead(self, value: object) -> str:
        if isinstance(value, Undecided | NotApplicable):
            return echo(self.question, value, self.setting)
        leads = [_NO_ROWS]
        if self.question.answerable:
            leads.append(_EXAMPLE_OR_STATE)
        if self.has_usual_rows:
            leads.append(_USUAL)
        return "\n".join(one.to(self.lang) for one in leads)

    def _show_status(self) -> None:
        status = self.query_one(".table-status", Said)
        status.display = self.cells.count > 0
        hours = self.query_one(".table-hours", Said)
        hours.display = self.has_hours
        if self.has_hours:
            room = self.content_region.width or self.app.size.width
            hours.update(strip(hours_of(self.cells.rows[self.grid.row]), self.lang, room - 2))
        if status.display and self.cells.columns:
            status.update(cell_status(self.cells, self.grid.row, self.grid.column))

    def _note(self, value: object) -> Content:
        session = self.wizard.session
        findings = () if session is None else session.findings_at(self.path)
        own = tuple(one for one in findings if one.path == self.path)
        return note_under(Noted(self.question, value, "", None, False, own), self.setting)
