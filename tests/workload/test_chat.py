"""Chat with several conversations at a time."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from rfp_builder.workload.agents import Goal
from rfp_builder.workload.chat import ChatWork, chat_agents, chat_outcome
from rfp_builder.workload.erlang import Unworkable, agents_c

GOAL = Goal(0.8, 60)


def test_one_at_a_time_is_a_telephone() -> None:
    chats = np.array([0.0, 40.0, 100.0])
    work = ChatWork(480)
    assert chat_agents(chats, 1800, work, GOAL).tolist() == [
        agents_c(float(one) * 480 / 1800, 480, 0.8, 60) for one in chats
    ]


def test_places_are_shared_by_agents() -> None:
    work = ChatWork(600, Fraction(3))
    places = agents_c(100 * 600 / 1800, 600, 0.8, 60)
    assert chat_agents(np.array([100.0]), 1800, work, GOAL).tolist() == [-(-places // 3)]
    assert ChatWork(600, Fraction(5, 2)).slots(3) == 7
    half = chat_agents(np.array([100.0]), 1800, ChatWork(600, Fraction(5, 2)), GOAL)[0]
    assert floor_places(half) >= places > floor_places(half - 1)


def floor_places(agents: int) -> int:
    return int(agents) * 5 // 2


def test_side_by_side_takes_longer() -> None:
    work = ChatWork(600, Fraction(3), slowdown=0.2)
    assert work.length_s == pytest.approx(840)
    chats = np.array([100.0])
    assert (
        chat_agents(chats, 1800, work, GOAL)[0]
        > chat_agents(chats, 1800, ChatWork(600, Fraction(3)), GOAL)[0]
    )


def test_the_outcome_meets_the_goal_and_one_agent_less_does_not() -> None:
    work = ChatWork(600, Fraction(3), slowdown=0.1)
    for goal in (GOAL, Goal(0.9, 30, patience_s=120), Goal(0.8, 60, max_occupancy=0.75)):
        agents = int(chat_agents(np.array([90.0]), 1800, work, goal)[0])
        assert goal.is_met(chat_outcome(agents, 90, 1800, work, goal))
        assert not goal.is_met(chat_outcome(agents - 1, 90, 1800, work, goal))
    held = chat_agents(np.array([0.0]), 1800, work, Goal(0.8, 60, minimum=2))
    assert held.tolist() == [2]


def test_what_makes_no_sense_is_refused() -> None:
    for concurrency, slowdown, alone in (
        (Fraction(1, 2), 0.0, 300),
        (Fraction(2), -0.1, 300),
        (Fraction(2), 0.0, 0),
    ):
        with pytest.raises(Unworkable):
            ChatWork(alone, concurrency, slowdown)
