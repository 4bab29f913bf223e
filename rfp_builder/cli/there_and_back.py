"""The pairs of commands that write something to Excel and take it back: `export FILE` and `import FILE`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from rfp_builder.cli.bilingual import Command, argument, option, session, spoken_command
from rfp_builder.cli.exporting import target
from rfp_builder.cli.remarks import remark_data, say_remarks
from rfp_builder.cli.shared import answer_json, json_option, open_workspace, project_option, say
from rfp_builder.errors import ExitCode
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.proposals import Remark
from rfp_builder.store.atomic import write_atomic
from rfp_builder.workspace.incoming import read_file
from rfp_builder.workspace.workspace import Workspace

_LINES = {
    "added": Phrase("　追加: {what}", "  Added: {what}"),
    "changed": Phrase("　変更: {what}", "  Changed: {what}"),
    "removed": Phrase("　削除: {what}", "  Removed: {what}"),
    "conflicts": Phrase(
        "　競合: {what}（ファイルとプロジェクトの両方で変わっているため、取り込んでいません）",
        "  Conflict: {what} (changed both in the workbook and in the project; not taken)",
    ),
}
_COUNT = Phrase(
    "追加 {added}件、変更 {changed}件、削除 {removed}件、競合 {conflicts}件",
    "{added} added, {changed} changed, {removed} removed, {conflicts} in conflict",
)
LOOKED = Phrase("確認のみです。取り込んでいません。", "Only looked; nothing was taken.")
"""What `--dry-run` ends with."""

force_option = option(
    "--force", is_flag=True, ja="同じ名前のファイルを上書きします。", en="Overwrite a file of that name."
)
dry_run_option = option(
    "--dry-run",
    is_flag=True,
    ja="変わる点を調べるだけで、取り込みません。",
    en="Only report what would change.",
)


@dataclass(frozen=True, slots=True)
class Taken:
    """What came back: how many of each kind, said for people, and the same for `--json`."""

    said: Mapping[str, tuple[Phrase | str, ...]]
    """Kind of change (added, changed, removed, conflicts) to what was changed."""
    data: Mapping[str, object]
    remarks: Iterable[Remark]


def export_command(ja: str, en: str, written: Phrase, make: Callable[[Workspace, Lang], bytes]) -> Command:
    """`export FILE`: `make` builds the workbook; `written` names the `{file}` and what is secret in it."""

    @spoken_command("export", ja, en)
    @argument(
        "file",
        metavar="FILE",
        type=click.Path(path_type=Path, dir_okay=False),
        ja="書き出すファイルの名前（.xlsx）",
        en="Name of the file to write (.xlsx)",
    )
    @force_option
    @json_option
    @project_option
    @click.pass_context
    def export(ctx: click.Context, file: Path, force: bool, as_json: bool, project: Path | None) -> None:
        workspace = open_workspace(ctx, project)
        path = target(workspace, file, force=force)
        write_atomic(path, make(workspace, session(ctx).lang))
        if as_json:
            answer_json(ctx, file=str(path))
        else:
            say(ctx, written.fill(file=path))

    return export


def import_command(ja: str, en: str, take: Callable[[Workspace, str, bytes, bool], Taken]) -> Command:
    """`import FILE`: `take` reads the workbook (name, bytes) and, if told so, applies it."""

    @spoken_command("import", ja, en)
    @argument(
        "file",
        metavar="FILE",
        type=click.Path(path_type=Path),
        ja="編集したファイル（.xlsx）",
        en="The edited file (.xlsx)",
    )
    @dry_run_option
    @json_option
    @project_option
    @click.pass_context
    def import_(ctx: click.Context, file: Path, dry_run: bool, as_json: bool, project: Path | None) -> int:
        taken = take(open_workspace(ctx, project), file.name, read_file(file), not dry_run)
        code = ExitCode.CONFLICT if taken.said.get("conflicts") else ExitCode.DONE
        if as_json:
            answer_json(ctx, applied=not dry_run, **taken.data, remarks=remark_data(taken.remarks))
            return code
        for kind, line in _LINES.items():
            for what in taken.said.get(kind, ()):
                say(ctx, line.fill(what=what))
        say_remarks(ctx, taken.remarks)
        say(ctx, _COUNT.fill(**{kind: len(taken.said.get(kind, ())) for kind in _LINES}))
        if dry_run:
            say(ctx, LOOKED)
        return code

    return import_
