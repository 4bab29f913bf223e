"""Response workbooks as they come back: changed, damaged, and from somewhere else."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from rfp_builder.errors import Refused
from rfp_builder.excel.forms import Form, meta_of
from rfp_builder.excel.response.reader import read_response
from rfp_builder.excel.response.values import Answers, Received
from rfp_builder.excel.response.writer import response_workbook
from rfp_builder.excel.writing.book import Book
from rfp_builder.i18n import Lang
from rfp_builder.model.localized import Localized
from rfp_builder.model.proposals import Fit, FreeProposal, GateAnswer, PriceLine, RequirementAnswer
from tests.excel.projects import issue_of, project, public, requirement

PROJECT = project()
ISSUE = issue_of(PROJECT)
FILLED = Answers(
    company="A社",
    answers=(
        *(
            RequirementAnswer(number=f"R-00{n}", fit=Fit.MEETS, how=f"方法{n}", extra_cost=0)
            for n in (1, 2, 3)
        ),
        RequirementAnswer(number="Q-01", how="提案"),
    ),
    gates=(GateAnswer(gate="g1", passed=True), GateAnswer(gate="g2", passed=True)),
    price=tuple(PriceLine(line=f"p-0{n}", unit_price=Decimal(100), quantity=5) for n in (1, 2, 3, 4)),
    free=(FreeProposal(title="題名", how="内容"),),
)
BOOK = response_workbook(public(PROJECT), FILLED)

Change = Callable[[Workbook], object]
Typed = str | float | datetime | None


def _changed(change: Change) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(BOOK))
    change(book)
    # Saved by openpyxl, formulas lose their results; nothing that is read is a formula.
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def _read(change: Change) -> Received:
    return read_response(_changed(change), "a.xlsx", PROJECT, ISSUE)


def _put(sheet: str, cell: str, value: Typed) -> Change:
    def change(book: Workbook) -> None:
        book[sheet][cell] = value

    return change


def _said(read: Received) -> list[tuple[str, str]]:
    return [(remark.level, remark.where) for remark in read.remarks]


def test_the_file_as_filled_in_is_read_without_remark() -> None:
    read = _read(lambda book: None)
    assert (read.remarks, read.blocking) == ((), False)
    assert [line.amount for line in read.price] == [100, 2_880_000, 12_000, 2_400]


def test_a_workbook_without_its_hidden_sheet_is_read_by_its_headings() -> None:
    read = _read(lambda book: book.remove(book["_meta"]))
    assert _said(read) == [("warning", "a.xlsx")]
    assert read.answers == _read(lambda book: None).answers
    assert read.rfp_version is None


def test_moved_columns_are_found() -> None:
    def move(book: Workbook) -> None:
        sheet = book["要件回答"]
        for row in sheet.iter_rows(min_row=4, max_row=8):
            row[5].value, row[6].value = row[6].value, row[5].value

    assert _read(move).answers == _read(lambda book: None).answers


def test_a_renamed_sheet_is_found_by_its_headings() -> None:
    def rename(book: Workbook) -> None:
        book["要件回答"].title = "回答1"

    read = _read(rename)
    assert _said(read) == [("warning", "回答1")]
    assert read.answers == _read(lambda book: None).answers


def test_a_sheet_taken_out_is_named_and_nothing_it_held_looks_answered() -> None:
    read = _read(lambda book: book.remove(book["価格"]))
    assert [remark.ja for remark in read.remarks] == ["「価格」のシートがありません。"]
    assert read.blocking
    assert [line.amount for line in read.price] == [None] * 4
    assert [line.quantity for line in read.price] == [1, 1200, None, 1]


def test_rows_there_twice_are_not_decided_between() -> None:
    def twice(book: Workbook) -> None:
        book["要件回答"]["A6"] = "R-001"

    read = _read(twice)
    assert read.blocking
    assert [answer.fit for answer in read.answers[:3]] == [None, None, Fit.MEETS]


def test_an_unknown_number_and_a_withheld_id_get_the_same_answer() -> None:
    messages = []
    for wrong in ("R-999", "r3"):
        read = _read(_put("要件回答", "A6", wrong))
        messages.append([(one.where, one.ja) for one in read.remarks])
    assert messages[0] == messages[1]


def test_merged_cells_give_nothing_but_a_remark() -> None:
    read = _read(lambda book: book["要件回答"].merge_cells("G5:G6"))
    assert ("error", "要件回答!G6") in _said(read)
    assert read.answers[1].how is None


@pytest.mark.parametrize(
    ("typed", "price"),
    [
        ("１２，０００", Decimal(12000)),
        ("￥12,000-", Decimal(12000)),
        ("12,000円", Decimal(12000)),
        ("1.2万", Decimal(12000)),
        ("12.5", Decimal("12.5")),
        (12.5, Decimal("12.5")),
    ],
)
def test_prices_are_read_as_people_type_them(typed: Typed, price: Decimal) -> None:
    read = _read(_put("価格", "H6", typed))
    assert read.price[1].unit_price == price
    assert read.price[1].amount == price * 1200 * 24


@pytest.mark.parametrize(
    "typed",
    ["約100円", "100〜200", "#DIV/0!", -5, "1.23456", 10**16, datetime(2027, 4, 1), "$100", "別途見積", True],
)
def test_a_price_with_no_single_reading_is_none_and_says_so_once(typed: Typed) -> None:
    read = _read(_put("価格", "H6", typed))
    assert (read.price[1].unit_price, read.price[1].amount) == (None, None)
    assert _said(read) == [("error", "価格!H6")]
    assert read.blocking


def test_a_missing_price_leaves_the_line_without_an_amount() -> None:
    read = _read(_put("価格", "H6", None))
    assert _said(read) == [("error", "価格!H6")]
    assert read.price[1].amount is None


def test_quantity_and_months_are_those_of_the_rfp_whatever_stands_there() -> None:
    def change(book: Workbook) -> None:
        book["価格"]["F6"] = 1
        book["価格"]["G6"] = 1

    read = _read(change)
    assert sorted(_said(read)) == [("warning", "価格!F6"), ("warning", "価格!G6")]
    assert (read.price[1].quantity, read.price[1].months, read.price[1].amount) == (1200, 24, 2_880_000)


@pytest.mark.parametrize(
    ("typed", "quantity"), [(7, 7), ("７席", None), (7.5, None), (None, None), (-1, None)]
)
def test_an_open_quantity_is_the_vendors_to_state(typed: Typed, quantity: int | None) -> None:
    read = _read(_put("価格", "F7", typed))
    assert read.price[2].quantity == quantity
    assert read.blocking is (quantity is None)


def test_a_fraction_of_a_yen_is_rounded_half_up_and_remarked() -> None:
    read = _read(_put("価格", "H5", 0.5))
    assert read.price[0].amount == 1
    assert _said(read) == [("warning", "価格!H5")]


def test_a_formula_counts_with_the_result_it_was_saved_with() -> None:
    read = _read(_put("価格", "H6", "=50+50"))
    assert read.price[1].amount is None
    assert _said(read) == [("error", "価格!H6")]


@pytest.mark.parametrize(
    ("typed", "fit"), [("〇", Fit.MEETS), ("x", Fit.NOT), ("できます", None), ("0", None)]
)
def test_marks_are_read_by_what_they_look_like(typed: str, fit: Fit | None) -> None:
    read = _read(_put("要件回答", "F5", typed))
    assert read.answers[0].fit is fit
    assert ("warning" if fit else "error", "要件回答!F5") in _said(read)


def test_what_is_left_open_is_named_and_not_taken_for_an_answer() -> None:
    def empty(book: Workbook) -> None:
        for sheet, cell in (("要件回答", "F5"), ("要件回答", "G8"), ("応募資格", "D5")):
            book[sheet][cell] = None

    read = _read(empty)
    assert ("error", "要件回答!F5") in _said(read)
    assert ("error", "応募資格!D5") in _said(read)
    assert (read.answers[0].fit, read.gates[0].passed) == (None, None)


def test_an_unanswered_row_and_a_bare_triangle_are_remarked() -> None:
    def change(book: Workbook) -> None:
        book["要件回答"]["F5"] = "△"
        book["要件回答"]["G5"] = None

    assert _said(_read(change)) == [("warning", "要件回答!G5")]


def test_a_reworded_requirement_is_remarked() -> None:
    read = _read(_put("要件回答", "C5", "受託者は、努めること。"))
    assert _said(read) == [("warning", "要件回答!C5")]
    assert read.answers[0].fit is Fit.MEETS


def test_a_negative_extra_cost_is_not_taken() -> None:
    read = _read(_put("要件回答", "I5", -100))
    assert read.answers[0].extra_cost is None
    assert _said(read) == [("error", "要件回答!I5")]


def test_text_is_cleaned_and_what_was_removed_is_said() -> None:
    read = _read(_put("要件回答", "G5", "方\u200b法\u202e1"))
    assert read.answers[0].how == "方法1"
    assert _said(read) == [("warning", "要件回答!G5")]


def test_remarks_hold_no_amounts() -> None:
    def change(book: Workbook) -> None:
        amounts: tuple[Typed, ...] = ("約987654円", "987654〜987655", -987654, 987654.123456)
        for n, typed in enumerate(amounts, start=5):
            book["価格"].cell(n, 8).value = typed
            book["要件回答"].cell(n, 9).value = typed

    read = _read(change)
    assert len(read.remarks) >= 7
    assert not [one for one in read.remarks if "987" in one.ja + one.en]


def test_a_proposal_without_a_title_is_kept() -> None:
    read = _read(_put("自由提案", "B5", None))
    assert [free.how for free in read.free] == ["内容"]
    assert _said(read) == [("warning", "自由提案!B5")]


def test_another_version_is_read_by_requirement_and_remarked() -> None:
    # The requirement in front is taken out, so that every number means another one than before.
    gone = next(key.requirement for key in ISSUE.requirements if key.number == "R-001")
    later = PROJECT.replace(
        rfp=PROJECT.rfp.replace(version="1.1"),
        requirements=tuple(one for one in PROJECT.requirements if one.id != gone),
        issues=(ISSUE,),
    )
    issue = issue_of(later)
    read = read_response(BOOK, "a.xlsx", later.replace(issues=(ISSUE, issue)), issue)
    assert {one.number: one.how for one in read.answers} == {
        "R-001": "方法2",
        "R-002": "方法3",
        "Q-01": "提案",
    }
    assert _said(read) == [("error", "a.xlsx"), ("warning", "要件回答!A5")]
    assert read.rfp_version == "1.0"


def test_another_language_than_those_issued_is_remarked() -> None:
    japanese = PROJECT.replace(rfp=PROJECT.rfp.replace(languages=(Lang.JA,)))
    book = response_workbook(public(PROJECT, Lang.EN), FILLED)
    read = read_response(book, "a.xlsx", japanese, ISSUE)
    assert _said(read) == [("warning", "a.xlsx")]


def test_the_response_to_another_rfp_is_refused() -> None:
    others = tuple(
        requirement(n, statement=Localized(ja=f"受託者は、別の業務{n}を行うこと。")) for n in (1, 2, 5)
    )
    other = PROJECT.replace(requirements=others)
    with pytest.raises(Refused) as caught:
        read_response(BOOK, "a.xlsx", other, issue_of(other))
    assert "別の提案依頼書" in caught.value.why.ja


@pytest.mark.parametrize("form", [form for form in Form if form is not Form.RESPONSE])
def test_another_form_is_refused_by_name(form: Form) -> None:
    book = Book(Lang.JA, "x", meta_of(form, Lang.JA, "1.0"))
    book.sheet("要件回答").put(1, 1, "番号")
    with pytest.raises(Refused) as caught:
        read_response(book.finish(), "a.xlsx", PROJECT, ISSUE)
    assert form.label.ja in caught.value.why.ja


def test_a_form_of_a_newer_edition_is_refused() -> None:
    with pytest.raises(Refused, match="cannot be accepted"):
        _read(_put("_meta", "B2", "2"))


def test_some_workbook_is_refused() -> None:
    book = openpyxl.Workbook()
    saved = io.BytesIO()
    book.save(saved)
    with pytest.raises(Refused) as caught:
        read_response(saved.getvalue(), "a.xlsx", PROJECT, ISSUE)
    assert "回答書" in caught.value.why.ja


BAD_FILES = Path(__file__).resolve().parents[1] / "badfiles" / "xlsx"


@pytest.mark.parametrize("path", sorted(BAD_FILES.glob("*.xls?")), ids=lambda path: path.name)
def test_no_stray_workbook_becomes_an_empty_proposal(path: Path) -> None:
    with pytest.raises(Refused):
        read_response(path.read_bytes(), path.name, PROJECT, ISSUE)
