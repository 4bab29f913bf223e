"""The answers of one item of the definition as blocks: facts side by side, tables as wide as they need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from rfp_builder.catalogue.outline import UNDECIDED, Block, Line, Table
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.width import cell_width
from rfp_builder.word.blocks import Cell, Column, card, facts, paragraph, run, table
from rfp_builder.word.styles import Styles
from rfp_builder.word.widths import fitted, tallest

_MANY_COLUMNS = 6
_MUCH = 11
"""Columns and lines of the tallest cell together; more than that reads better as cards."""
_HALF_LINE = 28
"""Cells that half a card holds on one line."""

CONFIDENTIAL = Phrase("社外秘", "Confidential")


def answers(styles: Styles, lang: Lang, blocks: Sequence[Block], above: str = "") -> Markup:
    """The blocks in their order; what is confidential or undecided is marked in words and colour.

    `above` is the heading that they stand under: a table at the top that is called the same has no title.
    """
    return Markup("").join(_pieces(styles, lang, blocks, above))


def _pieces(styles: Styles, lang: Lang, blocks: Sequence[Block], above: str) -> Iterator[Markup]:
    for is_line, group in groupby(blocks, key=lambda block: isinstance(block, Line)):
        if is_line:
            lines = [block for block in group if isinstance(block, Line)]
            yield facts(
                styles, [(_label(styles, lang, line), _cell(styles, lang, line.text)) for line in lines]
            )
        else:
            for block in group:
                if isinstance(block, Table):
                    said = block is blocks[0] and block.label == above
                    yield _table(styles, lang, block, titled=not (said or _names_itself(block)))


def _table(styles: Styles, lang: Lang, block: Table, *, titled: bool) -> Markup:
    label = _title(styles, lang, block) if titled or block.confidential else Markup("")
    texts = [[heading.text, *(row[i] for row in block.rows)] for i, heading in enumerate(block.headings)]
    widths = fitted(texts, [heading.short for heading in block.headings])
    if widths is None or (len(widths) >= _MANY_COLUMNS and len(widths) + tallest(texts, widths) > _MUCH):
        return label + _cards(styles, lang, block)
    columns = [
        Column(heading.text, width, heading.numeric)
        for heading, width in zip(block.headings, widths, strict=True)
    ]
    return label + table(styles, columns, ([_cell(styles, lang, text) for text in row] for row in block.rows))


def _names_itself(block: Table) -> bool:
    """Whether the heading of its only column says already what the table holds."""
    return len(block.headings) == 1 and block.headings[0].text == block.label


def _title(styles: Styles, lang: Lang, block: Table) -> Markup:
    mark = _mark(styles, lang) if block.confidential else ""
    return paragraph(styles["Table Title"], block.label, lead=mark)


def _cards(styles: Styles, lang: Lang, block: Table) -> Markup:
    """Row by row below each other, for tables that would be all height in columns."""
    return Markup("").join(
        card(
            styles,
            row[0],
            [
                (heading.text, _cell(styles, lang, text), cell_width(text) > _HALF_LINE)
                for heading, text in zip(block.headings[1:], row[1:], strict=True)
                if text
            ],
        )
        for row in block.rows
    )


def _label(styles: Styles, lang: Lang, line: Line) -> Cell:
    if not line.confidential:
        return line.label
    return paragraph(styles["Table Label"], line.label) + paragraph(
        styles["Table Label"], "", lead=_mark(styles, lang)
    )


def _cell(styles: Styles, lang: Lang, text: str) -> Cell:
    if not text.startswith(UNDECIDED.to(lang)):
        return text
    return paragraph(styles["Table Text"], "", lead=run(text, styles["Marker"]))


def _mark(styles: Styles, lang: Lang) -> Markup:
    return run(f"【{CONFIDENTIAL.ja}】" if lang is Lang.JA else f"[{CONFIDENTIAL.en}] ", styles["Marker"])
