"""Whose a series is can be said one by one, and what is not said stays where it was."""

from __future__ import annotations

import pytest

from rfp_builder.errors import Refused
from rfp_builder.model.staffing import Staffing
from rfp_builder.workspace.staffing.assigning import assigned, assignment, unassigned
from rfp_builder.workspace.staffing.history import take_history, volumes_of
from rfp_builder.workspace.staffing.planning import Planned
from rfp_builder.workspace.staffing.settings import assign
from rfp_builder.workspace.workspace import Workspace


def _owners(staffing: Staffing) -> dict[str, str]:
    return {name: one.id for one in staffing.queues for name in one.names}


def test_every_series_is_listed_with_its_queue_the_largest_first(workspace: Workspace, made: Planned) -> None:
    found = assignment(workspace.project, made.volumes)
    counts = [one.contacts for one in found.series]
    assert counts == sorted(counts, reverse=True) and counts[0] > 0
    by_name = {one.name: one for one in found.series}
    assert by_name["注文"].queues == ("orders",) and by_name["注文"].by_hand
    assert {key for key, _ in found.queues} >= {"orders", "service"}


def test_one_series_moves_and_the_others_stay(workspace: Workspace, made: Planned) -> None:
    project = workspace.project
    before = {one.name: one.queues for one in assignment(project, made.volumes).series}
    staffing = assigned(project, made.volumes, ["会員情報"], "orders")
    after = {
        one.name: one.queues for one in assignment(project.replace(staffing=staffing), made.volumes).series
    }
    assert after == {**before, "会員情報": ("orders",)}
    assert _owners(staffing)["会員情報"] == "orders"
    with pytest.raises(KeyError):
        assigned(project, made.volumes, ["会員情報"], "nobody")


def test_series_that_queues_have_together_stay_theirs_when_another_moves(
    workspace: Workspace, made: Planned
) -> None:
    project = workspace.project.replace(staffing=unassigned(workspace.project.staffing).replace(queues=()))
    before = {one.name: one.queues for one in assignment(project, made.volumes).series}
    assert len(before["注文"]) > 1, "nobody said whose they are"
    staffing = assigned(project, made.volumes, ["会員情報"], before["注文"][0])
    after = {
        one.name: one.queues for one in assignment(project.replace(staffing=staffing), made.volumes).series
    }
    assert after == {**before, "会員情報": before["注文"][:1]}


def test_matching_by_name_again_keeps_what_else_is_set(workspace: Workspace) -> None:
    staffing = workspace.project.staffing
    bare = unassigned(staffing)
    assert not _owners(bare) and next(one for one in bare.queues if one.id == "service").patience == 180
    plain = staffing.replace(queues=tuple(one.replace(patience=None) for one in staffing.queues))
    assert unassigned(plain).queues == ()


def test_what_is_assigned_by_a_command_leaves_all_other_series_where_they_are(
    workspace: Workspace, made: Planned
) -> None:
    workspace.save(workspace.project.replace(staffing=unassigned(workspace.project.staffing)), "edited")
    before = {one.name: one.queues for one in assignment(workspace.project, made.volumes).series}
    found = assign(workspace, "service", ("会員情報",))
    after = {one.name: one.queues for one in assignment(workspace.project, made.volumes).series}
    assert after == {**before, "会員情報": ("service",)} and "会員情報" in found.names
    assign(workspace, "orders", ("注文",))
    after = {one.name: one.queues for one in assignment(workspace.project, made.volumes).series}
    assert after == {**before, "会員情報": ("service",), "注文": ("orders",)}


def test_contacts_that_are_not_split_stay_with_all_queues_that_share_them(workspace: Workspace) -> None:
    months = "".join(f"2025-{month:02},9000\n" for month in range(1, 13))
    take_history(workspace, "months.csv", f"年月,件数\n{months}".encode())
    bare = workspace.project.replace(staffing=unassigned(workspace.project.staffing))
    assert not _owners(assigned(bare, volumes_of(workspace), [""], "service"))


def test_a_series_whose_name_is_too_long_for_a_setting_is_refused(workspace: Workspace) -> None:
    long = "長" * 80
    rows = "".join(f"2026-03-{day:02},{long},{long},{long},5\n" for day in range(1, 29))
    take_history(workspace, "long.csv", f"日付,業務,問い合わせ理由,顧客区分,件数\n{rows}".encode())
    volumes = volumes_of(workspace)
    (series,) = assignment(workspace.project, volumes).series
    with pytest.raises(Refused):
        assigned(workspace.project, volumes, [series.name], "service")
