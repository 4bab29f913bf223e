"""Kinds of contract as cells: a row for each, the spare rows below them, and how each column is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from rfp_builder.excel.columns import ColumnSpec, Kind
from rfp_builder.forms.choices import YES_OR_NO
from rfp_builder.forms.shift_times import MOST_GROUPS, show_rests, show_starts
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.staffing import ShiftGroup
from rfp_builder.text.show import show_minutes

GROUP_LABELS = {
    "name": Phrase("勤務形態の名称", "Kind of contract"),
    "length": Phrase("拘束時間", "Length with breaks"),
    "days_a_week": Phrase("週の\n勤務日数", "Days of work a week"),
    "people": Phrase("人数の上限", "People at most"),
    "starts": Phrase("始業時刻", "Shifts start at"),
    "rests": Phrase("休憩（始業からの時間/長さ）", "Breaks (time after the start/length)"),
    "days_off_together": Phrase("休日は連続", "Days off together"),
    "part_time": Phrase("パートタイム", "Part-time"),
}
"""By field of `model.staffing.ShiftGroup`, in the order of the columns."""
NEEDED = ("name", "starts", "length")
"""Columns that a kind of contract cannot do without; the others have something usual."""

GroupCell = str | Decimal | bool | None

_ROWS = "groups."
_SPARE = 2
_FEWEST = 4
_KEY = re.compile(r"groups\.(?:\+[0-9]{1,2}|[a-z0-9][a-z0-9-]{0,47})")
_WORDS = {"days_a_week": ("日", "日間", "days"), "people": ("人", "名", "people")}


def group_rows(groups: Sequence[ShiftGroup]) -> Iterator[tuple[str, ShiftGroup | None]]:
    """The rows of the table by their hidden ids: those there are, and rows for more."""
    for one in groups:
        yield f"{_ROWS}{one.id}", one
    spare = min(max(_SPARE, _FEWEST - len(groups)), max(0, MOST_GROUPS - len(groups)))
    for place in range(1, spare + 1):
        # No id of a group has a plus.
        yield f"{_ROWS}+{place}", None


def group_id(key: str) -> str | None:
    """Which group, or spare row, the row with that hidden id is about; None for no such row."""
    return key.removeprefix(_ROWS) if _KEY.fullmatch(key) else None


def is_spare(group: str) -> bool:
    """Whether it is a row for one more."""
    return group.startswith("+")


def group_cells(group: ShiftGroup | None, lang: Lang) -> dict[str, GroupCell]:
    """What the cells of a row hold, by column; nothing in a spare row."""
    if group is None:
        return dict.fromkeys(GROUP_LABELS)
    return {
        "name": group.name.to(lang),
        "length": show_minutes(group.length, lang),
        "days_a_week": Decimal(group.days_a_week),
        "people": None if group.people is None else Decimal(group.people),
        "starts": show_starts(group.starts, lang),
        "rests": show_rests(group.rests, lang) or None,
        "days_off_together": group.days_off_together,
        "part_time": group.part_time,
    }


def group_column(column: str) -> ColumnSpec:
    """How a cell of the table is read."""
    label = GROUP_LABELS[column]
    if column in ("days_off_together", "part_time"):
        return ColumnSpec(column, label, Kind.BOOL)
    if column in _WORDS:
        return ColumnSpec(column, label, Kind.NUMBER, units=_WORDS[column])
    return ColumnSpec(column, label)


def yes_or_no(value: bool, lang: Lang) -> str:
    """A truth as its cell shows it."""
    return YES_OR_NO[0 if value else 1].label.to(lang)


def compared(value: GroupCell) -> Decimal | str | None:
    """What a cell holds, for its digest."""
    return str(value) if isinstance(value, bool) else value
