"""The criteria go out and come in through the workspace and the command line, until they are locked."""

from __future__ import annotations

import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from rfp_builder.cli.main import main
from rfp_builder.errors import ExitCode, Refused
from rfp_builder.i18n import Lang
from rfp_builder.model.criteria import Lock
from rfp_builder.model.localized import Localized
from rfp_builder.workspace.criteria_editing import export_criteria, import_criteria
from rfp_builder.workspace.workspace import Workspace

POINTS = "F6"
"""Points of the first sub-criterion."""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A new project with the criteria of the catalogue."""
    return Workspace.create(tmp_path / "project")


def edited(workspace: Workspace, points: int = 123) -> bytes:
    """The workbook with other points for the first sub-criterion."""
    opened = openpyxl.load_workbook(io.BytesIO(export_criteria(workspace, Lang.JA)))
    opened["評価細目"][POINTS].value = points
    saved = io.BytesIO()
    opened.save(saved)
    return saved.getvalue()


def first_points(workspace: Workspace) -> Decimal:
    """Points of the first sub-criterion as saved."""
    return Workspace.open(workspace.folder).project.criteria.all_subs()[0].points


def test_what_is_typed_is_saved_and_journalled(workspace: Workspace) -> None:
    changes = import_criteria(workspace, "c.xlsx", edited(workspace), apply=True)
    assert changes.changed == (workspace.project.criteria.all_subs()[0].id,)
    assert first_points(workspace) == 123
    journal = (workspace.folder / "journal.jsonl").read_text("utf-8").splitlines()
    assert json.loads(journal[-1])["action"] == "criteria-imported"


def test_a_look_saves_nothing_and_an_untouched_workbook_neither(workspace: Workspace) -> None:
    before = workspace.project
    import_criteria(workspace, "c.xlsx", edited(workspace), apply=False)
    import_criteria(workspace, "c.xlsx", export_criteria(workspace, Lang.EN), apply=True)
    assert Workspace.open(workspace.folder).project == before


def test_nothing_is_imported_once_the_criteria_are_locked(workspace: Workspace) -> None:
    data, points = edited(workspace), first_points(workspace)
    criteria = workspace.project.criteria
    lock = Lock(locked_on=date(2027, 1, 15), locked_by=Localized(ja="委員会"), digest="0" * 64)
    workspace.save(workspace.project.replace(criteria=criteria.replace(lock=lock)), "criteria-locked")
    with pytest.raises(Refused):
        import_criteria(workspace, "c.xlsx", data, apply=True)
    assert first_points(workspace) == points


def test_the_command_line_exports_and_imports(
    workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, project = tmp_path / "criteria.xlsx", str(workspace.folder)
    assert main(["agree", "export", str(file), "--project", project, "--lang", "ja"]) == ExitCode.DONE
    assert main(["agree", "export", str(file), "--project", project]) == ExitCode.WRONG_USE
    assert main(["agree", "export", str(file), "--project", project, "--force"]) == ExitCode.DONE
    file.write_bytes(edited(workspace))
    capsys.readouterr()
    looked = ["agree", "import", str(file), "--dry-run", "--project", project, "--lang", "ja"]
    assert main(looked) == ExitCode.DONE
    said = capsys.readouterr().out
    sub = workspace.project.criteria.all_subs()[0]
    assert f"変更: 1.1 {sub.name.ja}" in said and "取り込んでいません" in said
    assert first_points(workspace) == sub.points
    assert main(["agree", "import", str(file), "--json", "--project", project]) == ExitCode.DONE
    assert json.loads(capsys.readouterr().out) == {
        "applied": True, "added": [], "changed": [sub.id], "removed": [], "conflicts": [], "remarks": []
    }  # fmt: skip
    assert first_points(workspace) == 123


def test_a_conflict_is_said_by_the_exit_code(
    workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "criteria.xlsx"
    file.write_bytes(edited(workspace))
    import_criteria(workspace, "c.xlsx", edited(workspace, 77), apply=True)
    arguments = ["agree", "import", str(file), "--project", str(workspace.folder), "--lang", "en"]
    assert main(arguments) == ExitCode.CONFLICT
    assert "Conflict: 1.1 " in capsys.readouterr().out
    assert first_points(workspace) == 77
