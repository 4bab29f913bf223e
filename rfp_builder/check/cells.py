"""The answers that the definition asks for, one by one: the basis of completeness."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rfp_builder.catalogue.sections import Column, FieldText
from rfp_builder.catalogue.sections import item as item_text
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import Item, Row, Undecided
from rfp_builder.model.definition import Definition
from rfp_builder.model.shape import ItemShape, Kind, Slot, item_at, items


@dataclass(frozen=True, slots=True)
class Cell:
    """One required answer: a field, or a cell of a row. 未定 is undecided and counts as not answered."""

    path: str
    answered: bool
    undecided: bool
    field: FieldText
    column: Column | None = None
    row: int | None = None
    """Position of the row, from 1."""

    @property
    def label(self) -> Phrase:
        """What the form calls it."""
        return self.column.label if self.column is not None else self.field.label


@dataclass(frozen=True, slots=True)
class Open:
    """An answer that is 未定, required or not."""

    path: str
    answer: Undecided
    item: str
    label: Phrase
    confidential: bool


def required_cells(definition: Definition, item_id: str) -> Iterator[Cell]:
    """The required answers of one item. An optional item that nobody has touched asks for none.

    What other answers call off is not asked either; where it is answered all the same, it counts.
    """
    shape, text, item = items()[item_id], item_text(item_id), item_at(definition, item_id)
    if text.optional and not touched(definition, item_id):
        return
    for slot in shape.slots:
        answer = getattr(item, slot.name)
        field = text.field(slot.name)
        if field.required:
            cell = _cell(f"{shape.path}.{slot.name}", answer, field)
            if cell.answered or _asked(field, item):
                yield cell
        if slot.kind is Kind.TABLE and isinstance(answer, tuple):
            yield from _row_cells(shape, slot, field, answer)


def touched(definition: Definition, item_id: str) -> bool:
    """Whether anything at all has been answered in an item, 未定 and 該当なし included."""
    item = item_at(definition, item_id)
    return any(getattr(item, slot.name) not in (None, ()) for slot in items()[item_id].slots)


def open_answers(definition: Definition) -> Iterator[Open]:
    """Every 未定 of the definition, in order."""
    for shape in items().values():
        item = item_at(definition, shape.id)
        for slot in shape.slots:
            path, answer = f"{shape.path}.{slot.name}", getattr(item, slot.name)
            if isinstance(answer, Undecided):
                yield Open(
                    path, answer, shape.id, item_text(shape.id).field(slot.name).label, slot.confidential
                )
            elif slot.kind is Kind.TABLE and isinstance(answer, tuple):
                yield from _open_in_rows(shape, slot, path, answer)


def _open_in_rows(shape: ItemShape, slot: Slot, path: str, rows: tuple[Row, ...]) -> Iterator[Open]:
    for row in rows:
        for column in slot.columns:
            answer = getattr(row, column.name)
            if isinstance(answer, Undecided):
                label = item_text(shape.id).field(slot.name).column(column.name).label
                yield Open(f"{path}[{row.id}].{column.name}", answer, shape.id, label, slot.confidential)


def _row_cells(shape: ItemShape, slot: Slot, field: FieldText, rows: tuple[Row, ...]) -> Iterator[Cell]:
    asked = [column for column in field.columns if column.required]
    for position, row in enumerate(rows, start=1):
        for column in asked:
            path = f"{shape.path}.{slot.name}[{row.id}].{column.name}"
            cell = _cell(path, getattr(row, column.name), field, column, position)
            if cell.answered or _asked(column, row):
                yield cell


def _asked(text: FieldText | Column, holder: Item | Row) -> bool:
    return text.when is None or text.when.holds(holder)


def _cell(
    path: str, answer: object, field: FieldText, column: Column | None = None, row: int | None = None
) -> Cell:
    undecided = isinstance(answer, Undecided)
    return Cell(path, answer not in (None, ()) and not undecided, undecided, field, column, row)
