"""The response workbook: what goes in comes back, and it looks after the person who fills it in."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rfp_builder.errors import Refused
from rfp_builder.excel.meta import meta
from rfp_builder.excel.reader import read_workbook
from rfp_builder.excel.response.columns import price_columns
from rfp_builder.excel.response.reader import read_response
from rfp_builder.excel.response.values import Answers
from rfp_builder.excel.response.writer import response_workbook
from rfp_builder.i18n import Lang
from rfp_builder.model.proposals import Fact, Fit, FreeProposal, GateAnswer, PriceLine, RequirementAnswer
from rfp_builder.text.clean import clean
from tests.excel.projects import SECRET, issue_of, project, public
from tests.office import resaved_all

HOSTILE = (
    *("[red]", "[/]", "[a={'b[0]'}]", "{{ x }}", "{% x %}", "=1+1", "+1", "@x", "-1", "<b>&\"'</b>", "𠮷"),
    *("a\tb", "一行目\n二行目", "_x0041_", "'quoted", "#N/A", "1/2", "TRUE", "00123", "&amp;", "％s %s"),
)
PROJECT = project()
ISSUE = issue_of(PROJECT)


def _answers(text: str) -> Answers:
    """Answers in which every free text is `text`."""
    return Answers(
        company=text,
        answers=(
            RequirementAnswer(number="R-001", fit=Fit.MEETS, how=text, evidence=text, extra_cost=0),
            RequirementAnswer(number="R-002", fit=Fit.EXCEEDS, how=text, evidence=text, extra_cost=12_345),
            RequirementAnswer(number="R-003", fit=Fit.NOT, how=text),
            RequirementAnswer(number="Q-01", how=text, evidence=text),
        ),
        gates=(GateAnswer(gate="g1", passed=True, evidence=text), GateAnswer(gate="g2", passed=False)),
        price=(
            PriceLine(line="p-01", unit_price=Decimal(2_000_000), quantity=1, amount=2_000_000),
            PriceLine(line="p-02", unit_price=Decimal("12.5"), quantity=1200, months=24, amount=360_000),
            PriceLine(line="p-03", unit_price=Decimal(30_000), quantity=7, months=24, amount=5_040_000),
            PriceLine(line="p-04", unit_price=Decimal(1), quantity=1, months=24, amount=24),
        ),
        facts=(
            Fact(table="experience", cells={"client": text, "results": text}),
            Fact(table="financials", cells={"year": text, "sales": text}),
        ),
        free=(FreeProposal(title=text, how=text, benefit=text, evidence=text, extra_cost=5),),
    )


def _same(read: Answers, written: Answers) -> bool:
    return (
        read.company == written.company
        and {one.number: one for one in read.answers} == {one.number: one for one in written.answers}
        and read.gates == written.gates
        and read.price == written.price
        and read.facts == written.facts
        and read.free == written.free
    )


@pytest.mark.parametrize("lang", Lang)
def test_what_vendors_write_comes_back_without_remark(lang: Lang) -> None:
    filled = _answers("受付の手順書を毎月見直します。")
    read = read_response(response_workbook(public(PROJECT, lang), filled), "a.xlsx", PROJECT, ISSUE)
    assert _same(read, filled)
    assert (read.remarks, read.blocking, read.rfp_version) == ((), False, "1.0")


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_come_back_to_the_letter(text: str) -> None:
    filled = _answers(text)
    read = read_response(response_workbook(public(PROJECT), filled), "a.xlsx", PROJECT, ISSUE)
    assert _same(read, filled)
    assert not read.remarks


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1, max_size=40).map(lambda text: clean(text).text.strip()).filter(bool))
def test_any_clean_text_comes_back_to_the_letter(text: str) -> None:
    filled = _answers(text)
    read = read_response(response_workbook(public(PROJECT), filled), "a.xlsx", PROJECT, ISSUE)
    assert _same(read, filled)


def test_the_longest_text_of_a_cell_comes_back_and_a_longer_one_is_refused() -> None:
    fits = "あ" * 32_765 + "𠮷"
    read = read_response(response_workbook(public(PROJECT), _answers(fits)), "a.xlsx", PROJECT, ISSUE)
    assert read.free[0].how == fits
    with pytest.raises(Refused) as caught:
        response_workbook(public(PROJECT), _answers(fits + "x"))
    assert "32,768" in caught.value.why.ja


def test_no_text_is_a_formula_and_every_formula_has_a_result() -> None:
    book = response_workbook(public(PROJECT), _answers("=1+1"))
    live = openpyxl.load_workbook(io.BytesIO(book))
    cached = openpyxl.load_workbook(io.BytesIO(book), data_only=True)
    formulas = [
        (sheet.title, cell.coordinate, cell.value)
        for sheet in live
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert {title for title, _, _ in formulas} == {"価格", "確認表"}
    assert not [value for _, _, value in formulas if value == "=1+1"]
    assert all(cached[title][place].value is not None for title, place, _ in formulas)


def test_the_same_rfp_gives_the_same_bytes() -> None:
    assert response_workbook(public(PROJECT)) == response_workbook(public(PROJECT))


def test_what_is_withheld_changes_nothing() -> None:
    one, *rest = PROJECT.requirements
    secrets = tuple(
        each if each.withholding is None else each.replace(rationale=each.statement, priority="could")
        for each in (one, *rest)
    )
    other = PROJECT.replace(requirements=secrets)
    assert other != PROJECT
    assert response_workbook(public(other)) == response_workbook(public(PROJECT))
    parts = zipfile.ZipFile(io.BytesIO(response_workbook(public(PROJECT))))
    assert not [name for name in parts.namelist() if SECRET[:8] in parts.read(name).decode()]


@pytest.mark.parametrize("lang", Lang)
def test_a_file_speaks_one_language(lang: Lang) -> None:
    book = read_workbook(response_workbook(public(PROJECT, lang)), "a.xlsx")
    texts = [
        cell.value
        for sheet in book
        if not sheet.hidden
        for row in sheet.rows
        for cell in row.cells
        if isinstance(cell.value, str)
    ] + [sheet.name for sheet in book if not sheet.hidden]
    japanese = re.compile(r"[ぁ-んァ-ヶ一-龠]")
    if lang is Lang.EN:
        assert not [text for text in texts if japanese.search(text)]
    else:
        words = [text for text in texts if re.search("[A-Za-z]{3}", text) and not japanese.search(text)]
        assert not words


def test_it_says_what_it_is_and_nothing_else() -> None:
    said = meta(read_workbook(response_workbook(public(PROJECT, Lang.EN)), "a.xlsx"))
    assert said == {
        "format": "rfp-builder/response",
        "format_version": "1",
        "rfp_version": "1.0",
        "language": "en",
    }


def test_only_the_cells_to_fill_in_are_open_and_they_alone_are_yellow() -> None:
    book = openpyxl.load_workbook(io.BytesIO(response_workbook(public(PROJECT))))
    assert book.security.lockStructure
    for sheet in book:
        assert sheet.protection.sheet, sheet.title
        for row in sheet.iter_rows():
            for cell in row:
                yellow = cell.fill.fgColor.rgb == "FFFFF9DF"
                assert cell.protection.locked is not yellow, (sheet.title, cell.coordinate)


def test_sheets_open_on_the_first_cell_to_fill() -> None:
    book = openpyxl.load_workbook(io.BytesIO(response_workbook(public(PROJECT))))
    assert book.active is not None and book.active.title == "説明"
    for sheet in book:
        if sheet.sheet_state == "visible" and sheet.title != "確認表":
            selected = sheet.sheet_view.selection[-1].activeCell
            assert not sheet[selected].protection.locked, sheet.title


def test_sheets_print_one_page_wide_with_their_headings() -> None:
    book = openpyxl.load_workbook(io.BytesIO(response_workbook(public(PROJECT))))
    for sheet in book:
        if sheet.sheet_state == "visible":
            assert sheet.page_setup.paperSize == 9
            assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) in ((None, 0), (1, 0))
            footer = sheet.oddFooter
            assert footer is not None and footer.right.text == "&P / &N"
    assert book["要件回答"].print_title_rows == "$4:$4"
    assert book["要件回答"].freeze_panes == "B5"


def test_marks_and_yes_or_no_are_picked_from_lists() -> None:
    book = openpyxl.load_workbook(io.BytesIO(response_workbook(public(PROJECT))))
    lists = {
        (sheet.title, str(rule.sqref)): rule.formula1
        for sheet in book
        for rule in sheet.data_validations.dataValidation
        if rule.type == "list"
    }
    assert lists == {("要件回答", "F5:F8"): '"◎,○,△,×"', ("応募資格", "D5:D6"): '"はい,いいえ"'}


def test_the_checklist_counts_what_is_open() -> None:
    book = openpyxl.load_workbook(io.BytesIO(response_workbook(public(PROJECT))), data_only=True)
    rows = {(row[0].value, row[1].value): row[2].value for row in book["確認表"].iter_rows(min_row=5)}
    assert rows[("要件回答", "要件（R）の対応可否")] == 3
    assert rows[("要件回答", "問いかけ（Q）への回答")] == 1
    assert rows[("価格", "単価")] == 4
    assert rows[("価格", "月間数量（貴社が見込む行）")] == 1
    assert rows[("財務", "3期すべての値")] == 27
    assert rows[("合計", None)] == 1 + 3 + 0 + 1 + 2 + 1 + 4 + 1 + 1 + 1 + 27


def test_amounts_in_dollars_have_cents() -> None:
    dollars = project("USD")
    filled = Answers(
        answers=(RequirementAnswer(number="R-001", fit=Fit.MEETS, how="yes", extra_cost=1_250),),
        price=(PriceLine(line="p-02", unit_price=Decimal("0.0125"), quantity=1200, months=24),),
    )
    read = read_response(
        response_workbook(public(dollars, Lang.EN), filled), "a.xlsx", dollars, issue_of(dollars)
    )
    assert read.answers[0].extra_cost == 1_250
    assert read.price[1].amount == 36_000


@pytest.mark.parametrize(
    ("currency", "taxed", "ja", "en"),
    [
        ("JPY", False, ["単価（円・税抜）", "金額（円）"], ["Unit price (JPY, excl. tax)", "Amount (JPY)"]),
        ("USD", True, ["単価（USD・税込）", "金額（USD）"], ["Unit price (USD, incl. tax)", "Amount (USD)"]),
    ],
)
def test_headings_of_money_say_which_money_and_whether_with_tax(
    currency: str, taxed: bool, ja: list[str], en: list[str]
) -> None:
    money = price_columns(currency, tax_included=taxed)[-2:]
    assert [one.heading.ja for one in money] == ja and [one.heading.en for one in money] == en


@pytest.mark.office
def test_libreoffice_works_out_the_same_and_keeps_every_answer(tmp_path: Path) -> None:
    filled = _answers("=1+1")
    ours = {
        f"{lang} {name}": response_workbook(public(PROJECT, lang), answers)
        for lang in Lang
        for name, answers in (("empty", Answers()), ("filled", filled))
    }
    theirs = resaved_all(ours, tmp_path)
    for name, before in ours.items():
        live = openpyxl.load_workbook(io.BytesIO(before))
        cached = openpyxl.load_workbook(io.BytesIO(before), data_only=True)
        worked_out = openpyxl.load_workbook(io.BytesIO(theirs[name]), data_only=True)
        for sheet in live:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        found = worked_out[sheet.title][cell.coordinate].value
                        assert (found or "") == (cached[sheet.title][cell.coordinate].value or ""), cell
    for lang in Lang:
        read = read_response(theirs[f"{lang} filled"], "a.xlsx", PROJECT, ISSUE)
        assert _same(read, filled)
        assert not read.blocking
