"""An answer that the plan filled in says so where it stands: when, from what, and whether it was changed."""

from __future__ import annotations

from datetime import date

import pytest

from rfp_builder.i18n import Lang
from rfp_builder.model.derived import Derived, digest_of, found_at, input_at
from rfp_builder.model.project import Project
from rfp_builder.workspace.document.paths import with_value
from rfp_builder.workspace.staffing.marks import mark_at
from tests.samples.reading import project

SHRINKAGE = "operations.planning.shrinkage"
CONTACTS = "work.volumes.volumes[v1].monthly_contacts"
BANDS = "operations.sites.shifts"


@pytest.fixture(scope="module")
def marked() -> Project:
    """The sample as if a plan had filled in three of its answers."""
    one = project("mail-order")
    derived = tuple(
        Derived(
            path=path,
            digest=digest_of(found_at(one, path)),
            inputs=(input_at(one, "staffing.history"), input_at(one, "work.volumes.volumes[v1].aht")),
            on=date(2026, 11, 22),
        )
        for path in (SHRINKAGE, CONTACTS, BANDS)
    )
    return one.replace(staffing=one.staffing.replace(derived=derived))


def _said(one: Project, path: str, lang: Lang = Lang.JA) -> str | None:
    mark = mark_at(one, path)
    return None if mark is None else mark.to(lang)


def test_it_says_when_and_from_what(marked: Project) -> None:
    assert _said(marked, SHRINKAGE) == (
        "要員計画から2026年11月22日（日）に記入しました。もとにしたもの: 件数の履歴、2.2の「平均処理時間」"
    )
    english = _said(marked, CONTACTS, Lang.EN)
    assert english is not None and "It rests on: the contact history, “" in english


def test_a_cell_of_a_table_that_was_filled_in_as_a_whole_says_so(marked: Project) -> None:
    assert _said(marked, f"{BANDS}[sh1].headcount") == _said(marked, BANDS) is not None


def test_what_people_wrote_says_nothing(marked: Project) -> None:
    assert _said(marked, "operations.planning.occupancy_cap") is None
    assert _said(marked, "work.volumes.volumes[v2].monthly_contacts") is None
    assert _said(marked, "work.volumes.volumes") is None, "the table as a whole was not filled in"


def test_a_change_by_hand_is_told(marked: Project) -> None:
    changed = with_value(marked, CONTACTS, 1)
    assert _said(changed, CONTACTS, Lang.EN) == (
        "Filled in from the staffing plan on Sun 22 November 2026, and changed by hand since."
    )
