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
        case click.MissingParameter(param=click.Argument() as param):
            return Phrase("{name} を指定してください。", "{name} is missing.").fill(
                name=param.make_metavar(error.ctx) if error.ctx else (param.name or "")
            )
        case click.MissingParameter(param=click.Parameter() as param):
            return Phrase("{name} を指定してください。", "{name} is missing.").fill(name=param.opts[0])
        case click.BadParameter(param=click.Parameter() as param):
            return Phrase("{name} の値が正しくありません。", "The value of {name} is not one it takes.").fill(
                name=param.opts[0] if isinstance(param, click.Option) else (param.name or "")
            )
        case _ if "No such command" in error.message:
            name = error.message.partition("'")[2].partition("'")[0]
            return Phrase(
                "{name} というコマンドやフォルダはありません。", "There is no command or folder {name}."
            ).fill(name=name)
        case _:
            return Phrase(
                "余分な引数があるか、引数が足りません。", "There is an argument too many, or one too few."
            )
