"""The internal definition: nothing left out, and what must stay inside is marked."""

from __future__ import annotations

from datetime import date

import pytest

from rfp_builder.i18n import Lang
from rfp_builder.model.project import Project
from rfp_builder.model.shape import items
from rfp_builder.word.definition import definition_document
from rfp_builder.word.xml import w
from tests.word.reading import Word, style_of, text_of
from tests.word.sample import DAY, INCUMBENT, NOTE, SECRET, project


@pytest.fixture(scope="module")
def ja() -> Word:
    return Word.of(definition_document(project(), Lang.JA, DAY))


def row_with(word: Word, text: str) -> list[str]:
    """The cells of the first row that holds a text."""
    return next(row for table in word.tables() for row in table if any(text in cell for cell in row))


def test_every_item_is_there(ja: Word) -> None:
    numbers = [text.split("\t")[0] for text in ja.styled("Heading2")]
    assert numbers == list(items())
    assert ja.styled("BodyText").count("この項目は、まだ記入されていません。") == 44 - 8


def test_a_withheld_requirement_is_marked_with_question_criterion_and_guide(ja: Word) -> None:
    number, statement, priority, acceptance, owner = row_with(ja, SECRET)
    assert number == "非開示\nr2"
    assert statement.split("\n") == [
        SECRET,
        "理由: 記録を残すため。",
        "評価細目: 課題の発見",
        "公開する問いかけ（Q-01）: 混み合う時間をどう見つけますか。",
        "採点の手引き: 具体的なら2",
    ]
    assert (priority, acceptance, owner) == ("必須", "月に20件を抜き取る。", "運営課")


def test_the_row_of_a_withheld_requirement_stands_out(ja: Word) -> None:
    rows = [row for row in ja.body.iter(w("tr")) if SECRET in "".join(text_of(p) for p in row.iter(w("p")))]
    fills = {shade.get(w("fill")) for shade in rows[0].iter(w("shd"))}
    runs = [style.get(w("val")) for style in rows[0].iter(w("rStyle"))]
    assert fills == {"FDF1E3"} and runs == ["Marker"]


def test_disclosed_requirements_carry_the_number_that_vendors_see(ja: Word) -> None:
    assert row_with(ja, "受託者は、月報を出すこと。")[0] == "R-002\nr3"


def test_the_annex_lists_what_is_withheld(ja: Word) -> None:
    assert ja.styled("Heading1")[-1] == "別紙\t非開示の要件の一覧"
    assert ja.table("項目", "要件") == [["2.1", SECRET, "混み合う時間をどう見つけますか。", "課題の発見"]]


def test_confidential_and_undecided_answers_are_marked(ja: Word) -> None:
    facts = {row[0]: row[1] for table in ja.tables() for row in table if len(row) == 2}
    assert facts["現在の委託先\n【社外秘】"] == INCUMBENT
    assert facts["社内メモ\n【社外秘】"] == NOTE
    assert facts["予定価格（円）\n【社外秘】"] == "未定（経理課が2027年3月1日（月）までに決定）"
    marked = [text_of(p) for p in ja.body.iter(w("p")) if p.find(f".//{w('rStyle')}") is not None]
    assert "未定（経理課が2027年3月1日（月）までに決定）" in marked


def test_requirements_are_counted_by_section(ja: Word) -> None:
    rows = ja.table("章", "開示する要件（件）")
    assert rows[1] == ["2 業務内容", "2", "1", "3"] and rows[-1] == ["合計", "2", "1", "3"]


def test_every_page_says_that_it_is_confidential(ja: Word) -> None:
    assert ja.styled("CoverMark") == ["社外秘"]
    assert "社外秘　第1.0版".encode() in ja.parts["word/header1.xml"]


def test_the_same_input_gives_the_same_bytes() -> None:
    assert definition_document(project(), Lang.EN, DAY) == definition_document(project(), Lang.EN, DAY)


@pytest.mark.parametrize("lang", Lang)
def test_an_empty_project_gives_an_empty_definition(lang: Lang) -> None:
    word = Word.of(definition_document(Project(), lang, date(2027, 4, 1)))
    assert len(word.styled("Heading2")) == 44
    assert not word.styled("Heading1")[7:]
    assert all(style_of(p) for p in word.body.findall(w("p")))
