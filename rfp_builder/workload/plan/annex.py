"""The volume annex of the RFP from history and forecast: what came in, and what is expected. Facts only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from rfp_builder.model.annex import (
    AnnexReason,
    AnnexSeries,
    AnnexSpecial,
    LeftOut,
    MonthGap,
    MonthVolume,
    VolumeAnnex,
)
from rfp_builder.model.answers import known
from rfp_builder.model.derived import HISTORY, Input, input_at
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import SpecialDays
from rfp_builder.workload.calendar import days
from rfp_builder.workload.forecast.values import Forecast, Special
from rfp_builder.workload.history.values import MINUTES_A_DAY, DayStatus, History, Measured, MonthlyTotals
from rfp_builder.workload.plan.annex_reasons import count, counted_reasons, seconds, stated_reasons
from rfp_builder.workload.plan.annex_series import Place, places_of
from rfp_builder.workload.plan.annex_week import OrdinaryWeek, ordinary_week
from rfp_builder.workload.plan.occasions import occasions_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NOTHING_LEFT = -100
"""Per cent a year."""


def annex_of(
    project: Project,
    history: History | MonthlyTotals,
    forecast: Forecast | None = None,
    *,
    made_on: date,
    counted_as: Localized | None = None,
) -> VolumeAnnex:
    """The annex for a history that has contacts and, if there is one, the forecast made from it.

    Of the forecast the base in whole contacts is shown, no chance and no quantile. The months of a series add
    up to its contacts in the history and in the forecast exactly. Nothing is taken from the staffing plan but
    the days known to differ and the growth, which the forecast assumes and vendors need as well.

    Args:
        counted_as: what one contact of the history is, such as a call offered.
    """
    first, last = _period(history)
    specials = _specials(project, history, last if forecast is None else forecast.last)
    if isinstance(history, MonthlyTotals):
        found = _of_months(project, history)
    else:
        found = _of_days(project, history, specials)
    series = found.series
    if forecast is not None:
        _add_expected(project, series, forecast)
    return VolumeAnnex(
        made_on=made_on,
        history_first=first,
        history_last=last,
        expected_first=None if forecast is None else forecast.first,
        expected_last=None if forecast is None else forecast.last,
        growth=None if forecast is None else _growth(project),
        counted_as=counted_as,
        interval_minutes=found.week.interval_minutes,
        opens=found.week.opens,
        averaged=found.week.averaged,
        left_out=found.week.left_out,
        gaps=found.gaps,
        series=tuple(series.values()),
        reasons=found.reasons or stated_reasons(project),
        reasons_counted=bool(found.reasons),
        specials=tuple(_to_come(specials, last, forecast)),
        inputs=tuple(_inputs(project, found.reasons, forecast)),
    )


@dataclass(frozen=True, slots=True)
class _Counted:
    """What a history says."""

    series: dict[Place, AnnexSeries]
    week: OrdinaryWeek
    reasons: tuple[AnnexReason, ...] = ()
    gaps: tuple[MonthGap, ...] = ()


def _of_months(project: Project, history: MonthlyTotals) -> _Counted:
    """Of months alone: an assumed profile of days is no fact and makes no week."""
    (place,) = places_of(project, (), ((),))
    months = (MonthVolume(month=month, contacts=calls) for month, calls in sorted(history.months.items()))
    time = history.handling
    one = AnnexSeries(
        program=place[0], channel=place[1], actual=tuple(months), aht=seconds(time), measured=count(time)
    )
    return _Counted({place: one}, OrdinaryWeek(MINUTES_A_DAY, 0, (), 0, LeftOut()))


def _of_days(project: Project, history: History, specials: Sequence[SpecialDays]) -> _Counted:
    places = places_of(project, history.axes, history.keys)
    apart = [Special(one.first, one.last, Fraction(one.factor)) for one in specials]
    week = ordinary_week(history, apart, list(places.values()))
    series = {
        place: AnnexSeries(
            program=place[0],
            channel=place[1],
            actual=_by_month(history.first, history.calls[at].sum(axis=(0, 2))),
            week=averages if averages[0] else (),
            aht=seconds(time := _measured(history, at)),
            measured=count(time),
        )
        for (place, at), averages in zip(places.items(), week.weeks, strict=True)
    }
    return _Counted(series, week, counted_reasons(project, history), tuple(_gaps(history)))


def _period(history: History | MonthlyTotals) -> tuple[date, date]:
    if isinstance(history, History):
        return history.first, history.last
    names = sorted(history.months)
    year, month = (int(part) for part in names[-1].split("-"))
    after = date(year + month // 12, month % 12 + 1, 1)
    return date.fromisoformat(f"{names[0]}-01"), after - timedelta(days=1)


def _measured(history: History, at: Sequence[int]) -> Measured | None:
    if history.handling is None:
        return None
    of = history.handling.by_series
    return Measured(sum(of[place].contacts for place in at), sum(of[place].seconds for place in at))


def _add_expected(project: Project, series: dict[Place, AnnexSeries], forecast: Forecast) -> None:
    for place, at in places_of(project, forecast.axes, forecast.keys).items():
        one = series.get(place, AnnexSeries(program=place[0], channel=place[1]))
        expected = _by_month(forecast.first, forecast.calls[at].sum(axis=(0, 2)))
        series[place] = one.replace(expected=expected)


def _by_month(first: date, daily: NDArray[np.int64]) -> tuple[MonthVolume, ...]:
    """Contacts of every month that the days touch."""
    month = days(first, len(daily)).month
    return tuple(
        MonthVolume(month=_named(one), contacts=int(daily[month == one].sum()))
        for one in range(int(month[0]), int(month[-1]) + 1)
    )


def _gaps(history: History) -> Iterator[MonthGap]:
    month = days(history.first, history.day_count).month
    lost = history.status == DayStatus.MISSING
    for one in np.unique(month[lost]).tolist():
        yield MonthGap(month=_named(one), days=int((lost & (month == one)).sum()))


def _named(month: int) -> str:
    return f"{month // 12}-{month % 12 + 1:02}"


def _specials(project: Project, history: History | MonthlyTotals, until: date) -> tuple[SpecialDays, ...]:
    """Those that the forecast knows of: set for the plan, or stated in 2.3 and not in the history."""
    first, last = _period(history)
    stated = occasions_of(project, first, last, isinstance(history, History), until)
    return (*project.staffing.specials, *stated.used)


def _to_come(
    specials: Sequence[SpecialDays], last: date, forecast: Forecast | None
) -> Iterator[AnnexSpecial]:
    for one in specials:
        if one.last > last and (forecast is None or one.first <= forecast.last):
            yield AnnexSpecial(occasion=one.occasion, first=one.first, last=one.last, factor=one.factor)


def _growth(project: Project) -> Decimal | None:
    stated = known(project.definition.work.forecast.yearly_growth)
    growth = stated if project.staffing.growth is None else project.staffing.growth
    return growth if growth is None or growth >= _NOTHING_LEFT else None


def _inputs(project: Project, reasons: tuple[AnnexReason, ...], forecast: Forecast | None) -> Iterator[Input]:
    """What the annex would be another one without, with its digest as it is now."""
    paths = [HISTORY, "staffing.queues", "staffing.specials", "work.forecast.special_days"]
    if forecast is not None:
        of_growth = "work.forecast.yearly_growth" if project.staffing.growth is None else "staffing.growth"
        paths += ["staffing.until", of_growth]
    if not reasons:
        paths.append("work.reasons.reasons")
    yield from (input_at(project, path) for path in paths)
