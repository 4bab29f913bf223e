"""`agree export|import`: the evaluation criteria as an Excel workbook, there and back."""

from __future__ import annotations

from pathlib import Path

import click

from rfp_builder.cli.bilingual import argument, option, session, spoken_command
from rfp_builder.cli.exporting import target
from rfp_builder.cli.remarks import remark_data, say_remarks
from rfp_builder.cli.shared import answer_json, json_option, open_workspace, project_option, read_file, say
from rfp_builder.errors import ExitCode
from rfp_builder.i18n import Phrase
from rfp_builder.store.atomic import write_atomic
from rfp_builder.workspace.criteria_editing import export_criteria, import_criteria

_WRITTEN = Phrase("評価基準を書き出しました: {file}（社外秘）", "Wrote the criteria: {file} (confidential)")
_COUNT = Phrase(
    "追加 {added}件、変更 {changed}件、削除 {removed}件、競合 {conflicts}件",
    "{added} added, {changed} changed, {removed} removed, {conflicts} in conflict",
)
_CHANGED = Phrase("　変更: {what}", "  Changed: {what}")
_ADDED = Phrase("　追加: {what}", "  Added: {what}")
_REMOVED = Phrase("　削除: {what}", "  Removed: {what}")
_CONFLICT = Phrase(
    "　競合: {what}（ブックとプロジェクトの両方で変わっているため、取り込んでいません）",
    "  Conflict: {what} (changed both in the workbook and in the project; not taken)",
)
_DRY = Phrase("確認のみです。取り込んでいません。", "Only looked; nothing was taken.")


@spoken_command("export", "評価基準を Excel に書き出します。", "Write the criteria to Excel.")
@argument(
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    ja="書き出すファイルの名前（.xlsx）",
    en="Name of the file to write (.xlsx)",
)
@option("--force", is_flag=True, ja="同じ名前のファイルを上書きします。", en="Overwrite a file of that name.")
@json_option
@project_option
@click.pass_context
def export(ctx: click.Context, file: Path, force: bool, as_json: bool, project: Path | None) -> None:
    """Texts for users are in the decorator."""
    workspace = open_workspace(ctx, project)
    path = target(workspace, file, force=force)
    write_atomic(path, export_criteria(workspace, session(ctx).lang))
    if as_json:
        answer_json(ctx, file=str(path))
        return
    say(ctx, _WRITTEN.fill(file=path))


@spoken_command(
    "import",
    "編集した評価基準を取り込み、変わった点を報告します。固定した基準には取り込めません。",
    "Take edited criteria back and report what changed. Locked criteria take nothing.",
)
@argument(
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    ja="編集したファイル（.xlsx）",
    en="The edited file (.xlsx)",
)
@option(
    "--dry-run",
    is_flag=True,
    ja="変わる点を調べるだけで、取り込みません。",
    en="Only report what would change.",
)
@json_option
@project_option
@click.pass_context
def import_(ctx: click.Context, file: Path, dry_run: bool, as_json: bool, project: Path | None) -> int:
    """Texts for users are in the decorator."""
    from rfp_builder.excel.criteria.changes import called

    workspace = open_workspace(ctx, project)
    before = workspace.project.criteria
    changes = import_criteria(workspace, file.name, read_file(file), apply=not dry_run)
    code = ExitCode.CONFLICT if changes.conflicts else ExitCode.DONE
    kinds = {
        "added": (_ADDED, changes.added),
        "changed": (_CHANGED, changes.changed),
        "removed": (_REMOVED, changes.removed),
        "conflicts": (_CONFLICT, changes.conflicts),
    }
    if as_json:
        listed = {kind: list(ones) for kind, (_, ones) in kinds.items()}
        answer_json(ctx, applied=not dry_run, **listed, remarks=remark_data(changes.notes))
        return code
    for phrase, ones in kinds.values():
        for one in ones:
            say(ctx, phrase.fill(what=called(one, changes.criteria, before)))
    say_remarks(ctx, changes.notes)
    say(ctx, _COUNT.fill(**{kind: len(ones) for kind, (_, ones) in kinds.items()}))
    if dry_run:
        say(ctx, _DRY)
    return code
