"""How long hiring and training take, how many go through, who leaves, and how people grow into the work.

Recruiting, classes and the work on the floor begin on business days (`text.business_days`): where a day
reckoned back from the start of service is none, on the last one before it, so that no time is cut short.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from rfp_builder.i18n import Phrase
from rfp_builder.text.business_days import add_business_days, is_business_day
from rfp_builder.workload.erlang.inputs import Unworkable

PUBLISHED_RAMP = (0.4, 0.65, 0.8)
"""Productivity in the first, second and third month after a class of four weeks; 1 from then on.

Within the ranges of ccplanning.net, "New hire ramp up": weeks 5–8 30–50 %, weeks 9–16 60–85 %, then 100 %.
Measure your own: three to six months to full productivity are usual.
"""

_TIMES = Phrase("採用と研修の期間は0週以上にしてください。", "Lead time and training take 0 weeks or more.")
_CLASSES = Phrase(
    "研修1回の人数と月の回数は1以上にしてください。",
    "A class takes 1 person or more, and there is 1 class a month or more.",
)
_SHARES = Phrase(
    "離職率は0%以上100%未満、習熟度は0%より大きく100%以下にしてください。",
    "Attrition must be 0% or more and below 100%, productivity above 0% and at most 100%.",
)


@dataclass(frozen=True, slots=True)
class Terms:
    """The assumptions of a hiring plan."""

    lead_weeks: int
    """From the decision to hire to the first day of class."""
    training_weeks: int
    """Length of a class."""
    class_size: int
    """People in a class at most."""
    classes_a_month: int = 1
    """Classes that can begin in a month: trainers and rooms."""
    class_attrition: float = 0.0
    """Share of a class that leaves before its end."""
    monthly_attrition: tuple[float, ...] = (0.0,)
    """Share that leaves in the first, second … month after class; the last one goes on."""
    ramp: tuple[float, ...] = PUBLISHED_RAMP
    """Productivity in the first, second … month after class; 1 from then on."""
    learns_before_start: bool = True
    """Whether people grow into the work before service starts, beside today's centre or in a trial run."""
    hiring_months: float = 1.0
    """What one hire costs besides pay, in months of pay: weighs hires against months."""

    def __post_init__(self) -> None:
        """Raises `Unworkable`."""
        if self.lead_weeks < 0 or self.training_weeks < 0:
            raise Unworkable(_TIMES)
        if self.class_size < 1 or self.classes_a_month < 1:
            raise Unworkable(_CLASSES)
        leaving = (self.class_attrition, *self.monthly_attrition)
        if not all(0 <= one < 1 for one in leaving) or not all(0 < one <= 1 for one in self.ramp):
            raise Unworkable(_SHARES)
        if not self.monthly_attrition:
            raise Unworkable(_SHARES)

    def staying(self, months: int) -> float:
        """Share of a class that is still there at the end of its month `months` (0: the first) at work."""
        share, rates = 1.0, self.monthly_attrition
        for month in range(months + 1):
            share *= 1 - rates[min(month, len(rates) - 1)]
        return share

    def staying_on(self, months: int) -> float:
        """The same for people of long standing: they leave at the last rate; 1 before the first month."""
        return float((1 - self.monthly_attrition[-1]) ** (months + 1))

    def productivity(self, months: int) -> float:
        """Of somebody in their month `months` (0: first) of taking contacts."""
        return self.ramp[months] if months < len(self.ramp) else 1.0

    def on_floor(self, needed: date) -> date:
        """First day of work of a class that is needed on `needed`."""
        return _open_until(needed)

    def class_from(self, needed: date) -> date:
        """First day of that class."""
        return _open_until(self.on_floor(needed) - timedelta(weeks=self.training_weeks))

    def recruiting_from(self, needed: date) -> date:
        """When the hiring for that class must begin."""
        return _open_until(self.class_from(needed) - timedelta(weeks=self.lead_weeks))

    def ready_from(self, decided: date) -> date:
        """When people can be ready at the earliest if no hiring begins before `decided`."""
        ready = add_business_days(decided + timedelta(weeks=self.lead_weeks + self.training_weeks), 0)
        while self.recruiting_from(ready) < decided:
            ready = add_business_days(ready, 1)
        return ready


def _open_until(day: date) -> date:
    """The last business day up to `day`."""
    return day if is_business_day(day) else add_business_days(day, -1)
