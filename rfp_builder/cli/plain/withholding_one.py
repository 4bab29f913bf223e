"""One requirement to withhold or to disclose: why it may go, its question, and what a vendor reads."""

from __future__ import annotations

from rfp_builder.cli.plain.asking import ask
from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.everywhere import heed, not_here
from rfp_builder.cli.plain.listing import leaves
from rfp_builder.cli.plain.replies import Command, Reply
from rfp_builder.cli.plain.scored_under import pick_sub, usual_sub
from rfp_builder.cli.plain.slot import Move, place_of, slot_at
from rfp_builder.forms.withholding import withholding_questions
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.requirement import Requirement
from rfp_builder.text.fold import fold
from rfp_builder.workspace.withholding import disclosed, withheld
from rfp_builder.workspace.withholding_view import May, VendorsView, verdict

HELP = Phrase(
    "提案力を見るために、やり方の要件だけを提案依頼書に載せないことができます。"
    "業務量、時間、日程、拠点、法令、個人情報、価格に関わる事実は、すべての提案会社に知らせます。\n"
    "載せない要件は、公表した評価細目で採点します。懸けてよい配点には上限があります。"
    "代わりに、答えを明かさない問いかけを置けます。発行したあとは変えられません。",
    "To test what vendors propose by themselves, ways of working may be left out of the RFP. "
    "Volumes, hours, dates, sites, law, personal data and whatever drives the price are facts that every "
    "vendor must know.\n"
    "What is left out is scored under a published sub-criterion, within a cap. An open question that does "
    "not give it away may stand in its place. Nothing of this can change after the issue.",
)
"""What withholding is for, and what may be withheld."""
_WHY = Phrase("{may}: {reason}", "{may}: {reason}")
_STANDS = Phrase("いまは非開示です。", "It is withheld now.")
_STANDS_OPEN = Phrase("いまは開示しています。", "It is disclosed now.")
_SCORED = Phrase("採点する評価細目: {sub}", "Scored under: {sub}")
_DO_OPEN = Phrase(
    "入力: w 非開示にする、p 提案会社の見え方 [Enter、< 一覧へ  m メニュー  q 終了]",
    "Type w to withhold it, p for what a vendor reads [Enter or < back to the list  m menu  q end]",
)
_DO_WITHHELD = Phrase(
    "入力: o 開示に戻す、e 問いかけと手引きを書く、k 評価細目を選ぶ、p 提案会社の見え方"
    " [Enter、< 一覧へ  m メニュー  q 終了]",
    "Type o to disclose it, e to write question and guide, k to choose where it is scored, p for what a "
    "vendor reads [Enter or < back to the list  m menu  q end]",
)
_PLACE = Phrase("非開示", "Withheld")
_FIRST = Phrase("先に w で非開示にしてください。", "Withhold it first, with w.")
_NOT_NOW = Phrase("いまは開示しています。", "It is disclosed as it is.")
_NOW_WITHHELD = Phrase("非開示にしました。", "It is withheld now.")
_NOW_DISCLOSED = Phrase("開示に戻しました。", "It is disclosed again.")
_CARE = Phrase(
    "要検討の要件です。それでも非開示にしますか。", "This one needs thought. Withhold it all the same?"
)
_MUST_BE_TOLD = Phrase(
    "非開示にできません。理由は上のとおりです。", "It cannot be withheld, for the reason above."
)
_READS = Phrase("提案会社が読む {item} の内容（{lang}）:", "What a vendor reads of {item} ({lang}):")
_NOTHING = Phrase("  何も載りません。", "  Nothing.")
_OWN = Phrase("  この要件の代わり: {text}", "  in its place: {text}")
_OWN_OPEN = Phrase("  この要件: {text}", "  this requirement: {text}")
_DOES = {
    "withhold": ("w", "非開示"),
    "disclose": ("o", "開示"),
    "question": ("e", "問いかけ"),
    "sub": ("k", "評価細目"),
    "preview": ("p", "見え方"),
}


def open_requirement(desk: Desk, requirement: str) -> None:
    """Why it may or may not be withheld, and what is done about it, until somebody goes back.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    while (one := desk.project.requirement(requirement)) is not None:
        found, present = verdict(one), one.withholding
        desk.say()
        desk.say(one.statement)
        desk.say(_WHY.fill(may=found.may.label, reason=found.reason))
        desk.say(_STANDS_OPEN if present is None else _STANDS)
        sub = None if present is None else desk.project.criteria.sub(present.criterion)
        if sub is not None:
            desk.say(_SCORED.fill(sub=sub.name))
        reply = desk.reply(_DO_OPEN if present is None else _DO_WITHHELD)
        if leaves(reply):
            return
        _do(desk, one, reply)


def _do(desk: Desk, one: Requirement, reply: Reply) -> None:
    verb = next((verb for verb, words in _DOES.items() if fold(reply.text) in words), None)
    match verb if reply.command is None else None:
        case "withhold" if one.withholding is None:
            _withhold(desk, one, verdict(one).may)
        case "preview":
            preview(desk, one)
        case "disclose" if one.withholding is None:
            desk.say(_NOT_NOW)
        case "disclose":
            _disclose(desk, one)
        case "question" | "sub" if one.withholding is None:
            desk.say(_FIRST)
        case "question":
            _write(desk, one.id)
        case "sub":
            _choose_sub(desk, one)
        case _ if reply.command is Command.HELP:
            desk.say(HELP)
        case _ if not heed(desk, reply, f"requirements[{one.id}]"):
            not_here(desk, reply)


def _withhold(desk: Desk, one: Requirement, may: May) -> None:
    if may is May.NO:
        desk.say(_MUST_BE_TOLD)
        return
    if may is May.CARE and not desk.sure(_CARE):
        return
    sub = usual_sub(desk)
    if sub is None or not _put(desk, one, sub):
        return
    desk.say(_NOW_WITHHELD)
    _write(desk, one.id)
    changed = desk.project.requirement(one.id)
    if changed is not None:
        preview(desk, changed)


def _put(desk: Desk, one: Requirement, sub: str) -> bool:
    project = desk.attempt(lambda: withheld(desk.project, one.id, criterion=sub))
    return project is not None and desk.change(project, f"requirements[{one.id}].withholding")


def _choose_sub(desk: Desk, one: Requirement) -> None:
    sub = pick_sub(desk)
    if sub is not None:
        _put(desk, one, sub)


def _write(desk: Desk, requirement: str) -> None:
    """Ask for the question in its place, the guide and the reason."""
    questions = withholding_questions()
    at = 0
    while 0 <= at < len(questions):
        path = f"requirements[{requirement}].withholding.{questions[at].path}"
        where = place_of(_PLACE, at + 1, len(questions))
        at += 1 if ask(desk, slot_at(desk, questions[at], path, where=where)) is Move.ON else -1


def _disclose(desk: Desk, one: Requirement) -> None:
    project = desk.attempt(lambda: disclosed(desk.project, one.id))
    if project is not None and desk.change(project, f"requirements[{one.id}]"):
        desk.say(_NOW_DISCLOSED)


def preview(desk: Desk, one: Requirement) -> None:
    """What a vendor will read of the item, in each language of the RFP."""
    for lang in desk.project.rfp.languages:
        desk.say(_READS.fill(item=one.item, lang=Lang(lang).label))
        lines = VendorsView(desk.project, Lang(lang), desk.today).lines(one)
        own = _OWN if one.withholding is not None else _OWN_OPEN
        for line in lines:
            desk.say(own.fill(text=line.text) if line.own else f"  {line.number} {line.text}")
        if not lines:
            desk.say(_NOTHING)
