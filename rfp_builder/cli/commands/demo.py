"""`demo`: the whole road on the sample, in both languages."""

from __future__ import annotations

from pathlib import Path

import click

from rfp_builder.cli.bilingual import argument, spoken_command
from rfp_builder.cli.commands.evaluate import say_ranking
from rfp_builder.cli.shared import answer_json, json_option, lang_option, now, say, today
from rfp_builder.i18n import Phrase
from rfp_builder.workspace.demo import walk

_DONE = Phrase("できあがった文書:", "What came out:")


@spoken_command(
    "demo",
    "見本（通販会社の顧客窓口）で、定義の点検から評価結果までを実行し、できた文書をすべてフォルダに残します。",
    "Walk the whole road on the sample (a mail-order company's customer service), "
    "leaving every document in the folder.",
)
@argument(
    "folder",
    metavar="[DIR]",
    type=click.Path(path_type=Path),
    default="demo",
    ja="文書を残すフォルダ（省略時は demo）",
    en="Folder to leave the documents in (default: demo)",
)
@json_option
@lang_option
@click.pass_context
def command(ctx: click.Context, folder: Path, as_json: bool) -> None:
    """Texts for users are in the decorator."""
    walked = walk(folder, today(), now(), (lambda _: None) if as_json else (lambda step: say(ctx, step)))
    if as_json:
        answer_json(
            ctx,
            folder=str(folder),
            files=[str(path) for path in walked.files],
            ranking=[one.vendor.name for one in walked.evaluation.vendors],
        )
        return
    say_ranking(ctx, walked.evaluation, walked.rounding)
    say(ctx)
    say(ctx, _DONE)
    for path in walked.files:
        say(ctx, f"  {path}")
