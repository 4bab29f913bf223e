"""click's complaints about the words of a command, said in three lines and both languages."""

from __future__ import annotations

import click

from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Phrase


def problem_of(error: click.UsageError) -> WrongUse:
    """The same complaint as one of our own problems."""
    path = error.ctx.command_path if error.ctx else "rfp-builder"
    return WrongUse(
        Phrase("コマンドの書き方が違います。", "The command is not written correctly."),
        _why(error),
        Phrase("使い方: {path} --help", "See: {path} --help").fill(path=path),
    )


def _why(error: click.UsageError) -> Phrase:
    match error:
        case click.NoSuchOption():
            return Phrase("{name} というオプションはありません。", "There is no option {name}.").fill(
                name=error.option_name
            )
        case click.MissingParameter(param=click.Parameter() as param):
            return Phrase("{name} を指定してください。", "{name} is missing.").fill(
                name=_shown(param, error.ctx)
            )
        case click.BadParameter(param=click.Parameter() as param):
            return Phrase("{name} の値が正しくありません。", "The value of {name} is not one it takes.").fill(
                name=_shown(param, error.ctx)
            )
        case _ if "No such command" in error.message:
            name = error.message.removeprefix("No such command ").removesuffix(".").strip("'\"")
            return _no_command(name, _commands(error.ctx))
        case _ if isinstance(error, click.exceptions.NoArgsIsHelpError) or "Missing command" in error.message:
            return Phrase("続けて {names} のどれかを指定してください。", "One of {names} is missing.").fill(
                names=" / ".join(_commands(error.ctx))
            )
        case _ if "extra argument" in error.message:
            return Phrase("余分な語があります: {words}", "More words than it takes: {words}").fill(
                words=error.message.partition("(")[2].rpartition(")")[0]
            )
        case _:
            return Phrase("語の並びを読み取れません。", "The words cannot be made out.")


def _shown(param: click.Parameter, ctx: click.Context | None) -> str:
    if isinstance(param, click.Argument) and ctx is not None:
        return param.make_metavar(ctx)
    return param.opts[0]


def _commands(ctx: click.Context | None) -> list[str]:
    group = ctx.command if ctx else None
    return group.list_commands(ctx) if ctx and isinstance(group, click.Group) else []


def _no_command(name: str, known: list[str]) -> Phrase:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    if near:
        return Phrase(
            "{name} というコマンドやフォルダはありません。{near} のことでしょうか。",
            "There is no command or folder {name}. Did you mean {near}?",
        ).fill(name=name, near=near[0])
    return Phrase(
        "{name} というコマンドやフォルダはありません。", "There is no command or folder {name}."
    ).fill(name=name)
