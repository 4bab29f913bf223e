"""Values as findings say them, in both languages at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from fractions import Fraction

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.i18n import Lang, Phrase, listed
from rfp_builder.text.show import Number, show_date, show_number, show_time


def day(value: date) -> Phrase:
    """2027年4月1日（木）, Thu 1 April 2027."""
    return Phrase(show_date(value, Lang.JA), show_date(value, Lang.EN))


def number(value: Number) -> str:
    """A number with thousands separated; a fraction with one digit."""
    return (
        show_number(value, 1) if isinstance(value, Fraction) and value.denominator > 1 else show_number(value)
    )


def clock(minutes: int) -> str:
    """9:00."""
    return show_time(minutes)


def label(member: Enum) -> Phrase:
    """The label of a choice."""
    return choice_label(member)


def same(text: str) -> Phrase:
    """A text that reads the same in both languages."""
    return Phrase(text, text)


def spans(positions: Iterable[int]) -> Phrase:
    """Positions in ascending order, runs drawn together: 1〜3、7 / 1–3, 7."""
    runs: list[tuple[int, int]] = []
    for position in positions:
        if runs and position == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], position)
        else:
            runs.append((position, position))
    return listed(
        same(str(first)) if first == last else Phrase(f"{first}〜{last}", f"{first}–{last}")
        for first, last in runs
    )
