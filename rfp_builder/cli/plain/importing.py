"""Rows of a table from an Excel or CSV file: read, told, and taken once somebody says so."""

from __future__ import annotations

from pathlib import Path

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.rows import row_line, rows_of
from rfp_builder.cli.plain.slot import Slot
from rfp_builder.errors import Problem
from rfp_builder.i18n import Phrase
from rfp_builder.workspace.disk import why
from rfp_builder.workspace.import_preview import alike, columns_read, counted, remark_line
from rfp_builder.workspace.table_import import Understood, read_file, understand

_FILE = Phrase(
    "入力: 取り込む Excel（.xlsx）または CSV のファイルの場所と名前、< やめる",
    "Type the Excel (.xlsx) or CSV file to take rows from, < to leave it",
)
_HELP = Phrase(
    "見出しの行を探し、見出しの言葉で列を判断します。取り込む前に、読み取った内容をお知らせします。",
    "The row of headings is looked for, and columns are taken by their headings. "
    "What was read is told before anything is taken.",
)
_UNREADABLE = Phrase("「{file}」を開けません。{why}。", "“{file}” cannot be opened: {why}.")
_FIRST = Phrase("読み取った行の初めの{n}行:", "The first rows as they were read ({n}):")
_ROW = Phrase("  {n}. {row}", "  {n}. {row}")
_MORE = Phrase("  （ほか{n}行）", "  ({n} more)")
_REMARKS = Phrase("読み取れなかったところ: {n}件", "What could not be read: {n}")
_HOW = Phrase("どのように取り込みますか。", "How are they taken?")
_ADD = Phrase("表に追加する", "Add them to the table")
_REPLACE = Phrase("いまの{n}行と入れ替える", "Put them in the place of the {n} rows there are")
_WHICH = Phrase("入力: 番号、< 取り込まない", "Type a number, < to take nothing")
_DONE = Phrase("{n}行を取り込みました（u で元に戻せます）。", "Rows taken: {n} (u takes them out again).")
_LEFT = Phrase("取り込んでいません。", "Nothing was taken.")
_SHOWN = 5


def import_rows(desk: Desk, slot: Slot) -> None:
    """Ask for a file, tell what was read, and take the rows if somebody wants them.

    Raises:
        Ended, ToMenu: see `Desk.ask`.
    """
    found = _read(desk, slot)
    if found is None:
        return
    present = rows_of(slot)
    _tell(desk, slot, found)
    if not found.block.rows:
        return
    ways = [_ADD, _REPLACE.fill(n=len(present))] if present else [_ADD]
    chosen = desk.pick_of(_HOW, ways, _WHICH)
    if chosen is None:
        desk.say(_LEFT)
        return
    # Others may have changed the table while the file was looked at.
    rows = found.block.rows if chosen else (*rows_of(slot), *found.block.rows)
    if slot.put(rows):
        desk.say(_DONE.fill(n=len(found.block.rows)))


def _read(desk: Desk, slot: Slot) -> Understood | None:
    """What a file holds; asked for until one can be read, or somebody leaves it."""
    while (typed := desk.ask(_FILE, _HELP)) is not None:
        path = Path(typed).expanduser()
        try:
            return understand(slot.question, read_file(path), rows_of(slot), desk.setting)
        except Problem as problem:
            desk.tell(problem)
        except OSError as error:
            desk.say(_UNREADABLE.fill(file=path.name, why=why(error)))
    return None


def _tell(desk: Desk, slot: Slot, found: Understood) -> None:
    desk.say(counted(found))
    for line in columns_read(slot.question, found):
        desk.say(f"  {desk.in_words(line.text)}")
    rows = found.block.rows
    if rows:
        desk.say(_FIRST.fill(n=min(len(rows), _SHOWN)))
    for number, row in enumerate(rows[:_SHOWN], start=1):
        desk.say(_ROW.fill(n=number, row=row_line(desk, slot.question, row)))
    if len(rows) > _SHOWN:
        desk.say(_MORE.fill(n=len(rows) - _SHOWN))
    if found.block.remarks:
        desk.say(_REMARKS.fill(n=len(found.block.remarks)))
    for one, lines in alike(found.block.remarks):
        desk.say(f"  {desk.in_words(remark_line(one, lines))}")
