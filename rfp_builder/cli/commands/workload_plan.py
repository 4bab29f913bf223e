"""`workload plan` and `workload fill`: what the plan says, and what of it the definition takes."""

from __future__ import annotations

from pathlib import Path

import click

from rfp_builder.cli.bilingual import option, session, spoken_command
from rfp_builder.cli.progress import stage_bar
from rfp_builder.cli.shared import answer_json, json_option, open_workspace, project_option, say, today
from rfp_builder.i18n import Phrase

_DRY = Phrase("確認のみです。記入していません。", "Only looked; nothing was filled in.")
_DONE = Phrase(
    "定義に記入しました: {done}件（変更なし {same}件、手入力のため残した箇所 {kept}件）",
    "Filled in: {done} (already the same: {same}; left as somebody wrote them: {kept})",
)
_KEPT = Phrase(
    "手入力の値も計画の値で置き換える場合は --overwrite、1か所だけなら --only を付けてください。",
    "Add --overwrite to take the plan's values there too, or --only for single places.",
)


@spoken_command(
    "plan",
    "取り込んだ履歴と定義から要員計画を計算し、要約を表示します。何も保存しません。",
    "Work the staffing plan out from the history and the definition, and show it in short. Saves nothing.",
)
@option(
    "--with-cost",
    is_flag=True,
    ja="想定費用も表示します（社外秘。提案会社には見せないこと）。",
    en="Show the should-cost, too (confidential: for no vendor's eyes).",
)
@option(
    "--all",
    "everything",
    is_flag=True,
    ja="計算に使った値とその根拠をすべて表示します。",
    en="Show every value that was used, and where it comes from.",
)
@json_option
@project_option
@click.pass_context
def plan_command(
    ctx: click.Context, with_cost: bool, everything: bool, as_json: bool, project: Path | None
) -> None:
    """Texts for users are in the decorator."""
    from rfp_builder.cli.workload_said import data, spoken
    from rfp_builder.workspace.staffing.planning import plan_of

    workspace, lang = open_workspace(ctx, project), session(ctx).lang
    with stage_bar(lang) as progress:
        plan = plan_of(workspace, today(), progress=progress)
    if as_json:
        answer_json(ctx, **data(plan, with_cost=with_cost))
        return
    for line in spoken(plan, lang, with_cost=with_cost, everything=everything):
        say(ctx, line)


@spoken_command(
    "fill",
    "要員計画の結果を、業務要件定義の2.2・2.3・2.4・4.1・4.4に記入します。"
    "手で入力された値は、指定がないかぎり変更しません。",
    "Fill the plan into 2.2, 2.3, 2.4, 4.1 and 4.4 of the definition. What somebody wrote stays unless told.",
)
@option(
    "--only",
    multiple=True,
    metavar="PATH",
    ja="記入する箇所（--dry-run で表示されるもの。繰り返し指定できる）",
    en="Place to fill in, as --dry-run shows it. Repeatable",
)
@option(
    "--overwrite",
    is_flag=True,
    ja="手で入力・変更された値も、計画の値で置き換えます。",
    en="Replace what somebody wrote or changed, too.",
)
@option(
    "--dry-run",
    is_flag=True,
    ja="記入される箇所を表示するだけで、変更しません。",
    en="Only show what would be filled in.",
)
@json_option
@project_option
@click.pass_context
def fill_command(
    ctx: click.Context,
    only: tuple[str, ...],
    overwrite: bool,
    dry_run: bool,
    as_json: bool,
    project: Path | None,
) -> None:
    """Texts for users are in the decorator."""
    from rfp_builder.cli.workload_said import proposal_data, proposal_line
    from rfp_builder.workspace.staffing.filling import choice, fill
    from rfp_builder.workspace.staffing.planning import planned
    from rfp_builder.workspace.staffing.proposal import Standing
    from rfp_builder.workspace.staffing.proposing import left_out, proposals

    workspace, lang, which = open_workspace(ctx, project), session(ctx).lang, only or None
    with stage_bar(lang) as progress:
        made = planned(workspace, today(), progress=progress)
    if dry_run:
        found = choice(proposals(made, workspace.project), which, overwrite=overwrite)
    else:
        found = fill(workspace, today(), which, overwrite=overwrite, of=made)
    if as_json:
        answer_json(
            ctx,
            applied=not dry_run,
            places=[proposal_data(one, is_filled=one in found.done) for one in (*found.done, *found.kept)],
            left_out=list(left_out(made, workspace.project)),
        )
        return
    for one in found.all:
        if one in found.done or one in found.kept:
            say(ctx, proposal_line(one, lang, is_filled=one in found.done))
    for note in left_out(made, workspace.project):
        say(ctx, note)
    same = sum(one.standing is Standing.SAME for one in found.done)
    done = _DONE.fill(done=len(found.done) - same, same=same, kept=len(found.kept))
    say(ctx, _DRY if dry_run else done)
    if found.kept:
        say(ctx, _KEPT)
