"""A table: its rows listed with their totals, and what can be typed there."""

from __future__ import annotations

from rfp_builder.cli.plain.asking import beside, put_example, take
from rfp_builder.cli.plain.begun import begun_in, begun_line
from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.everywhere import heed, not_here
from rfp_builder.cli.plain.helping import explain
from rfp_builder.cli.plain.instead import ask_instead
from rfp_builder.cli.plain.listing import Listing, leaves
from rfp_builder.cli.plain.replies import Command, Reply
from rfp_builder.cli.plain.rows import add_row, edit_row, place_in, row_line, rows_of
from rfp_builder.cli.plain.slot import Move, Slot
from rfp_builder.cli.plain.table_rows import edit_rows
from rfp_builder.cli.plain.typing import said
from rfp_builder.forms import row_editing as editing
from rfp_builder.forms.hours import has_hours
from rfp_builder.forms.totals import totals
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.show import show_number

_TITLE = Phrase("表「{label}」{n}行", "Table “{label}”, rows: {n}")
_REQUIRED = Phrase("表「{label}」（必須）{n}行", "Table “{label}” (required), rows: {n}")
_AT = Phrase("{where} {title}", "{where} {title}")
_OPEN = Phrase("入力できるもの:\n  番号 その行を開く", "What can be typed:\n  a number opens that row")
_ADD_OR_PASTE = Phrase(
    "  a 行を追加\n  p コピーした範囲を貼り付け\n  i Excel や CSV のファイルから取り込み",
    "  a adds a row\n  p pastes copied cells\n  i takes rows from an Excel or CSV file",
)
_EMPTY = Phrase("入力できるもの:", "What can be typed:")
_USUAL = Phrase("  b 定番の行を加える", "  b adds the usual rows")
_ROWS = Phrase(
    "  d 3 その行を削除、c 3 複製、up 3 上へ、down 3 下へ（d 2-4 のように範囲も可）\n  o 並べ替え",
    "  d 3 deletes that row, c 3 copies it, up 3 and down 3 move it (d 2-4 takes several)\n  o sorts",
)
_HOURS = Phrase(
    "  h 3 その行の曜日と時間帯を1週間で決める", "  h 3 sets days and hours of that row as a week"
)
_PAGE = Phrase("  * 例を入れる、+ 要件文", "  * example, + statements")
_KEYS = Phrase("  Enter 次へ、< 前へ、? 説明", "  Enter next, < back, ? help")
_INSTEAD = Phrase("、! 未定・該当なし", ", ! undecided or not applicable")
_OUT = Phrase("、m メニュー、q 終了", ", m menu, q end")
_SHORT = Phrase(
    "入力: 番号 [a 追加  l 一覧  Enter 次へ  < 前へ  ? 説明・できること{more}]",
    "Type a number [a add  l the list  Enter next  < back  ? help and what else{more}]",
)
_SHORT_INSTEAD = Phrase("  ! 未定・該当なし", "  ! undecided or not applicable")
_SUM = Phrase("合計 {label}: {sum}", "Total {label}: {sum}")
_AT_A_TIME = Phrase("同時に最大 {label}: {sum}", "Most at a time, {label}: {sum}")
_SUM_WITHIN = Phrase("合計 {label}（{key}）: {sum}", "Total {label} ({key}): {sum}")
_DUE = Phrase("{sum}（{due}になるようにします）", "{sum} (it should come to {due})")
_NO_KEY = Phrase("なし", "none")


def fill_table(desk: Desk, slot: Slot, target: str | None = None) -> Move:
    """List the rows and do what is asked until somebody goes on or back. `target` opens a row at once.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    place = None if target is None else place_in(slot, target)
    if place is not None:
        edit_row(desk, slot, *place)
    listing = Listing(desk)
    while True:
        _tell(desk, slot)
        rows, begun = rows_of(slot), begun_in(desk, slot)
        lines = [row_line(desk, slot.question, row) for row in rows]
        lines += [begun_line(desk, slot, one) for one in begun]
        chosen = listing.choose(lines, _hint(slot, bool(lines)), _short(slot))
        if isinstance(chosen, int) and chosen < len(rows):
            edit_row(desk, slot, chosen)
        elif isinstance(chosen, int):
            add_row(desk, slot, begun[chosen - len(rows)])
        elif leaves(chosen):
            return Move.BACK if chosen.command is Command.BACK else Move.ON
        else:
            move = _act(desk, slot, chosen)
            if move is not None:
                return move


def _tell(desk: Desk, slot: Slot) -> None:
    question, rows = slot.question, rows_of(slot)
    desk.say()
    title = (_REQUIRED if question.required else _TITLE).fill(label=question.label, n=len(rows))
    desk.say(title if slot.where is None else _AT.fill(where=slot.where, title=title))
    value = slot.get()
    if value is not None and not isinstance(value, tuple):
        desk.say(said(desk, question, value))
    for total in totals(question, rows):
        number = show_number(total.sum)
        shown: Phrase | str = (
            number if total.due is None else _DUE.fill(sum=number, due=show_number(total.due))
        )
        if total.within is None:
            desk.say((_AT_A_TIME if total.at_a_time else _SUM).fill(label=total.column.label, sum=shown))
        else:
            key = said(desk, total.within, total.key) or desk.in_words(_NO_KEY)
            desk.say(_SUM_WITHIN.fill(label=total.column.label, key=key, sum=shown))


def _hint(slot: Slot, any_rows: bool) -> Phrase:
    question, rows = slot.question, rows_of(slot)
    lines = [_OPEN, _ADD_OR_PASTE] if any_rows else [_EMPTY, _ADD_OR_PASTE]
    usual = editing.usual(question, rows) or (() if any_rows else editing.usual_begun(question, ()))
    lines += [_USUAL] if usual else []
    lines += [_ROWS] if any_rows else []
    lines += [_HOURS] if rows and has_hours(question) else []
    lines += [_PAGE] if slot.page is not None else []
    keys = (_KEYS, *((_INSTEAD,) if question.answerable else ()), _OUT)

    def said(lang: Lang) -> str:
        return "\n".join([*(one.to(lang) for one in lines), "".join(one.to(lang) for one in keys)])

    return Phrase(*map(said, Lang))


def _short(slot: Slot) -> Phrase:
    return _SHORT.fill(more=_SHORT_INSTEAD if slot.question.answerable else Phrase("", ""))


def _act(desk: Desk, slot: Slot, reply: Reply) -> Move | None:
    match reply.command:
        case None:
            edit_rows(desk, slot, reply)
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
