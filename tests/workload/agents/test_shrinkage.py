"""Shrinkage part by part, exactly."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.workload.agents import USUAL_COMPONENTS, Basis, Component, Shrinkage
from rfp_builder.workload.erlang import Unworkable

NAME = Phrase("休暇", "leave")


def test_thirty_percent_of_21_agents_is_30_people() -> None:
    assert ceil(21 / (1 - 0.3)) == 31
    shrinkage = Shrinkage.of(Fraction(30, 100))
    assert shrinkage.staff(21) == 30 and shrinkage.staff(14) == 20 and shrinkage.staff(0) == 0
    assert shrinkage.staff_each(np.array([[21, 14], [0, 1]])).tolist() == [[30, 20], [0, 2]]


def test_parts_add_up_within_a_basis_and_multiply_between() -> None:
    leave = Component(NAME, Fraction(10, 100))
    absent = Component(NAME, Fraction(5, 100))
    breaks = Component(NAME, Fraction(12, 100), Basis.PRESENT)
    assert Shrinkage((leave, absent)).total == Fraction(15, 100)
    assert Shrinkage((leave, absent, breaks)).total == 1 - Fraction(85, 100) * Fraction(88, 100)
    assert Shrinkage().total == 0 and Shrinkage().staff(7) == 7


@given(st.integers(0, 500), st.integers(0, 99))
def test_enough_people_and_not_one_too_many(agents: int, percent: int) -> None:
    shrinkage = Shrinkage.of(Fraction(percent, 100))
    staff = shrinkage.staff(agents)
    assert staff * (1 - shrinkage.total) >= agents
    assert staff == 0 or (staff - 1) * (1 - shrinkage.total) < agents
    assert shrinkage.staff_each(np.array([agents])).tolist() == [staff]


@pytest.mark.parametrize("shares", [(Fraction(1),), (Fraction(-1, 10),), (Fraction(1, 2), Fraction(1, 2))])
def test_nothing_may_be_negative_and_something_must_be_left(shares: tuple[Fraction, ...]) -> None:
    for basis in Basis:
        with pytest.raises(Unworkable):
            Shrinkage(tuple(Component(NAME, share, basis) for share in shares))


def test_two_bases_beyond_all_time_are_not_taken_for_something_left() -> None:
    over = Fraction(3, 2)
    with pytest.raises(Unworkable):
        Shrinkage((Component(NAME, over), Component(NAME, over, Basis.PRESENT)))


def test_the_usual_parts_are_named_in_both_languages() -> None:
    for lang in Lang:
        assert len({name.to(lang) for name, _ in USUAL_COMPONENTS}) == len(USUAL_COMPONENTS)
