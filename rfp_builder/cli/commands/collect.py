"""`collect`: the evaluators' workbooks, read back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from rfp_builder.cli.batch import Batch, say_skipped
from rfp_builder.cli.bilingual import argument, spoken_command
from rfp_builder.cli.remarks import remark_data, say_remarks
from rfp_builder.cli.shared import (
    answer_json,
    json_option,
    now,
    open_workspace,
    project_option,
    say,
)
from rfp_builder.errors import ExitCode, WrongUse
from rfp_builder.i18n import Phrase
from rfp_builder.workspace.incoming import read_file, workbooks_in
from rfp_builder.workspace.scoring import Collection, collect, require_proposals
from rfp_builder.workspace.states import unscored

_TAKEN = Phrase("{who}: 取り込みました（採点 {n}件）。", "{who}: collected ({n} grades).")
_REPLACED = Phrase(
    "　前に取り込んだ採点表に代わります。", "  It takes the place of the one collected before."
)
_REFUSED = Phrase("{name}: 取り込めませんでした。", "{name}: refused.")
_OWING = Phrase("採点がそろっていない評価者: {n}名", "Evaluators who still owe grades: {n}")
_ALL = Phrase(
    "採点がそろいました。次は rfp-builder evaluate です。", "All grades are in. Next: rfp-builder evaluate"
)


@spoken_command(
    "collect", "評価者から戻った採点表（Excel）を取り込みます。", "Read the evaluators' score books back."
)
@argument(
    "files",
    metavar="FILES...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    ja="戻った採点表。フォルダを指定すると、中の .xlsx をすべて取り込みます。",
    en="Score books that came back. Of a folder every .xlsx in it is read.",
)
@json_option
@project_option
@click.pass_context
def command(ctx: click.Context, files: tuple[Path, ...], as_json: bool, project: Path | None) -> int:
    """Texts for users are in the decorator."""
    workspace = open_workspace(ctx, project)
    require_proposals(workspace)
    jobs, skipped = _jobs(files)
    batch = Batch(ctx, workspace, len(jobs), as_json)

    def take(path: Path) -> tuple[dict[str, object], ExitCode]:
        found = collect(workspace, path.name, read_file(path), now())
        if not as_json:
            _say_collection(ctx, found)
        return _data(found), ExitCode.DONE if found.complete else ExitCode.BLOCKED

    for path in jobs:
        batch.take(path.name, _REFUSED, partial(take, path))
    owing = unscored(workspace.project)
    if as_json:
        answer_json(ctx, collected=batch.answers, owing=list(owing), skipped=[path.name for path in skipped])
    else:
        say_skipped(ctx, skipped)
        say(ctx, _OWING.fill(n=len(owing)) if owing else _ALL)
    return batch.code


def _jobs(files: tuple[Path, ...]) -> tuple[list[Path], list[Path]]:
    """Score books to read, and files of the folders named that are to be left alone."""
    jobs: list[Path] = []
    skipped: list[Path] = []
    for path in files:
        found, others = workbooks_in(path) if path.is_dir() else ([path], [])
        jobs += found
        skipped += others
    if not jobs:
        raise WrongUse(
            Phrase("取り込む採点表がありません。", "There is no score book to read."),
            Phrase("フォルダに .xlsx がありません。", "There is no .xlsx file in the folder."),
            Phrase("フォルダの場所を確かめてください。", "Check where the folder is."),
        )
    return jobs, skipped


def _say_collection(ctx: click.Context, found: Collection) -> None:
    say(ctx, _TAKEN.fill(who=found.evaluator.label, n=found.given))
    if found.replaced:
        say(ctx, _REPLACED)
    say_remarks(ctx, found.remarks)


def _data(found: Collection) -> dict[str, object]:
    return {
        "evaluator": found.evaluator.id,
        "grades": found.given,
        "complete": found.complete,
        "replaced": found.replaced,
        "remarks": remark_data(found.remarks),
    }
