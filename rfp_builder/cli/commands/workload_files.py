"""`workload book`, `take` and `annex`: the plan as a workbook, there and back, and what vendors get."""

from __future__ import annotations

from pathlib import Path

import click

from rfp_builder.cli.bilingual import argument, option, session, spoken_command
from rfp_builder.cli.exporting import target
from rfp_builder.cli.progress import stage_bar
from rfp_builder.cli.remarks import remark_data, say_remarks
from rfp_builder.cli.shared import answer_json, json_option, open_workspace, project_option, say, today
from rfp_builder.cli.there_and_back import LOOKED, dry_run_option, force_option
from rfp_builder.i18n import Lang, Phrase, listed
from rfp_builder.workspace.incoming import read_file

_NAMES = {Lang.JA: "要員計画.xlsx", Lang.EN: "staffing-plan.xlsx"}
_WRITTEN = Phrase(
    "要員計画を書き出しました: {file}（社外秘。想定費用を含みます）",
    "Wrote the staffing plan: {file} (confidential: it holds the should-cost)",
)
_CHANGED = Phrase("　変更: {what}", "  Changed: {what}")
_LEFT = Phrase("　対象がないため未反映: {what}", "  Not taken, what it is about is gone: {what}")
_COUNT = Phrase("前提の変更 {n}件", "Assumptions changed: {n}")
_MADE = Phrase(
    "別紙「業務量資料」を作成しました。次に発行する提案依頼書に付きます（{first}〜{last}の実績、窓口{n}件）。",
    "Made the annex “Contact volumes”; the next RFP carries it (actuals {first} to {last}; queues: {n}).",
)
_ONE_LANGUAGE = Phrase(
    "次の語には{lang}がなく、{lang}の提案依頼書にもこのまま載ります: {names}。"
    "2.6に同じ名称のコールリーズンを両方の言語で加えてから、作り直してください。",
    "These have no {lang} and are printed as they are in the RFP in {lang}: {names}. Add call reasons of "
    "that name to 2.6 in both languages, then make the annex anew.",
)
_REMOVED = Phrase("別紙「業務量資料」を削除しました。", "Removed the annex “Contact volumes”.")
_NONE = Phrase("別紙「業務量資料」はありません。", "There is no annex “Contact volumes”.")


@spoken_command(
    "book",
    "要員計画を Excel に書き出します（社外秘）。前提のセルを直すと、計算結果も変わります。",
    "Write the staffing plan to Excel (confidential). Formulas follow when assumptions are changed.",
)
@argument(
    "file",
    metavar="[FILE]",
    required=False,
    type=click.Path(path_type=Path, dir_okay=False),
    ja="書き出すファイルの名前（省略時は「要員計画.xlsx」）",
    en="Name of the file to write (default: staffing-plan.xlsx)",
)
@force_option
@json_option
@project_option
@click.pass_context
def book_command(
    ctx: click.Context, file: Path | None, force: bool, as_json: bool, project: Path | None
) -> None:
    """Texts for users are in the decorator."""
    from rfp_builder.store.atomic import write_atomic
    from rfp_builder.workspace.staffing.book import book_of
    from rfp_builder.workspace.staffing.planning import plan_of

    workspace, lang = open_workspace(ctx, project), session(ctx).lang
    path = target(workspace, file or Path(_NAMES[lang]), force=force)
    with stage_bar(lang) as progress:
        plan = plan_of(workspace, today(), progress=progress)
    write_atomic(path, book_of(workspace, plan, today(), lang))
    if as_json:
        answer_json(ctx, file=str(path))
    else:
        say(ctx, _WRITTEN.fill(file=path))


@spoken_command(
    "take",
    "要員計画の Excel で直した前提を、計画の設定として取り込みます。",
    "Take assumptions that were changed in the staffing workbook as settings of the plan.",
)
@argument(
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    ja="前提を直したファイル（.xlsx）",
    en="The workbook with changed assumptions (.xlsx)",
)
@dry_run_option
@json_option
@project_option
@click.pass_context
def take_command(ctx: click.Context, file: Path, dry_run: bool, as_json: bool, project: Path | None) -> None:
    """Texts for users are in the decorator."""
    from rfp_builder.workspace.staffing.settings import take_assumptions

    workspace = open_workspace(ctx, project)
    with stage_bar(session(ctx).lang) as progress:
        found = take_assumptions(
            workspace, file.name, read_file(file), today(), apply=not dry_run, progress=progress
        )
    if as_json:
        answer_json(
            ctx,
            applied=not dry_run,
            changed=[one.key for one in found.taken],
            left=[one.key for one in found.left],
            remarks=remark_data(found.remarks),
        )
        return
    for line, changes in ((_CHANGED, found.taken), (_LEFT, found.left)):
        for one in changes:
            say(ctx, line.fill(what=one.label))
    say_remarks(ctx, found.remarks)
    say(ctx, _COUNT.fill(n=len(found.taken)))
    if dry_run:
        say(ctx, LOOKED)


@spoken_command(
    "annex",
    "件数の実績と見込みから、提案依頼書の別紙「業務量資料」を作ります。"
    "人数・費用・サービスレベルの目標は含みません。",
    "Make the annex “Contact volumes” of the RFP from actual and expected contacts. It holds no headcount, "
    "cost or service goal.",
)
@option("--remove", is_flag=True, ja="別紙を削除します。", en="Remove the annex.")
@json_option
@project_option
@click.pass_context
def annex_command(ctx: click.Context, remove: bool, as_json: bool, project: Path | None) -> None:
    """Texts for users are in the decorator."""
    from rfp_builder.text.show import show_date
    from rfp_builder.workspace.staffing.annex import make_annex, remove_annex

    workspace, lang = open_workspace(ctx, project), session(ctx).lang
    if remove:
        removed = remove_annex(workspace)
        if as_json:
            answer_json(ctx, removed=removed)
        else:
            say(ctx, _REMOVED if removed else _NONE)
        return
    made = make_annex(workspace, today())
    if as_json:
        answer_json(ctx, **made.model_dump(mode="json", exclude={"inputs"}))
        return
    first, last = show_date(made.history_first, lang), show_date(made.history_last, lang)
    say(ctx, _MADE.fill(first=first, last=last, n=len(made.series)))
    for missing in workspace.project.rfp.languages:
        texts = made.texts_without(missing)
        if texts:
            say(ctx, _ONE_LANGUAGE.fill(lang=missing.label, names=listed(texts)))
