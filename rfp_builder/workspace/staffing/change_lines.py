"""What a staffing workbook changed, in words: what held before, and what is to hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.staffing import Staffing
from rfp_builder.text.show import show_date, show_number
from rfp_builder.workspace.staffing.assumptions import own_value, shown_value

if TYPE_CHECKING:
    from rfp_builder.excel.staffing.changes import Change

_FROM_TO = Phrase("{label}: {before} から {after} へ", "{label}: from {before} to {after}")
_TO = Phrase("{label}: {after}", "{label}: {after}")
_DEFAULT = Phrase("定義または標準の値", "the definition or the usual")
_CLEARED = Phrase("削除", "taken away")
_DAYS = Phrase("{n}件", "{n}")
_BETWEEN = Phrase("、", ", ")
_COLUMN = Phrase("{column} {value}", "{column} {value}")


def change_line(change: Change, used: Staffing) -> Phrase:
    """One change; `used` is what the plan used before."""
    from rfp_builder.excel.staffing.inputs import field_of

    field = field_of(change.key)
    if field is None:
        return _TO.fill(label=change.label, after=_after(change))
    before = shown_value(field, own_value(used, change.key))
    after = _DEFAULT if change.value is None else shown_value(field, change.value)
    return _FROM_TO.fill(label=change.label, before=before, after=after)


def _after(change: Change) -> Phrase:
    """What is to hold, of whatever is no single value."""
    from rfp_builder.excel.staffing.changes import GroupChange, SpecialRow

    value = change.value
    if isinstance(value, Mapping):
        return _columns(value)
    if isinstance(value, GroupChange):
        name = value.columns.get("name")
        return _CLEARED if not value.columns else _plain(name)
    if isinstance(value, tuple):
        if any(isinstance(one, SpecialRow) for one in value):
            return _DAYS.fill(n=len(value))
        said = ", ".join(f"{show_number(one)}%" for one in value if isinstance(one, Decimal))
        return _plain(said)
    return _DEFAULT if value is None else _plain(value)


def _columns(value: Mapping[str, Decimal | date | str]) -> Phrase:
    from rfp_builder.excel.staffing.cost_inputs import LABELS

    parts = [_COLUMN.fill(column=LABELS[name], value=_plain(one)) for name, one in value.items()]
    return Phrase(*(_BETWEEN.to(lang).join(one.to(lang) for one in parts) for lang in (Lang.JA, Lang.EN)))


def _plain(value: object) -> Phrase:
    if isinstance(value, date):
        return Phrase(show_date(value, Lang.JA), show_date(value, Lang.EN))
    said = show_number(value) if isinstance(value, int | Decimal) else str(value or "")
    return Phrase(said, said)
