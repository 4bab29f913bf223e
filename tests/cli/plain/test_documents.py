"""Documents by typed lines: every entry of the menu, proposals looked at, and the journal."""

from __future__ import annotations

from pathlib import Path

import pytest

from rfp_builder.i18n import Lang
from rfp_builder.resources import data_folder
from tests.cli.plain.typed import Typist, on_disk

PROPOSALS = data_folder("samples") / "mail-order" / "proposals"
ENTRIES = {
    "1": "下書きを作りました",
    "2": "評価基準",
    "3": "まだ提案の受領はできません。",
    "4": "発行",
    "5": "現在は「作成中」です。",
    "6": "発行",
    "7": "提案はまだ届いていません。",
    "8": "採点は始まっていません。",
    "9": "== 記録 ",
    "10": "控えはありません。",
}


@pytest.mark.parametrize(("entry", "heard"), ENTRIES.items())
def test_every_entry_leads_somewhere_and_back(typist: Typist, sample: Path, entry: str, heard: str) -> None:
    out = typist.type(sample, ["12", entry, "<", "12", "q"])
    assert heard in out.partition("10. 変更")[2] and out.count("== 文書・提案・採点・評価結果 ==") >= 2


def test_proposals_are_looked_at_renamed_and_taken_back(typist: Typist, issued: Path) -> None:
    typist.type(issued, ["12", "3", str(PROPOSALS), "q"])
    [first, *others] = on_disk(issued).current_proposals()
    typed = ["12", "7", "1", "1", "1", "2", "甲社", "1", "3", "n", "1", "3", "y", "q"]
    out = typist.type(issued, typed)
    assert on_disk(issued).current_proposals() == tuple(others)
    assert next(one.name for one in on_disk(issued).vendors if one.id == first.vendor) == "甲社"
    assert "を「甲社」に直しました。" in out and "甲社: 1回目の提出の受領を取り消しました。" in out
    assert all(one.ja in out for one in first.remarks)


def test_the_journal_tells_who_did_what(typist: Typist, issued: Path) -> None:
    out = typist.type(issued, ["12", "9", "q"], Lang.EN)
    told = [line for line in out.splitlines() if line.startswith("  20")]
    deeds = ("issued the RFP: version 1.0", "locked the criteria", "created the project")
    assert len(told) == 3 and all(deed in line for deed, line in zip(deeds, told, strict=True))


def test_evaluators_are_told_with_what_they_owe(typist: Typist, issued: Path) -> None:
    scorebooks = PROPOSALS.parent / "scorebooks"
    book = next(scorebooks.glob("*.xlsx"))
    out = typist.type(issued, ["12", "3", str(PROPOSALS), "4", "5", str(book), "8", "q"])
    assert out.count(": 採点済み（") == 1
    assert out.count(": 採点待ち") == len(on_disk(issued).evaluators) - 1


def test_what_blocks_the_issue_is_told_and_reached(typist: Typist, issued: Path) -> None:
    out = typist.type(issued, ["12", "2", "q"])
    assert "版" in out and "発行しますか" not in out
