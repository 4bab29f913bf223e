"""What is to be done in a month: low, base and high."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Phrase
from rfp_builder.workload.should_cost.hours import Hours

_WHAT = Phrase("想定費用を計算できません。", "The should-cost cannot be worked out.")
_ORDER = Phrase(
    "業務量は、低め・標準・高めの順に件数が大きくなるようにしてください。",
    "Volumes must not fall from low over base to high.",
)
_NOTHING = Phrase(
    "件数、通話時間、席数、有給時間は0以上にし、件数、通話時間、席数は0より大きくしてください。",
    "Contacts, minutes and seats must be above 0, paid hours 0 or more.",
)
_REMEDY = Phrase("業務量の値を確かめてください。", "Check the volumes.")


@dataclass(frozen=True, slots=True)
class Volume:
    """A month of work."""

    calls: Fraction
    """Contacts handled."""
    minutes: Fraction
    """Minutes of contact, which a price per minute is divided by."""
    phone_minutes: Fraction
    """Those of them on the telephone, which telecom is paid for."""
    hours: Hours
    """Paid hours of agents by class, shrinkage included."""
    seats: Fraction
    """Seats rented."""

    def __post_init__(self) -> None:
        """Raises `WrongUse`."""
        if (
            min(self.calls, self.minutes, self.seats) <= 0
            or min(self.phone_minutes, *self.hours.values()) < 0
        ):
            raise WrongUse(_WHAT, _NOTHING, _REMEDY)


@dataclass(frozen=True, slots=True)
class Volumes:
    """The month as it may turn out."""

    low: Volume
    base: Volume
    high: Volume

    def __post_init__(self) -> None:
        """Raises `WrongUse`."""
        if not self.low.calls <= self.base.calls <= self.high.calls:
            raise WrongUse(_WHAT, _ORDER, _REMEDY)

    @classmethod
    def around(cls, base: Volume, low: Fraction, high: Fraction) -> Volumes:
        """Calls, minutes and hours in proportion, `low` and `high` being factors such as 9/10. Seats stay."""
        return cls(_scaled(base, low), base, _scaled(base, high))


def _scaled(volume: Volume, factor: Fraction) -> Volume:
    return Volume(
        volume.calls * factor,
        volume.minutes * factor,
        volume.phone_minutes * factor,
        {kind: hours * factor for kind, hours in volume.hours.items()},
        volume.seats,
    )
