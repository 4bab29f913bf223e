"""The road at the command line: what `status` says after each step, and the shape of every JSON answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rfp_builder.cli.main import main
from rfp_builder.resources import data_folder
from rfp_builder.text.width import cell_width

SAMPLE = data_folder("samples") / "mail-order"


def run(capsys: pytest.CaptureFixture[str], project: Path, *words: object) -> tuple[int, Any]:
    capsys.readouterr()
    code = main([*map(str, words), "--project", str(project), "--json", "--lang", "en"])
    captured = capsys.readouterr()
    assert captured.err == ""
    return code, json.loads(captured.out)


def following(capsys: pytest.CaptureFixture[str], project: Path) -> tuple[str, str | None]:
    code, told = run(capsys, project, "status")
    assert code == 0 and not told["changed_outside"]
    return told["state"], told["next"]["command"]


def test_status_leads_from_step_to_step(issued: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert following(capsys, issued) == ("issued", "rfp-builder receive FILE --vendor NAME")
    assert run(capsys, issued, "receive", SAMPLE / "proposals")[0] == 1
    assert following(capsys, issued) == ("received", "rfp-builder scorebooks")
    code, told = run(capsys, issued, "status")
    assert len(told["owing"]) == 4
    code, told = run(capsys, issued, "scorebooks")
    assert code == 0 and all(Path(file).is_file() for file in told["files"])
    assert following(capsys, issued) == ("received", "rfp-builder collect FILES")
    blank = told["files"][0]
    code, told = run(capsys, issued, "collect", blank)
    assert code == 1 and told["collected"][0]["grades"] == 0 and len(told["owing"]) == 4
    assert main(["evaluate", "--project", str(issued), "--lang", "ja"]) == 3
    assert "まだ評価の集計はできません" in capsys.readouterr().err
    assert run(capsys, issued, "collect", SAMPLE / "scorebooks")[0] == 0
    assert following(capsys, issued) == ("scored", "rfp-builder evaluate")
    code, told = run(capsys, issued, "evaluate")
    assert code == 0 and [one["rank"] for one in told["ranking"]] == [1, 2, None]
    assert [Path(file).name for file in told["files"]] == ["evaluation-1.0.en.xlsx", "evaluation-1.0.ja.xlsx"]
    assert following(capsys, issued) == ("scored", None)


def test_status_names_evaluators_and_commands_as_one_reads_and_types_them(
    issued: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spaced = issued.rename(issued.parent / "案件 その1")
    run(capsys, spaced, "receive", SAMPLE / "proposals")
    for lang, between in (("ja", "、"), ("en", ", ")):
        main(["status", "--project", str(spaced), "--lang", lang])
        out = capsys.readouterr().out
        assert f'rfp-builder scorebooks --project "{spaced}"' in out
        assert max(line.count(between) for line in out.splitlines()) == 3
        assert ("購買部" in out) == (lang == "ja")


def test_the_half_filled_sample(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = tmp_path / "p"
    assert main(["new", str(project), "--sample", "card-reservation"]) == 0
    code, told = run(capsys, project, "check")
    assert code == 1 and set(told) == {"checked_on", "total", "sections", "counts", "findings", "next"}
    assert told["counts"]["blocks"] == sum(1 for one in told["findings"] if one["severity"] == "blocks") > 0
    assert all(set(one["message"]) == {"ja", "en"} for one in told["findings"])
    assert main(["agree", "lock", "--by", "委員会", "--project", str(project), "--lang", "ja"]) == 3
    assert "件の指摘" in capsys.readouterr().err
    code, told = run(capsys, project, "issue", "--draft")
    assert (
        code == 0
        and told["draft"]
        and all(Path(file).parent.name == "drafts" for file in told["for_vendors"])
    )
    main(["issue", "--draft", "--project", str(project), "--lang", "ja"])
    out = capsys.readouterr().out
    assert out.startswith("下書き") and "送るもの" not in out
    assert following(capsys, project) == ("draft", "rfp-builder check")
    assert not (project / "issued").exists()


def test_an_issue_that_findings_block_names_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from datetime import date

    from rfp_builder.workspace.agreement import lock_criteria
    from rfp_builder.workspace.workspace import Workspace

    workspace = Workspace.create(tmp_path / "p", "mail-order")
    workspace.save(workspace.project.replace(rfp=workspace.project.rfp.replace(client=None)), "emptied")
    lock_criteria(workspace, "委員会", date(2027, 2, 1))
    code, told = run(capsys, tmp_path / "p", "issue")
    assert code == 1 and told["for_vendors"] == [] and told["blocked_by"][0]["path"].startswith("rfp.client")


@pytest.mark.parametrize("by", ["", "　", "--lang", "\x07", "あ" * 101])
def test_a_slip_does_not_lock(tmp_path: Path, by: str, capsys: pytest.CaptureFixture[str]) -> None:
    project = str(tmp_path / "p")
    main(["new", project, "--sample", "mail-order"])
    capsys.readouterr()
    assert main(["agree", "lock", f"--by={by}", "--project", project, "--lang", "ja"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 3


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_criteria_stand_in_columns(
    issued_folder: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["agree", "show", "--project", str(issued_folder), "--lang", lang])
    word = "点  " if lang == "ja" else "points  "
    rows = [line for line in capsys.readouterr().out.splitlines() if line.startswith("  ") and word in line]
    assert len(rows) > 30
    assert len({cell_width(line[: line.index(word)]) for line in rows}) == 1
