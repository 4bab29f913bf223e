"""Digests of what results rest on: equal for equal values, for good."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from rfp_builder.model.choices import Channel
from rfp_builder.model.derived import HISTORY, changed_inputs, digest_of, input_at
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import HistoryFile, Staffing
from rfp_builder.text.date_order import DateOrder

_CONTACTS = "5" * 64


def _with(file: str, name: str) -> Project:
    history = HistoryFile(
        file=file,
        name=name,
        sha256=_CONTACTS,
        first=date(2026, 1, 1),
        last=date(2026, 12, 31),
        contacts=1,
    )
    return Project(staffing=Staffing(history=history))


def test_marks_that_an_earlier_version_made_still_hold() -> None:
    values = (Localized(ja="注文受付"), Decimal("30.50"), None, Channel.PHONE, date(2027, 4, 1), True)
    digest = "5ce3f1b56e4c612f30b79a17625c1b2cbfcdfe156d6bead049aa522dc1c22b73"
    assert digest_of(values) == digest


def test_one_number_has_one_digest() -> None:
    assert digest_of(Decimal(30)) == digest_of(Decimal("30.0")) == digest_of(Decimal("3E1"))
    assert digest_of(Decimal(30)) != digest_of(Decimal(3))


def test_the_history_is_known_by_its_contacts_and_not_by_its_name() -> None:
    before = _with("workload/history.csv", "入電.csv")
    history = input_at(before, HISTORY)
    assert history.digest == _CONTACTS
    assert changed_inputs(_with("workload/history-2.csv", "again.csv"), (history,)) == ()
    assert changed_inputs(Project(), (history,)) == (HISTORY,)


def test_the_same_stamps_in_another_time_zone_or_order_are_other_contacts() -> None:
    before = _with("workload/history.csv", "入電.csv")
    history = before.staffing.history
    assert history is not None
    for other in (
        history.replace(time_zone="Europe/London"),
        history.replace(date_order=DateOrder.DAY_FIRST),
    ):
        after = before.replace(staffing=before.staffing.replace(history=other))
        assert changed_inputs(after, (input_at(before, HISTORY),)) == (HISTORY,)


def test_anything_else_is_known_by_its_value() -> None:
    path = "staffing.history.name"
    name = input_at(_with("a.csv", "入電.csv"), path)
    assert name.digest == digest_of("入電.csv")
    assert changed_inputs(_with("a.csv", "別.csv"), (name,)) == (path,)
