"""click commands whose help is a phrase: shown in the language of the run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Any, TypeVar

import click

from rfp_builder.cli import speech
from rfp_builder.i18n import Lang, Phrase

F = TypeVar("F", bound=Callable[..., Any])

# What click itself puts into a usage line.
_PIECES = {
    "[OPTIONS]": Phrase("[オプション]", "[OPTIONS]"),
    "COMMAND [ARGS]...": Phrase("コマンド [引数]...", "COMMAND [ARGS]..."),
    "[COMMAND] [ARGS]...": Phrase("[コマンド] [引数]...", "[COMMAND] [ARGS]..."),
}


@dataclass(frozen=True, slots=True)
class Session:
    """What every command of one run knows."""

    lang: Lang
    project: str | None = None


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


class _Spoken(click.Command):
    """The parts of a help page, in the language of the run."""

    phrase: Phrase

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """See click."""
        lang = session(ctx).lang
        pieces = (
            _PIECES[piece].to(lang) if piece in _PIECES else piece for piece in self.collect_usage_pieces(ctx)
        )
        formatter.write_usage(ctx.command_path, " ".join(pieces), f"{speech.USAGE.to(lang)}: ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """See click."""
        formatter.write_paragraph()
        with formatter.indentation():
            for paragraph in self.phrase.to(session(ctx).lang).split("\n"):
                formatter.write_text(paragraph)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """See click."""
        records = [param.get_help_record(ctx) for param in self.get_params(ctx)]
        with formatter.section(speech.OPTIONS.to(session(ctx).lang)):
            formatter.write_dl([record for record in records if record is not None])
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
        with formatter.section(speech.COMMANDS.to(lang)):
            formatter.write_dl([(name, lazy.short.to(lang)) for name, lazy in self.lazy.items()])


def spoken_command(name: str, ja: str, en: str) -> Callable[[Callable[..., Any]], Command]:
    """Decorator: a bilingual command called `name`."""
    return click.command(name, cls=Command, phrase=Phrase(ja, en))


def option(*names: str, ja: str, en: str, **kwargs: Any) -> Callable[[F], F]:
    """Decorator: a bilingual option."""
    return click.option(*names, cls=Option, phrase=Phrase(ja, en), **kwargs)
