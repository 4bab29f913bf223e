"""`receive`: a vendor's workbook, or a folder of them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from rfp_builder.cli.batch import Batch, say_skipped
from rfp_builder.cli.bilingual import argument, option, spoken_command
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
from rfp_builder.workspace.receiving import Receipt, receive, rename, require_open, withdraw
from rfp_builder.workspace.tidings import (
    NO_WORKBOOK,
    NOT_RECEIVED,
    RENAMED,
    receipt_details,
    receipt_head,
    withdrawal_lines,
)
from rfp_builder.workspace.workspace import Workspace


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
@option(
    "--rename",
    "as_rename",
    is_flag=True,
    ja="受領済みのファイルについて、誤って付けた会社名を --vendor の名前に直します。",
    en="Of a file that was received under a wrong name: call its vendor by the name given with --vendor.",
)
@option(
    "--withdraw",
    "as_withdrawal",
    is_flag=True,
    ja="誤って受領したファイルの受領を取り消します（採点表を取り込む前まで。ファイルと記録は残ります）。",
    en="Of a file that was received by mistake: take that back, before scoring. File and journal are kept.",
)
@json_option
@project_option
@click.pass_context
def command(
    ctx: click.Context,
    file: Path,
    vendor: str | None,
    as_rename: bool,
    as_withdrawal: bool,
    as_json: bool,
    project: Path | None,
) -> int:
    """Texts for users are in the decorator."""
    workspace = open_workspace(ctx, project)
    require_open(workspace)
    if as_withdrawal:
        return _withdraw(ctx, workspace, file, as_json)
    jobs, skipped = _jobs(file, vendor)
    if as_rename:
        old, new = rename(workspace, read_file(file), jobs[0][0])
        if as_json:
            answer_json(ctx, renamed={"from": old, "to": new})
        else:
            say(ctx, RENAMED.fill(old=old, new=new))
        return ExitCode.DONE
    batch = Batch(ctx, workspace, len(jobs), as_json)

    def take(name: str, path: Path) -> tuple[dict[str, object], ExitCode]:
        receipt = receive(workspace, name, path.name, read_file(path), now())
        if not as_json:
            _say_receipt(ctx, receipt)
        return _data(receipt), ExitCode.BLOCKED if receipt.blocking else ExitCode.DONE

    for name, path in jobs:
        batch.take(path.name, NOT_RECEIVED, partial(take, name, path), vendor=name)
    if as_json:
        answer_json(ctx, received=batch.answers, skipped=[path.name for path in skipped])
    else:
        say_skipped(ctx, skipped)
    return batch.code


def _withdraw(ctx: click.Context, workspace: Workspace, file: Path, as_json: bool) -> int:
    done = withdraw(workspace, read_file(file))
    if as_json:
        answer_json(ctx, withdrawn={"vendor": done.vendor, "submission": done.submission})
    else:
        for line in withdrawal_lines(done):
            say(ctx, line)
    return ExitCode.DONE


def _jobs(file: Path, vendor: str | None) -> tuple[list[tuple[str, Path]], list[Path]]:
    """Vendors' names with their files, and files to leave alone."""
    if file.is_dir():
        found, skipped = workbooks_in(file)
        if vendor is not None or not found:
            raise WrongUse(
                Phrase("フォルダから取り込めません。", "The folder cannot be taken in."),
                Phrase("--vendor はフォルダと一緒には使えません。", "--vendor does not go with a folder.")
                if vendor is not None
                else NO_WORKBOOK,
                Phrase(
                    "ファイル名を会社名にした .xlsx をフォルダに置き、--vendor を付けずに実行してください。",
                    "Name each .xlsx file after its vendor, and run it without --vendor.",
                ),
            )
        return [(path.stem, path) for path in found], skipped
    if not vendor or not vendor.strip():
        raise WrongUse(
            Phrase("提案会社の名前がありません。", "The vendor's name is missing."),
            Phrase("ファイルを1つ取り込むときは --vendor が必要です。", "A single file needs --vendor."),
            Phrase(
                "例: rfp-builder receive 回答書.xlsx --vendor A社",
                "Say rfp-builder receive FILE --vendor NAME.",
            ),
        )
    return [(vendor, file)], []


def _say_receipt(ctx: click.Context, receipt: Receipt) -> None:
    say(ctx, receipt_head(receipt))
    say_details(ctx, receipt_details(receipt))


def _data(receipt: Receipt) -> dict[str, object]:
    proposal = receipt.proposal
    return {
        "vendor": receipt.vendor,
        "submission": proposal.submission,
        "again": receipt.again,
        "replaces": receipt.replaces,
        "file": proposal.file_name,
        "sha256": proposal.sha256,
        "answers": proposal.given,
        "free_proposals": len(proposal.free),
        "blocking": receipt.blocking,
        "remarks": remark_data(proposal.remarks),
    }
