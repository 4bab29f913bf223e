"""Receiving: whose workbook it is, the same one twice, another vendor's, and what is kept of refused ones."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from rfp_builder.errors import Refused, WrongUse
from rfp_builder.i18n import Lang
from rfp_builder.resources import data_folder
from rfp_builder.workspace.receiving import Receipt, receive, rename, withdraw, withdraw_proposal
from rfp_builder.workspace.scoring import collect
from rfp_builder.workspace.standing import standing
from rfp_builder.workspace.states import State
from rfp_builder.workspace.vendors import LONGEST_NAME, vendor_name
from rfp_builder.workspace.workspace import Workspace

NOW = datetime(2027, 3, 12, 12, tzinfo=UTC)
PROPOSALS = data_folder("samples") / "mail-order" / "proposals"


def take(workspace: Workspace, file: str, name: str) -> Receipt:
    return receive(workspace, name, f"{file}.xlsx", (PROPOSALS / f"{file}.xlsx").read_bytes(), NOW)


@pytest.mark.parametrize("typed", ["", " ", "　", "\x01\x02", "\u200b", "あ" * (LONGEST_NAME + 1)])
def test_what_cannot_be_a_name_is_wrong_use(typed: str) -> None:
    with pytest.raises(WrongUse):
        vendor_name(typed)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("　A社 ", "A社"),
        ("株式会社　Ｂ商事", "株式会社　Ｂ商事"),
        ("a/b\n\x1b[31mX\u202e", "a/b [31mX"),
        ("../../etc", "../../etc"),
        ("あ" * LONGEST_NAME, "あ" * LONGEST_NAME),
        ("A社".encode().decode("ascii", "surrogateescape"), "A社"),
    ],
)
def test_a_name_is_one_clean_line(typed: str, name: str) -> None:
    assert vendor_name(typed) == name


def test_a_vendor_never_names_a_file(issued: Path) -> None:
    workspace = Workspace.open(issued)
    take(workspace, "A社", "../../etc/A社")
    assert [path.name for path in (issued / "received").iterdir()] == ["v1-1.xlsx"]


def test_the_same_file_again_is_no_second_submission(issued: Path) -> None:
    workspace = Workspace.open(issued)
    take(workspace, "A社", "A社")
    before = workspace.project
    again = take(workspace, "A社", "Ａ社")
    assert again.again and again.blocking and again.proposal.submission == 1
    assert Workspace.open(issued).project == before
    assert len(list((issued / "received").iterdir())) == 1


def test_one_file_is_not_taken_from_two_vendors(issued: Path) -> None:
    workspace = Workspace.open(issued)
    take(workspace, "A社", "A社")
    with pytest.raises(Refused) as caught:
        take(workspace, "A社", "B社")
    assert "A社" in caught.value.lines(Lang.JA)[1]
    assert [one.name for one in workspace.project.vendors] == ["A社"]


def test_a_mistyped_name_can_be_mended_until_another_has_it(issued: Path) -> None:
    workspace = Workspace.open(issued)
    take(workspace, "A社", "A杜")
    take(workspace, "B社", "B社")
    data = (PROPOSALS / "A社.xlsx").read_bytes()
    with pytest.raises(Refused):
        rename(workspace, data, "Ｂ社")
    with pytest.raises(WrongUse):
        rename(workspace, b"never received", "A社")
    assert rename(workspace, data, "A社") == ("A杜", "A社")
    saved = Workspace.open(issued)
    assert [one.name for one in saved.project.vendors] == ["A社", "B社"]
    assert list(saved.store.journal().entries())[-1].details == {"from": "A杜", "to": "A社"}


def test_what_was_received_by_mistake_is_taken_back_in_plain_sight(issued: Path) -> None:
    workspace = Workspace.open(issued)
    take(workspace, "A社", "B社")
    data = (PROPOSALS / "A社.xlsx").read_bytes()
    assert withdraw(workspace, data).before is None
    assert standing(workspace, NOW.date()).state is State.ISSUED
    with pytest.raises(WrongUse):
        withdraw(workspace, data)
    assert (issued / "received" / "v1-1.xlsx").read_bytes() == data
    assert list(workspace.store.journal().entries())[-1].action == "received-withdrawn"
    assert take(workspace, "A社", "A社").proposal.vendor == "v2"
    assert take(workspace, "B社", "B社").proposal.submission == 1
    assert len(list((issued / "received").iterdir())) == 3


def test_the_submission_before_counts_again(issued: Path) -> None:
    workspace = Workspace.open(issued)
    take(workspace, "B社", "B社")
    take(workspace, "C社", "B社")
    assert withdraw_proposal(workspace, "v1").before == 1
    (present,) = workspace.project.current_proposals()
    assert present.submission == 1 and not any(one.submission == 2 for one in workspace.project.proposals)


def test_nothing_is_taken_back_once_scoring_has_begun(issued: Path) -> None:
    workspace = Workspace.open(issued)
    for file in sorted(PROPOSALS.glob("*.xlsx")):
        take(workspace, file.stem, file.stem)
    book = sorted((PROPOSALS.parent / "scorebooks").glob("*.xlsx"))[0]
    collect(workspace, book.name, book.read_bytes(), NOW)
    with pytest.raises(Refused):
        withdraw_proposal(workspace, "v1")


def test_a_refused_file_takes_no_vendor_s_place(issued: Path) -> None:
    workspace = Workspace.open(issued)
    with pytest.raises(Refused):
        receive(workspace, "A社", "a.xlsx", b"not a workbook", NOW)
    take(workspace, "B社", "B社")
    assert sorted(path.name for path in (issued / "received").iterdir()) == ["unread.xlsx", "v1-1.xlsx"]
    assert list(workspace.store.journal().entries())[-2].details["vendor"] == "A社"


def test_answers_are_counted_where_there_are_any(issued: Path) -> None:
    workspace = Workspace.open(issued)
    blank = (issued / "issued" / "response-1.0.en.xlsx").read_bytes()
    receipt = receive(workspace, "Blank", "blank.xlsx", blank, NOW)
    assert receipt.proposal.given == 0 and receipt.blocking
    assert take(workspace, "B社", "B社").proposal.given == len(workspace.project.proposals[-1].answers)
