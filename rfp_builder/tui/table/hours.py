"""Days and hours of a row, such as a program (2.1) or a shift (4.1), and how they are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from textual.content import Content

from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Day
from rfp_builder.text.width import cell_width

STEP = 30
"""Minutes of one cell of the strip."""
CELLS = 24 * 60 // STEP
_LAST = 24 * 60
_DAYS, _OPENS, _CLOSES = "days", "opens", "closes"
_NINE, _EIGHTEEN = 9 * 60, 18 * 60
_OPEN, _SHUT = "#", "."
_SHORT = {Lang.JA: "月火水木金土日祝", Lang.EN: "Mo Tu We Th Fr Sa Su PH"}
_HOURS = Phrase("時間帯", "Hours")
_NO_HOURS = Phrase("開始時刻と終了時刻がまだありません。", "Opening and closing times are still missing.")
WEEKDAYS = frozenset({Day.MON, Day.TUE, Day.WED, Day.THU, Day.FRI})


@dataclass(frozen=True, slots=True)
class Hours:
    """On which days, from and to which minute after midnight; None where it is not answered."""

    days: frozenset[Day]
    opens: int | None
    closes: int | None

    def toggled(self, day: Day) -> Hours:
        """With `day` if it was without, else without."""
        return replace(self, days=self.days ^ {day})

    def on(self, days: frozenset[Day]) -> Hours:
        """On these days."""
        return replace(self, days=days)

    def between(self, opens: int, closes: int) -> Hours:
        """With these times, kept within the day and at least one step apart."""
        opens = min(max(opens, 0), _LAST - STEP)
        return replace(self, opens=opens, closes=min(max(closes, opens + STEP), _LAST))

    def opening(self, minutes: int) -> Hours:
        """Opening that many minutes later; usual hours where there are none."""
        if self.opens is None or self.closes is None:
            return self.between(_NINE, _EIGHTEEN)
        return self.between(min(_stepped(self.opens, minutes), self.closes - STEP), self.closes)

    def closing(self, minutes: int) -> Hours:
        """Closing that many minutes later; usual hours where there are none."""
        if self.opens is None or self.closes is None:
            return self.between(_NINE, _EIGHTEEN)
        return self.between(self.opens, _stepped(self.closes, minutes))

    def near(self, minute: int) -> Hours:
        """With whichever end is nearer put to `minute`."""
        if self.opens is None or self.closes is None:
            return self.between(minute, minute + 2 * STEP)
        if abs(minute - self.opens) <= abs(minute - self.closes):
            return self.between(min(minute, self.closes - STEP), self.closes)
        return self.between(self.opens, minute + STEP)

    def bar(self, step: int = STEP) -> str:
        """One character for each `step` minutes of a day: open in some of them, or not."""
        opens, closes = self.opens, self.closes
        if opens is None or closes is None:
            return _SHUT * (_LAST // step)
        starts = range(0, _LAST, step)
        return "".join(_OPEN if opens < start + step and start < closes else _SHUT for start in starts)


def has_hours(table: Question) -> bool:
    """Whether the rows of a table have days and hours."""
    return {_DAYS, _OPENS, _CLOSES} <= {column.name for column in table.columns}


def hours_of(row: Any) -> Hours:
    """The days and hours of a row; 未定 and 該当なし count as not answered."""
    return Hours(frozenset(known(row.days) or ()), known(row.opens), known(row.closes))


def as_changes(before: Hours, after: Hours) -> Mapping[str, object]:
    """What a row holds for other hours, by column; columns that say the same are left alone."""
    changes: dict[str, object] = {}
    if after.days != before.days:
        changes[_DAYS] = tuple(day for day in Day if day in after.days) or None
    if after.opens != before.opens:
        changes[_OPENS] = after.opens
    if after.closes != before.closes:
        changes[_CLOSES] = after.closes
    return changes


def scale(step: int = STEP) -> str:
    """The hours above a bar of cells of `step` minutes."""
    between, cells = 6 * 60 // step, _LAST // step
    return "".join(f"{hour:<{between}}" for hour in range(0, 24, 6)).rstrip().ljust(cells - 1) + "24"


def drawn(bar: str, *, runs: bool) -> Content:
    """A bar with its open part in colour; dim where nothing runs on the day."""
    style = "bold $background on $primary" if runs else "$text-muted"
    parts = []
    for part in _pieces(bar if runs else _SHUT * len(bar)):
        parts.append(Content.styled(part, style if part[0] == _OPEN else "$text-muted"))
    return Content.assemble(*parts)


def strip(hours: Hours, lang: Lang, room: int) -> Content:
    """The days and hours of a row on two lines, in half hours where there are `room` cells for it."""
    label = _HOURS.to(lang)
    if hours.opens is None or hours.closes is None:
        return Content.styled(f"{label}  {_NO_HOURS.to(lang)}", "$text-muted")
    days = _days_said(hours.days, lang)
    width = cell_width(days, ambiguous=1)
    step = STEP if room >= width + CELLS + 2 else 2 * STEP
    head = label + " " * (width - cell_width(label, ambiguous=1))
    return Content("\n").join(
        [
            Content.styled(f"{head} {scale(step)}", "$text-muted"),
            Content.assemble(Content(f"{days} "), drawn(hours.bar(step), runs=bool(hours.days))),
        ]
    )


def _days_said(days: frozenset[Day], lang: Lang) -> str:
    if lang is Lang.JA:
        return "".join(letter if day in days else "- " for letter, day in zip(_SHORT[lang], Day, strict=True))
    names = zip(_SHORT[lang].split(), Day, strict=True)
    return " ".join(name if day in days else "--" for name, day in names)


def _stepped(minute: int, by: int) -> int:
    """Onto the grid of half hours first."""
    moved = minute + by
    return moved - moved % STEP if by > 0 else moved + -moved % STEP


def _pieces(bar: str) -> list[str]:
    """Runs of the same character."""
    pieces: list[str] = []
    for letter in bar:
        if pieces and pieces[-1][0] == letter:
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces
