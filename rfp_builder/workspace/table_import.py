"""Rows of a table from somebody's Excel or CSV file, whatever else stands in it. The file is not trusted."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from operator import itemgetter
from pathlib import Path

from rfp_builder.errors import Refused
from rfp_builder.forms.headings import Place, headings_in
from rfp_builder.forms.questions import Question
from rfp_builder.forms.rows import Block, read_cells
from rfp_builder.forms.setting import Setting
from rfp_builder.i18n import Phrase
from rfp_builder.model.base import Value
from rfp_builder.text.show import show_time

Lines = tuple[tuple[str, ...], ...]
_PACKED = (b"PK", b"\xd0\xcf\x11\xe0")
"""How workbooks begin, the old ones too: the gate says what is wrong with those."""
_ENCODINGS = ("utf-8-sig", "cp932")
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_SEPARATORS = ",\t;"
_SEARCHED = 30
"""Lines in which headings are looked for: titles and notes often stand above a table."""
_BYTES, _ROWS, _COLUMNS = 25 * 1024 * 1024, 20_000, 256

_REFUSED = Phrase("「{file}」を読み込めません。", "“{file}” cannot be read.")
_NO_TEXT = Phrase(
    "Excel ブックでも CSV ファイルでもないようです。",
    "It seems to be neither an Excel workbook nor a CSV file.",
)
_SAVE_AGAIN = Phrase(
    "Excel で開き、「Excel ブック（*.xlsx）」として保存し直してください。",
    "Open it in Excel and save it as “Excel Workbook (*.xlsx)”.",
)
_TOO_LARGE = Phrase(
    "大きすぎます（上限は25MB、20,000行、256列です）。",
    "It is too large (at most 25 MB, 20,000 rows and 256 columns).",
)
_SPLIT = Phrase(
    "必要な表だけを別のファイルに分けてください。", "Put the table you need into a file of its own."
)
_NOTHING = Phrase("文字や数値の入ったセルがありません。", "No cell in it holds anything.")
_OTHER_FILE = Phrase("別のファイルを選んでください。", "Please choose another file.")


@dataclass(frozen=True, slots=True)
class SheetLines:
    """The cells of one sheet as texts, from its first row on; a CSV file is a sheet without a name."""

    name: str
    lines: Lines


@dataclass(frozen=True, slots=True)
class Understood:
    """What a file was understood to hold for a table.

    `headings`: each heading of the file with the column it stands for, None where there is none; without any,
    the columns were taken in their order. Remarks of the block count the lines of the sheet from 1.
    """

    sheet: str
    headings: tuple[tuple[str, Question | None], ...]
    block: Block


def read_file(file: Path) -> tuple[SheetLines, ...]:
    """As `read_sheets`, without taking more of the file into memory than is allowed.

    Raises:
        Refused: the file is too large, damaged, unsafe, or of another kind.
        OSError: it is not there or may not be read.
    """
    with file.open("rb") as opened:
        return read_sheets(opened.read(_BYTES + 1), file.name)


def read_sheets(data: bytes, file_name: str) -> tuple[SheetLines, ...]:
    """The visible sheets of a workbook, or the one of a CSV file (UTF-8, UTF-16 or Shift_JIS).

    Raises:
        Refused: the file is too large, damaged, unsafe, or of another kind.
    """
    if len(data) > _BYTES:
        raise _refused(file_name, _TOO_LARGE, _SPLIT)
    if data.startswith(_PACKED):
        from rfp_builder.excel.reader import read_workbook

        workbook = read_workbook(data, file_name)
        sheets = [SheetLines(one.name, _full(one.rows)) for one in workbook if not one.hidden]
    else:
        sheets = [SheetLines("", _separated(_decoded(data, file_name), file_name))]
    found = tuple(one for one in sheets if any(any(line) for line in one.lines))
    if not found:
        raise _refused(file_name, _NOTHING, _OTHER_FILE)
    return found


def understand(
    table: Question, sheets: Sequence[SheetLines], present: Sequence[Value], setting: Setting
) -> Understood:
    """The rows of `table` in the sheet whose headings fit best, from the line of headings on."""
    _, sheet, at, places = max((_best_line(table, one) for one in sheets), key=itemgetter(0))
    lines = sheet.lines[at:] if places else _without_margin(sheet.lines)
    block = read_cells(table, lines, present, setting)
    remarks = tuple(replace(one, row=one.row + at) for one in block.remarks)
    headings = tuple(
        (" ".join(text.split()), place.column if place is not None else None)
        for text, place in zip(sheet.lines[at], places, strict=False)
        if text.strip()
    )
    return Understood(sheet.name, headings, replace(block, remarks=remarks))


def _best_line(table: Question, sheet: SheetLines) -> tuple[int, SheetLines, int, list[Place | None]]:
    best: tuple[int, SheetLines, int, list[Place | None]] = (0, sheet, 0, [])
    for at, line in enumerate(sheet.lines[:_SEARCHED]):
        places = headings_in(table, line, alone=at == len(sheet.lines) - 1) or []
        count = sum(place is not None for place in places)
        if count > best[0]:
            best = (count, sheet, at, places)
    return best


def _full(rows: Iterable[object]) -> Lines:
    """All lines from the first to the last, each as long as its last cell is far right."""
    from rfp_builder.excel.reading.values import Row

    lines: list[tuple[str, ...]] = []
    for row in rows:
        assert isinstance(row, Row)
        texts = {cell.column: _text(cell.value, percent=cell.percent) for cell in row.cells}
        lines += [()] * (row.number - 1 - len(lines))
        lines.append(tuple(texts.get(column, "") for column in range(1, max(texts, default=0) + 1)))
    return tuple(lines)


def _text(value: object, *, percent: bool) -> str:
    """What a cell says, as people would type it."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value * 100:f}%" if percent else f"{value:f}"
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case time():
            return show_time(value.hour * 60 + value.minute)
    return str(getattr(value, "code", getattr(value, "raw", value)))


def _decoded(data: bytes, file_name: str) -> str:
    for encoding in ("utf-16",) if data.startswith(_WIDE) else _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise _refused(file_name, _NO_TEXT, _SAVE_AGAIN)


def _separated(text: str, file_name: str) -> Lines:
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    lines: list[tuple[str, ...]] = []
    try:
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            lines.append(tuple(line))
            if len(lines) > _ROWS or len(line) > _COLUMNS:
                raise _refused(file_name, _TOO_LARGE, _SPLIT)
    except csv.Error:
        raise _refused(file_name, _NO_TEXT, _SAVE_AGAIN) from None
    return tuple(lines)


def _without_margin(lines: Lines) -> Lines:
    """Without the empty columns at the left."""
    filled = [next((at for at, text in enumerate(line) if text.strip()), None) for line in lines]
    margin = min((at for at in filled if at is not None), default=0)
    return tuple(line[margin:] for line in lines)


def _refused(file_name: str, why: Phrase, remedy: Phrase) -> Refused:
    return Refused(_REFUSED.fill(file=file_name), why, remedy)
