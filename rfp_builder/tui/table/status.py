"""What stands below a table: the current cell in full, what is to be said of it, and the sums."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from rfp_builder.forms.totals import Total
from rfp_builder.forms.typed import as_typed, echo, read_typed
from rfp_builder.i18n import Phrase
from rfp_builder.text.show import show_number
from rfp_builder.text.unreadable import Unreadable
from rfp_builder.tui.table.cells import DRAFT, NOT_ASKED, Cells

_PLACE = Phrase("{at}/{count}行目 {label}: ", "Row {at} of {count}, {label}: ")
_BLANK = Phrase("（空欄）", "(empty)")
_BEGUN = Phrase(
    "入力の途中の行です。「*」の欄をすべて入力すると、この行が表に加わります。",
    "A row that is begun: it joins the table once every column marked * is filled.",
)
_NOT_ASKED = Phrase(
    "この行では、ほかの欄の答えから、入力する必要がありません。",
    "Not needed in this row, as other answers of it show.",
)
_TOTAL = Phrase("合計  ", "Total  ")
_AT_A_TIME = Phrase("同時に最大  ", "Most at a time  ")
_SHOWN = 600
"""Letters that fill the lines there are; the rest is read in the row's form."""
_OF_DUE = Phrase("{label} {sum}（100になるように入力）", "{label} {sum} (should be 100)")
_WITHIN = Phrase("{label} {sum}（{group}、100になるように入力）", "{label} {sum} ({group}; should be 100)")
_SUM = Phrase("{label} {sum}", "{label} {sum}")
_TOP = Phrase("最上位", "top level")


def cell_status(cells: Cells, at: int, column: int) -> Content:
    """The cell in full, and below it why it cannot be read, its first finding, or its help."""
    question, lang = cells.columns[column], cells.lang
    where = _PLACE.fill(at=at + 1, count=cells.count, label=question.label).to(lang)
    text = " ".join(cells.typed(at, column)[:_SHOWN].split("\n"))
    understood = "" if cells.unread(at, column) is not None else _understood(cells, at, column, text)
    shown = Content(text) if text else Content.styled(_other(cells, at, column), "$text-muted")
    first = Content.assemble(Content.styled(where, "bold"), shown, Content.styled(understood, "$success"))
    return Content("\n").join([first, _remark(cells, at, column)])


def sums(found: Sequence[Total], cells: Cells) -> Content:
    """One line of sums; what must come to one hundred and does not is marked."""
    said = [one for one in found if one.within is None or not one.agrees]
    lines: list[Content] = []
    for lead, at_a_time in ((_TOTAL, False), (_AT_A_TIME, True)):
        parts = [_sum(one, cells) for one in said if one.at_a_time is at_a_time]
        if parts:
            lines.append(Content.styled(lead.to(cells.lang), "bold") + Content("  ").join(parts))
    return Content("  ").join(lines)


def _sum(one: Total, cells: Cells) -> Content:
    said = _SUM if one.agrees else _OF_DUE if one.within is None else _WITHIN
    group = ""
    if one.within is not None:
        group = as_typed(one.within, one.key, cells.setting) or _TOP.to(cells.lang)
    text = said.fill(label=one.column.label, sum=show_number(one.sum), group=group).to(cells.lang)
    return Content(text) if one.agrees else Content.styled(f"! {text}", "$warning")


def _understood(cells: Cells, at: int, column: int, text: str) -> str:
    said = echo(cells.columns[column], cells.value(at, column), cells.setting)
    return "" if said in ("", text) else f"  = {said}"


def _other(cells: Cells, at: int, column: int) -> str:
    """What is shown for want of an answer in this language."""
    cell = cells.cell(at, column)
    return "" if cell is NOT_ASKED else cell.text.strip() or _BLANK.to(cells.lang)


def _remark(cells: Cells, at: int, column: int) -> Content:
    lang, question = cells.lang, cells.columns[column]
    unread = cells.unread(at, column)
    if unread is not None:
        try:
            read_typed(question, unread, cells.value(at, column), cells.setting)
        except Unreadable as unreadable:
            return Content.styled(f"! {unreadable.reason.to(lang)}", "$error")
    finding = cells.finding(at, column) or cells.row_finding(at)
    if finding is not None:
        said = Content.styled(f"! {finding.message.to(lang)}", "$warning")
        if cells.typed(at, column) or not question.help.to(lang):
            return said
        # The row is still being filled: what belongs into this cell comes before what the row lacks.
        return Content("\n").join([Content.styled(question.help.to(lang), "$text-muted"), said])
    if cells.cell(at, column) is NOT_ASKED:
        return Content.styled(_NOT_ASKED.to(lang), "$text-muted")
    if cells.key(at) == DRAFT:
        return Content.styled(_BEGUN.to(lang), "$accent")
    return Content.styled(question.help.to(lang), "$text-muted")
