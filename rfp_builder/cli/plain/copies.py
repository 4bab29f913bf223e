"""Copies that were kept where two people changed the same place: heard, and thrown away."""

from __future__ import annotations

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.everywhere import heed, not_here
from rfp_builder.cli.plain.listing import Listing, leaves
from rfp_builder.i18n import Phrase
from rfp_builder.text.show import show_date
from rfp_builder.workspace.document.kept import WHAT_THEY_ARE, Copy, kept_copies

_TITLE = Phrase("== 変更が重なったときの控え {n}件 ==", "== Copies kept where changes met: {n} ==")
_NONE = Phrase("控えはありません。", "There are no such copies.")
_LINE = Phrase("{day} {time}。{what}", "{day}, {time}. {what}")
_HINT = Phrase(
    "入力: 削除する控えの番号 [Enter 続き  < 戻る  m メニュー  q 終了]",
    "Type the number of a copy to delete [Enter more  < back  m menu  q end]",
)
_SURE = Phrase("この控えを削除しますか。元に戻せません。", "Delete this copy? There is no way back.")
_DELETED = Phrase("控えを削除しました。", "The copy is deleted.")


def clear_copies(desk: Desk) -> None:
    """List the copies, and delete the one that is chosen, until somebody goes back.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    listing = Listing(desk)
    while True:
        found = kept_copies(desk.document.folder)
        desk.say()
        if not found:
            desk.say(_NONE)
            return
        desk.say(_TITLE.fill(n=len(found)))
        desk.say(WHAT_THEY_ARE)
        chosen = listing.choose([_line(desk, one) for one in found], _HINT)
        if leaves(chosen):
            return
        if isinstance(chosen, int):
            if desk.sure(_SURE):
                desk.attempt(found[chosen].throw_away)
                desk.say(_DELETED)
        elif not heed(desk, chosen):
            not_here(desk, chosen)


def _line(desk: Desk, one: Copy) -> str:
    day = show_date(one.at.date(), desk.lang)
    return desk.in_words(_LINE.fill(day=day, time=f"{one.at:%H:%M}", what=one.told(desk.project)))
