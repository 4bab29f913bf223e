"""Ready requirement statements of an item: taken by number; or one of one's own."""

from __future__ import annotations

import re

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.everywhere import heed, not_here
from rfp_builder.cli.plain.listing import Listing, leaves
from rfp_builder.cli.plain.replies import Reply
from rfp_builder.forms.ready import ReadyStatement, ready_statements
from rfp_builder.i18n import Phrase
from rfp_builder.text.fold import fold
from rfp_builder.workspace.register_editing import add, adopt

_HEADING = Phrase("そのまま使える要件文: {n}件（{item}）", "Ready statements: {n} ({item})")
_ALL = Phrase("全項目", "all items")
_NONE = Phrase(
    "この項目に、そのまま使える要件文はありません。", "There are no ready statements for this item."
)
_TAKEN_MARK = Phrase("台帳にあります: {text}", "in the register: {text}")
_HINT = Phrase(
    "入力: 台帳に加える番号（1,3 のように複数も可）、a 自分で書く、Enter 続き、< 戻る",
    "Type numbers to take (as in 1,3), a to write your own, Enter for more, < back",
)
_HINT_CATALOGUE = Phrase(
    "入力: 台帳に加える番号（1,3 のように複数も可）、Enter 続き、< 戻る",
    "Type numbers to take (as in 1,3), Enter for more, < back",
)
_ADDED = Phrase("要件台帳に{n}件加えました。", "{n} taken into the register.")
_THERE = Phrase("すでに台帳にあります。", "The register has it already.")
_OWN = Phrase(
    "入力: 要件文を1行で（「〜すること。」）、< やめる",
    "Type the statement in one line (“The vendor shall …”), < to leave it",
)
_SEVERAL = re.compile(r"[0-9]{1,4}(?:[\s,、・]+[0-9]{1,4})+")


def offer_statements(desk: Desk, item: str | None = None, text: str = "") -> None:
    """List the statements of an item, or of all that say `text`, until somebody goes back."""
    listing = Listing(desk)
    while True:
        found = ready_statements(desk.project, item, text)
        desk.say()
        desk.say(_HEADING.fill(n=len(found), item=item or _ALL) if found else _NONE)
        lines = [_line(desk, one) for one in found]
        chosen = listing.choose(lines, _HINT if item else _HINT_CATALOGUE)
        if leaves(chosen):
            return
        if isinstance(chosen, int):
            _take(desk, [found[chosen]])
        elif not _other(desk, chosen, found, item):
            not_here(desk, chosen)


def _line(desk: Desk, one: ReadyStatement) -> str:
    text = one.ready.statement
    return desk.in_words(_TAKEN_MARK.fill(text=text) if one.taken else text)


def _other(desk: Desk, reply: Reply, found: tuple[ReadyStatement, ...], item: str | None) -> bool:
    if heed(desk, reply):
        return True
    folded = fold(reply.text)
    if reply.command is None and _SEVERAL.fullmatch(folded):
        numbers = [int(one) for one in re.findall(r"[0-9]+", folded)]
        _take(desk, [found[number - 1] for number in numbers if 0 < number <= len(found)])
        return True
    if item is not None and folded in ("a", "追加", "add"):
        write_statement(desk, item)
        return True
    return False


def write_statement(desk: Desk, item: str) -> str | None:
    """A statement of one's own under an item; its id, None where none was written."""
    typed = desk.ask(_OWN)
    worded = None if typed is None else desk.worded(typed)
    if worded is None:
        return None
    project, made = add(desk.project, item, worded)
    if not desk.change(project, f"requirements[{made}]"):
        return None
    desk.say(_ADDED.fill(n=1))
    return made


def _take(desk: Desk, wanted: list[ReadyStatement]) -> None:
    project, made = adopt(desk.project, [one.ready.key for one in wanted])
    if not made:
        desk.say(_THERE)
    elif desk.change(project, "requirements"):
        desk.say(_ADDED.fill(n=len(made)))
