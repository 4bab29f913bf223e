"""`agree sign` and what `agree show` says of who has agreed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rfp_builder.cli.main import main
from rfp_builder.model.localized import Localized
from rfp_builder.workspace.workspace import Workspace


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "p"
    Workspace.create(folder, "mail-order")
    return folder


def run(capsys: pytest.CaptureFixture[str], project: Path, *words: str) -> tuple[int, Any]:
    capsys.readouterr()
    code = main(["agree", *words, "--project", str(project), "--json", "--lang", "ja"])
    return code, json.loads(capsys.readouterr().out)


def statuses(answer: Any) -> dict[str, str]:
    return {one["party"]: one["status"] for one in answer["agreements"]}


def test_an_approver_and_somebody_else_sign(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert statuses(run(capsys, project, "show")[1])["購買部 部長"] == "open"
    code, told = run(capsys, project, "sign", "--by", "購買部　部長")
    assert code == 0
    assert statuses(told)["購買部 部長"] == "agreed"
    assert len(told["digest"]) == 64
    told = run(capsys, project, "sign", "--by", "選定委員会")[1]
    assert statuses(told)["選定委員会"] == "agreed"
    assert list(statuses(told))[-1] == "選定委員会"


def test_what_changes_afterwards_shows(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, project, "sign", "--by", "Head of Purchasing")
    workspace = Workspace.open(project)
    criteria = workspace.project.criteria
    first = criteria.criteria[0].replace(name=Localized(ja="費用", en="Cost"))
    workspace.save(
        workspace.project.replace(criteria=criteria.replace(criteria=(first, *criteria.criteria[1:]))),
        "edited",
    )
    assert statuses(run(capsys, project, "show")[1])["購買部 部長"] == "changed"


def test_the_words_say_who_is_waited_for(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["agree", "sign", "--by", "購買部 部長", "--project", str(project), "--lang", "ja"]) == 0
    said = capsys.readouterr().out
    assert "v 購買部 部長  合意済み" in said
    assert "- 品質保証部 部長  未合意" in said
    assert "まだ合意していない関係者 4人" in said


@pytest.mark.parametrize("name", [" ", "--json", "長" * 101])
def test_what_is_no_name_is_refused(name: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agree", "sign", f"--by={name}", "--project", str(project)]) == 2
    assert Workspace.open(project).project.agreements == ()


def test_nobody_signs_after_the_lock(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agree", "lock", "--by", "選定委員会", "--project", str(project)]) == 0
    assert main(["agree", "sign", "--by", "購買部 部長", "--project", str(project)]) == 3
