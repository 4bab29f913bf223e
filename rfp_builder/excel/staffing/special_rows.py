"""Special days: first day, last day and factor have cells of their own, and make one list of the settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

from rfp_builder.excel.notes import Notebook
from rfp_builder.excel.staffing.bases import digest
from rfp_builder.excel.staffing.changes import Change, SpecialRow
from rfp_builder.excel.staffing.inputs import SPECIAL
from rfp_builder.excel.staffing.month_lists import Month
from rfp_builder.i18n import Phrase

SPECIALS = "specials"
_PART = Phrase(
    "特別日は、初日・最終日・倍率をすべて記入するか、すべて空欄にしてください。特別日の変更は読み込みません。",
    "Fill in first day, last day and factor of special days, or none of them. "
    "The changes of special days are not taken.",
)
_ORDER = Phrase(
    "最終日は初日以降にしてください。特別日の変更は読み込みません。",
    "The last day must not lie before the first. The changes of special days are not taken.",
)


def special_changes(cells: Sequence[Month], bases: Mapping[str, str], notes: Notebook) -> Iterator[Change]:
    """One change with all special days if a cell was changed, and all of them can be read."""
    own = sorted((one for one in cells if one[0].key.startswith(f"{SPECIALS}.")), key=_place)
    is_changed = any(
        bases.get(row.key, digest(None)) != digest(value) if bases else value is not None
        for row, value, _ in own
    )
    if not is_changed or not all(is_read for *_, is_read in own):
        return
    found: list[SpecialRow] = []
    is_whole = True
    for place, group in groupby(own, key=_place):
        rows = list(group)
        values = {row.key.rpartition(".")[2]: value for row, value, _ in rows}
        first, last, factor = (values.get(name) for name in SPECIAL)
        if first is last is factor is None:
            continue
        if not isinstance(first, date) or not isinstance(last, date) or not isinstance(factor, Decimal):
            notes.error(rows[0][0].ref("value"), "specials.part", _PART)
            is_whole = False
        elif last < first:
            notes.error(rows[0][0].ref("value"), "specials.order", _ORDER)
            is_whole = False
        else:
            found.append(SpecialRow(place, first, last, factor))
    if is_whole:
        yield Change(SPECIALS, own[0][0].label.partition(" / ")[0], tuple(found))


def _place(cell: Month) -> int:
    return int(cell[0].key.split(".")[1])
