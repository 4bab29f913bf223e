"""Facts of a history in the words of 2.2 and 2.3: contacts a month, the busiest hour's share, growth."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import numpy as np

from rfp_builder.workload.forecast.model import fit
from rfp_builder.workload.forecast.values import Forecast, Special
from rfp_builder.workload.history.values import DayStatus, History, MonthlyTotals
from rfp_builder.workload.plan.values import PlannedQueue, StaffingPlan

_A_YEAR = 365
_MONTHS = 12
_HOUR_MIN = 60
_TENTH = Decimal("0.1")
_MOST = 10**9
"""The most contacts that a project can hold in one place."""


def a_month_of(volumes: History | MonthlyTotals | Forecast) -> tuple[float, ...] | None:
    """Contacts of each series in an average month: of the last twelve, or of as many as there are.

    Lost days are made up by the average of the others; None where all are lost.
    """
    if isinstance(volumes, MonthlyTotals):
        last = [volumes.months[name] for name in sorted(volumes.months)[-_MONTHS:]]
        return (sum(last) / len(last),) if last else None
    counts = volumes.expected if isinstance(volumes, Forecast) else volumes.calls
    by_day = counts.sum(axis=2)[:, -_A_YEAR:]
    if isinstance(volumes, History):
        by_day = by_day[:, volumes.status[-_A_YEAR:] != DayStatus.MISSING]
    if not by_day.shape[1]:
        return None
    return tuple((by_day.mean(axis=1) * _A_YEAR / _MONTHS).tolist())


def average_month(
    volumes: History | MonthlyTotals, parts: Sequence[Sequence[Fraction]], queues: Sequence[int]
) -> int | None:
    """Contacts of some queues in an average month, as `a_month_of`; `parts` are series × queues."""
    a_month = a_month_of(volumes)
    if a_month is None:
        return None
    shares = _of(parts, queues)
    return round(sum(share * contacts for share, contacts in zip(shares, a_month, strict=True)))


def whole_months(
    plan: StaffingPlan, parts: Sequence[Sequence[Fraction]], queues: Sequence[int]
) -> dict[str, int]:
    """Expected contacts of some queues in each whole calendar month of the forecast, such as "2027-10".

    The sums of the forecast's whole contacts, wherever the queues do not share their series with others.
    """
    shares = np.array(_of(parts, queues))
    by_day = np.einsum("s,sd->d", shares, plan.forecast.calls.sum(axis=2).astype(np.float64))
    return by_whole_months(plan.forecast.first, by_day.tolist())


def _of(parts: Sequence[Sequence[Fraction]], queues: Sequence[int]) -> list[float]:
    """What the queues together have of each series."""
    return [float(sum(row[queue] for queue in queues)) for row in parts]


def by_whole_months(first: date, by_day: Sequence[float]) -> dict[str, int]:
    """Sums by calendar month of what each day has from `first` on; months that are cut off are left out."""
    sums: dict[str, float] = {}
    seen: dict[str, int] = {}
    for place, contacts in enumerate(by_day):
        name = f"{date.fromordinal(first.toordinal() + place):%Y-%m}"
        sums[name] = sums.get(name, 0.0) + contacts
        seen[name] = seen.get(name, 0) + 1
    return {name: min(_MOST, round(total)) for name, total in sums.items() if seen[name] == _length(name)}


def _length(month: str) -> int:
    year, number = (int(part) for part in month.split("-"))
    return (date(year + number // 12, number % 12 + 1, 1) - date(year, number, 1)).days


def busiest_hour(queues: Sequence[PlannedQueue]) -> Decimal | None:
    """The share of the busiest hour in an average day, in per cent to the tenth; None without contacts."""
    profile = sum((one.expected.sum(axis=0) for one in queues[1:]), queues[0].expected.sum(axis=0))
    whole = float(profile.sum())
    slots = len(profile)
    size = max(1, slots * _HOUR_MIN // 1440)
    if not whole or slots < 24:
        return None
    most = max(float(profile[at : at + size].sum()) for at in range(slots - size + 1))
    return Decimal(str(most / whole * 100)).quantize(_TENTH)


def growth_a_year(volumes: History, specials: Sequence[Special]) -> Decimal | None:
    """What the history shows, in per cent to the tenth; None where it is too short to show any."""
    trend = fit(volumes, specials).total.trend
    return None if trend is None else Decimal(str((trend - 1) * 100)).quantize(_TENTH)
