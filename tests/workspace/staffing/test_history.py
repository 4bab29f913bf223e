"""A history is kept byte for byte, found again, and refused where it is not what was taken in."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest

from rfp_builder.errors import Refused
from rfp_builder.i18n import Lang
from rfp_builder.text.date_order import DateOrder
from rfp_builder.workload.forecast.values import Forecast, Origin
from rfp_builder.workload.history.values import History, MonthlyTotals
from rfp_builder.workspace.staffing.history import take_history, volumes_of
from rfp_builder.workspace.workspace import Workspace
from tests.workload.plan.made import months_csv, year_csv


def test_the_file_is_kept_as_it_came_and_named_by_its_digest(workspace: Workspace) -> None:
    kept = Workspace.open(workspace.folder).project.staffing.history
    digest = hashlib.sha256(year_csv()).hexdigest()
    assert kept is not None and kept.sha256 == digest
    assert kept.file == f"workload/history-{digest[:12]}.csv" and kept.name == "実績 2025.csv"
    assert (workspace.folder / kept.file).read_bytes() == year_csv()
    assert (kept.first, kept.last) == (date(2025, 4, 1), date(2026, 3, 31))
    last = json.loads((workspace.folder / "journal.jsonl").read_text("utf-8").splitlines()[-1])
    assert last["action"] == "history-taken" and last["details"]["sha256"] == digest
    assert isinstance(volumes_of(workspace), History)


def test_taking_the_same_again_saves_nothing(workspace: Workspace) -> None:
    revision = workspace.project.revision
    take_history(workspace, "実績 2025.csv", year_csv())
    assert workspace.project.revision == revision


def test_months_and_forecasts_are_taken_in_too(workspace: Workspace) -> None:
    take_history(workspace, "months.csv", months_csv())
    assert isinstance(volumes_of(workspace), MonthlyTotals)
    kept = workspace.project.staffing.history
    assert kept is not None and (kept.first, kept.last) == (date(2025, 4, 1), date(2026, 3, 31))
    take_history(workspace, "months.csv", months_csv(), is_forecast=True)
    found = volumes_of(workspace)
    assert isinstance(found, Forecast) and found.origin is Origin.IMPORTED


def test_stamps_are_told_in_the_time_zone_that_was_named_and_in_it_again(workspace: Workspace) -> None:
    rows = [f"2026-01-{day:02}T{hour:02}:00:00Z,{hour}" for day in range(1, 29) for hour in range(24)]
    data = "\n".join(["日時,件数", *rows]).encode()
    take_history(workspace, "utc.csv", data, time_zone="UTC")
    kept, found = workspace.project.staffing.history, volumes_of(workspace)
    assert kept is not None and kept.time_zone == "UTC"
    assert isinstance(found, History) and found.calls.sum(axis=0)[3].argmax() == found.calls.shape[2] - 1
    take_history(workspace, "utc.csv", data)
    in_japan = volumes_of(workspace)
    assert (
        isinstance(in_japan, History)
        and in_japan.calls.sum(axis=0)[3].argmax() != in_japan.calls.shape[2] - 1
    )
    history = workspace.project.staffing.history
    assert history is not None and history.time_zone is None


def test_dates_are_read_again_in_the_order_that_was_told(workspace: Workspace) -> None:
    rows = [f"01/{day:02}/2026,{hour}:00,{hour}" for day in range(1, 13) for hour in range(9, 12)]
    data = "\n".join(["date,interval,calls", *rows]).encode()
    with pytest.raises(Refused):
        take_history(workspace, "us.csv", data)
    take_history(workspace, "us.csv", data, date_order=DateOrder.MONTH_FIRST)
    found = volumes_of(workspace)
    assert isinstance(found, History) and found.last == date(2026, 1, 12)


def test_a_time_zone_that_nobody_knows_is_refused_in_three_lines(workspace: Workspace) -> None:
    with pytest.raises(Refused) as refused:
        take_history(workspace, "a.csv", year_csv(), time_zone="Asia/Nowhere")
    assert "Asia/Nowhere" in refused.value.why.ja and "UTC" in refused.value.remedy.en


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no workbook", b"\xff\xfe\x00\x01", b"name,age\nx,3\n"])
def test_what_is_no_history_is_refused_and_leaves_nothing(workspace: Workspace, data: bytes) -> None:
    before = sorted(path.name for path in (workspace.folder / "workload").iterdir())
    with pytest.raises(Refused) as refused:
        take_history(workspace, "../../bad.csv", data)
    assert len(refused.value.lines(Lang.EN)) == 3 and "/" not in refused.value.what.en
    assert sorted(path.name for path in (workspace.folder / "workload").iterdir()) == before


def test_a_changed_or_missing_file_is_refused(workspace: Workspace) -> None:
    kept = workspace.project.staffing.history
    assert kept is not None
    path: Path = workspace.folder / kept.file
    path.write_bytes(path.read_bytes().replace(b"9:00", b"9:30", 1))
    with pytest.raises(Refused) as changed:
        volumes_of(workspace)
    assert "not what was taken in" in changed.value.why.en
    path.unlink()
    with pytest.raises(Refused) as missing:
        volumes_of(workspace)
    assert "not there" in missing.value.why.en


def test_without_a_history_the_command_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        volumes_of(Workspace.create(tmp_path / "new"))
    assert "workload history" in refused.value.remedy.en
