"""What the rules on staffing say: the worst place first, nothing twice, and no amount of money."""

from __future__ import annotations

import re

from rfp_builder.check.context import Context
from rfp_builder.check.finding import Finding
from rfp_builder.check.place_names import place_name
from rfp_builder.check.registry import RULES
from rfp_builder.model.project import Project
from tests.check.builders import TODAY, Data, project, t
from tests.check.staffing_cases import costing, filled, planned


def _found(changes: Data, *prefixes: str) -> list[Finding]:
    return _in(project(changes), *prefixes)


def _in(checked: Project, *prefixes: str) -> list[Finding]:
    context = Context(checked, TODAY)
    return [one for rule in RULES if rule.id.startswith(prefixes) for one in rule.findings(context)]


def test_the_worst_interval_is_named() -> None:
    week = [[0] * 48 for _ in range(7)]
    week[0][20], week[2][21], week[4][30] = 9, 12, 8
    (found,) = _found(planned(week=week), "staffing.headcount-low")
    assert "水曜日 10:30は、要員計画では12人必要ですが、4.1の配置は7人です" in found.message.ja
    assert "Wednesday 10:30" in found.message.en and "lack people: 3" in found.message.en


def test_bands_that_overlap_are_added_up_and_others_are_not() -> None:
    def present(opens: int, closes: int, days: list[str]) -> list[str]:
        second = {"id": "x2", "site": t("第2拠点"), "days": days, "opens": opens, "closes": closes}
        changes = {"operations.sites.shifts[+]": {**second, "headcount": 6}}
        return [one.message.en for one in _found(changes, "consistent.hired-headcount")]

    # 3.1 has 12 agents; the first site has 7 people from 9:00 to 18:00 on weekdays.
    (said,) = present(600, 1200, ["fri", "sat"])
    assert "13 present" in said
    assert present(1080, 1200, ["fri"]) == [] and present(600, 1200, ["sat", "sun"]) == []


def test_where_nobody_is_at_all_the_hours_speak_not_the_headcount() -> None:
    week = [[0] * 48 for _ in range(7)]
    week[0][10] = 5
    assert _found(planned(week=week), "staffing.headcount-low") == []


def test_no_shifts_are_told() -> None:
    (found,) = _found(planned(uncovered=True), "staffing.hours")
    assert "workload plan" in found.remedy.ja and found.path == "operations.sites.shifts"


def test_averages_keep_silent_where_a_plan_speaks() -> None:
    crowded = {"work.volumes.volumes[v1].monthly_contacts": 60_000}
    assert _found(crowded, "consistent.headcount", "consistent.hired-workload")
    both = {**crowded, **planned(8)}
    assert [one.rule for one in _found(both, "consistent.headcount", "consistent.hired", "staffing")] == [
        "staffing.headcount-low"
    ]


def test_a_start_that_no_delay_would_save_is_told() -> None:
    (found,) = _found(planned(can_be_met=False, first_start=None), "staffing.start")
    assert "no later start" in found.message.en


def test_no_amount_stands_in_what_is_said_of_the_budget() -> None:
    (found,) = _found(costing(9_876_543, 9_999_999), "staffing.budget")
    said = f"{found.message}{found.remedy}"
    assert not re.search(r"[0-9]{4}|[0-9],[0-9]{3}|億|万", said)


def test_stale_answers_of_one_item_are_one_finding_and_name_what_changed() -> None:
    digest = "0" * 64
    inputs = (("staffing.history", digest), ("work.volumes.volumes[v2].aht", digest))
    changes = filled(digest, *inputs)
    changes["staffing"]["derived"].append(
        {**changes["staffing"]["derived"][0], "path": "work.volumes.volumes[v1].peak_share"}
    )
    (found,) = _found(changes, "derived.stale")
    assert "件数の履歴" in found.message.ja and "2.2の「平均処理時間」" in found.message.ja
    assert "workload fill" in found.remedy.en


def test_a_plan_that_filled_nothing_in_may_be_out_of_date_too() -> None:
    inputs = [{"path": "work.start.service_start", "digest": "0" * 64}]
    (found,) = _found(planned(inputs=inputs), "derived.stale")
    assert "2.4" in found.message.ja


def test_places_are_called_by_name() -> None:
    assert place_name("operations.planning.shrinkage").en == "“Shrinkage” of 4.4"
    assert place_name("staffing.hiring.lead_weeks").ja == "採用と研修の設定"
    assert place_name("work.programs").ja == "2.1 業務プログラム"
