"""The requirement register: out, edited, and back with nothing lost and nothing overwritten."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from rfp_builder.errors import Refused
from rfp_builder.excel.register.changes import Changed, RegisterChanges
from rfp_builder.excel.register.reader import read_register
from rfp_builder.excel.register.writer import register_workbook
from rfp_builder.excel.response.writer import response_workbook
from rfp_builder.i18n import Lang
from rfp_builder.model.choices import Priority
from rfp_builder.model.criteria import Criteria, Criterion, SubCriterion
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement, Withholding
from rfp_builder.text.clean import clean
from tests.excel.projects import both, project, public
from tests.excel.test_response import HOSTILE
from tests.office import resaved

CRITERIA = Criteria(
    criteria=(
        Criterion(
            id="c1",
            name=both("提案力", "Power to propose"),
            subs=(
                SubCriterion(id="s1", name=both("工夫", "Ideas"), points=10),
                SubCriterion(id="s2", name=both("実行", "Delivery"), points=20),
            ),
        ),
    )
)
PROJECT = project(criteria=CRITERIA)
BOOK = register_workbook(PROJECT, Lang.JA)


def _edited(change: Callable[[Worksheet], object], book: bytes = BOOK) -> bytes:
    opened = openpyxl.load_workbook(io.BytesIO(book))
    change(opened["要件台帳"])
    return _saved(opened)


def _saved(book: Workbook) -> bytes:
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def _put(heading: str, row: int, value: str | None) -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        sheet.cell(row, _column(sheet, heading)).value = value

    return change


def _column(sheet: Worksheet, heading: str) -> int:
    return next(cell.column for cell in sheet[5] if cell.value == heading)


def _read(change: Callable[[Worksheet], object], now: Project = PROJECT) -> RegisterChanges:
    return read_register(_edited(change), "r.xlsx", now)


def _unchanged(read: RegisterChanges, now: Project = PROJECT) -> bool:
    return (read.requirements, read.added, read.changed, read.removed, read.conflicts) == (
        now.requirements,
        (),
        (),
        (),
        (),
    )


texts = st.text(min_size=1, max_size=30).map(lambda text: clean(text).text.strip()).filter(bool)
wordings = st.one_of(
    st.builds(Localized, ja=texts),
    st.builds(Localized, en=texts),
    st.builds(Localized, ja=texts, en=texts),
    st.sampled_from(HOSTILE).map(lambda text: Localized(ja=text, en=text)),
)
maybe = st.one_of(st.none(), wordings)
subs = st.sampled_from(["s1", "s2", "gone"])
requirements = st.builds(
    Requirement,
    id=st.from_regex(r"[a-z0-9][a-z0-9-]{0,9}", fullmatch=True),
    item=st.sampled_from(["1.1", "2.8", "4.1", "4.10", "7.5"]),
    statement=wordings,
    priority=st.sampled_from(Priority),
    acceptance=maybe,
    rationale=maybe,
    owner=maybe,
    criterion=st.one_of(st.none(), subs),
    withholding=st.one_of(
        st.none(), st.builds(Withholding, criterion=subs, open_question=maybe, guide=maybe, reason=maybe)
    ),
    source=st.one_of(st.none(), texts),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(requirements, max_size=4, unique_by=lambda one: one.id),
    st.sampled_from(Lang),
    st.sampled_from([CRITERIA, Criteria()]),
)
def test_out_and_back_changes_nothing(ones: list[Requirement], lang: Lang, criteria: Criteria) -> None:
    now = PROJECT.replace(requirements=tuple(ones), criteria=criteria)
    read = read_register(register_workbook(now, lang), "r.xlsx", now)
    assert _unchanged(read, now)
    assert not read.notes


def test_an_edit_is_taken_and_named() -> None:
    read = _read(_put("要件（日本語）", 6, "受託者は、毎日報告すること。"))
    assert read.changed == (Changed("r1", ("statement-ja",)),)
    changed = read.requirements[0]
    assert changed.statement == both(
        "受託者は、毎日報告すること。",
        "The vendor shall hand in the records of desk 1 by the next business day.",
    )
    assert changed == PROJECT.requirements[0].replace(statement=changed.statement)
    assert read.requirements[1:] == PROJECT.requirements[1:]


# openpyxl, which plays the editor here, would write this one as the letter it stands for.
@pytest.mark.parametrize("text", [text for text in HOSTILE if text != "_x0041_"])
def test_an_edited_text_comes_in_to_the_letter(text: str) -> None:
    def type_as_text(sheet: Worksheet) -> None:
        cell = sheet.cell(6, _column(sheet, "理由（日本語）"))
        cell.value = text
        cell.data_type = "s"

    read = _read(type_as_text)
    assert read.requirements[0].rationale == Localized(ja=text)


def test_a_row_without_an_id_is_a_new_requirement() -> None:
    def add(sheet: Worksheet) -> None:
        _put("項目", 11, "4.10")(sheet)
        _put("要件（日本語）", 11, "受託者は、年に1回訓練すること。")(sheet)

    read = _read(add)
    (new,) = read.added
    assert read.requirements[:-1] == PROJECT.requirements
    assert read.requirements[-1] == Requirement(
        id=new, item="4.10", statement=Localized(ja="受託者は、年に1回訓練すること。")
    )
    assert not PROJECT.requirement(new)


def test_a_new_row_without_a_statement_is_named() -> None:
    read = _read(_put("項目", 11, "1.1"))
    assert _unchanged(read)
    assert [one.where for one in read.notes if one.level == "error"] == ["要件台帳!C11"]


def test_deleting_is_said_and_a_row_taken_out_is_kept() -> None:
    read = _read(_put("削除", 7, "はい"))
    assert (read.removed, len(read.requirements)) == (("r2",), 4)
    read = _read(lambda sheet: sheet.delete_rows(7))
    assert _unchanged(read)
    assert ["r2" in one.ja for one in read.notes] == [True]


def test_withholding_and_disclosing() -> None:
    def withhold(sheet: Worksheet) -> None:
        _put("開示", 6, "非開示")(sheet)
        _put("非開示のときの評価細目", 6, "1.2 実行")(sheet)
        _put("問いかけ（日本語）", 6, "どう行いますか。")(sheet)

    read = _read(withhold)
    assert read.requirements[0].withholding == Withholding(
        criterion="s2", open_question=Localized(ja="どう行いますか。")
    )
    read = _read(_put("開示", 8, "開示"))
    assert read.requirements[2].withholding is None
    assert [one.level for one in read.notes] == ["warning"]


def test_withheld_without_a_criterion_is_not_taken() -> None:
    read = _read(_put("開示", 6, "非開示"))
    assert _unchanged(read)
    assert [(one.level, "非開示のときの評価細目" in one.ja) for one in read.notes] == [("error", True)]


def test_a_blank_never_discloses_a_requirement() -> None:
    read = _read(_put("開示", 8, None))
    assert _unchanged(read)
    assert [one.level for one in read.notes] == ["error"]


def test_a_cell_that_cannot_be_read_stays_as_it_was() -> None:
    read = _read(_put("優先度", 6, "たぶん必須"))
    assert _unchanged(read)
    assert [one.level for one in read.notes] == ["error"]


def test_a_column_taken_out_loses_nothing() -> None:
    read = _read(lambda sheet: sheet.delete_cols(_column(sheet, "要件（英語）")))
    assert _unchanged(read)


def test_sorting_and_moving_columns_changes_nothing() -> None:
    def shuffle(sheet: Worksheet) -> None:
        rows = [[cell.value for cell in row][::-1] for row in sheet.iter_rows(min_row=5, max_row=10)]
        for number, values in enumerate([rows[0], *rows[:0:-1]], start=5):
            for column, value in enumerate(values, start=1):
                sheet.cell(number, column).value = value

    assert _unchanged(_read(shuffle))


def _meanwhile(**changes: object) -> Project:
    one, *rest = PROJECT.requirements
    return PROJECT.replace(requirements=(one.replace(**changes), *rest))


def test_what_changed_in_the_project_alone_stays() -> None:
    now = _meanwhile(priority=Priority.COULD)
    assert _unchanged(_read(lambda sheet: None, now), now)


def test_what_changed_on_both_sides_is_a_conflict_and_not_taken() -> None:
    now = _meanwhile(priority=Priority.COULD)
    for change in (_put("要件（日本語）", 6, "別の文。"), _put("削除", 6, "はい")):
        read = _read(change, now)
        assert (read.requirements, read.conflicts) == (now.requirements, ("r1",))
        assert not read.changed and not read.removed


def test_the_same_change_on_both_sides_is_none() -> None:
    now = _meanwhile(
        statement=both("別の文。", "The vendor shall hand in the records of desk 1 by the next business day.")
    )
    assert _unchanged(_read(_put("要件（日本語）", 6, "別の文。"), now), now)


def test_an_edit_of_what_was_dropped_meanwhile_is_a_conflict() -> None:
    now = PROJECT.replace(requirements=PROJECT.requirements[1:])
    assert _unchanged(_read(lambda sheet: None, now), now)
    read = _read(_put("要件（日本語）", 6, "別の文。"), now)
    assert (read.requirements, read.conflicts) == (now.requirements, ("r1",))


def test_without_the_hidden_sheet_nothing_is_overwritten() -> None:
    opened = openpyxl.load_workbook(io.BytesIO(BOOK))
    opened.remove(opened["_meta"])
    _put("要件（日本語）", 6, "別の文。")(opened["要件台帳"])
    read = read_register(_saved(opened), "r.xlsx", PROJECT)
    assert (read.requirements, read.conflicts) == (PROJECT.requirements, ("r1",))
    assert [one.level for one in read.notes] == ["warning"]


def test_an_id_there_twice_is_not_decided_between() -> None:
    read = _read(_put("管理ID", 7, "r1"))
    assert _unchanged(read)
    assert {one.level for one in read.notes} == {"error"}


def test_another_form_is_refused() -> None:
    with pytest.raises(Refused, match="cannot be accepted"):
        read_register(response_workbook(public(PROJECT)), "r.xlsx", PROJECT)
    with pytest.raises(Refused, match="cannot be accepted"):
        read_register(_saved(openpyxl.Workbook()), "r.xlsx", PROJECT)


@pytest.mark.office
def test_libreoffice_changes_nothing(tmp_path: Path) -> None:
    for lang in Lang:
        read = read_register(resaved(register_workbook(PROJECT, lang), tmp_path), "r.xlsx", PROJECT)
        assert _unchanged(read)
        assert not read.notes
