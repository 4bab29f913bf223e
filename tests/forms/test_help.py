"""Help, filled examples, and ready statements to take."""

from __future__ import annotations

import re

import pytest

from rfp_builder.catalogue.adopt import starting_criteria
from rfp_builder.catalogue.sections import example_of
from rfp_builder.forms.examples import example_definition
from rfp_builder.forms.frame import pages
from rfp_builder.forms.help import example_value, help_of
from rfp_builder.forms.pages import form_pages, page_at
from rfp_builder.forms.questions import Question, by_path
from rfp_builder.forms.ready import adopt, ready_statements
from rfp_builder.forms.typed import Setting, as_typed, read_typed
from rfp_builder.forms.typing_help import typing_of
from rfp_builder.i18n import Lang
from rfp_builder.model.criteria import Criteria
from rfp_builder.model.definition import Definition
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.shape import Kind
from tests.forms.answers import COLUMNS, QUESTIONS

ALL = [*QUESTIONS, *(column for _, column in COLUMNS)]
FRAME = [one for one in by_path(pages()).values() if one.path.startswith(("rfp.", "evaluators"))]
TABLES = [question for question in QUESTIONS if question.kind is Kind.TABLE]


@pytest.mark.parametrize("lang", list(Lang))
def test_what_the_help_says_may_be_typed_is_read(lang: Lang) -> None:
    setting = Setting(lang, "JPY", example_definition(), frozenset())
    for question in (*ALL, *FRAME, *(column for table in FRAME for column in table.columns)):
        typing = typing_of(question)
        assert len(typing.examples) in (0, 2), question.path
        for example in typing.examples:
            assert read_typed(question, example.to(lang), None, setting) not in (None, ()), question.path


def test_only_texts_and_the_like_have_no_examples_to_type() -> None:
    without = {question.kind for question in ALL if not typing_of(question).examples}
    assert without == {Kind.TEXT, Kind.TABLE, Kind.REFERENCES}


def test_the_help_gathers_what_there_is_to_say() -> None:
    page = page_at("work.volumes")
    assert page is not None
    table = page.questions[0]
    aht = next(column for column in table.columns if column.name == "aht")
    found = help_of(aht, page, table)
    assert (found.label, found.help, found.why, found.good) == (aht.label, aht.help, page.why, page.good)
    assert found.unit is not None and found.unit.ja == "秒"
    assert found.when is None and found.instead is not None
    start = page_at("work.start")
    assert start is not None
    until = next(one for one in start.questions if one.name == "trial_until")
    assert help_of(until, start).when is not None
    note = help_of(start.questions[-1], start)
    assert note.instead is None and note.confidential


def test_every_question_of_every_page_has_help() -> None:
    for page in form_pages():
        for question in page.questions:
            assert help_of(question, page).help.ja
            for column in question.columns:
                assert help_of(column, page, question).help.en


@pytest.mark.parametrize(
    "question", [one for one in QUESTIONS if one.kind is not Kind.TABLE], ids=lambda q: q.path
)
def test_the_example_of_a_field_is_that_of_the_catalogue(question: Question) -> None:
    page = page_at(question.path)
    assert page is not None
    assert example_value(question) == getattr(example_of(page.item), question.name)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.path)
def test_example_rows_fit_into_an_empty_definition(table: Question) -> None:
    rows, again = example_value(table), example_value(table)
    section, item, field = table.path.split(".")
    example = getattr(getattr(getattr(example_definition(), section), item), field)
    if not isinstance(example, tuple):
        assert rows == example
        return
    assert isinstance(rows, tuple) and isinstance(again, tuple) and len(rows) == len(example)
    ids = {row.id for row in rows}
    assert len(ids) == len(rows)
    assert not ids & {row.id for row in (*again, *example)}
    for row, original in zip(rows, example, strict=True):
        for column in table.columns:
            value = getattr(row, column.name)
            if column.kind is Kind.REFERENCE:
                assert value is None or (column.refers_to == table.path and value in ids)
            elif column.kind is Kind.REFERENCES:
                assert value == ()
            else:
                assert value == getattr(original, column.name)


def test_reasons_of_the_example_stay_below_the_ones_they_belong_to() -> None:
    def parents(rows: object) -> list[tuple[object, object]]:
        assert isinstance(rows, tuple)
        by_id = {row.id: row.reason for row in rows}
        return [(row.reason, by_id[row.parent]) for row in rows if row.parent]

    wanted = parents(example_definition().work.reasons.reasons)
    assert wanted
    assert parents(example_value(by_path(pages())["work.reasons.reasons"])) == wanted


def test_references_are_pointed_to_rows_of_the_same_name() -> None:
    volumes = next(one for one in TABLES if one.path == "work.volumes.volumes")
    example = example_definition().work
    programs = example.programs.programs
    assert isinstance(programs, tuple)
    first = programs[0]
    assert isinstance(first.name, Localized)
    mine = {"id": "mine", "name": {"ja": first.name.ja}}
    own = Definition.model_validate({"work": {"programs": {"programs": [mine]}}})
    rows = example_value(volumes, own)
    assert isinstance(rows, tuple) and isinstance(example.volumes.volumes, tuple)
    for row, original in zip(rows, example.volumes.volumes, strict=True):
        assert row.program == ("mine" if original.program == first.id else None)
    assert any(row.program == "mine" for row in rows)


def test_the_example_of_a_column_is_taken_from_the_rows() -> None:
    setting = Setting(Lang.JA, "JPY", Definition(), frozenset())
    for _, column in COLUMNS:
        value = example_value(column)
        if column.kind in (Kind.REFERENCE, Kind.REFERENCES):
            assert not value
        elif value is not None:
            assert read_typed(column, as_typed(column, value, setting), value, setting) == value
    by_name = {f"{table.path}.{column.name}": column for table, column in COLUMNS}
    assert example_value(by_name["work.programs.programs.name"]) is not None


def test_the_frame_has_no_example() -> None:
    assert FRAME
    for question in FRAME:
        assert example_value(question) is None
        assert all(example_value(column) is None for column in question.columns)


def test_ready_statements_are_marked_taken() -> None:
    empty = Project(criteria=starting_criteria())
    offered = ready_statements(empty, "4.3")
    assert offered and not any(one.taken for one in offered)
    assert {one.ready.item for one in offered} == {"4.3"}
    requirement = adopt(offered[0].ready, empty)
    taken = ready_statements(empty.replace(requirements=(requirement,)), "4.3")
    assert [one.requirement for one in taken] == [requirement.id, *(None for _ in offered[1:])]


def test_a_statement_is_adopted_with_an_id_of_its_own() -> None:
    project = Project(criteria=starting_criteria())
    ready = ready_statements(project)[0].ready
    first = adopt(ready, project)
    second = adopt(ready, project, {first.id})
    assert first.id != second.id and re.fullmatch(r"r-[0-9a-f]{8}", first.id)
    assert first.source == ready.key and first.statement.ja == ready.statement.ja
    assert first.criterion is not None
    assert adopt(ready, Project(criteria=Criteria())).criterion is None


def test_ready_statements_are_found_by_what_they_say() -> None:
    every = ready_statements(Project())
    word = ready_statements(Project(), text="ＫＰＩ")
    assert 0 < len(word) < len(every)
    assert word == ready_statements(Project(), text="kpi")
    assert ready_statements(Project(), text="この言葉はどこにもない") == ()
