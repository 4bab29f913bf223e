"""An item of the definition as people read it: labelled answers and tables, in one language.

Documents and previews all take this form, so an answer reads the same everywhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.catalogue.outline_months import by_month
from rfp_builder.catalogue.sections import FieldText
from rfp_builder.catalogue.sections import item as item_text
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.answers import NotApplicable, Row, Undecided
from rfp_builder.model.choices import Day
from rfp_builder.model.definition import Definition
from rfp_builder.model.localized import Localized
from rfp_builder.model.shape import Kind, Slot, item_at, items
from rfp_builder.model.units import Reads
from rfp_builder.text.show import show_date, show_month, show_number, show_time

_NUMBERS = frozenset({Kind.WHOLE, Kind.DECIMAL, Kind.PERCENT, Kind.MONEY, Kind.CLOCK})
_SHORT = frozenset({Kind.CHOICE, Kind.CHOICES, Kind.DATE, Kind.MONTH, Kind.YES_NO, Kind.LINE})

UNDECIDED = Phrase("未定", "to be decided")
UNDECIDED_UNTIL = Phrase("未定（{due}までに決定）", "to be decided by {due}")
UNDECIDED_BY = Phrase("未定（{owner}が{due}までに決定）", "to be decided by {owner} until {due}")
NOT_APPLICABLE = Phrase("該当なし", "not applicable")
NOT_APPLICABLE_WHY = Phrase("該当なし（{reason}）", "not applicable ({reason})")
YES = Phrase("はい", "yes")
NO = Phrase("いいえ", "no")
MONTH_END = Phrase("月末", "end of month")
NAMELESS = Phrase("（名前なし {n}行目）", "(no name, row {n})")
"""A row that has no name yet."""
YEN = Phrase("日本円（JPY）", "Japanese yen (JPY)")

_LAST_DAY = 31


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled answer."""

    name: str
    label: str
    text: str
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a table; numbers are set right, short columns need little width."""

    name: str
    text: str
    numeric: bool
    short: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A labelled table; every row has a cell for each heading."""

    name: str
    label: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...]
    confidential: bool = False


Block = Line | Table


def outline(
    definition: Definition,
    item_id: str,
    lang: Lang,
    *,
    listed: Mapping[str, Collection[str]] | None = None,
    internal: bool = False,
) -> tuple[Block, ...]:
    """The answers of one item that have something to show, in the item's order.

    `listed` names the fields that may be shown and, for tables, the columns; None shows all of them.
    `internal` adds who decides what is undecided and why something does not apply.

    Raises:
        KeyError: there is no such item.
    """
    shape, texts, item = items()[item_id], item_text(item_id), item_at(definition, item_id)
    blocks: list[Block] = []
    for slot in shape.slots:
        if listed is not None and slot.name not in listed:
            continue
        answer, text = getattr(item, slot.name), texts.field(slot.name)
        if answer is None or answer == ():
            continue
        if slot.kind is Kind.TABLE and isinstance(answer, tuple):
            allowed = None if listed is None else listed[slot.name]
            columns = tuple(c for c in slot.columns if allowed is None or c.name in allowed)
            block = _table(definition, slot, text, columns, answer, lang, internal)
            if block.rows:
                blocks.append(block)
        else:
            shown = say(definition, slot, answer, lang, internal=internal)
            blocks.append(Line(slot.name, text.heading.to(lang), shown, slot.confidential))
    return tuple(blocks)


