"""Tables of texts, piece by piece: what a CSV file and the sheets of a workbook have in common."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from rfp_builder.workload.history.oddities import Oddities, OddKind, at_line

PIECE = 4000
"""Rows that are handled at a time."""
HEAD = 300
"""Rows in which headings and columns are recognised."""
_LONGEST_RECORD = 5
"""Lines that a quoted cell may run over; beyond, the quotation mark is a slip."""

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some rows of a table and their numbers in the file."""

    numbers: Sequence[int]
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of texts.

    `pieces` starts from the top each time; it notes what is odd in how the text is written.
    """

    sheet: str
    """Its name, empty for a CSV file."""
    size: int
    """Rows, for showing progress."""
    pieces: Callable[[Oddities], Iterator[Piece]]

    def head(self) -> Piece:
        """The first rows."""
        first = next(self.pieces(Oddities()), Piece((), []))
        return Piece(first.numbers[:HEAD], first.rows[:HEAD])


def csv_table(text: str) -> Table:
    """The table in `text`, whose lines end with ``\\n``."""
    lines = text.split("\n")
    mark = _separator(lines)
    return Table("", len(lines), lambda odd: _pieces(lines, mark, odd))


def rows_table(sheet: str, numbers: Sequence[int], rows: Sequence[Row]) -> Table:
    """The table of a worksheet."""

    def pieces(odd: Oddities) -> Iterator[Piece]:
        for at in range(0, len(rows), PIECE):
            yield Piece(numbers[at : at + PIECE], list(rows[at : at + PIECE]))

    return Table(sheet, len(rows), pieces)


def _separator(lines: Sequence[str]) -> str:
    """The character that stands most evenly in the first lines."""
    sample = [line for line in islice(lines, HEAD) if line.strip()]
    return max(",\t;", key=lambda mark: sum(mark in line for line in sample))


def _pieces(lines: Sequence[str], mark: str, odd: Oddities) -> Iterator[Piece]:
    at = 0
    while at < len(lines):
        piece = lines[at : at + PIECE]
        if any('"' in line for line in piece):
            end, numbers, rows = _quoted(lines, at, mark, odd)
        else:
            end, numbers = at + len(piece), range(at + 1, at + len(piece) + 1)
            rows = [line.split(mark) for line in piece]
        yield Piece(numbers, rows)
        at = end


def _quoted(lines: Sequence[str], at: int, mark: str, odd: Oddities) -> tuple[int, Sequence[int], list[Row]]:
    """Rows with quotation marks, from `at`; also where the next piece starts."""
    numbers: list[int] = []
    records: list[str] = []
    end = min(at + PIECE, len(lines))
    while at < end:
        taken, record = 1, lines[at]
        while record.count('"') % 2 and taken < _LONGEST_RECORD and at + taken < len(lines):
            record = f"{record}\n{lines[at + taken]}"
            taken += 1
        if record.count('"') % 2:
            odd.add(OddKind.QUOTES, 1, [at_line(at + 1)])
            taken, record = 1, lines[at].replace('"', "")
        numbers.append(at + 1)
        records.append(record)
        at += taken
    return at, numbers, [_cells(record, mark) for record in records]


def _cells(record: str, mark: str) -> Row:
    try:
        return next(csv.reader([record], delimiter=mark), [])
    except csv.Error:
        return record.replace('"', "").split(mark)
