"""What other answers call off is not asked for."""

from __future__ import annotations

from typing import Any

import pytest

from rfp_builder.check.cells import required_cells
from rfp_builder.model.definition import Definition

NONE = {"state": "not_applicable", "reason": {"ja": "試運転は行わない"}}


def cells(item_id: str, **sections: Any) -> dict[str, bool]:
    """Path to whether it is answered."""
    definition = Definition.model_validate(sections)
    return {cell.path: cell.answered for cell in required_cells(definition, item_id)}


def test_a_trial_that_does_not_take_place_is_asked_no_further() -> None:
    before = cells("2.4")
    assert before["work.start.trial_until"] is False
    after = cells("2.4", work={"start": {"trial_from": NONE}})
    assert set(before) - set(after) == {"work.start.trial_until", "work.start.trial_measures"}
    assert after["work.start.trial_from"] is True


@pytest.mark.parametrize(
    ("telecom", "is_asked"), [(None, False), ("vendor", False), ("client", True), ("shared", True)]
)
def test_a_rule_is_asked_once_there_is_something_to_rule(telecom: str | None, is_asked: bool) -> None:
    found = cells("6.2", price={"running": {"telecom": telecom}})
    assert ("price.running.telecom_rule" in found) is is_asked


def test_an_answer_that_is_there_counts_all_the_same() -> None:
    found = cells(
        "6.2", price={"running": {"telecom": "vendor", "telecom_rule": {"ja": "受託者が負担する。"}}}
    )
    assert found["price.running.telecom_rule"] is True


def test_an_open_answer_that_is_not_asked_is_not_missed() -> None:
    undecided = {"state": "undecided", "owner": {"ja": "経理部"}, "due": "2027-04-01"}
    found = cells("6.2", price={"running": {"telecom": "vendor", "telecom_rule": undecided}})
    assert "price.running.telecom_rule" not in found
