"""The sites of 4.1: how many people each has now, and so which part of a band each would have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from rfp_builder.model.answers import known
from rfp_builder.model.choices import Day
from rfp_builder.model.definition.operations import SiteShift
from rfp_builder.model.localized import Localized

if TYPE_CHECKING:
    from rfp_builder.workload.plan.bands import Band

WEEK = (Day.MON, Day.TUE, Day.WED, Day.THU, Day.FRI, Day.SAT, Day.SUN)
_IN_BRACKETS = re.compile(r"[（(].*[）)]\s*$|,.*$")


@dataclass(frozen=True, slots=True)
class Site:
    """One site with its rows of 4.1."""

    name: Localized
    """Without the band that stands behind it in brackets."""
    rows: tuple[SiteShift, ...]

    @property
    def place(self) -> Localized | None:
        """Where it is; None where its rows do not agree."""
        return _only(row.place for row in self.rows)

    @property
    def work(self) -> Localized | None:
        """What is done there; None where its rows do not agree."""
        return _only(row.work for row in self.rows)

    def presence(self, days: Sequence[int], opens: int, closes: int) -> int:
        """Person-minutes a week at those times of those days (0 is Monday)."""
        wanted = {WEEK[one] for one in days}
        return sum(
            (known(row.headcount) or 0)
            * len(wanted & set(known(row.days) or ()))
            * max(0, min(closes, known(row.closes) or 0) - max(opens, known(row.opens) or 0))
            for row in self.rows
        )


def sites_of(shifts: Sequence[SiteShift]) -> tuple[Site, ...]:
    """Every site that 4.1 names, in its order."""
    by_name: dict[str, list[SiteShift]] = {}
    for row in shifts:
        if row.site is not None:
            name = _bare(row.site)
            by_name.setdefault(name.ja or name.en or "", []).append(row)
    return tuple(
        Site(_bare(rows[0].site), tuple(rows)) for rows in by_name.values() if rows[0].site is not None
    )


def shared(bands: Sequence[Band], sites: Sequence[Site]) -> Iterator[tuple[Site, Band]]:
    """Each band as what each site has of it, in the proportion of the people that are there now.

    A band is cut where rows of 4.1 begin and end, and its days are parted where other people are there, so
    that nobody is sent to a site that is closed. On a day when no site has people the proportion is that of
    the other days of the band, or of the whole week. Nothing where 4.1 has no people at all.
    """
    whole = [site.presence(range(7), 0, 24 * 60) for site in sites]
    if not any(whole):
        return
    for band in bands:
        pieces = [piece for one in _cut(band, sites) for piece in _pieces(one, sites, whole)]
        for site, own in zip(sites, zip(*pieces, strict=True), strict=True):
            yield from ((site, one) for one in _joined(own) if one.people)


def _cut(band: Band, sites: Sequence[Site]) -> Iterator[Band]:
    edges = {band.opens, band.closes}
    for site in sites:
        for row in site.rows:
            edges |= {at for at in (known(row.opens), known(row.closes)) if at is not None}
    inside = sorted(at for at in edges if band.opens <= at <= band.closes)
    for opens, closes in pairwise(inside):
        yield replace(band, opens=opens, closes=closes)


def _pieces(band: Band, sites: Sequence[Site], whole: Sequence[int]) -> Iterator[tuple[Band, ...]]:
    """What each site has of the hours of a band, for days that are shared out alike."""
    from rfp_builder.workload.forecast.apportion import divided

    def there(days: Sequence[int]) -> list[int]:
        return [site.presence(days, band.opens, band.closes) for site in sites]

    usual = there(band.days)
    alike: dict[tuple[int, ...], list[int]] = {}
    for day in band.days:
        weights = next((one for one in (there((day,)), usual) if any(one)), whole)
        alike.setdefault(tuple(divided(band.people, weights)), []).append(day)
    for shares, days in alike.items():
        yield tuple(replace(band, days=tuple(days), people=people) for people in shares)


def _joined(pieces: Sequence[Band]) -> Iterator[Band]:
    """Pieces of the same days and people that follow each other, as one."""
    found: list[Band] = []
    for one in pieces:
        before = (one.days, one.people, one.opens)
        place = next(
            (at for at, held in enumerate(found) if (held.days, held.people, held.closes) == before), None
        )
        if place is None:
            found.append(one)
        else:
            found[place] = replace(found[place], closes=one.closes)
    yield from found


def _bare(name: Localized) -> Localized:
    ja, en = (
        None if text is None else _IN_BRACKETS.sub("", text).strip() or text for text in (name.ja, name.en)
    )
    return Localized(ja=ja, en=en)


def _only(values: Iterator[object]) -> Localized | None:
    found = {one.model_dump_json(): one for one in values if isinstance(one, Localized)}
    return next(iter(found.values())) if len(found) == 1 else None
