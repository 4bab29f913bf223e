"""What the rules on the volume annex say, and what they leave alone."""

from __future__ import annotations

from typing import Any

import pytest

from rfp_builder.check.context import Context
from rfp_builder.check.finding import Finding
from rfp_builder.check.registry import RULES
from rfp_builder.model.derived import input_at
from rfp_builder.model.project import Project
from rfp_builder.workload.forecast.making import forecast
from rfp_builder.workload.plan.annex import annex_of
from tests.check.annex_cases import MONTHS, VOLUME, annex
from tests.check.builders import TODAY, project, t
from tests.workload.plan.made import mapped_project, year


def _found(one: Project, rule: str) -> list[Finding]:
    return [
        finding
        for made in RULES
        if made.id.startswith(rule)
        for finding in made.findings(Context(one, TODAY))
    ]


def _of(rule: str, **changes: Any) -> list[Finding]:
    return _found(project(changes), rule)


def test_an_annex_just_made_goes_with_its_project() -> None:
    one = mapped_project()
    made = annex_of(one, year(), forecast(year(), year().last.replace(year=2027)), made_on=TODAY)
    assert _found(one.replace(annex=made), "annex.stale") == []


def test_what_changed_is_named_once() -> None:
    one = project()
    inputs = [input_at(one, path) for path in ("staffing.growth", "staffing.until", "work.reasons.reasons")]
    other = one.staffing.replace(growth=5, until="2027-03-31")
    (finding,) = _found(
        project(annex(inputs=[entry.model_dump() for entry in inputs])).replace(staffing=other), "annex.stale"
    )
    assert "年間の増減率、予測の最終日が変わりました" in finding.message.ja
    assert "the growth a year, the last day of the forecast changed" in finding.message.en
    assert "workload annex" in finding.remedy.ja and "workload annex" in finding.remedy.en


def test_months_that_differ_are_one_finding_a_queue() -> None:
    (finding,) = _of(
        "annex.forecast", **annex(), **{f"{MONTHS}[f4].contacts": 5001, f"{MONTHS}[f5].contacts": 5002}
    )
    assert finding.path == f"{MONTHS}[f4].contacts"
    assert "2027年4月は2.3で5,001件" in finding.message.ja and "ほかに1か月で違います" in finding.message.ja
    assert "5,001 contacts in 2.3, but 6,004" in finding.message.en


@pytest.mark.parametrize(("stated", "silent"), [
    (6_000, True), (6_252, True), (5_700, True), (5_699, False), (6_564, True), (6_600, False), (7_000, False)
])  # fmt: skip
def test_a_monthly_volume_may_be_rounded(stated: int, silent: bool) -> None:
    """6,000 a month came in, 6,252 are expected."""
    found = _of("annex.volumes", **annex(), **{f"{VOLUME}.monthly_contacts": stated})
    assert (found == []) is silent
    for finding in found:
        assert finding.path == f"{VOLUME}.monthly_contacts" and "6,252" in finding.message.ja


def test_the_volume_may_be_that_of_the_last_year() -> None:
    months = [f"{year}-{month:02}" for year in (2024, 2025) for month in range(1, 13)]
    grown = [{"month": month, "contacts": 100 if month < "2025" else 300} for month in months]
    one = {"program": "p1", "channel": "phone", "actual": grown}
    more: dict[str, Any] = {"series": [one], "history_first": "2024-01-01", "history_last": "2025-12-31"}
    for stated, silent in ((200, True), (303, True), (90, False), (400, False)):
        changes = {**annex(**more), f"{VOLUME}.monthly_contacts": stated}
        assert (_of("annex.volumes", **changes) == []) is silent


def test_a_month_with_gaps_does_not_count() -> None:
    gaps = [{"month": f"2026-{n:02}", "days": 1} for n in (4, 5, 6, 7, 8)]
    changes = {**annex(actual=1, gaps=gaps), f"{VOLUME}.monthly_contacts": 6252}
    assert _of("annex.volumes", **changes) == []


def test_queues_that_the_annex_does_not_tell_apart_are_not_compared() -> None:
    undivided = annex()
    undivided["annex"]["series"][0]["program"] = None
    changes = {**undivided, f"{VOLUME}.monthly_contacts": 1, f"{VOLUME}.aht": 1, f"{MONTHS}[f4].contacts": 1}
    assert _of("annex.", **changes) == []


def test_words_without_a_language_are_named_and_many_are_cut_short() -> None:
    reasons = [
        {"reason": {"ja": name}, "share": "10"} for name in ("注文", "返品", "交換", "解約", "請求", "その他")
    ]
    (finding,) = _of("annex.language", **annex(reasons=reasons), **{"rfp.languages": ["ja", "en"]})
    assert (
        "英語のない語が6件" in finding.message.ja
        and "注文、返品、交換、解約、請求、ほか" in finding.message.ja
    )
    assert "without English" in finding.message.en and "and others" in finding.message.en


def test_items_on_volumes_may_refer_to_the_annex() -> None:
    texts = {"additional.attachments.attachments": [], "work.forecast.history": t("別紙に示す。")}
    assert len(_of("wording.attachment", **texts)) == 1
    assert _of("wording.attachment", **texts, **annex()) == []
    elsewhere = {**texts, "work.forecast.history": t("実績"), "rfp.background": t("別紙に示す。")}
    assert len(_of("wording.attachment", **elsewhere, **annex())) == 1
