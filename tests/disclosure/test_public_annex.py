"""The annex that vendors see has no place for anything but facts, and what fills it sees no plan."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from types import NoneType
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given, settings

from rfp_builder.disclosure.public import PublicRfp
from rfp_builder.disclosure.public_annex import PublicAnnex, public_annex
from rfp_builder.disclosure.view import public_view
from rfp_builder.i18n import Lang
from rfp_builder.model.annex import AnnexSeries, VolumeAnnex
from rfp_builder.model.choices import Channel
from rfp_builder.model.definition import Definition
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import Staffing
from tests.strategies import projects

_PLAIN = {int, str, bool, Decimal, date, NoneType, Ellipsis}


def _leaves(kind: Any) -> Iterator[Any]:
    """The plain types that a value of a type is made of."""
    if dataclasses.is_dataclass(kind):
        for hint in get_type_hints(kind).values():
            yield from _leaves(hint)
    elif get_args(kind):
        for part in get_args(kind):
            yield from _leaves(part)
    else:
        yield kind


def test_it_is_made_of_plain_values_all_the_way() -> None:
    assert set(_leaves(PublicAnnex)) <= _PLAIN
    assert get_type_hints(PublicRfp)["annex"] == PublicAnnex | None


def test_what_fills_it_sees_the_annex_and_the_definition_only() -> None:
    hints = get_type_hints(public_annex)
    assert list(inspect.signature(public_annex).parameters) == ["annex", "definition", "lang"]
    assert [hints[name] for name in ("annex", "definition", "lang")] == [VolumeAnnex, Definition, Lang]
    assert not set(VolumeAnnex.model_fields) & {
        *Staffing.model_fields,
        "headcount",
        "agents",
        "cost",
        "goal",
    } - {
        "growth",
        "specials",
    }


def _seen(*series: AnnexSeries, **changes: int) -> PublicAnnex:
    known = {"made_on": date(2027, 4, 1), "history_first": date(2027, 1, 1), "history_last": date(2027, 2, 1)}
    return public_annex(VolumeAnnex(series=series, **known, **changes), Definition(), Lang.JA)


def test_a_queue_that_stands_alone_is_the_whole() -> None:
    phone, mail = (AnnexSeries(channel=one) for one in (Channel.PHONE, Channel.EMAIL))
    assert _seen(AnnexSeries()).queues == ("全体",)
    assert _seen(phone).queues == ("電話",)
    assert _seen(phone, mail).queues == ("電話（業務の区分なし）", "メール（業務の区分なし）")
    assert _seen(phone, AnnexSeries()).queues == ("電話（業務の区分なし）", "区分なし")


@pytest.mark.parametrize(("intervals", "last"), [(37, 37), (38, 37 + 38)])
def test_no_interval_is_lost_or_added_when_two_are_made_one(intervals: int, last: int) -> None:
    day = tuple(Decimal(one) for one in range(1, intervals + 1))
    (week,) = _seen(AnnexSeries(week=(day,) * 7), interval_minutes=30).weeks
    assert (week.interval_minutes, week.opens, len(week.averages)) == (60, 0, 19)
    assert [one[0] for one in (week.averages[0], week.averages[-1])] == [1 + 2, last]
    assert week.days == (sum(day),) * 7


@given(projects(2))
@settings(max_examples=20, deadline=None)
def test_it_depends_on_nothing_of_the_staffing(one: Project) -> None:
    bare = one.replace(staffing=Staffing())
    for lang in Lang:
        seen = public_view(one, lang, date(2027, 4, 1)).annex
        assert seen == public_view(bare, lang, date(2027, 4, 1)).annex
        assert (seen is None) is (one.annex is None)
