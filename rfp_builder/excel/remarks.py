"""Notes about a received workbook, gathered over its sheets and put as remarks for the project."""

from __future__ import annotations

from collections.abc import Iterable

from rfp_builder.excel.notes import Level, RowNote
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.proposals import Remark
from rfp_builder.text.clean import clean

_WHERE_SHOWN = 60


class Remarks:
    """Collects remarks in the order they are met. A message must never hold an amount.

    Remarks on no sheet in particular are put down to the file, by its name.
    """

    def __init__(self, file_name: str) -> None:
        self._file = file_name.replace("\\", "/").rsplit("/", 1)[-1]
        self._remarks: list[Remark] = []
        self.blocking = False
        """Whether one of them is an error: something was not read, or is missing."""

    def notes(self, notes: Iterable[RowNote]) -> None:
        """Take over what the reader of a table noted."""
        for note in notes:
            self._add(note.level, note.sheet, note.cell, note.message)

    def error(self, sheet: str, cell: str, message: Phrase) -> None:
        """Something was not read, or is missing."""
        self._add(Level.ERROR, sheet, cell, message)

    def warn(self, sheet: str, cell: str, message: Phrase) -> None:
        """Something was read with an assumption."""
        self._add(Level.WARNING, sheet, cell, message)

    def all(self) -> tuple[Remark, ...]:
        """The remarks."""
        return tuple(self._remarks)

    def _add(self, level: Level, sheet: str, cell: str, message: Phrase) -> None:
        # Names come from outside and may be anything.
        name = "".join(char for char in clean(sheet or self._file).text if char.isprintable())
        name = name.strip()[:_WHERE_SHOWN].strip() or "?"
        self.blocking = self.blocking or level is Level.ERROR
        self._remarks.append(
            Remark(
                level="error" if level is Level.ERROR else "warning",
                where=f"{name}!{cell}" if cell else name,
                ja=clean(message.to(Lang.JA)).text,
                en=clean(message.to(Lang.EN)).text,
            )
        )
