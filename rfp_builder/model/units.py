"""Numbers with their units, and dates. Decimals and integers only; a float never enters a project."""

import re
from datetime import date
from decimal import Decimal
from enum import Enum
from numbers import Number
from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints


class Reads(Enum):
    """Marks a number or code that people read as something else than it is written."""

    DAY_OF_MONTH = "day_of_month"
    CURRENCY = "currency"


Count = Annotated[int, Field(strict=True, ge=0, le=10**9)]
"""A number of contacts, people, days …"""

Seconds = Annotated[int, Field(strict=True, ge=0, le=10**7)]
Minutes = Annotated[int, Field(strict=True, ge=0, le=10**7)]
Hours = Annotated[int, Field(strict=True, ge=0, le=10**5)]
Days = Annotated[int, Field(strict=True, ge=0, le=40_000)]
Months = Annotated[int, Field(strict=True, ge=0, le=1200)]

Clock = Annotated[int, Field(strict=True, ge=0, le=24 * 60)]
"""A time of day in minutes after midnight; 1440 is 24:00, a closing time."""

Percent = Annotated[Decimal, Field(ge=0, le=100, max_digits=9, decimal_places=4)]
"""A share in per cent: 12.5 means one eighth."""

Rate = Annotated[Decimal, Field(ge=-1000, le=10_000, max_digits=9, decimal_places=4)]
"""A change in per cent; may be negative or above one hundred."""

Measure = Annotated[Decimal, Field(ge=-(10**12), le=10**12, max_digits=18, decimal_places=6)]
"""A measured value in the unit that stands beside it."""

Money = Annotated[int, Field(strict=True, ge=0, le=10**15)]
"""Smallest unit of the project's currency (yen for JPY)."""

DayOfMonth = Annotated[int, Field(strict=True, ge=1, le=31), Reads.DAY_OF_MONTH]
"""31 means the last day of the month."""

Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$"), Reads.CURRENCY]
"""An ISO 4217 code: JPY."""

Points = Annotated[Decimal, Field(ge=0, le=1_000_000, max_digits=12, decimal_places=4)]

YearMonth = Annotated[str, StringConstraints(pattern=r"^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$")]
"""2027-04"""

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _refuse_timestamp(value: object) -> object:
    """pydantic would take "20270401" for seconds and make it a day of August 1970."""
    if isinstance(value, Number) or (isinstance(value, str) and not _ISO_DATE.fullmatch(value)):
        raise ValueError("a date is written as 2027-04-01")
    return value


CalendarDate = Annotated[date, BeforeValidator(_refuse_timestamp)]
"""A day; as text 2027-04-01 and nothing else."""
