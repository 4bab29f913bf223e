"""Folders and several files at once: good ones are taken, bad ones named, none is passed over in silence."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from rfp_builder.cli.main import main
from rfp_builder.errors import Conflict
from rfp_builder.i18n import Phrase
from rfp_builder.resources import data_folder
from rfp_builder.workspace.workspace import Workspace

SAMPLE = data_folder("samples") / "mail-order"
PROPOSALS, BOOKS = SAMPLE / "proposals", SAMPLE / "scorebooks"


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A folder as offices have them."""
    folder = tmp_path / "届いた もの"
    folder.mkdir()
    shutil.copy(PROPOSALS / "A社.xlsx", folder / "A社.XLSX")
    shutil.copy(PROPOSALS / "B社.xlsx", folder / "株式会社　Ｂ 商事.xlsx")
    shutil.copy(BOOKS / "CS部.xlsx", folder)
    (folder / "text.xlsx").write_text("not a workbook")
    (folder / "~$A社.xlsx").write_text("open in Excel")
    (folder / "memo.txt").write_text("a memo")
    (folder / "old.xlsx").mkdir()
    return folder


def answer(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, Any]:
    capsys.readouterr()
    code = main([*map(str, words), "--json", "--lang", "en"])
    captured = capsys.readouterr()
    assert captured.err == ""
    return code, json.loads(captured.out)


def test_a_mixed_folder(issued: Path, mixed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = answer(capsys, "receive", mixed, "--project", issued)
    assert code == 3
    taken = {one["vendor"] for one in told["received"] if "refused" not in one}
    assert taken == {"A社", "株式会社　Ｂ 商事"}
    refused = {one["file"]: one["refused"] for one in told["received"] if "refused" in one}
    assert set(refused) == {"CS部.xlsx", "text.xlsx"} and all(len(lines) == 3 for lines in refused.values())
    assert told["skipped"] == ["memo.txt"]
    again, told = answer(capsys, "receive", mixed, "--project", issued)
    assert again == 3 and sum(1 for one in told["received"] if one.get("again")) == 2


def test_words_say_the_same(issued: Path, mixed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["receive", str(mixed), "--project", str(issued), "--lang", "ja"]) == 3
    out = capsys.readouterr().out
    assert "memo.txt: .xlsx ではないため" in out and "text.xlsx: 受け取れませんでした。" in out
    assert "株式会社　Ｂ 商事: 受領しました（1回目の提出、回答 " in out


def test_too_early_is_said_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", str(tmp_path / "p"), "--lang", "en"])
    for words in (["receive", PROPOSALS], ["collect", *sorted(BOOKS.glob("*.xlsx"))], ["collect", BOOKS]):
        capsys.readouterr()
        assert main([*map(str, words), "--project", str(tmp_path / "p"), "--lang", "ja"]) == 3
        captured = capsys.readouterr()
        assert captured.out == "" and len(captured.err.splitlines()) == 3
        assert captured.err.startswith("まだ") and "はできません。" in captured.err


def test_a_folder_is_not_for_one_vendor_and_not_empty(
    issued: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["receive", str(PROPOSALS), "--vendor", "A社", "--project", str(issued), "--lang", "ja"]) == 2
    assert "--vendor はフォルダと一緒には使えません" in capsys.readouterr().err
    (tmp_path / "empty").mkdir()
    assert main(["receive", str(tmp_path / "empty"), "--project", str(issued), "--lang", "ja"]) == 2
    assert "フォルダに .xlsx がありません" in capsys.readouterr().err


def test_a_name_mistyped_and_mended(issued: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("receive", PROPOSALS / "B社.xlsx", "--project", issued)
    assert answer(capsys, *words, "--vendor", "B杜")[0] == 0
    assert main([*map(str, words), "--vendor", "B社", "--lang", "ja"]) == 3
    assert "--rename" in capsys.readouterr().err
    assert answer(capsys, *words, "--vendor", "B社", "--rename") == (
        0,
        {"renamed": {"from": "B杜", "to": "B社"}},
    )
    assert answer(capsys, "receive", words[1], "--withdraw", "--project", issued) == (
        0,
        {"withdrawn": {"vendor": "B社", "submission": 1}},
    )
    assert main(["receive", str(words[1]), "--withdraw", "--project", str(issued), "--lang", "ja"]) == 2
    assert "受領していません" in capsys.readouterr().err


def test_score_books_of_a_folder_with_strangers(issued: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["receive", str(PROPOSALS), "--project", str(issued)]) == 1
    folder = issued.parent / "back"
    shutil.copytree(BOOKS, folder)
    shutil.copy(PROPOSALS / "A社.xlsx", folder)
    code, told = answer(capsys, "collect", folder, "--project", issued)
    assert code == 3 and told["owing"] == []
    assert [one["file"] for one in told["collected"] if "refused" in one] == ["A社.xlsx"]
    assert sum(one["grades"] for one in told["collected"] if "grades" in one) > 200
    assert main(["receive", str(PROPOSALS), "--project", str(issued), "--lang", "ja"]) == 3
    assert len(capsys.readouterr().err.splitlines()) == 3


def test_after_a_conflict_the_next_file_starts_from_what_is_saved(
    issued: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    save, tries = Workspace.save, iter([True])

    def beaten(self: Workspace, *args: Any) -> None:
        if next(tries, False):
            other = Workspace.open(issued)
            save(other, other.project.replace(rfp=other.project.rfp.replace(number="X-9")), "theirs")
            raise Conflict(*[Phrase("競合", "conflict")] * 3)
        save(self, *args)

    monkeypatch.setattr(Workspace, "save", beaten)
    code, told = answer(capsys, "receive", PROPOSALS, "--project", issued)
    assert code == 4 and ["refused" in one for one in told["received"]] == [True, False, False]
    project = Workspace.open(issued).project
    assert project.rfp.number == "X-9" and len(project.proposals) == 2
