"""Proposals that were received: what is to be said of each, its vendor's name, and taking it back."""

from __future__ import annotations

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.everywhere import heed, not_here
from rfp_builder.cli.plain.listing import Listing, leaves, tell_through
from rfp_builder.i18n import Phrase
from rfp_builder.model.proposals import Proposal
from rfp_builder.text.show import show_date
from rfp_builder.workspace.receiving import rename_vendor, withdraw_proposal
from rfp_builder.workspace.tidings import RENAMED, remark_lines, withdrawal_lines

_TITLE = Phrase("== 届いた提案 {n}社 ==", "== Proposals received: {n} ==")
_NOTHING = Phrase("提案はまだ届いていません。", "No proposals received yet.")
_LINE = Phrase(
    "{vendor}: {n}回目の提出、{day}受領、回答 {answers}件、指摘 {remarks}件",
    "{vendor}: submission {n}, received {day}, {answers} answers, {remarks} notes",
)
_HINT = Phrase(
    "入力: 番号 [Enter 続き  < 戻る  m メニュー  q 終了]", "Type a number [Enter more  < back  m menu  q end]"
)
_WHAT = Phrase("「{vendor}」の提案", "The proposal of “{vendor}”")
_WAYS = (
    Phrase("指摘を聞く", "Hear the notes on it"),
    Phrase("会社名を訂正する", "Mend the vendor's name"),
    Phrase("受領を取り消す", "Take it back"),
)
_WHICH = Phrase("入力: 番号、< 一覧へ", "Type a number, < back to the list")
_NO_REMARKS = Phrase("指摘はありません。", "There are no notes.")
_NAME = Phrase("入力: 正しい会社名、< やめる", "Type the right name, < to leave it")
_SURE = Phrase(
    "「{vendor}」の{n}回目の提出の受領を取り消しますか。ファイルと記録は残ります。",
    "Take back submission {n} of “{vendor}”? The file and the journal keep it.",
)


def proposals(desk: Desk) -> None:
    """List the present proposals, and do what is asked with one.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    listing = Listing(desk)
    while True:
        found = desk.project.current_proposals()
        desk.say()
        desk.say(_TITLE.fill(n=len(found)) if found else _NOTHING)
        if not found:
            return
        chosen = listing.choose([_line(desk, one) for one in found], _HINT)
        if leaves(chosen):
            return
        if isinstance(chosen, int):
            _open(desk, found[chosen])
        elif not heed(desk, chosen):
            not_here(desk, chosen)


def _vendor(desk: Desk, one: Proposal) -> str:
    return next(vendor.name for vendor in desk.project.vendors if vendor.id == one.vendor)


def _line(desk: Desk, one: Proposal) -> str:
    day = show_date(one.received_at.date(), desk.lang)
    said = {"vendor": _vendor(desk, one), "n": one.submission, "day": day}
    return desk.in_words(_LINE.fill(**said, answers=one.given, remarks=len(one.remarks)))


def _open(desk: Desk, one: Proposal) -> None:
    match desk.pick_of(_WHAT.fill(vendor=_vendor(desk, one)), _WAYS, _WHICH):
        case 0:
            lines = [desk.in_words(line) for line in remark_lines(one.remarks)]
            tell_through(desk, lines or [desk.in_words(_NO_REMARKS)])
        case 1:
            _rename(desk, one)
        case 2:
            _withdraw(desk, one)


def _rename(desk: Desk, one: Proposal) -> None:
    typed = desk.ask(_NAME)
    if typed is not None:
        names = desk.step(lambda workspace: rename_vendor(workspace, one.vendor, typed))
        if names is not None:
            desk.say(RENAMED.fill(old=names[0], new=names[1]))


def _withdraw(desk: Desk, one: Proposal) -> None:
    if not desk.sure(_SURE.fill(vendor=_vendor(desk, one), n=one.submission)):
        return
    done = desk.step(lambda workspace: withdraw_proposal(workspace, one.vendor))
    for line in withdrawal_lines(done) if done is not None else ():
        desk.say(line)
