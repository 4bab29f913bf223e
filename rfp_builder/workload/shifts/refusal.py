"""Why a week cannot be covered: which interval, and what stands in the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rfp_builder.errors import Refused
from rfp_builder.i18n import Phrase
from rfp_builder.text.show import show_time

WEEKDAYS = (
    Phrase("月曜日", "Monday"),
    Phrase("火曜日", "Tuesday"),
    Phrase("水曜日", "Wednesday"),
    Phrase("木曜日", "Thursday"),
    Phrase("金曜日", "Friday"),
    Phrase("土曜日", "Saturday"),
    Phrase("日曜日", "Sunday"),
)


class Cause(StrEnum):
    """What stands in the way."""

    NO_SHIFT = "no-shift"
    SEATS = "seats"
    HEADCOUNT = "headcount"
    PART_TIME = "part-time"
    CONTRACT = "contract"
    TOGETHER = "together"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Reason:
    """One cause, with the intervals in which it bites."""

    cause: Cause
    places: tuple[tuple[int, int], ...]
    """(day from Monday, interval of the day), the worst first."""
    missing: int
    """Agents missing at the first of them."""
    interval_min: int

    def phrase(self) -> Phrase:
        """Where and why, in a sentence."""
        if not self.places:
            return _CAUSES[self.cause]
        day, interval = self.places[0]
        start = interval * self.interval_min
        return _WHERE.fill(
            cause=_CAUSES[self.cause],
            day=WEEKDAYS[day],
            start=show_time(start),
            end=show_time(start + self.interval_min),
            missing=self.missing,
            count=len(self.places),
        )


class NoShiftPlan(Refused):
    """No shifts cover the week. `reasons` says where and why."""

    def __init__(self, reasons: Sequence[Reason]) -> None:
        said = [one.phrase() for one in reasons]
        why = Phrase("".join(one.ja for one in said), " ".join(one.en for one in said))
        super().__init__(_WHAT, why, _REMEDY)
        self.reasons = tuple(reasons)


_WHAT = Phrase("必要人数を満たすシフトを組めません。", "No shifts cover the agents that are needed.")
_REMEDY = Phrase(
    "シフトの種類や上限を見直すか、不足を許して計算してください。",
    "Change the shifts or the limits, or allow some agents to be missing.",
)
_WHERE = Phrase(
    "{day} {start}〜{end} に{missing}人不足します（不足する時間帯は全部で{count}）。{cause}",
    "{day} {start}–{end}: {missing} missing (intervals that lack agents: {count}). {cause}",
)
_CAUSES = {
    Cause.NO_SHIFT: Phrase(
        "どのシフトも、休憩を除くとこの時間帯に入りません。",
        "No shift has anybody at work in that interval, breaks left out.",
    ),
    Cause.SEATS: Phrase("席数の上限を超えます。", "There are not enough seats."),
    Cause.HEADCOUNT: Phrase("総人数の上限では足りません。", "The limit on people in all is too low."),
    Cause.PART_TIME: Phrase(
        "パートタイムの割合の条件と両立しません。", "The share of part-time does not allow it."
    ),
    Cause.CONTRACT: Phrase(
        "勤務形態ごとの人数の上限では足りません。", "The limits on people of each contract are too low."
    ),
    Cause.TOGETHER: Phrase(
        "複数の上限が重なって足りなくなります。", "Several limits together leave too few people."
    ),
    Cause.TIME: Phrase(
        "計算時間の上限までに解が見つかりませんでした。", "No solution was found within the time limit."
    ),
}
