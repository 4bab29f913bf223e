"""The review: every answer in reading order, findings on top of each item."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from rfp_builder.check.report import check
from rfp_builder.i18n import Lang
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.workspace.document.paths import value_at, with_value
from rfp_builder.workspace.reviewing import ReviewLine, Says, review
from rfp_builder.workspace.workspace import Workspace

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Workspace.create(tmp_path_factory.mktemp("reviewing") / "project", "mail-order").project


def reviewed(
    project: Project, lang: Lang = Lang.JA, *, findings_only: bool = False
) -> tuple[ReviewLine, ...]:
    return review(project, check(project, TODAY).findings, lang, findings_only=findings_only)


def at(lines: tuple[ReviewLine, ...], path: str) -> ReviewLine:
    return next(one for one in lines if one.path == path and one.says not in (Says.FINDING, Says.ITEM))


def test_the_parts_come_in_the_order_of_the_road(sample: Project) -> None:
    lines = reviewed(sample)
    assert [one.part for one in lines if one.says is Says.PART] == list(range(1, 11))
    assert [one.part for one in lines] == sorted(one.part for one in lines)


@pytest.mark.parametrize("lang", Lang)
def test_every_line_leads_to_a_place_that_exists(sample: Project, lang: Lang) -> None:
    for line in reviewed(sample, lang):
        if line.says is not Says.FINDING:
            value_at(sample, line.path)


def test_every_finding_of_the_check_is_shown_once(sample: Project) -> None:
    for project in (sample, Project()):
        findings = check(project, TODAY).findings
        shown = [one for one in reviewed(project) if one.says is Says.FINDING]
        assert sorted(one.path for one in shown) == sorted(one.path for one in findings)


def test_findings_stand_on_top_of_their_item() -> None:
    lines = reviewed(Project())
    item = next(n for n, one in enumerate(lines) if one.says is Says.ITEM and one.path == "work.volumes")
    assert lines[item + 1].says is Says.FINDING
    assert lines[item + 1].path.startswith("work.volumes")


def test_what_is_missing_is_said_in_words() -> None:
    line = at(reviewed(Project()), "overview.policy.policy")
    assert (line.says, line.text) == (Says.UNANSWERED, "未回答")
    assert at(reviewed(Project(), Lang.EN), "overview.policy.policy").text == "not answered"


def test_undecided_and_not_applicable_say_who_and_why() -> None:
    owner = Undecided(owner=Localized(ja="情報システム部"), due=date(2027, 3, 1))
    project = with_value(Project(), "overview.policy.policy", owner)
    project = with_value(project, "overview.purpose.purposes", NotApplicable(reason=Localized(ja="対象外")))
    lines = reviewed(project)
    assert "情報システム部" in at(lines, "overview.policy.policy").text
    assert at(lines, "overview.purpose.purposes").text == "該当なし（対象外）"


def test_a_row_leads_to_its_row(sample: Project) -> None:
    line = at(reviewed(sample), "overview.purpose.purposes[pu2]")
    assert line.says is Says.ROW
    assert line.label == "受付時間の延長"


def test_times_of_the_schedule_are_times(sample: Project) -> None:
    assert "17:00" in at(reviewed(sample), "rfp.schedule[question_deadline]").text


def test_findings_only_shows_no_heading_without_a_finding(sample: Project) -> None:
    lines = reviewed(sample, findings_only=True)
    assert {one.says for one in lines} <= {Says.PART, Says.ITEM, Says.FINDING}
    assert lines[-1].says is Says.FINDING
    assert len([one for one in lines if one.says is Says.FINDING]) == len(check(sample, TODAY).findings)
    for one, following in pairwise(lines):
        assert one.says is not Says.ITEM or following.says is Says.FINDING
