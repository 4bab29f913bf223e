"""What both sides changed: one question for each place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from rfp_builder.forms.in_words import in_words
from rfp_builder.i18n import Phrase
from rfp_builder.workspace.document.labels import label_of

if TYPE_CHECKING:
    from rfp_builder.cli.plain.desk import Desk

_BOTH = Phrase("「{where}」は、ほかでも変更されています。", "“{where}” was changed elsewhere, too.")
_MINE = Phrase("1. ここでの内容: {value}", "1. As it is here: {value}")
_THEIRS = Phrase("2. ほかで保存された内容: {value}", "2. As it was saved elsewhere: {value}")
_WHICH = Phrase(
    "入力: 残す方の番号。Enter だけなら、後で決めます。",
    "Type the number of the one to keep; only Enter decides later.",
)
_NOTHING = Phrase("（なし）", "(nothing)")


def choose_between(desk: Desk) -> None:
    """Ask for each place whose value stands. Those passed over stay open."""
    chosen: dict[str, Literal["mine", "theirs"]] = {}
    for clash in desk.document.clashes:
        desk.say(_BOTH.fill(where=label_of(desk.project, clash.path)))
        desk.say(_MINE.fill(value=_said(desk, clash.mine)))
        desk.say(_THEIRS.fill(value=_said(desk, clash.theirs)))
        at = desk.pick(_WHICH, 2)
        if at is not None:
            chosen[clash.path] = "mine" if at == 0 else "theirs"
    if chosen:
        desk.attempt(lambda: desk.document.resolve(chosen))
        desk.document.save()


def _said(desk: Desk, value: object) -> str:
    return in_words(value, desk.lang) or desk.in_words(_NOTHING)
