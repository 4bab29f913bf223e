"""The week that was planned as a heat map: figures on a ground that is the stronger, the more people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.show import show_date, show_time
from rfp_builder.tui.staffing.weekdays import WEEKDAYS
from rfp_builder.tui.widths import cells_of, cut
from rfp_builder.workspace.staffing.week import WeekOfNeed, weeks_of_need

if TYPE_CHECKING:
    from rfp_builder.workload.plan.values import StaffingPlan

_MEAN = Phrase(
    "{monday}からの週（忙しい週の代表）に応対が必要な人数です。色が強いほど多く、[ ] は最大です。"
    "休憩・休暇などは含みません。",
    "Agents who must take contacts in the week of {monday}, which stands for busy weeks. The stronger the "
    "colour, the more; [ ] is the most. Breaks and absence come on top.",
)
_NOBODY = Phrase("人を必要とする時間帯はありません。", "Nobody is needed at any time.")
_TIME_WIDTH, _WIDTH = 7, 8
_GROUNDS = ("", "on $primary 12%", "on $primary 24%", "on $primary 36%", "on $primary 48%")
"""For up to a fifth of the most, two fifths, and so on."""


def week_lines(plan: StaffingPlan, lang: Lang, width: int) -> Iterator[Content]:
    """All queues together, then each of them."""
    yield Content.styled(_MEAN.fill(monday=show_date(plan.week.monday, lang)).to(lang), "$text-muted")
    for one in weeks_of_need(plan):
        yield Content("")
        yield Content.styled(cut(one.name.to(lang), width), "bold $primary")
        yield from _table(one, lang) if one.most else (Content(_NOBODY.to(lang)),)


def _table(week: WeekOfNeed, lang: Lang) -> Iterator[Content]:
    days = (_right(f"{day.to(lang)} ") for day in WEEKDAYS)
    yield Content.styled(" " * _TIME_WIDTH + "".join(f"{day} " for day in days), "bold")
    for start, people in zip(week.starts, week.people, strict=True):
        time = show_time(start)
        head = Content(" " * (_TIME_WIDTH - 1 - len(time)) + time + " ")
        yield Content.assemble(head, *(_cell(count, week.most) for count in people))


def _cell(count: int, most: int) -> Content:
    text = "-" if not count else f"[{count:,}]" if count == most else f"{count:,} "
    shown = f"{_right(text)} "
    if not count:
        return Content.styled(shown, "$text-muted")
    ground = _GROUNDS[min(len(_GROUNDS) - 1, count * len(_GROUNDS) // (most + 1))]
    return Content.styled(shown, f"bold {ground}" if count == most else ground)


def _right(text: str) -> str:
    return " " * max(_WIDTH - 1 - cells_of(text), 0) + text
