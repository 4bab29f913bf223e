from __future__ import annotations

import re
from decimal import Decimal

import pytest

from rfp_builder.catalogue.kpis import ReadyKpi, ready_kpis
from rfp_builder.model.choices import Channel, Direction, Unit
from tests.catalogue.texts import misspoken


def test_there_are_twenty_with_keys_and_names_of_their_own() -> None:
    kpis = ready_kpis()
    assert len(kpis) >= 20
    assert len({kpi.key for kpi in kpis}) == len(kpis)
    assert len({kpi.name.ja for kpi in kpis}) == len(kpis)
    assert len({kpi.name.en for kpi in kpis}) == len(kpis)


def test_both_languages() -> None:
    assert misspoken(ready_kpis()) == []


@pytest.mark.parametrize("kpi", ready_kpis(), ids=lambda kpi: kpi.key)
def test_the_minimum_is_not_better_than_the_target(kpi: ReadyKpi) -> None:
    if kpi.direction is Direction.HIGHER:
        assert kpi.minimum <= kpi.target
    else:
        assert kpi.minimum >= kpi.target


@pytest.mark.parametrize("kpi", ready_kpis(), ids=lambda kpi: kpi.key)
def test_values_are_possible_in_their_unit(kpi: ReadyKpi) -> None:
    lowest = -100 if kpi.unit is Unit.SCORE else 0
    assert min(kpi.target, kpi.minimum) >= lowest
    if kpi.unit is Unit.PERCENT:
        assert max(kpi.target, kpi.minimum) <= 100


@pytest.mark.parametrize("kpi", ready_kpis(), ids=lambda kpi: kpi.key)
def test_the_default_lies_within_the_usual_range_in_both_languages(kpi: ReadyKpi) -> None:
    for text in (kpi.usual_target.ja, kpi.usual_target.en):
        plain = text.replace(",", "").replace("－", "-").replace("−", "-")
        named = [Decimal(number) for number in re.findall(r"(?<!\d)-?\d+(?:\.\d+)?", plain)]
        assert min(named) <= kpi.target <= max(named)


def test_measures_of_contacts_serve_every_main_channel() -> None:
    served = {channel for kpi in ready_kpis() for channel in kpi.channels}
    assert {Channel.PHONE, Channel.EMAIL, Channel.CHAT} <= served


def test_a_judged_value_is_marked_as_one() -> None:
    assert any(kpi.subjective for kpi in ready_kpis())
    assert any(not kpi.subjective for kpi in ready_kpis())
