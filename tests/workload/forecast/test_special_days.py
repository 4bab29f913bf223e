"""Special days from a file, as offices write them."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction
from io import BytesIO

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from rfp_builder.errors import Refused
from rfp_builder.excel.history.reading import read_specials
from rfp_builder.i18n import Lang
from rfp_builder.workload.forecast.special_days import SpecialDays, factor_of, span_of
from rfp_builder.workload.forecast.values import Special
from rfp_builder.workload.history import refusals
from rfp_builder.workload.history.oddities import OddKind
from tests.workload.history.test_mangled import NASTY

SALE = Special(date(2027, 11, 19), date(2027, 11, 25), Fraction(7, 5), "秋の販促")
SHUT = Special(date(2027, 12, 31), date(2027, 12, 31), Fraction(0), "システム点検")


def read(text: str) -> SpecialDays:
    return read_specials(text.encode(), "specials.csv")


@pytest.mark.parametrize(
    "text",
    [
        "日付,名称,倍率\n2027/11/19〜2027/11/25,秋の販促,1.4\n2027/12/31,システム点検,休業\n",
        "開始日,終了日,名称,倍率\n令和9年11月19日,令和9年11月25日,秋の販促,140%\nR9.12.31,,システム点検,0\n",
        "名称,期間,係数\n秋の販促,2027年11月19日（金）～25日,1.4倍\nシステム点検,2027年12月31日,休\n",
        "倍率,終了日,開始日,内容\n+40%,2027-11-25,2027-11-19,秋の販促\n休業日,2027-12-31,2027-12-31,システム点検\n",
        "秋の販促\t2027/11/19〜11/25\t40%増\nシステム点検\t2027/12/31\t０\n",
        "特別な日の一覧\n\n日付,名称,倍率(%)\n2027/11/19〜2027/11/25,秋の販促,140\n2027/12/31,システム点検,0\n",
    ],
)
def test_every_layout_says_the_same(text: str) -> None:
    found = read(text)
    assert found.specials == (SALE, SHUT)
    assert not found.odd


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2027/12/28〜1/3", (date(2027, 12, 28), date(2028, 1, 3))),
        ("2027年8月13日から16日", (date(2027, 8, 13), date(2027, 8, 16))),
        ("2027-08-13..2027-08-16", (date(2027, 8, 13), date(2027, 8, 16))),
        ("2027/8/13 - 2027/8/16", (date(2027, 8, 13), date(2027, 8, 16))),
    ],
)
def test_spans(text: str, span: tuple[date, date]) -> None:
    assert span_of(text) == span


@pytest.mark.parametrize("text", ["", "11/19", "秋", "2027/11/19〜", "2027/2/28〜30日", "9" * 100])
def test_no_spans(text: str) -> None:
    assert span_of(text) is None


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("20%減", Fraction(4, 5)),
        ("▲20%", Fraction(4, 5)),
        ("-20%", Fraction(4, 5)),
        ("1.25", Fraction(5, 4)),
        ("40%", Fraction(2, 5)),
    ],
)
def test_factors(text: str, factor: Fraction) -> None:
    assert factor_of(text) == factor


@pytest.mark.parametrize("text", ["", "-1", "140", "多め", "1.4〜1.6", "-150%", "nan"])
def test_no_factors(text: str) -> None:
    assert factor_of(text) is None


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("2027/11/99,x,1.4", OddKind.BAD_DAY),
        ("2027/11/19,x,多め", OddKind.BAD_FACTOR),
        ("2027/11/19,x,", OddKind.BAD_FACTOR),
        ("2027/11/19〜2027/11/1,x,2", OddKind.BAD_SPAN),
    ],
)
def test_a_bad_row_is_told_and_the_rest_is_read(row: str, kind: OddKind) -> None:
    found = read(
        f"日付,名称,倍率\n2027/12/31,システム点検,休業\n{row}\n2027/11/19〜2027/11/25,秋の販促,1.4\n"
    )
    assert set(found.specials) == {SALE, SHUT}
    assert [(one.kind, one.count) for one in found.odd] == [(kind, 1)]
    assert [place.to(Lang.EN) for one in found.odd for place in one.places] == ["line 3"]


def test_a_workbook() -> None:
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        day, share = (book.add_format({"num_format": form}) for form in ("yyyy/m/d", "0%"))
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["開始日", "終了日", "名称", "倍率"])
        for row, one in enumerate((SALE, SHUT), 1):
            for place, when in enumerate((one.first, one.last)):
                sheet.write_datetime(row, place, datetime(when.year, when.month, when.day), day)
            sheet.write(row, 2, one.name)
            sheet.write_number(row, 3, float(one.factor), share)
    assert read_specials(out.getvalue(), "specials.xlsx").specials == (SALE, SHUT)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", refusals.EMPTY),
        ("名称,倍率\nx,2\n", refusals.NO_DATES),
        ("日付,名称\n2027/11/19,x\n", refusals.NO_FACTORS),
        ("日付,番号\n2027/11/19,1\n2027/11/20,2\n", refusals.NO_FACTORS),
        ("日付,時間帯,件数\n2027/11/19,9:00,12\n2027/11/19,9:30,8\n", refusals.NOT_SPECIALS),
        ("日付,着信件数,応答率\n2027/11/19,12,95%\n2027/11/20,8,93%\n", refusals.NOT_SPECIALS),
        ("日付,9:00,9:30\n2027/11/19,12,8\n2027/11/20,休業,休業\n", refusals.NOT_SPECIALS),
        ("date,a,b\n2027-11-19,9:00,1.5\n2027-11-19,9:30,2.5\n", refusals.NOT_SPECIALS),
    ],
)
def test_what_is_no_list_of_special_days(text: str, why: tuple[object, object]) -> None:
    with pytest.raises(Refused) as refusal:
        read(text)
    assert (refusal.value.why, refusal.value.remedy) == why


def test_where_most_rows_are_no_special_days_none_is_taken() -> None:
    with pytest.raises(Refused) as refusal:
        read("日付,倍率\n2027/11/19,1.4\n2027/11/20,340\n2027/11/21,290\n")
    assert refusal.value.why.ja == "3行のうち2行に、日付または倍率（0〜20倍）がありません。"


@pytest.mark.parametrize(
    ("heading", "cell", "factor"),
    [("増減率", "40%", "1.4"), ("増減率（%）", "-20", "0.8"), ("倍率", "140%", "1.4"), ("%", "140", "1.4")],
)
def test_what_comes_on_top_is_no_factor_yet(heading: str, cell: str, factor: str) -> None:
    (only,) = read(f"日付,名称,{heading}\n2027/11/19,x,{cell}\n").specials
    assert only.factor == Fraction(factor)


def test_a_list_without_end_is_refused() -> None:
    rows = "\n".join(f"2027/11/{1 + at % 28},x,2" for at in range(2_001))
    with pytest.raises(Refused) as refusal:
        read(f"日付,名称,倍率\n{rows}")
    assert "2,000" in refusal.value.why.ja


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 2), st.sampled_from((*NASTY, "-1", "140", "〜"))))
)
def test_mangled_files_are_read_or_refused(changes: list[tuple[int, int, str]]) -> None:
    rows = [["日付", "名称", "倍率"], *([f"2027/11/{1 + at}", "x", "1.4"] for at in range(8))]
    for row, place, text in changes:
        rows[row][place:] = [text, *rows[row][place + 1 :]]
    try:
        found = read("\n".join(",".join(row) for row in rows))
    except Refused as refusal:
        assert all(refusal.lines(Lang.JA)) and all(refusal.lines(Lang.EN))
        return
    assert all(one.first <= one.last and 0 <= one.factor <= 20 for one in found.specials)
