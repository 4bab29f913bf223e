"""What was noticed while a sheet was read: where, how bad, and what to do about it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from rfp_builder.i18n import Phrase

_OF_ONE_KIND = 500
_MORE = Phrase("同じ種類の指摘が、ほかに{n}件あります。", "There are {n} more remarks of this kind.")


class Level(StrEnum):
    """How bad a note is."""

    ERROR = "error"
    """Something was not read."""
    WARNING = "warning"
    """It was read, with an assumption that somebody should look at."""


@dataclass(frozen=True, slots=True)
class RowNote:
    """One remark about a cell, or about the whole sheet if `cell` is empty.

    The message never holds an amount, so that notes may be shown before prices are opened.
    """

    level: Level
    sheet: str
    cell: str
    code: str
    """Which remark it is, for machines: id.unknown, cell.error …"""
    message: Phrase


class Notebook:
    """Collects the notes about one sheet: no note twice, and of one kind no more than anybody reads."""

    def __init__(self, sheet: str) -> None:
        self._sheet = sheet
        self._notes: dict[RowNote, None] = {}
        self._met: Counter[tuple[Level, str]] = Counter()

    def error(self, cell: str, code: str, message: Phrase) -> None:
        """Something at `cell` was not read."""
        self._add(Level.ERROR, cell, code, message)

    def warn(self, cell: str, code: str, message: Phrase) -> None:
        """Something at `cell` was read with an assumption."""
        self._add(Level.WARNING, cell, code, message)

    def notes(self) -> tuple[RowNote, ...]:
        """All notes in the order of the sheet, those on the whole sheet first."""
        more = [
            RowNote(level, self._sheet, "", code, _MORE.fill(n=met - _OF_ONE_KIND))
            for (level, code), met in self._met.items()
            if met > _OF_ONE_KIND
        ]
        return tuple(sorted((*more, *self._notes), key=_place))

    def _add(self, level: Level, cell: str, code: str, message: Phrase) -> None:
        self._met[level, code] += 1
        if self._met[level, code] <= _OF_ONE_KIND:
            self._notes[RowNote(level, self._sheet, cell, code, message)] = None


def _place(note: RowNote) -> tuple[int, int, str]:
    letters = note.cell.rstrip("0123456789")
    return int(note.cell[len(letters) :] or 0), len(letters), letters
