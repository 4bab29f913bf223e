"""`collect`: the evaluators' workbooks, read back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from rfp_builder.cli.batch import Batch, say_skipped
from rfp_builder.cli.bilingual import argument, spoken_command
from rfp_builder.cli.remarks import remark_data, say_details
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
from rfp_builder.workspace.tidings import (
    NO_WORKBOOK,
    NOT_COLLECTED,
    collection_details,
    collection_head,
    owing_line,
)

_NEXT = Phrase("次は rfp-builder evaluate です。", "Next: rfp-builder evaluate")


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
        batch.take(path.name, NOT_COLLECTED, partial(take, path))
    owing = unscored(workspace.project)
    if as_json:
        answer_json(ctx, collected=batch.answers, owing=list(owing), skipped=[path.name for path in skipped])
    else:
        say_skipped(ctx, skipped)
        say(ctx, owing_line(len(owing)))
        if not owing:
            say(ctx, _NEXT)
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
            NO_WORKBOOK,
            Phrase("フォルダの場所を確かめてください。", "Check where the folder is."),
        )
    return jobs, skipped


def _say_collection(ctx: click.Context, found: Collection) -> None:
    say(ctx, collection_head(found))
    say_details(ctx, collection_details(found))


def _data(found: Collection) -> dict[str, object]:
    return {
        "evaluator": found.evaluator.id,
        "grades": found.given,
        "complete": found.complete,
        "replaced": found.replaced,
        "remarks": remark_data(found.remarks),
    }
