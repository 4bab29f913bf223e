"""Rows of 4.1 from the week that was planned: one site, few bands of hours, who does what in each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rfp_builder.i18n import Lang
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Day
from rfp_builder.model.definition.operations import SiteShift
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project

if TYPE_CHECKING:
    from rfp_builder.workload.plan.bands import Band
    from rfp_builder.workload.plan.values import StaffingPlan

_WEEK = (Day.MON, Day.TUE, Day.WED, Day.THU, Day.FRI, Day.SAT, Day.SUN)
_DAY_MIN = 1440
_ONE_SITE = Localized(ja="拠点", en="Site")
_IN_BRACKETS = re.compile(r"[（(].*[）)]\s*$|,.*$")
_BETWEEN = {Lang.JA: "、", Lang.EN: ", "}


def site_rows(project: Project, plan: StaffingPlan) -> tuple[SiteShift, ...]:
    """The rows that cover the week; none where there are several sites: who does what is not ours to say."""
    from rfp_builder.workload.plan.bands import bands_of

    present = known(project.definition.operations.sites.shifts) or ()
    names = {_bare(row.site): row for row in present if row.site is not None}
    if len(names) > 1:
        return ()
    site = _site(next(iter(names.values())).site) if names else _ONE_SITE
    places = {row.place.model_dump_json(): row.place for row in present if isinstance(row.place, Localized)}
    place = next(iter(places.values())) if len(places) == 1 else None
    bands = bands_of(plan.week.agents)
    like = _like_holidays(project, bands)
    return tuple(
        SiteShift(
            id=f"band-{number}",
            site=site,
            place=place,
            work=_work(plan, band),
            days=_days(band, like),
            opens=band.opens,
            closes=band.closes,
            headcount=band.people,
        )
        for number, band in enumerate(bands, start=1)
    )


def _site(name: Localized | None) -> Localized:
    """What the site is called, without the band that stands behind it in brackets."""
    if name is None:
        return _ONE_SITE
    ja, en = (
        None if text is None else _IN_BRACKETS.sub("", text).strip() or text for text in (name.ja, name.en)
    )
    return Localized(ja=ja, en=en)


def _bare(name: Localized) -> str:
    bare = _site(name)
    return bare.ja or bare.en or ""


def _days(band: Band, like_holidays: int | None) -> tuple[Day, ...]:
    days = tuple(_WEEK[one] for one in band.days)
    return (*days, Day.HOLIDAY) if like_holidays in band.days else days


def _like_holidays(project: Project, bands: Sequence[Band]) -> int | None:
    """The last open day of the week, whose bands hold on holidays too where any program is open on them."""
    programs = known(project.definition.work.programs.programs) or ()
    is_open = any(Day.HOLIDAY in (known(one.days) or ()) for one in programs)
    return max((day for band in bands for day in band.days), default=None) if is_open else None


def _work(plan: StaffingPlan, band: Band) -> Localized:
    """The most agents of each queue in the band: 注文受付（電話）13、…"""
    start = (plan.week.monday - plan.forecast.first).days
    minutes = _DAY_MIN // plan.week.agents.shape[1]
    hours = slice(band.opens // minutes, band.closes // minutes)
    rows = [start + day for day in band.days if 0 <= start + day < len(plan.is_open)]
    most = [(one.name, int(one.agents[rows, hours].max(initial=0))) for one in plan.queues]
    said = {
        lang: _BETWEEN[lang].join(
            f"{name.to(lang)}{'' if lang is Lang.JA else ' '}{people}" for name, people in most if people
        )
        for lang in Lang
    }
    return Localized(ja=said[Lang.JA] or None, en=said[Lang.EN] or None)
