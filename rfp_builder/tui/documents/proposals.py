"""Vendors and their proposals: taking workbooks in, and what each of them answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.documents.incoming import Files, Kind, Told, choose_files, listed, take_files
from rfp_builder.tui.documents.pane import Column, Pane, moment, table
from rfp_builder.tui.documents.said import Outcome, shown
from rfp_builder.tui.steps import run_step
from rfp_builder.workspace.tidings import (
    NOT_RECEIVED,
    RENAMED,
    receipt_details,
    receipt_head,
    remark_lines,
    withdrawal_lines,
)

if TYPE_CHECKING:
    from rfp_builder.model.project import Project
    from rfp_builder.model.proposals import Proposal
    from rfp_builder.tui.app import Wizard
    from rfp_builder.workspace.receiving import Withdrawal
    from rfp_builder.workspace.workspace import Workspace

_PROPOSALS = Kind(
    choose=Phrase("届いた回答書を選んでください。", "Choose the workbook you received."),
    doing=Phrase("回答書を読み込んでいます", "Reading the workbook"),
    done=Phrase("受領しました", "Received"),
    refused=NOT_RECEIVED,
)
_VENDOR = Phrase("「{file}」は、どの会社の回答書ですか。", "Whose workbook is “{file}”?")
_VENDOR_HINT = Phrase("会社名を入力してください。", "Type the vendor's name.")
_KNOWN = Phrase(
    "会社名を入力してください。受領済みの会社: {names}", "Type the vendor's name. Received so far: {names}"
)
_COMMA = Phrase("、", ", ")
_SURE_OF_FOLDER = Phrase("{n}件の回答書を受領しますか。", "Receive {n} workbooks?")
_NAMED_AFTER = Phrase(
    "ファイル名を会社名とします。あとで直せます。\n{names}",
    "Each vendor is named after its file; you can correct names afterwards.\n{names}",
)
_RECEIVE = Phrase("受領する", "Receive")
_NEW_NAME = Phrase("「{name}」の正しい会社名を入力してください。", "Type the right name of “{name}”.")
_NEW_NAME_HINT = Phrase(
    "すでに作った採点表は、作り直してください。", "If score books are made already, make them anew."
)
_RENAMING = Phrase("会社名を直しています", "Correcting the name")
_WHICH = Phrase("どの会社のことですか。", "Which vendor?")
_SURE_TO_WITHDRAW = Phrase("「{name}」の受領を取り消しますか。", "Take back what was received from “{name}”?")
_WITHDRAWAL_IS = Phrase(
    "{n}回目の提出を、受領していないことにします。ファイルと取り消しの記録は残ります。",
    "Submission {n} will count as not received. The file and a record of this are kept.",
)
_WITHDRAW = Phrase("受領を取り消す", "Take back")
_WITHDRAWING = Phrase("受領を取り消しています", "Taking it back")
_WITHDRAWN = Phrase("受領を取り消しました", "Taken back")
_NOTES_OF = Phrase("{name} の回答書の指摘", "Notes on the workbook of {name}")
_NO_NOTES = Phrase("指摘はありません。", "There are none.")
_NOTHING = Phrase("まだ提案は届いていません。", "No proposals received yet.")
_COLUMNS = (
    Column(Phrase("提案会社", "Vendor"), 28),
    Column(Phrase("提出", "Subm."), 6),
    Column(Phrase("受領", "Received"), 16),
    Column(Phrase("回答", "Answers"), 7, number=True),
    Column(Phrase("指摘", "Notes"), 6, number=True),
)
_NTH = Phrase("{n}回目", "{n}")
_MOST_NAMES = 8


class Receive(Command):
    """Take in one workbook, or a folder of them."""

    label = Phrase("回答書を受領", "Receive a workbook")
    help = Phrase(
        "提案会社から届いた回答書を取り込みます。フォルダを選ぶと、ファイル名を会社名として全部を取り込みます。",
        "Read in a vendor's workbook, or every workbook of a folder, each named after its vendor.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`: what cannot be received now is said before a file is looked for."""
        from rfp_builder.workspace.receiving import require_open

        assert wizard.session is not None
        workspace = wizard.session.document.workspace
        if wizard.attempt(lambda: require_open(workspace)):
            choose_files(wizard, _PROPOSALS, partial(_ask_vendor, wizard))


