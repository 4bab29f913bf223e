"""Which KPIs of 4.9 say how soon a channel answers or finishes: what people are planned by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rfp_builder.model.answers import known
from rfp_builder.model.choices import Channel, Unit
from rfp_builder.model.definition.operations import Kpi
from rfp_builder.text.within import seconds_within

LIVE = frozenset({Channel.PHONE, Channel.CHAT, Channel.VIDEO})
"""Somebody waits at the other end; work of all other channels may wait until a deadline."""

_FINISHED = re.compile(r"返信|回答|返答|返送|処理|完了|answer|repl|respond|finish|process", re.IGNORECASE)
_AGAIN = re.compile(r"再|解決|resol|further|again", re.IGNORECASE)
_LONGEST_WAIT_S = 600
"""What is counted over longer times is something else than how soon somebody answers."""


def timed_level(kpis: Sequence[Kpi], program: str | None, channel: Channel) -> tuple[Kpi, int] | None:
    """The KPI that says which share is answered, or finished, within which time, and that time in seconds.

    One of the program comes before one of all programs.
    """
    return next(_levels(kpis, program, channel), None)


def _levels(kpis: Sequence[Kpi], program: str | None, channel: Channel) -> Iterator[tuple[Kpi, int]]:
    same_channel = [one for one in kpis if known(one.channel) is channel]
    for wanted in (program, None):
        for kpi in same_channel:
            target = known(kpi.target)
            if kpi.program == wanted and known(kpi.unit) is Unit.PERCENT and target:
                time_s = _seconds_of(kpi, channel)
                if time_s is not None:
                    yield kpi, time_s


def _seconds_of(kpi: Kpi, channel: Channel) -> int | None:
    """The time to answer or to finish within that a KPI gives in its formula or its name; else None."""
    for text in (known(kpi.formula), kpi.kpi):
        for wording in () if text is None else (text.ja, text.en):
            time_s = None if wording is None else seconds_within(wording)
            if wording is None or time_s is None:
                continue
            finishing = _FINISHED.search(wording) and not _AGAIN.search(wording)
            if time_s <= _LONGEST_WAIT_S if channel in LIVE else finishing:
                return time_s
    return None
