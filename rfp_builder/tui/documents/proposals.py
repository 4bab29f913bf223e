"""Vendors and their proposals: taking workbooks in, and what each of them answered."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from rfp_builder.errors import Problem
from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.documents.pane import Pane, table
from rfp_builder.tui.documents.said import Outcome, remark_lines
from rfp_builder.tui.steps import Tell, run_step

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.workspace.receiving import Receipt
    from rfp_builder.workspace.workspace import Workspace

_CHOOSE = Phrase("届いた回答書を選んでください。", "Choose the workbook you received.")
_VENDOR = Phrase("どの会社の回答書ですか。", "Whose workbook is it?")
_VENDOR_HINT = Phrase("会社名を入力してください。", "Type the vendor's name.")
_TAKING = Phrase("回答書を読み込んでいます", "Reading the workbook")
_TAKEN = Phrase("受領しました", "Received")
_LINE = Phrase(
    "{vendor}: {n}回目の提出、回答 {answers}件、自由提案 {free}件",
    "{vendor}: submission {n}, {answers} answers, {free} free proposals",
)
_AGAIN = Phrase("{vendor}: 同じファイルを受領済みです。", "{vendor}: this same file was received before.")
_REPLACES = Phrase(
    "  {n}回目の提出に代わります。前の提出も残っています。",
    "  It replaces submission {n}, which is kept.",
)
_REFUSED = Phrase("{name}: 受け取れませんでした。", "{name}: refused.")
_READING = Phrase("{name} を読んでいます", "Reading {name}")
_NOTHING = Phrase("まだ提案は届いていません。", "No proposals received yet.")
_HEADINGS = (
    Phrase("提案会社", "Vendor"),
    Phrase("提出", "Subm."),
    Phrase("受領", "Received"),
    Phrase("回答", "Answers"),
    Phrase("指摘", "Notes"),
)


class Receive(Command):
    """Take in one workbook, or a folder of them."""

    label = Phrase("回答書を受領する", "Receive a workbook")
    help = Phrase(
        "提案会社から届いた回答書を取り込みます。フォルダを選ぶと、ファイル名を会社名として全部を取り込みます。",
        "Read in a vendor's workbook, or every workbook of a folder, each named after its vendor.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.dialogs.files import FileDialog

        def chosen(path: Path | None) -> None:
            if path is not None:
                _ask_vendor(wizard, path)

        wizard.push_screen(FileDialog(_CHOOSE, Path.cwd(), suffixes=(".xlsx",), whole_folders=True), chosen)


class ProposalsPane(Pane):
    """The current proposal of each vendor."""

    TITLE = Phrase("提案", "Proposals")
    LEAD = Phrase(
        "届いた回答書を取り込みます。ファイルは届いたまま保管し、読めない箇所は一覧で示します。",
        "Read in the workbooks that vendors send. Each is kept as received; anything unreadable is listed.",
    )
    DOES = (Receive,)

    def view(self) -> Content:
        """See `Pane`."""
        project = self.front.session.project
        names = {vendor.id: vendor.name for vendor in project.vendors}
        rows = [
            (
                names[one.vendor],
                str(one.submission),
                f"{one.received_at:%Y-%m-%d %H:%M}",
                str(sum(1 for answer in one.answers if answer.fit is not None or answer.how is not None)),
                str(len(one.remarks)),
            )
            for one in project.current_proposals()
        ]
        if not rows:
            return Content(self.say(_NOTHING))
        return table([self.say(one) for one in _HEADINGS], rows, (30, 6, 16, 8, 6))


def _ask_vendor(wizard: Wizard, path: Path) -> None:
    from rfp_builder.tui.dialogs.ask import Ask

    if path.is_dir():
        _receive(wizard, path, None)
        return

    def named(vendor: str | None) -> None:
        if vendor:
            _receive(wizard, path, vendor)

    wizard.push_screen(Ask(_VENDOR, _VENDOR_HINT), named)


def _receive(wizard: Wizard, path: Path, vendor: str | None) -> None:
    from rfp_builder.workspace.incoming import workbooks_in

    paths = workbooks_in(path)[0] if path.is_dir() else [path]
    jobs = [(vendor or one.stem, one) for one in paths]
    run_step(wizard, _TAKING, partial(_take, wizard, jobs), partial(_show, wizard))


def _take(wizard: Wizard, jobs: list[tuple[str, Path]], workspace: Workspace, tell: Tell) -> list[str]:
    """Receive each file; of several, a bad one does not keep the others out."""
    from rfp_builder.workspace.incoming import read_file
    from rfp_builder.workspace.receiving import receive

    lines: list[str] = []
    for vendor, path in jobs:
        tell(_READING.fill(name=path.name))
        try:
            now = datetime.now().astimezone()
            lines += _said(wizard, receive(workspace, vendor, path.name, read_file(path), now))
        except Problem as problem:
            if len(jobs) == 1:
                raise
            lines.append(_REFUSED.fill(name=path.name).to(wizard.lang))
            lines += [f"  {line}" for line in problem.lines(wizard.lang)]
    return lines


def _said(wizard: Wizard, receipt: Receipt) -> list[str]:
    lang, proposal = wizard.lang, receipt.proposal
    if receipt.again:
        return [_AGAIN.fill(vendor=receipt.vendor).to(lang)]
    line = _LINE.fill(
        vendor=receipt.vendor, n=proposal.submission, answers=receipt.given, free=len(proposal.free)
    )
    lines = [line.to(lang)]
    if receipt.replaces is not None:
        lines.append(_REPLACES.fill(n=receipt.replaces).to(lang))
    return lines + remark_lines(proposal.remarks, lang)


def _show(wizard: Wizard, lines: list[str]) -> None:
    wizard.push_screen(Outcome(_TAKEN, lines or [_NOTHING.to(wizard.lang)]))
