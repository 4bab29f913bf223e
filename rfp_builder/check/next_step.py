"""What to do next: the first thing on the road that stands in the way of the issue."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rfp_builder.check.finding import Finding, Severity
from rfp_builder.model.shape import items

_AFTER_DEFINITION = ("requirements", "criteria", "evaluators", "rfp")


def next_step(findings: Iterable[Finding]) -> Finding | None:
    """The first finding in road order that blocks the issue; None where nothing does."""
    blocking = [finding for finding in findings if finding.severity is Severity.BLOCKS]
    return min(blocking, key=lambda finding: road_position(finding.path), default=None)


def road_position(path: str) -> tuple[int, ...]:
    """Where on the road a path lies: definition item by item, requirements, criteria, evaluators, RFP."""
    parts = [part.partition("[")[0] for part in path.split(".")]
    stage = parts[0]
    if stage in _AFTER_DEFINITION:
        return (1 + _AFTER_DEFINITION.index(stage), 0)
    order = _item_order()
    return (0, order.get(".".join(parts[:2]), order.get(stage, len(order))))


@cache
def _item_order() -> dict[str, int]:
    order: dict[str, int] = {}
    for position, shape in enumerate(items().values()):
        order.setdefault(shape.section, position)
        order[shape.path] = position
    return order
