"""`definition export|import`: the whole business requirements definition as one workbook, there and back."""

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
from rfp_builder.workspace.defining import export_definition, import_definition

_HERE = "rfp_builder.cli.commands.definition"
_WRITTEN = Phrase(
    "業務要件定義を書き出しました: {file}（社外秘。予定価格などを含みます）",
    "Wrote the definition: {file} (confidential: it holds the ceiling price and more)",
)
_COUNT = Phrase("変更 {changed}件、競合 {conflicts}件", "{changed} changed, {conflicts} in conflict")
_CHANGED = Phrase("　変更: {what}", "  Changed: {what}")
_CONFLICT = Phrase(
    "　競合: {what}（ブックとプロジェクトの両方で変わっているため、取り込んでいません）",
    "  Conflict: {what} (changed both in the workbook and in the project; not taken)",
)
_DRY = Phrase("確認のみです。取り込んでいません。", "Only looked; nothing was taken.")

command = Group(
    "definition",
    phrase=Phrase(
        "業務要件定義の全体を Excel に書き出し、記入したものを取り込みます。",
        "Write the whole definition to Excel, and take a filled-in one back.",
    ),
    lazy={
        "export": Lazy(f"{_HERE}:export", Phrase("Excel に書き出す", "write it to Excel")),
        "import": Lazy(f"{_HERE}:import_", Phrase("Excel から取り込む", "take it from Excel")),
    },
)


@spoken_command("export", "業務要件定義を Excel に書き出します。", "Write the definition to Excel.")
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
    write_atomic(path, export_definition(workspace, session(ctx).lang))
    if as_json:
        answer_json(ctx, file=str(path))
        return
    say(ctx, _WRITTEN.fill(file=path))


@spoken_command(
    "import",
    "記入した業務要件定義を取り込み、変わった点を報告します。",
    "Take a filled-in definition back and report what changed.",
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
    changes = import_definition(open_workspace(ctx, project), file.name, read_file(file), apply=not dry_run)
    code = ExitCode.CONFLICT if changes.conflicts else ExitCode.DONE
    if as_json:
        answer_json(
            ctx,
            applied=not dry_run,
            changed=list(changes.changed),
            conflicts=list(changes.conflicts),
            remarks=remark_data(changes.notes),
        )
        return code
    for phrase, paths in ((_CHANGED, changes.changed), (_CONFLICT, changes.conflicts)):
        for path in paths:
            say(ctx, phrase.fill(what=changes.words[path]))
    say_remarks(ctx, changes.notes)
    say(ctx, _COUNT.fill(changed=len(changes.changed), conflicts=len(changes.conflicts)))
    if dry_run:
        say(ctx, _DRY)
    return code
