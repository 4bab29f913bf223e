"""Make a synthetic year of contacts: season, holidays, days of the month, a campaign, a broken week.

    python samples/history/build.py FOLDER

Writes into FOLDER, in UTF-8: `history.csv` (one row per day, interval and contact reason, with the contacts
answered and their average handling time), `monthly.csv` (totals by month), `trial.csv` (a trial run, one row
a contact) and `specials.csv` (the campaign). The numbers are drawn from a seed: the same every time.
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
HANDLING_S = {"注文": 260.0, "配送の問い合わせ": 210.0, "返品・交換": 380.0, "会員情報": 300.0}
"""Average handling time by contact reason, in seconds."""
_CHANNELS = ("電話", "電話", "電話", "チャット")
_ANSWERED = 0.95
_SPREAD = 0.6
"""Of the logarithm of single handling times: they are skewed as in practice."""
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
    handling_s: Mapping[str, float] = field(default_factory=lambda: HANDLING_S)
    """Average handling time by contact reason; 300 seconds for one that it does not name."""
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


def handled(plan: Plan) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Contacts answered, and the seconds they took in all, by reason, day and interval.

    Drawn with a seed of their own, so that the counts stay what they are without them.
    """
    draw = np.random.default_rng((plan.seed, 1))
    answered = draw.binomial(counts(plan), _ANSWERED)
    mean = np.array([plan.handling_s.get(reason, 300.0) for reason in plan.reasons])
    # A sum of n times with this spread, by its mean and variance.
    variance = np.expm1(_SPREAD**2)
    shape = np.maximum(answered, 1) / variance
    seconds = draw.gamma(shape, mean[:, None, None] * variance)
    return answered, np.where(answered > 0, np.maximum(1, np.rint(seconds)), 0).astype(np.int64)


def long_csv(plan: Plan, handling: bool = False) -> str:
    """The year with one row per day, interval and reason; closed days and hours have none.

    With `handling` also the contacts answered and their average handling time; blank where none was answered.
    """
    drawn, mean = counts(plan), expected(plan).sum(axis=0)
    answered, seconds = handled(plan) if handling else (drawn, drawn)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    more = ["応答件数", "平均処理時間（秒）"] if handling else []
    writer.writerow(["日付", "時間帯", "問い合わせ理由", "着信件数", *more])
    for day in range(plan.days):
        stamp = (plan.first + timedelta(days=day)).isoformat()
        for slot in np.flatnonzero(mean[day]).tolist():
            start = slot * plan.interval_minutes
            label = f"{start // 60}:{start % 60:02}"
            for place, reason in enumerate(plan.reasons):
                row = [stamp, label, reason, int(drawn[place, day, slot])]
                if handling:
                    count, total = int(answered[place, day, slot]), int(seconds[place, day, slot])
                    row += [count, f"{total / count:.1f}" if count else ""]
                writer.writerow(row)
    return out.getvalue()


def trial_csv(plan: Plan, contacts: int = 400) -> str:
    """A trial run: one row a contact with channel, reason, talk and wrap-up; too few of rare reasons."""
    draw = np.random.default_rng((plan.seed, 2))
    reasons = list(plan.reasons)
    shares = np.asarray(list(plan.reasons.values())) ** 2
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["対応日", "チャネル", "問い合わせ理由", "通話時間（秒）", "後処理時間（秒）"])
    chosen = draw.choice(len(reasons), contacts, p=shares / shares.sum())
    for place in chosen.tolist():
        mean = plan.handling_s.get(reasons[place], 300.0)
        talk, wrap = draw.lognormal(-(_SPREAD**2) / 2, _SPREAD, 2) * mean * np.array([0.8, 0.2])
        stamp = plan.first + timedelta(days=int(draw.integers(14)))
        channel = _CHANNELS[int(draw.integers(len(_CHANNELS)))]
        writer.writerow(
            [stamp.isoformat(), channel, reasons[place], max(1, round(talk)), max(1, round(wrap))]
        )
    return out.getvalue()


def specials_csv(plan: Plan) -> str:
    """The campaign as a list of special days."""
    rows = ["日付,名称,倍率"]
    if plan.campaign is not None:
        first, last, factor = plan.campaign
        rows.append(f"{first:%Y/%m/%d}〜{last:%Y/%m/%d},販売促進,{factor}")
    return "\r\n".join(rows) + "\r\n"


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
    made = {
        "history.csv": long_csv(Plan(), handling=True),
        "monthly.csv": monthly_csv(Plan()),
        "trial.csv": trial_csv(Plan()),
        "specials.csv": specials_csv(Plan()),
    }
    for name, text in made.items():
        (folder / name).write_bytes(text.encode("utf-8-sig"))
