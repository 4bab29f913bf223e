"""A workbook in the making: sheets in the house style, lists to pick from, and what it says it is."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any

from rfp_builder.excel.meta import META_SHEET
from rfp_builder.excel.reading.values import column_letters
from rfp_builder.excel.writing.look import Look, face, properties
from rfp_builder.excel.writing.packing import LockedWorkbook
from rfp_builder.excel.writing.sheet import SheetWriter
from rfp_builder.i18n import Lang, Phrase

CREATED = datetime(2000, 1, 1)
"""In every file, so that the same content gives the same bytes."""

_LISTS = Phrase("選択肢", "Lists")
_LIST_NAME = "choices_{n}"
_INLINE = 255
"""Characters of a list that fits into the rule of a cell; a longer one stands in a sheet of its own."""


class Book:
    """Collects sheets; `finish` gives the bytes.

    Args:
        lang: of all texts, and so of the fonts.
        title: what the file's properties call it.
        meta: keys and values of the hidden sheet that says what the workbook is; nothing secret.
    """

    def __init__(self, lang: Lang, title: str, meta: Mapping[str, str]) -> None:
        self.lang = lang
        self._buffer = io.BytesIO()
        font = face(lang)
        self._book: Any = LockedWorkbook(
            self._buffer,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "default_row_height": font.line,
                "default_format_properties": {
                    "font_name": font.font,
                    "font_size": font.size,
                    "font_charset": font.charset,
                },
            },
        )
        self._book.set_properties({"title": title, "created": CREATED})
        self._book.set_size(1920, 1200)
        self._meta = MappingProxyType(dict(meta))
        self._formats: dict[tuple[Look, bool, frozenset[tuple[str, object]]], Any] = {}
        self._lists: dict[tuple[str, ...], str] = {}

    def sheet(self, name: str) -> SheetWriter:
        """A new sheet. Names are 31 characters at the most."""
        return SheetWriter(self, self._book.add_worksheet(name), name)

    def format(self, look: Look, *, quoted: bool = False, **changes: object) -> Any:
        """The format of a look, with `changes` to its properties.

        `quoted` is for cells that hold a text: one that begins with "=" stays a text when it is edited.
        """
        key = (look, quoted, frozenset(changes.items()))
        if key not in self._formats:
            props = properties(look, self.lang) | changes
            if quoted:
                props["quote_prefix"] = True
            self._formats[key] = self._book.add_format(props)
        return self._formats[key]

    def emphasis(self, **props: object) -> Any:
        """A format for a condition: only what differs from the cell's own."""
        return self._book.add_format(props)

    def chart(self, kind: str, subtype: str | None = None) -> Any:
        """A chart (XlsxWriter's), to be put on a sheet with `SheetWriter.put_chart`."""
        return self._book.add_chart({"type": kind, "subtype": subtype} if subtype else {"type": kind})

    def pick_list(self, labels: Sequence[str]) -> list[str] | str:
        """The source of a drop-down list: the labels themselves, or a name for where they stand."""
        listed = tuple(labels)
        # A comma parts two labels, and a quotation mark ends them all: Excel would "repair" the file.
        if len(",".join(listed)) <= _INLINE and not any({",", '"'} & set(label) for label in listed):
            return list(listed)
        name = self._lists.setdefault(listed, _LIST_NAME.format(n=len(self._lists) + 1))
        return f"={name}"

    def finish(self) -> bytes:
        """The finished file. The book takes no more sheets afterwards."""
        self._write_lists()
        sheet = self._book.add_worksheet(META_SHEET)
        for row, (key, value) in enumerate(self._meta.items()):
            sheet.write_string(row, 0, key)
            sheet.write_string(row, 1, value)
        sheet.protect()
        sheet.very_hidden()
        self._book.close()
        return self._buffer.getvalue()

    def _write_lists(self) -> None:
        if not self._lists:
            return
        name = _LISTS.to(self.lang)
        sheet = self._book.add_worksheet(name)
        for column, (labels, defined) in enumerate(self._lists.items()):
            letters = column_letters(column + 1)
            for row, label in enumerate(labels):
                sheet.write_string(row, column, label)
            self._book.define_name(defined, f"='{name}'!${letters}$1:${letters}${len(labels)}")
        sheet.protect()
        sheet.very_hidden()
