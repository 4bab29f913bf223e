"""Make a synthetic year of contacts: season, holidays, days of the month, a campaign, a broken week.

    python samples/history/build.py FOLDER

Writes `history.csv` (UTF-8, one row per day, interval and contact reason) and `monthly.csv` (totals by month)
into FOLDER. The numbers are drawn from a seed: the same every time.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rfp_builder.workload.calendar import DayKind, Near, days

REASONS = {"注文": 0.52, "配送の問い合わせ": 0.24, "返品・交換": 0.14, "会員情報": 0.10}
_WEEKDAYS = (1.24, 1.06, 1.0, 0.98, 1.02, 0.72, 0.55)
_MONTHS = (0.94, 0.90, 1.04, 1.0, 0.98, 1.02, 1.08, 0.93, 0.97, 1.01, 1.06, 1.20)


@dataclass(frozen=True, slots=True)
class Plan:
    """What the synthetic year is made of."""

    first: date = date(2025, 4, 1)
    days: int = 365
    interval_minutes: int = 30
    opens: int = 9 * 60
    closes: int = 20 * 60
    calls_a_day: float = 900.0
    growth_a_year: float = 0.05
    reasons: Mapping[str, float] = field(default_factory=lambda: REASONS)
    campaign: tuple[date, date, float] | None = (date(2025, 11, 14), date(2025, 11, 27), 1.45)
    """First and last day, and how much more comes in."""
    broken: tuple[date, date] | None = (date(2025, 7, 7), date(2025, 7, 13))
    """The telephone system counts a tenth only."""
    seed: int = 20250401


def expected(plan: Plan) -> NDArray[np.float64]:
    """Mean contacts by reason, day and interval of the day."""
    calendar = days(plan.first, plan.days)
    level = plan.calls_a_day * (1 + plan.growth_a_year) ** (np.arange(plan.days) / 365)
    level = level * np.asarray(_MONTHS)[calendar.month % 12]
    weekday = np.asarray(_WEEKDAYS)[calendar.weekday]
    weekday = np.where(calendar.kind == DayKind.HOLIDAY, 0.60, weekday)
    weekday = np.where(calendar.kind == DayKind.OBON, weekday * 0.85, weekday)
    weekday = np.where(calendar.kind == DayKind.YEAR_END, 0.0, weekday)
    near = np.where(calendar.near == Near.AFTER, 1.12, np.where(calendar.near == Near.BEFORE, 0.95, 1.0))
    in_month = np.where((calendar.day_of_month >= 25) & (calendar.day_of_month <= 27), 1.10, 1.0)
    daily = level * weekday * near * in_month
    if plan.campaign is not None:
        first, last, factor = plan.campaign
        daily[(first - plan.first).days : (last - plan.first).days + 1] *= factor
    shares = np.asarray(list(plan.reasons.values()))
    return np.asarray(daily[None, :, None] * shares[:, None, None] * _shape(plan, calendar.weekday)[None])


def counts(plan: Plan) -> NDArray[np.int64]:
    """Contacts by reason, day and interval, drawn around `expected` with a spread of 4 % from day to day."""
    draw = np.random.default_rng(plan.seed)
    mean = expected(plan) * draw.gamma(600.0, 1 / 600.0, size=plan.days)[None, :, None]
    if plan.broken is not None:
        first, last = plan.broken
        mean[:, (first - plan.first).days : (last - plan.first).days + 1] *= 0.1
    return draw.poisson(mean)


def long_csv(plan: Plan) -> str:
    """The year with one row per day, interval and reason; closed days and hours have none."""
    drawn, mean = counts(plan), expected(plan).sum(axis=0)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["日付", "時間帯", "問い合わせ理由", "着信件数"])
    for day in range(plan.days):
        stamp = (plan.first + timedelta(days=day)).isoformat()
        for slot in np.flatnonzero(mean[day]).tolist():
            start = slot * plan.interval_minutes
            label = f"{start // 60}:{start % 60:02}"
            for place, reason in enumerate(plan.reasons):
                writer.writerow([stamp, label, reason, int(drawn[place, day, slot])])
    return out.getvalue()


def monthly_csv(plan: Plan) -> str:
    """The year as totals by month."""
    by_day = counts(plan).sum(axis=(0, 2))
    months: dict[str, int] = {}
    for day, calls in enumerate(by_day.tolist()):
        stamp = plan.first + timedelta(days=day)
        name = f"{stamp.year}年{stamp.month}月"
        months[name] = months.get(name, 0) + calls
    rows = ["年月,件数", *(f"{name},{calls}" for name, calls in months.items())]
    return "\r\n".join(rows) + "\r\n"


def _shape(plan: Plan, weekday: NDArray[np.int64]) -> NDArray[np.float64]:
    """Share of each interval by day: a peak in the morning, a smaller one after lunch, later at weekends."""
    middle = (np.arange(1440 // plan.interval_minutes) + 0.5) * plan.interval_minutes / 60
    work = 0.35 + np.exp(-(((middle - 10.5) / 1.4) ** 2)) + 0.75 * np.exp(-(((middle - 14.5) / 2.2) ** 2))
    week_end = 0.40 + 0.8 * np.exp(-(((middle - 13.0) / 3.0) ** 2))
    is_open = (middle * 60 >= plan.opens) & (middle * 60 < plan.closes)
    by_day = np.where((weekday >= 5)[:, None], week_end[None], work[None]) * is_open[None]
    return np.asarray(by_day / by_day.sum(axis=1, keepdims=True))


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (("history.csv", long_csv(Plan())), ("monthly.csv", monthly_csv(Plan()))):
        (folder / name).write_bytes(text.encode("utf-8-sig"))
