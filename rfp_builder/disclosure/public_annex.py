"""The volume annex as vendors see it: a value that has no place for anything else, and how it is filled.

What fills it takes the annex and the definition, which names the programs; it never sees the staffing plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.catalogue.outline import row_name
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.annex import DAYS_A_WEEK, AnnexSeries, MonthVolume, VolumeAnnex
from rfp_builder.model.definition import Definition
from rfp_builder.model.localized import Localized
from rfp_builder.text.show import show_number

_BOTH = Phrase("{program}・{channel}", "{program}, {channel}")
_NO_PROGRAM = Phrase("{channel}（業務の区分なし）", "{channel} (not split by program)")
_NO_CHANNEL = Phrase("{program}（チャネルの区分なし）", "{program} (not split by channel)")
_UNDIVIDED = Phrase("区分なし", "Not split")
_ALL = Phrase("全体", "All contacts")

MOST_ROWS = 36
"""Intervals of a day that one page holds beside its headings; of more, two make one."""
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class PublicMonth:
    """Contacts of a month, one number for each queue; None where nothing is said of it."""

    month: str
    contacts: tuple[int | None, ...]
    only: tuple[int, int] | None = None
    """First and last day of the month that are counted, where it is not the whole."""
    missing_days: int = 0

    @property
    def total(self) -> int:
        """All queues together."""
        return sum(one or 0 for one in self.contacts)


@dataclass(frozen=True, slots=True)
class PublicWeek:
    """Average contacts of a queue: intervals from `opens` (minutes after midnight) on × days from Monday."""

    queue: str
    interval_minutes: int
    opens: int
    averages: tuple[tuple[Decimal, ...], ...]

    @property
    def days(self) -> tuple[Decimal, ...]:
        """A whole day: what stands in its column, added up."""
        return tuple(sum((row[day] for row in self.averages), Decimal(0)) for day in range(DAYS_A_WEEK))


@dataclass(frozen=True, slots=True)
class PublicHandling:
    """Average handling time of a queue in seconds, and of how many contacts it is the mean."""

    queue: str
    aht: int
    measured: int | None


@dataclass(frozen=True, slots=True)
class PublicReason:
    """A contact reason; `share` in per cent of all contacts, `aht` in seconds."""

    reason: str
    share: Decimal
    aht: int | None
    measured: int | None


@dataclass(frozen=True, slots=True)
class PublicSpecial:
    """Days to come that differ; `factor` times an ordinary day, 0 is closed."""

    occasion: str | None
    first: date
    last: date
    factor: Decimal


@dataclass(frozen=True, slots=True)
class PublicLeftOut:
    """Days that are not in the averages."""

    closed: int
    missing: int
    special: int
    holidays: int
    unusual: int


@dataclass(frozen=True, slots=True)
class PublicAnnex:
    """Facts on the volume of contacts."""

    made_on: date
    history: tuple[date, date]
    expected_period: tuple[date, date] | None
    growth: Decimal | None
    """Per cent a year."""
    counted_as: str | None
    averaged: int
    left_out: PublicLeftOut
    queues: tuple[str, ...]
    actual: tuple[PublicMonth, ...]
    expected: tuple[PublicMonth, ...]
    weeks: tuple[PublicWeek, ...]
    handling: tuple[PublicHandling, ...]
    reasons: tuple[PublicReason, ...]
    reasons_counted: bool
    """In the period of the actual figures; else the shares of 2.6 stand here."""
    specials: tuple[PublicSpecial, ...]

    def figures(self) -> Iterator[str]:
        """Every number of contacts as it is shown, as often as it is shown."""
        several = len(self.queues) > 1
        for months in (self.actual, self.expected):
            rows = [month.contacts for month in months]
            if len(rows) > 1 or (rows and not several):
                rows.append(tuple(sum(one or 0 for one in column) for column in zip(*rows, strict=True)))
            for row in rows:
                yield from (show_number(one) for one in row if one is not None)
                yield from (show_number(sum(one or 0 for one in row)),) if several else ()
        for week in self.weeks:
            by_day = week.interval_minutes == _DAY
            for averages in week.averages if by_day else (*week.averages, week.days):
                yield from (show_number(one, 1) for one in averages if one)


def public_annex(annex: VolumeAnnex, definition: Definition, lang: Lang) -> PublicAnnex:
    """The annex with its texts in one language."""
    names = tuple(_name(one, definition, annex.series, lang) for one in annex.series)
    counted = (annex.history_first, annex.history_last)
    forecast = annex.expected_first or annex.history_last, annex.expected_last or annex.history_last
    gaps = {gap.month: gap.days for gap in annex.gaps}
    left_out = annex.left_out
    return PublicAnnex(
        made_on=annex.made_on,
        history=counted,
        expected_period=forecast if any(one.expected for one in annex.series) else None,
        growth=annex.growth,
        counted_as=_text(annex.counted_as, lang),
        averaged=annex.averaged,
        left_out=PublicLeftOut(
            closed=left_out.closed,
            missing=left_out.missing,
            special=left_out.special,
            holidays=left_out.holidays,
            unusual=left_out.unusual,
        ),
        queues=names,
        actual=tuple(_months([one.actual for one in annex.series], counted, gaps)),
        expected=tuple(_months([one.expected for one in annex.series], forecast, {})),
        weeks=tuple(
            _week(name, one, annex) for name, one in zip(names, annex.series, strict=True) if one.week
        ),
        handling=tuple(
            PublicHandling(name, one.aht, one.measured)
            for name, one in zip(names, annex.series, strict=True)
            if one.aht is not None
        ),
        reasons=tuple(
            PublicReason(one.reason.to(lang), one.share, one.aht, one.measured) for one in annex.reasons
        ),
        reasons_counted=annex.reasons_counted,
        specials=tuple(
            PublicSpecial(_text(one.occasion, lang), one.first, one.last, one.factor)
            for one in sorted(annex.specials, key=lambda one: one.first)
        ),
    )


def _name(one: AnnexSeries, definition: Definition, series: Sequence[AnnexSeries], lang: Lang) -> str:
    """Program and channel; one without either is the whole only where it stands alone."""
    program = row_name(definition, "work.programs.programs", one.program, lang) if one.program else ""
    channel = choice_label(one.channel).to(lang) if one.channel else ""
    if program and channel:
        return _BOTH.fill(program=program, channel=channel).to(lang)
    if len(series) == 1:
        return program or channel or _ALL.to(lang)
    if channel:
        return _NO_PROGRAM.fill(channel=channel).to(lang)
    return _NO_CHANNEL.fill(program=program).to(lang) if program else _UNDIVIDED.to(lang)


def _months(
    series: Sequence[Sequence[MonthVolume]], period: tuple[date, date], gaps: dict[str, int]
) -> Iterator[PublicMonth]:
    by_month = [{one.month: one.contacts for one in months} for months in series]
    for month in sorted({one for months in by_month for one in months}):
        contacts = tuple(months.get(month) for months in by_month)
        yield PublicMonth(month, contacts, _only(month, period), gaps.get(month, 0))


def _only(month: str, period: tuple[date, date]) -> tuple[int, int] | None:
    year, number = (int(part) for part in month.split("-"))
    first = date(year, number, 1)
    last = date(year + number // 12, number % 12 + 1, 1).toordinal() - first.toordinal()
    begins, ends = (
        (day.day if (day.year, day.month) == (year, number) else whole)
        for day, whole in zip(period, (1, last), strict=True)
    )
    return None if (begins, ends) == (1, last) else (begins, ends)


def _week(name: str, one: AnnexSeries, annex: VolumeAnnex) -> PublicWeek:
    """Intervals in which nothing comes in before the first and behind the last contact are not shown."""
    rows = list(zip(*one.week, strict=True))
    filled = [at for at, row in enumerate(rows) if any(row)]
    first, end = (filled[0], filled[-1] + 1) if filled else (0, 1)
    minutes, opens = annex.interval_minutes, annex.opens + first * annex.interval_minutes
    rows = rows[first:end]
    while len(rows) > MOST_ROWS and _DAY % (2 * minutes) == 0:
        # Every interval drawn together begins where the clock says so: at the full hour, not at half past.
        lead = opens % (2 * minutes) // minutes
        blank = (Decimal(0),) * DAYS_A_WEEK
        padded = [blank] * lead + rows
        padded += [blank] * (len(padded) % 2)
        rows = [
            tuple(sum(pair, Decimal(0)) for pair in zip(*two, strict=True))
            for two in zip(padded[::2], padded[1::2], strict=True)
        ]
        opens, minutes = opens - lead * minutes, 2 * minutes
    return PublicWeek(name, minutes, opens, tuple(rows))


def _text(text: Localized | None, lang: Lang) -> str | None:
    return text.to(lang) if text is not None else None
