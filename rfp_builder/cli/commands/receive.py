"""`receive`: a vendor's workbook, or a folder of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from rfp_builder.cli.bilingual import argument, option, session, spoken_command
from rfp_builder.cli.remarks import remark_data, say_remarks
from rfp_builder.cli.shared import (
    answer_json,
    json_option,
    now,
    open_workspace,
    project_option,
    read_file,
    say,
)
from rfp_builder.errors import ExitCode, Problem, WrongUse
from rfp_builder.i18n import Phrase
from rfp_builder.workspace.receiving import Receipt, receive

_TAKEN = Phrase(
    "{vendor}: 受領しました（{n}回目の提出、回答 {answers}件）。",
    "{vendor}: received (submission {n}, {answers} answers).",
)
_REPLACES = Phrase(
    "　{n}回目の提出に代わります。前の提出も残っています。",
    "  It takes the place of submission {n}, which is kept.",
)
_REFUSED = Phrase("{name}: 受け取れませんでした。", "{name}: refused.")
_FREE = Phrase("　自由提案 {n}件", "  {n} free proposals")


@spoken_command(
    "receive",
    "提案会社から届いた回答書（Excel）を取り込みます。フォルダを指定すると、中の .xlsx をすべて取り込み、"
    "ファイル名を会社名とします。",
    "Take in a vendor's response workbook. Given a folder, every .xlsx in it is taken, "
    "the file's name being the vendor's.",
)
@argument(
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    ja="届いた回答書、または回答書の入ったフォルダ",
    en="The workbook that came, or a folder of workbooks",
)
@option(
    "--vendor",
    metavar="NAME",
    ja="提案会社の名前（ファイルを指定したときは必須）",
    en="Name of the vendor (required with a single file)",
)
@json_option
@project_option
@click.pass_context
def command(ctx: click.Context, file: Path, vendor: str | None, as_json: bool, project: Path | None) -> int:
    """Texts for users are in the decorator."""
    workspace = open_workspace(ctx, project)
    code = ExitCode.DONE
    answers: list[dict[str, object]] = []
    jobs = list(_jobs(file, vendor))
    for name, path in jobs:
        try:
            receipt = receive(workspace, name, path.name, read_file(path), now())
        except Problem as problem:
            if len(jobs) == 1:
                raise
            # One bad file of a folder does not keep the others out.
            code = problem.exit_code
            answers.append(
                {"vendor": name, "file": path.name, "refused": list(problem.lines(session(ctx).lang))}
            )
            if not as_json:
                say(ctx, _REFUSED.fill(name=path.name))
                for line in problem.lines(session(ctx).lang):
                    say(ctx, f"    {line}")
            continue
        if receipt.blocking and code is ExitCode.DONE:
            code = ExitCode.BLOCKED
        answers.append(_data(receipt))
        if not as_json:
            _say_receipt(ctx, receipt)
    if as_json:
        answer_json(ctx, received=answers)
    return code


def _jobs(file: Path, vendor: str | None) -> Iterator[tuple[str, Path]]:
    if file.is_dir():
        found = sorted(path for path in file.glob("*.xlsx") if not path.name.startswith("~$"))
        if vendor is not None or not found:
            raise WrongUse(
                Phrase("フォルダから取り込めません。", "The folder cannot be taken in."),
                Phrase(
                    "フォルダには .xlsx を置き、--vendor は付けません。",
                    "It should hold .xlsx files, and --vendor does not go with a folder.",
                ),
                Phrase(
                    "ファイル名を会社名にして、もう一度実行してください。",
                    "Name each file after its vendor and try again.",
                ),
            )
        yield from ((path.stem, path) for path in found)
    elif not vendor or not vendor.strip():
        raise WrongUse(
            Phrase("提案会社の名前がありません。", "The vendor's name is missing."),
            Phrase("ファイルを1つ取り込むときは --vendor が必要です。", "A single file needs --vendor."),
            Phrase(
                "例: rfp-builder receive 回答書.xlsx --vendor A社",
                "Say rfp-builder receive FILE --vendor NAME.",
            ),
        )
    else:
        yield vendor, file


def _say_receipt(ctx: click.Context, receipt: Receipt) -> None:
    proposal = receipt.proposal
    say(ctx, _TAKEN.fill(vendor=receipt.vendor, n=proposal.submission, answers=len(proposal.answers)))
    if receipt.replaces is not None:
        say(ctx, _REPLACES.fill(n=receipt.replaces))
    if proposal.free:
        say(ctx, _FREE.fill(n=len(proposal.free)))
    say_remarks(ctx, proposal.remarks)


def _data(receipt: Receipt) -> dict[str, object]:
    proposal = receipt.proposal
    return {
        "vendor": receipt.vendor,
        "submission": proposal.submission,
        "replaces": receipt.replaces,
        "file": proposal.file_name,
        "sha256": proposal.sha256,
        "answers": len(proposal.answers),
        "free_proposals": len(proposal.free),
        "blocking": receipt.blocking,
        "remarks": remark_data(proposal.remarks),
    }
