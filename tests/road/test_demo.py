"""The demo: the whole road in both languages, and what it leaves."""

from __future__ import annotations

import io
import json
import re
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path

import pytest

from rfp_builder.cli.main import main
from rfp_builder.disclosure.scan import LeakScan
from rfp_builder.disclosure.secrets import Secret, secrets_of
from rfp_builder.evaluation.evaluate import evaluate
from rfp_builder.i18n import Phrase
from rfp_builder.model.annex import VolumeAnnex
from rfp_builder.model.answers import known
from rfp_builder.model.definition import Definition
from rfp_builder.workspace.checking import blocking
from rfp_builder.workspace.states import State, state_of
from rfp_builder.workspace.workspace import Workspace, sample_project
from tests.word.reading import Word

SAID = "said.txt"


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "demo"
    said = io.StringIO()
    with redirect_stdout(said):
        assert main(["demo", str(folder), "--lang", "ja"]) == 0
    (folder.parent / SAID).write_text(said.getvalue(), "utf-8")
    return folder


def test_steps_are_numbered_one_after_the_other(walked: Path) -> None:
    lines = (walked.parent / SAID).read_text("utf-8").splitlines()
    numbers = [line.partition(" ")[0] for line in lines if re.match(r"[0-9]+ ", line)]
    assert list(dict.fromkeys(numbers)) == [str(number) for number in range(1, 10)]
    # Several vendors and evaluators share a number; nothing else does.
    assert {number for number in numbers if numbers.count(number) > 1} == {"6", "8"}


def test_every_document_is_there_in_both_languages(walked: Path) -> None:
    left = {str(path.relative_to(walked)) for path in walked.rglob("*") if path.is_file()}
    for lang in ("ja", "en"):
        assert {
            f"issued/rfp-1.0.{lang}.docx",
            f"issued/response-1.0.{lang}.xlsx",
            f"internal/definition-1.0.{lang}.docx",
            f"internal/staffing-1.0.{lang}.xlsx",
            f"evaluation/evaluation-1.0.{lang}.xlsx",
        } <= left
    assert len([name for name in left if name.startswith("received/v")]) == 3
    assert len([name for name in left if name.startswith("received/score-")]) == 4
    assert len([name for name in left if name.startswith("scorebooks/")]) == 8


def test_definition_and_annex_are_kept_as_they_went_out(walked: Path) -> None:
    project, kept = Workspace.open(walked).project, walked / "baselines"
    assert Definition.model_validate_json((kept / "1.0.json").read_bytes()) == project.definition
    assert VolumeAnnex.model_validate_json((kept / "1.0-annex.json").read_bytes()) == project.annex


def test_what_went_out_shows_no_secret(walked: Path) -> None:
    project = Workspace.open(walked).project
    scan = LeakScan(secrets_of(project))
    assert sum(1 for one in project.requirements if one.withholding is not None) == 8
    for path in (walked / "issued").iterdir():
        assert scan.hits(path.name, path.read_bytes()) == ()


def test_score_books_show_neither_what_is_withheld_nor_any_price(walked: Path) -> None:
    project = Workspace.open(walked).project
    prices = [Secret(Phrase("価格", "price"), amounts=(one.total_price or 0,)) for one in project.proposals]
    scan = LeakScan([*secrets_of(project), *prices])
    for path in (walked / "scorebooks").iterdir():
        assert scan.hits(path.name, path.read_bytes()) == (), path.name


def test_the_annex_shows_contacts_of_every_queue_of_the_history(walked: Path) -> None:
    project = Workspace.open(walked).project
    assert project.annex is not None and len(project.annex.series) == 3
    assert project.staffing.derived == () and project.staffing.result is None, "the definition stays as it is"
    contacts = f"{project.annex.series[0].actual[-1].contacts:,}"
    for lang in ("ja", "en"):
        assert contacts in Word.of((walked / "issued" / f"rfp-1.0.{lang}.docx").read_bytes()).text()


def test_the_scan_would_have_found_them(walked: Path) -> None:
    project = Workspace.open(walked).project
    scan = LeakScan(secrets_of(project))
    internal = walked / "internal" / "definition-1.0.ja.docx"
    found = {hit.secret.en for hit in scan.hits(internal.name, internal.read_bytes())}
    for one in project.requirements:
        assert (f"withheld requirement {one.id}" in found) == (one.withholding is not None)


def test_three_vendors_are_ranked_and_the_cheapest_does_not_win(walked: Path) -> None:
    project = Workspace.open(walked).project
    assert state_of(project) is State.SCORED
    evaluation = evaluate(project)
    assert evaluation.winner is not None
    prices = [one.price for one in evaluation.vendors if one.price is not None]
    assert evaluation.winner.price != min(prices)
    ceiling = known(project.definition.work.constraints.ceiling_price)
    assert ceiling is not None and max(prices) < ceiling


def test_the_journal_tells_the_road_and_no_secret(walked: Path) -> None:
    workspace = Workspace.open(walked)
    actions = [entry.action for entry in workspace.store.journal().entries()]
    assert actions[:5] == ["new", "history-taken", "annex-made", "criteria-locked", "issued"]
    assert actions[-1] == "evaluated"
    assert not workspace.store.changed_outside()
    text = (walked / "journal.jsonl").read_text("utf-8")
    for proposal in workspace.project.proposals:
        assert str(proposal.total_price) not in text
    ceiling = known(workspace.project.definition.work.constraints.ceiling_price)
    assert str(ceiling) not in text


def test_status_and_evaluate_answer_in_json(walked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["status", "--json", "--project", str(walked), "--lang", "en"]) == 0
    status = json.loads(capsys.readouterr().out)
    assert status["state"] == "scored" and status["next"]["command"] is None
    assert main(["agree", "show", "--json", "--project", str(walked)]) == 0
    assert json.loads(capsys.readouterr().out)["lock"]["digest"]


def test_the_same_project_issues_the_same_bytes(walked: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    assert main(["new", str(again), "--sample", "mail-order"]) == 0
    made, fresh = Workspace.open(walked).project, Workspace.open(again)
    fresh.save(fresh.project.replace(staffing=made.staffing, annex=made.annex), "edited")
    assert main(["agree", "lock", "--by", "someone else", "--project", str(again)]) == 0
    assert main(["issue", "--project", str(again)]) == 0
    for path in (walked / "issued").iterdir():
        assert (again / "issued" / path.name).read_bytes() == path.read_bytes(), path.name


@pytest.mark.parametrize("year", [2020, 2027, 2041])
def test_the_sample_can_be_issued_in_any_year(year: int) -> None:
    assert blocking(sample_project("mail-order"), date(year, 6, 30)) == ()
