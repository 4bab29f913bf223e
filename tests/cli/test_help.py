"""Help: every command explains itself, naturally and completely, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest

from rfp_builder.cli.bilingual import Command, Group, Option, Session
from rfp_builder.cli.main import COMMANDS, main, root
from rfp_builder.i18n import Lang

JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")
COMMAND_LINE = (
    "demo new status check definition register withhold agree issue "
    "receive scorebooks collect evaluate export"
)


def commands(group: Group, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command below `group` with the words that call it."""
    with group.make_context("rfp-builder", ["--version"], obj=Session(Lang.JA)) as ctx:
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
        ("agree", "show"), ("agree", "lock"),
        ("export", "schema"),
    }  # fmt: skip


@pytest.mark.parametrize("words", ALL, ids=" ".join)
@pytest.mark.parametrize("lang", Lang)
def test_help_speaks_the_language(
    words: tuple[str, ...], lang: Lang, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words, "--help", "--lang", lang.value]) == 0 or lang is Lang.JA
    out = capsys.readouterr().out
    if lang is Lang.JA:
        assert out.startswith("使い方: ")
    else:
        assert out.startswith("Usage: ")
        assert not JAPANESE.search(out), out


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_every_option_is_explained_in_both_languages(words: tuple[str, ...]) -> None:
    command = ALL[words]
    assert isinstance(command, Command | Group)
    for param in command.params:
        if isinstance(param, click.Option):
            assert isinstance(param, Option), param.name
            assert JAPANESE.search(param.phrase.ja) and not JAPANESE.search(param.phrase.en)


@pytest.mark.parametrize(
    "words", [words for words, found in ALL.items() if not isinstance(found, Group)], ids=" ".join
)
def test_whatever_answers_something_answers_in_json(words: tuple[str, ...]) -> None:
    assert "--json" in {name for param in ALL[words].params for name in param.opts}
