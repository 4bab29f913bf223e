"""Columns of the sheets that travel: one description builds a sheet and reads it back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rfp_builder.forms.choices import Choice
from rfp_builder.i18n import Phrase


class Kind(StrEnum):
    """What the cells of a column hold, and as what a row gives it back."""

    ID = "id"
    """The key of the row: `str`. At most one column of a table."""
    TEXT = "text"
    """`str`, cleaned."""
    CHOICE = "choice"
    """The `value` of one of the column's choices."""
    AMOUNT = "amount"
    """Money: `int`, in the smallest unit of `currency`."""
    NUMBER = "number"
    """`Decimal`."""
    PERCENT = "percent"
    """A number of percent: `Decimal`; 80 for 80%."""
    DATE = "date"
    """`date`."""
    BOOL = "bool"
    """`bool`, written はい/いいえ or yes/no."""


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """One column, for the writer and the reader alike.

    Columns are found by their heading (in either language, or an alias), never by their position.
    """

    key: str
    """The column's name in code."""
    heading: Phrase
    kind: Kind = Kind.TEXT
    aliases: tuple[str, ...] = ()
    """Other headings it is known by."""
    required: bool = False
    """The column must be there, and every row must have an answer in it."""
    given: bool = False
    """Filled in by the sender of the sheet, for reading only: locked when written, and never read back."""
    choices: tuple[Choice, ...] = ()
    currency: str = "JPY"
    units: tuple[str, ...] = ()
    """Words that may stand behind a number (件, 席)."""
    width: int = 16
    """In half-width characters."""
    prompt: Phrase | None = None
    """Shown beside the cell while it is filled in."""

    def __post_init__(self) -> None:
        if bool(self.choices) != (self.kind is Kind.CHOICE):
            raise ValueError(f"column {self.key}: choices belong to a choice column, and only there")

    @property
    def headings(self) -> tuple[str, ...]:
        """Every text that heads this column."""
        return (self.heading.ja, self.heading.en, *self.aliases)

    @property
    def is_answer(self) -> bool:
        """Whether the person who fills in the sheet writes here."""
        return not self.given and self.kind is not Kind.ID
