"""Which stakeholders have agreed to the criteria, and the lock."""

from __future__ import annotations

from rfp_builder.check.finding import Severity
from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.everywhere import heed, not_here
from rfp_builder.cli.plain.listing import Listing, leaves
from rfp_builder.cli.plain.replies import Command
from rfp_builder.i18n import Phrase, listed
from rfp_builder.text.fold import fold
from rfp_builder.text.show import show_date
from rfp_builder.workspace.agreement import AGREED, lock_criteria
from rfp_builder.workspace.sign_offs import Party, SignOff, parties, party_name, signed, withdrawn

_TITLE = Phrase("== 関係者の合意 {n}/{all} ==", "== Agreement: {n} of {all} ==")
_LOCKED = Phrase("{day}に「{by}」の合意として固定しました。", "Locked on {day} as agreed by “{by}”.")
_HINT = Phrase(
    "入力できるもの:\n"
    "  番号 その関係者の合意を記録する、または取り消す\n"
    "  a 一覧にない関係者を加えて合意を記録する\n"
    "  固定 全員の合意にもとづいて評価基準を固定する\n"
    "  Enter 続き、< 戻る、? 説明、m メニュー、q 終了",
    "What can be typed:\n"
    "  a number records that somebody agrees, or takes it back\n"
    "  a records the agreement of somebody who is not in the list\n"
    "  lock locks the criteria as agreed by all\n"
    "  Enter more, < back, ? help, m menu, q end",
)
_SHORT = Phrase(
    "入力: 番号 [a 関係者を加える  固定  l 一覧  Enter 続き  < 戻る  ? 説明・できること]",
    "Type a number [a add somebody  lock  l the list  Enter more  < back  ? help and what else]",
)
_HELP = Phrase(
    "7.1 の承認者と、ここで加えた関係者の一覧です。"
    "合意したあとで評価基準を変えると、合意し直す必要があります。"
    "固定すると、評価基準、採点の方法、応募資格、評価者は変えられません。",
    "These are the approvers of 7.1 and whoever was added here. If the criteria change after somebody "
    "agreed, it takes a new agreement. Once locked, criteria, method, gates and evaluators cannot change.",
)
_PARTY = Phrase("{name}: {status}", "{name}: {status}")
_SINCE = Phrase("{name}: {status}、{day}", "{name}: {status} ({day})")
_NAME = Phrase(
    "入力: 合意した人の役割または会議の名前、< やめる",
    "Type the role or committee that agrees, < to leave it",
)
_BY = Phrase(
    "入力: 合意を代表する人または会議の名前、< やめる",
    "Type who agreed on behalf of all (a role or committee), < to leave it",
)
_SURE = Phrase(
    "「{by}」の合意として評価基準を固定しますか。固定すると、評価基準・採点の方法・応募資格・評価者は変えられず、元に戻せません。",
    "Lock the criteria as agreed by “{by}”? Criteria, method, gates and evaluators cannot change afterwards; "
    "there is no way back.",
)
_NOT_YET = Phrase("まだ固定できません。先に次の指摘を直してください。", "Not yet. Mend these findings first.")
_THERE = Phrase("> で指摘の箇所に移れます。", "> leads to what is to be mended.")
_WAITING = Phrase("まだ合意していない関係者: {names}", "Not yet agreed: {names}")
_SIGNED = Phrase("合意を記録しました: {name}", "Recorded as agreed: {name}")
_WITHDRAWN = Phrase("合意の記録を取り消しました: {name}", "Taken back: {name}")
_DONE = Phrase("{day}付で評価基準を固定しました。", "The criteria are locked ({day}).")
_LEFT = Phrase("固定していません。", "Nothing was locked.")


def agreeing(desk: Desk) -> None:
    """List the stakeholders and record who agrees, until somebody goes back.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    listing = Listing(desk)
    while True:
        people = parties(desk.project)
        agreed = sum(one.sign_off is SignOff.AGREED for one in people)
        desk.say()
        desk.say(_TITLE.fill(n=agreed, all=len(people)))
        lock = desk.project.criteria.lock
        if lock is not None:
            desk.say(_LOCKED.fill(day=show_date(lock.locked_on, desk.lang), by=lock.locked_by))
        chosen = listing.choose([_line(desk, one) for one in people], _HINT, _SHORT)
        if leaves(chosen):
            return
        if isinstance(chosen, int):
            _sign_or_withdraw(desk, people[chosen])
        elif chosen.command is Command.HELP:
            desk.say(_HELP)
        elif heed(desk, chosen, "criteria"):
            continue
        elif fold(chosen.text) == "a":
            _add(desk)
        elif fold(chosen.text) in ("lock", "固定"):
            _lock(desk)
        else:
            not_here(desk, chosen)


def _line(desk: Desk, one: Party) -> str:
    said = {"name": one.name, "status": one.sign_off.label}
    if one.agreement is None:
        return desk.in_words(_PARTY.fill(**said))
    return desk.in_words(_SINCE.fill(**said, day=show_date(one.agreement.agreed_on, desk.lang)))


def _sign_or_withdraw(desk: Desk, party: Party) -> None:
    agreement = party.agreement
    if party.sign_off is SignOff.AGREED and agreement is not None:
        project = desk.attempt(lambda: withdrawn(desk.project, agreement.id))
        said = _WITHDRAWN
    else:
        project = desk.attempt(lambda: signed(desk.project, party.name, desk.today))
        said = _SIGNED
    if project is not None and desk.change(project, "agreements"):
        desk.say(said.fill(name=party.name))


def _add(desk: Desk) -> None:
    typed = desk.ask(_NAME)
    name = None if typed is None else desk.attempt(lambda: party_name(typed))
    if name is None:
        return
    project = desk.attempt(lambda: signed(desk.project, name, desk.today))
    if project is not None and desk.change(project, "agreements"):
        desk.say(_SIGNED.fill(name=name))


def _lock(desk: Desk) -> None:
    locked = desk.project.criteria.lock is not None
    blocking = () if locked else (one for one in desk.report.findings if one.severity is Severity.BLOCKS)
    standing = [one for one in blocking if one.path.startswith(AGREED)]
    if standing:
        desk.say(_NOT_YET)
        for one in standing:
            desk.say(f"  {desk.in_words(one.message)} {desk.in_words(one.remedy)}")
        desk.say(_THERE)
        return
    typed = desk.ask(_BY)
    name = None if typed is None else desk.attempt(lambda: party_name(typed))
    if name is None:
        desk.say(_LEFT)
        return
    waiting = [one.name for one in parties(desk.project) if one.sign_off is not SignOff.AGREED]
    if waiting:
        names = listed(waiting)
        desk.say(_WAITING.fill(names=names))
    by = name.to(desk.lang)
    if not desk.sure(_SURE.fill(by=by)):
        desk.say(_LEFT)
        return
    lock = desk.step(lambda workspace: lock_criteria(workspace, by, desk.today))
    if lock is not None:
        desk.say(_DONE.fill(day=show_date(lock.locked_on, desk.lang)))
