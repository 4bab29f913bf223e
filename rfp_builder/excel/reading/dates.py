"""Dates in workbooks: the day that a number stands for, counted from the start of the calendar in use."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

_DAY = timedelta(days=1)
_LAST_SERIAL = 2_958_465
"""31 December 9999."""


def from_serial(serial: Decimal, starts_1904: bool) -> date | time | None:
    """The day, the day with its time, or the time of day that `serial` stands for; None if for none.

    Day 60 of the 1900 system is 29 February 1900, which never was (ISO/IEC 29500-1, 18.17.4.1).
    """
    if not 0 <= serial <= _LAST_SERIAL:
        return None
    whole = int(serial)
    seconds = round((serial - whole) * 86_400)
    if starts_1904:
        start = datetime(1904, 1, 1)
    elif whole == 60:
        return None
    else:
        start = datetime(1899, 12, 31) if whole < 60 else datetime(1899, 12, 30)
    if whole == 0 and not starts_1904:
        return (start + timedelta(seconds=seconds)).time() if seconds < 86_400 else None
    try:
        moment = start + whole * _DAY + timedelta(seconds=seconds)
    except OverflowError:
        return None
    return moment if seconds % 86_400 else moment.date()


def from_iso(text: str) -> date | time | None:
    """The date of a cell of type `d` (Strict workbooks), or None if it is none."""
    try:
        if "T" in text:
            moment = datetime.fromisoformat(text).replace(tzinfo=None)
            return moment if moment.time() != time() else moment.date()
        return time.fromisoformat(text) if ":" in text else date.fromisoformat(text)
    except ValueError:
        return None
