"""Section 4, operations 運営管理方法: how the centre is run day by day."""

from rfp_builder.model.answers import Answer, Item, ProgramRef, Row
from rfp_builder.model.base import Value
from rfp_builder.model.choices import (
    Channel,
    Day,
    Direction,
    Frequency,
    Permission,
    PlanningLevel,
    Raci,
    Unit,
)
from rfp_builder.model.localized import Localized
from rfp_builder.model.units import CalendarDate, Clock, Count, Hours, Measure, Minutes, Percent


class SiteShift(Row):
    """Work at one site in one weekly time band; `headcount` is the number present in it."""

    site: Localized | None = None
    place: Answer[Localized] = None
    work: Answer[Localized] = None
    days: Answer[tuple[Day, ...]] = None
    opens: Answer[Clock] = None
    closes: Answer[Clock] = None
    headcount: Answer[Count] = None


class ClosedDay(Row):
    """A day or period without service; `day` where it is a single date."""

    description: Localized | None = None
    day: Answer[CalendarDate] = None
    handling: Answer[Localized] = None


class Sites(Item):
    """4.1 Sites, hours, work, headcount 場所・営業時間・業務内容・人数."""

    shifts: Answer[tuple[SiteShift, ...]] = None
    closed_days: Answer[tuple[ClosedDay, ...]] = None
    overseas_allowed: Answer[Permission] = None


class Survey(Row):
    """A survey at one event of contact."""

    event: Localized | None = None
    method: Answer[Localized] = None
    questions: Answer[Localized] = None


class Satisfaction(Item):
    """4.2 Customer satisfaction 顧客満足度の測定方法. `target`: share of satisfied answers, in per cent."""

    method: Answer[Localized] = None
    sample: Answer[Count] = None
    frequency: Answer[Frequency] = None
    target: Answer[Percent] = None
    silent_dissatisfaction: Answer[Localized] = None
    review: Answer[Localized] = None
    surveys: Answer[tuple[Survey, ...]] = None


class MonitoringPoint(Row):
    """A line of the monitoring form; `weight` in per cent of the form."""

    point: Localized | None = None
    standard: Answer[Localized] = None
    weight: Answer[Percent] = None


class Monitoring(Item):
    """4.3 Monitoring モニタリング仕様. `contacts_per_agent`: a month."""

    contacts_per_agent: Answer[Count] = None
    scale: Answer[Localized] = None
    calibration: Answer[Localized] = None
    listeners: Answer[Localized] = None
    recording: Answer[Localized] = None
    points: Answer[tuple[MonitoringPoint, ...]] = None


class PlanningStep(Row):
    """One level of planning; `accuracy` is the allowed deviation of forecast from actual, in per cent."""

    level: Answer[PlanningLevel] = None
    horizon: Answer[Localized] = None
    who: Answer[Localized] = None
    accuracy: Answer[Percent] = None


class Planning(Item):
    """4.4 Forecasting, staffing, scheduling 予測・スタッフィング・スケジューリング.

    `shrinkage` is a share of paid time; `occupancy_cap` is handling time over handling plus waiting time.
    """

    steps: Answer[tuple[PlanningStep, ...]] = None
    interval_minutes: Answer[Minutes] = None
    published_days_before: Answer[Count] = None
    shrinkage: Answer[Percent] = None
    occupancy_cap: Answer[Percent] = None
    intraday_rule: Answer[Localized] = None


class InformationSupply(Row):
    """Product or service information handed over; `update_hours`: from change to availability."""

    content: Localized | None = None
    owner: Answer[Localized] = None
    form: Answer[Localized] = None
    update_hours: Answer[Hours] = None


class Knowledge(Item):
    """4.5 Product and service information 情報提供方法."""

    supplies: Answer[tuple[InformationSupply, ...]] = None


class EscalationRow(Row):
    """One kind of escalation, from trigger to record."""

    kind: Localized | None = None
    trigger: Answer[Localized] = None
    report_to: Answer[Localized] = None
    within_minutes: Answer[Minutes] = None
    means: Answer[Localized] = None
    authority: Answer[Localized] = None
    closed_when: Answer[Localized] = None
    record: Answer[Localized] = None


class HarassmentType(Row):
    """A type of customer harassment, how it is met and when the contact is ended."""

    name: Localized | None = None
    example: Answer[Localized] = None
    response: Answer[Localized] = None
    cut_off: Answer[Localized] = None


class Escalation(Item):
    """4.6 Escalation エスカレーション, with the four decisions on customer harassment."""

    escalations: Answer[tuple[EscalationRow, ...]] = None
    harassment_stance: Answer[Localized] = None
    harassment_sentence: Answer[Localized] = None
    harassment_max_rounds: Answer[Count] = None
    harassment_max_minutes: Answer[Minutes] = None
    harassment_types: Answer[tuple[HarassmentType, ...]] = None


class Report(Row):
    """A regular report."""

    report: Localized | None = None
    content: Answer[Localized] = None
    frequency: Answer[Frequency] = None
    format: Answer[Localized] = None
    due: Answer[Localized] = None
    recipient: Answer[Localized] = None


class Reporting(Item):
    """4.7 Reporting レポーティング."""

    reports: Answer[tuple[Report, ...]] = None


class CommunicationRow(Row):
    """A party and how one meets."""

    party: Localized | None = None
    part: Answer[Raci] = None
    meeting: Answer[Localized] = None
    frequency: Answer[Frequency] = None


class Communication(Item):
    """4.8 Stakeholders and communication 関係者とコミュニケーション."""

    parties: Answer[tuple[CommunicationRow, ...]] = None


class Kpi(Row):
    """A KPI; `target` and `minimum` are in `unit`. Rewards and penalties (6.3) refer to its row id."""

    kpi: Localized | None = None
    program: ProgramRef | None = None
    channel: Answer[Channel] = None
    formula: Answer[Localized] = None
    unit: Answer[Unit] = None
    direction: Answer[Direction] = None
    target: Answer[Measure] = None
    minimum: Answer[Measure] = None
    source: Answer[Localized] = None
    period: Answer[Frequency] = None
    subjective: Answer[bool] = None


class ServiceLevels(Item):
    """4.9 Service levels サービスレベル（KPI/SLA）."""

    kpis: Answer[tuple[Kpi, ...]] = None


class Manner(Row):
    """A response manner and how it is checked."""

    manner: Localized | None = None
    check: Answer[Localized] = None


class OtherOperations(Item):
    """4.10 Other その他: continuity, audit, response manners."""

    recovery_hours: Answer[Hours] = None
    second_site: Answer[Localized] = None
    home_working: Answer[Permission] = None
    audit_right: Answer[Localized] = None
    manners: Answer[tuple[Manner, ...]] = None


class Operations(Value):
    """Section 4."""

    sites: Sites = Sites.empty()
    satisfaction: Satisfaction = Satisfaction.empty()
    monitoring: Monitoring = Monitoring.empty()
    planning: Planning = Planning.empty()
    knowledge: Knowledge = Knowledge.empty()
    escalation: Escalation = Escalation.empty()
    reporting: Reporting = Reporting.empty()
    communication: Communication = Communication.empty()
    service_levels: ServiceLevels = ServiceLevels.empty()
    other: OtherOperations = OtherOperations.empty()
