"""Section 2, work 業務内容の定義: what is to be done, how much of it, and from when."""

from rfp_builder.model.answers import Answer, Confidential, Item, ProgramRef, ReasonRef, Row
from rfp_builder.model.base import Value
from rfp_builder.model.choices import (
    Channel,
    ConstraintKind,
    Day,
    Language,
    ProgramKind,
    SegmentKind,
    Stage,
)
from rfp_builder.model.localized import Localized
from rfp_builder.model.units import CalendarDate, Clock, Count, Money, Percent, Rate, Seconds, YearMonth


class Program(Row):
    """A program; other tables refer to it by its row id. Opening hours are minutes after midnight."""

    name: Localized | None = None
    kind: Answer[ProgramKind] = None
    what: Answer[Localized] = None
    languages: Answer[tuple[Language, ...]] = None
    days: Answer[tuple[Day, ...]] = None
    opens: Answer[Clock] = None
    closes: Answer[Clock] = None
    hours_note: Answer[Localized] = None
    stage: Answer[Stage] = None


class Programs(Item):
    """2.1 Programs 業務プログラム."""

    programs: Answer[tuple[Program, ...]] = None


class ChannelVolume(Row):
    """Volume of one program on one channel; `peak_share` is the busiest hour's share of a day."""

    program: ProgramRef | None = None
    channel: Answer[Channel] = None
    monthly_contacts: Answer[Count] = None
    aht: Answer[Seconds] = None
    peak_share: Answer[Percent] = None
    counted_as: Answer[Localized] = None


class Volumes(Item):
    """2.2 Media and volume 媒体と量."""

    volumes: Answer[tuple[ChannelVolume, ...]] = None


class SpecialDay(Row):
    """A day or season that differs; `change` is against an ordinary day, in per cent."""

    occasion: Localized | None = None
    period: Answer[Localized] = None
    change: Answer[Rate] = None


class MonthlyForecast(Row):
    """Contacts expected in one month."""

    month: YearMonth | None = None
    program: ProgramRef | None = None
    channel: Answer[Channel] = None
    contacts: Answer[Count] = None


class Forecast(Item):
    """2.3 Volume forecast 業務量の予測."""

    history: Answer[Localized] = None
    yearly_growth: Answer[Rate] = None
    special_days: Answer[tuple[SpecialDay, ...]] = None
    months: Answer[tuple[MonthlyForecast, ...]] = None


class RampPhase(Row):
    """A phase of the ramp; `share` is the part of the full volume handled, in per cent."""

    phase: Localized | None = None
    starts: Answer[CalendarDate] = None
    share: Answer[Percent] = None
    note: Answer[Localized] = None


class StartMilestone(Row):
    """A milestone on the way to the start."""

    milestone: Localized | None = None
    due: Answer[CalendarDate] = None
    owner: Answer[Localized] = None


class Start(Item):
    """2.4 Start and transition サービス開始時期. The trial run measures handling time by call reason."""

    contract_start: Answer[CalendarDate] = None
    service_start: Answer[CalendarDate] = None
    contract_end: Answer[CalendarDate] = None
    ramp: Answer[tuple[RampPhase, ...]] = None
    trial_from: Answer[CalendarDate] = None
    trial_until: Answer[CalendarDate] = None
    trial_measures: Answer[Localized] = None
    milestones: Answer[tuple[StartMilestone, ...]] = None


class ConstraintRow(Row):
    """One constraint."""

    kind: Answer[ConstraintKind] = None
    constraint: Localized | None = None


class Constraints(Item):
    """2.5 Constraints その他制約. `ceiling_price` covers the whole evaluated price, without tax."""

    constraints: Answer[tuple[ConstraintRow, ...]] = None
    ceiling_price: Confidential[Answer[Money]] = None
    budget_note: Confidential[Answer[Localized]] = None


class CallReason(Row):
    """A reason to call; `parent` is the row id of the reason above it. Shares of siblings add up to 100."""

    reason: Localized | None = None
    parent: ReasonRef | None = None
    share: Answer[Percent] = None
    aht: Answer[Seconds] = None


class CallReasons(Item):
    """2.6 Call reasons コールリーズン."""

    reasons: Answer[tuple[CallReason, ...]] = None


class Segment(Row):
    """A customer segment."""

    segment: Localized | None = None
    kind: Answer[SegmentKind] = None
    definition: Answer[Localized] = None
    treatment: Answer[Localized] = None


class Segments(Item):
    """2.7 Customer segments 顧客区分."""

    segments: Answer[tuple[Segment, ...]] = None


class Touchpoint(Row):
    """A point where customers meet the organisation."""

    point: Localized | None = None
    channel: Answer[Channel] = None
    owner: Answer[Localized] = None
    expectation: Answer[Localized] = None
    measure: Answer[Localized] = None


class Touchpoints(Item):
    """2.8 Touchpoints タッチポイント."""

    touchpoints: Answer[tuple[Touchpoint, ...]] = None


class Work(Value):
    """Section 2."""

    programs: Programs = Programs.empty()
    volumes: Volumes = Volumes.empty()
    forecast: Forecast = Forecast.empty()
    start: Start = Start.empty()
    constraints: Constraints = Constraints.empty()
    reasons: CallReasons = CallReasons.empty()
    segments: Segments = Segments.empty()
    touchpoints: Touchpoints = Touchpoints.empty()
