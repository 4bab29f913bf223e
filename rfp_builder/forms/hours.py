"""Days and hours of a row, such as a program (2.1) or a shift (4.1), changed as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from rfp_builder.forms.questions import Question
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Day

STEP = 30
"""Minutes of one cell of the strip."""
LAST = 24 * 60
"""The last minute of a day."""
_DAYS, _OPENS, _CLOSES = "days", "opens", "closes"
_NINE, _EIGHTEEN = 9 * 60, 18 * 60
OPEN, SHUT = "#", "."
"""How a cell of a bar is written."""
WEEKDAYS = frozenset({Day.MON, Day.TUE, Day.WED, Day.THU, Day.FRI})


@dataclass(frozen=True, slots=True)
class Hours:
    """On which days, from and to which minute after midnight; None where it is not answered."""

    days: frozenset[Day]
    opens: int | None
    closes: int | None

    def toggled(self, day: Day) -> Hours:
        """With `day` if it was without, else without."""
        return replace(self, days=self.days ^ {day})

    def on(self, days: frozenset[Day]) -> Hours:
        """On these days."""
        return replace(self, days=days)

    def between(self, opens: int, closes: int) -> Hours:
        """With these times, kept within the day and at least one step apart."""
        opens = min(max(opens, 0), LAST - STEP)
        return replace(self, opens=opens, closes=min(max(closes, opens + STEP), LAST))

    def opening(self, minutes: int) -> Hours:
        """Opening that many minutes later; usual hours where there are none."""
        if self.opens is None or self.closes is None:
            return self.between(_NINE, _EIGHTEEN)
        return self.between(min(_stepped(self.opens, minutes), self.closes - STEP), self.closes)

    def closing(self, minutes: int) -> Hours:
        """Closing that many minutes later; usual hours where there are none."""
        if self.opens is None or self.closes is None:
            return self.between(_NINE, _EIGHTEEN)
        return self.between(self.opens, _stepped(self.closes, minutes))

    def near(self, minute: int) -> Hours:
        """With whichever end is nearer put to `minute`."""
        if self.opens is None or self.closes is None:
            return self.between(minute, minute + 2 * STEP)
        if abs(minute - self.opens) <= abs(minute - self.closes):
            return self.between(min(minute, self.closes - STEP), self.closes)
        return self.between(self.opens, minute + STEP)

    def bar(self, step: int = STEP) -> str:
        """One character for each `step` minutes of a day: open in some of them, or not."""
        opens, closes = self.opens, self.closes
        if opens is None or closes is None:
            return SHUT * (LAST // step)
        starts = range(0, LAST, step)
        return "".join(OPEN if opens < start + step and start < closes else SHUT for start in starts)


def has_hours(table: Question) -> bool:
    """Whether the rows of a table have days and hours."""
    return {_DAYS, _OPENS, _CLOSES} <= {column.name for column in table.columns}


def hours_of(row: Any) -> Hours:
    """The days and hours of a row; 未定 and 該当なし count as not answered."""
    return Hours(frozenset(known(row.days) or ()), known(row.opens), known(row.closes))


def as_changes(before: Hours, after: Hours) -> Mapping[str, object]:
    """What a row holds for other hours, by column; columns that say the same are left alone."""
    changes: dict[str, object] = {}
    if after.days != before.days:
        changes[_DAYS] = tuple(day for day in Day if day in after.days) or None
    if after.opens != before.opens:
        changes[_OPENS] = after.opens
    if after.closes != before.closes:
        changes[_CLOSES] = after.closes
    return changes


def _stepped(minute: int, by: int) -> int:
    """Onto the grid of half hours first."""
    moved = minute + by
    return moved - moved % STEP if by > 0 else moved + -moved % STEP
