"""Rows that lack what the table needs: kept beside it, as the screen keeps them, and gone on with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.slot import Slot
from rfp_builder.forms import row_editing as editing
from rfp_builder.forms.questions import Question
from rfp_builder.forms.typed import as_typed
from rfp_builder.i18n import Phrase, listed
from rfp_builder.model.shape import Kind
from rfp_builder.tui.table.begun import Begun, begun_rows, keep_begun

_LINE = Phrase("（書きかけ。必要な欄: {columns}）{cells}", "(begun; it needs {columns}) {cells}")
_CELL = Phrase("{label}: {value}", "{label}: {value}")


def begun_in(desk: Desk, slot: Slot) -> tuple[Begun, ...]:
    """The begun rows of a table; none where it has another answer."""
    return begun_rows(desk.document, slot.path) if isinstance(slot.get(), tuple | None) else ()


def keep(desk: Desk, slot: Slot, rows: Iterable[Begun]) -> None:
    """Have these be the begun rows, and save."""
    keep_begun(desk.document, slot.path, rows)
    desk.save()


def as_begun(desk: Desk, table: Question, values: dict[str, Any]) -> Begun:
    """The values of a row that is begun, as they are typed."""
    begun = Begun(desk.lang, {})
    for column in table.columns:
        value = values[column.name]
        if value not in (None, ()):
            labels = [one.label.to(desk.lang) for one in column.choices if one.value == value]
            words = (
                labels[0] if labels and column.kind is Kind.CHOICE else as_typed(column, value, desk.setting)
            )
            begun = begun.written(column.name, words)
    return begun


def values_of(desk: Desk, slot: Slot, begun: Begun, taken: Iterable[str]) -> dict[str, Any]:
    """The values of a begun row; what cannot be read is left empty."""
    values = editing.blank_values(slot.question, frozenset(taken))
    return values | {one.name: begun.value(one, desk.setting) for one in slot.question.columns}


def lacking(table: Question, values: dict[str, Any]) -> Phrase:
    """The columns that the row cannot be without."""
    labels = [one.label for one in table.columns if one.required and values[one.name] in (None, ())]
    return listed(labels)


def begun_line(desk: Desk, slot: Slot, begun: Begun) -> str:
    """What stands in a begun row, and what it lacks."""
    columns = slot.question.columns
    shown = [(one, begun.shown(one, desk.setting)) for one in columns]
    cells = [_CELL.fill(label=one.label, value=text) for one, text in shown if text]
    values = values_of(desk, slot, begun, ())
    return desk.in_words(_LINE.fill(columns=lacking(slot.question, values), cells=listed(cells)))


def begin_usual(desk: Desk, slot: Slot) -> int:
    """Begin a row for each usual choice of the first column that has none; how many."""
    first, begun = slot.question.columns[0], begun_in(desk, slot)
    rows = slot.get()
    present = [getattr(row, first.name) for row in rows] if isinstance(rows, tuple) else []
    present += [one.value(first, desk.setting) for one in begun]
    new = editing.usual_begun(slot.question, [one for one in present if one is not None])
    if new:
        labels = {one.value: one.label.to(desk.lang) for one in first.choices}
        keep(desk, slot, (*begun, *(Begun(desk.lang, {first.name: labels[value]}) for value in new)))
    return len(new)
