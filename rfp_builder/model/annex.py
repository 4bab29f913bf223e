"""The volume annex of the RFP: what came in and what is expected, in facts that every vendor may read."""

from decimal import Decimal
from typing import Annotated, Self

from pydantic import Field, model_validator

from rfp_builder.i18n import Lang
from rfp_builder.model.answers import ProgramRef
from rfp_builder.model.base import Value
from rfp_builder.model.choices import Channel
from rfp_builder.model.derived import Input
from rfp_builder.model.localized import Localized
from rfp_builder.model.units import CalendarDate, Clock, Count, Minutes, Percent, Seconds, YearMonth

DAYS_A_WEEK = 7

Average = Annotated[Decimal, Field(ge=0, le=10**9, max_digits=11, decimal_places=1)]
"""Average contacts of an interval, to a tenth."""


class MonthVolume(Value):
    """Contacts of one month."""

    month: YearMonth
    contacts: Count


class AnnexSeries(Value):
    """One queue: a program on a channel.

    `week` holds the average contacts of each interval of an ordinary week, Monday first, every day from the
    annex's `opens` on. `aht` is the mean of the `measured` contacts, where it was measured.
    """

    program: ProgramRef | None = None
    channel: Channel | None = None
    actual: tuple[MonthVolume, ...] = ()
    expected: tuple[MonthVolume, ...] = ()
    week: tuple[tuple[Average, ...], ...] = ()
    aht: Seconds | None = None
    measured: Count | None = None

    @model_validator(mode="after")
    def _week_is_whole(self) -> Self:
        if self.week and (len(self.week) != DAYS_A_WEEK or len({len(day) for day in self.week}) != 1):
            raise ValueError("a week has seven days with the same number of intervals")
        return self


class AnnexReason(Value):
    """A contact reason with its share of all contacts and its handling time."""

    reason: Localized
    share: Percent
    aht: Seconds | None = None
    measured: Count | None = None


class AnnexSpecial(Value):
    """Days that differ; `factor` times the contacts of an ordinary day."""

    occasion: Localized | None = None
    first: CalendarDate
    last: CalendarDate
    factor: Annotated[Decimal, Field(ge=0, le=1000, max_digits=7, decimal_places=3)]


class LeftOut(Value):
    """Days of the history that are not in the averages, each counted once, under the first that fits."""

    closed: Count = 0
    missing: Count = 0
    """Lost: nothing was recorded although most days of their kind have contacts."""
    special: Count = 0
    """Known to differ: campaigns and the like."""
    holidays: Count = 0
    """National holidays, year end and Obon."""
    unusual: Count = 0
    """Far from what is usual, for a reason that nobody named."""

    @property
    def total(self) -> int:
        """All of them."""
        return self.closed + self.missing + self.special + self.holidays + self.unusual


class MonthGap(Value):
    """A month whose actual contacts lack some days."""

    month: YearMonth
    days: Count


class VolumeAnnex(Value):
    """Facts only: no headcount, no cost, nothing that says how the client would staff it.

    `history_first` to `history_last` is what the actual months come from, `expected_first` to
    `expected_last` what the expected ones cover; neither need begin or end with a month. `growth` is the
    change a year that the expected months assume, in per cent.
    """

    made_on: CalendarDate
    history_first: CalendarDate
    history_last: CalendarDate
    expected_first: CalendarDate | None = None
    expected_last: CalendarDate | None = None
    growth: Annotated[Decimal, Field(ge=-100, le=10_000, max_digits=9, decimal_places=4)] | None = None
    counted_as: Localized | None = None
    """What one contact is, where that was said."""
    interval_minutes: Minutes = 24 * 60
    """Of the ordinary week; 1440 where only days are known."""
    opens: Clock = 0
    """The first interval shown, in minutes after midnight."""
    averaged: Count = 0
    """Days that the averages come from."""
    left_out: LeftOut = LeftOut.empty()
    gaps: tuple[MonthGap, ...] = ()
    series: tuple[AnnexSeries, ...] = ()
    reasons: tuple[AnnexReason, ...] = ()
    reasons_counted: bool = True
    """Whether the shares were counted in the history; else they are those of 2.6."""
    specials: tuple[AnnexSpecial, ...] = ()
    inputs: tuple[Input, ...] = ()

    def texts_without(self, lang: Lang) -> tuple[Localized, ...]:
        """What would be printed in the other language: names from a history have but one."""
        texts = [one.reason for one in self.reasons]
        texts += [one.occasion for one in self.specials if one.occasion is not None]
        texts += [self.counted_as] if self.counted_as is not None else []
        return tuple(text for text in texts if not text.has(lang))
