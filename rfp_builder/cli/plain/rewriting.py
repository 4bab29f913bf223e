"""A text that stands there already, changed line by line or word by word instead of being typed anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.everywhere import heed, not_here
from rfp_builder.cli.plain.listing import Listing, leaves
from rfp_builder.cli.plain.replies import Reply
from rfp_builder.cli.plain.slot import Slot
from rfp_builder.cli.plain.verbs import numbers_in, verb_in
from rfp_builder.i18n import Phrase
from rfp_builder.model.localized import Localized
from rfp_builder.model.shape import Kind
from rfp_builder.text.fold import fold

_HINT = Phrase(
    "入力: 番号 その行を書き直す、a 終わりに書き足す、i 3 3行目の前に入れる、d 3 削除（d 2-4 も可）、"
    "r 語句を置き換える [Enter 終わる  u 元に戻す  l もう一度聞く  m メニュー  q 終了]",
    "Type a number to write that line anew, a to add to the end, i 3 to put in before line 3, d 3 to delete "
    "(also d 2-4), r to replace words [Enter done  u undo  l tell again  m menu  q end]",
)
_SHORT = Phrase(
    "入力: 番号、a、i、d、r [Enter 終わる  ? できること]",
    "Type a number, a, i, d or r [Enter done  ? what else]",
)
_LINE = Phrase("入力: {n}行目の新しい文、Enter そのまま", "Type line {n} as it should be, Enter keeps it")
_MORE = Phrase(
    "文章を入力し、最後に . だけの行を入力します。", "Type the text, then a line with only a point."
)
_WHICH = Phrase("入力: 置き換える語句、Enter やめる", "Type the words to replace, Enter leaves it")
_BY = Phrase(
    "入力: 代わりの語句（Enter だけで削除）", "Type what to put in their place (Enter alone takes them out)"
)
_NOT_FOUND = Phrase("「{words}」はこの文章にありません。", "“{words}” is not in the text.")
_REPLACED = Phrase("{n}か所を置き換えました。", "Places replaced: {n}")
_NO_LINE = Phrase("その行はありません。", "There is no such line.")
_WORDS = frozenset(("e", "編集", "直す", "edit"))
_VERBS = {
    "add": ("a", "追加", "add"),
    "insert": ("i", "挿入", "insert"),
    "delete": ("d", "削除", "delete"),
    "replace": ("r", "置換", "置き換え", "replace"),
}


def rewritable(desk: Desk, slot: Slot) -> bool:
    """Whether a text stands there in the language spoken here."""
    value = slot.get()
    return slot.question.kind is Kind.TEXT and isinstance(value, Localized) and value.has(desk.lang)


def asks_to_rewrite(typed: str) -> bool:
    """Whether a line says that the present text is to be changed."""
    return fold(typed) in _WORDS


def rewrite(desk: Desk, slot: Slot, take: Callable[[str], bool]) -> None:
    """Change the text for as long as somebody wants to; each change is kept at once by `take`.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    listing = Listing(desk)
    while rewritable(desk, slot):
        lines = _lines(desk, slot)
        chosen = listing.choose(lines, _HINT, _SHORT)
        if leaves(chosen):
            return
        if isinstance(chosen, int):
            typed = desk.ask(_LINE.fill(n=chosen + 1))
            changed = None if typed is None else [*lines[:chosen], typed, *lines[chosen + 1 :]]
        else:
            changed = _changed(desk, lines, chosen, slot.path)
        if changed is not None and changed != lines:
            take("\n".join(changed))


def _lines(desk: Desk, slot: Slot) -> list[str]:
    value = slot.get()
    assert isinstance(value, Localized), "only texts are rewritten"
    return value.to(desk.lang).split("\n")


def _changed(desk: Desk, lines: Sequence[str], reply: Reply, path: str) -> list[str] | None:
    """The lines as somebody wants them; None where nothing changes, and why has been said."""
    if reply.command is not None:
        if not heed(desk, reply, path or None):
            not_here(desk, reply)
        return None
    verb, rest = verb_in(reply.text, _VERBS) or ("", "")
    if verb == "add" and not rest:
        return [*lines, *_typed(desk)]
    if verb == "replace" and not rest:
        return _replaced(desk, lines)
    found = numbers_in(rest, len(lines)) if verb in ("insert", "delete") else None
    if found is not None and verb == "delete":
        return [line for at, line in enumerate(lines) if at not in found]
    if found is not None:
        return [*lines[: found[0]], *_typed(desk), *lines[found[0] :]]
    if verb in ("insert", "delete"):
        desk.say(_NO_LINE)
    else:
        not_here(desk, reply)
    return None


def _typed(desk: Desk) -> list[str]:
    desk.say(_MORE)
    text = desk.lines()
    return text.split("\n") if text else []


def _replaced(desk: Desk, lines: Sequence[str]) -> list[str] | None:
    words = desk.ask(_WHICH)
    if words is None:
        return None
    count = sum(line.count(words) for line in lines)
    if not count:
        desk.say(_NOT_FOUND.fill(words=words))
        return None
    desk.say(_BY)
    instead = desk.line().strip()
    desk.say(_REPLACED.fill(n=count))
    return [line.replace(words, instead) for line in lines]
