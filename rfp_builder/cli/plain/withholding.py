"""What the RFP leaves out on purpose: which may be, what hangs on it, what a vendor reads instead."""

from __future__ import annotations

import re

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.everywhere import heed, not_here
from rfp_builder.cli.plain.listing import Listing, leaves
from rfp_builder.cli.plain.replies import Command
from rfp_builder.forms.frame import LANGUAGE_NAMES
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.localized import Localized
from rfp_builder.model.requirement import Requirement
from rfp_builder.text.fold import fold
from rfp_builder.text.show import show_number
from rfp_builder.workspace.withholding import disclosed, withheld
from rfp_builder.workspace.withholding_view import May, VendorsView, points_hanging, verdict

_TITLE = Phrase(
    "== 非開示にする要件（全{all}件、うち非開示 {n}件） ==",
    "== Requirements left out ({n} of {all} withheld) ==",
)
_POINTS = Phrase(
    "非開示の要件に懸かる配点: {points}点（上限 {cap}点）",
    "Points that hang on them: {points} (at most {cap})",
)
_OVER = Phrase("上限を超えています。", "That is more than agreed.")
_LINE = Phrase("[{item}] {state}。{text}", "[{item}] {state}. {text}")
_WITHHELD = Phrase("非開示", "withheld")
_HINT = Phrase(
    "入力: 要件の番号、a 非開示にできるものだけ／すべて [Enter 続き  ? 説明  < 戻る  m メニュー  q 終了]",
    "Type a number, a to see only those that may be withheld, or all "
    "[Enter more  ? help  < back  m menu  q end]",
)
_HELP = Phrase(
    "提案力を見るために、やり方の要件だけを提案依頼書に載せないことができます。事実や義務は載せます。",
    "To test what vendors propose by themselves, ways of working may be left out of the RFP; "
    "facts and duties may not.",
)
_WHY = Phrase("{may}: {reason}", "{may}: {reason}")
_STANDS = Phrase("いまは非開示です。", "It is withheld now.")
_STANDS_OPEN = Phrase("いまは開示しています。", "It is disclosed now.")
_DO = Phrase(
    "入力: w 非開示にする、o 開示に戻す、p 提案会社の見え方 [Enter、< 一覧へ  m メニュー  q 終了]",
    "Type w to withhold, o to disclose, p for what a vendor reads "
    "[Enter or < back to the list  m menu  q end]",
)
_QUESTION = Phrase(
    "入力: 代わりに載せる問いかけ（答えを明かさない文）。"
    "Enter だけなら今のまま、または要件集のものを使います。",
    "Type the open question in its place, which must not give it away; Enter keeps it, "
    "or takes the catalogue's.",
)
_GUIDE = Phrase(
    "入力: 採点者への手引き。Enter だけなら今のまま", "Type a guide for the scorers; Enter keeps it"
)
_REASON = Phrase("入力: 非開示にする理由。Enter だけなら今のまま", "Type why it is withheld; Enter keeps it")
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
_ALL_WORDS = re.compile(r"a|すべて|all")


def withholding(desk: Desk) -> None:
    """List the requirements and let one be chosen, until somebody goes back.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    everything, listing = True, Listing(desk)
    while True:
        shown = [one for one in desk.project.requirements if everything or _possible(one)]
        _tell(desk)
        chosen = listing.choose([_line(desk, one) for one in shown], _HINT)
        if leaves(chosen):
            return
        if isinstance(chosen, int):
            _open(desk, shown[chosen].id)
        elif chosen.command is Command.HELP:
            desk.say(_HELP)
        elif heed(desk, chosen, "requirements"):
            continue
        elif _ALL_WORDS.fullmatch(fold(chosen.text)):
            everything = not everything
        else:
            not_here(desk, chosen)


def _possible(one: Requirement) -> bool:
    return one.withholding is not None or verdict(one).may is not May.NO


def _tell(desk: Desk) -> None:
    requirements = desk.project.requirements
    n = sum(1 for one in requirements if one.withholding is not None)
    hanging = points_hanging(desk.project)
    desk.say()
    desk.say(_TITLE.fill(all=len(requirements), n=n))
    desk.say(_POINTS.fill(points=show_number(hanging.points), cap=show_number(hanging.cap)))
    if hanging.over:
        desk.say(_OVER)


def _line(desk: Desk, one: Requirement) -> str:
    state = _WITHHELD if one.withholding is not None else verdict(one).may.label
    return desk.in_words(_LINE.fill(item=one.item, state=state, text=one.statement))


def _open(desk: Desk, requirement: str) -> None:
    while (one := desk.project.requirement(requirement)) is not None:
        found = verdict(one)
        desk.say()
        desk.say(one.statement)
        desk.say(_WHY.fill(may=found.may.label, reason=found.reason))
        desk.say(_STANDS if one.withholding is not None else _STANDS_OPEN)
        reply = desk.reply(_DO)
        if leaves(reply):
            return
        match fold(reply.text):
            case "w" | "非開示":
                _withhold(desk, one, found.may)
            case "o" | "開示":
                _disclose(desk, one)
            case "p" | "見え方":
                preview(desk, one)
            case _ if not heed(desk, reply, f"requirements[{requirement}]"):
                not_here(desk, reply)


def _withhold(desk: Desk, one: Requirement, may: May) -> None:
    if may is May.NO:
        desk.say(_MUST_BE_TOLD)
        return
    if may is May.CARE and not desk.sure(_CARE):
        return
    question, guide, reason = (_text(desk, hint) for hint in (_QUESTION, _GUIDE, _REASON))
    project = desk.attempt(
        lambda: withheld(desk.project, one.id, question=question, guide=guide, reason=reason)
    )
    if project is not None and desk.change(project, f"requirements[{one.id}]"):
        desk.say(_NOW_WITHHELD)
        changed = desk.project.requirement(one.id)
        if changed is not None:
            preview(desk, changed)


def _text(desk: Desk, hint: Phrase) -> Localized | None:
    typed = desk.ask(hint)
    return None if typed is None else desk.worded(typed)


def _disclose(desk: Desk, one: Requirement) -> None:
    project = desk.attempt(lambda: disclosed(desk.project, one.id))
    if project is not None and desk.change(project, f"requirements[{one.id}]"):
        desk.say(_NOW_DISCLOSED)


def preview(desk: Desk, one: Requirement) -> None:
    """What a vendor will read of the item, in each language of the RFP."""
    for lang in desk.project.rfp.languages:
        desk.say(_READS.fill(item=one.item, lang=LANGUAGE_NAMES[Lang(lang)]))
        lines = VendorsView(desk.project, Lang(lang), desk.today).lines(one)
        own = _OWN if one.withholding is not None else _OWN_OPEN
        for line in lines:
            desk.say(own.fill(text=line.text) if line.own else f"  {line.number} {line.text}")
        if not lines:
            desk.say(_NOTHING)
