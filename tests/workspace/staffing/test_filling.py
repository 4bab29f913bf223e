"""A plan is filled into the definition on request, marked, as one step, and never over what people wrote."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from rfp_builder.errors import Refused, WrongUse
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Channel, Day
from rfp_builder.model.definition.operations import SiteShift
from rfp_builder.model.derived import changed_inputs, digest_of, found_at
from rfp_builder.model.project import Project
from rfp_builder.model.rfp import Issue
from rfp_builder.workload.history.reading import read_csv
from rfp_builder.workload.plan.ledger import Ledger
from rfp_builder.workload.plan.making import make_plan
from rfp_builder.workspace.document.document import Document
from rfp_builder.workspace.document.paths import with_value
from rfp_builder.workspace.staffing.filling import choice, fill, filled
from rfp_builder.workspace.staffing.planning import Planned
from rfp_builder.workspace.staffing.proposal import Proposal, Standing
from rfp_builder.workspace.staffing.proposing import left_out, proposals
from rfp_builder.workspace.workspace import Workspace
from tests.workload.plan.made import TODAY, builder, year

CONTACTS = "work.volumes.volumes[v1].monthly_contacts"
BANDS = "operations.sites.shifts"


def _by_path(project: Project, made: Planned) -> dict[str, Proposal]:
    return {one.path: one for one in proposals(made, project)}


def _shifts(project: Project) -> tuple[SiteShift, ...]:
    return known(project.definition.operations.sites.shifts) or ()


def test_what_people_wrote_stays_unless_told(workspace: Workspace, made: Planned) -> None:
    before = workspace.project.definition
    done = fill(workspace, TODAY, of=made)
    after = workspace.project.definition
    same = after.replace(work=after.work.replace(start=before.work.start))
    assert same == before, "the sample answers everything but when agents are hired"
    assert CONTACTS in {one.path for one in done.kept}
    assert workspace.project.staffing.result is not None, "the result is kept for the check"
    marked = [one.path for one in workspace.project.staffing.derived]
    assert len(marked) == 3 and all(path.startswith("work.start.milestones[") for path in marked)


def test_a_full_step_is_one_save_with_marks(workspace: Workspace, made: Planned) -> None:
    revision = workspace.project.revision
    fill(workspace, TODAY, overwrite=True, of=made)
    project = Workspace.open(workspace.folder).project
    assert project.revision == revision + 1
    last = json.loads((workspace.folder / "journal.jsonl").read_text("utf-8").splitlines()[-1])
    assert last["action"] == "workload-filled" and BANDS in last["details"]["places"]
    marks = {one.path: one for one in project.staffing.derived}
    for path, mark in marks.items():
        assert mark.digest == digest_of(found_at(project, path)) and mark.on == TODAY
        assert mark.inputs and not changed_inputs(project, mark.inputs)
    assert found_at(project, CONTACTS) == 13_335 and CONTACTS in marks
    result = project.staffing.result
    assert result is not None and not changed_inputs(project, result.inputs)
    assert "operations.planning.shrinkage" not in marks, "30% was the client's own before"


def test_filling_again_changes_nothing(workspace: Workspace, made: Planned) -> None:
    fill(workspace, TODAY, overwrite=True, of=made)
    revision = workspace.project.revision
    again = fill(workspace, date(2026, 12, 1))
    assert workspace.project.revision == revision, "a plan made from the filled definition says the same"
    assert {one.standing for one in again.all} == {Standing.SAME}


def test_bands_cover_the_week_and_keep_the_one_site(workspace: Workspace, made: Planned) -> None:
    after = filled(workspace.project, made, proposals(made, workspace.project), TODAY)
    rows, week = _shifts(after), made.plan.week.agents
    order = (Day.MON, Day.TUE, Day.WED, Day.THU, Day.FRI, Day.SAT, Day.SUN)
    for day, kind in enumerate(order):
        for interval, needed in enumerate(week[day].tolist()):
            at = interval * 30
            there = [
                known(row.headcount) or 0
                for row in rows
                if kind in (known(row.days) or ())
                and (known(row.opens) or 0) <= at < (known(row.closes) or 0)
            ]
            assert sum(there) >= needed and len(there) <= 1
    assert {row.site.ja for row in rows if row.site is not None} == {"主拠点"}
    assert len(rows) <= 9 and any(Day.HOLIDAY in (known(row.days) or ()) for row in rows)


def test_what_was_changed_by_hand_since_stays_even_if_named(workspace: Workspace, made: Planned) -> None:
    fill(workspace, TODAY, (CONTACTS,), of=made)
    workspace.save(with_value(workspace.project, CONTACTS, 14_000), "edited")
    found = _by_path(workspace.project, made)[CONTACTS]
    assert found.standing is Standing.CHANGED and found.now.en == "14,000 contacts"
    kept = fill(workspace, TODAY, (CONTACTS,), of=made).kept
    assert [one.path for one in kept] == [CONTACTS]
    assert found_at(workspace.project, CONTACTS) == 14_000
    fill(workspace, TODAY, (CONTACTS,), overwrite=True, of=made)
    assert found_at(workspace.project, CONTACTS) == 13_335


def test_an_input_that_changes_is_seen(workspace: Workspace, made: Planned) -> None:
    fill(workspace, TODAY, overwrite=True, of=made)
    changed = with_value(workspace.project, "work.volumes.volumes[v2].aht", 420)
    result = changed.staffing.result
    assert result is not None
    assert changed_inputs(changed, result.inputs) == ("work.volumes.volumes[v2].aht",)


def test_an_empty_definition_gets_rows_of_its_own() -> None:
    made = Planned(make_plan(Project(), year(), today=TODAY, shift_time_s=5), year())
    found = choice(proposals(made, Project()), None)
    after = filled(Project(), made, found.done, TODAY)
    volumes = known(after.definition.work.volumes.volumes) or ()
    assert [one.channel for one in volumes] == [Channel.PHONE]
    assert known(volumes[0].monthly_contacts) == 25_690, "308,278 contacts in twelve months"
    assert (
        _shifts(after)[0].site is not None and found_at(after, "operations.planning.interval_minutes") == 30
    )
    levels = known(after.definition.operations.planning.steps) or ()
    assert len(levels) == 4 and all(
        isinstance(one.accuracy, Decimal) and 0 < one.accuracy < 40 for one in levels
    )


def test_paths_that_no_proposal_is_for_are_refused(workspace: Workspace, made: Planned) -> None:
    with pytest.raises(WrongUse) as wrong:
        fill(workspace, TODAY, ("price.payment.currency",), of=made)
    assert "price.payment.currency" in wrong.value.why.en


def test_nothing_is_filled_in_once_the_rfp_is_out(workspace: Workspace, made: Planned) -> None:
    issue = Issue(
        version="1.0", issued_on=date(2026, 11, 1), files=(), requirements=(), criteria_digest="0" * 64
    )
    workspace.save(workspace.project.replace(issues=(issue,)), "issued")
    with pytest.raises(Refused):
        fill(workspace, TODAY, overwrite=True, of=made)


def test_one_undo_takes_all_of_it_back(workspace: Workspace, made: Planned) -> None:
    document = Document(workspace)
    before = document.project.definition
    document.perform(lambda opened: fill(opened, TODAY, overwrite=True, of=made))
    assert document.project.definition != before
    document.undo()
    assert document.project.definition == before and not document.project.staffing.derived


def test_measured_handling_times_are_offered(workspace: Workspace, made: Planned) -> None:
    with_times = str(builder().long_csv(builder().Plan(), handling=True)).encode()
    found = read_csv(with_times, "h.csv").history
    offered = _by_path(workspace.project, Planned(made.plan, found))
    orders = offered["work.volumes.volumes[v1].aht"]
    assert isinstance(orders.value, int) and 250 < orders.value < 270 and orders.now.ja == "280秒"
    assert "staffing.history" in orders.inputs


def test_growth_that_the_plan_took_from_the_definition_stays(
    workspace: Workspace, made: Planned, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rfp_builder.workload.plan.facts.growth_a_year", lambda *_: Decimal("2.5"))
    one = _by_path(workspace.project, made)["work.forecast.yearly_growth"]
    assert (one.value, one.standing) == (Decimal(3), Standing.SAME), "months rest on the 3% of 2.3"


@pytest.mark.parametrize(
    ("path", "value"),
    [("work.forecast.yearly_growth", Decimal(7)), ("work.start.service_start", date(2027, 12, 1))],
)
def test_months_are_out_of_date_when_growth_or_start_change(
    workspace: Workspace, made: Planned, path: str, value: object
) -> None:
    fill(workspace, TODAY, overwrite=True, of=made)
    (months,) = (one for one in workspace.project.staffing.derived if one.path == "work.forecast.months")
    assert path in changed_inputs(with_value(workspace.project, path, value), months.inputs)


def test_the_purpose_of_a_program_is_nothing_that_a_plan_rests_on(made: Planned) -> None:
    assert not [path for path in made.plan.rests_on if path.endswith("programs[p1]")]


def test_a_row_that_was_filled_in_is_no_source_and_a_change_of_it_shows(made: Planned) -> None:
    empty = Project()
    plan = Planned(make_plan(empty, year(), today=TODAY, shift_time_s=5), made.volumes)
    project = filled(empty, plan, proposals(plan, empty), TODAY)
    row = next(one for one in project.staffing.derived if one.path.startswith("work.volumes.volumes["))
    ledger = Ledger(project)
    assert ledger.was_worked_out(f"{row.path}.aht")
    changed = with_value(project, f"{row.path}.aht", 999)
    assert not Ledger(changed).was_worked_out(f"{row.path}.aht")
    result = project.staffing.result
    assert result is not None and f"{row.path}.aht" in changed_inputs(changed, result.inputs)


def test_a_week_that_needs_nobody_is_not_blamed_on_sites(workspace: Workspace, made: Planned) -> None:
    week = replace(made.plan.week, agents=np.zeros_like(made.plan.week.agents))
    said = left_out(Planned(replace(made.plan, week=week), made.volumes), workspace.project)
    assert ["nobody" in one.en for one in said if "4.1" in one.en] == [True]
