"""Help: every command explains itself, naturally and completely, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest

from rfp_builder.cli.bilingual import Argument, Command, Group, Option, Session
from rfp_builder.cli.main import COMMANDS, main, root
from rfp_builder.i18n import Lang
from rfp_builder.text.width import cell_width

JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")
COMMAND_LINE = (
    "wizard demo new status check definition register withhold agree issue "
    "receive scorebooks collect evaluate staffing forecast workload export"
)


def commands(group: Group, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command below `group` with the words that call it."""
    ctx = click.Context(group, obj=Session(Lang.JA))
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        assert command is not None
        yield (*words, name), command
        if isinstance(command, Group):
            yield from commands(command, (*words, name))


ALL = dict(commands(root))


def test_the_fixed_command_line_is_there() -> None:
    assert list(COMMANDS) == COMMAND_LINE.split()
    assert {words for words in ALL if len(words) == 2} == {
        ("definition", "export"), ("definition", "import"),
        ("register", "export"), ("register", "import"),
        ("withhold", "list"), ("withhold", "set"), ("withhold", "unset"),
        ("agree", "show"), ("agree", "export"), ("agree", "import"), ("agree", "sign"), ("agree", "lock"),
        ("workload", "history"), ("workload", "assign"), ("workload", "set"), ("workload", "shift"),
        ("workload", "plan"),
        ("workload", "fill"), ("workload", "book"), ("workload", "take"), ("workload", "annex"),
        ("export", "schema"), ("export", "library"),
    }  # fmt: skip


@pytest.mark.parametrize("words", ALL, ids=" ".join)
@pytest.mark.parametrize("lang", Lang)
def test_help_speaks_the_language(
    words: tuple[str, ...], lang: Lang, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", lang.value, *words, "--help"]) == 0
    out = capsys.readouterr().out
    if lang is Lang.JA:
        assert out.startswith("使い方: ")
    else:
        assert out.startswith("Usage: ")
        assert not JAPANESE.search(out), out


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_every_word_is_explained_in_both_languages(words: tuple[str, ...]) -> None:
    command = ALL[words]
    assert isinstance(command, Command | Group)
    for param in command.params:
        assert isinstance(param, Option | Argument), param.name
        assert JAPANESE.search(param.phrase.ja) and not JAPANESE.search(param.phrase.en)


@pytest.mark.parametrize(
    "words",
    [words for words, found in ALL.items() if not isinstance(found, Group) and words != ("wizard",)],
    ids=" ".join,
)
def test_whatever_answers_something_answers_in_json(words: tuple[str, ...]) -> None:
    assert "--json" in {name for param in ALL[words].params for name in param.opts}


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_help_fits_a_terminal_of_80_columns(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for lang in Lang:
        main(["--lang", lang.value, *words, "--help"])
        for line in capsys.readouterr().out.splitlines():
            assert cell_width(line) <= 80, line


def test_what_stands_for_a_value_is_japanese_in_japanese(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--lang", "ja", "receive", "--help"])
    out = capsys.readouterr().out
    assert "receive [オプション] ファイル" in out and "--vendor 名前" in out
    assert not re.search(r"\b(FILE|NAME|PATH|DIR)\b", out)
