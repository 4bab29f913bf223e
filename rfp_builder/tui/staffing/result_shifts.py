"""The shifts of the week that was planned: who comes when, and what that leaves over or lacks."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from textual.content import Content

from rfp_builder.i18n import Lang, Phrase, listed
from rfp_builder.text.show import show_minutes, show_number, show_percent, show_time
from rfp_builder.tui.documents.pane import Column, table
from rfp_builder.tui.staffing.weekdays import WEEKDAYS
from rfp_builder.tui.widths import filled

if TYPE_CHECKING:
    from rfp_builder.workload.plan.values import StaffingPlan
    from rfp_builder.workload.shifts import ShiftPlan
    from rfp_builder.workload.shifts.contract import Shift

_NONE = Phrase("シフトを組めませんでした。", "No shifts could be made.")
_LOOK = Phrase(
    "勤務形態・席数の上限は「3 前提」で、受付時間は2.1で変えられます。",
    "Contracts and seats can be changed under 3 Values, opening hours in 2.1.",
)
_PEOPLE = Phrase("総人数", "Headcount")
_SO_MANY = Phrase("{n}人（うちパートタイム{part}人）", "{n} ({part} in part-time)")
_PAID = Phrase("有給時間（週）", "Paid hours a week")
_HOURS = Phrase("{n}時間", "{n} h")
_OVER = Phrase("必要を超える時間（週）", "Agent hours over the need, a week")
_UNDER = Phrase("必要に足りない時間（週）", "Agent hours short of the need, a week")
_GAP = Phrase("最少の人時との差", "Above the fewest hours possible")
_AT_MOST = Phrase("最大{gap}", "{gap} at most")
_PROVEN = Phrase("なし（最少と確かめました）", "nothing: proven to be the fewest")
_SHIFTS = Phrase("シフト別の人数", "People by shift")
_PATTERNS = Phrase("勤務日の組み合わせ", "Days of work")
_REST = Phrase("{start} {length}", "{start} {length}")
_WORKS, _OFF = Phrase("勤", "on"), Phrase("-", "-")
_KIND, _HOURS_HEAD, _REST_HEAD, _COUNT = (
    Phrase("勤務形態", "Contract"),
    Phrase("時間", "Hours"),
    Phrase("休憩", "Break"),
    Phrase("人数", "People"),
)
_LABEL_WIDTH = 34


def shift_lines(plan: StaffingPlan, lang: Lang) -> Iterator[Content]:
    """The figures, the shifts by day of the week, and who has which days off."""
    shifts = plan.shifts
    if shifts is None:
        yield Content.styled(f"! {_NONE.to(lang)}", "bold $warning")
        if plan.no_shifts is not None:
            yield Content(plan.no_shifts.why.to(lang))
        yield Content.styled(_LOOK.to(lang), "$text-muted")
        return
    for label, value in _figures(shifts, lang):
        yield Content.assemble(Content.styled(filled(label, _LABEL_WIDTH), "bold"), Content(value))
    yield Content("")
    yield Content.styled(_SHIFTS.to(lang), "bold $primary")
    yield from table(
        (Column(_KIND, 12), Column(_HOURS_HEAD, 11), Column(_REST_HEAD, 12), *_days()),
        [
            (
                one.contract.name.to(lang),
                f"{show_time(one.shift.start_min)}-{show_time(one.shift.end_min)}",
                _rests(one.shift, lang),
                *(str(count) if count else "-" for count in one.people),
            )
            for one in sorted(shifts.filled, key=lambda one: (one.contract.is_part_time, one.shift.start_min))
        ],
        lang,
    )
    yield Content("")
    yield Content.styled(_PATTERNS.to(lang), "bold $primary")
    yield from table(
        (Column(_KIND, 12), *_days(), Column(_COUNT, 7, number=True)),
        [
            (
                one.contract.name.to(lang),
                *((_WORKS if works else _OFF).to(lang) for works in one.works),
                show_number(one.people),
            )
            for one in shifts.patterns
        ],
        lang,
    )


def _figures(shifts: ShiftPlan, lang: Lang) -> Iterator[tuple[str, str]]:
    said = _SO_MANY.fill(n=show_number(shifts.headcount), part=show_number(shifts.part_timers))
    yield _PEOPLE.to(lang), said.to(lang)
    an_interval = Fraction(24, shifts.needed.shape[1])
    for label, hours in (
        (_PAID, Fraction(shifts.paid_hours)),
        (_OVER, int(shifts.over.sum()) * an_interval),
        (_UNDER, int(shifts.under.sum()) * an_interval),
    ):
        yield label.to(lang), _HOURS.fill(n=show_number(hours, 0)).to(lang)
    gap = _AT_MOST.fill(gap=show_percent(Fraction(shifts.gap) * 100, 1)) if shifts.gap > 0 else _PROVEN
    yield _GAP.to(lang), gap.to(lang)


def _days() -> tuple[Column, ...]:
    return tuple(Column(day, 3, number=True) for day in WEEKDAYS)


def _rests(shift: Shift, lang: Lang) -> str:
    said = (
        _REST.fill(
            length=show_minutes(one.length_min, lang), start=show_time(shift.start_min + one.after_min)
        )
        for one in shift.breaks
    )
    return listed(said).to(lang) or "-"
