"""Two sides' changes put together."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.model.shape import items
from rfp_builder.workspace.document.closed import merge_open
from rfp_builder.workspace.document.merge import Clash, merge
from rfp_builder.workspace.document.paths import value_at, with_value
from rfp_builder.workspace.workspace import sample_project
from tests.strategies import projects


def _one(key: str, text: str = "本文") -> Requirement:
    return Requirement(id=key, item="2.2", statement=Localized(ja=text))


def _register(*rows: Requirement) -> Project:
    return Project(requirements=rows)


A, B, C, D = (_one(key) for key in "abcd")
BASE = _register(A, B, C)


def _ids(project: Project) -> str:
    return "".join(one.id for one in project.requirements)


@pytest.mark.parametrize(
    ("mine", "theirs", "merged"),
    [
        ((A, B, C, D), (A, B, C), "abcd"),
        ((A, B, C), (A, C), "ac"),
        ((A, D, B, C), (A, B, C, _one("e")), "adbce"),
        ((D, A, B, C), (C, B, A), "dcba"),
        ((C, B, A), (A, B, C, D), "cdba"),
        ((B, C), (A, B), "b"),
        ((C, A, B), (C, A, B), "cab"),
    ],
)
def test_rows_added_taken_out_and_moved(
    mine: tuple[Requirement, ...], theirs: tuple[Requirement, ...], merged: str
) -> None:
    found = merge(BASE, _register(*mine), _register(*theirs))
    assert (_ids(found.project), found.clashes) == (merged, ())


def test_two_fields_of_one_row() -> None:
    mine = with_value(BASE, "requirements[b].owner", Localized(ja="業務部"))
    theirs = with_value(BASE, "requirements[b].rationale", Localized(ja="理由"))
    found = merge(BASE, mine, theirs)
    both = with_value(mine, "requirements[b].rationale", Localized(ja="理由"))
    assert found.project == both and not found.clashes


def test_two_languages_of_one_text() -> None:
    mine = with_value(BASE, "requirements[b].statement", Localized(ja="新しい本文"))
    theirs = with_value(BASE, "requirements[b].statement", Localized(ja="本文", en="text"))
    found = merge(BASE, mine, theirs)
    assert found.project.requirements[1].statement == Localized(ja="新しい本文", en="text")


def test_the_same_field_clashes_and_has_theirs() -> None:
    mine = with_value(BASE, "requirements[b].statement", Localized(ja="こちら"))
    theirs = with_value(BASE, "requirements[b].statement", Localized(ja="あちら"))
    found = merge(BASE, mine, theirs)
    assert found.project == theirs
    assert found.clashes == (Clash("requirements[b].statement.ja", "こちら", "あちら"),)


def test_a_row_taken_out_here_and_edited_there() -> None:
    theirs = with_value(BASE, "requirements[b].statement", Localized(ja="あちら"))
    edited = theirs.requirements[1]
    assert merge(BASE, _register(A, C), theirs).clashes == (Clash("requirements[b]", None, edited),)
    found = merge(BASE, theirs, _register(A, C))
    assert _ids(found.project) == "ac" and found.clashes == (Clash("requirements[b]", edited, None),)


def test_both_moved_rows_differently() -> None:
    found = merge(BASE, _register(B, A, C), _register(A, C, B))
    assert [clash.path for clash in found.clashes] == ["requirements"]
    assert _ids(found.project) == "acb"


def test_sides_that_only_together_are_wrong_clash_as_a_whole() -> None:
    base = with_value(BASE, "rfp.title", Localized(ja="件名", en="title"))
    mine = with_value(base, "rfp.title", Localized(ja="件名"))
    theirs = with_value(base, "rfp.title", Localized(en="title"))
    found = merge(base, mine, theirs)
    assert found.clashes == (Clash("rfp.title", mine.rfp.title, theirs.rfp.title),)
    assert found.project == theirs


def test_what_was_agreed_meanwhile_stays_as_it_was_agreed() -> None:
    base = sample_project("mail-order")
    mine = with_value(with_value(base, "criteria.total_points", 900), "rfp.number", "A-1")
    lock: dict[str, Any] = {"locked_on": "2027-02-01", "locked_by": {"ja": "委員会"}, "digest": "0" * 64}
    theirs = with_value(base, "criteria.lock", lock)
    found = merge_open(base, mine, theirs)
    assert found.project == with_value(theirs, "rfp.number", "A-1")
    assert found.clashes == (Clash("criteria", mine.criteria, theirs.criteria),)


@given(base=projects(1), other=projects(1), revision=st.integers(0, 9))
def test_one_side_alone_is_simply_taken(base: Project, other: Project, revision: int) -> None:
    assert merge(base, other, base.replace(revision=revision)).project == other.replace(revision=revision)
    assert merge(base, base, other).project == other
    assert merge(base, other, other).project == other


@given(base=projects(1), other=projects(1), mine=st.sets(st.sampled_from(sorted(items()))), data=st.data())
def test_edits_of_different_items_are_all_in(
    base: Project, other: Project, mine: set[str], data: st.DataObject
) -> None:
    theirs = data.draw(st.sets(st.sampled_from(sorted(items()))))
    found = merge(base, _with_items(base, other, mine), _with_items(base, other, theirs))
    assert found.project == _with_items(base, other, mine | theirs)
    assert not found.clashes


def _with_items(project: Project, other: Project, item_ids: set[str]) -> Project:
    for item_id in item_ids:
        path = items()[item_id].path
        project = with_value(project, path, value_at(other, path))
    return project
