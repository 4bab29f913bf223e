"""Score books: what an evaluator may see, and every grade and reason back to the letter."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from rfp_builder.errors import Refused
from rfp_builder.excel.forms import Form
from rfp_builder.excel.reader import read_workbook
from rfp_builder.excel.scorebook.reader import Collected, read_scorebook
from rfp_builder.excel.scorebook.writer import score_workbook
from rfp_builder.i18n import Lang
from rfp_builder.model.parties import Evaluator, Vendor
from rfp_builder.model.scores import Score
from rfp_builder.text.clean import clean
from tests.excel.projects import SECRET
from tests.excel.recalculated import differing_formulas, without_results
from tests.excel.scored import (
    CEILING,
    EVALUATORS,
    EXTRA_COST,
    PRICES,
    criteria,
    project,
    proposal,
    scored,
    scores,
    sub,
)
from tests.excel.shown import foreign_words, shown_texts
from tests.office import resaved

HOSTILE = (
    *("[red]", "[/]", "[a={'b[0]'}]", "{{ x }}", "=1+1", "+1", "@x", "-1", "<b>&\"'</b>", "𠮷"),
    *("a\tb", "一行目\n二行目", "_x0041_", "'quoted", "#N/A", "1/2", "00123", "＝1"),
)
PROJECT = project()
FIRST = EVALUATORS[0]
Change = Callable[[openpyxl.Workbook], None]


def _changed(change: Change, evaluator: int = 0, lang: Lang = Lang.JA) -> bytes:
    """A filled score book after somebody changed it."""
    one = EVALUATORS[evaluator]
    book = openpyxl.load_workbook(io.BytesIO(score_workbook(PROJECT, one, lang, scores(one.id))))
    change(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _read(change: Change) -> Collected:
    return read_scorebook(_changed(change), "a.xlsx", PROJECT)


def _sheet(book: openpyxl.Workbook) -> Worksheet:
    sheet = book["採点"]
    assert isinstance(sheet, Worksheet)
    return sheet


def _put(cell: str, value: str | int | None) -> Change:
    def change(book: openpyxl.Workbook) -> None:
        _sheet(book)[cell].value = value

    return change


def _said(read: Collected) -> list[tuple[str, str, str]]:
    return [(one.level, one.where, one.en) for one in read.remarks]


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("one", EVALUATORS, ids=lambda one: one.id)
def test_grades_and_reasons_come_back_without_remark(lang: Lang, one: Evaluator) -> None:
    given = scores(one.id)
    read = read_scorebook(score_workbook(PROJECT, one, lang, given), "a.xlsx", PROJECT)
    assert read == Collected(one, given, (), complete=True)


@pytest.mark.parametrize("text", HOSTILE)
def test_reasons_come_back_to_the_letter(text: str) -> None:
    given = scores("e1", text)
    assert read_scorebook(score_workbook(PROJECT, FIRST, Lang.JA, given), "a.xlsx", PROJECT).scores == given


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(min_size=1, max_size=200))
def test_any_clean_reason_comes_back_to_the_letter(text: str) -> None:
    text = clean(text).text.strip()
    assume(text)
    given = scores("e2", text)
    data = score_workbook(PROJECT, EVALUATORS[1], Lang.EN, given)
    assert read_scorebook(data, "a.xlsx", PROJECT).scores == given


@pytest.mark.parametrize("text", [*HOSTILE, "長い回答である。" * 4000, "x" * 32_767])
def test_what_vendors_wrote_is_shown_to_the_letter(text: str) -> None:
    sheet = read_workbook(score_workbook(project(text), FIRST, Lang.JA), "a.xlsx").sheet("V1 A社")
    assert sheet is not None
    shown: dict[tuple[str, str], dict[int, str]] = {}
    for row in sheet.rows[3:]:
        cells = {cell.column: cell.value for cell in row.cells}
        assert not any(cell.formula for cell in row.cells)
        texts = shown.setdefault((str(cells[1]), str(cells[2])), {})
        for column in (5, 6):
            texts[column] = texts.get(column, "") + str(cells.get(column, ""))
    assert shown["1.1 細目s1", "R-001"] == {5: text, 6: text}
    assert shown["自由提案", "1"] == {5: f"{text}\n効果：{text}", 6: text}
    assert shown["実績", "1"][5] == f"主な成果：{text}"


def test_the_longest_reason_comes_back_and_a_longer_one_is_refused() -> None:
    given = scores("e1", "あ" * 32_767)
    assert read_scorebook(score_workbook(PROJECT, FIRST, Lang.JA, given), "a.xlsx", PROJECT).scores == given
    with pytest.raises(Refused, match="too long"):
        score_workbook(PROJECT, FIRST, Lang.JA, scores("e1", "あ" * 32_768))


def _everything(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "\n".join(package.read(name).decode() for name in package.namelist())


@pytest.mark.parametrize("lang", Lang)
def test_no_price_and_nothing_of_the_other_evaluators_is_in_it(lang: Lang) -> None:
    whole = scored("この理由は業務部だけのもの。")
    content = _everything(score_workbook(whole, EVALUATORS[1], lang))
    for amount in (*PRICES, EXTRA_COST, CEILING, PRICES[0] - 1_000_000):
        assert str(amount) not in content
        assert f"{amount:,}" not in content
    assert "この理由は業務部だけのもの。" not in content
    for other in (EVALUATORS[0], EVALUATORS[2]):
        assert other.label.to(lang) not in content


def test_only_the_sub_criteria_of_the_evaluator_are_in_it() -> None:
    sheets = [_texts(score_workbook(PROJECT, one, Lang.JA), "採点") for one in EVALUATORS]
    assert [any("細目s2" in text for text in texts) for texts in sheets] == [False, True, False]
    assert all(any("細目s1" in text for text in texts) for texts in sheets)
    assert not any("総額" in text for texts in sheets for text in texts)


def _texts(data: bytes, name: str) -> list[str]:
    sheet = read_workbook(data, "a.xlsx").sheet(name)
    assert sheet is not None
    return [str(cell.value) for row in sheet.rows for cell in row.cells]


def test_nothing_of_what_is_withheld_leaves_in_a_score_book() -> None:
    assert all(SECRET not in _everything(score_workbook(PROJECT, one, Lang.JA)) for one in EVALUATORS)


@pytest.mark.parametrize("lang", Lang)
def test_a_file_speaks_one_language(lang: Lang) -> None:
    names = read_workbook(score_workbook(PROJECT, FIRST, lang), "a.xlsx")
    expected = {
        Lang.JA: ["説明", "採点", "V1 A社", "V2 B社", "V3 C社", "進み具合", "_meta"],
        Lang.EN: ["Instructions", "Scores", "V1 A社", "V2 B社", "V3 C社", "Progress", "_meta"],
    }
    assert [sheet.name for sheet in names] == expected[lang]


@pytest.mark.parametrize("lang", Lang)
def test_its_texts_are_in_that_language(lang: Lang) -> None:
    vendors = tuple(Vendor(id=f"v{n}", name=str(n)) for n in (1, 2, 3))
    written = {Lang.JA: "毎月見直します。", Lang.EN: "Reviewed monthly."}[lang]
    texts = shown_texts(score_workbook(project(written, vendors=vendors), FIRST, lang))
    assert foreign_words(texts, lang) == []


def test_the_same_project_gives_the_same_bytes() -> None:
    assert score_workbook(PROJECT, FIRST, Lang.JA) == score_workbook(PROJECT, FIRST, Lang.JA)


def test_anchors_stand_beside_the_cells_to_fill() -> None:
    sheet = _sheet(openpyxl.load_workbook(io.BytesIO(score_workbook(PROJECT, FIRST, Lang.JA))))
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A6:A8", "B6:B8", "A9:A11", "B9:B11"}
    assert str(sheet["B6"].value).splitlines() == [
        f"{score} {label}：s1の条件{score}。" for score, label in enumerate(["不可", "可", "良", "優"])
    ]
    open_cells = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert open_cells == {f"{column}{row}" for column in "DE" for row in range(6, 12)}
    assert sheet.protection.sheet
    rules = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert rules["D6:D11"] == '"0,1,2,3"'


def test_an_evaluator_with_nothing_to_score_gets_an_empty_book() -> None:
    nothing = criteria().replace(criteria=(criteria().criteria[0].replace(subs=(sub("s1", "20", "e1"),)),))
    whole = project(criteria=nothing)
    read = read_scorebook(score_workbook(whole, EVALUATORS[2], Lang.JA), "a.xlsx", whole)
    assert (read.evaluator, read.scores, read.complete) == (EVALUATORS[2], (), True)


def test_what_is_left_blank_is_named_row_by_row_and_is_no_zero() -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = _sheet(book)
        sheet["D6"].value, sheet["E7"].value = None, "  "

    read = _read(change)
    assert _said(read) == [
        ("error", "採点!D6", "A社 has not been graded under “Part s1”."),
        ("error", "採点!E7", "The grade comes without a reason."),
    ]
    assert read.scores[0] == Score(vendor="v1", sub="s1", score=None, justification="根拠が具体である。")
    assert read.scores[1] == Score(vendor="v2", sub="s1", score=2)
    assert not read.complete


@pytest.mark.parametrize("typed", [0, "0", "０", "不可", "0 不可", "Poor"])
def test_a_grade_may_be_typed(typed: str | int) -> None:
    read = _read(_put("D6", typed))
    assert read.scores[0].score == 0
    assert read.complete


@pytest.mark.parametrize("typed", [4, -1, "2.5", "?", "=1+1", "優良"])
def test_a_grade_outside_the_scale_is_not_taken(typed: str | int) -> None:
    read = _read(_put("D6", typed))
    assert read.scores[0].score is None
    assert [(level, where) for level, where, _ in _said(read)] == [("error", "採点!D6")]
    assert not read.complete


@pytest.mark.parametrize(
    ("cell", "value", "where"),
    [("C6", "D社", "採点!C6"), ("F6", "1.1-V9", "採点!F6"), ("F6", "1.2-V1", "採点!F6")],
)
def test_a_row_of_an_unknown_vendor_or_sub_criterion_is_not_read(cell: str, value: str, where: str) -> None:
    read = _read(_put(cell, value))
    assert read.scores[0] == Score(vendor="v1", sub="s1")
    assert ("error", where) in [(level, place) for level, place, _ in _said(read)]
    assert [score.score for score in read.scores[1:]] == [score.score for score in scores("e1")[1:]]


def test_rows_there_twice_are_not_decided_between() -> None:
    def change(book: openpyxl.Workbook) -> None:
        for column in "ABCDEF":
            _sheet(book)[f"{column}12"].value = _sheet(book)[f"{column}8"].value

    read = _read(change)
    assert read.scores[2].score is None
    assert not read.complete


def test_moved_columns_and_a_renamed_sheet_are_found() -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = _sheet(book)
        sheet.title = "わたしの採点"
        for row in range(5, 12):
            moved = sheet[f"E{row}"].value
            sheet[f"E{row}"].value = sheet[f"F{row}"].value
            sheet[f"F{row}"].value = moved

    read = _read(change)
    assert read.scores == scores("e1")
    assert [level for level, _, _ in _said(read)] == ["warning"]


def test_merged_cells_give_nothing_but_a_remark() -> None:
    read = _read(lambda book: _sheet(book).merge_cells("D6:D7"))
    assert (read.scores[0].score, read.scores[1].score) == (3, None)
    assert [(level, where) for level, where, _ in _said(read)] == [("error", "採点!D7")]


def test_without_its_hidden_sheet_the_line_above_the_table_says_whose_it_is() -> None:
    read = _read(lambda book: book.remove(book["_meta"]))
    assert (read.evaluator, read.scores, read.complete) == (FIRST, scores("e1"), True)
    assert [level for level, _, _ in _said(read)] == ["warning"]


def _nobody(book: openpyxl.Workbook) -> None:
    book.remove(book["_meta"])
    book["採点"]["A2"].value = book["説明"]["A3"].value = None


def _somebody_else(book: openpyxl.Workbook) -> None:
    book["採点"]["A2"].value = book["説明"]["A3"].value = "評価者: 品質部"


def _meta(key: str, value: str) -> Change:
    def change(book: openpyxl.Workbook) -> None:
        for row in book["_meta"].iter_rows():
            if row[0].value == key:
                row[1].value = value

    return change


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (_nobody, "does not say whose"),
        (_somebody_else, "not the one for whom"),
        (_meta("evaluator", "e9"), "not in this project"),
        (_meta("criteria", "b" * 16), "other criteria"),
        (_meta("format", Form.RESPONSE), "a response workbook"),
        (_meta("format_version", "99"), "newer"),
        (lambda book: book.remove(book["採点"]), "No sheet holds"),
    ],
)
def test_a_book_that_is_not_this_ones_is_refused(change: Change, why: str) -> None:
    with pytest.raises(Refused) as refusal:
        _read(change)
    assert why in refusal.value.why.en


def test_a_book_made_before_a_proposal_was_replaced_is_remarked() -> None:
    later = proposal(0, submission=2, sha256="c" * 64)
    changed = PROJECT.replace(proposals=(*PROJECT.proposals, later))
    read = read_scorebook(_changed(lambda book: None), "a.xlsx", changed)
    assert read.complete
    assert [(level, "after this book was made" in text) for level, _, text in _said(read)] == [
        ("warning", True)
    ]


def test_a_vendor_that_came_later_is_still_to_be_scored() -> None:
    changed = PROJECT.replace(
        vendors=(*PROJECT.vendors, Vendor(id="v4", name="D社")),
        proposals=(*PROJECT.proposals, proposal(0).replace(vendor="v4")),
    )
    read = read_scorebook(_changed(lambda book: None), "a.xlsx", changed)
    assert [score.score for score in read.scores if score.vendor == "v4"] == [None, None]
    assert {score for score in read.scores if score.vendor != "v4"} == set(scores("e1"))
    assert not read.complete


def test_progress_is_counted_in_the_file() -> None:
    data = score_workbook(PROJECT, FIRST, Lang.JA, scores("e1")[:4])
    sheet = read_workbook(data, "a.xlsx").sheet("進み具合")
    assert sheet is not None
    rows = [[cell.value for cell in row.cells] for row in sheet.rows[3:]]
    assert rows == [
        ["A社", 2, 2, 2, 0, "完了"],
        ["B社", 2, 1, 1, 1, "残りあり"],
        ["C社", 2, 1, 1, 1, "残りあり"],
        ["合計", 6, 4, 4, 2, "残りあり"],
    ]


@pytest.mark.office
@pytest.mark.parametrize("lang", Lang)
def test_libreoffice_counts_the_same_and_keeps_every_grade(lang: Lang, tmp_path: Path) -> None:
    given = scores("e1", "=1+1")[:5]
    ours = score_workbook(PROJECT, FIRST, lang, given)
    theirs = resaved(without_results(ours), tmp_path)
    assert differing_formulas(ours, theirs) == []
    read = read_scorebook(theirs, "a.xlsx", PROJECT)
    assert read.scores[:5] == given
    assert [one.level for one in read.remarks] == ["error"]
