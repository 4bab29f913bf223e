"""Finding the answers in the sheets of a workbook that came back: by the keys of rows and by headings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rfp_builder.excel.cells import as_text, is_blank
from rfp_builder.excel.definition import layout
from rfp_builder.excel.definition.origin import typed_token
from rfp_builder.excel.notes import Notebook
from rfp_builder.excel.reading.values import Cell, Row, Sheet, Workbook, ref
from rfp_builder.forms.questions import Page, Question
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.fold import fold

_STRAY = Phrase(
    "記入欄の外に値があります。この値は読み込みません。",
    "There is a value outside the cells to fill in. It is not read.",
)
_EXAMPLE = Phrase(
    "記入例の行に書かれた内容は読み込みません。黄色のセルに記入してください。",
    "What is typed over an example is not read. Please use the yellow cells.",
)
_AGAIN = Phrase(
    "同じ記入欄が2か所にあります。上のものだけを読み込みました。",
    "The same question stands here twice. Only the first was read.",
)
_NO_COLUMN = Phrase(
    "「{heading}」の列が見つかりません。この列は今の内容のままにします。",
    "The column “{heading}” was not found. What the project has in it stays.",
)

Cells = tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """The cells of a field: one for each language of a text."""

    notes: Notebook
    ref: str
    cells: Cells


@dataclass(frozen=True, slots=True)
class RowPlace:
    """A row of a table; columns whose heading was not found are missing from `cells`."""

    number: int
    key: str
    cells: Mapping[str, Cells]

    def ref(self, name: str) -> str:
        """A cell of the column, to point at."""
        for cell in self.cells.get(name, ()):
            if cell is not None:
                return cell.ref
        return ref(self.number, layout.LABELS)


@dataclass(slots=True)
class TablePlace:
    """The rows of a table."""

    notes: Notebook
    ref: str
    rows: list[RowPlace] = field(default_factory=list)


@dataclass(slots=True)
class Places:
    """Where each field and table stands."""

    fields: dict[str, FieldPlace] = field(default_factory=dict)
    tables: dict[str, TablePlace] = field(default_factory=dict)
    notebooks: dict[str, Notebook] = field(default_factory=dict)
    """What was noted, by the key of the page; a page without an entry was not found."""


def find_places(workbook: Workbook, pages: tuple[Page, ...], languages: tuple[Lang, ...]) -> Places:
    """Look through every sheet that says it is one of `pages`; of a sheet that is there twice, the first."""
    places = Places()
    by_key = {page.key: page for page in pages}
    for sheet in workbook:
        page = by_key.pop(page_key(sheet), None)
        if page is not None:
            notes = Notebook(sheet.name)
            places.notebooks[page.key] = notes
            _PageReader(page, languages, places, notes).read(sheet)
    return places


def page_key(sheet: Sheet) -> str:
    """Which page a sheet says it is, in its first cell; empty if it says nothing."""
    if not sheet.rows or sheet.rows[0].cells[0].column != layout.KEYS:
        return ""
    kind, _, key = as_text(sheet.rows[0].cells[0]).strip().partition(" ")
    return key if kind == layout.PAGE else ""


class _PageReader:
    def __init__(self, page: Page, languages: tuple[Lang, ...], places: Places, notes: Notebook) -> None:
        self._questions = {question.path: question for question in page.questions}
        self._languages = languages
        self._places = places
        self._notes = notes
        self._answers = list(range(layout.ANSWERS, layout.ANSWERS + len(languages)))
        self._table: TablePlace | None = None
        self._columns: dict[int, tuple[str, Lang | None]] = {}

    def read(self, sheet: Sheet) -> None:
        for row in sheet.rows:
            cells = {cell.column: cell for cell in row.cells}
            key = as_text(cells.pop(layout.KEYS)).strip() if layout.KEYS in cells else ""
            kind, _, path = key.partition(" ")
            match kind:
                case layout.FIELD if path in self._questions:
                    self._table = None
                    self._field(self._questions[path], row.number, cells)
                case layout.TABLE if path in self._questions:
                    self._open(self._questions[path], row)
                case layout.HEADS:
                    self._table = None
                    self._find_answers(cells)
                case layout.END | layout.PAGE:
                    self._table = None
                case layout.EXAMPLE:
                    texts = [typed_token(cell) for _, cell in sorted(cells.items())]
                    if layout.example_key(texts) != key:
                        self._notes.warn(ref(row.number, layout.LABELS), "example.changed", _EXAMPLE)
                case layout.TEXT:
                    pass
                case _:
                    self._row(row.number, key, cells)

    def _find_answers(self, cells: Mapping[int, Cell]) -> None:
        """Follow the answers to where their headings stand now."""
        langs: list[Lang | None] = list(self._languages) if len(self._languages) > 1 else [None]
        wanted = {
            fold(layout.answer_heading(lang).to(spoken)): position
            for position, lang in enumerate(langs)
            for spoken in Lang
        }
        found = {
            wanted[text]: column for column, cell in cells.items() if (text := fold(as_text(cell))) in wanted
        }
        self._answers = [found.get(position, layout.ANSWERS + position) for position in range(len(langs))]

    def _field(self, question: Question, number: int, cells: Mapping[int, Cell]) -> None:
        if question.path in self._places.fields:
            self._notes.warn(ref(number, layout.LABELS), "field.again", _AGAIN)
            return
        wanted = self._answers if question.kind is question.kind.TEXT else self._answers[:1]
        self._places.fields[question.path] = FieldPlace(
            self._notes, ref(number, wanted[0]), tuple(cells.get(column) for column in wanted)
        )

    def _open(self, table: Question, row: Row) -> None:
        self._table = None
        if table.path in self._places.tables:
            self._notes.warn(ref(row.number, layout.LABELS), "table.again", _AGAIN)
            return
        known = layout.folded_headings(table, self._languages)
        self._columns = {}
        for cell in row.cells:
            place = known.pop(fold(as_text(cell)), None)
            if place is not None:
                self._columns[cell.column] = place
        found = set(self._columns.values())
        for column, lang, heading in layout.columns_of(table, self._languages):
            if (column.name, lang) not in found:
                cell_ref = ref(row.number, layout.LABELS)
                self._notes.error(cell_ref, "column.missing", _NO_COLUMN.fill(heading=heading))
        self._table = TablePlace(self._notes, ref(row.number, layout.LABELS))
        self._places.tables[table.path] = self._table

    def _row(self, number: int, key: str, cells: Mapping[int, Cell]) -> None:
        strays = [
            cell for column, cell in cells.items() if self._table is None or column not in self._columns
        ]
        for cell in strays:
            if not is_blank(cell):
                self._notes.warn(cell.ref, "cell.stray", _STRAY)
        if self._table is None:
            return
        by_name: dict[str, dict[Lang | None, Cell | None]] = {}
        for column, (name, lang) in self._columns.items():
            by_name.setdefault(name, {})[lang] = cells.get(column)
        complete = {
            name: tuple(found[lang] for lang in self._languages) if None not in found else (found[None],)
            for name, found in by_name.items()
            if None in found or len(found) == len(self._languages)
        }
        self._table.rows.append(RowPlace(number, key, complete))
