"""The definition goes out and comes in through the workspace and the command line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from rfp_builder.catalogue.sections import field_text, item
from rfp_builder.cli.main import main
from rfp_builder.errors import ExitCode, Refused
from rfp_builder.i18n import Lang
from rfp_builder.model.localized import Localized
from rfp_builder.model.rfp import Issue
from rfp_builder.workspace.defining import export_definition, import_definition
from rfp_builder.workspace.workspace import Workspace
from tests.excel.definitions import edited

START = "work.start.service_start"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A new, empty project."""
    return Workspace.create(tmp_path / "project")


def filled_in(workspace: Workspace, typed: str = "2027-10-01") -> bytes:
    """The workbook with a date of service start typed in."""
    data = export_definition(workspace, Lang.JA)
    return edited(data, lambda hand: hand.field("section.2", START, typed))


def test_what_is_typed_is_saved_and_journalled(workspace: Workspace) -> None:
    changes = import_definition(workspace, "d.xlsx", filled_in(workspace), apply=True)
    assert changes.changed == (START,)
    saved = Workspace.open(workspace.folder).project
    assert saved.definition.work.start.service_start == date(2027, 10, 1)
    journal = (workspace.folder / "journal.jsonl").read_text("utf-8").splitlines()
    assert json.loads(journal[-1])["action"] == "definition-imported"
    assert "2027-10-01" not in journal[-1]


def test_a_look_saves_nothing(workspace: Workspace) -> None:
    before = workspace.project
    changes = import_definition(workspace, "d.xlsx", filled_in(workspace), apply=False)
    assert changes.changed == (START,)
    assert Workspace.open(workspace.folder).project == before


def test_an_untouched_workbook_saves_nothing(workspace: Workspace) -> None:
    data = export_definition(workspace, Lang.EN)
    revision = workspace.project.revision
    assert import_definition(workspace, "d.xlsx", data, apply=True).changed == ()
    assert Workspace.open(workspace.folder).project.revision == revision


def test_nothing_is_imported_once_the_rfp_is_out(workspace: Workspace) -> None:
    data = filled_in(workspace)
    issue = Issue(
        version="1.0", issued_on=date(2027, 2, 1), files=(), requirements=(), criteria_digest="0" * 64
    )
    workspace.save(workspace.project.replace(issues=(issue,)), "issued")
    with pytest.raises(Refused):
        import_definition(workspace, "d.xlsx", data, apply=True)
    assert Workspace.open(workspace.folder).project.definition.work.start.service_start is None


def test_the_command_line_exports_and_imports(
    workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, project = tmp_path / "definition.xlsx", str(workspace.folder)
    assert main(["definition", "export", str(file), "--project", project, "--lang", "ja"]) == ExitCode.DONE
    assert main(["definition", "export", str(file), "--project", project]) == ExitCode.WRONG_USE
    file.write_bytes(edited(file.read_bytes(), lambda hand: hand.field("section.2", START, "令和9年10月1日")))
    capsys.readouterr()
    looked = ["definition", "import", str(file), "--dry-run", "--project", project, "--lang", "ja"]
    assert main(looked) == ExitCode.DONE
    said = capsys.readouterr().out
    assert f"2.4 {item('2.4').title.ja} › {field_text('2.4', 'service_start').label.ja}" in said
    assert "取り込んでいません" in said
    assert main(["definition", "import", str(file), "--json", "--project", project]) == ExitCode.DONE
    answer = json.loads(capsys.readouterr().out)
    assert answer == {"applied": True, "changed": [START], "conflicts": [], "remarks": []}


def test_a_conflict_is_said_by_the_exit_code(
    workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = edited(
        export_definition(workspace, Lang.JA), lambda hand: hand.field("rfp", "rfp.title", "記入した件名")
    )
    rfp = workspace.project.rfp.replace(title=Localized(ja="変えた件名"))
    workspace.save(workspace.project.replace(rfp=rfp), "changed")
    file = tmp_path / "definition.xlsx"
    file.write_bytes(data)
    arguments = ["definition", "import", str(file), "--project", str(workspace.folder), "--lang", "ja"]
    assert main(arguments) == ExitCode.CONFLICT
    assert "競合: 表紙と背景 › 件名" in capsys.readouterr().out
    assert Workspace.open(workspace.folder).project.rfp.title == Localized(ja="変えた件名")
