"""`register export|import`: the requirement register as an Excel sheet, there and back."""

from __future__ import annotations

from pathlib import Path

import click

from rfp_builder.cli.bilingual import Group, Lazy, argument, option, session, spoken_command
from rfp_builder.cli.exporting import target
from rfp_builder.cli.remarks import remark_data, say_remarks
from rfp_builder.cli.shared import answer_json, json_option, open_workspace, project_option, read_file, say
from rfp_builder.errors import ExitCode
from rfp_builder.i18n import Phrase
from rfp_builder.store.atomic import write_atomic
from rfp_builder.workspace.registering import export_register, import_register

_HERE = "rfp_builder.cli.commands.register"
_WRITTEN = Phrase(
    "要件台帳を書き出しました: {file}（社外秘。非開示の要件を含みます）",
    "Wrote the register: {file} (confidential: it holds the withheld requirements)",
)
_COUNT = Phrase(
    "追加 {added}件、変更 {changed}件、削除 {removed}件、競合 {conflicts}件",
    "{added} added, {changed} changed, {removed} removed, {conflicts} in conflict",
)
_CONFLICT = Phrase(
    "　競合: {id}（台帳とプロジェクトの両方で変わっているため、取り込んでいません）",
    "  Conflict: {id} (changed both in the workbook and in the project; not taken)",
)
_CHANGED = Phrase("　変更: {id}（{fields}）", "  Changed: {id} ({fields})")
_ADDED = Phrase("　追加: {id}", "  Added: {id}")
_REMOVED = Phrase("　削除: {id}", "  Removed: {id}")
_DRY = Phrase("確認のみです。取り込んでいません。", "Only looked; nothing was taken.")

command = Group(
    "register",
    phrase=Phrase(
        "要件台帳を Excel に書き出し、編集したものを取り込みます。",
        "Write the requirement register to Excel, and take an edited one back.",
    ),
    lazy={
        "export": Lazy(f"{_HERE}:export", Phrase("Excel に書き出す", "write it to Excel")),
        "import": Lazy(f"{_HERE}:import_", Phrase("Excel から取り込む", "take it from Excel")),
    },
)


@spoken_command("export", "要件台帳を Excel に書き出します。", "Write the requirement register to Excel.")
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
    write_atomic(path, export_register(workspace, session(ctx).lang))
    if as_json:
        answer_json(ctx, file=str(path))
        return
    say(ctx, _WRITTEN.fill(file=path))


@spoken_command(
    "import",
    "編集した要件台帳を取り込み、変わった点を報告します。",
    "Take an edited register back and report what changed.",
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
    changes = import_register(open_workspace(ctx, project), file.name, read_file(file), apply=not dry_run)
    code = ExitCode.CONFLICT if changes.conflicts else ExitCode.DONE
    if as_json:
        answer_json(
            ctx,
            applied=not dry_run,
            added=list(changes.added),
            changed=[{"id": one.id, "fields": list(one.fields)} for one in changes.changed],
            removed=list(changes.removed),
            conflicts=list(changes.conflicts),
            remarks=remark_data(changes.notes),
        )
        return code
    for one in changes.changed:
        say(ctx, _CHANGED.fill(id=one.id, fields=", ".join(one.fields)))
    for phrase, ids in ((_ADDED, changes.added), (_REMOVED, changes.removed), (_CONFLICT, changes.conflicts)):
        for requirement in ids:
            say(ctx, phrase.fill(id=requirement))
    say_remarks(ctx, changes.notes)
    say(
        ctx,
        _COUNT.fill(
            added=len(changes.added),
            changed=len(changes.changed),
            removed=len(changes.removed),
            conflicts=len(changes.conflicts),
        ),
    )
    if dry_run:
        say(ctx, _DRY)
    return code
