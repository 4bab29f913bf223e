"""Moments that name their distance from UTC, and the time zone that they are told in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cached_property

from rfp_builder.workload.calendar import FIRST_YEAR, LAST_YEAR

_EPOCH_DAY = date(1970, 1, 1).toordinal()
_MINUTES_A_DAY, _SECONDS_A_DAY = 1440, 86_400
_LONGEST = 40
_DATE = r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})"
_TIME = r"([0-9]{1,2}):([0-9]{2})"
_SECONDS = r"([0-5][0-9])(?:[.,][0-9]{1,9})?"
_AHEAD = r"(Z|UTC|GMT|JST|\+[0-9]{2}:?(?:[0-9]{2})?)"
_BEHIND = r"(-[0-9]{2}:?(?:[0-9]{2})?)"
# 09:00-09:30 is an interval: a distance below 0 stands behind seconds, or a date joined by T.
_FORMS = tuple(
    re.compile(form, re.ASCII | re.IGNORECASE)
    for form in (
        rf"{_DATE}[T ]{_TIME}(?::{_SECONDS})? ?{_AHEAD}",
        rf"{_DATE}[T ]{_TIME}:{_SECONDS} ?{_BEHIND}",
        rf"{_DATE}T{_TIME}(?::{_SECONDS})?{_BEHIND}",
        rf"([0-9]{{4}})([0-9]{{2}})([0-9]{{2}})T([0-9]{{2}})([0-9]{{2}})(?:{_SECONDS})?{_AHEAD}",
    )
)
_EPOCH = re.compile(r"([1-4][0-9]{9})(?:[0-9]{3})?(?:\.[0-9]+)?", re.ASCII)
_NAMED = {"z": 0, "utc": 0, "gmt": 0, "jst": 9 * 60}
_DISTANCE = re.compile(r"([+-])([0-9]{2}):?([0-9]{2})?", re.ASCII)
_HOURS_OF_JAPAN = 9
_FARTHEST = 14 * 60


class NoZone(ValueError):
    """Raised for a name that is no time zone."""


@dataclass(frozen=True)
class Zone:
    """A time zone."""

    name: str
    """As in Asia/Tokyo, UTC or +09:00."""

    @cached_property
    def info(self) -> tzinfo:
        """What Python knows of it. Japan has had no summer time since 1951, and needs no table.

        Raises:
            NoZone: nothing is known of such a zone.
        """
        if self.name in ("Asia/Tokyo", "Japan", "JST"):
            return timezone(timedelta(hours=_HOURS_OF_JAPAN))
        distance = _distance(self.name)
        if distance is not None:
            return timezone(timedelta(minutes=distance))
        # Loaded on use: it looks for tables on the disk.
        from zoneinfo import ZoneInfo

        try:
            return ZoneInfo(self.name)
        except (ValueError, OSError, LookupError):
            raise NoZone(self.name) from None

    def local(self, stamp: Stamp) -> tuple[date, int] | None:
        """Day and minute of the day at a moment; None outside of the years that histories are of."""
        moment = datetime.fromtimestamp(stamp.seconds, UTC).astimezone(self.info)
        if not FIRST_YEAR <= moment.year <= LAST_YEAR:
            return None
        return moment.date(), moment.hour * 60 + moment.minute

    def differs(self, stamp: Stamp) -> bool:
        """Whether the clock of the zone shows something else than the stamp as it is written."""
        moment = datetime.fromtimestamp(stamp.seconds, UTC).astimezone(self.info)
        return moment.utcoffset() != timedelta(minutes=stamp.distance)


JAPAN = Zone("Asia/Tokyo")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A moment that is certain wherever one is."""

    seconds: int
    """Since 1970 in UTC."""
    distance: int
    """Minutes by which the clock that was written down is ahead of UTC."""

    @property
    def is_midnight(self) -> bool:
        """Whether the clock that was written down shows 0:00."""
        return (self.seconds + self.distance * 60) % _SECONDS_A_DAY == 0

    @property
    def written_day(self) -> int:
        """Ordinal of the day that was written down."""
        return (self.seconds + self.distance * 60) // _SECONDS_A_DAY + _EPOCH_DAY


def stamp_of(text: str, epoch: bool = False) -> Stamp | None:
    """The moment in 2027-04-01T00:00:00Z or 2027-04-01 09:00:00+0900; with `epoch` also in 1806508800."""
    if len(text) > _LONGEST:
        return None
    text = text.strip()
    if epoch and (found := _EPOCH.fullmatch(text)):
        return Stamp(int(found[1]), 0)
    match = next((found for form in _FORMS if (found := form.fullmatch(text))), None)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    distance = _distance(match[7])
    try:
        ordinal = date(year, month, day).toordinal()
    except ValueError:
        return None
    if distance is None or hour > 24 or minute > 59 or not FIRST_YEAR - 1 <= year <= LAST_YEAR + 1:
        return None
    minutes = (ordinal - _EPOCH_DAY) * _MINUTES_A_DAY + hour * 60 + minute - distance
    return Stamp(minutes * 60 + second, distance)


def _distance(text: str) -> int | None:
    """Minutes ahead of UTC."""
    named = _NAMED.get(text.lower())
    if named is not None:
        return named
    found = _DISTANCE.fullmatch(text)
    if found is None:
        return None
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    return (minutes if found[1] == "+" else -minutes) if minutes <= _FARTHEST else None
