"""What was noticed while a sheet was read: where, how bad, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rfp_builder.i18n import Phrase


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
    """Collects the notes about one sheet."""

    def __init__(self, sheet: str) -> None:
        self.notes: list[RowNote] = []
        self._sheet = sheet

    def error(self, cell: str, code: str, message: Phrase) -> None:
        """Something at `cell` was not read."""
        self.notes.append(RowNote(Level.ERROR, self._sheet, cell, code, message))

    def warn(self, cell: str, code: str, message: Phrase) -> None:
        """Something at `cell` was read with an assumption."""
        self.notes.append(RowNote(Level.WARNING, self._sheet, cell, code, message))
