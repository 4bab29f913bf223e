"""A check that nobody waits for any more is abandoned."""

from __future__ import annotations

from datetime import date

from rfp_builder.check.registry import RULES
from rfp_builder.check.report import check, check_unless
from rfp_builder.workspace.workspace import sample_project

_DAY = date(2027, 2, 1)
_SAMPLE = sample_project("card-reservation")


def test_left_alone_it_is_the_check() -> None:
    assert check_unless(_SAMPLE, _DAY, lambda: False) == check(_SAMPLE, _DAY)


def test_it_asks_before_each_rule_and_ends_at_once() -> None:
    asked: list[None] = []

    def stop() -> bool:
        asked.append(None)
        return len(asked) == 4

    assert check_unless(_SAMPLE, _DAY, stop) is None
    assert len(asked) == 4 < len(RULES)
