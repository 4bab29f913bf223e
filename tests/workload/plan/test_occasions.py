"""Special days of 2.3: read where they are plainly days, left to the history that holds them, else told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from rfp_builder.i18n import Phrase
from rfp_builder.model.definition.work import SpecialDay
from rfp_builder.model.derived import Derived, digest_of
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import SpecialDays
from rfp_builder.workload.plan.frame import frame_of
from rfp_builder.workload.plan.ledger import Ledger
from rfp_builder.workload.plan.occasions import Occasions, occasions_of, yearly_of

APRIL, MARCH = date(2025, 4, 1), date(2026, 3, 31)
UNTIL = date(2027, 3, 31)


def _project(*periods: str, change: str = "45", specials: tuple[SpecialDays, ...] = ()) -> Project:
    rows = tuple(
        SpecialDay(
            id=f"s{at}", occasion=Localized(ja="販促"), period=Localized(ja=one), change=Decimal(change)
        )
        for at, one in enumerate(periods)
    )
    project = Project()
    work = project.definition.work
    work = work.replace(forecast=work.forecast.replace(special_days=rows))
    staffing = project.staffing.replace(specials=specials)
    return project.replace(definition=project.definition.replace(work=work), staffing=staffing)


def _read(*periods: str, first: date = APRIL, last: date = MARCH, by_day: bool = True) -> Occasions:
    return occasions_of(_project(*periods), first, last, by_day, UNTIL)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("12月5日から12月25日まで", ((12, 5), (12, 25))),
        ("8月13日〜16日", ((8, 13), (8, 16))),
        ("毎年１２月２８日～１月３日", ((12, 28), (1, 3))),
        ("6月1日", ((6, 1), (6, 1))),
        ("3月から4月", ((3, 1), (4, 31))),
        ("3〜4月", ((3, 1), (4, 31))),
        ("12月", ((12, 1), (12, 31))),
        ("11月下旬", ((11, 21), (11, 31))),
        ("5 to 25 December", ((12, 5), (12, 25))),
        ("20 November to 20 December", ((11, 20), (12, 20))),
    ],
)
def test_periods_that_return_every_year(text: str, span: object) -> None:
    assert yearly_of(text) == span


@pytest.mark.parametrize(
    "text",
    [
        "3月、6月、9月、11月の第1月曜日から5営業日",
        "放映の翌日まで。日程は前月の20日に知らせる。",
        "13月1日",
        "2月30日",
        "12",
        "25",
        "年末",
        "",
    ],
)
def test_what_says_more_or_something_else_is_no_period(text: str) -> None:
    assert yearly_of(text) is None


def test_days_of_a_certain_year_are_used() -> None:
    found = _read("2026年11月19日〜25日", "2027-02-01")
    assert [(one.first, one.last, one.factor) for one in found.used] == [
        (date(2026, 11, 19), date(2026, 11, 25), Decimal("1.45")),
        (date(2027, 2, 1), date(2027, 2, 1), Decimal("1.45")),
    ]
    assert not found.shown and not found.unread


def test_what_the_history_holds_is_left_to_it_and_what_it_lacks_is_used() -> None:
    whole = _read("12月5日から12月25日まで")
    assert not whole.used and [one.id for one in whole.shown] == ["s0"]
    short = _read("12月5日から12月25日まで", first=date(2026, 1, 1))
    assert [(one.first, one.last) for one in short.used] == [(date(2026, 12, 5), date(2026, 12, 25))]


@pytest.mark.parametrize("text", ["毎月5日", "毎月10日から3営業日", "月末", "五十日"])
def test_days_of_every_month(text: str) -> None:
    assert [one.id for one in _read(text).shown] == ["s0"]
    assert [one.id for one in _read(text, by_day=False).too_fine] == ["s0"]


def test_the_frame_uses_them_and_says_which_it_did_not_understand() -> None:
    project = _project("2026年11月19日〜25日", "12月", "放映の翌日まで", "月末")
    remarks: list[Phrase] = []
    ledger = Ledger(project)
    frame = frame_of(project, MARCH, date(2026, 4, 1), ledger, remarks, since=APRIL, by_day=False)
    assert [one.first for one in frame.specials] == [date(2026, 11, 19)]
    assert [one.value.ja for one in ledger.used if one.name.ja == "特別日"] == [
        "販促（12月）: 履歴から読み取る",
        "販促 2026-11-19〜2026-11-25 1.45倍",
    ]
    assert ["月末" in one.ja for one in remarks] == [True, False]
    assert "販促（放映の翌日まで）" in remarks[1].ja
    assert "work.forecast.special_days" in ledger.looked_at


def test_what_was_set_for_the_plan_or_filled_in_by_it_does_not_count_twice() -> None:
    own = SpecialDays(first=date(2026, 11, 20), last=date(2026, 11, 20), factor=Decimal(2))
    project = _project("2026年11月19日〜25日", specials=(own,))
    frame = frame_of(project, MARCH, APRIL, Ledger(project), [], since=APRIL)
    assert [one.factor for one in frame.specials] == [2]
    path = "work.forecast.special_days"
    project = _project("2026年11月19日〜25日")
    mark = Derived(
        path=path, digest=digest_of(project.definition.work.forecast.special_days), on=APRIL, inputs=()
    )
    marked = project.replace(staffing=project.staffing.replace(derived=(mark,)))
    assert frame_of(marked, MARCH, APRIL, Ledger(marked), [], since=APRIL).specials == ()
