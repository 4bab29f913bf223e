"""What most commands share: which project, which language, JSON or words."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from rfp_builder.cli import speech
from rfp_builder.cli.bilingual import option, session
from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Lang, Phrase, Speakable
from rfp_builder.workspace.workspace import Workspace

F = TypeVar("F", bound=Callable[..., Any])

json_option = option("--json", "as_json", is_flag=True, ja="結果を JSON で出力します。", en="Answer in JSON.")


def project_option(function: F) -> F:
    """Adds `--project` and `--lang`, which may stand before or behind the command's name."""
    language = option(
        "--lang",
        expose_value=False,
        type=click.Choice([lang.value for lang in Lang]),
        ja="表示の言語（ja / en）",
        en="Language to speak (ja / en)",
    )
    project = option(
        "--project",
        "project",
        type=click.Path(path_type=Path),
        default=None,
        ja="プロジェクトのフォルダ（省略時は現在のフォルダ）",
        en="Project folder (default: where you are)",
    )
    decorated: F = project(language(function))
    return decorated


def open_workspace(ctx: click.Context, project: Path | None) -> Workspace:
    """The project named by `--project`, RFP_BUILDER_PROJECT, or the folder one stands in."""
    named = project or session(ctx).project or os.environ.get("RFP_BUILDER_PROJECT")
    return Workspace.open(Path(named) if named else Path.cwd())


def say(ctx: click.Context, text: Speakable | str = "") -> None:
    """One line of the answer."""
    speech.say(session(ctx).lang, text)


def answer_json(ctx: click.Context, **data: object) -> None:
    """The whole answer as one JSON object on stdout."""
    lang = session(ctx).lang
    say(ctx, json.dumps(data, ensure_ascii=False, indent=2, default=lambda value: _plain(value, lang)))


def read_file(path: Path) -> bytes:
    """The bytes of a file that a user named.

    Raises:
        WrongUse: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise WrongUse(
            Phrase("ファイルを読めません。", "The file cannot be read."),
            Phrase("{name}: {why}", "{name}: {why}").fill(name=path.name, why=_why(error)),
            Phrase("ファイル名と場所を確かめてください。", "Check its name and where it is."),
        ) from None


def today() -> date:
    """The day of this run."""
    return datetime.now().astimezone().date()


def now() -> datetime:
    """This instant with its offset."""
    return datetime.now().astimezone()


def _why(error: OSError) -> Phrase:
    if isinstance(error, FileNotFoundError):
        return Phrase("見つかりません", "not found")
    if isinstance(error, IsADirectoryError):
        return Phrase("フォルダです", "it is a folder")
    return Phrase("開けません", "it cannot be opened")


def _plain(value: object, lang: Lang) -> object:
    if isinstance(value, Speakable):
        return value.to(lang)
    if isinstance(value, date | Path):
        return str(value)
    raise TypeError(type(value).__name__)
