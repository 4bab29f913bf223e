"""What holds for the whole plan: its period, growth, special days, certainty, interval and shrinkage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import ShrinkageBasis, ShrinkagePart
from rfp_builder.workload.agents import Basis, Component, Shrinkage
from rfp_builder.workload.forecast.making import MOST_DAYS
from rfp_builder.workload.forecast.values import Special
from rfp_builder.workload.hiring.need import add_months
from rfp_builder.workload.plan.ledger import Ledger, Offer, a_day, percent, same
from rfp_builder.workload.plan.occasions import called, occasions_of
from rfp_builder.workload.plan.values import Origin

USUAL_CERTAINTY = Fraction(80, 100)
USUAL_OCCUPANCY = Fraction(85, 100)
USUAL_SHRINKAGE = Fraction(30, 100)
MONTHS_TO_START = 6
MONTHS_LOOKED_AT = 12
"""Months of service that a plan looks at where it is not told how many: one year, with every season once."""

_UNTIL = Phrase("計画の最終日", "Last day of the plan")
_START = Phrase("サービス開始日", "Start of service")
_GROWTH = Phrase("年間の増減率", "Growth a year")
_SPECIAL = Phrase("特別日", "Special days")
_SPECIAL_SHOWN = Phrase("{what} {first}〜{last} {factor}倍", "{what} {first} to {last}, times {factor}")
_STATED = "work.forecast.special_days"
_SHOWN = Phrase("{what}: 履歴から読み取る", "{what}: as the history shows")
_TOO_FINE = Phrase(
    "2.3の特別な日「{what}」は、履歴が月別だけのため、日ごとの差としては計画に反映していません。",
    "The special days “{what}” of 2.3 are not in the plan day by day: the history knows months alone.",
)
_UNREAD = Phrase(
    "2.3の特別な日「{what}」は時期を日付として読み取れないため、計画に反映していません。"
    "反映するには、要員計画の特別日に日付と倍率を登録してください。",
    "The special days “{what}” of 2.3 name no dates that can be read and are not in the plan; "
    "enter dates and a factor among the special days of the plan to have them in.",
)
_CERTAINTY = Phrase("人員計画で備える確率", "Certainty to staff for")
_OCCUPANCY = Phrase("占有率の上限", "Occupancy cap")
_SHRINKAGE = Phrase("非稼働率", "Shrinkage")
_RAMP = Phrase("立ち上げの段階", "Ramp")
_FROM_HISTORY = Phrase("履歴から読み取る", "as the history shows")
_PAST = Phrase(
    "計画の期間が履歴より前に終わるため、履歴の翌日から1年（{day}まで）を計画しました。",
    "The time of the plan ends before the history does; the year after the history (until {day}) is planned.",
)
_TOO_FAR = Phrase(
    "履歴の最終日から3年を超える先は予測できないため、計画は{day}までとしました。",
    "No forecast reaches further than three years after the history: the plan ends on {day}.",
)
_BEFORE_SERVICE = Phrase(
    "予測の期間にサービス期間が入らないため、予測の最後の1年を開始後の1年とみなしました。",
    "The forecast does not reach the time of service; its last year stands for the first year of service.",
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The settings that are not of one queue."""

    start: date
    """First day of service."""
    until: date
    """Last day of the forecast."""
    growth: Fraction | None
    specials: tuple[Special, ...]
    certainty: float
    occupancy_cap: float
    shrinkage: Shrinkage
    ramp: tuple[tuple[date, Fraction], ...]
    """From which day on what share of the volume is taken, in order; the whole before the first of them."""

    def share_on(self, day: date) -> Fraction:
        """The share of the volume that the service takes on a day."""
        begun = [share for starts, share in self.ramp if starts <= day]
        return begun[-1] if begun else Fraction(1)


def frame_of(
    project: Project,
    last_known: date | None,
    today: date,
    ledger: Ledger,
    remarks: list[Phrase],
    *,
    since: date | None = None,
    by_day: bool = True,
) -> Frame:
    """The frame of a plan.

    `since` and `last_known` are the first and last day of the history, None for a forecast made elsewhere;
    `by_day` says that it shows more than months.
    """
    staffing, definition = project.staffing, project.definition
    start = ledger.first(
        _START,
        a_day,
        _first_of_month(add_months(max(today, last_known or today), MONTHS_TO_START)),
        Offer(definition.work.start.service_start, "work.start.service_start"),
    )
    until = _until(project, start, last_known, ledger, remarks)
    growth = _growth(project, ledger)
    specials = _specials(project, since, last_known, by_day, until, ledger, remarks)
    certainty = ledger.first(
        _CERTAINTY,
        percent,
        USUAL_CERTAINTY,
        Offer(_share(staffing.certainty), "staffing.certainty", Origin.SETTING),
    )
    planning = definition.operations.planning
    cap = ledger.first(
        _OCCUPANCY,
        percent,
        USUAL_OCCUPANCY,
        Offer(_share(staffing.occupancy_cap) or None, "staffing.occupancy_cap", Origin.SETTING),
        Offer(_share(known(planning.occupancy_cap)) or None, "operations.planning.occupancy_cap"),
    )
    return Frame(
        start=start,
        until=until,
        growth=growth,
        specials=specials,
        certainty=float(certainty),
        occupancy_cap=float(cap),
        shrinkage=_shrinkage(project, ledger),
        ramp=_ramp(project, ledger),
    )


