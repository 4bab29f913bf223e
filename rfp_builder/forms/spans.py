"""Spans of time typed in several units: 「5分30秒」, 「1時間半」, "1 h 30 min"."""

from __future__ import annotations

import re
from decimal import Decimal

from rfp_builder.text.fold import fold

_SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600}
_EXACT = 10**4
"""A number of hours has no more digits behind the point than these."""
_SPAN = re.compile(
    r"(?:(?P<h>[0-9]{1,5}) ?(?:時間|h|hrs?|hours?))? ?"
    r"(?:(?P<m>[0-9]{1,5}) ?(?:分|m|min|mins|minutes?)|(?P<half>半))? ?"
    r"(?:(?P<s>[0-9]{1,5}) ?(?:秒|s|sec|secs|seconds?))?"
)


def read_span(text: str, unit: str) -> Decimal | None:
    """A span of time as a number of `unit`: "seconds", "minutes" or "hours"; None if `text` is none.

    `read_span("5分30秒", "seconds") == 330`; what `unit` cannot express exactly keeps its digits behind the
    point, so 90 minutes are 1.5 hours, and 100 seconds are no number of minutes.
    """
    match = _SPAN.fullmatch(fold(text))
    if match is None or unit not in _SECONDS or not any(match.groups()):
        return None
    if match["half"] and not match["h"]:
        return None
    seconds = int(match["h"] or 0) * 3600 + int(match["m"] or 0) * 60 + int(match["s"] or 0)
    seconds += 1800 if match["half"] else 0
    if seconds * _EXACT % _SECONDS[unit]:
        return None
    return Decimal(seconds) / _SECONDS[unit]
