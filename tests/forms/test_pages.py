"""The pages cover the definition, and every path finds its page."""

from __future__ import annotations

from datetime import date

import pytest

from rfp_builder.check.report import check
from rfp_builder.forms.pages import form_pages, page_at, pages_of, question_at
from rfp_builder.model.project import Project
from rfp_builder.model.shape import Kind, items, sections


def test_the_pages_follow_the_road() -> None:
    assert [page.item for page in form_pages()] == list(items())
    assert tuple(page for number in sections() for page in pages_of(number)) == form_pages()


def test_no_page_asks_more_than_fits() -> None:
    assert max(len(page.questions) for page in form_pages()) <= 10


def test_every_field_is_asked_once_and_the_note_comes_last() -> None:
    for page in form_pages():
        names = [question.name for question in page.questions]
        assert names == [*(slot.name for slot in items()[page.item].slots), "internal_note"]
        assert all(question.path == f"{page.path}.{question.name}" for question in page.questions)


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("work.volumes", "2.2"),
        ("work.volumes.volumes", "2.2"),
        ("work.volumes.volumes[v1].aht", "2.2"),
        ("work.volumes.volumes[a.b].aht", "2.2"),
        ("price.payment.currency", "6.4"),
    ],
)
def test_a_path_finds_its_page(path: str, key: str) -> None:
    page = page_at(path)
    assert page is not None and page.key == key


@pytest.mark.parametrize(
    "path", ["", "work", "work.", "work.nothing", "rfp.schedule", "requirements[r1].item"]
)
def test_what_is_no_answer_has_no_page(path: str) -> None:
    assert page_at(path) is None
    assert question_at(path) is None


def test_a_path_finds_its_question() -> None:
    for page in form_pages():
        for question in page.questions:
            assert question_at(question.path) is question
            for column in question.columns:
                assert question_at(f"{question.path}[r-1].{column.name}") is column
    assert question_at("work.volumes") is None
    assert question_at("work.volumes.nothing") is None
    assert question_at("work.volumes.volumes[v1].nothing") is None
    table = question_at("work.volumes.volumes[v1]")
    assert table is not None and table.kind is Kind.TABLE


def test_findings_about_the_definition_lead_to_a_page() -> None:
    found = check(Project(), date(2027, 1, 1)).findings
    below = [one for one in found if one.path.partition(".")[0] in sections().values()]
    assert len(below) > 40
    assert all(page_at(one.path) is not None for one in below)
