"""What can be done with a table beside opening a row: adding, pasting, importing, sorting, deleting."""

from __future__ import annotations

from rfp_builder.cli.plain.asking import marked, take
from rfp_builder.cli.plain.begun import begin_usual, begun_in, keep
from rfp_builder.cli.plain.desk import NO_NUMBER, Desk
from rfp_builder.cli.plain.everywhere import not_here
from rfp_builder.cli.plain.importing import import_rows
from rfp_builder.cli.plain.pasting import paste
from rfp_builder.cli.plain.replies import Reply, number_in
from rfp_builder.cli.plain.rows import add_row, rows_of
from rfp_builder.cli.plain.slot import Slot
from rfp_builder.cli.plain.verbs import numbers_in, verb_in
from rfp_builder.cli.plain.week import plan_week
from rfp_builder.forms import row_editing as editing
from rfp_builder.forms.frame import EVALUATORS
from rfp_builder.forms.hours import has_hours
from rfp_builder.i18n import Phrase
from rfp_builder.text.fold import fold
from rfp_builder.workspace.criteria_shaping import without_evaluator
from rfp_builder.workspace.document.closed import closed

_NO_ROW = Phrase("その行はありません。", "There is no such row.")
_DELETED = Phrase("{n}行を削除しました（u で元に戻せます）。", "Deleted rows: {n} (u brings them back).")
_ONLY_BEGUN = Phrase(
    "書きかけの行は、番号で開くか、d で削除します。",
    "A row that is begun can be opened by its number, or deleted with d.",
)
_BEGUN_DROPPED = Phrase("書きかけの行を{n}行削除しました。", "Begun rows deleted: {n}.")
_COPIED = Phrase("{n}行目を複製しました。", "Row {n} copied.")
_ONE_EACH = Phrase("この表の行は複製できません。", "Rows of this table cannot be copied.")
_MOVED = Phrase("{n}行目に移しました。", "It is row {n} now.")
_NOT_MOVED = Phrase("これ以上は動かせません。", "It cannot go any further.")
_NO_USUAL = Phrase("加えられる定番の行はありません。", "There are no usual rows to add to this table.")
_USUAL_ADDED = Phrase("定番の行を{n}行加えました。", "Usual rows added: {n}")
_NO_HOURS = Phrase("この表に曜日と時間帯はありません。", "This table has no days and hours.")
_SEVERAL_APART = Phrase("続いた行を指定してください。", "Please name rows that stand together.")
_SORT_BY = Phrase("どの列で並べ替えますか。", "Sort by which column?")
_SORT_HINT = Phrase(
    "入力: 番号（大きい順は -3 のように - を付ける）、< やめる",
    "Type a number (-3 for the largest first), < to leave it",
)
_SORTED = Phrase("並べ替えました（u で元に戻せます）。", "Sorted (u puts them back).")
_VERBS = {
    "add": ("a", "追加", "add"),
    "paste": ("p", "貼り付け", "paste"),
    "import": ("i", "取り込み", "import"),
    "usual": ("b", "定番", "usual"),
    "sort": ("o", "並べ替え", "sort"),
    "week": ("h", "時間帯", "hours"),
    "delete": ("d", "削除", "delete"),
    "up": ("up", "上へ"),
    "down": ("down", "下へ"),
    "copy": ("c", "複製", "copy"),
}


def edit_rows(desk: Desk, slot: Slot, reply: Reply) -> None:
    """What a line asks to be done with the table or some of its rows.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    reason = closed(desk.project, slot.path)
    if reason is not None:
        desk.tell(reason)
        return
    if slot.question.answerable and marked(reply.text):
        take(desk, slot, reply.text)
        return
    verb, rest = verb_in(reply.text, _VERBS) or ("", "")
    match verb, rest:
        case "add", "":
            add_row(desk, slot)
        case "paste", "":
            paste(desk, slot)
        case "import", "":
            import_rows(desk, slot)
        case "usual", "":
            _add_usual(desk, slot)
        case "sort", "":
            _sort(desk, slot)
        case (("week" | "delete" | "up" | "down" | "copy"), _):
            _on_rows(desk, slot, verb, rest)
        case _:
            not_here(desk, reply)


def _on_rows(desk: Desk, slot: Slot, verb: str, numbers: str) -> None:
    count, begun = len(rows_of(slot)), begun_in(desk, slot)
    found = numbers_in(numbers, count + len(begun))
    if found is None:
        desk.say(_NO_ROW)
    elif verb == "delete":
        _delete(desk, slot, [at for at in found if at < count])
        _drop_begun(desk, slot, [at - count for at in found if at >= count])
    elif found[-1] >= count:
        desk.say(_ONLY_BEGUN)
    elif found != list(range(found[0], found[-1] + 1)):
        desk.say(_SEVERAL_APART)
    elif verb == "copy":
        _copy(desk, slot, found[0], found[-1])
    elif verb != "week":
        _move(desk, slot, found[0], found[-1], -1 if verb == "up" else 1)
    elif has_hours(slot.question):
        plan_week(desk, slot, found[0])
    else:
        desk.say(_NO_HOURS)


def _sort(desk: Desk, slot: Slot) -> None:
    columns = slot.question.columns
    desk.say(_SORT_BY)
    for number, column in enumerate(columns, start=1):
        desk.say(f"  {number}. {desk.in_words(column.label)}")
    while (typed := desk.ask(_SORT_HINT)) is not None:
        down = fold(typed).startswith("-")
        chosen = number_in(fold(typed).removeprefix("-"))
        if chosen is None or not 0 < chosen <= len(columns):
            desk.say(NO_NUMBER.fill(n=len(columns)))
            continue
        rows = editing.in_order(
            slot.question, rows_of(slot), columns[chosen - 1], desk.setting, descending=down
        )
        if slot.put(rows):
            desk.say(_SORTED)
        return


def _add_usual(desk: Desk, slot: Slot) -> None:
    rows = rows_of(slot)
    new = editing.usual(slot.question, rows)
    if new and not slot.put((*rows, *new)):
        return
    n = len(new) + begin_usual(desk, slot)
    desk.say(_USUAL_ADDED.fill(n=n) if n else _NO_USUAL)


def _delete(desk: Desk, slot: Slot, found: list[int]) -> None:
    rows = rows_of(slot)
    if not found:
        return
    if slot.path == EVALUATORS:
        project = desk.project
        for at in found:
            project = without_evaluator(project, rows[at].id)
        done = desk.change(project, EVALUATORS)
    else:
        done = slot.put(tuple(row for at, row in enumerate(rows) if at not in found))
    if done:
        desk.say(_DELETED.fill(n=len(found)))


def _drop_begun(desk: Desk, slot: Slot, found: list[int]) -> None:
    if found:
        begun = begun_in(desk, slot)
        keep(desk, slot, [one for at, one in enumerate(begun) if at not in found])
        desk.say(_BEGUN_DROPPED.fill(n=len(found)))


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
