"""A table on the screen: the grid, what it sums up to, and what is said of the cell under the cursor."""

from __future__ import annotations

from operator import is_
from pathlib import Path

from textual.app import ComposeResult
from textual.content import Content
from textual.events import DescendantFocus
from textual.geometry import Region
from textual.widget import Widget

from rfp_builder.forms.echo import echo
from rfp_builder.forms.hours import has_hours, hours_of
from rfp_builder.forms.questions import Question
from rfp_builder.forms.totals import totals
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.tui.fields.field import Field
from rfp_builder.tui.fields.note import Noted, note_under
from rfp_builder.tui.table.begun import kept_at
from rfp_builder.tui.table.cells import Cells
from rfp_builder.tui.table.editor import CellEditor
from rfp_builder.tui.table.edits import Edits
from rfp_builder.tui.table.grid import Grid
from rfp_builder.tui.table.hints import Hints
from rfp_builder.tui.table.hours import strip
from rfp_builder.tui.table.status import cell_status, sums
from rfp_builder.tui.widgets.said import Said

_NO_ROWS = Phrase(
    "まだ行がありません。Enter キーで追加するか、Excel からコピーして貼り付けてください。",
    "No rows yet. Press Enter to add one, or paste rows copied from Excel.",
)
_EXAMPLE_OR_STATE = Phrase(
    "F4 キーで記入例の行が入ります。表全体を未定・該当なしとするときは F5 キーを押します。",
    "F4 puts the rows of the example in. F5 says that the whole table is to be decided or does not apply.",
)
_USUAL = Phrase(
    "Space キーで、よくある行をまとめて追加できます。", "Press Space to add the usual rows at once."
)
_USUAL_NO_EXAMPLE = Phrase(
    "F4 キーか Space キーで、よくある行をまとめて追加できます。",
    "Press F4 or Space to add the usual rows at once.",
)


class ShownTable(Field):
    """Rows of a table as the document has them. The editor over a cell is there, but closed."""

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
        self._begun: str | None = None
        """The begun rows as they were kept when the table was drawn last."""

    @property
    def editing(self) -> bool:
        """Whether a cell is being edited in its place."""
        return self.editor.display

    @property
    def cell_here(self) -> str | None:
        """The path of the cell under the cursor; None in an empty table."""
        return self.cells.cell_path(self.grid.row, self.grid.column) if self.cells.count else None

    @property
    def here(self) -> tuple[Question, str, Question | None]:
        """See `Field`: in a row, its column."""
        if self.cell_here is None:
            return super().here
        return self.cells.columns[self.grid.column], self.cell_here, self.question

    @property
    def at_first_cell(self) -> bool:
        """Whether the cursor stands where it stands when a table is entered."""
        return (self.grid.row, self.grid.column) == (0, 0)

    @property
    def has_usual_rows(self) -> bool:
        """Whether there are usual rows that are not there yet."""
        return Edits(self.document, self.cells).has_usual

    @property
    def has_hours(self) -> bool:
        """Whether the row of the cursor has days and hours."""
        return has_hours(self.question) and self.grid.row < len(self.cells.rows)

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

    def show(self) -> None:
        """See `Field`."""
        super().show()
        for hints in self.query(Hints):
            hints.display = self.closed is None
        if self._wanted is not None:
            self.go_to_cell(self._wanted)

    def _bring_up(self, value: object) -> None:
        """See `Field`: what did not change is not drawn again."""
        session = self.wizard.session
        report = None if session is None else session.report
        seen = (value, report, self.lang, self.document.project.definition)
        begun = self.document.typed(kept_at(self.path))
        if begun == self._begun and len(self._seen) == len(seen) and all(map(is_, seen, self._seen)):
            return
        self._begun = begun
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

    def _lead(self, value: object) -> str:
        if isinstance(value, Undecided | NotApplicable):
            return echo(self.question, value, self.setting)
        leads = [_NO_ROWS]
        if self.question.answerable:
            leads.append(_EXAMPLE_OR_STATE)
        if self.has_usual_rows:
            leads.append(_USUAL if self.question.answerable else _USUAL_NO_EXAMPLE)
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

    def on_resize(self) -> None:
        """See Textual: the hours are drawn for the room there is, and the editor stays within it."""
        for editor in self.query(CellEditor):
            editor.fit(self.content_region.width)
        if self.has_hours:
            self._show_status()

    def _note(self, value: object) -> Content:
        session = self.wizard.session
        findings = () if session is None else session.findings_at(self.path)
        own = tuple(one for one in findings if one.path == self.path)
        return note_under(Noted(self.question, value, "", None, False, own), self.setting)

    def on_grid_moved(self, event: Grid.Moved) -> None:
        """See `Grid`; the screen hears of it, too, for the help beside the form."""
        self._show_status()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """See Textual: what was typed in a dialog and cannot be read is not told of by the document."""
        if event.widget is self.grid:
            self.again()

    def _follow_row(self) -> None:
        """Stay in the row that is being edited, wherever others moved it; leave it if it is gone."""
        key, _ = self._edited
        at = self.cells.row_at(key, self.grid.row)
        if at is None:
            self._close_editor()
        elif at != self.grid.row:
            self.grid.go_to(at, self.grid.column)
            self.editor.move_to(self._editor_place())

    def _close_editor(self) -> None:
        if self.screen.focused is self.editor.line:
            self.screen.set_focus(self.grid, scroll_visible=False)
        self.editor.close()
        self.grid.edited = False
        self.grid.refresh()

    def _editor_place(self) -> Region:
        shift = self.grid.region.offset - self.content_region.offset
        place = self.grid.place(self.grid.row, self.grid.column).translate(shift)
        return Region(place.x, place.y, place.width, 1)
