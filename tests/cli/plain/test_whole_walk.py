"""From an empty folder to an issued RFP, by typed lines alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from rfp_builder.i18n import Lang
from rfp_builder.model.project import Project
from rfp_builder.resources import data_folder
from rfp_builder.workspace.states import State, state_of
from rfp_builder.workspace.workspace import sample_project
from tests.cli.plain.lines import Lines
from tests.cli.plain.typed import Typist, on_disk

SAMPLE = data_folder("samples") / "mail-order"


@pytest.fixture(scope="module")
def wanted() -> Project:
    """The sample, to be issued in Japanese only."""
    project = sample_project("mail-order")
    return project.replace(rfp=project.rfp.replace(languages=(Lang.JA,)))


def test_from_nothing_to_an_issued_rfp(typist: Typist, tmp_path: Path, wanted: Project) -> None:
    folder = tmp_path / "centre"
    lines = Lines(wanted, Lang.JA)
    typed = ["1", "お客様窓口運営業務", str(folder)]
    for number in range(1, 8):
        typed += lines.section(number)
    typed += [*lines.frame(), *lines.evaluators(), *lines.register()]
    typed += ["10", "g", "固定", "選定委員会", "y", "m", "12", "2", "y", "q"]
    out = typist.type(None, typed)
    made = on_disk(folder)
    assert state_of(made) is State.ISSUED
    assert [row.day for row in made.rfp.schedule] == [row.day for row in wanted.rfp.schedule]
    assert len(made.requirements) == len(wanted.requirements)
    assert (folder / "issued" / "rfp-1.0.ja.docx").is_file()
    assert "漏れがないか検査しています（rfp-1.0.ja.docx）" in out
    assert "ここでは使えません" not in out and "読み取れません" not in out


def test_from_proposals_to_the_ranking(typist: Typist, issued: Path) -> None:
    typed = ["12", "3", str(SAMPLE / "proposals"), "4", "5", str(SAMPLE / "scorebooks"), "6", "q"]
    out = typist.type(issued, typed, Lang.EN)
    assert "received (submission 1" in out and "All grades are in." in out
    assert "1. " in out and "points (" in out and "evaluation-1.0.en.xlsx" in out
    assert state_of(on_disk(issued)) is State.SCORED


def test_one_workbook_asks_whose_it_is(typist: Typist, issued: Path) -> None:
    file = str(next((SAMPLE / "proposals").glob("*.xlsx")))
    typist.type(issued, ["12", "3", file, "甲社", "q"])
    assert [one.name for one in on_disk(issued).vendors] == ["甲社"]


def test_what_is_closed_says_so_and_stays(typist: Typist, issued: Path) -> None:
    before = on_disk(issued)
    out = typist.type(issued, ["1", "1.1", "別の方針。", ".", "q"])
    assert "提案依頼書はすでに発行されています。" in out
    assert on_disk(issued) == before


def test_what_is_closed_is_not_asked_for_in_vain(typist: Typist, issued: Path) -> None:
    before = on_disk(issued)
    out = typist.type(issued, ["1", "1.1", "!", "*", "", "a", "d 1", "1", "別の原則", "q"])
    assert out.count("確定済みのため、変えられません。") >= 2
    assert out.count("提案依頼書はすでに発行されています。") >= 6
    assert on_disk(issued) == before
