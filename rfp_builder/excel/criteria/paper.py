"""Sheets with columns that only the program needs: they are hidden."""

from __future__ import annotations

from rfp_builder.excel.writing.book import Book
from rfp_builder.excel.writing.sheet import SheetWriter


class KeyedSheet(SheetWriter):
    """A sheet that can hide columns."""

    def hide(self, column: int) -> None:
        """Keep a column out of sight."""
        self._sheet.set_column(column - 1, column - 1, None, None, {"hidden": True})


class KeyedBook(Book):
    """A workbook of such sheets."""

    def keyed(self, name: str) -> KeyedSheet:
        """A new sheet. Names are 31 characters at the most."""
        return KeyedSheet(self, self._book.add_worksheet(name), name)
