"""KPIs that a contact centre is measured by, with their traps."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from rfp_builder.catalogue.reading import KEY, read
from rfp_builder.i18n import Phrase
from rfp_builder.model.choices import Channel, Direction, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyKpi:
    """One KPI; `target` and `minimum` are usual values in `unit`, to start from."""

    key: str
    name: Phrase
    formula: Phrase
    unit: Unit
    direction: Direction
    usual_target: Phrase
    """The usual target with its range, in words."""
    target: Decimal
    minimum: Decimal
    """The level below which (above which, where lower is better) it is a breach."""
    channels: tuple[Channel, ...]
    """Channels it can be measured on; none named means all."""
    source: Phrase
    pitfalls: Phrase
    """How it is gamed or misread."""
    subjective: bool
    """Whether a person's judgement makes the value: unfit for a penalty before calibration."""


@dataclass(frozen=True, slots=True)
class _File:
    kpis: tuple[ReadyKpi, ...] = field(metadata={KEY: "kpi"})


@cache
def ready_kpis() -> tuple[ReadyKpi, ...]:
    """All ready KPIs.

    Raises:
        CatalogueError: the data file is broken.
    """
    return read("kpis.toml", _File).kpis
