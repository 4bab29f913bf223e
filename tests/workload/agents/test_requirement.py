"""Agents by interval: closed intervals, minimum, occupancy cap, the table around N, and risk."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from rfp_builder.workload.agents import Goal, Shrinkage, around, load_at_risk, requirement
from rfp_builder.workload.erlang import ServiceLevel, Unworkable, agents_a, agents_c
from rfp_builder.workload.staffing import staffing

GOAL = Goal(0.8, 20)


def test_closed_intervals_need_nobody() -> None:
    calls = np.array([[0.0, 100.0, 4.0], [1.0, 0.0, 60.0]])
    is_open = np.array([[False, True, False], [True, True, True]])
    found = requirement(calls, 1800, 180, Goal(0.8, 20, minimum=2), Shrinkage.of(Fraction(3, 10)), is_open)
    assert found.agents.tolist() == [[0, 14, 0], [2, 2, 9]]
    assert found.staff.tolist() == [[0, 20, 0], [3, 3, 13]]
    assert found.load[0].tolist() == [0, 10, 0]


def test_handling_times_may_differ_by_interval() -> None:
    aht = np.array([180.0, 300.0])
    found = requirement(np.array([100.0, 100.0]), 1800, aht, GOAL)
    assert found.agents.tolist() == [14, agents_c(100 * 300 / 1800, 300, 0.8, 20)]
    with pytest.raises(Unworkable):
        requirement(np.array([-1.0]), 1800, 180, GOAL)


def test_an_occupancy_cap_asks_for_more() -> None:
    load = np.array([35.7, 400.0, 0.0])
    capped = Goal(0.8, 20, max_occupancy=0.85).agents(load, 180)
    assert capped.tolist() == [max(42, agents_c(35.7, 180, 0.8, 20)), 471, 0]
    patient = Goal(0.5, 60, patience_s=60, max_occupancy=0.7)
    for agents, one in zip(patient.agents(load, 180), load, strict=True):
        if one:
            assert patient.is_met(patient.outcome(int(agents), float(one), 180))
            assert not patient.is_met(patient.outcome(int(agents) - 1, float(one), 180))


def test_the_definition_of_the_level_matters() -> None:
    load = np.array([40.0])
    by_level = {
        level: int(Goal(0.9, 20, patience_s=60, level=level).agents(load, 240)[0]) for level in ServiceLevel
    }
    assert by_level == {level: agents_a(40.0, 240, 0.9, 20, 60, level) for level in ServiceLevel}
    assert by_level[ServiceLevel.OFFERED] > by_level[ServiceLevel.ANSWERED]


def test_what_one_agent_less_means() -> None:
    steps = around(GOAL, 14, 10.0, 180, Shrinkage.of(Fraction(3, 10)))
    assert [step.agents for step in steps] == [11, 12, 13, 14, 15, 16, 17]
    assert [step.meets for step in steps] == [False] * 3 + [True] * 4
    assert steps[2].outcome.service_level == pytest.approx(0.7955947884177831)
    assert steps[3].staff == 20
    assert [step.agents for step in around(GOAL, 1, 0.1, 180, Shrinkage())] == [0, 1, 2, 3, 4]
    held = around(Goal(0.8, 20, minimum=14), 14, 0.1, 180, Shrinkage(), reach=1)
    assert [step.meets for step in held] == [False, True, True]


def test_the_calculator() -> None:
    found = staffing(100, 1800, 180, Goal(0.8, 20, max_occupancy=0.85), Shrinkage.of(Fraction(3, 10)))
    assert (found.erlangs, found.agents, found.staff) == (10, 14, 20)
    assert found.abandonment is None and len(found.around) == 7
    patient = staffing(100, 1800, 180, Goal(0.8, 20, patience_s=120))
    assert patient.agents == agents_a(10.0, 180, 0.8, 20, 120) and patient.abandonment is not None
    assert patient.staff == patient.agents


def test_staffing_for_the_point_forecast_hides_the_risk() -> None:
    """500 erlangs at 300 s, 80/20, a standard error of 5 %: 58 % on average."""
    agents = int(GOAL.agents(np.array([500.0]), 300)[0])
    quantiles = (np.arange(400) + 0.5) / 400
    loads = [float(load_at_risk(500.0, 0.05, share)) for share in quantiles]
    levels = [GOAL.outcome(agents, load, 300).service_level for load in loads]
    assert sum(levels) / len(levels) == pytest.approx(0.58, abs=0.005)
    assert float(load_at_risk(500.0, 0.05, 0.5)) == pytest.approx(500)
    assert load_at_risk(np.array([0.0, 100.0]), 0.1, 0.8).tolist() == pytest.approx([0, 108.41621])
    with pytest.raises(ValueError, match="certainty"):
        load_at_risk(1.0, 0.1, 1.0)
