"""What the cells of a table say, read from the document when they are looked at and not before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from rfp_builder.forms.conditions import asked
from rfp_builder.forms.echo import in_words
from rfp_builder.forms.questions import Question
from rfp_builder.forms.row_tree import depths
from rfp_builder.forms.typed import Setting, as_typed
from rfp_builder.i18n import Lang
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.base import Value
from rfp_builder.model.localized import Localized
from rfp_builder.model.shape import Kind
from rfp_builder.text.unreadable import Unreadable
from rfp_builder.tui.table.begun import Begun, begun_rows
from rfp_builder.tui.widths import cells_of
from rfp_builder.workspace.document.paths import row_key

if TYPE_CHECKING:
    from rfp_builder.check.finding import Finding
    from rfp_builder.workspace.document.document import Document

INDENT = "  "
_SHOWN = 200
"""More letters than any column or line has room for."""
DRAFT = ""
"""The key of a row that is begun: the document cannot take it before it has all it needs."""


class Look(Enum):
    """How a cell is shown, beside its words."""

    PLAIN = "plain"
    STATE = "state"
    """未定 or 該当なし."""
    OTHER = "other"
    """A wording in the other language, for want of one in this."""
    UNREAD = "unread"
    """Typed, and not read as an answer yet."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell on one line, and its look."""

    text: str
    look: Look = Look.PLAIN


NOT_ASKED = Cell("-", Look.OTHER)
"""In this row the question does not arise, and nothing has been answered."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What a row says. The row is held, so that no other one can come to have its identity."""

    row: Value
    indent: str
    cells: tuple[Cell, ...]
    widths: tuple[int, ...]


