"""What a staffing plan is: every step from contacts to cost, with all that it was worked out from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.model.choices import Channel
from rfp_builder.model.staffing import ShiftGroup, SpecialDays
from rfp_builder.workload.agents import Goal, Shrinkage, Step
from rfp_builder.workload.backlog.deadline import Deadline
from rfp_builder.workload.chat import ChatWork
from rfp_builder.workload.erlang.inputs import Flags, Floats, Integers
from rfp_builder.workload.forecast.backtest import Backtest
from rfp_builder.workload.forecast.values import Forecast
from rfp_builder.workload.hiring import HiringPlan
from rfp_builder.workload.hiring.need import Need
from rfp_builder.workload.hiring.terms import Terms
from rfp_builder.workload.shifts import Contract, NoShiftPlan, ShiftPlan
from rfp_builder.workload.should_cost import ShouldCost


class Origin(StrEnum):
    """Where the value of a setting comes from."""

    SETTING = "setting"
    """Set for this plan."""
    DEFINITION = "definition"
    """An answer of the definition."""
    HISTORY = "history"
    """Measured in the history."""
    ASSUMED = "assumed"
    """Something usual, which nobody has confirmed."""


@dataclass(frozen=True, slots=True)
class Used:
    """One setting as the plan used it."""

    name: Phrase
    value: Phrase
    """Shown with its unit."""
    origin: Origin
    path: str | None = None
    """Where in the project it stands, if it does."""
    setting: str | None = None
    """The setting that would take its place, by its path within the settings: `queues.v1.aht`."""


@dataclass(frozen=True, slots=True, eq=False)
class PlannedQueue:
    """One program on one channel. Arrays are days × intervals of the day, from the forecast's first day."""

    id: str
    name: Speakable
    """Program and channel."""
    program: str | None
    channel: Channel
    aht_s: float
    """Average handling time in seconds."""
    goal: Goal | None
    """For contacts that are met at once."""
    deadline: Deadline | None
    """For work that may wait, in place of a goal."""
    chat: ChatWork | None
    expected: Floats
    """Mean contacts."""
    planned: Floats
    """Contacts staffed for: those that are not exceeded with the certainty asked for."""
    agents: Integers
    """Agents who take contacts, for what is planned."""
    agents_at_mean: Integers
    """The same for the mean: what one would have without the risk."""
    busiest: tuple[int, int]
    """Day and interval with the most agents; the earliest of several."""
    around: tuple[Step, ...]
    """What a few agents more or fewer would mean there; empty for work that may wait."""


@dataclass(frozen=True, slots=True, eq=False)
class PlannedWeek:
    """The week that shifts are made for. Arrays are 7 days from Monday × intervals of the day."""

    monday: date
    contacts: Floats
    """Contacts planned for, all queues together."""
    agents: Integers
    """Agents who must take contacts, all queues together."""
    staff: Integers
    """The same with the shrinkage that the breaks of the shifts do not cover."""


@dataclass(frozen=True, slots=True)
class MonthNeed:
    """One month of service."""

    first_day: date
    contacts: int
    """Expected, as far as the ramp (2.4) hands them over."""
    hours: float
    """Hours in which agents must take them, for what is planned."""
    full_time: float
    """Full-time people: those hours with shrinkage, over the paid hours of one."""


@dataclass(frozen=True, slots=True, eq=False)
class StaffingPlan:
    """The whole. Confidential: a client's own view of headcount and cost."""

    forecast: Forecast
    backtest: Backtest | None
    certainty: float
    """For which share of cases intervals are staffed, such as 0.8."""
    is_open: Flags
    """Days × intervals."""
    queues: tuple[PlannedQueue, ...]
    week: PlannedWeek
    shrinkage: Shrinkage
    months: tuple[MonthNeed, ...]
    contracts: tuple[Contract, ...]
    shifts: ShiftPlan | None
    no_shifts: NoShiftPlan | None
    """Why there are no shifts, where there are none."""
    need: Need | None
    terms: Terms | None
    hiring: HiringPlan | None
    cost: ShouldCost | None
    used: tuple[Used, ...]
    remarks: tuple[Phrase, ...]
    """What somebody should look at: assumptions of the forecast, labour law, gaps."""
    growth: Fraction | None = None
    """A year, as it was set or answered; None where the history shows it."""
    seats: int | None = None
    """The most people at a time, where that was set."""
    specials: tuple[SpecialDays, ...] = ()
    groups: tuple[ShiftGroup, ...] = ()
    """Kinds of contract, where they were set."""
    part_time_most: Fraction | None = None
    """The largest share of people in part-time; None where all contracts are of one kind."""
    rests_on: tuple[str, ...] = ()
    """Places in the project that this depends on, those included where nothing stood; "staffing.history"."""
