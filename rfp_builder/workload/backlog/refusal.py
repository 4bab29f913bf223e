"""Work that nobody can finish in time, however many there are."""

from __future__ import annotations

from collections.abc import Sequence

from rfp_builder.errors import Refused
from rfp_builder.i18n import Phrase

_WHAT = Phrase("期限までに終えられない仕事があります。", "Some work cannot be finished by its deadline.")
_WHY = Phrase(
    "{first}番目の時間帯に届く仕事には、期限までに業務時間がありません（該当する時間帯は全部で{count}）。",
    "For what comes in in interval {first} there are no working hours before the deadline; {count} intervals "
    "are like that.",
)
_REMEDY = Phrase(
    "期限を延ばすか、業務時間を広げるか、期限を業務時間で数えてください。",
    "Lengthen the deadline or the working hours, or count the deadline in working hours.",
)


class CannotBeDone(Refused):
    """There are no working hours between arrival and deadline. `intervals` says where, counted from 0."""

    def __init__(self, intervals: Sequence[int]) -> None:
        super().__init__(_WHAT, _WHY.fill(first=intervals[0] + 1, count=len(intervals)), _REMEDY)
        self.intervals = tuple(intervals)
