"""A table row by row: listed, opened, added to, pasted into, moved, copied, deleted."""

from __future__ import annotations

import re
from collections.abc import Callable

from rfp_builder.cli.plain.asking import beside, marked, put_example, take
from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.everywhere import heed, not_here
from rfp_builder.cli.plain.helping import explain
from rfp_builder.cli.plain.instead import ask_instead
from rfp_builder.cli.plain.listing import Listing, leaves
from rfp_builder.cli.plain.pasting import paste
from rfp_builder.cli.plain.replies import Command, Reply
from rfp_builder.cli.plain.rows import add_row, edit_row, place_in, row_line, rows_of
from rfp_builder.cli.plain.slot import Move, Slot
from rfp_builder.cli.plain.typing import said
from rfp_builder.forms import row_editing as editing
from rfp_builder.forms.frame import EVALUATORS
from rfp_builder.forms.totals import totals
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.fold import fold
from rfp_builder.text.show import show_number
from rfp_builder.workspace.criteria_shaping import without_evaluator

_TITLE = Phrase("表「{label}」{n}行", "Table “{label}”, rows: {n}")
_REQUIRED = Phrase("表「{label}」（必須）{n}行", "Table “{label}” (required), rows: {n}")
_HINT = Phrase(
    "入力: 開く行の番号、a 行を追加、p 表を貼り付け、d 3 削除、up 3 上へ、down 3 下へ、c 3 複製",
    "Type a row's number to open it, a to add, p to paste, d 3 to delete, up 3 or down 3 to move, "
    "c 3 to copy",
)
_HINT_EMPTY = Phrase("入力: a 行を追加、p 表を貼り付け", "Type a to add a row, p to paste")
_USUAL = Phrase("、b 定番の行を加える", ", b for the usual rows")
_KEYS = Phrase(
    " [Enter 次へ  ? 説明  < 前へ{more}  m メニュー  q 終了]",
    " [Enter next  ? help  < back{more}  m menu  q end]",
)
_INSTEAD = Phrase("  ! 未定・該当なし", "  ! undecided")
_PAGE_KEYS = Phrase("  * 例を入れる  + 要件文", "  * example  + statements")
_NO_ROW = Phrase("その行はありません。", "There is no such row.")
_DELETED = Phrase("{n}行を削除しました（u で元に戻せます）。", "Deleted rows: {n} (u brings them back).")
_COPIED = Phrase("{n}行目を複製しました。", "Row {n} copied.")
_ONE_EACH = Phrase("この表の行は複製できません。", "Rows of this table cannot be copied.")
_MOVED = Phrase("{n}行目に移しました。", "It is row {n} now.")
_NOT_MOVED = Phrase("これ以上は動かせません。", "It cannot go any further.")
_USUAL_ADDED = Phrase("定番の行を{n}行加えました。", "Usual rows added: {n}")
_SUM = Phrase("合計 {label}: {sum}", "Total {label}: {sum}")
_SUM_WITHIN = Phrase("合計 {label}（{key}）: {sum}", "Total {label} ({key}): {sum}")
_DUE = Phrase("{sum}（{due}になるようにします）", "{sum} (it should come to {due})")
_NO_KEY = Phrase("なし", "none")

_VERB = re.compile(r"([^\s0-9]+)\s*([0-9]{1,6})(?:\s*[-~〜]\s*([0-9]{1,6}))?")
_VERBS = {
    "delete": ("d", "削除", "delete"),
    "up": ("up", "上へ"),
    "down": ("down", "下へ"),
    "copy": ("c", "複製", "copy"),
}
_ADD = frozenset(("a", "追加", "add"))
_PASTE = frozenset(("p", "貼り付け", "paste"))
_USUAL_WORDS = frozenset(("b", "定番", "usual"))