class _OfVendor(Command):
    """A command on one of the proposals."""

    changes = True

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`: what was received stays as it is once scoring has begun."""
        project = None if wizard.session is None else wizard.session.project
        return project is not None and bool(project.proposals) and not (self.changes and project.score_books)

    async def run(self, wizard: Wizard) -> None:
        """See `Command`: ask which vendor, unless there is only one."""
        from rfp_builder.tui.dialogs.one_of import OneOf

        assert wizard.session is not None
        project = wizard.session.project
        offers = [(one.vendor, _name(project, one.vendor)) for one in project.current_proposals()]

        def chosen(vendor: str | None) -> None:
            if vendor is not None:
                self.do(wizard, vendor)

        if len(offers) == 1:
            chosen(offers[0][0])
        else:
            wizard.push_screen(OneOf(_WHICH, offers, None), chosen)

    def do(self, wizard: Wizard, vendor: str) -> None:
        """Do it for the vendor with that id."""
        raise NotImplementedError


class ShowNotes(_OfVendor):
    """What could not be read, and what is worth a question."""

    label = Phrase("指摘を見る", "Notes")
    help = Phrase(
        "回答書の読めない箇所と注意点を表示します。提案会社に問い合わせるときに使います。",
        "Show what could not be read in a workbook, so that the vendor can be asked.",
    )
    changes = False

    def do(self, wizard: Wizard, vendor: str) -> None:
        """See `_OfVendor`."""
        assert wizard.session is not None
        project = wizard.session.project
        lines = shown((_file(project, vendor), remark_lines(_proposal(project, vendor).remarks)), wizard.lang)
        title = _NOTES_OF.fill(name=_name(project, vendor))
        wizard.push_screen(Outcome(title, lines if len(lines) > 1 else [_NO_NOTES.to(wizard.lang)]))


class RenameVendor(_OfVendor):
    """A name that was mistyped."""

    label = Phrase("会社名を直す", "Correct a name")
    help = Phrase("誤って付けた会社名を直します。", "Correct a vendor's name.")

    def do(self, wizard: Wizard, vendor: str) -> None:
        """See `_OfVendor`."""
        from rfp_builder.tui.dialogs.ask import Ask
        from rfp_builder.workspace.receiving import rename_vendor

        assert wizard.session is not None
        name = _name(wizard.session.project, vendor)

        def done(names: tuple[str, str]) -> None:
            wizard.tell(RENAMED.fill(old=names[0], new=names[1]))

        def named(typed: str | None) -> None:
            if typed is not None and typed != name:
                run_step(
                    wizard, _RENAMING, lambda workspace, _: rename_vendor(workspace, vendor, typed), done
                )

        wizard.push_screen(Ask(_NEW_NAME.fill(name=name), _NEW_NAME_HINT, name), named)


class Withdraw(_OfVendor):
    """Received by mistake."""

    label = Phrase("受領を取り消す", "Take back")
    help = Phrase(
        "誤って受領した回答書の受領を取り消します。ファイルと記録は残ります。",
        "Take back a workbook that was received by mistake. File and journal are kept.",
    )

    def do(self, wizard: Wizard, vendor: str) -> None:
        """See `_OfVendor`."""
        from rfp_builder.tui.dialogs.confirm import Confirm
        from rfp_builder.workspace.receiving import withdraw_proposal

        assert wizard.session is not None
        project = wizard.session.project

        def done(result: Withdrawal) -> None:
            lines = [line.to(wizard.lang) for line in withdrawal_lines(result)]
            wizard.push_screen(Outcome(_WITHDRAWN, lines))

        def sure(yes: bool | None) -> None:
            if yes:
                run_step(
                    wizard, _WITHDRAWING, lambda workspace, _: withdraw_proposal(workspace, vendor), done
                )

        question = _SURE_TO_WITHDRAW.fill(name=_name(project, vendor))
        told = _WITHDRAWAL_IS.fill(n=_proposal(project, vendor).submission)
        wizard.push_screen(Confirm(question, told, _WITHDRAW), sure)


class ProposalsPane(Pane):
    """The current proposal of each vendor."""

    TITLE = Phrase("提案", "Proposals")
    LEAD = Phrase(
        "届いた回答書を取り込みます。ファイルは届いたまま保管し、読めない箇所は一覧で示します。",
        "Read in the workbooks that vendors send. Each is kept as received; anything unreadable is listed.",
    )
    DOES = (Receive, ShowNotes, RenameVendor, Withdraw)

    def view(self) -> Content:
        """See `Pane`."""
        project = self.front.session.project
        rows = [
            (
                _name(project, one.vendor),
                self.say(_NTH.fill(n=one.submission)),
                moment(one.received_at, self.front.lang),
                str(one.given),
                str(len(one.remarks)),
            )
            for one in project.current_proposals()
        ]
        if not rows:
            return Content(self.say(_NOTHING))
        return Content("\n").join(table(_COLUMNS, rows, self.front.lang))


def _name(project: Project, vendor: str) -> str:
    return next(one.name for one in project.vendors if one.id == vendor)


def _proposal(project: Project, vendor: str) -> Proposal:
    return next(one for one in project.current_proposals() if one.vendor == vendor)


def _file(project: Project, vendor: str) -> Phrase:
    name = f"received/{_proposal(project, vendor).file_name}"
    return Phrase(name, name)


def _ask_vendor(wizard: Wizard, files: Files) -> None:
    from rfp_builder.tui.dialogs.ask import Ask
    from rfp_builder.tui.dialogs.confirm import Confirm

    assert wizard.session is not None
    if files.folder is not None:
        names = listed([path.stem for path in files.paths], _MOST_NAMES)
        question = _SURE_OF_FOLDER.fill(n=len(files.paths))
        take = partial(_receive, wizard, files, lambda path: path.stem)
        wizard.push_screen(
            Confirm(question, _NAMED_AFTER.fill(names=names), _RECEIVE), lambda sure: take() if sure else None
        )
        return

    def named(vendor: str | None) -> None:
        if vendor:
            _receive(wizard, files, lambda _: vendor)

    project = wizard.session.project
    known = [_name(project, one.vendor) for one in project.current_proposals()]
    hint = _KNOWN.fill(names=_COMMA.to(wizard.lang).join(known)) if known else _VENDOR_HINT
    wizard.push_screen(Ask(_VENDOR.fill(file=files.paths[0].name), hint), named)


def _receive(wizard: Wizard, files: Files, vendor: Callable[[Path], str]) -> None:
    from rfp_builder.workspace.incoming import read_file
    from rfp_builder.workspace.receiving import receive

    def take(workspace: Workspace, path: Path) -> Told:
        now = datetime.now().astimezone()
        receipt = receive(workspace, vendor(path), path.name, read_file(path), now)
        return receipt_head(receipt), receipt_details(receipt)

    take_files(wizard, _PROPOSALS, files, take)
