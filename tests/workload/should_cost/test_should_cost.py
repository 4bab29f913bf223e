"""Should-cost: by hand on a small case, the premiums of the law, ranges, and P50 and P80."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.workload.should_cost import (
    Assumption,
    Assumptions,
    HourClass,
    Item,
    Line,
    Range,
    Standing,
    Volume,
    Volumes,
    should_cost,
    starting_assumptions,
)
from rfp_builder.workload.should_cost.assumption import UnworkableAssumption
from rfp_builder.workload.should_cost.risk import spread

DAY = date(2026, 4, 1)
OWN = Phrase("自社の実績", "our own figures")
CERTAIN: dict[Item, int | str] = {
    Item.CSR_WAGE: 1500,
    Item.SV_WAGE: 2000,
    Item.QA_WAGE: 2000,
    Item.TRAINER_WAGE: 2000,
    Item.WFM_WAGE: 2000,
    Item.MANAGER_PAY: 500_000,
    Item.AGENTS_PER_SV: 10,
    Item.AGENTS_PER_QA: 20,
    Item.AGENTS_PER_TRAINER: 40,
    Item.AGENTS_PER_WFM: 40,
    Item.MANAGERS: 1,
    Item.NIGHT: "0.25",
    Item.OVERTIME: "0.25",
    Item.LONG_OVERTIME: "0.5",
    Item.HOLIDAY: "0.35",
    Item.ALLOWANCES: "0.1",
    Item.SOCIAL_COST: "0.15",
    Item.HIRES: 2,
    Item.HIRE_COST: 100_010,
    Item.TRAINING_HOURS: 100,
    Item.SEAT: 30_000,
    Item.ICT: 20_000,
    Item.TELECOM: 3,
    Item.OVERHEAD: "0.1",
    Item.MARGIN: "0.2",
}
ASSUMED = Assumptions(tuple(Assumption(item, Range.of(value), OWN, DAY) for item, value in CERTAIN.items()))
BASE = Volume(
    Fraction(20_000), Fraction(80_000), Fraction(60_000), {HourClass.REGULAR: Fraction(3200)}, Fraction(20)
)
VOLUMES = Volumes.around(BASE, Fraction(9, 10), Fraction(11, 10))


def one_hour(kind: HourClass) -> int:
    volume = replace(BASE, hours={kind: Fraction(1000)})
    return should_cost(ASSUMED, Volumes(volume, volume, volume)).base.lines[Line.AGENTS]


def test_by_hand() -> None:
    found = should_cost(ASSUMED, VOLUMES).base
    agents = 3200 * 1500
    # Per agent hour: 1/10 + 1/20 + 1/40 + 1/40 = 1/5 of an hour of management at 2,000.
    management = 3200 * 2000 // 5 + 500_000
    allowances = (agents + management) // 10
    social = (agents + management + allowances) * 15 // 100
    hiring = 2 * (100_010 + 100 * 1500 * 115 // 100)
    direct = agents + management + allowances + social + hiring + 20 * 50_000 + 60_000 * 3
    assert found.lines == {
        Line.AGENTS: agents,
        Line.MANAGEMENT: management,
        Line.ALLOWANCES: allowances,
        Line.SOCIAL_COST: social,
        Line.HIRING: hiring,
        Line.SEATS: 600_000,
        Line.ICT: 400_000,
        Line.TELECOM: 180_000,
        Line.OVERHEAD: direct // 10,
        Line.MARGIN: (direct + direct // 10) // 4,
    }
    assert found.total == sum(found.lines.values())
    assert Fraction(found.lines[Line.MARGIN], found.total) == Fraction(1, 5)
    assert found.per_seat == Fraction(found.total, 20)
    assert found.per_call == Fraction(found.total, 20_000)
    assert found.per_minute == Fraction(found.total, 80_000)


@pytest.mark.parametrize(
    ("kind", "percent"),
    [
        (HourClass.REGULAR, 100),
        (HourClass.NIGHT, 125),
        (HourClass.OVERTIME, 125),
        (HourClass.OVERTIME_NIGHT, 150),
        (HourClass.LONG_OVERTIME, 150),
        (HourClass.LONG_OVERTIME_NIGHT, 175),
        (HourClass.HOLIDAY, 135),
        (HourClass.HOLIDAY_NIGHT, 160),
    ],
)
def test_premiums_as_the_law_adds_them(kind: HourClass, percent: int) -> None:
    assert one_hour(kind) == 1000 * 1500 * percent // 100


def test_certain_assumptions_and_one_volume_leave_no_spread() -> None:
    same = Volumes(BASE, BASE, BASE)
    found = should_cost(ASSUMED, same)
    assert found.low.total == found.base.total == found.cheapest.total == found.dearest.total
    assert found.spread.p50 == found.spread.p80 == pytest.approx(found.base.total, abs=5)
    assert found.spread.p80_error == 0


def test_ranges_and_volumes_order_the_cases() -> None:
    found = should_cost(starting_assumptions(), VOLUMES)
    assert found.cheapest.total < found.low.total < found.base.total < found.high.total < found.dearest.total
    assert found.cheapest.total < found.spread.p50 < found.spread.p80 < found.dearest.total
    assert 0 < found.spread.p80_error < 0.01 * found.spread.p80
    again = should_cost(starting_assumptions(), VOLUMES)
    assert again.spread == found.spread


def test_more_agents_for_each_supervisor_are_cheaper() -> None:
    ranged = ASSUMED.changed(Assumption(Item.AGENTS_PER_SV, Range.of(8, 10, 16), OWN, DAY))
    found = should_cost(ranged, VOLUMES)
    assert found.cheapest.total < found.base.total < found.dearest.total


def test_p50_and_p80_of_a_triangle() -> None:
    """One assumption varies: its quantiles are known exactly."""
    ranged = ASSUMED.changed(Assumption(Item.HIRE_COST, Range.of(10, 100_010, 200_010), OWN, DAY))
    same = Volumes(BASE, BASE, BASE)
    found = spread(ranged, same)
    middle = should_cost(ASSUMED, same).base.total
    # Half width 2 hires × 100,000 × 1.1 ÷ 0.8; P80 of such a triangle lies half width × (1 − √0.4) above.
    above = 2 * 100_000 * 1.1 / 0.8 * (1 - 0.4**0.5)
    assert abs(found.p50 - middle) <= 2 * found.p50_error
    assert abs(found.p80 - middle - above) <= 2 * found.p80_error
    assert spread(ranged, same, draws=80_000).p80_error < found.p80_error


def test_starting_assumptions_name_source_and_date() -> None:
    found = starting_assumptions()
    assert [one.item for one in found] == list(Item)
    for one in found:
        assert one.source.to(Lang.JA) and one.source.to(Lang.EN) and one.as_of <= date(2026, 11, 1)
    for item, article in ((Item.NIGHT, "第37条第4項"), (Item.LONG_OVERTIME, "第37条第1項ただし書")):
        assert article in found.of(item).source.to(Lang.JA) and found.of(item).standing is Standing.STATUTE
    assert Item.CSR_WAGE in found.placeholders and Item.HOLIDAY not in found.placeholders
    mine = found.changed(Assumption(Item.SEAT, Range.of(25_000), OWN, DAY))
    assert Item.SEAT not in mine.placeholders and mine.base()[Item.SEAT] == 25_000
    assert found.base()[Item.SEAT] == 30_000


def test_everything_is_named_in_both_languages() -> None:
    for kinds in (Item, Line, HourClass):
        for lang in Lang:
            assert len({one.to(lang) for one in kinds}) == len(kinds)
    assert all(item.unit.ja and item.unit.en for item in Item)


@pytest.mark.parametrize(
    ("item", "value"),
    [
        (Item.CSR_WAGE, Range.of(1500, 1400, 1600)),
        (Item.CSR_WAGE, Range.of(-1, 1400, 1600)),
        (Item.AGENTS_PER_SV, Range.of(0, 10, 15)),
        (Item.MARGIN, Range.of("0.1", "0.5", "1")),
        (Item.NIGHT, Range.of("0.2")),
        (Item.LONG_OVERTIME, Range.of("0.25")),
        (Item.HOLIDAY, Range.of("0.34")),
    ],
)
def test_an_assumption_that_cannot_be_is_refused_without_its_value(item: Item, value: Range) -> None:
    with pytest.raises(UnworkableAssumption) as refused:
        Assumption(item, value, OWN, DAY)
    assert not any(
        char.isdigit()
        for char in refused.value.why.to(Lang.JA).replace("第37条", "").replace("100%", "").replace("0", "")
    )


def test_every_item_needs_one_assumption() -> None:
    for broken in (ASSUMED.all[1:], (*ASSUMED.all, ASSUMED.all[0])):
        with pytest.raises(WrongUse):
            Assumptions(broken)


def test_volumes_that_make_no_sense_are_refused() -> None:
    with pytest.raises(WrongUse):
        replace(BASE, calls=Fraction(0))
    with pytest.raises(WrongUse):
        replace(BASE, hours={HourClass.REGULAR: Fraction(-1)})
    with pytest.raises(WrongUse):
        Volumes.around(BASE, Fraction(11, 10), Fraction(12, 10))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(Item), st.integers(1, 50))
def test_the_cost_moves_the_way_an_item_says(item: Item, percent: int) -> None:
    hours = {kind: Fraction(100) for kind in HourClass}
    volume = Volumes(*(replace(BASE, hours=hours),) * 3)
    raised = ASSUMED.of(item).value.base * (100 + percent) / 100
    other = ASSUMED.changed(Assumption(item, Range(raised, raised, raised), OWN, DAY))
    before, after = should_cost(ASSUMED, volume).base.total, should_cost(other, volume).base.total
    assert after < before if item.is_cheaper_when_high else after > before
