"""The volume annex: months that add up, the ordinary week worked out by hand, facts and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rfp_builder.model.annex import AnnexSeries, VolumeAnnex
from rfp_builder.model.choices import Channel
from rfp_builder.model.definition import Definition
from rfp_builder.model.definition.work import (
    CallReason,
    CallReasons,
    ChannelVolume,
    Program,
    Programs,
    Volumes,
    Work,
)
from rfp_builder.model.definition.work import Forecast as ForecastItem
from rfp_builder.model.derived import HISTORY, changed_inputs
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import (
    CostAssumption,
    HiringTerms,
    HistoryFile,
    Queue,
    ShrinkagePart,
    SpecialDays,
    Staffing,
)
from rfp_builder.workload.forecast.making import forecast
from rfp_builder.workload.history.values import (
    Axis,
    DayStatus,
    Dimension,
    Handling,
    History,
    Measured,
    MonthlyTotals,
)
from rfp_builder.workload.plan.annex import annex_of
from tests.workload.plan.made import months, year

_MADE = date(2026, 11, 2)
_MONDAY = date(2025, 6, 2)
_PROGRAM, _CHANNEL, _REASON = (
    Axis(Dimension.PROGRAM, "業務"),
    Axis(Dimension.CHANNEL, "チャネル"),
    Axis(Dimension.REASON, "理由"),
)


def _project(**staffing: object) -> Project:
    """Orders and service; both by phone, service by e-mail too."""
    programs = (
        Program(id="p1", name=Localized(ja="注文受付", en="Orders")),
        Program(id="p2", name=Localized(ja="問い合わせ対応", en="Service")),
    )
    volumes = (
        ChannelVolume(id="v1", program="p1", channel=Channel.PHONE),
        ChannelVolume(id="v2", program="p2", channel=Channel.PHONE),
        ChannelVolume(id="v3", program="p2", channel=Channel.EMAIL),
    )
    reasons = (
        CallReason(id="r1", reason=Localized(ja="注文", en="Order"), share=Decimal(60), aht=280),
        CallReason(id="r2", reason=Localized(ja="配送", en="Delivery"), share=Decimal(40)),
        CallReason(id="r3", reason=Localized(ja="届く日", en="Day"), parent="r2", share=Decimal(100)),
    )
    work = Work(
        programs=Programs(programs=programs),
        volumes=Volumes(volumes=volumes),
        reasons=CallReasons(reasons=reasons),
        forecast=ForecastItem(yearly_growth=Decimal(2)),
    )
    return Project(definition=Definition(work=work), staffing=Staffing.model_validate(staffing))


def _history(
    calls: np.ndarray[tuple[int, ...], np.dtype[np.int64]],
    axes: Sequence[Axis] = (),
    keys: Sequence[tuple[str, ...]] = ((),),
    *,
    first: date = _MONDAY,
    status: Sequence[int] | None = None,
    unknown: Sequence[tuple[int, int]] = (),
    handling: Handling | None = None,
) -> History:
    known = np.ones(calls.shape[1:], dtype=np.bool_)
    for at in unknown:
        known[at] = False
    of_days = np.zeros(calls.shape[1]) if status is None else np.array(status)
    minutes = 24 * 60 // calls.shape[2]
    return History(first, minutes, tuple(axes), tuple(keys), calls, known, of_days.astype(np.int8), handling)


def _daily(*counts: int) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    return np.array(counts, dtype=np.int64)[None, :, None]


_KEYS = (("注文受付", "電話"), ("問い合わせ対応", "電話"), ("Service", "E-mail"), ("知らない業務", "電話"))


@given(
    seed=st.integers(0, 2**32 - 1),
    days=st.integers(1, 70),
    first=st.dates(date(2024, 1, 1), date(2026, 1, 1)),
    series=st.integers(1, 4),
    ahead=st.integers(1, 90),
)
@settings(max_examples=40, deadline=None)
def test_months_add_up_to_the_history_and_to_the_forecast(
    seed: int, days: int, first: date, series: int, ahead: int
) -> None:
    draw = np.random.default_rng(seed)
    calls = draw.poisson(draw.uniform(0, 9, (series, days, 1)), (series, days, 4)).astype(np.int64)
    history = _history(calls, (_PROGRAM, _CHANNEL), _KEYS[:series], first=first)
    expected = forecast(history, date.fromordinal(history.last.toordinal() + ahead))
    annex = annex_of(_project(), history, expected, made_on=_MADE)
    assert _sum(annex, "actual") == history.total
    assert _sum(annex, "expected") == expected.total
    for one, at in zip(annex.series, range(series), strict=True):
        assert sum(month.contacts for month in one.actual) == int(calls[at].sum())
    assert annex.averaged + annex.left_out.total == days
    names = [month.month for month in annex.series[0].actual]
    assert names == sorted(set(names)) and names[0] == first.isoformat()[:7]


def _sum(annex: VolumeAnnex, name: str) -> int:
    return sum(month.contacts for one in annex.series for month in getattr(one, name))


def test_series_go_to_their_queues_and_guesses_to_none() -> None:
    calls = np.ones((4, 14, 1), dtype=np.int64)
    annex = annex_of(_project(), _history(calls, (_PROGRAM, _CHANNEL), _KEYS), made_on=_MADE)
    assert [(one.program, one.channel) for one in annex.series] == [
        ("p1", Channel.PHONE),
        ("p2", Channel.PHONE),
        ("p2", Channel.EMAIL),
        (None, Channel.PHONE),
    ]


def test_what_the_history_does_not_tell_apart_is_not_told_apart() -> None:
    annex = annex_of(_project(), _history(_daily(*[5] * 14)), made_on=_MADE)
    assert [(one.program, one.channel) for one in annex.series] == [(None, Channel.PHONE)]


def test_a_queue_claims_series_by_their_names() -> None:
    queue = Queue(id="q", program="p2", channel=Channel.CHAT, names=("回線A", "回線B"))
    calls = np.array([[[3]], [[4]]], dtype=np.int64)
    history = _history(calls, (Axis(Dimension.OTHER, "回線"),), (("回線A",), ("回線B",)))
    (one,) = annex_of(_project(queues=(queue,)), history, made_on=_MADE).series
    assert (one.program, one.channel, one.actual[0].contacts) == ("p2", Channel.CHAT, 7)


def test_the_ordinary_week_leaves_out_what_is_not_ordinary() -> None:
    # Three weeks and a day from Monday 30 June 2025; Monday 21 July is a holiday.
    counts = [100, 10, 10, 10, 10, 0, 0, 110, 10, 0, 50, 10, 0, 0, 120, 10, 10, 10, 11, 0, 0, 40]
    status = [DayStatus.OPEN] * len(counts)
    for at in (5, 6, 12, 13, 19, 20):
        status[at] = DayStatus.CLOSED
    status[9] = DayStatus.MISSING
    first = date(2025, 6, 30)
    special = SpecialDays(first=date(2025, 7, 10), last=date(2025, 7, 10), factor=Decimal(5))
    annex = annex_of(
        _project(specials=(special,)),
        _history(_daily(*counts), first=first, status=status),
        made_on=_MADE,
    )
    (one,) = annex.series
    # Monday (100 + 110 + 120) / 3, Friday (10 + 10 + 11) / 3.
    assert [day[0] for day in one.week] == [
        Decimal(text) for text in ["110.0", "10.0", "10.0", "10.0", "10.3", "0", "0"]
    ]
    left = annex.left_out
    assert (left.closed, left.missing, left.special, left.holidays, left.unusual) == (6, 1, 1, 1, 0)
    assert annex.averaged == len(counts) - 9
    assert [(gap.month, gap.days) for gap in annex.gaps] == [("2025-07", 1)]


def test_an_interval_that_is_missing_does_not_count_as_empty() -> None:
    calls = np.array([[[0, 6], [0, 9]] + [[0, 0]] * 5 + [[0, 8], [0, 9]]], dtype=np.int64)
    annex = annex_of(_project(), _history(calls, unknown=[(7, 1)]), made_on=_MADE)
    assert annex.series[0].week[0] == (Decimal("6.0"),)
    assert annex.opens == 12 * 60 and annex.interval_minutes == 12 * 60


@pytest.mark.parametrize(
    ("minutes", "shown"), [(5, 30), (10, 30), (15, 30), (20, 60), (30, 30), (60, 60), (1440, 1440)]
)
def test_fine_intervals_are_drawn_together_before_they_are_rounded(minutes: int, shown: int) -> None:
    slots = 24 * 60 // minutes
    calls = np.zeros((1, 21, slots), dtype=np.int64)
    calls[0, :7, 9 * 60 // minutes if slots > 1 else 0] = 1
    calls[0, :14, (9 * 60 + shown) // minutes - 1 if slots > 1 else 0] += 1
    annex = annex_of(_project(), _history(calls), made_on=_MADE)
    assert annex.interval_minutes == shown
    assert annex.opens == (0 if minutes == 1440 else 9 * 60)
    # 1/3 and 2/3 are one contact together, where rounded one by one they would be 0.3 and 0.7.
    assert annex.series[0].week[0] == (Decimal("1.0"),)


def test_handling_times_are_weighted_and_say_of_how_many() -> None:
    calls = np.full((2, 7, 1), 10, dtype=np.int64)
    contacts, seconds = np.zeros(calls.shape), np.zeros(calls.shape)
    contacts[:, 0, 0], seconds[:, 0, 0] = (10, 30), (10 * 200.0, 30 * 300.0)
    history = _history(
        calls, (_CHANNEL, _REASON), (("電話", "注文"), ("電話", "配送")), handling=Handling(contacts, seconds)
    )
    annex = annex_of(_project(), history, made_on=_MADE)
    (one,) = annex.series
    assert (one.aht, one.measured) == (275, 40)
    assert [(reason.reason.en, reason.aht, reason.measured) for reason in annex.reasons] == [
        ("Order", 200, 10),
        ("Delivery", 300, 30),
    ]


@given(st.lists(st.integers(0, 500), min_size=1, max_size=60).filter(any))
@settings(max_examples=60, deadline=None)
def test_shares_of_reasons_add_up_to_a_hundred(counts: list[int]) -> None:
    calls = np.array(counts, dtype=np.int64)[:, None, None]
    keys = tuple((f"理由{n}",) for n in range(len(counts)))
    annex = annex_of(_project(), _history(calls, (_REASON,), keys), made_on=_MADE)
    assert annex.reasons_counted and sum(one.share for one in annex.reasons) == 100
    assert len(annex.reasons) <= 30
    for one, calls_of in zip(annex.reasons, sorted(counts, reverse=True), strict=False):
        if one.reason.ja != "その他":
            assert abs(Fraction(one.share) - Fraction(100 * calls_of, sum(counts))) < Fraction(1, 10)


def test_without_counted_reasons_those_of_the_definition_stand() -> None:
    annex = annex_of(_project(), _history(_daily(1, 2, 3)), made_on=_MADE)
    assert not annex.reasons_counted
    assert [(one.reason.ja, one.share, one.measured) for one in annex.reasons] == [
        ("注文", Decimal(60), None),
        ("配送", Decimal(40), None),
    ]


def test_months_alone_make_no_week() -> None:
    totals = MonthlyTotals({"2025-11": 700, "2025-12": 900}, Measured(1600, 1600 * 240.0))
    expected = forecast(totals, date(2026, 3, 31))
    annex = annex_of(_project(), totals, expected, made_on=_MADE)
    (one,) = annex.series
    assert [(month.month, month.contacts) for month in one.actual] == [("2025-11", 700), ("2025-12", 900)]
    assert (annex.history_first, annex.history_last) == (date(2025, 11, 1), date(2025, 12, 31))
    assert (one.week, one.aht, one.measured) == ((), 240, 1600)
    assert sum(month.contacts for month in one.expected) == expected.total


def test_the_synthetic_year_by_days_and_by_months_says_the_same() -> None:
    by_day, by_month = (annex_of(_project(), one, made_on=_MADE) for one in (year(), months()))
    assert by_day.series[0].actual == by_month.series[0].actual
    assert by_day.left_out.unusual >= 7
    rows = by_day.series[0].week
    assert len(rows[0]) == 22 and by_day.opens == 9 * 60


def test_days_to_come_and_growth() -> None:
    specials = tuple(
        SpecialDays(first=date(year, 12, 1), last=date(year, 12, 20), factor=Decimal("1.4"))
        for year in (2024, 2025, 2029)
    )
    history = _history(_daily(*[9] * 30))
    expected = forecast(history, date(2026, 3, 31))
    annex = annex_of(_project(specials=specials), history, expected, made_on=_MADE)
    assert [one.first.year for one in annex.specials] == [2025]
    assert annex.growth == 2
    other = annex_of(_project(specials=specials, growth=Decimal(-3)), history, expected, made_on=_MADE)
    assert other.growth == -3
    assert annex_of(_project(), history, made_on=_MADE).growth is None


def test_it_knows_when_it_is_stale() -> None:
    file = HistoryFile(
        file="history-1.csv", name="x.csv", sha256="a" * 64, first=_MONDAY, last=_MONDAY, contacts=1
    )
    history = _history(np.ones((1, 30, 1), dtype=np.int64), (_PROGRAM, _CHANNEL), _KEYS[:1])
    one = _project(history=file)
    annex = annex_of(one, history, forecast(history, date(2025, 9, 30)), made_on=_MADE)
    assert changed_inputs(one, annex.inputs) == ()
    renamed = one.staffing.replace(history=file.replace(name="y.csv"))
    assert changed_inputs(one.replace(staffing=renamed), annex.inputs) == ()
    other = one.staffing.replace(history=file.replace(sha256="b" * 64), until=date(2026, 1, 1))
    assert changed_inputs(one.replace(staffing=other), annex.inputs) == (HISTORY, "staffing.until")


def test_nothing_of_the_staffing_is_in_it() -> None:
    said = Localized(ja="社内の言葉", en="words from inside")
    staffing: dict[str, object] = {
        "history": HistoryFile(
            file="history-77.csv",
            name="極秘の名前.csv",
            sha256="a" * 64,
            first=_MONDAY,
            last=_MONDAY,
            contacts=1,
        ),
        "certainty": Decimal("83.25"),
        "occupancy_cap": Decimal("81.75"),
        "queues": (
            Queue(id="q", program="p1", channel=Channel.PHONE, aht=277, target=Decimal("81.5"), within=23),
        ),
        "shrinkage": (ShrinkagePart(name=said, share=Decimal("13.75")),),
        "seats": 4711,
        "hiring": HiringTerms(class_size=4712),
        "costs": (
            CostAssumption(
                item="agent",
                low=Decimal(1471),
                base=Decimal(1571),
                high=Decimal(1671),
                source=said,
                as_of=_MONDAY,
            ),
        ),
    }
    history = _history(_daily(*[1000] * 30))
    plain = annex_of(_project(), history, forecast(history, date(2025, 9, 30)), made_on=_MADE)
    annex = annex_of(_project(**staffing), history, forecast(history, date(2025, 9, 30)), made_on=_MADE)
    shown = annex.model_dump_json(exclude={"inputs"})
    for secret in ("社内", "inside", "極秘", "history-77", "83.25", "81.75", "13.75", "4711", "4712", "277"):
        assert secret not in shown
    assert not re.search(r"\b1[456]71\b", shown)
    strip = {"series", "inputs"}
    assert annex.model_dump(exclude=strip) == plain.model_dump(exclude=strip)
    assert set(AnnexSeries.model_fields) == {
        *("program", "channel", "actual", "expected", "week", "aht", "measured"),
    }
