"""What most commands share: which project, which language, JSON or words."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from rfp_builder.cli import speech
from rfp_builder.cli.bilingual import LANGUAGE_HELP, LANGUAGES, Option, option, session
from rfp_builder.i18n import Lang, Speakable

if TYPE_CHECKING:
    from rfp_builder.workspace.workspace import Workspace

F = TypeVar("F", bound=Callable[..., Any])

json_option = option("--json", "as_json", is_flag=True, ja="結果を JSON で出力します。", en="Answer in JSON.")


def lang_option(function: F) -> F:
    """Adds `--lang`, which may stand before or behind the command's name."""
    decorated: F = click.option(
        "--lang",
        cls=Option,
        expose_value=False,
        type=LANGUAGES,
        phrase=LANGUAGE_HELP,
    )(function)
    return decorated


def project_option(function: F) -> F:
    """Adds `--project` and `--lang`, which may stand before or behind the command's name."""
    project = option(
        "--project",
        "project",
        type=click.Path(path_type=Path),
        metavar="DIR",
        default=None,
        ja="プロジェクトのフォルダ（省略時は現在のフォルダ）",
        en="Project folder (default: where you are)",
    )
    decorated: F = project(lang_option(function))
    return decorated


def open_workspace(ctx: click.Context, project: Path | None) -> Workspace:
    """The project named by `--project`, RFP_BUILDER_PROJECT, or the folder one stands in."""
    from rfp_builder.workspace.workspace import Workspace

    named = project or session(ctx).project or os.environ.get("RFP_BUILDER_PROJECT")
    return Workspace.open(Path(named) if named else Path.cwd())


def say(ctx: click.Context, text: Speakable | str = "") -> None:
    """One line of the answer."""
    speech.say(session(ctx).lang, text)


def answer_json(ctx: click.Context, **data: object) -> None:
    """The whole answer as one JSON object on stdout."""
    lang = session(ctx).lang
    text = json.dumps(data, ensure_ascii=False, indent=2, default=lambda value: _plain(value, lang))
    speech.say_json(text)


def command_line(ctx: click.Context, command: str, project: Path | None) -> str:
    """`command` as it can be typed here: with the `--project` that this run was given."""
    named = project or session(ctx).project
    return f"{command} --project {quoted(named)}" if named else command


def quoted(path: Path | str) -> str:
    """A path as one word of a command line."""
    text = str(path)
    return f'"{text}"' if not text or any(char.isspace() or char in "&;()'$" for char in text) else text


def today() -> date:
    """The day of this run."""
    return datetime.now().astimezone().date()


def now() -> datetime:
    """This instant with its offset."""
    return datetime.now().astimezone()


def _plain(value: object, lang: Lang) -> object:
    if isinstance(value, Speakable):
        return value.to(lang)
    if isinstance(value, date | Path):
        return str(value)
    raise TypeError(type(value).__name__)
