"""`evaluate`: the ranking and the evaluation workbook."""

from __future__ import annotations

from pathlib import Path

import click

from rfp_builder.cli.bilingual import session, spoken_command
from rfp_builder.cli.shared import answer_json, json_option, open_workspace, project_option, say
from rfp_builder.errors import ExitCode
from rfp_builder.evaluation.result import Evaluation, VendorResult
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.criteria import Rounding
from rfp_builder.workspace.evaluating import rank
from rfp_builder.workspace.tidings import rank_line, rank_reasons
from rfp_builder.workspace.workspace import Workspace

_FILES = Phrase("評価結果:", "Evaluation workbooks:")


@spoken_command(
    "evaluate",
    "採点と価格を集計し、順位と評価結果（Excel）を作ります。評価結果は提案依頼書の言語ごとにできます。",
    "Work out the ranking and write the evaluation workbook, one in each language of the RFP.",
)
@json_option
@project_option
@click.pass_context
def command(ctx: click.Context, as_json: bool, project: Path | None) -> int:
    """Texts for users are in the decorator."""
    workspace = open_workspace(ctx, project)
    evaluation, paths = rank(workspace, _languages(ctx, workspace))
    rounding = workspace.project.criteria.rounding
    code = ExitCode.DONE if evaluation.complete else ExitCode.BLOCKED
    if as_json:
        answer_json(
            ctx,
            ranking=[_data(one) for one in evaluation.vendors],
            complete=evaluation.complete,
            files=[str(path) for path in paths],
        )
        return code
    say_ranking(ctx, evaluation, rounding)
    say(ctx, _FILES)
    for path in paths:
        say(ctx, f"  {path}")
    return code


def _languages(ctx: click.Context, workspace: Workspace) -> tuple[Lang, ...]:
    """Those of the RFP, since the committee reads what went out; and the one spoken here."""
    return tuple(dict.fromkeys((session(ctx).lang, *workspace.project.rfp.languages)))


def say_ranking(ctx: click.Context, evaluation: Evaluation, rounding: Rounding) -> None:
    """The ranking, a line a vendor, with the reasons of those who are out."""
    for one in evaluation.vendors:
        say(ctx, rank_line(one, rounding.digits))
        for reason in rank_reasons(one):
            say(ctx, f"    {reason.to(session(ctx).lang)}")


def _data(one: VendorResult) -> dict[str, object]:
    return {
        "vendor": one.vendor.name,
        "rank": one.rank,
        "total": None if one.total is None else str(one.total),
        "quality": None if one.quality is None else str(one.quality),
        "price_points": None if one.price_points is None else str(one.price_points),
        "out": list(one.out),
        "missing": list(one.missing),
        "tie": one.tie_note,
    }
