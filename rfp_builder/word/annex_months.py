"""Contacts by month: of one queue side by side, of several in a column each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from rfp_builder.disclosure.public_annex import PublicAnnex, PublicMonth
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.show import show_month, show_number
from rfp_builder.word.blocks import Column, Row, Shade, table
from rfp_builder.word.styles import Styles
from rfp_builder.word.widths import PADDING, TEXT_WIDTH

_DIGIT, _COMMA = 89, 45
"""Widths in the style Table Dense (8 pt), in twentieths of a point."""
_MONTH_WIDTH, _PARTIAL_WIDTH = 1600, 2200
"""A month, and one of which some days only are counted."""
_MOST_COLUMNS = 7
_GAP = 400
"""Between what stands side by side."""
_PAGE = 40
"""Rows that one page holds beside a heading."""

_MONTH = Phrase("月", "Month")
_TOTAL = Phrase("合計", "Total")
_ACTUAL = Phrase("実績", "Actual")
_EXPECTED = Phrase("見込み", "Expected")
_CONTACTS = Phrase("{label}（件）", "{label}")
_SUM = Phrase("計", "Sum")
_ONLY = Phrase("{month}（{first}〜{last}日）", "{month} ({first}–{last})")
_ONE_DAY = Phrase("{month}（{first}日）", "{month} ({first})")
_INCOMPLETE = Phrase("{month} ※", "{month} *")
_NONE = Phrase("－", "–")

_Block = tuple[Phrase, Sequence[PublicMonth]]


def month_tables(styles: Styles, annex: PublicAnnex, lang: Lang) -> Iterator[Markup]:
    """The tables of actual and expected months; more queues than a page is wide make several."""
    blocks = [block for block in ((_ACTUAL, annex.actual), (_EXPECTED, annex.expected)) if block[1]]
    if len(annex.queues) == 1:
        yield _side_by_side(styles, blocks, lang)
        return
    # The total stands in a column of its own, behind the queues.
    columns = range(len(annex.queues) + 1)
    partial = any(month.only for _, months in blocks for month in months)
    room = TEXT_WIDTH - (_PARTIAL_WIDTH if partial else _MONTH_WIDTH)
    tables = -(-len(columns) // _most(blocks, room))
    for number in range(tables):
        shown = columns[number * len(columns) // tables : (number + 1) * len(columns) // tables]
        yield _columns(styles, annex.queues, blocks, shown, room, lang)


def _most(blocks: Sequence[_Block], room: int) -> int:
    """Columns of figures that stand side by side."""
    sums = [sum(month.total for month in months) for _, months in blocks]
    longest = show_number(max(sums, default=0))
    width = sum(_DIGIT if char.isdigit() else _COMMA for char in longest) + PADDING
    return max(1, min(_MOST_COLUMNS, room // width))


def _side_by_side(styles: Styles, blocks: Sequence[_Block], lang: Lang) -> Markup:
    half = (TEXT_WIDTH - _GAP * (len(blocks) - 1)) // len(blocks)
    columns: list[Column] = []
    halves: list[list[tuple[str, ...]]] = []
    most = max(len(months) for _, months in blocks)
    for label, months in blocks:
        gap = [""] if columns else []
        title = _CONTACTS.fill(label=label).to(lang)
        columns += [Column(one, _GAP) for one in gap]
        columns += [Column(_MONTH.to(lang), half // 2), Column(title, half - half // 2, numeric=True)]
        rows = [(*gap, _named(month, lang), show_number(month.total)) for month in months]
        rows += [(*gap, "", "")] * (most - len(rows))
        total = show_number(sum(month.total for month in months))
        halves.append([*rows, (*gap, _SUM.to(lang), total)])
    joined = [tuple(cell for part in parts for cell in part) for parts in zip(*halves, strict=True)]
    months_rows = [_dense(row) for row in joined[:-1]]
    return table(styles, columns, [*months_rows, _sum(joined[-1])], on_one_page=most <= _PAGE)


def _columns(
    styles: Styles,
    queues: Sequence[str],
    blocks: Sequence[_Block],
    shown: Sequence[int],
    room: int,
    lang: Lang,
) -> Markup:
    names = (*queues, _TOTAL.to(lang))
    width = room // len(shown)
    first = TEXT_WIDTH - width * len(shown)
    columns = (Column(_MONTH.to(lang), first), *(Column(names[at], width, numeric=True) for at in shown))
    return table(styles, columns, _rows(blocks, shown, lang))


def _rows(blocks: Sequence[_Block], shown: Sequence[int], lang: Lang) -> Iterator[Row]:
    """Actual months stay on one page, and so do expected ones."""
    for label, months in blocks:
        together = len(months) <= _PAGE
        if len(blocks) > 1:
            yield _sum((label.to(lang), *[""] * len(shown)), with_next=True)
        rows = [
            (_named(month, lang), *(_figure((*month.contacts, month.total)[at], lang) for at in shown))
            for month in months
        ]
        yield from (_dense(row, with_next=together) for row in rows[:-1])
        yield _dense(rows[-1], with_next=len(rows) > 1)
        if len(rows) > 1:
            columns = zip(*((*month.contacts, month.total) for month in months), strict=True)
            sums = [sum(one or 0 for one in column) for column in columns]
            yield _sum((_SUM.to(lang), *(show_number(sums[at]) for at in shown)))


def _dense(cells: Sequence[str], *, with_next: bool = False) -> Row:
    return Row(cells, style="Table Dense", numbers="Table Dense Number", with_next=with_next)


def _sum(cells: Sequence[str], *, with_next: bool = False) -> Row:
    return Row(cells, Shade.GROUP, "Table Dense Label", "Table Dense Number", with_next=with_next)


def _named(month: PublicMonth, lang: Lang) -> str:
    name = Phrase(show_month(month.month, Lang.JA), show_month(month.month, Lang.EN))
    if month.only is not None:
        first, last = month.only
        name = (_ONE_DAY if first == last else _ONLY).fill(month=name, first=first, last=last)
    return (_INCOMPLETE.fill(month=name) if month.missing_days else name).to(lang)


def _figure(contacts: int | None, lang: Lang) -> str:
    return _NONE.to(lang) if contacts is None else show_number(contacts)
