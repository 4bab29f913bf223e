"""Where each value of a plan comes from, noted as it is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Generic, TypeVar

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.answers import NotApplicable, Undecided, known
from rfp_builder.model.derived import digest_of, found_at
from rfp_builder.model.project import Project
from rfp_builder.text.show import Number, show_date, show_number, show_percent
from rfp_builder.workload.plan.values import Origin, Used

T = TypeVar("T")
_SETTINGS = "staffing."


@dataclass(frozen=True, slots=True)
class Offer(Generic[T]):
    """A value that may be taken, and where it stands."""

    value: T | Undecided | NotApplicable | None
    path: str | None = None
    origin: Origin = Origin.DEFINITION


class Ledger:
    """Takes the first value that is there, and notes it with its origin."""

    def __init__(self, project: Project) -> None:
        self.used: list[Used] = []
        self.looked_at: dict[str, None] = {}
        """Paths of what was taken, and of what would have been taken had something stood there."""
        self._project = project
        self._derived = {one.path: one.digest for one in project.staffing.derived}

    def note(
        self,
        name: Phrase,
        value: Phrase,
        origin: Origin,
        path: str | None = None,
        *,
        rests_on: str | None = None,
        setting: str | None = None,
    ) -> None:
        """Note something that was taken elsewhere; `rests_on` where not all of `path` counts.

        `setting` is what would take its place, by its path within the settings.
        """
        self.used.append(Used(name, value, origin, path, setting))
        self.look(rests_on or path)

    def look(self, path: str | None) -> None:
        """Note a place that the plan depends on."""
        if path is not None:
            self.looked_at.setdefault(path)

    def first(
        self,
        name: Phrase,
        show: Callable[[T], Phrase],
        assumed: T,
        *offers: Offer[T],
        setting: str | None = None,
    ) -> T:
        """The first of `offers` that holds a value, or else what is usual.

        `setting` is the path within the settings where that of the offer does not say it.
        """
        setting = setting or _setting_of(offers)
        for offer in offers:
            self.look(offer.path)
            value = known(offer.value)
            if value is not None and not self.was_worked_out(offer.path):
                self.note(name, show(value), offer.origin, offer.path, setting=setting)
                return value
        self.note(name, show(assumed), Origin.ASSUMED, setting=setting)
        return assumed

    def was_worked_out(self, path: str | None) -> bool:
        """Whether an earlier plan filled the answer in and it is unchanged: it is no source for the next."""
        if path is None:
            return False
        # A row that was filled in as a whole has its columns from there.
        row = f"{path.partition(']')[0]}]"
        return any(
            digest_of(found_at(self._project, one)) == self._derived[one]
            for one in (path, row)
            if one in self._derived
        )


def _setting_of(offers: Iterable[Offer[T]]) -> str | None:
    paths = (one.path for one in offers if one.origin is Origin.SETTING and one.path is not None)
    return next((path.removeprefix(_SETTINGS) for path in paths), None)


def a_day(day: date) -> Phrase:
    """2027年4月1日（木）, Thu 1 April 2027."""
    return Phrase(show_date(day, Lang.JA), show_date(day, Lang.EN))


def percent(share: Number) -> Phrase:
    """A share such as 1/5 as 20%, with at most two digits behind the point."""
    shown = Fraction(share) * 100
    digits = next((one for one in (0, 1) if (shown * 10**one).denominator == 1), 2)
    return same(show_percent(shown, digits))


def seconds(value: float) -> Phrase:
    """280秒, 280 s: as handling times are spoken of."""
    return Phrase("{n}秒", "{n} s").fill(n=show_number(round(value)))


def people(count: Number) -> Phrase:
    """12人, 12 people."""
    return Phrase("{n}人", "{n} person" if count == 1 else "{n} people").fill(n=show_number(count))


def weeks(count: Number) -> Phrase:
    """6週間, 6 weeks."""
    return Phrase("{n}週間", "{n} week" if count == 1 else "{n} weeks").fill(n=show_number(count))


def minutes(count: int) -> Phrase:
    """30分, 30 minutes."""
    return Phrase("{n}分", "{n} minutes").fill(n=show_number(count))


def same(text: str) -> Phrase:
    """What reads the same in both languages."""
    return Phrase(text, text)