def fill_table(desk: Desk, slot: Slot, target: str | None = None) -> Move:
    """List the rows and do what is asked until somebody goes on or back. `target` opens a row at once.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    place = None if target is None else place_in(desk, slot, target)
    if place is not None:
        edit_row(desk, slot, *place)
    listing = Listing(desk)
    while True:
        _tell(desk, slot)
        lines = [row_line(desk, slot.question, row) for row in rows_of(slot)]
        chosen = listing.choose(lines, _hint(desk, slot))
        if isinstance(chosen, int):
            edit_row(desk, slot, chosen)
        elif leaves(chosen):
            return Move.BACK if chosen.command is Command.BACK else Move.ON
        else:
            move = _act(desk, slot, chosen)
            if move is not None:
                return move


def _tell(desk: Desk, slot: Slot) -> None:
    question, rows = slot.question, rows_of(slot)
    desk.say()
    desk.say((_REQUIRED if question.required else _TITLE).fill(label=question.label, n=len(rows)))
    value = slot.get()
    if value is not None and not isinstance(value, tuple):
        desk.say(said(desk, question, value))
    for total in totals(question, rows):
        number = show_number(total.sum)
        shown: Phrase | str = (
            number if total.due is None else _DUE.fill(sum=number, due=show_number(total.due))
        )
        if total.within is None:
            desk.say(_SUM.fill(label=total.column.label, sum=shown))
        else:
            key = said(desk, total.within, total.key) or desk.in_words(_NO_KEY)
            desk.say(_SUM_WITHIN.fill(label=total.column.label, key=key, sum=shown))


def _hint(desk: Desk, slot: Slot) -> Phrase:
    question = slot.question
    more = [_INSTEAD] if question.answerable else []
    more += [_PAGE_KEYS] if slot.page is not None else []
    joined = Phrase("".join(one.ja for one in more), "".join(one.en for one in more))
    keys = _KEYS.fill(more=joined)
    first = _HINT if rows_of(slot) else _HINT_EMPTY
    usual = _USUAL if editing.usual(question, rows_of(slot)) else Phrase("", "")
    return Phrase(*(f"{first.to(lang)}{usual.to(lang)}{keys.to(lang)}" for lang in Lang))


def _act(desk: Desk, slot: Slot, reply: Reply) -> Move | None:
    match reply.command:
        case None:
            _edit(desk, slot, reply)
        case Command.HELP:
            explain(desk, slot)
        case Command.INSTEAD:
            ask_instead(desk, slot)
        case Command.EXAMPLE:
            put_example(desk, slot)
        case Command.CLEAR:
            if not isinstance(slot.get(), tuple):
                take(desk, slot, "")
        case Command.READY | Command.NOTE if slot.page is not None:
            beside(desk, slot, reply.command)
        case _:
            if not heed(desk, reply, slot.path):
                not_here(desk, reply)
    return None


def _edit(desk: Desk, slot: Slot, reply: Reply) -> None:
    folded = fold(reply.text)
    if folded in _ADD:
        add_row(desk, slot)
    elif folded in _PASTE:
        paste(desk, slot)
    elif folded in _USUAL_WORDS:
        _add_usual(desk, slot)
    elif slot.question.answerable and marked(reply.text):
        take(desk, slot, reply.text)
    elif (match := _VERB.fullmatch(folded)) is not None:
        verb = next((verb for verb, words in _VERBS.items() if match[1] in words), None)
        first, last = int(match[2]) - 1, int(match[3] or match[2]) - 1
        if verb is None:
            not_here(desk, reply)
        elif not 0 <= first <= last < len(rows_of(slot)):
            desk.say(_NO_ROW)
        else:
            _DOES[verb](desk, slot, first, last)
    else:
        not_here(desk, reply)


def _add_usual(desk: Desk, slot: Slot) -> None:
    rows = rows_of(slot)
    new = editing.usual(slot.question, rows)
    if new and not slot.put((*rows, *new)):
        return
    desk.say(_USUAL_ADDED.fill(n=len(new)))


def _delete(desk: Desk, slot: Slot, first: int, last: int) -> None:
    rows = rows_of(slot)
    if slot.path == EVALUATORS:
        project = desk.project
        for row in rows[first : last + 1]:
            project = without_evaluator(project, row.id)
        done = desk.change(project, EVALUATORS)
    else:
        done = slot.put(editing.without(rows, first, last))
    if done:
        desk.say(_DELETED.fill(n=last - first + 1))


def _copy(desk: Desk, slot: Slot, first: int, last: int) -> None:
    if not editing.has_ids(slot.question):
        desk.say(_ONE_EACH)
    elif slot.put(editing.duplicated(rows_of(slot), first, last)):
        desk.say(_COPIED.fill(n=first + 1))


def _move(desk: Desk, slot: Slot, first: int, last: int, way: int) -> None:
    rows = rows_of(slot)
    moved = editing.moved(rows, first, last, way)
    if moved == rows:
        desk.say(_NOT_MOVED)
    elif slot.put(moved):
        desk.say(_MOVED.fill(n=first + way + 1))


_DOES: dict[str, Callable[[Desk, Slot, int, int], None]] = {
    "delete": _delete,
    "copy": _copy,
    "up": lambda desk, slot, first, last: _move(desk, slot, first, last, -1),
    "down": lambda desk, slot, first, last: _move(desk, slot, first, last, 1),
}
