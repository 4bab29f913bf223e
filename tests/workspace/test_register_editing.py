"""Adding, splitting, merging and changing many requirements at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.catalogue.requirements import ready_requirements
from rfp_builder.errors import Refused
from rfp_builder.i18n import Lang
from rfp_builder.model.choices import Disclosure, Priority
from rfp_builder.model.definition import Definition
from rfp_builder.model.definition.overview import Overview, Requests, StakeholderRequest
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement, Withholding
from rfp_builder.workspace import register_editing as editing


def ja(text: str) -> Localized:
    return Localized(ja=text)


def a_project(*requirements: Requirement, asked: tuple[str, ...] = ()) -> Project:
    rows = (StakeholderRequest(id="q1", who=ja("営業部"), requirements=asked),) if asked else ()
    requests = Requests(requests=rows or None)
    return Project(requirements=requirements, definition=Definition(overview=Overview(requests=requests)))


def named(project: Project) -> tuple[str, ...]:
    rows = project.definition.overview.requests.requests
    assert isinstance(rows, tuple)
    return rows[0].requirements


FIRST = Requirement(id="a", item="2.1", statement=ja("甲を行うこと。乙を行うこと。"), priority=Priority.COULD)
SECOND = Requirement(id="b", item="2.4", statement=Localized(ja="丙を行うこと。", en="Do C."))
THIRD = Requirement(id="c", item="4.1", statement=ja("丁を行うこと。"), owner=ja("CS部"))
SECRET = Requirement(
    id="s", item="2.4", statement=ja("戊を行うこと。"), withholding=Withholding(criterion="x")
)


def test_a_new_requirement_stands_behind_those_of_its_item() -> None:
    project, made = editing.add(a_project(FIRST, SECOND, THIRD), "2.4", ja("新しいこと。"))
    assert [one.id for one in project.requirements] == ["a", "b", made, "c"]


def test_a_new_requirement_of_the_first_item_stands_at_the_top() -> None:
    project, made = editing.add(a_project(FIRST), "1.1", ja("新しいこと。"))
    assert [one.id for one in project.requirements] == [made, "a"]


def test_ready_requirements_are_taken_once() -> None:
    keys = [one.key for one in ready_requirements(2)[:3]]
    project, made = editing.adopt(a_project(), keys)
    again, none = editing.adopt(project, keys)
    assert len(made) == 3
    assert {one.source for one in project.requirements} == set(keys)
    assert (again, none) == (project, ())


def test_a_ready_requirement_leaves_a_criterion_open_that_the_project_lacks() -> None:
    project, _ = editing.adopt(a_project(), [ready_requirements(2)[0].key])
    assert project.requirements[0].criterion is None


def test_the_copy_of_a_withheld_requirement_is_withheld() -> None:
    project, made = editing.duplicate(a_project(SECRET, THIRD), "s")
    assert [one.id for one in project.requirements] == ["s", made, "c"]
    copy = project.requirement(made)
    assert copy is not None and copy.disclosure is Disclosure.WITHHELD


def test_deleting_keeps_what_requests_name() -> None:
    project = editing.delete(a_project(FIRST, SECOND, asked=("a",)), {"a"})
    assert [one.id for one in project.requirements] == ["b"]
    assert named(project) == ("a",)


def test_who_asked_for_it_is_found() -> None:
    assert editing.asked_by(a_project(FIRST, asked=("a",)), "a") == (ja("営業部"),)


def test_many_are_changed_and_the_others_are_not() -> None:
    project = editing.change_all(
        a_project(FIRST, SECOND, THIRD), {"a", "c"}, priority=Priority.SHOULD, owner=Localized(en="CS")
    )
    assert [one.priority for one in project.requirements] == [Priority.SHOULD, Priority.MUST, Priority.SHOULD]
    assert project.requirements[2].owner == Localized(ja="CS部", en="CS")
    assert project.requirements[1] == SECOND


def test_many_come_to_another_item_and_keep_their_places() -> None:
    project = editing.change_all(a_project(FIRST, SECOND, THIRD), {"a", "c"}, item="4.4")
    assert [one.id for one in project.requirements] == ["a", "b", "c"]
    assert [one.item for one in project.requirements] == ["4.4", SECOND.item, "4.4"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("甲を行うこと。乙を行うこと。", ("甲を行うこと。", "乙を行うこと。")),
        ("甲（例えば乙。）を行うこと。\n丙", ("甲（例えば乙。）を行うこと。", "丙")),
        ("Reply in 1.5 hours. Then call. e.g. now.", ("Reply in 1.5 hours.", "Then call. e.g. now.")),
        ("一文だけ", ("一文だけ",)),
    ],
)
def test_sentences_end_where_sentences_end(text: str, parts: tuple[str, ...]) -> None:
    assert editing.sentences(text) == parts


@given(st.text(alphabet="あ漢a.。 \nB「」", max_size=40))
def test_no_letter_is_lost_between_sentences(text: str) -> None:
    assert "".join("".join(editing.sentences(text)).split()) == "".join(text.split())


def test_split_parts_keep_everything_but_the_statement() -> None:
    project = a_project(FIRST, SECRET, THIRD, asked=("s",))
    after, ids = editing.split(project, "s", editing.paired(["戊一。", "戊二。"], ["E one."]))
    parts = [one for one in after.requirements if one.id in ids]
    assert [one.id for one in after.requirements] == ["a", *ids, "c"]
    assert ids[0] == "s"
    assert [one.statement for one in parts] == [Localized(ja="戊一。", en="E one."), ja("戊二。")]
    assert all(one.withholding == SECRET.withholding for one in parts)
    assert named(after) == ids


def test_a_split_into_one_is_refused() -> None:
    with pytest.raises(Refused):
        editing.split(a_project(FIRST), "a", [ja("甲")])


def test_merging_keeps_the_first_and_puts_the_rest_together() -> None:
    project = a_project(FIRST, SECOND, THIRD, asked=("b", "c"))
    after, kept = editing.merge(project, {"a", "b", "c"}, editing.joined([FIRST, SECOND, THIRD]))
    (one,) = after.requirements
    assert (kept, one.id, one.item, one.priority) == ("a", "a", "2.1", Priority.MUST)
    assert one.statement.to(Lang.JA) == "甲を行うこと。乙を行うこと。丙を行うこと。丁を行うこと。"
    assert one.statement.en == "Do C."
    assert one.owner == ja("CS部")
    assert named(after) == ("a",)


def test_withheld_and_disclosed_requirements_are_not_merged() -> None:
    with pytest.raises(Refused):
        editing.merge(a_project(FIRST, SECRET), {"a", "s"}, ja("混ぜる"))


def test_one_requirement_is_not_merged() -> None:
    with pytest.raises(Refused):
        editing.merge(a_project(FIRST), {"a"}, ja("甲"))
