"""When each queue is open: hours of its program (2.1), else bands of 4.1, else where contacts come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Day
from rfp_builder.model.definition.operations import ClosedDay, SiteShift
from rfp_builder.model.definition.work import Program
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import Queue
from rfp_builder.workload.calendar import is_holiday
from rfp_builder.workload.erlang.inputs import Flags, Floats
from rfp_builder.workload.plan.ledger import Ledger
from rfp_builder.workload.plan.queues import program_of
from rfp_builder.workload.plan.values import Origin

_WEEK = (Day.MON, Day.TUE, Day.WED, Day.THU, Day.FRI, Day.SAT, Day.SUN)
_HOURS = Phrase("{queue}の受付時間", "Opening hours of {queue}")
_OF_PROGRAM = Phrase("2.1のとおり", "as in 2.1")
_OF_SITES = Phrase("4.1の配置の時間帯", "the time bands of 4.1")
_OF_CONTACTS = Phrase("履歴に件数がある時間帯", "where the history has contacts")
_CLOSED = Phrase("休業日", "Closed days")
_UNREAD = Phrase(
    "4.1の休業日「{what}」は日付が読み取れないため、計画に反映していません。",
    "The closed day “{what}” of 4.1 has no date that can be read; the plan takes no account of it.",
)
_HOLIDAYS = re.compile(r"祝日|public holiday|national holiday", re.IGNORECASE)
_RANGE = re.compile(r"(\d{1,2})月(\d{1,2})日(?:から|〜|～|-)(?:(\d{1,2})月)?(\d{1,2})日")
_ONE = re.compile(r"(\d{1,2})月(\d{1,2})日")


@dataclass(frozen=True, slots=True)
class _Rest:
    """When everything is closed."""

    days: frozenset[date]
    yearly: frozenset[tuple[int, int]]
    """Month and day."""
    holidays: bool

    def __contains__(self, day: date) -> bool:
        return day in self.days or (day.month, day.day) in self.yearly or (self.holidays and is_holiday(day))


def opening(
    project: Project,
    queues: Sequence[tuple[Queue, Speakable]],
    first: date,
    contacts: Sequence[Floats],
    interval_minutes: int,
    ledger: Ledger,
    remarks: list[Phrase],
) -> tuple[Flags, ...]:
    """For each queue days × intervals from `first` on; an interval that is partly open counts as open.

    `contacts` are the means of each queue, days × intervals.
    """
    rest = _rest(project, ledger, remarks)
    shifts = known(project.definition.operations.sites.shifts) or ()
    found = []
    for (queue, name), mean in zip(queues, contacts, strict=True):
        program = program_of(project, queue.program)
        days = [first + timedelta(days=at) for at in range(len(mean))]
        if program is not None and known(program.opens) is not None and known(program.closes) is not None:
            flags = _by_bands([program], days, mean.shape[1], interval_minutes)
            ledger.note(
                _HOURS.fill(queue=name),
                _OF_PROGRAM,
                Origin.DEFINITION,
                f"work.programs.programs[{program.id}].opens",
            )
            for column in ("closes", "days", "name"):
                ledger.look(f"work.programs.programs[{program.id}].{column}")
        elif any(_whole(one) for one in shifts) and not ledger.was_worked_out("operations.sites.shifts"):
            flags = _by_bands([one for one in shifts if _whole(one)], days, mean.shape[1], interval_minutes)
            ledger.note(_HOURS.fill(queue=name), _OF_SITES, Origin.DEFINITION, "operations.sites.shifts")
        else:
            flags = _by_contacts(mean)
            ledger.note(_HOURS.fill(queue=name), _OF_CONTACTS, Origin.HISTORY)
        closed = np.array([day in rest for day in days], dtype=np.bool_)
        found.append(flags & ~closed[:, None])
    return tuple(found)


def usual_hours(project: Project) -> tuple[int, int, frozenset[int], bool] | None:
    """Opening, closing, weekdays that are never open (0 is Monday), and whether holidays are closed.

    Over all programs, for histories that show no intervals; None where no program has hours.
    """
    programs = [one for one in known(project.definition.work.programs.programs) or () if _whole(one)]
    opens = [value for one in programs if (value := known(one.opens)) is not None]
    closes = [value for one in programs if (value := known(one.closes)) is not None]
    if not opens:
        return None
    days = {day for one in programs for day in known(one.days) or tuple(Day)}
    closed = frozenset(place for place, day in enumerate(_WEEK) if day not in days)
    return min(opens), max(closes), closed, Day.HOLIDAY not in days


def _whole(band: Program | SiteShift) -> bool:
    opens, closes = known(band.opens), known(band.closes)
    return opens is not None and closes is not None and opens < closes


def _by_bands(
    bands: Sequence[Program | SiteShift], days: Sequence[date], slots: int, interval_minutes: int
) -> Flags:
    by_kind = {day: np.zeros(slots, dtype=np.bool_) for day in Day}
    starts = np.arange(slots) * interval_minutes
    for band in bands:
        opens, closes = known(band.opens) or 0, known(band.closes) or 0
        for day in known(band.days) or tuple(Day):
            by_kind[day] |= (starts + interval_minutes > opens) & (starts < closes)
    rows = [by_kind[Day.HOLIDAY if is_holiday(day) else _WEEK[day.weekday()]] for day in days]
    return np.array(rows, dtype=np.bool_).reshape(len(days), slots)


def _by_contacts(mean: Floats) -> Flags:
    """Intervals with at least a hundredth of the mean of those that have any, on days that have any."""
    some = mean[mean > 0]
    least = float(some.mean()) / 100 if some.size else 0.0
    return np.asarray(mean > least)


def _rest(project: Project, ledger: Ledger, remarks: list[Phrase]) -> _Rest:
    rows = known(project.definition.operations.sites.closed_days) or ()
    ledger.look("operations.sites.closed_days")
    days: set[date] = set()
    yearly: set[tuple[int, int]] = set()
    holidays = False
    for row in rows:
        day = known(row.day)
        text = _text(row)
        if day is not None:
            days.add(day)
        elif _HOLIDAYS.search(text):
            holidays = True
        elif read := frozenset(_yearly(text)):
            yearly |= read
        elif row.description is not None:
            remarks.append(_UNREAD.fill(what=row.description))
    if rows:
        ledger.note(
            _CLOSED,
            Phrase("4.1の{n}行", "{n} rows of 4.1").fill(n=len(rows)),
            Origin.DEFINITION,
            "operations.sites.closed_days",
        )
    return _Rest(frozenset(days), frozenset(yearly), holidays)


def _text(row: ClosedDay) -> str:
    return "" if row.description is None else f"{row.description.ja or ''} {row.description.en or ''}"


def _yearly(text: str) -> Iterator[tuple[int, int]]:
    """Month and day of 12月29日から1月3日まで, or of one day alone."""
    if found := _RANGE.search(text):
        month, day, last_month, last = (int(one or found[1]) for one in found.groups())
        try:
            one, end = date(2000, month, day), date(2000, last_month, last)
        except ValueError:
            return
        if end < one:
            end = end.replace(year=2001)
        while one <= end:
            yield one.month, one.day
            one += timedelta(days=1)
    elif found := _ONE.search(text):
        yield int(found[1]), int(found[2])
