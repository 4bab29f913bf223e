"""Make the history of the mail-order sample: two years of contacts by half hour.

    python samples/history/mail_order.py

Writes `samples/mail-order/history.csv`: wide, Shift_JIS, one row per day, program and channel. Months,
growth, opening hours and closed days are those that the sample's definition states (2.1 to 2.3); the numbers
are drawn around them from a seed: the same every time. Chat and outgoing calls have no history.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rfp_builder.workload.calendar import DayKind, Days, days

FIRST = date(2024, 10, 1)
DAYS = 730
SEED = 20241001
PLACE = Path(__file__).resolve().parents[1] / "mail-order" / "history.csv"
_INTERVAL = 30
_GROWTH = 1.03
_BASE_YEAR = 2027
"""The months of 2.3 begin in October of this year."""
_SPREAD = 900.0
"""Of the gamma distribution around each day: about 3 %."""
_WEEKDAYS = (1.18, 1.04, 1.0, 0.98, 1.0, 0.92, 0.88)
_NEW_YEAR_DAYS = 3
_BLANK, _CLOSED = "", "休業"


@dataclass(frozen=True, slots=True)
class Queue:
    """One program on one channel; `months` from October on, as 2.3 states them."""

    program: str
    channel: str
    a_month: int
    months: tuple[float, ...]
    closes: int
    on_sundays: bool
    opens: int = 9 * 60


_ORDERS = (0.95, 1.10, 1.40, 0.90, 0.80, 0.95, 0.95, 0.95, 1.05, 1.20, 0.85, 0.90)
_SERVICE = (0.95, 1.05, 1.30, 1.10, 0.85, 0.95, 0.95, 0.95, 1.00, 1.15, 0.90, 0.85)
QUEUES = (
    Queue("注文受付", "電話", 36_000, _ORDERS, closes=21 * 60, on_sundays=True),
    Queue("問い合わせ対応", "電話", 18_000, _SERVICE, closes=18 * 60, on_sundays=False),
    Queue("問い合わせ対応", "メール", 9_000, _SERVICE, closes=18 * 60, on_sundays=False),
)


def counts(queue: Queue, draw: np.random.Generator) -> NDArray[np.int64]:
    """Contacts by day and interval of the day; a closed day has none."""
    calendar = days(FIRST, DAYS)
    stated = days(date(_BASE_YEAR, 10, 1), 366)
    weight, of_stated = _weights(queue, calendar), _weights(queue, stated)
    daily = np.zeros(DAYS)
    for month in np.unique(calendar.month).tolist():
        years, since_october = divmod(month - (_BASE_YEAR * 12 + 9), 12)
        # A day of the level that makes the month of 2.3, years before.
        whole = of_stated[stated.month == month - 12 * years].sum()
        level = queue.a_month * queue.months[since_october] * _GROWTH**years / whole
        inside = calendar.month == month
        daily[inside] = level * weight[inside]
    is_new_year = (calendar.month % 12 == 0) & (calendar.day_of_month <= _NEW_YEAR_DAYS)
    daily *= draw.gamma(_SPREAD, 1 / _SPREAD, size=DAYS)
    return draw.poisson(np.where(is_new_year, 0.0, daily)[:, None] * _shape(queue)[None])


def wide_csv() -> str:
    """One row per day and queue; a queue that is closed has none, a day on which all are closed says so."""
    draw = np.random.default_rng(SEED)
    drawn = [counts(queue, draw) for queue in QUEUES]
    first, last = min(one.opens for one in QUEUES), max(one.closes for one in QUEUES)
    slots = range(first // _INTERVAL, last // _INTERVAL)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["日付", "業務", "チャネル", *(_clock(slot * _INTERVAL) for slot in slots)])
    for day in range(DAYS):
        stamp = (FIRST + timedelta(days=day)).strftime("%Y/%m/%d")
        for queue, of in zip(QUEUES, drawn, strict=True):
            if of[day].any():
                writer.writerow([stamp, queue.program, queue.channel, *_cells(queue, of[day], slots)])
            elif not any(one[day].any() for one in drawn):
                writer.writerow([stamp, queue.program, queue.channel, *(_CLOSED for _ in slots)])
    return out.getvalue()


def build() -> bytes:
    """The file as it ships."""
    return wide_csv().encode("cp932")


def _cells(queue: Queue, day: NDArray[np.int64], slots: range) -> Iterator[int | str]:
    for slot in slots:
        is_open = queue.opens <= slot * _INTERVAL < queue.closes
        yield int(day[slot]) if is_open else _BLANK


def _weights(queue: Queue, calendar: Days) -> NDArray[np.float64]:
    """How much more or less comes in on a day than on others of its month."""
    weight = np.asarray(_WEEKDAYS)[calendar.weekday]
    holiday = calendar.kind == DayKind.HOLIDAY
    weight = np.where(holiday, 0.85, weight)
    if queue.on_sundays:
        return weight
    return np.where(holiday | (calendar.weekday == 6), 0.0, weight)


def _shape(queue: Queue) -> NDArray[np.float64]:
    """Share of each interval of the day: a peak before noon, a smaller one in the afternoon."""
    middle = (np.arange(1440 // _INTERVAL) + 0.5) * _INTERVAL / 60
    work = 0.5 + np.exp(-(((middle - 10.8) / 1.6) ** 2)) + 0.7 * np.exp(-(((middle - 15.0) / 2.4) ** 2))
    is_open = (middle * 60 >= queue.opens) & (middle * 60 < queue.closes)
    return np.asarray(work * is_open / (work * is_open).sum())


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


if __name__ == "__main__":
    PLACE.write_bytes(build())
