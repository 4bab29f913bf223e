"""What is said of a step that was done. The wizard, plain mode and the command line only lay it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rfp_builder.i18n import Phrase
from rfp_builder.text.show import show_number

if TYPE_CHECKING:
    from rfp_builder.evaluation.result import VendorResult
    from rfp_builder.model.proposals import Remark
    from rfp_builder.workspace.receiving import Receipt, Withdrawal
    from rfp_builder.workspace.scoring import Collection

SURE_TO_ISSUE = Phrase("版 {version} の提案依頼書を発行しますか。", "Issue version {version} of the RFP?")
ISSUE_IS_FINAL = Phrase(
    "提案依頼書と回答書を作り、控えを残します。発行後は、要件と非開示の選択を変えられません。",
    "The RFP and the response workbook are written and kept. After that, requirements and what is withheld "
    "can no longer change.",
)
NOTHING_ISSUED = Phrase(
    "発行していません。先に次の指摘を直してください。", "Nothing was issued. Resolve these findings first."
)
ISSUED = Phrase("発行しました。", "Issued.")
DRAFTED = Phrase(
    "下書きを作りました（まだ送らないでください）。", "Drafts are written; do not send them yet."
)
FOR_VENDORS = Phrase("提案会社へ送るもの:", "For vendors:")
DRAFTS_FOR_VENDORS = Phrase(
    "下書き（提案会社向け。まだ送らないでください）:", "Drafts (for vendors; do not send them yet):"
)
WITH_ANNEX = Phrase(
    "提案依頼書には、別紙「業務量資料」を含みます。", "The RFP includes the annex “Contact volumes”."
)
INTERNAL = Phrase("社内用（社外秘）:", "Internal (confidential):")
BOOKS_MADE = Phrase("採点表を作りました。", "Score books are made.")
HAND_OUT = Phrase(
    "評価者に1つずつ渡してください（価格は入っていません）。",
    "Hand each evaluator one; there are no prices in them.",
)
READING = Phrase("{name} を読み込んでいます", "Reading {name}")
NOT_RECEIVED = Phrase("{name}: 受け取れませんでした。", "{name}: refused.")
NOT_COLLECTED = Phrase("{name}: 取り込めませんでした。", "{name}: refused.")
RENAMED = Phrase("「{old}」を「{new}」に直しました。", "“{old}” is now called “{new}”.")
NO_WORKBOOK = Phrase("フォルダに .xlsx がありません。", "There is no .xlsx file in the folder.")
SKIPPED = Phrase(
    "{name}: .xlsx ではないため、取り込んでいません。", "{name}: left alone, since it is no .xlsx file."
)

_RECEIVED = Phrase(
    "{vendor}: 受領しました（{n}回目の提出、回答 {answers}件）。",
    "{vendor}: received (submission {n}, {answers} answers).",
)
_AGAIN = Phrase(
    "{vendor}: 同じファイルを受領済みです（{n}回目の提出）。何も変えていません。",
    "{vendor}: this very file was received before (submission {n}); nothing was changed.",
)
_REPLACES = Phrase(
    "{n}回目の提出に代わります。前の提出も残っています。",
    "It takes the place of submission {n}, which is kept.",
)
_FREE = Phrase("自由提案 {n}件", "Free proposals: {n}")
_WITHDRAWN = Phrase(
    "{vendor}: {n}回目の提出の受領を取り消しました。ファイルと記録は残っています。",
    "{vendor}: submission {n} was taken back. The file and the journal keep it.",
)
_COUNTS_AGAIN = Phrase("{n}回目の提出がふたたび有効になります。", "Submission {n} counts again.")
_COLLECTED = Phrase("{who}: 取り込みました（採点 {n}件）。", "{who}: collected ({n} grades).")
_REPLACED = Phrase("前に取り込んだ採点表に代わります。", "It takes the place of the one collected before.")
_OWING = Phrase("採点がそろっていない評価者: {n}名", "Evaluators who still owe grades: {n}")
_ALL_IN = Phrase("採点がそろいました。", "All grades are in.")
_REMARK = Phrase("[{mark}] {where}: {text}", "[{mark}] {where}: {text}")
_MARKS = {"error": Phrase("要確認", "error"), "warning": Phrase("注意", "note")}
_RANK = Phrase(
    "{rank}位  {vendor}  総合 {total}点（価格以外 {quality}点、価格 {price}点）",
    "{rank}.  {vendor}  {total} points ({quality} without price, {price} for price)",
)
_OUT = Phrase("対象外  {vendor}", "out  {vendor}")
_OPEN = Phrase("未確定  {vendor}", "open  {vendor}")


def receipt_head(receipt: Receipt) -> Phrase:
    """That a vendor's file was received, or had been before."""
    proposal = receipt.proposal
    if receipt.again:
        return _AGAIN.fill(vendor=receipt.vendor, n=proposal.submission)
    return _RECEIVED.fill(vendor=receipt.vendor, n=proposal.submission, answers=proposal.given)


def receipt_details(receipt: Receipt) -> Iterator[Phrase]:
    """What follows it, indented: what it replaces, what is in it, and what a person should know."""
    if receipt.replaces is not None:
        yield _REPLACES.fill(n=receipt.replaces)
    if receipt.proposal.free:
        yield _FREE.fill(n=len(receipt.proposal.free))
    yield from remark_lines(receipt.proposal.remarks)


def withdrawal_lines(done: Withdrawal) -> Iterator[Phrase]:
    """That a received file was taken back, and which one counts again."""
    yield _WITHDRAWN.fill(vendor=done.vendor, n=done.submission)
    if done.before is not None:
        yield _COUNTS_AGAIN.fill(n=done.before)


def collection_head(found: Collection) -> Phrase:
    """That an evaluator's score book was read."""
    return _COLLECTED.fill(who=found.evaluator.label, n=found.given)


def collection_details(found: Collection) -> Iterator[Phrase]:
    """What follows it, indented."""
    if found.replaced:
        yield _REPLACED
    yield from remark_lines(found.remarks)


def owing_line(owing: int) -> Phrase:
    """How many evaluators still owe grades."""
    return _OWING.fill(n=owing) if owing else _ALL_IN


def remark_lines(remarks: Iterable[Remark]) -> Iterator[Phrase]:
    """One line a remark on a file that came in: how bad, where, what."""
    for one in remarks:
        text = Phrase(one.ja, one.en)
        yield _REMARK.fill(mark=_MARKS[one.level], where=one.where, text=text)


def rank_line(one: VendorResult, digits: int) -> Phrase:
    """A vendor's place and points; `digits` after the point, as agreed."""
    if one.rank is None:
        return (_OUT if one.out else _OPEN).fill(vendor=one.vendor.name)
    points = {"total": one.total, "quality": one.quality, "price": one.price_points}
    said = {name: "-" if value is None else show_number(value, digits) for name, value in points.items()}
    return _RANK.fill(rank=one.rank, vendor=one.vendor.name, **said)


def rank_reasons(one: VendorResult) -> tuple[Phrase, ...]:
    """Why a vendor is out, what is still open, and how a tie was broken."""
    return (*one.out, *one.missing, *((one.tie_note,) if one.tie_note else ()))
