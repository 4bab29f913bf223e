"""Whose a series of the history is: by names set, by program and channel, never nobody's."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from rfp_builder.model.choices import Channel, ProgramKind
from rfp_builder.model.definition.work import ChannelVolume, Program
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import Queue
from rfp_builder.workload.history.values import Axis, Dimension
from rfp_builder.workload.plan.channels import channel_named
from rfp_builder.workload.plan.queues import QueueMap, parts_of, queues_of
from rfp_builder.workload.plan.values import Origin

BY_PROGRAM = (Axis(Dimension.PROGRAM, "業務"), Axis(Dimension.CHANNEL, "チャネル"))
BY_REASON = (Axis(Dimension.REASON, "理由"),)
ORDERS = Program(id="p1", name=Localized(ja="注文受付", en="Order desk"))
SERVICE = Program(id="p2", name=Localized(ja="問い合わせ対応", en="Customer service"))
WIN_BACK = Program(id="p3", name=Localized(ja="休眠会員への案内"), kind=ProgramKind.OUTBOUND)


def _project(*queues: Queue, contacts: tuple[int | None, ...] = (3000, 1000, 500, 800)) -> Project:
    rows = (
        ChannelVolume(id="v1", program="p1", channel=Channel.PHONE, monthly_contacts=contacts[0]),
        ChannelVolume(id="v2", program="p2", channel=Channel.PHONE, monthly_contacts=contacts[1]),
        ChannelVolume(id="v3", program="p2", channel=Channel.EMAIL, monthly_contacts=contacts[2]),
        ChannelVolume(id="v4", program="p3", channel=Channel.PHONE, monthly_contacts=contacts[3]),
    )
    plain = Project()
    work = plain.definition.work
    work = work.replace(
        programs=work.programs.replace(programs=(ORDERS, SERVICE, WIN_BACK)),
        volumes=work.volumes.replace(volumes=rows),
    )
    staffing = plain.staffing.replace(queues=queues)
    return plain.replace(definition=plain.definition.replace(work=work), staffing=staffing)


def _owners(found: QueueMap) -> list[list[str]]:
    return [[found.queues[place].id for place in owners] for owners in found.owners]


def test_equal_names_in_either_language_and_width() -> None:
    keys = (("注文受付", "電話"), ("ＣＵＳＴＯＭＥＲ service", "Eメール"), ("Order Desk", "入電"))
    found = queues_of(_project(), BY_PROGRAM, keys)
    assert _owners(found) == [["v1"], ["v3"], ["v1"]] and found.remarks == ()
    assert found.origin is Origin.DEFINITION


def test_names_that_are_set_come_first() -> None:
    orders = Queue(id="a", program="p1", channel=Channel.PHONE, names=("問い合わせ対応 / 電話",))
    other = Queue(id="b", program="p2", channel=Channel.PHONE)
    found = queues_of(_project(orders, other), BY_PROGRAM, (("問い合わせ対応", "電話"), ("注文受付", "電話")))
    assert _owners(found)[0] == ["a"] and found.origin is Origin.SETTING


def test_what_nobody_claims_goes_to_the_first_queue_of_its_channel_with_a_remark() -> None:
    found = queues_of(_project(), BY_PROGRAM, (("法人窓口", "電話"), ("法人窓口", "メール")))
    assert _owners(found) == [["v1"], ["v3"]]
    assert len(found.remarks) == 2 and "法人窓口 / 電話" in found.remarks[0].ja


def test_a_channel_that_the_project_does_not_have_becomes_a_queue() -> None:
    found = queues_of(_project(), BY_PROGRAM, (("注文受付", "チャット"),))
    assert found.queues[-1].channel is Channel.CHAT and _owners(found) == [[found.queues[-1].id]]
    assert "チャット" in found.remarks[0].ja


def test_without_programs_those_who_take_contacts_share_and_callers_do_not() -> None:
    found = queues_of(_project(), BY_REASON, (("注文",), ("返品",)))
    assert _owners(found) == [["v1", "v2"], ["v1", "v2"]], "nobody calls the win-back program"
    assert parts_of(_project(), found)[0][:2] == (Fraction(3, 4), Fraction(1, 4))
    assert [sum(row) for row in parts_of(_project(), found)] == [1, 1]


def test_whole_contacts_filled_in_divide_a_series_the_same_way_again() -> None:
    stated = _project(contacts=(35_123, 17_778, 500, 800))
    found = queues_of(stated, BY_REASON, (("注文",), ("返品",)))
    a_month = (40_000.3, 19_117.4)
    parts = parts_of(stated, found, a_month)[0]
    first, second = (round(sum(a_month) * part) for part in parts[:2])
    filled = _project(contacts=(first, second, 500, 800))
    assert parts_of(filled, found, a_month)[0] == parts
    assert abs(parts[0] - Fraction(35_123, 35_123 + 17_778)) < Fraction(1, 50_000)


def test_a_queue_has_of_shared_series_what_2_2_says_beyond_its_own() -> None:
    """Without this, filling in would shift more to it every time."""
    stated = _project(contacts=(150, 50, 500, 800))
    found = queues_of(stated, BY_PROGRAM, (("注文受付", "電話"), ("", "電話")))
    found = replace(found, owners=((0,), (0, 1)))
    assert parts_of(stated, found, (100.0, 100.0))[1][:2] == (Fraction(1, 2), Fraction(1, 2))


def test_where_2_2_lacks_contacts_the_first_has_it_all() -> None:
    project = _project(contacts=(3000, None, 500, 800))
    found = queues_of(project, BY_REASON, (("注文",),))
    assert parts_of(project, found)[0][0] == 1


def test_an_empty_project_takes_its_queues_from_the_history() -> None:
    found = queues_of(Project(), BY_PROGRAM, (("a", "電話"), ("b", "メール")))
    assert [one.channel for one in found.queues] == [Channel.PHONE, Channel.EMAIL]
    assert found.origin is Origin.HISTORY and _owners(found) == [["queue-1"], ["queue-2"]]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("電話", Channel.PHONE),
        ("E-Mail", Channel.EMAIL),
        ("ＬＩＮＥ", Channel.SNS),
        ("有人チャット", Channel.CHAT),
        ("お問い合わせ", None),
    ],
)
def test_channels_by_the_words_of_reports(said: str, meant: Channel | None) -> None:
    assert channel_named(said) is meant
