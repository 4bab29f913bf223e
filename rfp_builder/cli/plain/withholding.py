"""What the RFP leaves out on purpose: which may be, what hangs on it, what a vendor reads instead."""

from __future__ import annotations

import re

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.everywhere import heed, not_here
from rfp_builder.cli.plain.listing import Listing, leaves
from rfp_builder.cli.plain.register import FILTER, filtered
from rfp_builder.cli.plain.replies import Command
from rfp_builder.cli.plain.withholding_one import HELP, open_requirement
from rfp_builder.i18n import Phrase, listed
from rfp_builder.model.requirement import Requirement
from rfp_builder.text.fold import fold
from rfp_builder.text.show import show_number
from rfp_builder.workspace.register_filter import RegisterFilter
from rfp_builder.workspace.withholding_view import May, points_hanging, verdict

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
_SHOWN = Phrase("絞り込み: {words}（{n}件）", "Shown: {words} ({n})")
_POSSIBLE = Phrase("非開示にできるものと要検討のもの", "what may be withheld, or needs thought")
_HINT = Phrase(
    "入力できるもの:\n"
    "  番号 その要件を開く（非開示にする、開示に戻す、問いかけを書く）\n"
    "  a 非開示にできるものだけ、もう一度 a ですべて\n"
    "  f 語 で絞り込み（例: f 4.4 非開示）、f だけで解除\n"
    "  Enter 続き、< 戻る、? 説明、m メニュー、q 終了",
    "What can be typed:\n"
    "  a number opens it, to withhold or disclose it and to write its question\n"
    "  a tells only those that may be withheld, a again all\n"
    "  f WORDS filters (such as f 4.4 withheld), f alone shows all\n"
    "  Enter more, < back, ? help, m menu, q end",
)
_SHORT = Phrase(
    "入力: 番号 [a できるものだけ  f 絞り込み  l 一覧  Enter 続き  < 戻る  ? 説明・できること]",
    "Type a number [a what may be  f filter  l the list  Enter more  < back  ? help and what else]",
)
_ALL_WORDS = re.compile(r"a|すべて|all")


def withholding(desk: Desk) -> None:
    """List the requirements and let one be chosen, until somebody goes back.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    everything, wanted, listing = True, RegisterFilter(), Listing(desk)
    while True:
        shown = [
            one
            for one in filtered(desk, wanted)
            if everything or one.withholding is not None or _possible(one)
        ]
        _tell(desk)
        words = [*wanted.in_words(), *([] if everything else [_POSSIBLE])]
        if words:
            named = listed(words)
            desk.say(_SHOWN.fill(words=named, n=len(shown)))
        chosen = listing.choose([_line(desk, one) for one in shown], _HINT, _SHORT)
        if leaves(chosen):
            return
        if isinstance(chosen, int):
            open_requirement(desk, shown[chosen].id)
        elif chosen.command is Command.HELP:
            desk.say(HELP)
        elif chosen.command is None and _ALL_WORDS.fullmatch(fold(chosen.text)):
            everything, listing = not everything, Listing(desk)
        elif chosen.command is None and (match := FILTER.fullmatch(chosen.text)) is not None:
            wanted, listing = RegisterFilter.read(match[1] or ""), Listing(desk)
        elif not heed(desk, chosen, "requirements"):
            not_here(desk, chosen)


def _possible(one: Requirement) -> bool:
    return verdict(one).may is not May.NO


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
