"""Rows of 4.1 from the week that was planned: for each site few bands of hours, who does what in each."""

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
from rfp_builder.workspace.staffing.sites import WEEK, Site, shared, sites_of

if TYPE_CHECKING:
    from rfp_builder.workload.plan.bands import Band
    from rfp_builder.workload.plan.values import StaffingPlan

_DAY_MIN = 1440
_ONE_SITE = Localized(ja="拠点", en="Site")
_COUNTED = re.compile(r"[0-9０-９]+[人名]?(?:[、,]|$)")
_BETWEEN = {Lang.JA: "、", Lang.EN: ", "}


def site_rows(project: Project, plan: StaffingPlan) -> tuple[SiteShift, ...]:
    """The rows that cover the week: of the one site, or of each site in proportion to its people in 4.1.

    None where there are several sites and 4.1 does not say how many people any of them has.
    """
    from rfp_builder.workload.plan.bands import bands_of

    sites = sites_of(known(project.definition.operations.sites.shifts) or ())
    bands = bands_of(plan.week.agents)
    like = _like_holidays(project, bands)
    if len(sites) > 1:
        return tuple(
            _row(f"band-{number}", site, _work_at(site) or _work(plan, band, counted=False), band, like)
            for number, (site, band) in enumerate(shared(bands, sites), start=1)
        )
    (site,) = sites or (Site(_ONE_SITE, ()),)
    return tuple(
        _row(f"band-{number}", site, _work(plan, band), band, like)
        for number, band in enumerate(bands, start=1)
    )


def _row(row_id: str, site: Site, work: Localized | None, band: Band, like_holidays: int | None) -> SiteShift:
    return SiteShift(
        id=row_id,
        site=site.name,
        place=site.place,
        work=work,
        days=_days(band, like_holidays),
        opens=band.opens,
        closes=band.closes,
        headcount=band.people,
    )


def _days(band: Band, like_holidays: int | None) -> tuple[Day, ...]:
    days = tuple(WEEK[one] for one in band.days)
    return (*days, Day.HOLIDAY) if like_holidays in band.days else days


def _like_holidays(project: Project, bands: Sequence[Band]) -> int | None:
    """The last open day of the week, whose bands hold on holidays too where any program is open on them."""
    programs = known(project.definition.work.programs.programs) or ()
    is_open = any(Day.HOLIDAY in (known(one.days) or ()) for one in programs)
    return max((day for band in bands for day in band.days), default=None) if is_open else None


def _work_at(site: Site) -> Localized | None:
    """What 4.1 says is done at one of several sites; None where it counts people, who are others now."""
    work = site.work
    counted = work is None or any(text and _COUNTED.search(text) for text in (work.ja, work.en))
    return None if counted else work


def _work(plan: StaffingPlan, band: Band, *, counted: bool = True) -> Localized:
    """The queues of the band, and if told so the most agents of each: 注文受付（電話）13、…"""
    start = (plan.week.monday - plan.forecast.first).days
    minutes = _DAY_MIN // plan.week.agents.shape[1]
    hours = slice(band.opens // minutes, band.closes // minutes)
    rows = [start + day for day in band.days if 0 <= start + day < len(plan.is_open)]
    most = [(one.name, int(one.agents[rows, hours].max(initial=0))) for one in plan.queues]
    said = {
        lang: _BETWEEN[lang].join(
            name.to(lang) + (f"{'' if lang is Lang.JA else ' '}{people}" if counted else "")
            for name, people in most
            if people
        )
        for lang in Lang
    }
    return Localized(ja=said[Lang.JA] or None, en=said[Lang.EN] or None)
