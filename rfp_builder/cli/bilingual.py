"""click commands whose help is a phrase: shown in the language of the run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Any, TypeVar

import click

from rfp_builder.cli import speech
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.width import cell_width, wrap

F = TypeVar("F", bound=Callable[..., Any])

# What click itself puts into a usage line, and what stands for a value there.
_PIECES = {
    "[OPTIONS]": Phrase("[オプション]", "[OPTIONS]"),
    "COMMAND [ARGS]...": Phrase("コマンド [引数]...", "COMMAND [ARGS]..."),
    "[COMMAND] [ARGS]...": Phrase("[コマンド] [引数]...", "[COMMAND] [ARGS]..."),
    "FILE": Phrase("ファイル", "FILE"),
    "FILES...": Phrase("ファイル...", "FILES..."),
    "DIR": Phrase("フォルダ", "DIR"),
    "[FILE]": Phrase("[ファイル]", "[FILE]"),
    "PATH": Phrase("箇所", "PATH"),
    "VALUE": Phrase("値", "VALUE"),
    "QUEUE": Phrase("窓口", "QUEUE"),
    "NAMES...": Phrase("名前...", "NAMES..."),
    "[DIR]": Phrase("[フォルダ]", "[DIR]"),
    "ID": Phrase("要件ID", "ID"),
    "NAME": Phrase("名前", "NAME"),
    "SUB": Phrase("評価細目", "SUB"),
    "TEXT": Phrase("文", "TEXT"),
}


LANGUAGES = click.Choice([lang.value for lang in Lang], case_sensitive=False)
LANGUAGE_HELP = Phrase("表示の言語（ja / en）", "Language to speak (ja / en)")


@dataclass(frozen=True, slots=True)
class Session:
    """What every command of one run knows."""

    lang: Lang
    project: str | None = None
    plain: bool = False
    """Whether one question at a time was asked for."""


def session(ctx: click.Context) -> Session:
    """The session of the run that `ctx` belongs to."""
    found = ctx.find_object(Session)
    return found if found is not None else Session(Lang.JA)


class Option(click.Option):
    """An option with a bilingual help text."""

    def __init__(self, *args: Any, phrase: Phrase, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.phrase = phrase

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """See click."""
        record = super().get_help_record(ctx)
        return None if record is None else (record[0], self.phrase.to(session(ctx).lang))

    def make_metavar(self, ctx: click.Context) -> str:
        """See click."""
        return piece(super().make_metavar(ctx), session(ctx).lang)


class Argument(click.Argument):
    """An argument with a bilingual help text."""

    def __init__(self, *args: Any, phrase: Phrase, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.phrase = phrase

    def make_metavar(self, ctx: click.Context) -> str:
        """See click."""
        return piece(super().make_metavar(ctx), session(ctx).lang)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        """See click."""
        return self.make_metavar(ctx), self.phrase.to(session(ctx).lang)


def language_option() -> Option:
    """`--lang`, wherever it stands; `speech.language_of` has read it before."""
    return Option(
        ["--lang"],
        expose_value=False,
        type=LANGUAGES,
        phrase=LANGUAGE_HELP,
    )


def piece(shown: str, lang: Lang) -> str:
    """A piece of a usage line in `lang`."""
    return _PIECES[shown].to(lang) if shown in _PIECES else shown


class _Spoken(click.Command):
    """The parts of a help page, in the language of the run."""

    phrase: Phrase

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """See click."""
        lang = session(ctx).lang
        pieces = (piece(shown, lang) for shown in self.collect_usage_pieces(ctx))
        formatter.write(f"{speech.USAGE.to(lang)}: {ctx.command_path} {' '.join(pieces)}\n")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """See click. Lines are broken by cells, as Japanese needs it; click counts letters."""
        formatter.write("\n")
        for line in wrap(self.phrase.to(session(ctx).lang), formatter.width - 2):
            formatter.write(f"  {line}\n")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """See click."""
        lang, params = session(ctx).lang, self.get_params(ctx)
        for heading, kind in ((speech.ARGUMENTS, click.Argument), (speech.OPTIONS, click.Option)):
            records = [param.get_help_record(ctx) for param in params if isinstance(param, kind)]
            _write_table(formatter, heading.to(lang), [record for record in records if record is not None])
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """See click."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = Phrase("この説明を表示します。", "Show this help.").to(session(ctx).lang)
        return option

    def get_short_help_str(self, limit: int = 45) -> str:
        """Not used: groups know the short help of their commands without importing them."""
        return self.phrase.ja


class Command(_Spoken):
    """A command with a bilingual help text."""

    def __init__(self, *args: Any, phrase: Phrase, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.phrase = phrase


@dataclass(frozen=True, slots=True)
class Lazy:
    """Where a command is defined, and what it does in a few words."""

    module: str
    short: Phrase


class Group(_Spoken, click.Group):
    """A group whose commands are imported on use, so that `--help` is quick."""

    def __init__(self, *args: Any, phrase: Phrase, lazy: Mapping[str, Lazy], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(language_option())
        self.phrase = phrase
        self.lazy = MappingProxyType(dict(lazy))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of the road, not of the alphabet."""
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module that defines the command."""
        if cmd_name not in self.lazy:
            return None
        module, _, attribute = self.lazy[cmd_name].module.partition(":")
        command = getattr(import_module(module), attribute or "command")
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """See click."""
        lang = session(ctx).lang
        rows = [(name, lazy.short.to(lang)) for name, lazy in self.lazy.items()]
        _write_table(formatter, speech.COMMANDS.to(lang), rows)


def spoken_command(name: str, ja: str, en: str) -> Callable[[Callable[..., Any]], Command]:
    """Decorator: a bilingual command called `name`."""
    return click.command(name, cls=Command, phrase=Phrase(ja, en))


def option(*names: str, ja: str, en: str, **kwargs: Any) -> Callable[[F], F]:
    """Decorator: a bilingual option."""
    return click.option(*names, cls=Option, phrase=Phrase(ja, en), **kwargs)


def argument(name: str, *, ja: str, en: str, **kwargs: Any) -> Callable[[F], F]:
    """Decorator: a bilingual argument."""
    return click.argument(name, cls=Argument, phrase=Phrase(ja, en), **kwargs)


def _write_table(formatter: click.HelpFormatter, heading: str, rows: Sequence[tuple[str, str]]) -> None:
    """Two columns measured in cells; the second is broken into lines."""
    if not rows:
        return
    first = max(cell_width(name) for name, _ in rows) + 2
    formatter.write(f"\n{heading}:\n")
    for name, text in rows:
        lead = f"  {name}{' ' * (first - cell_width(name))}"
        for line in wrap(text, max(formatter.width - 2 - first, 20)):
            formatter.write(f"{lead}{line}\n")
            lead = " " * (first + 2)
