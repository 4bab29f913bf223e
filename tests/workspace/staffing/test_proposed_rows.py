"""Rows that a plan would fill in have ids of their own, and queues may share a program and a channel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from rfp_builder.model.choices import Channel
from rfp_builder.model.definition.work import ChannelVolume, MonthlyForecast
from rfp_builder.model.project import Project
from rfp_builder.workspace.document.paths import with_value
from rfp_builder.workspace.staffing.planning import Planned
from rfp_builder.workspace.staffing.proposal import Proposal, Standing
from rfp_builder.workspace.staffing.proposing import proposals
from rfp_builder.workspace.workspace import Workspace

PHONE = Channel.PHONE
MONTHS = "work.forecast.months"


def _queues(project: Project, made: Planned, **changes: Mapping[str, object]) -> tuple[Project, Planned]:
    """The project and its plan with some queues changed."""
    staffing = project.staffing
    queues = tuple(one.replace(**changes.get(one.id, {})) for one in staffing.queues)
    ids = dict(zip((one.id for one in staffing.queues), (one.id for one in queues), strict=True))
    planned = tuple(replace(one, id=ids[one.id]) for one in made.plan.queues)
    project = project.replace(staffing=staffing.replace(queues=queues))
    return project, Planned(replace(made.plan, queues=planned), made.volumes)


def _by_path(project: Project, made: Planned) -> dict[str, Proposal]:
    found = proposals(made, project)
    assert len({one.path for one in found}) == len(found), "one place is proposed twice"
    return {one.path: one for one in found}


def _months(found: dict[str, Proposal]) -> tuple[MonthlyForecast, ...]:
    rows = found[MONTHS].value
    assert isinstance(rows, tuple) and rows
    return rows


def test_long_ids_that_begin_alike_make_rows_of_their_own(workspace: Workspace, made: Planned) -> None:
    alike = "orders-and-service-of-the-mail-order-shop"
    project, plan = _queues(
        workspace.project, made, orders={"id": f"{alike}-1"}, service={"id": f"{alike}-2"}
    )
    found = _by_path(project, plan)
    rows = _months(found)
    assert len({row.id for row in rows}) == len(rows)
    assert {row.program for row in rows if alike[:32] in row.id} == {"p1", "p2"}
    again = _by_path(with_value(project, MONTHS, rows), plan)[MONTHS]
    assert again.standing is Standing.SAME, "the same rows get the same ids the next time"


def test_a_queue_called_like_a_row_of_another_channel_does_not_take_its_place(
    workspace: Workspace, made: Planned
) -> None:
    """As it is after a row of 2.2 was given another channel."""
    project, plan = _queues(workspace.project, made, orders={"id": "v3", "channel": Channel.FAX})
    found = _by_path(project, plan)
    assert "work.volumes.volumes[v3]" not in found
    row = found["work.volumes.volumes[v3-2]"].value
    assert isinstance(row, ChannelVolume) and (row.id, row.channel) == ("v3-2", Channel.FAX)


def test_queues_of_one_program_and_channel_fill_one_row_together(workspace: Workspace, made: Planned) -> None:
    apart = _by_path(workspace.project, made)
    project, plan = _queues(
        workspace.project, made, orders={"aht": 300}, service={"program": "p1", "aht": 200}
    )
    together = _by_path(project, plan)
    contacts = "work.volumes.volumes[{}].monthly_contacts"
    first, second = (apart[contacts.format(row)].value for row in ("v1", "v2"))
    assert isinstance(first, int) and isinstance(second, int)
    assert together[contacts.format("v1")].value == pytest.approx(first + second, abs=1)
    aht = together["work.volumes.volumes[v1].aht"].value
    assert isinstance(aht, int) and 240 < aht < 260, "about as many of each"
    months = [
        {row.month: _count(row) for row in _months(found) if (row.program, row.channel) == (program, PHONE)}
        for found, program in ((apart, "p1"), (apart, "p2"), (together, "p1"))
    ]
    assert months[2] == {
        month: pytest.approx(count + months[1][month], abs=2) for month, count in months[0].items()
    }


def _count(row: MonthlyForecast) -> int:
    assert isinstance(row.contacts, int)
    return row.contacts
