"""Findings tell where something stands and not the ids that the wizard made up."""

from __future__ import annotations

import re

from rfp_builder.check.places import called, given_id
from rfp_builder.check.report import check
from rfp_builder.i18n import Lang
from rfp_builder.model.project import Project
from tests.check.builders import TODAY, project, requirement, t

MADE_UP = "r-76ac12ef"


def _messages(checked: Project, rule: str) -> list[str]:
    found = [one for one in check(checked, TODAY).findings if one.rule == rule]
    return [one.message.to(lang) for one in found for lang in Lang]


def test_a_row_without_a_name_is_told_by_its_number() -> None:
    added = {"id": MADE_UP, "kpi": "k1", "effect": "penalty", "share": "2"}
    ja, en = _messages(project({"price.incentives.incentives[+]": added | {"kpi": "gone"}}), "incentive.kpi")
    assert re.search(r"報酬・減額の\d+行目が", ja)
    assert re.search(r"penalty in row \d+ does", en)


def test_a_requirement_is_told_by_its_place_in_the_register() -> None:
    changed = project({"requirements[+]": requirement(MADE_UP, "受託者は、適宜報告すること。")})
    at = len(changed.requirements)
    messages = [
        one.message.to(lang) for one in check(changed, TODAY).findings for lang in Lang if MADE_UP in one.path
    ]
    assert any(f"台帳{at}件目の要件" in message for message in messages)
    assert any(f"no. {at} of the register" in message for message in messages)


def test_no_finding_shows_a_made_up_id() -> None:
    unnamed = {"id": MADE_UP}
    changes: dict[str, object] = {
        f"{table}[+]": unnamed
        for table in (
            *("work.programs.programs", "work.segments.segments", "operations.service_levels.kpis"),
            *("price.running.costs", "price.incentives.incentives", "overview.requests.requests"),
        )
    }
    changes["requirements[+]"] = requirement(MADE_UP, "受託者は、適宜報告すること。")
    changes["work.volumes.volumes[v1].program"] = MADE_UP
    changes["rfp.background"] = t("背景")
    found = check(project(changes), TODAY).findings
    shown = [text for one in found for lang in Lang for text in (one.message.to(lang), one.remedy.to(lang))]
    assert len(shown) > 10
    assert [text for text in shown if MADE_UP in text] == []


def test_a_requirement_is_called_by_the_id_it_was_given_or_by_its_place() -> None:
    changed = project({"requirements[+]": requirement(MADE_UP, "受託者は、報告すること。")})
    at = len(changed.requirements)
    assert called(changed, MADE_UP).ja == f"台帳{at}件目" and not given_id(MADE_UP)
    first = changed.requirements[0].id
    assert called(changed, first).en == first == given_id(first)
    assert called(changed, "r-00000000").ja == ""
