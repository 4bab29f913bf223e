"""`scorebooks`: one workbook for each evaluator."""

from __future__ import annotations

from pathlib import Path

import click

from rfp_builder.cli.bilingual import session, spoken_command
from rfp_builder.cli.shared import answer_json, json_option, open_workspace, project_option, say
from rfp_builder.workspace.scoring import make_score_books
from rfp_builder.workspace.tidings import BOOKS_MADE, HAND_OUT


@spoken_command(
    "scorebooks",
    "評価者ごとの採点表（Excel）を作ります。価格や、ほかの評価者の採点は入りません。",
    "Make a score book (Excel) for each evaluator, without prices and without anybody else's grades.",
)
@json_option
@project_option
@click.pass_context
def command(ctx: click.Context, as_json: bool, project: Path | None) -> None:
    """Texts for users are in the decorator."""
    paths = make_score_books(open_workspace(ctx, project), session(ctx).lang)
    if as_json:
        answer_json(ctx, files=[str(path) for path in paths])
        return
    say(ctx, BOOKS_MADE)
    say(ctx, HAND_OUT)
    for path in paths:
        say(ctx, f"  {path}")
