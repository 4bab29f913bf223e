"""`workload …` from the history to the annex: what it says, what it keeps, and what it keeps to itself."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from rfp_builder.cli.main import main
from rfp_builder.cli.workload_said import spoken
from rfp_builder.errors import ExitCode
from rfp_builder.excel.staffing.names import ASSUMPTIONS
from rfp_builder.i18n import Lang
from rfp_builder.model.staffing import CostFigures
from rfp_builder.store.folder import PROJECT_FILE
from rfp_builder.workspace.document.paths import with_value
from rfp_builder.workspace.workspace import Workspace
from tests.workload.plan.made import builder, sample_plan

MONEY = re.compile(r"[0-9]{7,}|[0-9],[0-9]{3},[0-9]{3}|JPY|円")


def run(*words: str) -> int:
    return main(["workload", *words])


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five quiet months by the hour."""
    made = builder()
    plan = made.Plan(days=150, interval_minutes=60, campaign=None, broken=None)
    path = tmp_path_factory.mktemp("history") / "実績.csv"
    path.write_bytes(made.long_csv(plan).encode("utf-8-sig"))
    return path


@pytest.fixture
def project(tmp_path: Path, history: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new project with the history in it; one stands in its folder."""
    monkeypatch.chdir(tmp_path)
    Workspace.create(tmp_path / "centre")
    monkeypatch.chdir(tmp_path / "centre")
    assert run("history", str(history), "--lang", "ja") == ExitCode.DONE
    return tmp_path / "centre"


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    capsys.readouterr()
    assert run(*words, "--json") == ExitCode.DONE
    return json.loads(capsys.readouterr().out)


def test_a_history_is_shown_and_taken_in(
    project: Path, history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("history", str(history), "--lang", "ja") == ExitCode.DONE
    said = capsys.readouterr().out
    assert "列の読み取り方" in said and "問い合わせ理由" in said and "workload/history-" in said
    kept = Workspace.open(project).project.staffing.history
    assert kept is not None and (project / kept.file).is_file()


def test_a_look_at_a_history_keeps_nothing(
    tmp_path: Path, history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Workspace.create(tmp_path / "new")
    found = answer(capsys, "history", str(history), "--dry-run", "--project", str(tmp_path / "new"))
    assert found["taken"] is False and found["contacts"] > 100_000
    assert not (tmp_path / "new" / "workload").exists()


def test_without_a_history_three_lines_say_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Workspace.create(tmp_path / "new")
    for words in (("plan",), ("fill",), ("annex",), ("book",), ("assign", "v1", "注文")):
        assert run(*words, "--project", str(tmp_path / "new"), "--lang", "en") == ExitCode.REFUSED
        lines = capsys.readouterr().err.splitlines()
        assert len(lines) == 3 and "workload history" in lines[2]


def test_the_plan_tells_of_money_only_when_asked(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (project / PROJECT_FILE).read_bytes()
    capsys.readouterr()
    assert run("plan", "--lang", "ja") == ExitCode.DONE
    said = capsys.readouterr().out
    for word in ("件数:", "最も混む時間帯", "シフト:", "常勤換算:", "採用:", "開始日:", "仮定した値"):
        assert word in said
    assert not MONEY.search(said)
    found = answer(capsys, "plan", "--with-cost")
    assert found["cost"]["low"] < found["cost"]["p50"] < found["cost"]["p80"]
    assert found["headcount"] > max(max(day) for day in found["week"]["agents"])
    assert found["forecast"]["first"] < found["forecast"]["last"]
    assert sum(one["contacts_in_forecast"] for one in found["queues"]) > max(
        month["contacts"] for month in found["months"]
    )
    assert {"setting", "definition", "history", "assumed"} >= {one["origin"] for one in found["used"]}
    assert (project / PROJECT_FILE).read_bytes() == before


def test_filling_marks_and_repeats_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    looked = answer(capsys, "fill", "--dry-run")
    assert looked["applied"] is False
    assert Workspace.open(project).project.staffing.result is None
    filled = answer(capsys, "fill")
    assert [one["path"] for one in filled["places"]] == [one["path"] for one in looked["places"]]
    assert all(one["filled"] for one in filled["places"]), "nobody had written anything"
    assert {one["standing"] for one in answer(capsys, "fill")["places"]} == {"same"}
    after = Workspace.open(project).project
    assert after.staffing.derived and after.definition.operations.sites.shifts
    result = after.staffing.result
    assert result is not None and result.cost is not None
    journal = (project / "journal.jsonl").read_text("utf-8")
    amounts = CostFigures.model_dump(result.cost).values()
    assert not any(str(amount) in journal or f"{amount:,}" in journal for amount in amounts)


def test_settings_are_read_as_people_type_them(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, value in (
        ("growth", "-3%"),
        ("growth", "年５％増"),
        ("certainty", "９０％"),
        ("occupancy-cap", "82.5%"),
        ("until", "令和8年12月31日"),
        ("seats", "６０席"),
        ("part-time", "20%"),
        ("special-days", "2026-11-13..2026-11-26=1.4、2026-12-31=0"),
    ):
        assert run("set", name, value) == ExitCode.DONE, name
    staffing = Workspace.open(project).project.staffing
    assert (staffing.growth, staffing.certainty) == (Decimal(5), Decimal(90))
    assert staffing.occupancy_cap == Decimal("82.5")
    assert (str(staffing.until), staffing.seats, len(staffing.specials)) == ("2026-12-31", 60, 2)
    assert staffing.part_time_most == 20
    assert run("set", "growth", "-") == ExitCode.DONE
    assert Workspace.open(project).project.staffing.growth is None
    for name, value in (
        ("growth", "たくさん"),
        ("certainty", "120%"),
        ("seats", "0"),
        ("colour", "red"),
        ("until", "いつか"),
        ("special-days", "2026-11-13"),
    ):
        capsys.readouterr()
        assert run("set", name, value) == ExitCode.WRONG_USE, name
        said = capsys.readouterr().err
        assert len(said.splitlines()) == 3 and "--" not in said, "a setting is no option"


def test_series_are_assigned_by_name(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, "assign", "電話", "注文", "会員情報")
    assert {"注文", "会員情報"} <= set(found["names"])
    (queue,) = Workspace.open(project).project.staffing.queues
    assert list(queue.names) == found["names"], "the only queue keeps the others, too"
    capsys.readouterr()
    assert run("assign", "電話", "天気予報", "--lang", "en") == ExitCode.WRONG_USE
    assert "配送の問い合わせ" in capsys.readouterr().err


def test_the_workbook_goes_out_and_comes_back_unchanged(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "plan.xlsx"
    assert run("book", str(book), "--lang", "ja") == ExitCode.DONE
    assert run("book", str(book)) == ExitCode.WRONG_USE, "not over a file that is there"
    assert run("book", str(project / "issued" / "plan.xlsx")) == ExitCode.WRONG_USE, (
        "not among vendors' files"
    )
    before = (project / PROJECT_FILE).read_bytes()
    assert answer(capsys, "take", str(book))["changed"] == []
    assert (project / PROJECT_FILE).read_bytes() == before
    book.write_bytes(_with_wage(book.read_bytes(), 1_987_654))
    assert answer(capsys, "take", str(book))["changed"] == ["costs.csr-wage"]
    (wage,) = Workspace.open(project).project.staffing.costs
    assert wage.high == 1_987_654
    assert "1987654" not in (project / "journal.jsonl").read_text("utf-8")


def _with_wage(data: bytes, yen: int) -> bytes:
    """The workbook with another high wage of an agent."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book[ASSUMPTIONS.ja]
    row = next(cell.row for cell in sheet["A"] if cell.value == "costs.csr-wage")
    cells = (cell for cells in sheet.iter_rows() for cell in cells)
    sheet[f"{next(cell.column_letter for cell in cells if cell.value == '高め')}{row}"] = yen
    changed = io.BytesIO()
    book.save(changed)
    return changed.getvalue()


def test_the_annex_is_made_and_removed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = answer(capsys, "annex")
    assert made["series"] and "cost" not in json.dumps(made)
    assert Workspace.open(project).project.annex is not None
    workspace = Workspace.open(project)
    workspace.save(with_value(workspace.project, "rfp.languages", (Lang.JA, Lang.EN)), "edited")
    assert run("annex", "--lang", "en") == ExitCode.DONE
    assert "注文" in capsys.readouterr().out, "a reason of the history without English is named"
    assert answer(capsys, "annex", "--remove") == {"removed": True}
    assert Workspace.open(project).project.annex is None


@pytest.mark.parametrize(
    ("name", "value"),
    [("growth", "-100%"), ("growth", "20000%"), ("special-days", "2027-01-01=1000"), ("seats", "10000000")],
)
def test_settings_that_no_plan_can_hold_are_refused(
    project: Path, name: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("set", name, value) == ExitCode.WRONG_USE
    assert len(capsys.readouterr().err.splitlines()) == 3


def test_numbers_that_are_no_contacts_are_refused_in_three_lines(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "numbers.csv"
    file.write_text("日付,件数\n" + "".join(f"2025/1/{day},612345678\n" for day in range(1, 29)), "utf-8")
    assert run("history", str(file)) == ExitCode.REFUSED
    assert len(capsys.readouterr().err.splitlines()) == 3


def test_hiring_that_comes_too_late_is_not_called_unnecessary(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = Workspace.open(project)
    begun = with_value(workspace.project, "work.start.service_start", date(2022, 5, 1))
    workspace.save(begun, "edited")
    capsys.readouterr()
    assert run("plan", "--lang", "en") == ExitCode.DONE
    said = capsys.readouterr().out
    assert "cannot be met" in said and "none needed" not in said


def test_thousands_of_people_are_written_as_all_numbers_are() -> None:
    plan = sample_plan()
    week = replace(plan.week, agents=plan.week.agents * 1000)
    lines = list(spoken(replace(plan, week=week), Lang.EN, with_cost=False, everything=False))
    assert [line for line in lines if re.search(r"\d,\d{3} agents in the busiest", line)]
