"""What rows of a table undergo, as laws and cases, without any screen."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.forms import row_editing as editing
from rfp_builder.forms.pages import question_at
from rfp_builder.forms.questions import Question
from rfp_builder.forms.row_tree import depths, in_tree_order
from rfp_builder.forms.setting import Setting
from rfp_builder.i18n import Lang
from rfp_builder.model.definition import Definition

SETTING = Setting(Lang.JA, "JPY", Definition(), frozenset())


def table(path: str) -> Question:
    """A table of the definition."""
    found = question_at(path)
    assert found is not None and found.row is not None
    return found


REQUESTS, REASONS, VOLUMES, SYSTEMS = (
    table("overview.requests.requests"),
    table("work.reasons.reasons"),
    table("work.volumes.volumes"),
    table("ict.systems.systems"),
)


def rows(question: Question, *values: dict[str, Any]) -> tuple[Any, ...]:
    """Rows with ids r0, r1 ..."""
    assert question.row is not None
    return tuple(question.row.model_validate({"id": f"r{at}"} | one) for at, one in enumerate(values))


def column(question: Question, name: str) -> Question:
    """A column of a table."""
    return next(one for one in question.columns if one.name == name)


@given(st.integers(1, 6), st.data())
def test_moving_there_and_back_and_copying_lose_nothing(count: int, data: st.DataObject) -> None:
    present = rows(VOLUMES, *({"aht": at} for at in range(count)))
    first = data.draw(st.integers(0, count - 1))
    last = data.draw(st.integers(first, count - 1))
    for way in (-1, 1):
        there = editing.moved(present, first, last, way)
        assert sorted(row.id for row in there) == sorted(row.id for row in present)
        if there != present:
            assert editing.moved(there, first + way, last + way, -way) == present
    copied = editing.duplicated(present, first, last)
    assert len({row.id for row in copied}) == count + last - first + 1
    assert editing.without(copied, last + 1, 2 * last - first + 1) == present


@given(st.lists(st.one_of(st.none(), st.integers(0, 9)), max_size=8), st.booleans())
def test_sorting_puts_what_is_not_answered_last(sizes: list[int | None], descending: bool) -> None:
    present = rows(VOLUMES, *({"aht": size} for size in sizes))
    aht = column(VOLUMES, "aht")
    found = [row.aht for row in editing.in_order(VOLUMES, present, aht, SETTING, descending=descending)]
    answered = sorted((size for size in sizes if size is not None), reverse=descending)
    assert found == [*answered, *[None] * (len(sizes) - len(answered))]


def test_no_requirement_at_all_is_sorted_last() -> None:
    present = rows(REQUESTS, {"requirements": ["r-2"]}, {}, {"requirements": ["r-1"]})
    named = column(REQUESTS, "requirements")
    for descending, order in ((False, ["r2", "r0", "r1"]), (True, ["r0", "r2", "r1"])):
        found = editing.in_order(REQUESTS, present, named, SETTING, descending=descending)
        assert [row.id for row in found] == order


def test_choices_are_sorted_as_they_are_listed() -> None:
    present = rows(SYSTEMS, {"system": "crm"}, {"system": "pbx"}, {"system": "acd"})
    by_system = editing.in_order(SYSTEMS, present, SYSTEMS.columns[0], SETTING, descending=False)
    assert [row.system.value for row in by_system] == ["pbx", "acd", "crm"]


def test_reasons_are_sorted_below_the_reason_they_belong_to() -> None:
    present = rows(REASONS, {"parent": "r2"}, {"parent": "r0"}, {}, {"parent": "gone"})
    assert [row.id for row in in_tree_order(REASONS, present)] == ["r2", "r0", "r1", "r3"]
    assert depths(REASONS, present) == {"r0": 1, "r1": 2, "r2": 0, "r3": 0}


def test_rows_that_are_above_one_another_end_somewhere() -> None:
    present = rows(REASONS, {"parent": "r1"}, {"parent": "r0"}, {"parent": "r2"})
    assert sorted(row.id for row in in_tree_order(REASONS, present)) == ["r0", "r1", "r2"]
    assert set(depths(REASONS, present).values()) <= {0, 1}


def test_usual_rows_are_those_that_are_not_there_yet() -> None:
    present = rows(SYSTEMS, {"system": "pbx"})
    new = [row.system.value for row in editing.usual(SYSTEMS, present)]
    assert "pbx" not in new and "other" not in new and {"acd", "crm"} <= set(new)
    assert editing.usual(VOLUMES, ()) == ()


def test_clearing_empties_only_what_is_selected() -> None:
    present = rows(VOLUMES, {"aht": 1, "peak_share": Decimal(5)}, {"aht": 2})
    after = editing.cleared(present, 0, 0, [column(VOLUMES, "aht")])
    assert [(row.aht, row.peak_share) for row in after] == [(None, Decimal(5)), (2, None)]


def test_the_next_choice_goes_round_and_through_nothing() -> None:
    owner = column(SYSTEMS, "owner")
    value, met = None, []
    for _ in range(len(owner.choices) + 1):
        value = editing.next_choice(owner, value)
        met.append(value)
    assert met == [*(choice.value for choice in owner.choices), None]
