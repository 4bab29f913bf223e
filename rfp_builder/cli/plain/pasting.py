"""A block of cells pasted into a table, one line for each row."""

from __future__ import annotations

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.rows import rows_of
from rfp_builder.cli.plain.slot import Slot
from rfp_builder.forms.rows import read_block
from rfp_builder.i18n import Phrase, listed
from rfp_builder.workspace.import_preview import alike, remark_line

_PASTE = Phrase(
    "Excelなどでコピーした範囲を貼り付け、最後に . だけの行を入力してください。列の区切りはタブです。",
    "Paste a block copied from Excel (tabs between the columns), then a line with only a point.",
)
_COLUMNS = Phrase("列の順: {columns}", "Order of the columns: {columns}")
_HEADINGS = Phrase(
    "1行目が見出しであれば、見出しで列を判断します。",
    "If its first line holds headings, columns are taken by them.",
)
_ADDED = Phrase("{n}行加えました。", "Rows added: {n}")
_NOTHING = Phrase("加えた行はありません。", "No row was added.")


def paste(desk: Desk, slot: Slot) -> None:
    """Read a block up to a line with only a point, and put its rows behind those of the table."""
    desk.say(_PASTE)
    columns = slot.question.columns
    named = listed(one.label for one in columns)
    desk.say(_COLUMNS.fill(columns=named))
    desk.say(_HEADINGS)
    text = desk.lines()
    present = rows_of(slot)
    block = read_block(slot.question, text, present, desk.setting)
    added = bool(block.rows) and slot.put(block.placed(present))
    desk.say(_ADDED.fill(n=len(block.rows)) if added else _NOTHING)
    for remark, rows in alike(block.remarks):
        desk.say(remark_line(remark, rows))
