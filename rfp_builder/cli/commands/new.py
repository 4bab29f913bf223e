"""`new`: a project folder, empty or from a sample."""

from __future__ import annotations

from pathlib import Path

import click

from rfp_builder.cli.bilingual import argument, option, spoken_command
from rfp_builder.cli.shared import answer_json, json_option, lang_option, quoted, say
from rfp_builder.i18n import Phrase
from rfp_builder.workspace.workspace import Workspace, samples

_MADE = Phrase("プロジェクトを作りました: {folder}", "Made a project: {folder}")
_NEXT = Phrase("次に: rfp-builder status --project {folder}", "Next: rfp-builder status --project {folder}")


@spoken_command(
    "new",
    "新しいプロジェクトのフォルダを作ります。--sample で見本から始められます。",
    "Make a project folder. Start from a sample with --sample.",
)
@argument(
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    ja="作るフォルダの名前",
    en="Name of the folder to make",
)
@option(
    "--sample",
    metavar="NAME",
    ja="見本の名前（mail-order、card-reservation）",
    en="Name of a sample (mail-order, card-reservation)",
)
@json_option
@lang_option
@click.pass_context
def command(ctx: click.Context, folder: Path, sample: str | None, as_json: bool) -> None:
    """Texts for users are in the decorator."""
    workspace = Workspace.create(folder, sample)
    if as_json:
        answer_json(ctx, folder=workspace.folder, sample=sample, samples=list(samples()))
        return
    say(ctx, _MADE.fill(folder=folder))
    say(ctx, _NEXT.fill(folder=quoted(folder)))
