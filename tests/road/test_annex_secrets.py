"""From settings to vendors' files: what is confidential in the staffing changes nothing that goes out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from rfp_builder.disclosure.view import public_view
from rfp_builder.excel.response.writer import response_workbook
from rfp_builder.i18n import Lang
from rfp_builder.model.choices import Channel
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import Queue, Staffing
from rfp_builder.word.rfp import rfp_document
from rfp_builder.workload.history.values import Axis, DayStatus, Dimension, History
from rfp_builder.workload.plan.annex import annex_of
from rfp_builder.workload.plan.making import forecast_for
from rfp_builder.workspace.workspace import sample_project
from tests.staffings import staffing
from tests.strategies import Maker, makers

TODAY = date(2026, 11, 2)
DISCLOSED = ("history", "until", "growth", "specials")
"""Settings that the annex says outright, or that say what it is about."""


@cache
def _project() -> Project:
    """The sample, short: what vendors read of sections 1 to 7 is not at stake here."""
    whole = sample_project("mail-order")
    return whole.replace(requirements=whole.requirements[:3])


@cache
def _history() -> History:
    days, slots = 63, 24
    hours = np.arange(slots)
    shape = np.where((hours >= 9) & (hours < 18), 20 - np.abs(hours - 13), 0)
    calls = np.tile(shape, (2, days, 1)).astype(np.int64)
    calls[1] //= 3
    return History(
        first=date(2026, 8, 3),
        interval_minutes=60,
        axes=(Axis(Dimension.CHANNEL, "チャネル"),),
        keys=(("電話",), ("メール",)),
        calls=calls,
        known=np.ones((days, slots), dtype=np.bool_),
        status=np.full(days, DayStatus.OPEN, dtype=np.int8),
    )


def _sent(one: Project) -> list[bytes]:
    """The files for vendors after the annex was made from these settings."""
    annex = annex_of(one, _history(), forecast_for(one, _history(), today=TODAY), made_on=TODAY)
    with_annex = one.replace(annex=annex)
    public = [public_view(with_annex, lang, TODAY) for lang in Lang]
    return [made(view) for view in public for made in (rfp_document, response_workbook)]


@cache
def _sent_without_settings() -> list[bytes]:
    return _sent(_project().replace(staffing=Staffing(queues=_queues(None))))


def _queues(make: Maker | None) -> tuple[Queue, ...]:
    """Who is in a queue is told; how it is to be met is not."""
    named = (("phone", Channel.PHONE, "電話"), ("mail", Channel.EMAIL, "メール"))
    queues = tuple(Queue(id=name, channel=channel, names=(written,)) for name, channel, written in named)
    if make is None:
        return queues
    return tuple(
        one.replace(
            target=make.decimal(98, 2) + 1,
            within=make.chance.randint(1, 500),
            patience=make.maybe(lambda: make.chance.randint(1, 500)),
            minimum=make.chance.randint(0, 50),
            aht=make.chance.randint(30, 900),
        )
        for one in queues
    )


@given(makers(3), st.integers(10**6, 10**9))
@settings(max_examples=6, deadline=None)
def test_wages_cost_headcount_and_goals_change_no_byte(make: Maker, amount: int) -> None:
    told = {name: getattr(Staffing(), name) for name in DISCLOSED}
    secret = staffing(make, amount=amount).replace(queues=_queues(make), **told)
    assert _sent(_project().replace(staffing=secret)) == _sent_without_settings()


def test_what_is_told_does_change_them() -> None:
    grown = Staffing(queues=_queues(None), growth=Decimal(25))
    assert _sent(_project().replace(staffing=grown)) != _sent_without_settings()