def say(definition: Definition, slot: Slot, answer: object, lang: Lang, *, internal: bool = False) -> str:
    """One answer in words; empty where there is none."""
    match answer:
        case None:
            return ""
        case Undecided():
            phrase = UNDECIDED_BY if internal else UNDECIDED_UNTIL
            return phrase.fill(owner=answer.owner, due=show_date(answer.due, lang)).to(lang)
        case NotApplicable():
            phrase = NOT_APPLICABLE_WHY if internal else NOT_APPLICABLE
            return phrase.fill(reason=answer.reason).to(lang)
        case Localized():
            return answer.to(lang)
        case bool():
            return (YES if answer else NO).to(lang)
        case Enum():
            return choice_label(answer).to(lang)
        case date():
            return show_date(answer, lang)
        case int() | Decimal():
            return _number(slot, answer, lang)
        case tuple():
            return _several(answer, lang)
        case "JPY" if slot.reads is Reads.CURRENCY:
            return YEN.to(lang)
        case str() if slot.kind is Kind.MONTH:
            return show_month(answer, lang)
        case str():
            return row_name(definition, slot.refers_to, answer, lang) if slot.refers_to else answer
    raise TypeError(f"{slot.name} holds a {type(answer).__name__}")


def row_name(definition: Definition, table: str, row_id: str, lang: Lang) -> str:
    """What the row `row_id` of the table at the dotted path `table` is called; empty if it is gone."""
    section, item_name, field = table.split(".")
    rows = getattr(getattr(getattr(definition, section), item_name), field)
    for row in rows if isinstance(rows, tuple) else ():
        if row.id == row_id:
            return _first_text(row, lang)
    return ""


def _table(
    definition: Definition,
    slot: Slot,
    text: FieldText,
    columns: tuple[Slot, ...],
    rows: tuple[Row, ...],
    lang: Lang,
    internal: bool,
) -> Table:
    cells = [
        [say(definition, column, getattr(row, column.name), lang, internal=internal) for column in columns]
        for row in rows
    ]
    label = text.heading.to(lang)
    turned = by_month(columns, text, rows, cells, lang)
    if turned is not None:
        slots = (turned.month, *[turned.figure] * (len(turned.headings) - 1))
        above = tuple(_heading(one, words) for one, words in zip(slots, turned.headings, strict=True))
        return Table(slot.name, label, above, turned.rows, slot.confidential)
    # A column that nobody filled says nothing and only narrows the others.
    used = [i for i in range(len(columns)) if any(row[i] for row in cells)]
    headings = tuple(_heading(columns[i], text.column(columns[i].name).heading.to(lang)) for i in used)
    filled = tuple(tuple(row[i] for i in used) for row in cells if any(row))
    return Table(slot.name, label, headings, filled, slot.confidential)


def _heading(column: Slot, words: str) -> Heading:
    return Heading(column.name, words, column.kind in _NUMBERS, column.kind in _SHORT)


def _number(slot: Slot, number: int | Decimal, lang: Lang) -> str:
    if slot.reads is Reads.DAY_OF_MONTH and number == _LAST_DAY:
        return MONTH_END.to(lang)
    if slot.kind is Kind.CLOCK:
        return show_time(int(number))
    # The unit, "%" too, stands in the heading.
    return show_number(number)


def _several(values: tuple[object, ...], lang: Lang) -> str:
    if values and all(isinstance(value, Day) for value in values):
        return _days([value for value in values if isinstance(value, Day)], lang)
    labels = [choice_label(v).to(lang) if isinstance(v, Enum) else str(v) for v in values]
    return ("、" if lang is Lang.JA else ", ").join(labels)


def _days(days: list[Day], lang: Lang) -> str:
    """月〜金、祝: runs of three and more days are drawn together."""
    order = list(Day)
    runs = list(_runs(sorted({order.index(day) for day in days})))
    between, dash = ("、", "〜") if lang is Lang.JA else (", ", "–")
    names = [choice_label(day).to(lang) for day in order]
    shown = (
        [f"{names[run[0]]}{dash}{names[run[-1]]}"] if len(run) > 2 else [names[i] for i in run]
        for run in runs
    )
    return between.join(name for group in shown for name in group)


def _runs(indices: list[int]) -> Iterator[list[int]]:
    holiday = list(Day).index(Day.HOLIDAY)
    run: list[int] = []
    for index in indices:
        if run and (index != run[-1] + 1 or index == holiday):
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _first_text(row: Row, lang: Lang) -> str:
    for name in type(row).model_fields:
        value = getattr(row, name)
        if isinstance(value, Localized):
            return value.to(lang)
    return ""
