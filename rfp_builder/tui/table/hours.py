"""How the days and hours of a row are drawn."""

from __future__ import annotations

from textual.content import Content

from rfp_builder.forms.hours import LAST, OPEN, SHUT, STEP, Hours
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.choices import Day
from rfp_builder.tui.widths import cells_of, filled

CELLS = LAST // STEP
"""Cells of the strip."""
_SHORT = {Lang.JA: "月火水木金土日祝", Lang.EN: "Mo Tu We Th Fr Sa Su PH"}
_HOURS = Phrase("時間帯", "Hours")
_NO_HOURS = Phrase("開始時刻と終了時刻がまだありません。", "Opening and closing times are still missing.")


def scale(step: int = STEP) -> str:
    """The hours above a bar of cells of `step` minutes."""
    between, cells = 6 * 60 // step, LAST // step
    return "".join(f"{hour:<{between}}" for hour in range(0, 24, 6)).rstrip().ljust(cells - 1) + "24"


def drawn(bar: str, *, runs: bool) -> Content:
    """A bar with its open part in colour; dim where nothing runs on the day."""
    style = "bold $background on $primary" if runs else "$text-muted"
    parts = []
    for part in _pieces(bar if runs else SHUT * len(bar)):
        parts.append(Content.styled(part, style if part[0] == OPEN else "$text-muted"))
    return Content.assemble(*parts)


def strip(hours: Hours, lang: Lang, room: int) -> Content:
    """The days and hours of a row on two lines, in half hours where there are `room` cells for it."""
    label = _HOURS.to(lang)
    if hours.opens is None or hours.closes is None:
        return Content.styled(f"{label}  {_NO_HOURS.to(lang)}", "$text-muted")
    days = _days_said(hours.days, lang)
    width = cells_of(days)
    step = STEP if room >= width + CELLS + 2 else 2 * STEP
    head = filled(label, width)
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


def _pieces(bar: str) -> list[str]:
    """Runs of the same character."""
    pieces: list[str] = []
    for letter in bar:
        if pieces and pieces[-1][0] == letter:
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces
