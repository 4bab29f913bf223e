"""The time that a wording gives, as in 20秒以内 or within two business days."""

from __future__ import annotations

import re

_TIME = re.compile(
    r"(\d+(?:\.\d+)?)\s*(秒|分|時間|営業日|日|seconds?|sec|s\b|minutes?|min|hours?|business days?|days?)",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"within|in under|以内", re.IGNORECASE)
_SECONDS = {
    "秒": 1,
    "s": 1,
    "sec": 1,
    "second": 1,
    "seconds": 1,
    "分": 60,
    "min": 60,
    "minute": 60,
    "minutes": 60,
    "時間": 3600,
    "hour": 3600,
    "hours": 3600,
    "日": 86400,
    "営業日": 86400,
    "day": 86400,
    "days": 86400,
    "business day": 86400,
    "business days": 86400,
}


def seconds_within(wording: str) -> int | None:
    """The first time in a wording that says something happens within it; a business day counts as a day."""
    found = _TIME.search(wording) if _WITHIN.search(wording) else None
    return None if found is None else round(float(found[1]) * _SECONDS[found[2].lower()])
