"""Files that come back: vendors' workbooks and evaluators' score books, by file or by folder."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.proposals import Remark
from rfp_builder.workspace.incoming import read_file, workbooks_in
from rfp_builder.workspace.receiving import Receipt, receive
from rfp_builder.workspace.scoring import collect
from rfp_builder.workspace.states import unscored

_PROPOSAL = Phrase(
    "入力: 届いた回答書のファイル、または回答書の入ったフォルダ（ファイル名を会社名とします）、< やめる",
    "Type the workbook that came, or a folder of them (each named after its vendor), < to leave it",
)
_VENDOR = Phrase("入力: 提案会社の名前、< やめる", "Type the vendor's name, < to leave it")
_BOOK = Phrase(
    "入力: 戻った採点表のファイル、または採点表の入ったフォルダ、< やめる",
    "Type the score book that came back, or a folder of them, < to leave it",
)
_NO_WORKBOOK = Phrase("フォルダに .xlsx がありません。", "There is no .xlsx file in the folder.")
_DOING = Phrase("読み込んでいます: {name}", "Reading {name}")
_TAKEN = Phrase(
    "{vendor}: 受領しました（{n}回目の提出、回答 {answers}件）。",
    "{vendor}: received (submission {n}, {answers} answers).",
)
_AGAIN = Phrase(
    "{vendor}: 同じファイルを受領済みです。何も変えていません。",
    "{vendor}: this very file was received before; nothing was changed.",
)
_COLLECTED = Phrase("{who}: 取り込みました（採点 {n}件）。", "{who}: collected ({n} grades).")
_REPLACED = Phrase(
    "  前に取り込んだ採点表に代わります。", "  It takes the place of the one collected before."
)
_OWING = Phrase("採点がそろっていない評価者: {n}名", "Evaluators who still owe grades: {n}")
_ALL_IN = Phrase("採点がそろいました。", "All grades are in.")
_REMARK = Phrase("  {mark} {where}: {text}", "  {mark} {where}: {text}")
_MARKS = {"error": Phrase("要確認", "error"), "warning": Phrase("注意", "note")}


def receive_proposals(desk: Desk) -> None:
    """Take in one workbook, or all of a folder."""
    typed = desk.ask(_PROPOSAL)
    files = None if typed is None else _files(desk, typed)
    for path, single in files or ():
        name = desk.ask(_VENDOR) if single else path.stem
        if name is not None:
            desk.say(_DOING.fill(name=path.name))
            _receive(desk, path, name)


def collect_books(desk: Desk) -> None:
    """Read one score book, or all of a folder."""
    typed = desk.ask(_BOOK)
    files = None if typed is None else _files(desk, typed)
    if not files:
        return
    for path, _ in files:
        desk.say(_DOING.fill(name=path.name))
        _collect(desk, path)
    owing = unscored(desk.project)
    desk.say(_OWING.fill(n=len(owing)) if owing else _ALL_IN)


def _files(desk: Desk, typed: str) -> list[tuple[Path, bool]] | None:
    """The files, and whether it is the one that was named."""
    path = Path(typed).expanduser()
    if not path.is_dir():
        return [(path, True)]
    found = desk.attempt(lambda: workbooks_in(path)[0])
    if found == []:
        desk.say(_NO_WORKBOOK)
    return None if found is None else [(one, False) for one in found]


def _receive(desk: Desk, path: Path, name: str) -> None:
    at = datetime.now().astimezone()
    data = desk.attempt(lambda: read_file(path))
    if data is None:
        return
    receipt = desk.step(lambda workspace: receive(workspace, name, path.name, data, at))
    if receipt is not None:
        _tell_receipt(desk, receipt)


def _tell_receipt(desk: Desk, receipt: Receipt) -> None:
    if receipt.again:
        desk.say(_AGAIN.fill(vendor=receipt.vendor))
        return
    desk.say(_TAKEN.fill(vendor=receipt.vendor, n=receipt.proposal.submission, answers=receipt.given))
    _tell_remarks(desk, receipt.proposal.remarks)


def _collect(desk: Desk, path: Path) -> None:
    at = datetime.now().astimezone()
    data = desk.attempt(lambda: read_file(path))
    if data is None:
        return
    found = desk.step(lambda workspace: collect(workspace, path.name, data, at))
    if found is None:
        return
    desk.say(_COLLECTED.fill(who=found.evaluator.label, n=found.given))
    if found.replaced:
        desk.say(_REPLACED)
    _tell_remarks(desk, found.remarks)


def _tell_remarks(desk: Desk, remarks: tuple[Remark, ...]) -> None:
    for one in remarks:
        text = one.ja if desk.lang is Lang.JA else one.en
        desk.say(_REMARK.fill(mark=_MARKS[one.level], where=one.where, text=text))
