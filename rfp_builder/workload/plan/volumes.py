"""Contacts to come: the forecast that a plan rests on, and what of it each queue has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

import numpy as np

from rfp_builder.i18n import Phrase, Speakable, listed
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Day
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import Queue
from rfp_builder.workload.calendar import days
from rfp_builder.workload.erlang.inputs import Floats
from rfp_builder.workload.forecast.apportion import apportioned
from rfp_builder.workload.forecast.backtest import Backtest, backtest
from rfp_builder.workload.forecast.daymodel import pattern
from rfp_builder.workload.forecast.making import forecast
from rfp_builder.workload.forecast.model import special_factors
from rfp_builder.workload.forecast.profile import Hours, day_shares, profile_model
from rfp_builder.workload.forecast.said import ASSUMED_INTERVALS
from rfp_builder.workload.forecast.values import Forecast
from rfp_builder.workload.history.values import MINUTES_A_DAY, History, MonthlyTotals
from rfp_builder.workload.plan.frame import Frame
from rfp_builder.workload.plan.ledger import Ledger, minutes
from rfp_builder.workload.plan.opening import usual_hours
from rfp_builder.workload.plan.progress import Progress, Stage, unheard
from rfp_builder.workload.plan.queues import QueueMap, program_of, queue_name, row_of
from rfp_builder.workload.plan.values import Origin

USUAL_INTERVAL = 30
FINEST_INTERVAL = 15
"""Finer intervals hold so few contacts that chance rules, and no shift begins by them."""
_HOUR = 60

_INTERVAL = Phrase("計画の時間帯の幅", "Interval of the plan")
_CONTACTS = Phrase("{queue}の件数", "Contacts of {queue}")
_FROM_FORECAST = Phrase("履歴に基づく予測", "forecast from the history")
_A_MONTH = Phrase("月{n}件", "{n} a month")
_BY_MONTH = Phrase("2.3の月別の件数", "the months of 2.3")
_TOO_FINE = Phrase(
    "4.4の時間帯（{wanted}分）では計画できないため、{minutes}分で計画しました。",
    "A plan by the interval of 4.4 ({wanted} minutes) is not possible; it is made by {minutes} minutes.",
)
_DIVIDED = Phrase(
    "履歴は業務別に分かれていないため、{queues}の件数は2.2の比率で分けました（仮定）。",
    "The history is not split by program; {queues} share its contacts in the proportion of 2.2 (assumed).",
)
_ALL_TO_FIRST = Phrase(
    "履歴は業務別に分かれておらず、2.2の件数もそろっていないため、{queues}の件数はすべて「{first}」で計画しました。",
    "The history is not split by program and 2.2 lacks contacts, so all contacts of {queues} are planned "
    "with {first}.",
)
_STATED = Phrase(
    "{queue}は履歴にないため、定義の件数を標準的な型で配分しました。",
    "{queue} is not in the history; the contacts of the definition are spread by a standard profile.",
)
_LEFT_OUT = Phrase(
    "{queue}は、履歴にも定義にも件数がないため、計画に含めていません。",
    "{queue} has contacts neither in the history nor in the definition and is not in the plan.",
)


def until_of(volumes: History | MonthlyTotals | Forecast) -> date | None:
    """The last day that is known; None for a forecast made elsewhere, which has its own end."""
    if isinstance(volumes, Forecast):
        return None
    if isinstance(volumes, History):
        return volumes.last
    year, month = (int(part) for part in max(volumes.months).split("-"))
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def since_of(volumes: History | MonthlyTotals | Forecast) -> date | None:
    """The first day that is known; None for a forecast made elsewhere."""
    if isinstance(volumes, Forecast):
        return None
    return volumes.first if isinstance(volumes, History) else date.fromisoformat(f"{min(volumes.months)}-01")


def forecast_of(
    project: Project,
    volumes: History | MonthlyTotals | Forecast,
    frame: Frame,
    ledger: Ledger,
    remarks: list[Phrase],
    progress: Progress = unheard,
) -> tuple[Forecast, Backtest | None]:
    """The forecast by the interval of the plan, with its back-test where there is one.

    Raises:
        WrongUse: the volumes cannot be forecast to the end of the plan.
    """
    hours = _hours(project)
    tested = None
    if isinstance(volumes, History):
        tested = backtest(volumes, frame.specials, lambda done, of: progress(Stage.BACKTEST, done, of))
    progress(Stage.FORECAST, 0, 1)
    if isinstance(volumes, Forecast):
        made = volumes
    elif isinstance(volumes, History):
        made = forecast(
            volumes,
            frame.until,
            growth=frame.growth,
            specials=frame.specials,
            hours=hours if volumes.interval_minutes == MINUTES_A_DAY else None,
            tested=tested,
        )
    else:
        made = forecast(volumes, frame.until, growth=frame.growth, specials=frame.specials, hours=hours)
    if made.interval_minutes == MINUTES_A_DAY:
        made = _spread_over_days(made, hours)
    made = _by_interval(project, made, ledger, remarks)
    progress(Stage.FORECAST, 1, 1)
    return made, tested


@dataclass(frozen=True, slots=True, eq=False)
class QueueVolume:
    """One queue with its mean contacts, days × intervals."""

    queue: Queue
    name: Speakable
    expected: Floats


def queue_volumes(
    project: Project,
    made: Forecast,
    found: QueueMap,
    shared: Sequence[Sequence[Fraction]],
    frame: Frame,
    ledger: Ledger,
    remarks: list[Phrase],
) -> tuple[QueueVolume, ...]:
    """What each queue has of the forecast, or, where the history knows nothing of it, of the definition.

    `shared` is series × queues, as `queues.parts_of` says. A queue that shares undivided series with others
    but gets no part of them is left to those others.
    """
    parts = np.array([[float(part) for part in row] for row in shared])
    names = [queue_name(project, queue) for queue in found.queues]
    _look_at_shares(project, found, ledger)
    _remark_on_sharing(found, parts, names, remarks)
    volumes = []
    for place, queue in enumerate(found.queues):
        if found.of(place):
            if parts[:, place].any():
                expected = np.einsum("s,sdi->di", parts[:, place], made.expected)
                volumes.append(QueueVolume(queue, names[place], expected))
                ledger.note(
                    _CONTACTS.fill(queue=names[place]), _FROM_FORECAST, Origin.HISTORY, "staffing.history"
                )
            continue
        stated = _stated(project, queue, names[place], made, frame, ledger)
        remarks.append((_LEFT_OUT if stated is None else _STATED).fill(queue=names[place]))
        if stated is not None:
            volumes.append(QueueVolume(queue, names[place], stated))
    return tuple(volumes)


def _hours(project: Project) -> Hours:
    found = usual_hours(project)
    if found is None:
        return Hours()
    opens, closes, closed, on_holidays = found
    return Hours(opens, closes, USUAL_INTERVAL, closed, on_holidays)


def _spread_over_days(made: Forecast, hours: Hours) -> Forecast:
    shares = day_shares(hours, days(made.first, made.day_count))
    notes = (*made.assumptions, ASSUMED_INTERVALS)
    return _with(made, made.expected * shares[None], hours.interval_minutes, notes)


def _by_interval(project: Project, made: Forecast, ledger: Ledger, remarks: list[Phrase]) -> Forecast:
    path = "operations.planning.interval_minutes"
    own = made.interval_minutes
    wanted = known(project.definition.operations.planning.interval_minutes)
    if wanted is not None and ledger.was_worked_out(path):
        wanted = None
    if wanted is not None and wanted >= own and wanted % own == 0 and _HOUR % wanted == 0:
        ledger.note(_INTERVAL, minutes(wanted), Origin.DEFINITION, path)
        return _grouped(made, wanted)
    if own >= FINEST_INTERVAL or USUAL_INTERVAL % own:
        taken, origin = own, Origin.HISTORY
    else:
        taken, origin = USUAL_INTERVAL, Origin.ASSUMED
    if wanted is not None:
        remarks.append(_TOO_FINE.fill(wanted=wanted, minutes=taken))
    ledger.note(_INTERVAL, minutes(taken), origin)
    return _grouped(made, taken)


def _grouped(made: Forecast, wanted: int) -> Forecast:
    step = wanted // made.interval_minutes
    if step == 1:
        return made
    series, count, slots = made.expected.shape
    grouped = made.expected.reshape(series, count, slots // step, step).sum(axis=3)
    return _with(made, grouped, wanted, made.assumptions)


def _with(made: Forecast, expected: Floats, interval_minutes: int, notes: tuple[Phrase, ...]) -> Forecast:
    calls = apportioned(expected, days(made.first, made.day_count).month)
    for array in (expected, calls):
        array.setflags(write=False)
    return replace(made, expected=expected, calls=calls, interval_minutes=interval_minutes, assumptions=notes)


def _look_at_shares(project: Project, found: QueueMap, ledger: Ledger) -> None:
    """Series that queues share are divided by their contacts in 2.2: the plan depends on them."""
    for place in sorted({place for owners in found.owners if len(owners) > 1 for place in owners}):
        queue = found.queues[place]
        row = row_of(project, queue)
        # Where 2.2 has no row yet, filling it in makes one with the id of the queue.
        ledger.look(f"work.volumes.volumes[{queue.id if row is None else row.id}].monthly_contacts")


def _remark_on_sharing(
    found: QueueMap, parts: Floats, names: Sequence[Speakable], remarks: list[Phrase]
) -> None:
    for owners in dict.fromkeys(found.owners):
        if len(owners) < 2:
            continue
        together = listed([names[place] for place in owners])
        series = found.owners.index(owners)
        if parts[series, owners[0]] < 1:
            remarks.append(_DIVIDED.fill(queues=together))
        else:
            remarks.append(_ALL_TO_FIRST.fill(queues=together, first=names[owners[0]]))


def _stated(
    project: Project, queue: Queue, name: Speakable, made: Forecast, frame: Frame, ledger: Ledger
) -> Floats | None:
    """Contacts as 2.3 and 2.2 state them, spread over days and intervals of the program's hours."""
    row = row_of(project, queue)
    usual = None if row is None else known(row.monthly_contacts)
    rows = known(project.definition.work.forecast.months) or ()
    by_month = {
        one.month: contacts
        for one in rows
        if one.month is not None
        and (one.program, known(one.channel)) == (queue.program, queue.channel)
        and (contacts := known(one.contacts)) is not None
    }
    if row is not None and usual is not None:
        path = f"work.volumes.volumes[{row.id}].monthly_contacts"
        ledger.note(_CONTACTS.fill(queue=name), _A_MONTH.fill(n=f"{usual:,}"), Origin.DEFINITION, path)
    if by_month:
        ledger.note(_CONTACTS.fill(queue=name), _BY_MONTH, Origin.DEFINITION, "work.forecast.months")
    if usual is None and not by_month:
        return None
    calendar = days(made.first, made.day_count)
    hours = _hours_of(project, queue, made.interval_minutes)
    weight = pattern(profile_model(MonthlyTotals({f"{made.first:%Y-%m}": 1}), hours), calendar)
    by_day = np.zeros(made.day_count)
    fallback = usual if usual is not None else round(sum(by_month.values()) / len(by_month))
    for month in np.unique(calendar.month).tolist():
        here = calendar.month == month
        contacts = by_month.get(f"{month // 12}-{month % 12 + 1:02}", fallback)
        whole = float(weight[here].sum()) * _days_in(month) / int(here.sum())
        by_day[here] = weight[here] / whole * contacts if whole else 0.0
    by_day *= special_factors(calendar, frame.specials)
    return np.asarray(by_day[:, None] * day_shares(hours, calendar))


def _hours_of(project: Project, queue: Queue, interval_minutes: int) -> Hours:
    program = program_of(project, queue.program)
    opens = None if program is None else known(program.opens)
    closes = None if program is None else known(program.closes)
    if program is None or opens is None or closes is None or closes - opens < interval_minutes:
        usual = _hours(project)
        return replace(usual, interval_minutes=interval_minutes)
    stated = known(program.days) or tuple(Day)
    closed = frozenset(place for place, day in enumerate(Day) if day not in stated and day is not Day.HOLIDAY)
    return Hours(opens, closes, interval_minutes, closed, Day.HOLIDAY not in stated)


def _days_in(month: int) -> int:
    first = date(month // 12, month % 12 + 1, 1)
    after = date((month + 1) // 12, (month + 1) % 12 + 1, 1)
    return (after - first).days
