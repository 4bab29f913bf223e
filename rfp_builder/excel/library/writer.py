"""Writing the library: read-only, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from rfp_builder.excel.library.pages import Page, Table, pages
from rfp_builder.excel.writing.book import Book
from rfp_builder.excel.writing.look import Look
from rfp_builder.excel.writing.sheet import CellValue, SheetWriter, area
from rfp_builder.i18n import Lang, Phrase

_TITLE = Phrase("文例と指標の資料集", "Library of examples and measures")
_TOP = 4
_GAP = 2


def library_workbook(lang: Lang) -> bytes:
    """KPIs, the complaint and harassment kit, phrases and ready requirements, to look things up in.

    Raises:
        CatalogueError: a data file is broken.
    """
    book = Book(lang, _TITLE.to(lang), {})
    for number, page in enumerate(pages()):
        sheet = book.sheet(page.name.to(lang))
        _write(sheet, page)
        if not number:
            sheet.open_here()
    return book.finish()


def _write(sheet: SheetWriter, page: Page) -> None:
    lang = sheet.book.lang
    sheet.put(1, 1, page.name.to(lang), Look.TITLE)
    sheet.high(1, 34)
    sheet.put(2, 1, page.lead.to(lang), Look.GUIDE)
    sheet.widths([width for _, width in page.tables[0].columns])
    row = _TOP
    several = len(page.tables) > 1
    for table in page.tables:
        if several:
            sheet.put(row, 1, table.title.to(lang), Look.SUBTITLE)
            row += 1
        row = _table(sheet, row, table) + _GAP
    if not several:
        # A filter would hide rows of the table beside it, and frozen headings would be those of one table.
        sheet.filter(area(_TOP, 1, _TOP + len(page.tables[0].rows), len(page.tables[0].columns)))
        sheet.freeze(_TOP + 1, 2)
    sheet.start_at("A1")
    sheet.protect()
    sheet.print_setup(
        header=_TITLE.to(lang),
        marking="",
        footer=_TITLE.to(lang),
        repeat=None if several else (_TOP, _TOP),
    )


def _table(sheet: SheetWriter, row: int, table: Table) -> int:
    """Write a table with its headings in `row`; gives back the row behind it."""
    lang = sheet.book.lang
    numeric = {n for n, cell in enumerate(table.rows[0], start=1) if isinstance(cell, Decimal)}
    heads: Mapping[int, tuple[CellValue, Look]] = {
        n: (heading.to(lang), Look.HEAD_NUMBER if n in numeric else Look.HEAD)
        for n, (heading, _) in enumerate(table.columns, start=1)
    }
    sheet.row(row, heads)
    for cells in table.rows:
        row += 1
        for n, cell in enumerate(cells, start=1):
            if isinstance(cell, Decimal):
                whole = cell == cell.to_integral_value()
                sheet.put(row, n, cell, Look.NUMBER, **({} if whole else {"num_format": "#,##0.0###"}))
            else:
                sheet.put(row, n, cell.to(lang) or None, Look.TEXT)
        sheet.fit(row, {n: cell.to(lang) for n, cell in enumerate(cells, 1) if isinstance(cell, Phrase)})
    return row + 1
