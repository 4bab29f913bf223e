"""The check as a whole: completeness, order, the next step, plain data, and no secrets."""

from __future__ import annotations

import json

import pytest

from rfp_builder.check.completeness import Progress, completeness
from rfp_builder.check.finding import Severity
from rfp_builder.check.next_step import road_position
from rfp_builder.check.report import check
from rfp_builder.model.project import Project
from tests.check.builders import TODAY, clean, not_applicable, project, t, undecided
from tests.check.cases import CASES
from tests.check.scatter import scattered, with_holes


def progress(made: Project, item_id: str) -> Progress:
    for section in completeness(made.definition):
        for item in section.items:
            if item.id == item_id:
                return item.progress
    raise KeyError(item_id)


def test_an_empty_project_is_at_zero_and_begins_with_the_policy() -> None:
    report = check(Project(), TODAY)
    assert report.total.answered == 0 and report.total.percent == 0
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6, 7]
    assert report.next is not None and report.next.rule == "complete.1.1"
    assert report.blocked


def test_undecided_is_not_answered_and_not_applicable_is() -> None:
    empty = progress(Project(), "2.6")
    assert empty == Progress(0, 1)
    assert progress(project({"work.reasons.reasons": not_applicable()}), "2.6") == Progress(1, 1)
    assert progress(project({"work.reasons.reasons": undecided("2026-09-05")}), "2.6") == Progress(0, 1)


def test_every_required_cell_of_a_row_counts() -> None:
    before = progress(clean(), "2.6")
    after = progress(project({"work.reasons.reasons[+]": {"id": "c9"}}), "2.6")
    assert after.answered == before.answered and after.required > before.required


def test_a_hundred_per_cent_means_that_nothing_is_missing() -> None:
    assert Progress(999, 1000).percent == 99
    assert Progress(1000, 1000).percent == 100
    assert Progress(0, 0).percent == 100


def test_findings_stand_in_the_order_of_the_road() -> None:
    report = check(Project(), TODAY)
    positions = [road_position(finding.path) for finding in report.findings]
    assert positions == sorted(positions)
    assert road_position("work.volumes.volumes[v1].aht") < road_position("operations.sites")
    assert road_position("additional.change") < road_position("requirements[r-1].statement")
    assert road_position("criteria.scale") < road_position("rfp.schedule")


def test_the_next_step_is_the_first_that_blocks() -> None:
    report = check(project({"rfp.title": None, "operations.planning.interval_minutes": 45}), TODAY)
    assert report.next is not None and report.next.severity is Severity.BLOCKS
    assert report.next == next(f for f in report.findings if f.severity is Severity.BLOCKS)


def test_the_plain_data_is_json_and_says_everything() -> None:
    report = check(project({"rfp.title": None}), TODAY)
    data = json.loads(json.dumps(report.as_json(), ensure_ascii=False))
    assert len(data["findings"]) == len(report.findings) == sum(data["counts"].values())
    assert data["checked_on"] == "2026-09-01"
    assert data["next"]["path"] and data["next"]["message"]["ja"] and data["next"]["remedy"]["en"]
    assert {"number", "key", "title", "answered", "required", "percent", "items"} <= data["sections"][
        0
    ].keys()
    assert "rfp.title" in {finding["rule"] for finding in data["findings"]}


@pytest.mark.parametrize("seed", range(60))
def test_the_check_never_raises(seed: int) -> None:
    report = check(scattered(seed), TODAY)
    json.dumps(report.as_json())
    for finding in report.findings:
        assert finding.message.ja and finding.remedy.en


@pytest.mark.parametrize(("seed", "rule_id"), [*enumerate([*CASES][::3])])
def test_no_rule_trips_over_an_answer_that_is_not_there(seed: int, rule_id: str) -> None:
    check(with_holes(project(CASES[rule_id].fires), seed), TODAY)


SECRETS = (
    "地図上",
    "色分け",
    "画面の例",
    "画面例",
    "123456",
    "123,456",
    "12,345",
    "架空テレマ",
    "役員会",
)


@pytest.mark.parametrize("rule_id", CASES)
def test_no_finding_tells_a_secret(rule_id: str) -> None:
    for finding in check(project(CASES[rule_id].fires), TODAY).findings:
        said = " ".join((finding.message.ja, finding.message.en, finding.remedy.ja, finding.remedy.en))
        assert not [secret for secret in SECRETS if secret in said]


def test_a_withheld_number_that_disagrees_is_not_told() -> None:
    withheld = project({"requirements[r-06].statement": t("受託者は、応答率を97.3%以上に保つこと。")})
    found = [finding for finding in check(withheld, TODAY).findings if finding.rule == "contradiction.kpi"]
    assert found
    assert not any("97.3" in finding.message.ja + finding.message.en for finding in found)
    assert not any("応答率" in finding.message.ja for finding in found)
