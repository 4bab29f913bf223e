"""Shares month by month: one list in the settings, one cell a month in the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from rfp_builder.excel.notes import Notebook
from rfp_builder.excel.staffing.assumption_rows import AssumptionRow
from rfp_builder.excel.staffing.bases import digest
from rfp_builder.excel.staffing.changes import Change
from rfp_builder.excel.staffing.inputs import MONTHLY
from rfp_builder.i18n import Phrase

LISTS = tuple(f"hiring.{name}" for name in MONTHLY)
"""The lists, by the path that all their months begin with."""

_GAP = Phrase(
    "途中の月が空欄です。1か月目から続けて記入してください。この一覧の変更は読み込みません。",
    "A month in between is blank. Please fill in the months from the first on. "
    "The changes of this list are not taken.",
)

Month = tuple[AssumptionRow, Decimal | date | None, bool]
"""A row, its value, and whether it could be read."""


def list_changes(months: Sequence[Month], bases: Mapping[str, str], notes: Notebook) -> Iterator[Change]:
    """A change for each list in which a month was changed, if all could be read and follow each other."""
    for path in LISTS:
        own = sorted((one for one in months if one[0].key.startswith(f"{path}.")), key=_number)
        changed = [row for row, value, _ in own if _differs(bases, row.key, value)]
        if not changed or not all(is_read for *_, is_read in own):
            continue
        values = [value for _, value, _ in own]
        filled = [value for value in values if isinstance(value, Decimal)]
        if any(value is None for value in values[: len(filled)]):
            notes.error(changed[0].ref("value"), "months.gap", _GAP)
            continue
        yield Change(path, changed[0].label, tuple(filled))


def _number(month: Month) -> int:
    """Which month a row is of: the keys were looked at before."""
    return int(month[0].key.rpartition(".")[2])


def _differs(bases: Mapping[str, str], key: str, value: Decimal | date | None) -> bool:
    return bases.get(key) != digest(value) if bases else value is not None