def service_days(frame: Frame, first: date, last: date, remarks: list[Phrase]) -> tuple[date, date]:
    """The days of a forecast that stand for service: those from the start on, or its last year."""
    if frame.start <= last:
        return max(frame.start, first), last
    remarks.append(_BEFORE_SERVICE)
    return max(first, last - timedelta(days=364)), last


def _until(
    project: Project, start: date, last_known: date | None, ledger: Ledger, remarks: list[Phrase]
) -> date:
    usual = add_months(start, MONTHS_LOOKED_AT) - timedelta(days=1)
    end = known(project.definition.work.start.contract_end)
    if end is not None and start < end < usual:
        usual = end
    until = ledger.first(
        _UNTIL, a_day, usual, Offer(project.staffing.until, "staffing.until", Origin.SETTING)
    )
    if last_known is not None and until <= last_known:
        until = last_known + timedelta(days=365)
        remarks.append(_PAST.fill(day=a_day(until)))
    elif last_known is not None and (until - last_known).days > MOST_DAYS:
        until = last_known + timedelta(days=MOST_DAYS)
        remarks.append(_TOO_FAR.fill(day=a_day(until)))
    return until


def _specials(
    project: Project,
    since: date | None,
    last_known: date | None,
    by_day: bool,
    until: date,
    ledger: Ledger,
    remarks: list[Phrase],
) -> tuple[Special, ...]:
    """Those set for the plan, and those of 2.3 that the history does not show."""
    ledger.look("staffing.specials")
    held = [(one, Origin.SETTING, "staffing.specials") for one in project.staffing.specials]
    ledger.look(_STATED)
    if since is not None and last_known is not None and not ledger.was_worked_out(_STATED):
        found = occasions_of(project, since, last_known, by_day, until)
        held += [(one, Origin.DEFINITION, _STATED) for one in found.used]
        for row in found.shown:
            ledger.note(_SPECIAL, _SHOWN.fill(what=called(row)), Origin.HISTORY, _STATED)
        remarks.extend(_TOO_FINE.fill(what=called(row)) for row in found.too_fine)
        remarks.extend(_UNREAD.fill(what=called(row)) for row in found.unread)
    for one, origin, path in held:
        said = _SPECIAL_SHOWN.fill(
            what=one.occasion or "", first=one.first, last=one.last, factor=f"{one.factor.normalize():f}"
        )
        ledger.note(_SPECIAL, said, origin, path)
    return tuple(Special(one.first, one.last, Fraction(one.factor)) for one, _, _ in held)


def _growth(project: Project, ledger: Ledger) -> Fraction | None:
    """As it was set or answered; None where the history is to show it."""
    stated = known(project.definition.work.forecast.yearly_growth)
    for value, path, origin in (
        (project.staffing.growth, "staffing.growth", Origin.SETTING),
        (stated, "work.forecast.yearly_growth", Origin.DEFINITION),
    ):
        share = _share(value)
        ledger.look(path)
        if share is not None and share > -1 and not ledger.was_worked_out(path):
            ledger.note(_GROWTH, percent(share), origin, path, setting="growth")
            return share
    ledger.note(_GROWTH, _FROM_HISTORY, Origin.HISTORY, setting="growth")
    return None


def _shrinkage(project: Project, ledger: Ledger) -> Shrinkage:
    parts = project.staffing.shrinkage
    ledger.look("staffing.shrinkage")
    if parts:
        found = Shrinkage(tuple(_component(one) for one in parts))
        ledger.note(
            _SHRINKAGE, percent(found.total), Origin.SETTING, "staffing.shrinkage", setting="shrinkage"
        )
        return found
    stated = _share(known(project.definition.operations.planning.shrinkage))
    usable = stated if stated is not None and stated < 1 else None
    offer = Offer(usable, "operations.planning.shrinkage")
    share = ledger.first(_SHRINKAGE, percent, USUAL_SHRINKAGE, offer, setting="shrinkage")
    return Shrinkage.of(share)


def _component(part: ShrinkagePart) -> Component:
    basis = Basis.PRESENT if part.basis is ShrinkageBasis.PRESENT else Basis.PAID
    return Component(part.name, Fraction(part.share) / 100, basis)


def _ramp(project: Project, ledger: Ledger) -> tuple[tuple[date, Fraction], ...]:
    rows = known(project.definition.work.start.ramp) or ()
    ledger.look("work.start.ramp")
    steps = tuple(
        sorted(
            (starts, Fraction(share) / 100)
            for row in rows
            if (starts := known(row.starts)) is not None and (share := known(row.share)) is not None
        )
    )
    if steps:
        said = ", ".join(f"{starts}: {float(share * 100):g}%" for starts, share in steps)
        ledger.note(_RAMP, same(said), Origin.DEFINITION, "work.start.ramp")
    return steps


def _share(percent_of: object) -> Fraction | None:
    return Fraction(percent_of) / 100 if isinstance(percent_of, Decimal) else None


def _first_of_month(day: date) -> date:
    return day.replace(day=1)
