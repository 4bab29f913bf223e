"""Spans of time as people type them for an option: 30m, 1.5h, 45分."""

from __future__ import annotations

import re
from decimal import Decimal

from rfp_builder.i18n import Phrase
from rfp_builder.text.numbers import read_number
from rfp_builder.text.unreadable import Unreadable

_SECONDS = {
    **dict.fromkeys(("s", "sec", "秒"), 1),
    **dict.fromkeys(("m", "min", "分"), 60),
    **dict.fromkeys(("h", "時間"), 3600),
}
_SPAN = re.compile(rf"(?P<number>.+?)\s*(?P<unit>{'|'.join(_SECONDS)})", re.IGNORECASE)
_NO_UNIT = Phrase(
    "単位がありません。30分なら 30m のように入力してください。",
    "It has no unit. Write 30 minutes as 30m.",
)
_NO_SPAN = Phrase("0より長い時間にしてください。", "It must be a time longer than 0.")


def read_span(text: str, *, unit: int | None = None, zero: bool = False) -> Decimal:
    """Seconds; `unit` says how many a bare number counts, `zero` that none will do. Raises `Unreadable`."""
    found = _SPAN.fullmatch(text.strip())
    factor = _SECONDS[found["unit"].lower()] if found else unit
    if factor is None:
        raise Unreadable(_NO_UNIT)
    seconds = read_number(found["number"] if found else text) * factor
    if seconds < 0 or (seconds == 0 and not zero):
        raise Unreadable(_NO_SPAN)
    return seconds
