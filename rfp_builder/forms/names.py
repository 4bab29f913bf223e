"""What rows are called where another table refers to them, and which row a name means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from rfp_builder.catalogue.outline import NAMELESS
from rfp_builder.forms.refusal import Refusal
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.definition import Definition
from rfp_builder.model.localized import Localized
from rfp_builder.model.shape import Kind, items
from rfp_builder.text.fold import fold

_NO_SUCH_ROW = Phrase(
    "「{table}」の表に、この名前の行がないか、同じ名前の行が複数あります。一覧から選んでください。",
    "The table “{table}” has no row of this name, or more than one. Please pick from the list.",
)

_BY_ID = "#"
"""A row whose name is no use (empty, or that of another row) is referred to as `#` and its id in a workbook,
where rows may be moved, and by its place on the screen."""
_SAME_NAME = Phrase("{name}（{n}行目）", "{name} (row {n})")
_GONE = Phrase("（削除された行）", "(a deleted row)")

Wordings = Mapping[str, Mapping[str, tuple[str, ...]]]
"""By table and row id: what the row is called, in any language."""


class RowNames:
    """The names of the rows of all tables that are referred to.

    Args:
        names: as the project has them; references are shown by these.
        typed: as a workbook has them now; references are read by these, and by the project's where nobody
            else is called so.
        placed: whether a row whose name is no use is referred to by its place, as rows of `typed` stand.
    """

    def __init__(
        self,
        names: Mapping[str, Mapping[str, Localized]],
        typed: Wordings | None = None,
        *,
        placed: bool = False,
    ) -> None:
        self._names, self._placed = names, placed
        self._places: dict[tuple[str, Lang], Mapping[str, str]] = {}
        self._shown: dict[tuple[str, Lang], Mapping[str, str]] = {}
        present = {table: _wordings(rows) for table, rows in names.items()}
        self._wordings = present if typed is None else _overlaid(present, typed)

    def shown(self, table: str, row_id: str, lang: Lang) -> str:
        """What stands in a cell that refers to the row."""
        if (table, lang) not in self._shown:
            self._shown[table, lang] = self._labels(table, lang)
        found = self._shown[table, lang].get(row_id) or self._by_place(table, lang).get(row_id)
        if found is not None:
            return found
        gone = self._placed and row_id not in self._wordings.get(table, {})
        return _GONE.to(lang) if gone else f"{_BY_ID}{row_id}"

    def rows(self, table: str) -> tuple[str, ...]:
        """The ids of the rows of a table."""
        return tuple(self._wordings.get(table, {}))

    def row_of(self, table: str, text: str) -> str | None:
        """The id of the one row that `text` means, by its name in either language or by its id."""
        rows = self._wordings.get(table, {})
        alike: Callable[[str], str]
        for alike in (str.strip, fold):
            wanted = alike(text)
            found = {row_id for row_id, names in rows.items() if any(alike(name) == wanted for name in names)}
            if found:
                return found.pop() if len(found) == 1 else None
        for lang in Lang:
            for row_id, place in self._by_place(table, lang).items():
                if fold(place) == fold(text):
                    return row_id
        row_id = text.strip().removeprefix(_BY_ID)
        return row_id if text.strip().startswith(_BY_ID) and row_id in rows else None

    def _by_place(self, table: str, lang: Lang) -> Mapping[str, str]:
        """Rows without a name of their own, by where they stand; none whose place reads like a name."""
        if not self._placed:
            return {}
        if (table, lang) not in self._places:
            named, rows = self._labels(table, lang), self._wordings.get(table, {})
            names = self._names.get(table, {})
            used = {fold(name) for wordings in rows.values() for name in wordings}
            places = {
                row_id: (
                    _SAME_NAME.fill(name=names[row_id], n=at) if row_id in names else NAMELESS.fill(n=at)
                ).to(lang)
                for at, row_id in enumerate(rows, start=1)
                if row_id not in named
            }
            self._places[table, lang] = {
                row_id: place for row_id, place in places.items() if fold(place) not in used
            }
        return self._places[table, lang]

    def _labels(self, table: str, lang: Lang) -> Mapping[str, str]:
        rows = self._names.get(table, {})
        used = Counter(
            folded for names in _wordings(rows).values() for folded in {fold(name) for name in names}
        )
        spoken = {row_id: name.to(lang) for row_id, name in rows.items()}
        return {
            row_id: name
            for row_id, name in spoken.items()
            if used[fold(name)] == 1 and not name.startswith(_BY_ID)
        }


def row_names(definition: Definition) -> RowNames:
    """The names of the rows of all tables of a definition that other tables refer to."""
    names: dict[str, dict[str, Localized]] = {}
    all_rows: dict[str, dict[str, tuple[str, ...]]] = {}
    for table, naming in _referred_to().items():
        section, item, field = table.split(".")
        rows = getattr(getattr(getattr(definition, section), item), field)
        named = {row.id: getattr(row, naming) for row in (rows if isinstance(rows, tuple) else ())}
        names[table] = {row_id: name for row_id, name in named.items() if isinstance(name, Localized)}
        all_rows[table] = dict.fromkeys(named, ())
    # Rows without a name are referred to as well.
    return RowNames(names, all_rows, placed=True)


def read_reference(names: RowNames, table: str, text: str, title: Phrase) -> str:
    """The id of the row of `table` that `text` means; `title` is what the table is called.

    Raises:
        Refusal: no row is called so, or more than one.
    """
    row_id = names.row_of(table, text)
    if row_id is None:
        raise Refusal("reference.unknown", _NO_SUCH_ROW.fill(table=title))
    return row_id


@cache
def _referred_to() -> Mapping[str, str]:
    """The paths of the tables that some column refers to, and the column that names their rows."""
    tables = {
        f"{shape.path}.{slot.name}": slot
        for shape in items().values()
        for slot in shape.slots
        if slot.kind is Kind.TABLE
    }
    targets = {column.refers_to for slot in tables.values() for column in slot.columns if column.refers_to}
    return MappingProxyType(
        {
            path: next(column.name for column in tables[path].columns if column.kind is Kind.TEXT)
            for path in tables
            if path in targets
        }
    )


def _wordings(rows: Mapping[str, Localized]) -> dict[str, tuple[str, ...]]:
    return {row_id: tuple(name.to(lang) for lang in Lang if name.has(lang)) for row_id, name in rows.items()}


def _overlaid(present: Wordings, typed: Wordings) -> Wordings:
    """The typed names, and behind each those the project has for the row, unless another row took them."""
    result: dict[str, dict[str, tuple[str, ...]]] = {}
    for table in {*present, *typed}:
        rows = dict(typed.get(table, {}))
        taken = {fold(name) for names in rows.values() for name in names}
        for row_id, names in present.get(table, {}).items():
            former = tuple(name for name in names if fold(name) not in taken)
            rows[row_id] = (*rows.get(row_id, ()), *former)
        result[table] = rows
    return result
