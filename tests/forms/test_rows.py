"""Blocks of cells pasted into a table, and the sums below it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rfp_builder.forms.frame import pages
from rfp_builder.forms.headings import headings_in
from rfp_builder.forms.ids import new_row_id
from rfp_builder.forms.pages import question_at
from rfp_builder.forms.questions import Question, by_path
from rfp_builder.forms.rows import read_block
from rfp_builder.forms.totals import Total, totals
from rfp_builder.forms.tsv import cells_of
from rfp_builder.forms.typed import Setting, as_typed
from rfp_builder.i18n import Lang
from rfp_builder.model.choices import Bearer, Channel, Role
from rfp_builder.model.definition import Definition
from rfp_builder.model.localized import Localized
from rfp_builder.model.shape import Kind
from rfp_builder.workspace.import_preview import alike, remark_line
from tests.forms.answers import QUESTIONS, answers, ends_in_comma
from tests.maker import Maker
from tests.strategies import definition, makers

RELAXED = settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
TABLES = [question for question in QUESTIONS if question.kind is Kind.TABLE]
JA = Setting(
    Lang.JA,
    "JPY",
    Definition.model_validate(
        {"work": {"programs": {"programs": [{"id": "p1", "name": {"ja": "注文受付", "en": "Orders"}}]}}}
    ),
    frozenset(),
)


def table_at(path: str) -> Question:
    """A table of the definition."""
    found = question_at(path)
    assert found is not None and found.row is not None
    return found


def rows_of(table: Question, *values: dict[str, Any]) -> tuple[Any, ...]:
    """Rows as the model has them."""
    assert table.row is not None
    return tuple(table.row.model_validate(one) for one in values)


VOLUMES = table_at("work.volumes.volumes")
REASONS = table_at("work.reasons.reasons")
SYSTEMS = table_at("ict.systems.systems")
TERMS = table_at("people.employment.terms")
PRINCIPLES = table_at("overview.policy.principles")


def quoted(text: str) -> str:
    """A cell as Excel puts it on the clipboard."""
    return '"' + text.replace('"', '""') + '"' if any(one in text for one in '\t\n"') else text


@RELAXED
@given(makers(), st.sampled_from(list(Lang)), st.sampled_from(["plain", "headed", "turned"]))
def test_a_block_that_shows_the_rows_is_read_as_the_rows(make: Maker, lang: Lang, form: str) -> None:
    filled = definition(make)
    setting = Setting(lang, "JPY", filled, frozenset())
    for table, value in answers(filled):
        if table.kind is not Kind.TABLE or not isinstance(value, tuple) or not value:
            continue
        columns = table.columns[::-1] if form == "turned" else table.columns
        lines = [
            [as_typed(column, getattr(row, column.name), setting) for column in columns] for row in value
        ]
        if not any(cell for line in lines for cell in line):
            # Headings above nothing are taken for answers.
            continue
        if form == "plain" and headings_in(table, lines[0], alone=len(lines) == 1) is not None:
            # What is made up may read like a heading.
            continue
        if form != "plain":
            lines.insert(0, [column.label.to(lang) for column in columns])
        text = "\r\n".join("\t".join(map(quoted, line)) for line in lines)
        block = read_block(table, text, value, setting, at=0)
        assert block.remarks == ()
        assert block.placed(value) == value


@RELAXED
@given(makers(), st.sampled_from(list(Lang)))
def test_new_rows_show_what_the_block_showed(make: Maker, lang: Lang) -> None:
    filled = definition(make)
    setting = Setting(lang, "JPY", filled, frozenset())
    for table, value in answers(filled):
        if table.kind is not Kind.TABLE or not isinstance(value, tuple):
            continue
        if any(column.kind is Kind.REFERENCES or column.refers_to for column in table.columns):
            continue
        if any(ends_in_comma(getattr(row, one.name), lang) for row in value for one in table.columns):
            continue
        shown = [[as_typed(one, getattr(row, one.name), setting) for one in table.columns] for row in value]
        lines = [line for line in shown if any(cell.strip() for cell in line)]
        block = read_block(table, "\n".join("\t".join(map(quoted, line)) for line in lines), (), setting)
        if block.rows:
            again = [
                [as_typed(one, getattr(row, one.name), setting) for one in table.columns]
                for row in block.rows
            ]
            assert again == lines


@given(st.lists(st.lists(st.text(), min_size=1, max_size=4), min_size=1, max_size=4))
def test_quoted_cells_come_apart_as_they_were(lines: list[list[str]]) -> None:
    cells = [[cell.replace("\r", "") for cell in line] for line in lines]
    text = "\n".join("\t".join('"' + cell.replace('"', '""') + '"' for cell in line) for line in cells)
    assert cells_of(text) == cells


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ('"一行目\n二行目"\tx', [["一行目\n二行目", "x"]]),
        ('"彼は ""はい"" と言った"', [['彼は "はい" と言った']]),
        ('5" 画面\t"開いたまま\tx\ny', [['5" 画面', '"開いたまま', "x"], ["y"]]),
        ("", [[""]]),
    ],
)
def test_the_clipboard_of_excel_is_taken_apart(text: str, cells: list[list[str]]) -> None:
    assert cells_of(text) == cells


def test_rows_are_taken_in_the_order_of_the_columns() -> None:
    block = read_block(VOLUMES, "注文受付\t電話\t１．２万件\t5分30秒\t12.5%\t着信数\n", (), JA)
    (row,) = block.rows
    assert isinstance(row, type(rows_of(VOLUMES, {"id": "x"})[0]))
    assert row.model_dump(exclude={"id"}) == {
        "program": "p1",
        "channel": Channel.PHONE,
        "monthly_contacts": 12_000,
        "aht": 330,
        "peak_share": Decimal("12.5"),
        "counted_as": {"ja": "着信数", "en": None},
    }
    assert block.remarks == ()


def test_columns_are_taken_by_headings_in_either_language() -> None:
    text = "Channel\t 月間件数（件） *\t数え方（英語）\t数え方\nPhone\t1,200\tcalls\t着信数"
    (row,) = read_block(VOLUMES, text, (), JA).rows
    assert row.model_dump(include={"channel", "monthly_contacts", "counted_as", "aht"}) == {
        "channel": Channel.PHONE,
        "monthly_contacts": 1200,
        "counted_as": {"ja": "着信数", "en": "calls"},
        "aht": None,
    }


def test_the_first_column_may_be_said() -> None:
    (row,) = read_block(SYSTEMS, "発注者\t受託者", (), JA, first="owner").rows
    assert row.model_dump(include={"system", "owner", "provider"}) == {
        "system": None,
        "owner": Bearer.CLIENT,
        "provider": Bearer.VENDOR,
    }


def test_what_cannot_be_read_is_said_and_the_rest_is_taken() -> None:
    text = "チャネル\t月間件数\t謎の列\t\t月間件数\n電話\t約3千\t値\t余り\t5\nメール\t200\t\t\t\t右外"
    block = read_block(VOLUMES, text, (), JA)
    assert [row.model_dump(include={"channel", "monthly_contacts"}) for row in block.rows] == [
        {"channel": Channel.PHONE, "monthly_contacts": None},
        {"channel": Channel.EMAIL, "monthly_contacts": 200},
    ]
    said = [(one.row, one.column and one.column.name, one.reason.ja) for one in block.remarks]
    assert [(row, name) for row, name, _ in said] == [
        (1, None),
        (1, "monthly_contacts"),
        (2, "monthly_contacts"),
        (2, None),
        (3, None),
    ]
    for (_, _, reason), word in zip(
        said, ("謎の列", "左の列", "約", "見出しのない", "最後の列より右"), strict=True
    ):
        assert word in reason


def test_a_single_cell_is_no_heading() -> None:
    (row,) = read_block(PRINCIPLES, "原則", (), JA).rows
    assert row.model_dump()["principle"]["ja"] == "原則"
    assert (
        read_block(PRINCIPLES, "原則\n顧客を待たせない", (), JA).rows[0].model_dump()["principle"]["ja"]
        != "原則"
    )


def test_blank_lines_make_no_rows() -> None:
    block = read_block(PRINCIPLES, "一\n\n二\n\n\n", (), JA)
    assert [row.model_dump()["principle"]["ja"] for row in block.rows] == ["一", "二"]
    assert read_block(PRINCIPLES, "", (), JA).rows == ()


def test_a_block_lies_over_the_rows_that_are_there() -> None:
    present = rows_of(
        VOLUMES,
        {"id": "v1", "aht": 100, "monthly_contacts": 1, "counted_as": {"en": "calls"}},
        {"id": "v2", "aht": 200, "monthly_contacts": 2},
        {"id": "v3", "aht": 300, "monthly_contacts": 3},
    )
    block = read_block(VOLUMES, "110\n\n読めない\n400", present, JA, first="aht", at=0)
    rows = block.placed(present)
    assert [(row.aht, row.monthly_contacts) for row in rows] == [(110, 1), (None, 2), (300, 3), (400, None)]  # type: ignore[attr-defined]
    assert [row.id for row in rows[:3]] == ["v1", "v2", "v3"]  # type: ignore[attr-defined]
    assert [(one.row, one.column and one.column.name) for one in block.remarks] == [(3, "aht")]


def test_rows_of_a_block_may_refer_to_each_other() -> None:
    block = read_block(REASONS, "住所変更\t手続き\t40\n手続き\t\t100", (), JA)
    assert block.remarks == ()
    small, large = block.rows
    assert small.parent == large.id  # type: ignore[attr-defined]


def test_the_language_of_the_setting_is_the_one_that_texts_are_written_in() -> None:
    (row,) = read_block(PRINCIPLES, "Safety first", (), replace(JA, lang=Lang.EN)).rows
    assert row.model_dump()["principle"] == {"ja": None, "en": "Safety first"}


def test_a_row_that_lacks_what_it_needs_is_said() -> None:
    evaluators = by_path(pages())["evaluators"]
    block = read_block(evaluators, "評価者A\t企画\n\t総務", (), JA)
    assert len(block.rows) == 1
    (remark,) = block.remarks
    assert remark.row == 2 and remark.column is None and "呼び名" in remark.reason.ja


@given(st.text())
@settings(deadline=None)
def test_any_text_becomes_rows_or_remarks(text: str) -> None:
    block = read_block(VOLUMES, text, (), JA)
    filled = [line for line in cells_of(text) if any(cell.strip() for cell in line)]
    assert len(block.rows) == len(filled) or headed(filled)


def headed(lines: list[list[str]]) -> bool:
    """Whether the first line is one of headings."""
    known = {column.label.ja for column in VOLUMES.columns}
    return bool(known & set(lines[0]))


def test_ids_are_opaque_and_unlike_those_taken() -> None:
    made = {new_row_id(set()) for _ in range(50)}
    assert len(made) == 50 and all(len(one) == 10 for one in made)


def test_counts_are_summed() -> None:
    rows = rows_of(
        VOLUMES,
        {"id": "a", "monthly_contacts": 1200},
        {"id": "b", "monthly_contacts": 300},
        {"id": "c"},
    )
    (total,) = totals(VOLUMES, rows)
    assert (total.column.name, total.missing, total.agrees) == ("monthly_contacts", 1, True)
    assert total.sum == 1500
    assert totals(VOLUMES, ()) == ()
    assert totals(PRINCIPLES, rows_of(PRINCIPLES, {"id": "a"})) == ()


def test_people_in_bands_of_different_days_are_not_added_up() -> None:
    shifts = table_at("operations.sites.shifts")
    week = {"days": ("mon", "tue"), "opens": 540, "closes": 1080, "headcount": 8}
    apart = rows_of(
        shifts,
        {"id": "a"} | week,
        {"id": "b"} | week | {"days": ("sat",), "headcount": 6},
        {"id": "c"} | week | {"opens": 1080, "closes": 1260, "headcount": 7},
        {"id": "d", "headcount": 90},
    )
    (total,) = totals(shifts, apart)
    assert (total.sum, total.at_a_time, total.missing) == (Decimal(8), True, 1)
    (total,) = totals(shifts, (*apart, *rows_of(shifts, {"id": "e"} | week | {"opens": 1000})))
    assert total.sum == 16
    assert totals(shifts, rows_of(shifts, {"id": "a", "headcount": 8})) == ()


def test_shares_are_held_against_one_hundred_within_their_group() -> None:
    rows = rows_of(
        TERMS,
        {"id": "a", "role": "csr", "share": "60"},
        {"id": "b", "role": "csr", "share": "40"},
        {"id": "c", "role": "sv", "share": "90"},
    )
    csr, sv = totals(TERMS, rows)
    assert csr == Total(csr.column, Decimal(100), Decimal(100), 0, csr.within, Role.CSR)
    assert csr.agrees
    assert (sv.key, sv.sum) == (Role.SV, Decimal(90))
    assert not sv.agrees


def test_small_reasons_share_the_large_one_that_they_belong_to() -> None:
    rows = rows_of(
        REASONS,
        {"id": "a", "reason": Localized(ja="手続き"), "share": "100"},
        {"id": "b", "parent": "a", "share": "70"},
        {"id": "c", "parent": "a", "share": "20"},
    )
    assert [(one.key, one.sum, one.agrees) for one in totals(REASONS, rows)] == [
        (None, Decimal(100), True),
        ("a", Decimal(90), False),
    ]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.path)
def test_totals_stand_below_numbers_only(table: Question) -> None:
    assert table.row is not None
    row = table.row.model_validate({"id": "a"})
    for total in totals(table, (row,)):
        assert total.column.kind in (Kind.WHOLE, Kind.DECIMAL, Kind.PERCENT)


def test_an_empty_cell_over_what_a_row_cannot_be_without_is_said_and_nothing_is_lost() -> None:
    schedule = by_path(pages())["rfp.schedule"]
    present = rows_of(schedule, {"step": "issue", "day": "2027-04-01"})
    label = schedule.columns[0].choices[0].label.ja
    block = read_block(schedule, f"{label}\t\t17:00", present, JA, at=0)
    assert [getattr(row, "day", None) for row in block.rows] == [date(2027, 4, 1)]
    assert [one.column.name for one in block.remarks if one.column is not None] == ["day"]


def test_a_row_that_cannot_be_read_is_not_called_empty_and_what_was_typed_is_handed_on() -> None:
    schedule = by_path(pages())["rfp.schedule"]
    label = schedule.columns[0].choices[0].label.ja
    block = read_block(schedule, f"{label}\tそのうち\n{label}\t\t17:00", (), JA)
    assert not block.rows
    assert [dict(one) for one in block.begun] == [
        {"step": label, "day": "そのうち"},
        {"step": label, "at": "17:00"},
    ]
    unread, empty = [one for one in block.remarks if one.lacking is not None]
    assert "読み取れない" in unread.reason.ja and "空のため" in empty.reason.ja


def test_what_could_not_be_read_is_said_once_for_all_lines_with_the_word_that_stood_there() -> None:
    courses = table_at("people.training.courses")
    text = "\n".join(f"研修{n}\t\t8\t\t{'どこか' * 20 if n < 4 else '当社'}" for n in range(1, 6))
    block = read_block(courses, text, (), JA)
    ((one, rows),) = alike(block.remarks)
    assert rows == (1, 2, 3) and one.typed == ("どこか" * 20)[:30]
    said = remark_line(one, (*rows, 5))
    assert (
        said.ja.startswith("1〜3、5行目「") and one.typed in said.ja and said.en.startswith("Lines 1-3, 5, ")
    )
