"""`withhold` at the command line, and the open question in the languages of the RFP."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from rfp_builder.cli.main import main


@pytest.fixture(scope="module")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("withhold") / "p"
    assert main(["new", str(folder), "--sample", "mail-order"]) == 0
    return folder


@pytest.fixture
def project(_made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(_made, tmp_path / "p"))


def run(capsys: pytest.CaptureFixture[str], project: Path, *words: str) -> tuple[int, Any]:
    capsys.readouterr()
    code = main(["withhold", *words, "--project", str(project), "--json", "--lang", "ja"])
    return code, json.loads(capsys.readouterr().out)


def test_list_set_and_unset(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = run(capsys, project, "list")
    assert code == 0 and len(told["requirements"]) == 8
    assert len(run(capsys, project, "list", "--all")[1]["requirements"]) == 78
    code, told = run(capsys, project, "set", "r34", "--guide", "手引き", "--reason", "理由")
    assert code == 0 and told["requirement"]["disclosure"] == "withheld"
    assert told["requirement"]["open_question"] and told["missing_languages"] == []
    assert len(run(capsys, project, "list")[1]["requirements"]) == 9
    code, told = run(capsys, project, "unset", "r34")
    assert code == 0 and told["requirement"]["disclosure"] == "disclosed"


def test_a_question_lacking_a_language_of_the_rfp_is_said_at_once(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = run(capsys, project, "set", "r34", "--question-ja", "どうしますか。")
    assert code == 1 and told["missing_languages"] == ["en"]
    words = ["withhold", "set", "r34", "--project", str(project), "--lang", "ja"]
    assert main(words) == 1
    assert "--question-en で英語の質問を加えてください" in capsys.readouterr().out
    assert main([*words, "--question-en", "What would you do?"]) == 0
    out = capsys.readouterr().out
    assert "どうしますか。" in out and "What would you do?" in out


@pytest.mark.parametrize(("words", "code"), [(("set", "r01"), 3), (("set", "r99"), 2), (("unset", "r99"), 2)])
def test_what_cannot_be_withheld(
    project: Path, words: tuple[str, ...], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["withhold", *words, "--project", str(project), "--lang", "ja"]) == code
    captured = capsys.readouterr()
    assert captured.out == "" and len(captured.err.splitlines()) == 3


def test_the_journal_does_not_tell_which_requirement(project: Path) -> None:
    main(["withhold", "set", "r34", "--project", str(project)])
    last = (project / "journal.jsonl").read_text("utf-8").splitlines()[-1]
    assert json.loads(last)["action"] == "withheld" and "r34" not in last
