"""`workload shift`: kinds of contract as people type them, and the plan that is made from them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rfp_builder.cli.main import main
from rfp_builder.errors import ExitCode
from rfp_builder.model.staffing import ShiftGroup, ShiftRest
from rfp_builder.workload.plan.ledger import Ledger
from rfp_builder.workload.plan.rostering import contracts_of
from rfp_builder.workspace.workspace import Workspace

DAY = ("日勤", "--starts", "8:00-9:00/30分、10時", "--length", "9時間", "--rest", "4h/60m")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = Workspace.create(tmp_path / "centre").folder
    monkeypatch.chdir(folder)
    return folder


def run(*words: str) -> int:
    return main(["workload", "shift", *words])


def groups(project: Path) -> tuple[ShiftGroup, ...]:
    return Workspace.open(project).project.staffing.groups


def test_it_is_kept_as_it_was_typed(project: Path) -> None:
    assert run(*DAY) == ExitCode.DONE
    assert run("短時間", "--starts", "23:30", "--length", "4.5h", "--days", "4", "--apart", "--part-time",
               "--people", "12", "--rest", "２時間／15分／有給") == ExitCode.DONE  # fmt: skip
    day, short = groups(project)
    assert day.starts == (480, 510, 540, 600) and day.length == 540 and day.days_off_together
    assert day.rests == (ShiftRest(after=240, length=60),)
    assert short.rests == (ShiftRest(after=120, length=15, paid=True),)
    assert (short.starts, short.length, short.days_a_week) == ((1410,), 270, 4)
    assert short.part_time and not short.days_off_together and short.people == 12


def test_the_plan_makes_its_shifts_from_them(project: Path) -> None:
    import numpy as np

    run(*DAY)
    needed = np.full((7, 48), 3)
    one = Workspace.open(project).project
    (contract,) = contracts_of(one, needed, 30, Ledger(one))
    assert [shift.start_min for shift in contract.shifts] == [480, 510, 540, 600]


def test_the_same_name_replaces_and_remove_takes_it_away(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(*DAY)
    run("日勤", "--starts", "9:00", "--length", "8h")
    (one,) = groups(project)
    assert one.starts == (540,) and one.rests == ()
    assert run("日勤", "--remove") == ExitCode.DONE
    assert groups(project) == () and "一般的なフルタイム" in capsys.readouterr().out


def test_without_a_name_they_are_listed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(*DAY)
    capsys.readouterr()
    assert run() == ExitCode.DONE
    said = capsys.readouterr().out
    assert said == "日勤: 始業 8:00、8:30、9:00、10:00、拘束 9時間、休憩 1時間（始業から4時間後）、週5日\n"
    assert run("--lang", "en") == ExitCode.DONE
    assert "9 h with a break of 1 h after 4 h, 5 days a week" in capsys.readouterr().out
    assert run("--json") == ExitCode.DONE
    assert json.loads(capsys.readouterr().out)["groups"][0]["length"] == 540


@pytest.mark.parametrize(
    "words",
    [
        ("日勤",),
        ("日勤", "--starts", "9:00"),
        ("日勤", "--starts", "朝", "--length", "9h"),
        ("日勤", "--starts", "9:03", "--length", "9h"),
        ("日勤", "--starts", "9:00-10:00", "--length", "9h"),
        ("日勤", "--starts", "10:00-9:00/30m", "--length", "9h"),
        ("日勤", "--starts", "0:00-23:55/5m", "--length", "9h"),
        ("日勤", "--starts", "9:00", "--length", "9"),
        ("日勤", "--starts", "9:00", "--length", "25h"),
        ("日勤", "--starts", "9:00", "--length", "4h", "--rest", "4h/60m"),
        ("日勤", "--starts", "9:00", "--length", "9h", "--rest", "4h/60m", "--rest", "4.5h/60m"),
        ("日勤", "--starts", "9:00", "--length", "9h", "--rest", "4h"),
        ("日勤", "--starts", "9:00", "--length", "9h", "--days", "8"),
        ("夜勤", "--remove"),
        ("--remove",),
        (" ", "--starts", "9:00", "--length", "9h"),
    ],
)
def test_what_makes_no_shift_is_refused_in_three_lines(
    project: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*words) == ExitCode.WRONG_USE
    assert len(capsys.readouterr().err.splitlines()) == 3
    assert groups(project) == ()
