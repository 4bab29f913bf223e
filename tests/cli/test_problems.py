"""What goes wrong at the command line: three lines on stderr, the right exit code, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from rfp_builder.cli import main as entry
from rfp_builder.cli.main import main
from rfp_builder.errors import WrongUse
from rfp_builder.workspace.incoming import read_file


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RFP_BUILDER_PROJECT", raising=False)
    monkeypatch.delenv("RFP_BUILDER_DEBUG", raising=False)


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["nonsense"], 2, "nonsense"),
        (["status", "--nonsense"], 2, "--nonsense"),
        (["new"], 2, "フォルダ"),
        (["agree", "lock"], 2, "--by"),
        (["status", "extra"], 2, "余分な語があります: extra"),
        (["stauts"], 2, "status のことでしょうか"),
        (["withhold", "lst"], 2, "list のことでしょうか"),
        (["withhold"], 2, "list / set / unset"),
        (["register", "export", "."], 2, "ファイル"),
        (["it's"], 2, "it's というコマンド"),
        (["--lang", "fr", "status"], 2, "--lang"),
        (["status"], 3, "project.json"),
        (["new", "p", "--sample", "none"], 3, "mail-order"),
        (["receive", "x.xlsx", "--vendor", "A"], 3, "project.json"),
    ],
)
def test_three_lines_and_a_code(
    words: list[str], code: int, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words, *([] if "--lang" in words else ["--lang", "ja"])]) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    lines = captured.err.splitlines()
    assert len(lines) == 3
    assert says in captured.err


def test_a_missing_file_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "p", "--lang", "en"]) == 0
    assert main(["register", "import", "gone.xlsx", "--project", "p", "--lang", "en"]) == 2
    assert "gone.xlsx: not found" in capsys.readouterr().err


def test_a_command_that_comes_too_early_says_which_one_leads_there(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["new", "p", "--lang", "en"])
    capsys.readouterr()
    for command, following in (
        ("issue", "agree lock"),
        ("scorebooks", "agree lock"),
        ("evaluate", "agree lock"),
    ):
        assert main([command, "--project", "p", "--lang", "en"]) == 3
        assert f"rfp-builder {following}" in capsys.readouterr().err


def test_the_unexpected_is_said_without_what_it_holds(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("the ceiling is 123456789")

    monkeypatch.setattr(entry.root, "invoke", broken)
    assert main(["status", "--lang", "en"]) == 3
    err = capsys.readouterr().err
    assert "RuntimeError" in err and "123456789" not in err
    assert len(err.splitlines()) == 3


def test_a_folder_in_place_of_a_command_shows_where_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "p", "--lang", "en"])
    capsys.readouterr()
    assert main(["--lang", "en", "p"]) == 0
    assert "State:        draft" in capsys.readouterr().out


def test_new_refuses_a_folder_that_holds_something(capsys: pytest.CaptureFixture[str]) -> None:
    Path("p").mkdir()
    Path("p/mine.txt").write_text("mine")
    assert main(["new", "p", "--lang", "en"]) == 3
    assert Path("p/mine.txt").read_text() == "mine"


def test_the_disk_is_quoted_in_our_words_and_without_a_path(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    assert main(["new", "file/below", "--lang", "ja"]) == 3
    err = capsys.readouterr().err
    assert "フォルダではありません" in err and str(tmp_path) not in err and "Errno" not in err


def test_a_language_is_understood_in_capitals(capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "p", "--lang", "en"])
    capsys.readouterr()
    assert main(["status", "--project", "p", "--lang", "EN"]) == 0
    assert "State:" in capsys.readouterr().out


def test_an_interruption_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(entry.root, "invoke", interrupted)
    assert main(["status", "--lang", "ja"]) == 2
    assert capsys.readouterr().err.startswith("中断しました。\n")


def test_a_folder_without_a_name_is_named_as_it_was_typed() -> None:
    with pytest.raises(WrongUse) as refused:
        read_file(Path())
    assert refused.value.why.ja.startswith(".: ")