class Cells:
    """The rows of one table as they are shown. Renewed by `bring_up`; holds nothing the document does not."""

    def __init__(self, question: Question, path: str) -> None:
        self.question, self.path = question, path
        self.columns = question.columns
        self.rows: tuple[Value, ...] = ()
        self.begun: tuple[Begun, ...] = ()
        self.lang = Lang.JA
        self._document: Document | None = None
        self._setting: Setting | None = None
        self._found: Mapping[tuple[str, str], Finding] = {}
        self._depths: Mapping[str, int] = {}
        self._said: dict[int, _Said] = {}
        self._names: object = None

    def bring_up(self, document: Document, setting: Setting, findings: Sequence[Finding]) -> None:
        """Show the table as it stands in `document` now."""
        found = document.value(self.path)
        rows = found if isinstance(found, tuple) else ()
        names = self._referred(setting)
        if setting.lang is not self.lang or names != self._names:
            self._said.clear()
        elif len(self._said) > 2 * len(rows):
            present = set(map(id, rows))
            self._said = {one: said for one, said in self._said.items() if one in present}
        self.begun = begun_rows(document, self.path) if isinstance(found, tuple | None) else ()
        self.rows, self.lang, self._names = rows, setting.lang, names
        self._document, self._setting = document, setting
        self._found = by_cell(self.path, findings)
        self._depths = depths(self.question, rows)

    @property
    def setting(self) -> Setting:
        """How answers are typed and shown."""
        assert self._setting is not None, "brought up before it is looked at"
        return self._setting

    @property
    def count(self) -> int:
        """How many rows there are, those that are begun with them."""
        return len(self.rows) + len(self.begun)

    def key(self, at: int) -> str:
        """What tells the row from its neighbours in paths."""
        return (row_key(self.rows[at]) or DRAFT) if at < len(self.rows) else DRAFT

    def row_at(self, key: str, at: int) -> int | None:
        """Where the row of `key` is now; `at` where rows are told apart by their place only. None if gone."""
        if key == DRAFT:
            return at if at < self.count else None
        return next((now for now, row in enumerate(self.rows) if row_key(row) == key), None)

    def cell_path(self, at: int, column: int) -> str:
        """Where the answer of a cell stands in the project."""
        return f"{self.path}[{self.key(at)}].{self.columns[column].name}"

    def place_of(self, path: str) -> tuple[int, int] | None:
        """Row and column of a path into this table; None where the row is gone."""
        key, _, name = path.removeprefix(f"{self.path}[").partition("]")
        at = next((at for at, row in enumerate(self.rows) if row_key(row) == key), None)
        if at is None or not path.startswith(f"{self.path}["):
            return None
        names = [column.name for column in self.columns]
        wanted = name.removeprefix(".")
        return at, names.index(wanted) if wanted in names else 0

    def value(self, at: int, column: int) -> Any:
        """The answer of a cell."""
        name = self.columns[column].name
        if at < len(self.rows):
            return getattr(self.rows[at], name)
        return self.begun[at - len(self.rows)].value(self.columns[column], self.setting)

    def unread(self, at: int, column: int) -> str | None:
        """What was typed into a cell and cannot be read yet."""
        if self._document is None:
            return None
        if at < len(self.rows):
            return self._document.typed(self.cell_path(at, column))
        begun, question = self.begun[at - len(self.rows)], self.columns[column]
        try:
            begun.read(question, self.setting)
        except Unreadable:
            return begun.texts[question.name]
        return None

    def beside(self, at: int, column: int) -> str | None:
        """What is kept of a cell beside the project: of a row that is begun, all of it."""
        if at < len(self.rows):
            return self.unread(at, column)
        return self.begun[at - len(self.rows)].texts.get(self.columns[column].name)

    def cell(self, at: int, column: int) -> Cell:
        """What a cell shows."""
        typed = self.unread(at, column)
        if typed is not None:
            return Cell(one_line(typed), Look.UNREAD)
        if at >= len(self.rows):
            return Cell(one_line(self._begun_text(at, column)))
        return self._row(at).cells[column]

    def typed(self, at: int, column: int) -> str:
        """What a cell holds to be typed over: in full, in the language of the wizard."""
        typed = self.unread(at, column)
        if typed is None and at >= len(self.rows):
            return self._begun_text(at, column)
        return (
            as_typed(self.columns[column], self.value(at, column), self.setting) if typed is None else typed
        )

    def _begun_text(self, at: int, column: int) -> str:
        return self.begun[at - len(self.rows)].shown(self.columns[column], self.setting)

    def finding(self, at: int, column: int) -> Finding | None:
        """The first finding of a cell."""
        return self._found.get((self.key(at), self.columns[column].name))

    def row_finding(self, at: int) -> Finding | None:
        """The first finding of a row as a whole."""
        return self._found.get((self.key(at), ""))

    def widths(self, at: int) -> tuple[int, ...]:
        """How wide the cells of a row are."""
        if at < len(self.rows):
            return self._row(at).widths
        shown = (self.cell(at, column).text for column in range(len(self.columns)))
        return tuple(cells_of(text) for text in shown)

    def _row(self, at: int) -> _Said:
        row = self.rows[at]
        indent = INDENT * self._depths.get(self.key(at), 0) if self._depths else ""
        known = self._said.get(id(row))
        if known is None or known.indent != indent:
            cells = tuple(
                self._cell(column, getattr(row, column.name), indent) if _is_asked(column, row) else NOT_ASKED
                for column in self.columns
            )
            widths = tuple(cells_of(cell.text) for cell in cells)
            known = self._said[id(row)] = _Said(row, indent, cells, widths)
        return known

    def _cell(self, column: Question, value: object, indent: str) -> Cell:
        lang = self.lang
        if isinstance(value, Localized):
            named = column is self.question.naming
            text = one_line(value.to(lang))
            return Cell(indent + text if named else text, Look.PLAIN if value.has(lang) else Look.OTHER)
        if column.kind is Kind.REFERENCES and isinstance(value, tuple):
            return Cell(one_line(in_words(value, self.setting)))
        look = Look.STATE if isinstance(value, Undecided | NotApplicable) else Look.PLAIN
        return Cell(one_line(as_typed(column, value, self.setting)), look)

    def _referred(self, setting: Setting) -> object:
        """What the names of rows elsewhere depend on; compared by identity, since values are shared."""
        tables = {column.refers_to for column in self.columns if column.refers_to}
        found: list[object] = []
        if any(column.kind is Kind.REFERENCES for column in self.columns):
            found.append(setting.register)
        for table in sorted(tables):
            section, item, name = table.split(".")
            found.append(getattr(getattr(getattr(setting.definition, section), item), name))
        return found


NUMBERS = frozenset({Kind.WHOLE, Kind.DECIMAL, Kind.PERCENT, Kind.MONEY, Kind.CLOCK})
"""What stands at the right edge of its column."""


def _is_asked(column: Question, row: Value) -> bool:
    return getattr(row, column.name) is not None or asked(column, row)


def one_line(text: str) -> str:
    """The beginning of a text, without line ends and tabs."""
    start = text[:_SHOWN]
    return " ".join(start.split()) if "\n" in start or "\t" in start else start


def by_cell(path: str, findings: Sequence[Finding]) -> Mapping[tuple[str, str], Finding]:
    """The first finding of each cell, by row and column; that of a row as a whole under no column."""
    found: dict[tuple[str, str], Finding] = {}
    for one in findings:
        if one.path.startswith(f"{path}["):
            key, _, rest = one.path.removeprefix(f"{path}[").partition("]")
            found.setdefault((key, rest.removeprefix(".").partition(".")[0].partition("[")[0]), one)
    return found
