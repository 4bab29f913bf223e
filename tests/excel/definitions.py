"""Random definitions for the round trip, and a hand that fills in definition workbooks as people do."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

import openpyxl
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from rfp_builder.excel.definition.layout import columns_of
from rfp_builder.forms.frame import pages
from rfp_builder.forms.questions import by_path
from rfp_builder.i18n import Lang
from rfp_builder.model.answers import Item, NotApplicable, Undecided
from rfp_builder.model.definition import Definition
from rfp_builder.model.localized import Localized
from rfp_builder.model.parties import Evaluator
from rfp_builder.model.project import Project
from rfp_builder.model.rfp import Contact, Gate, Rfp, ScheduleRow, Step
from rfp_builder.model.shape import ItemShape, Kind, Slot, items
from rfp_builder.text.clean import clean

AWKWARD = (
    "=1+1",
    "[red]",
    "[/]",
    "{{ x }}",
    "𠮷野家",
    "<b>&amp;",
    "一行目\n二行目",
    "未定: これは本文 2027-03-01",
    "該当なし",
    "\\該当なし: x",
    "TBD",
    "#N/A",
    "'quoted",
    "_x0041_",
    "+81",
    "@x",
    "1,200",
    "2027-04",
    "はい",
    "#p1",
    "\t中",
)
TEXTS = st.one_of(
    st.sampled_from(AWKWARD),
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1, max_size=30),
).map(lambda text: clean(text).text.strip())
WORDINGS = TEXTS.filter(lambda text: 0 < len(text) <= 200)
LOCALIZED = st.one_of(
    st.builds(Localized, ja=WORDINGS),
    st.builds(Localized, en=WORDINGS),
    st.builds(Localized, ja=WORDINGS, en=WORDINGS),
)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
ROW_IDS = st.lists(st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True), max_size=3, unique=True)


def decimals(low: int, high: int, places: int) -> st.SearchStrategy[Decimal]:
    """Decimals without a sign on zero."""
    return st.decimals(low, high, places=places).map(lambda number: number + Decimal(0))


_SIMPLE: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.TEXT: LOCALIZED,
    Kind.LINE: st.sampled_from(["JPY", "USD", "KWD"]),
    # Every whole number of the model takes these; a day of the month no more.
    Kind.WHOLE: st.integers(1, 31),
    Kind.DECIMAL: decimals(-1000, 10_000, 4),
    Kind.PERCENT: decimals(0, 100, 4),
    Kind.MONEY: st.integers(0, 10**15),
    Kind.CLOCK: st.integers(0, 1440),
    Kind.DATE: DAYS,
    Kind.MONTH: st.sampled_from(["1999-12", "2027-04"]),
    Kind.YES_NO: st.booleans(),
}


def _value(slot: Slot) -> st.SearchStrategy[Any]:
    if slot.choices is not None:
        one: st.SearchStrategy[Enum] = st.sampled_from(list(slot.choices))
        return st.lists(one, max_size=3, unique=True).map(tuple) if slot.kind is Kind.CHOICES else one
    if slot.kind is Kind.REFERENCE:
        return st.sampled_from(["p1", "p2", "gone"])
    if slot.kind is Kind.REFERENCES:
        return st.lists(st.sampled_from(["r01", "r-2"]), max_size=2).map(tuple)
    if slot.kind is Kind.TABLE:
        return _rows(slot)
    return _SIMPLE[slot.kind]


def _rows(slot: Slot) -> st.SearchStrategy[Any]:
    row = slot.row
    assert row is not None
    columns = {column.name: _answer(column) for column in slot.columns}
    ids = ROW_IDS.map(lambda found: [*dict.fromkeys([*found, "p1"])])
    return ids.flatmap(
        lambda found: st.tuples(*(st.builds(row, id=st.just(one), **columns) for one in found))
    )


def _answer(slot: Slot) -> st.SearchStrategy[Any]:
    possible = [_value(slot)]
    if slot.kind is not Kind.REFERENCES:
        possible.append(st.none())
    if slot.answerable:
        possible.append(st.builds(Undecided, owner=LOCALIZED, due=DAYS))
        possible.append(st.builds(NotApplicable, reason=LOCALIZED))
    return st.one_of(possible)


def _item(shape: ItemShape) -> st.SearchStrategy[Any]:
    fields = {slot.name: _answer(slot) for slot in shape.slots}
    return st.builds(shape.model, internal_note=st.none() | LOCALIZED, **fields)


def _refers(shape: ItemShape) -> bool:
    referring = (Kind.REFERENCE, Kind.REFERENCES)
    return any(column.kind in referring for slot in shape.slots for column in slot.columns)


@st.composite
def definitions(draw: st.DrawFn, referring: bool = True) -> Definition:
    """Definitions in which a few items are filled with anything the model takes."""
    possible = [item for item, shape in items().items() if referring or not _refers(shape)]
    chosen = draw(st.lists(st.sampled_from(possible), max_size=6, unique=True))
    parts: dict[str, dict[str, Any]] = {}
    for item_id in chosen:
        shape = items()[item_id]
        item = draw(_item(shape))
        parts.setdefault(shape.section, {})[shape.name] = (
            item if referring else _without_blank_rows(shape, item)
        )
    return Definition.model_validate(parts)


def _without_blank_rows(shape: ItemShape, item: Item) -> Item:
    """The item without rows that say nothing: a sheet of another project shows no sign of them."""
    told: dict[str, Any] = {}
    for slot in shape.slots:
        rows = getattr(item, slot.name)
        if slot.kind is Kind.TABLE and isinstance(rows, tuple):
            names = [column.name for column in slot.columns]
            told[slot.name] = (
                tuple(row for row in rows if any(getattr(row, name) not in (None, ()) for name in names))
                or None
            )
    return item.replace(**told)


SHORT = WORDINGS.filter(lambda text: "\n" not in text)
RFPS = st.builds(
    Rfp,
    title=st.none() | LOCALIZED,
    number=st.none() | SHORT,
    version=st.sampled_from(["1.0", "2.13"]),
    languages=st.sampled_from([(Lang.JA,), (Lang.EN,), (Lang.EN, Lang.JA)]),
    contact=st.none() | st.builds(Contact, desk=LOCALIZED, email=st.none() | SHORT),
    schedule=st.lists(
        st.builds(
            ScheduleRow,
            step=st.sampled_from(list(Step)),
            day=DAYS,
            at=st.none() | st.integers(0, 1440),
            note=st.none() | LOCALIZED,
        ),
        max_size=4,
    ).map(tuple),
    gates=ROW_IDS.flatmap(
        lambda ids: st.tuples(*(st.builds(Gate, id=st.just(one), statement=LOCALIZED) for one in ids))
    ),
    validity_days=st.none() | st.integers(0, 400),
)
EVALUATORS = ROW_IDS.flatmap(
    lambda ids: st.tuples(*(st.builds(Evaluator, id=st.just(one), label=LOCALIZED) for one in ids))
)
PROJECTS = st.builds(Project, definition=definitions(), rfp=RFPS, evaluators=EVALUATORS)

UNRELATED = st.builds(Project, definition=definitions(referring=False), rfp=RFPS, evaluators=EVALUATORS)
"""Without references: row ids are fresh in another project."""


def headings(path: str) -> dict[str, str]:
    """Headings of a table to `name`, or to `name.ja` where two languages stand side by side."""
    table = by_path(pages())[path]
    return {
        heading.to(spoken): column.name if lang is None else f"{column.name}.{lang}"
        for languages in ((Lang.JA,), (Lang.JA, Lang.EN))
        for column, lang, heading in columns_of(table, languages)
        for spoken in Lang
    }


class Hand:
    """Opens a workbook as another program would, types into it, and saves it."""

    def __init__(self, data: bytes) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(data))

    def sheet(self, key: str) -> Worksheet:
        """The sheet of a page: `section.2`."""
        return next(one for one in self.book.worksheets if one["A1"].value == f"P {key}")

    def row(self, key: str, start: str) -> int:
        """The row of a page that has the key `start`."""
        sheet = self.sheet(key)
        return next(n for n in range(1, sheet.max_row + 1) if sheet.cell(n, 1).value == start)

    def field(self, page: str, path: str, *typed: object) -> None:
        """Type into the answer cells of a field."""
        row = self.row(page, f"F {path}")
        for column, value in enumerate(typed, start=3):
            self.put(self.sheet(page), row, column, value)

    def table_row(self, page: str, path: str, number: int, typed: dict[str, object]) -> None:
        """Type into row `number` of a table (from 0 behind the examples), by columns: `name`, `name.ja`."""
        sheet = self.sheet(page)
        head = self.row(page, f"T {path}")
        known = headings(path)
        columns = {
            known[str(sheet.cell(head, column).value)]: column
            for column in range(2, sheet.max_column + 1)
            if sheet.cell(head, column).value
        }
        row = self.first_row(page, path) + number
        for name, value in typed.items():
            self.put(sheet, row, columns[name], value)

    def first_row(self, page: str, path: str) -> int:
        """The first row below the headings and examples of a table."""
        row = self.row(page, f"T {path}") + 1
        while str(self.sheet(page).cell(row, 1).value).startswith("X "):
            row += 1
        return row

    def put(self, sheet: Worksheet, row: int, column: int, value: object) -> None:
        """Type a value: a text stays a text, whatever it begins with."""
        cell = sheet.cell(row, column)
        cell.value = value  # type: ignore[assignment]
        if isinstance(value, str):
            cell.data_type = "s"

    def save(self) -> bytes:
        """The bytes of the saved file."""
        buffer = io.BytesIO()
        self.book.save(buffer)
        return buffer.getvalue()


def edited(data: bytes, change: Callable[[Hand], None]) -> bytes:
    """The workbook after somebody has worked on it."""
    hand = Hand(data)
    change(hand)
    return hand.save()
