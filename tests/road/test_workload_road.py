"""The full case on the synthetic year, from its history to the RFP with the annex, step by step."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any

import pytest

from rfp_builder.cli.commands import workload_files, workload_plan
from rfp_builder.cli.main import main
from rfp_builder.disclosure.scan import LeakScan
from rfp_builder.disclosure.secrets import Secret, secrets_of
from rfp_builder.errors import ExitCode
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.project import Project
from rfp_builder.workspace.workspace import Workspace
from tests.word.reading import Word
from tests.workload.plan.made import builder

TODAY = date(2026, 11, 2)
CAMPAIGN = "2025-11-14..2025-11-27=1.45"
ORDERS, SERVICE = ("注文",), ("配送の問い合わせ", "返品・交換", "会員情報")


@cache
def history() -> bytes:
    """The synthetic year by the hour, with the handling times of what was answered."""
    made = builder()
    return str(made.long_csv(made.Plan(interval_minutes=60), handling=True)).encode("utf-8-sig")


@dataclass
class Walk:
    """A project on its way, and what each command answered."""

    folder: Path
    answers: dict[str, Any] = field(default_factory=dict)

    @property
    def project(self) -> Project:
        return Workspace.open(self.folder).project


def test_the_full_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for commands in (workload_plan, workload_files):
        monkeypatch.setattr(commands, "today", lambda: TODAY)
    (tmp_path / "実績.csv").write_bytes(history())
    walk = Walk(tmp_path / "centre")
    assert main(["new", str(walk.folder), "--sample", "mail-order"]) == ExitCode.DONE
    for step in (
        _the_history_is_read,
        _it_is_forecast_without_a_project_too,
        _queues_get_their_series,
        _the_plan_fits_together,
        _the_definition_takes_the_plan,
        _the_annex_agrees_with_the_definition,
        _what_changes_after_the_fill_shows_until_it_is_filled_in_again,
        _the_rfp_goes_out_with_the_annex_and_without_the_plan,
        _after_the_issue_the_definition_is_closed_to_the_plan,
    ):
        step(walk, capsys)


def say(walk: Walk, capsys: pytest.CaptureFixture[str], name: str, *words: str) -> Any:
    """The answer of one command, kept under its name."""
    capsys.readouterr()
    assert main([*words, "--json", "--project", str(walk.folder)]) == ExitCode.DONE, words
    walk.answers[name] = json.loads(capsys.readouterr().out)
    return walk.answers[name]


def rules(walk: Walk, capsys: pytest.CaptureFixture[str]) -> set[str]:
    """The rules that have something to say."""
    capsys.readouterr()
    main(["check", "--json", "--project", str(walk.folder)])
    return {one["rule"] for one in json.loads(capsys.readouterr().out)["findings"]}


def _the_history_is_read(walk: Walk, capsys: pytest.CaptureFixture[str]) -> None:
    found = say(walk, capsys, "history", "workload", "history", str(walk.folder.parent / "実績.csv"))
    made = builder()
    assert found["contacts"] == made.counts(made.Plan(interval_minutes=60)).sum()
    assert (found["first"], found["last"]) == ("2025-04-01", "2026-03-31")
    assert (walk.folder / found["file"]).read_bytes() == history()


def _it_is_forecast_without_a_project_too(walk: Walk, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    file = str(walk.folder.parent / "実績.csv")
    words = ["forecast", file, "--until", "2027-03-31", "--growth", "5%", "--special", CAMPAIGN, "--json"]
    assert main(words) == ExitCode.DONE
    found = json.loads(capsys.readouterr().out)
    made = builder()
    truth = made.expected(made.Plan(campaign=None, broken=None)).sum() * 1.05
    total = sum(one["calls"] for one in found["months"])
    assert total == pytest.approx(truth, rel=0.04)


def _queues_get_their_series(walk: Walk, capsys: pytest.CaptureFixture[str]) -> None:
    say(walk, capsys, "special", "workload", "set", "special-days", CAMPAIGN)
    say(walk, capsys, "growth", "workload", "set", "growth", "5%")
    of = {"v1": ORDERS, "v2": SERVICE}
    for queue, series in of.items():
        assert set(say(walk, capsys, queue, "workload", "assign", queue, *series)["names"]) >= set(series)
    queues = Workspace.open(walk.folder).project.staffing.queues
    assert {one.id: set(one.names) for one in queues if one.id in of} == {
        queue: set(series) for queue, series in of.items()
    }


def _the_plan_fits_together(walk: Walk, capsys: pytest.CaptureFixture[str]) -> None:
    plan = say(walk, capsys, "plan", "workload", "plan", "--with-cost")
    queues = {one["queue"]: one for one in plan["queues"]}
    assert queues["v1"]["aht_s"] == 280, "what the definition says goes before what was measured"
    assert all(one["agents"] >= one["agents_at_mean"] > 0 for one in queues.values())
    most = max(max(day) for day in plan["week"]["agents"])
    staff = max(max(day) for day in plan["week"]["staff"])
    weeks = (date(2028, 9, 30) - date(2026, 3, 31)).days / 7
    load_h = sum(one["contacts_in_forecast"] * one["aht_s"] for one in queues.values()) / 3600 / weeks
    agent_h = sum(sum(day) for day in plan["week"]["agents"]) * plan["interval_minutes"] / 60
    # The week planned for is a busy one, and no agent is busier than the cap allows.
    assert load_h / 0.85 < agent_h < 2 * load_h / 0.85
    assert most <= sum(one["agents"] for one in queues.values())
    assert staff >= ceil(most / (1 - plan["shrinkage"])) - 1
    hours = sum(sum(day) for day in plan["week"]["staff"]) * plan["interval_minutes"] / 60
    assert hours <= plan["paid_hours_week"] < 1.25 * hours
    assert plan["headcount"] > staff
    assert plan["paid_hours_week"] / plan["headcount"] <= 40
    hiring = plan["hiring"]
    assert hiring["hired"] >= min(one["full_time"] for one in plan["months"])
    cost = plan["cost"]
    assert cost["low"] < cost["base"] < cost["high"] and cost["p50"] < cost["p80"]
    # Wages are the larger part, and nobody works for less than a thousand yen an hour.
    assert cost["base"] > plan["paid_hours_week"] * 4 * 1000
    assert 0.3 < cost["lines"]["agents"] / cost["base"] < 0.8


def _the_definition_takes_the_plan(walk: Walk, capsys: pytest.CaptureFixture[str]) -> None:
    assert "annex.volumes" not in rules(walk, capsys)
    found = say(walk, capsys, "fill", "workload", "fill", "--overwrite")
    assert all(one["filled"] for one in found["places"])
    project = walk.project
    volumes = {row.id: row for row in known(project.definition.work.volumes.volumes) or ()}
    a_month = walk.answers["history"]["contacts"] / 12
    shares, measured = builder().REASONS, builder().HANDLING_S
    assert known(volumes["v1"].monthly_contacts) == pytest.approx(a_month * shares["注文"], rel=0.08)
    assert known(volumes["v1"].aht) == pytest.approx(measured["注文"], rel=0.01)
    bands = known(project.definition.operations.sites.shifts) or ()
    most = max(max(day) for day in walk.answers["plan"]["week"]["agents"])
    assert max(known(row.headcount) or 0 for row in bands) == most
    assert not {"derived.stale", "derived.changed", "staffing.headcount-low"} & rules(walk, capsys)


def _the_annex_agrees_with_the_definition(walk: Walk, capsys: pytest.CaptureFixture[str]) -> None:
    made = say(walk, capsys, "annex", "workload", "annex")
    assert len(made["series"]) == 2
    # Reasons of the history have one language only, which is said; nothing else is wrong.
    assert {one for one in rules(walk, capsys) if one.startswith("annex.")} <= {"annex.language"}


def _what_changes_after_the_fill_shows_until_it_is_filled_in_again(
    walk: Walk, capsys: pytest.CaptureFixture[str]
) -> None:
    say(walk, capsys, "changed", "workload", "set", "growth", "8%")
    assert {"derived.stale", "annex.stale"} <= rules(walk, capsys)
    before = walk.project.definition
    say(walk, capsys, "again", "workload", "fill")
    say(walk, capsys, "annex", "workload", "annex")
    assert not {"derived.stale", "annex.stale", "annex.forecast"} & rules(walk, capsys)
    months = [
        sum(known(row.contacts) or 0 for row in known(one.work.forecast.months) or ())
        for one in (before, walk.project.definition)
    ]
    assert 1.02 < months[1] / months[0] < 1.10


def _the_rfp_goes_out_with_the_annex_and_without_the_plan(
    walk: Walk, capsys: pytest.CaptureFixture[str]
) -> None:
    say(walk, capsys, "lock", "agree", "lock", "--by", "選定委員会")
    issued = say(walk, capsys, "issue", "issue")
    assert issued["with_annex"] is True
    project = walk.project
    result = project.staffing.result
    assert project.annex is not None and result is not None and result.cost is not None
    amounts = {*result.cost.model_dump().values(), walk.answers["plan"]["cost"]["p50"]}
    plan = Secret(Phrase("要員計画", "staffing plan"), amounts=tuple(sorted(amounts)))
    scan = LeakScan([*secrets_of(project), plan])
    for name in issued["for_vendors"]:
        assert scan.hits(name, Path(name).read_bytes()) == (), name
    for name in issued["for_vendors"]:
        if name.endswith(".docx"):
            text = Word.of(Path(name).read_bytes()).text()
            assert f"{project.annex.series[0].expected[-1].contacts:,}" in text
            annex = text[text.rindex("業務量資料" if name.endswith("ja.docx") else "Contact volumes") :]
            assert len(annex) > 2000
            assert "人" not in annex and "agents" not in annex and "円" not in annex
    journal = (walk.folder / "journal.jsonl").read_text("utf-8")
    assert not any(str(amount) in journal for amount in amounts)


def _after_the_issue_the_definition_is_closed_to_the_plan(
    walk: Walk, capsys: pytest.CaptureFixture[str]
) -> None:
    project = ["--project", str(walk.folder), "--lang", "en"]
    assert main(["workload", "set", "growth", "3%", *project]) == ExitCode.DONE
    before = walk.project.definition
    for words in (["workload", "fill"], ["workload", "annex"]):
        capsys.readouterr()
        assert main([*words, *project]) == ExitCode.REFUSED
        assert len(capsys.readouterr().err.splitlines()) == 3
    assert walk.project.definition == before
