"""`register` and `definition` at the command line: out, in, only looked at, in conflict, in a wrong place."""

from __future__ import annotations

import json
import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from rfp_builder.cli.main import main
from rfp_builder.workspace.workspace import Workspace


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its register beside it. Not to be changed."""
    folder = tmp_path_factory.mktemp("register")
    assert main(["new", str(folder / "p"), "--sample", "mail-order"]) == 0
    assert (
        main(["register", "export", str(folder / "台帳"), "--project", str(folder / "p"), "--lang", "ja"])
        == 0
    )
    return folder


@pytest.fixture
def office(exported: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(exported, tmp_path / "office"))


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, Any]:
    capsys.readouterr()
    code = main([*map(str, words), "--json"])
    return code, json.loads(capsys.readouterr().out)


def retyped(file: Path, requirement: str, wording: str) -> None:
    """Type another Japanese statement for a requirement, as somebody does in Excel."""
    book = openpyxl.load_workbook(BytesIO(file.read_bytes()))
    before = next(
        one.statement.ja
        for one in Workspace.open(file.parent / "p").project.requirements
        if one.id == requirement
    )
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == before]
    assert cells
    for cell in cells:
        cell.value = wording
    book.save(file)


def statement(folder: Path, requirement: str) -> str | None:
    return next(
        one.statement.ja for one in Workspace.open(folder).project.requirements if one.id == requirement
    )


def test_a_name_without_ending_becomes_a_workbook(exported: Path) -> None:
    assert (exported / "台帳.xlsx").read_bytes().startswith(b"PK")


def test_an_edit_is_looked_at_then_taken(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, project = office / "台帳.xlsx", office / "p"
    before = statement(project, "r02")
    retyped(file, "r02", "受託者は、目的ごとの施策を示すこと。")
    words = ("register", "import", file, "--project", project)
    code, told = run(capsys, *words, "--dry-run")
    assert code == 0 and not told["applied"] and [one["id"] for one in told["changed"]] == ["r02"]
    assert statement(project, "r02") == before
    code, told = run(capsys, *words)
    assert code == 0 and told["applied"] and told["conflicts"] == []
    assert statement(project, "r02") == "受託者は、目的ごとの施策を示すこと。"


def test_a_conflict_is_named_by_the_exit_code_and_left_alone(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, project = office / "台帳.xlsx", office / "p"
    retyped(file, "r02", "受託者は、ブックで直した文に従うこと。")
    workspace = Workspace.open(project)
    mine = next(one for one in workspace.project.requirements if one.id == "r02")
    changed = mine.replace(statement=mine.statement.replace(ja="受託者は、道具で直した文に従うこと。"))
    rows = tuple(changed if one.id == "r02" else one for one in workspace.project.requirements)
    workspace.save(workspace.project.replace(requirements=rows), "edited")
    code, told = run(capsys, "register", "import", file, "--project", project)
    assert code == 4 and told["conflicts"] == ["r02"]
    assert statement(project, "r02") == "受託者は、道具で直した文に従うこと。"


@pytest.mark.parametrize("kind", ["register", "definition"])
@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("p/project.json", ".xlsx"),
        ("p/issued/x.xlsx", "社外秘"),
        ("p/drafts/sub/x", "社外秘"),
        ("p/evaluation/../issued/x.xlsx", "社外秘"),
        ("nowhere/台帳.xlsx", "nowhere」がありません"),
        ("台帳.xlsx", "--force"),
        ("台帳", "--force"),
    ],
)
def test_places_where_nothing_confidential_is_written(
    exported: Path, kind: str, name: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in exported.rglob("*") if path.is_file()}
    force = ["--force"] if says != "--force" else []
    project = ["--project", str(exported / "p"), "--lang", "ja"]
    assert main([kind, "export", str(exported / name), *force, *project]) == 2
    assert says in capsys.readouterr().err
    assert {path: path.read_bytes() for path in exported.rglob("*") if path.is_file()} == before
