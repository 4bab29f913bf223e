"""Bands of the week shared out among several sites, in proportion to the people they have now."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rfp_builder.model.choices import Day
from rfp_builder.model.definition.operations import SiteShift
from rfp_builder.model.localized import Localized
from rfp_builder.workload.plan.bands import Band, bands_of
from rfp_builder.workspace.staffing.bands import site_rows
from rfp_builder.workspace.staffing.planning import Planned
from rfp_builder.workspace.staffing.proposing import left_out, proposals
from rfp_builder.workspace.staffing.sites import WEEK, shared, sites_of
from rfp_builder.workspace.workspace import Workspace

WEEKDAYS = WEEK[:5]


def _row(
    name: str, opens: int, closes: int, people: int | None, days: tuple[Day, ...] = WEEKDAYS
) -> SiteShift:
    return SiteShift(
        id=f"r{ord(name[0])}-{opens}-{closes}",
        site=Localized(ja=name),
        days=days,
        opens=opens * 60,
        closes=closes * 60,
        headcount=people,
    )


def _shared(
    *rows: SiteShift, people: int = 10, opens: int = 9, closes: int = 21
) -> list[tuple[str | None, int, int, int]]:
    band = Band((0, 1, 2, 3, 4), opens * 60, closes * 60, people)
    return [
        (site.name.ja, one.opens // 60, one.closes // 60, one.people)
        for site, one in shared([band], sites_of(rows))
    ]


def test_a_site_has_people_only_while_it_is_open() -> None:
    assert _shared(_row("A", 9, 21, 6), _row("B", 9, 18, 2)) == [
        ("A", 9, 18, 8),
        ("A", 18, 21, 10),
        ("B", 9, 18, 2),
    ]


def test_a_site_has_people_only_on_days_when_it_is_open() -> None:
    sites = sites_of([_row("A", 9, 21, 6, WEEK), _row("B", 9, 18, 2)])
    found = [(site.name.ja, one) for site, one in shared([Band(tuple(range(7)), 540, 1260, 8)], sites)]
    assert found == [
        ("A", Band((0, 1, 2, 3, 4), 540, 1080, 6)),
        ("A", Band((5, 6), 540, 1080, 8)),
        ("A", Band(tuple(range(7)), 1080, 1260, 8)),
        ("B", Band((0, 1, 2, 3, 4), 540, 1080, 2)),
    ]


def test_on_a_day_when_no_site_has_people_the_other_days_of_the_band_decide() -> None:
    sites = sites_of([_row("A", 9, 18, 3), _row("B", 9, 18, 1), _row("B", 18, 21, 9)])
    found = [(site.name.ja, one) for site, one in shared([Band((4, 5), 540, 1080, 4)], sites)]
    assert found == [("A", Band((4, 5), 540, 1080, 3)), ("B", Band((4, 5), 540, 1080, 1))]


def test_at_times_when_no_site_has_people_the_whole_week_decides() -> None:
    found = _shared(_row("A", 9, 18, 3), _row("B", 9, 18, 1), people=4, opens=18, closes=20)
    assert found == [("A", 18, 20, 3), ("B", 18, 20, 1)]


def test_bands_of_one_site_in_brackets_are_one_site() -> None:
    (site,) = sites_of([_row("第1拠点（日中）", 9, 18, 3), _row("第1拠点（夜間）", 18, 21, 1)])
    assert site.name.ja == "第1拠点" and len(site.rows) == 2


_hours = st.integers(0, 23)
_rows = st.lists(
    st.builds(
        lambda name, opens, length, people, days: _row(name, opens, min(24, opens + length), people, days),
        st.sampled_from("ABC"),
        _hours,
        st.integers(1, 12),
        st.integers(1, 30),
        st.lists(st.sampled_from(WEEK), min_size=1, unique=True).map(tuple),
    ),
    min_size=1,
    max_size=6,
)


@given(st.lists(st.lists(st.integers(0, 40), min_size=24, max_size=24), min_size=7, max_size=7), _rows)
@settings(max_examples=40, deadline=None)
def test_together_the_sites_have_whom_the_bands_need_and_filling_in_again_changes_nothing(
    week: list[list[int]], rows: list[SiteShift]
) -> None:
    bands = bands_of(np.array(week))
    first = list(shared(bands, sites_of(rows)))
    there, needed = np.zeros((7, 24), dtype=int), np.zeros((7, 24), dtype=int)
    for total, of in ((there, [band for _, band in first]), (needed, bands)):
        for band in of:
            total[list(band.days), band.opens // 60 : band.closes // 60] += band.people
    assert (there == needed).all()
    filled = [
        _row(
            site.name.ja or "",
            band.opens // 60,
            band.closes // 60,
            band.people,
            tuple(WEEK[day] for day in band.days),
        )
        for site, band in first
    ]
    again = [(site.name, band) for site, band in shared(bands, sites_of(filled))]
    assert sorted(again, key=repr) == sorted(((site.name, band) for site, band in first), key=repr)


def test_what_a_site_does_stays_unless_it_counts_people(workspace: Workspace, made: Planned) -> None:
    definition = workspace.project.definition
    operations = definition.operations
    rows = (
        _row("A", 9, 21, 5).replace(work=Localized(ja="第1窓口の受付")),
        _row("B", 9, 21, 5).replace(work=Localized(ja="注文受付8、問い合わせ対応6")),
    )
    sites = operations.sites.replace(shifts=rows)
    two = workspace.project.replace(definition=definition.replace(operations=operations.replace(sites=sites)))
    work = {(row.site, row.work) for row in site_rows(two, made.plan)}
    assert {said for site, said in work if site == Localized(ja="A")} == {Localized(ja="第1窓口の受付")}
    others = [said.ja for site, said in work if site == Localized(ja="B") and isinstance(said, Localized)]
    assert others and all("注文受付（電話）" in said and "8" not in said for said in others if said)


@pytest.mark.parametrize("people", [5, None])
def test_sites_without_people_are_asked_for_and_others_filled_in(
    people: int | None, workspace: Workspace, made: Planned
) -> None:
    definition = workspace.project.definition
    operations = definition.operations
    rows = (_row("A", 9, 21, people), _row("B", 9, 21, people))
    sites = operations.sites.replace(shifts=rows)
    two = workspace.project.replace(definition=definition.replace(operations=operations.replace(sites=sites)))
    offered = [one for one in proposals(made, two) if one.path == "operations.sites.shifts"]
    if people is None:
        assert site_rows(two, made.plan) == () and offered == []
        assert any("人数を入れると" in one.ja for one in left_out(made, two))
    else:
        (one,) = offered
        assert "2拠点" in one.new.ja and "2 sites" in one.new.en
        assert {row.site for row in site_rows(two, made.plan)} == {Localized(ja="A"), Localized(ja="B")}
        assert not any("人数を入れると" in one.ja for one in left_out(made, two))
        assert f"最大{made.plan.week.agents.max()}人" in one.new.ja
