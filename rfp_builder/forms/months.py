"""Reading a month as people type it."""

from __future__ import annotations

from rfp_builder.i18n import Phrase
from rfp_builder.text.dates import read_date
from rfp_builder.text.unreadable import Unreadable

_FIRST_DAYS = ("-01", "/1", ".1", "1日", " 1日")
_NO_MONTH = Phrase(
    "年月として読み取れません。2027-04 のように入力してください。",
    "This cannot be read as a month. Write it like 2027-04.",
)


def read_month(text: str) -> str:
    """A month as "2027-04": 2027-04, 2027/4, 2027年4月, 令和9年4月, April 2027.

    Raises:
        Unreadable: it has no certain reading.
    """
    typed = text.strip()
    for candidate in (*(typed + first for first in _FIRST_DAYS), f"1 {typed}"):
        try:
            day = read_date(candidate)
        except Unreadable:
            continue
        return f"{day.year:04}-{day.month:02}"
    raise Unreadable(_NO_MONTH)
