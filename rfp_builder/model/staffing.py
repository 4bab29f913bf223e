"""What staffing is worked out from, beside the definition, and what came out. Confidential as a whole.

Where a setting is empty, the plan takes it from the definition or assumes something usual, and says which.
"""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from rfp_builder.model.answers import Confidential, ProgramRef
from rfp_builder.model.base import Id, ShortText, Value
from rfp_builder.model.choices import Channel
from rfp_builder.model.criteria import Sha256
from rfp_builder.model.derived import Derived, Input
from rfp_builder.model.localized import Localized
from rfp_builder.model.units import (
    CalendarDate,
    Clock,
    Count,
    Measure,
    Minutes,
    Money,
    Percent,
    Rate,
    Seconds,
)
from rfp_builder.text.date_order import DateOrder

MOST_TIMES = 100
Factor = Annotated[Decimal, Field(ge=0, le=MOST_TIMES, max_digits=7, decimal_places=3)]
"""Times an ordinary day; 0 is closed. As a change in per cent it must fit into 2.3."""

Ratio = Annotated[Decimal, Field(ge=0, le=10**12, max_digits=18, decimal_places=6)]


class HistoryFile(Value):
    """The history taken in: `file` in the project's folder, `name` as it came.

    `is_forecast`: it is no history but a forecast made elsewhere, to be taken as it is. `time_zone` is what
    its stamps are converted to, such as Europe/London; Japan's where it is not said. `date_order` is what
    comes first in its dates, where the year stands last.
    """

    file: ShortText
    name: ShortText
    sha256: Sha256
    first: CalendarDate
    last: CalendarDate
    contacts: Count
    is_forecast: bool = False
    time_zone: ShortText | None = None
    date_order: DateOrder | None = None


class SpecialDays(Value):
    """Days with a volume of their own."""

    occasion: Localized | None = None
    first: CalendarDate
    last: CalendarDate
    factor: Factor


class LevelKind(StrEnum):
    """Of which contacts the service level is a share; named wherever it is shown."""

    OFFERED = "offered"
    ANSWERED = "answered"
    VIRTUAL = "virtual"
    SHORT_ABANDONS_EXCLUDED = "short-abandons-excluded"


class Queue(Value):
    """One program on one channel, and how its contacts are to be met.

    `names` are the series of the history that belong to it, as the history writes them; none means what no
    other queue claims. Live channels have `target` per cent within `within`; work that may wait has
    `deadline_minutes` in its place. `at_a_time` is for chat.
    """

    id: Id
    program: ProgramRef | None = None
    channel: Channel
    names: tuple[ShortText, ...] = ()
    aht: Seconds | None = None
    target: Percent | None = None
    within: Seconds | None = None
    patience: Seconds | None = None
    level: LevelKind = LevelKind.OFFERED
    deadline_minutes: Minutes | None = None
    at_a_time: Annotated[Decimal, Field(ge=1, le=20, max_digits=4, decimal_places=2)] | None = None
    minimum: Count | None = None


class ShrinkageBasis(StrEnum):
    """What a share is a share of."""

    PAID = "paid"
    PRESENT = "present"


class ShrinkagePart(Value):
    """One reason why paid people take no contacts."""

    name: Localized
    share: Percent
    basis: ShrinkageBasis = ShrinkageBasis.PAID


class ShiftRest(Value):
    """A break: `after` minutes from the start of the shift, `length` minutes."""

    after: Minutes
    length: Minutes
    paid: bool = False


class ShiftGroup(Value):
    """People who work alike: shifts of one length that start at `starts`."""

    id: Id
    name: Localized
    starts: tuple[Clock, ...]
    length: Minutes
    rests: tuple[ShiftRest, ...] = ()
    days_a_week: Annotated[int, Field(strict=True, ge=1, le=7)] = 5
    days_off_together: bool = True
    part_time: bool = False
    people: Count | None = None


class HiringTerms(Value):
    """How hiring goes. Shares in per cent; `monthly_attrition` of the first, second … month after class."""

    decided_on: CalendarDate | None = None
    lead_weeks: Count | None = None
    training_weeks: Count | None = None
    class_size: Count | None = None
    classes_a_month: Count | None = None
    class_attrition: Percent | None = None
    monthly_attrition: tuple[Percent, ...] = ()
    ramp: tuple[Percent, ...] = ()
    experienced: Count | None = None


class CostStanding(StrEnum):
    """How firm an assumption is."""

    STATUTE = "statute"
    PUBLISHED = "published"
    OWN = "own"
    PLACEHOLDER = "placeholder"


class CostAssumption(Value):
    """What the should-cost rests on: `item` is a code of `workload.should_cost.Item`, money in yen."""

    item: ShortText
    low: Ratio
    base: Ratio
    high: Ratio
    source: Localized
    as_of: CalendarDate
    standing: CostStanding = CostStanding.OWN


class CostFigures(Value):
    """Yen a month, tax excluded."""

    low: Money
    base: Money
    high: Money
    p50: Money
    p80: Money


class QueueResult(Value):
    """What one queue comes to."""

    queue: Id
    program: ProgramRef | None = None
    channel: Channel
    busiest_month_contacts: Count
    average_month_contacts: Count
    aht: Seconds
    agents_in_busiest_interval: Count


class StaffingResult(Value):
    """What came out, as far as the check and the definition use it.

    `week` are the people who must take contacts in each interval of the week planned for, Monday first, from
    midnight on; `paid_hours_week` what the shifts then pay. `first_start` is the first day on which service
    could start with everybody trained; none where hiring was not planned or no start would do.
    """

    on: CalendarDate
    inputs: tuple[Input, ...]
    queues: tuple[QueueResult, ...]
    interval_minutes: Minutes
    week: tuple[tuple[Count, ...], ...]
    week_from: CalendarDate
    headcount: Count | None = None
    full_time: Measure
    shrinkage: Percent
    paid_hours_week: Measure | None = None
    uncovered: bool = False
    """No shifts cover the week."""
    hired: Count | None = None
    recruiting_from: CalendarDate | None = None
    can_be_met: bool | None = None
    first_start: CalendarDate | None = None
    cost: Confidential[CostFigures | None] = None


class Staffing(Value):
    """Settings and results. Nothing of it reaches a vendor; what vendors read is the volume annex."""

    history: HistoryFile | None = None
    until: CalendarDate | None = None
    growth: Rate | None = None
    specials: tuple[SpecialDays, ...] = ()
    certainty: Annotated[Decimal, Field(ge=50, le=99, max_digits=4, decimal_places=2)] | None = None
    """For which share of cases intervals are staffed, in per cent; empty: 80."""
    occupancy_cap: Percent | None = None
    queues: tuple[Queue, ...] = ()
    shrinkage: tuple[ShrinkagePart, ...] = ()
    groups: tuple[ShiftGroup, ...] = ()
    part_time_most: Percent | None = None
    """The largest share of people in part-time; empty: as 3.5 says."""
    seats: Count | None = None
    hiring: HiringTerms = HiringTerms.empty()
    costs: Confidential[tuple[CostAssumption, ...]] = ()
    result: StaffingResult | None = None
    derived: tuple[Derived, ...] = ()

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        for rows in (self.queues, self.groups):
            ids = [row.id for row in rows]
            if len(set(ids)) != len(ids):
                raise ValueError("two rows share an id")
        paths = [one.path for one in self.derived]
        if len(set(paths)) != len(paths):
            raise ValueError("an answer is derived twice")
        return self
