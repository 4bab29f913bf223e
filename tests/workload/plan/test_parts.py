"""The parts of a plan one by one: bands, service levels of 4.9, closed days of 4.1, shifts, sources."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.choices import Channel, Direction, Unit
from rfp_builder.model.definition.operations import ClosedDay, Kpi
from rfp_builder.model.derived import Derived, Input, changed_inputs, digest_of, input_at
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import CostAssumption, Queue, ShiftGroup, ShiftRest
from rfp_builder.workload.backlog import Clock, Deadline
from rfp_builder.workload.plan.bands import bands_of
from rfp_builder.workload.plan.frame import frame_of
from rfp_builder.workload.plan.goals import meeting
from rfp_builder.workload.plan.ledger import Ledger, people, weeks
from rfp_builder.workload.plan.making import make_plan
from rfp_builder.workload.plan.needs import deadline_of
from rfp_builder.workload.plan.opening import opening
from rfp_builder.workload.plan.progress import Stage
from rfp_builder.workload.plan.values import Origin
from rfp_builder.workload.shifts import NoShiftPlan
from tests.workload.plan.made import TODAY, builder, quick, short_history

NAME = Phrase("電話", "phone")


@given(st.lists(st.lists(st.integers(0, 40), min_size=24, max_size=24), min_size=7, max_size=7))
@settings(max_examples=60, deadline=None)
def test_bands_cover_every_need_and_overlap_nowhere(week: list[list[int]]) -> None:
    there = np.zeros((7, 24), dtype=np.int64)
    seen = np.zeros((7, 24), dtype=np.int64)
    for band in bands_of(np.array(week)):
        for day in band.days:
            there[day, band.opens // 60 : band.closes // 60] += band.people
            seen[day, band.opens // 60 : band.closes // 60] += 1
    assert (there >= np.array(week)).all() and seen.max(initial=0) <= 1


def test_an_even_week_is_one_band() -> None:
    week = np.zeros((7, 48), dtype=np.int64)
    week[:5, 18:36] = 9
    (band,) = bands_of(week)
    assert (band.days, band.opens, band.closes, band.people) == ((0, 1, 2, 3, 4), 540, 1080, 9)


def _with_kpi(channel: Channel, ja: str, target: str, /, **change: Any) -> Project:
    kpi = Kpi(
        id="k1",
        kpi=Localized(ja="指標"),
        channel=channel,
        formula=Localized(ja=ja),
        unit=Unit.PERCENT,
        direction=Direction.HIGHER,
        target=Decimal(target),
    ).replace(**change)
    plain = Project()
    operations = plain.definition.operations
    operations = operations.replace(service_levels=operations.service_levels.replace(kpis=(kpi,)))
    return plain.replace(definition=plain.definition.replace(operations=operations))


@pytest.mark.parametrize(
    ("said", "target", "expected"),
    [
        ("20秒以内に応答した呼数÷着信呼数×100", "85", (0.85, 20)),
        ("3分以内に応答した件数の割合", "90", (0.9, 180)),
        ("応答呼数÷着信呼数×100（受付時間内）", "92", (0.8, 20)),
        ("7日以内に再連絡がなかった件数÷件数", "75", (0.8, 20)),
        ("20秒以内に応答した呼数÷着信呼数×100", "100", (0.999, 20)),
    ],
)
def test_service_levels_of_calls(said: str, target: str, expected: tuple[float, int]) -> None:
    queue = Queue(id="q", channel=Channel.PHONE)
    project = _with_kpi(Channel.PHONE, said, target)
    goal = meeting(project, queue, NAME, 0.85, Ledger(project), []).goal
    assert goal is not None and (goal.target, goal.within_s) == expected


@pytest.mark.parametrize(
    ("change", "is_stale"),
    [
        ({"target": Decimal(90)}, True),
        ({"formula": Localized(ja="30秒以内に応答した呼数÷着信呼数×100")}, True),
        ({"channel": Channel.CHAT}, True),
        ({"minimum": Decimal(70)}, False),
        ({"source": Localized(ja="電話システムのレポート")}, False),
        ({"formula": Localized(ja="20秒以内の応答呼数÷着信呼数×100（分母は受付時間内）")}, False),
    ],
)
def test_a_plan_rests_on_what_it_took_of_a_service_level(change: dict[str, Any], is_stale: bool) -> None:
    project = _with_kpi(Channel.PHONE, "20秒以内に応答した呼数÷着信呼数×100", "85")
    after = _with_kpi(Channel.PHONE, "20秒以内に応答した呼数÷着信呼数×100", "85", **change)
    assert bool(changed_inputs(after, _rests_on(project))) is is_stale


def test_a_plan_that_assumed_a_service_level_rests_on_no_other_indicator() -> None:
    inputs = _rests_on(Project())
    abandoned = _with_kpi(Channel.PHONE, "放棄呼数÷着信呼数×100", "5")
    of_mail = _with_kpi(Channel.EMAIL, "24時間以内に返信した件数÷受信件数×100", "95")
    answered = _with_kpi(Channel.PHONE, "20秒以内に応答した呼数÷着信呼数×100", "85")
    assert not changed_inputs(abandoned, inputs) and not changed_inputs(of_mail, inputs)
    assert changed_inputs(answered, inputs)


def _rests_on(project: Project) -> list[Input]:
    ledger = Ledger(project)
    meeting(project, Queue(id="q", channel=Channel.PHONE), NAME, 0.85, ledger, [])
    return [input_at(project, path) for path in ledger.looked_at]


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("受信から24時間以内に返信した件数", 1440),
        ("2営業日以内に回答した件数", 2880),
        ("4時間以内に処理を完了した件数", 240),
        ("7日以内に同じ用件の再連絡がなかった件数", 1440),
    ],
)
def test_deadlines_of_mail(said: str, minutes: int) -> None:
    queue = Queue(id="q", channel=Channel.EMAIL)
    project = _with_kpi(Channel.EMAIL, said, "95")
    assert meeting(project, queue, NAME, 0.85, Ledger(project), []).deadline_minutes == minutes


def test_a_business_day_is_a_day_of_opening_hours() -> None:
    is_open = np.zeros((7, 24), dtype=np.bool_)
    is_open[:5, 9:18] = True
    assert deadline_of(1440, 60, is_open) == Deadline(9 * 3600.0, Clock.WORKING)
    assert deadline_of(240, 60, is_open) == Deadline(4 * 3600.0, Clock.WORKING)


@pytest.mark.parametrize(
    ("row", "closed"),
    [
        (ClosedDay(id="c", day=date(2027, 5, 6)), date(2027, 5, 6)),
        (ClosedDay(id="c", description=Localized(ja="国民の祝日")), date(2027, 5, 3)),
        (ClosedDay(id="c", description=Localized(ja="12月29日から1月3日まで")), date(2028, 1, 2)),
        (ClosedDay(id="c", description=Localized(ja="創立記念日（6月1日）")), date(2027, 6, 1)),
    ],
)
def test_closed_days_are_read(row: ClosedDay, closed: date) -> None:
    plain = Project()
    operations = plain.definition.operations
    operations = operations.replace(sites=operations.sites.replace(closed_days=(row,)))
    project = plain.replace(definition=plain.definition.replace(operations=operations))
    queue = Queue(id="q", channel=Channel.PHONE)
    remarks: list[Phrase] = []
    first = date(2027, 4, 1)
    contacts = np.full((365, 24), 5.0)
    (flags,) = opening(project, [(queue, NAME)], first, [contacts], 60, Ledger(project), remarks)
    assert not flags[(closed - first).days].any() and flags[(date(2027, 4, 7) - first).days].all()
    assert remarks == []


def test_a_closed_day_that_cannot_be_read_is_told() -> None:
    row = ClosedDay(id="c", description=Localized(ja="お盆の期間"))
    plain = Project()
    operations = plain.definition.operations
    operations = operations.replace(sites=operations.sites.replace(closed_days=(row,)))
    project = plain.replace(definition=plain.definition.replace(operations=operations))
    remarks: list[Phrase] = []
    queue = Queue(id="q", channel=Channel.PHONE)
    opening(project, [(queue, NAME)], date(2027, 4, 1), [np.ones((9, 24))], 60, Ledger(project), remarks)
    assert len(remarks) == 1 and "お盆の期間" in remarks[0].ja


def test_groups_that_cannot_cover_the_week_are_carried_as_the_reason() -> None:
    mornings = ShiftGroup(id="m", name=Localized(ja="午前"), starts=(540,), length=240)
    project = Project().replace(staffing=Project().staffing.replace(groups=(mornings,)))
    plan = quick(project)
    assert plan.shifts is None and isinstance(plan.no_shifts, NoShiftPlan)
    assert plan.no_shifts.why in plan.remarks and plan.cost is not None, "the cost goes by the need"


def test_shifts_may_begin_between_the_intervals_of_the_plan() -> None:
    lunch = ShiftRest(after=240, length=45)
    days = ShiftGroup(
        id="d",
        name=Localized(ja="日勤"),
        starts=(525, 645),
        length=570,
        rests=(lunch,),
        days_off_together=False,
    )
    project = Project().replace(staffing=Project().staffing.replace(groups=(days,)))
    plan = quick(project)
    assert plan.shifts is not None and plan.shifts.needed.shape[1] == 96, "by quarters of an hour"


def test_what_a_plan_filled_in_is_no_source_of_the_next() -> None:
    plain = Project()
    planning = plain.definition.operations.planning.replace(shrinkage=Decimal(25))
    operations = plain.definition.operations.replace(planning=planning)
    project = plain.replace(definition=plain.definition.replace(operations=operations))
    path = "operations.planning.shrinkage"
    mark = Derived(path=path, digest=digest_of(Decimal(25)), inputs=(), on=TODAY)
    marked = project.replace(staffing=project.staffing.replace(derived=(mark,)))
    assert frame_of(project, TODAY, TODAY, Ledger(project), []).shrinkage.total == Fraction(1, 4)
    ledger = Ledger(marked)
    assert frame_of(marked, TODAY, TODAY, ledger, []).shrinkage.total == Fraction(3, 10)
    assert next(one for one in ledger.used if one.name.en == "Shrinkage").origin is Origin.ASSUMED
    assert path in ledger.looked_at, "a change by hand makes it a source again"


def test_fine_intervals_are_planned_by_half_hours() -> None:
    made = builder()
    fine = made.Plan(days=63, interval_minutes=5, campaign=None, broken=None)
    plan = make_plan(Project(), short_history(fine), today=TODAY, shift_time_s=2)
    assert plan.forecast.interval_minutes == 30
    assert plan.forecast.calls.sum() == round(float(plan.forecast.expected.sum()))


def test_a_refusal_of_an_assumption_repeats_no_amount() -> None:
    wage = CostAssumption(
        item="csr-wage",
        low=Decimal(1_234_567),
        base=Decimal(7_654_321),
        high=Decimal(2_345_678),
        source=Localized(ja="見積もり"),
        as_of=TODAY,
    )
    project = Project().replace(staffing=Project().staffing.replace(costs=(wage,)))
    with pytest.raises(WrongUse) as refused:
        quick(project)
    said = " ".join((*refused.value.lines(Lang.JA), *refused.value.lines(Lang.EN)))
    assert "オペレーターの時給" in said and not any(char.isdigit() for char in said)


def test_one_is_not_spoken_of_as_many() -> None:
    assert (weeks(1).en, weeks(6).en) == ("1 week", "6 weeks")
    assert (people(1).en, people(12).en) == ("1 person", "12 people")


def test_the_making_of_a_plan_tells_how_far_it_is() -> None:
    told: list[tuple[Stage, int, int]] = []
    make_plan(
        Project(),
        short_history(builder().Plan(days=90, interval_minutes=60)),
        today=TODAY,
        shift_time_s=2,
        progress=lambda stage, done, of: told.append((stage, done, of)),
    )
    assert list(dict.fromkeys(stage for stage, _, _ in told)) == list(Stage)
    for stage in Stage:
        parts = [(done, of) for one, done, of in told if one is stage]
        assert [done for done, _ in parts] == list(range(parts[0][1] + 1))
        assert {of for _, of in parts} == {parts[0][1]}
