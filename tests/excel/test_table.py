"""Tables read back: columns by heading, rows by id, a note for whatever is amiss."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal

import pytest

from rfp_builder.excel.columns import ColumnSpec, Kind
from rfp_builder.excel.notes import Level
from rfp_builder.excel.reader import Area, Cell, CellError, Row, Sheet, Value
from rfp_builder.excel.table import Table, TableRow, read_table
from rfp_builder.forms.choices import mark
from rfp_builder.i18n import Phrase

_ID = ColumnSpec("id", Phrase("要件ID", "Requirement ID"), Kind.ID)
_ANSWER = ColumnSpec("answer", Phrase("回答", "Answer"), aliases=("ご回答",))
_COST = ColumnSpec("cost", Phrase("費用(円)", "Cost (JPY)"), Kind.AMOUNT)
_SPECS = (_ID, _ANSWER, _COST)
_HEADINGS = ("要件ID", "回答", "費用(円)")
_IDS = ("A-1", "A-2", "A-3")


def _sheet(*rows: Sequence[Value | None], start: int = 1, merged: tuple[Area, ...] = ()) -> Sheet:
    """A sheet of these rows, the first of them in row `start`."""
    return Sheet(
        "回答",
        hidden=False,
        rows=tuple(
            Row(
                number,
                tuple(
                    Cell(number, column, value) for column, value in enumerate(row, 1) if value is not None
                ),
            )
            for number, row in enumerate(rows, start)
        ),
        merged=merged,
    )


def _noted(table: Table) -> list[tuple[Level, str, str]]:
    return [(note.level, note.cell, note.code) for note in table.notes]


def _one(kind: Kind, value: Value, **more: str) -> tuple[TableRow, list[str]]:
    """The row and the codes of the notes that one value in a column of this kind gives."""
    return _cell(kind, Cell(2, 2, value), **more)


def _cell(kind: Kind, cell: Cell, **more: str) -> tuple[TableRow, list[str]]:
    choices = (mark("○"), mark("×")) if kind is Kind.CHOICE else ()
    spec = ColumnSpec("it", Phrase("値", "Value"), kind, choices=choices, **more)  # type: ignore[arg-type]
    heading = Row(1, (Cell(1, 1, "要件ID"), Cell(1, 2, "値")))
    sheet = Sheet("回答", hidden=False, rows=(heading, Row(2, (Cell(2, 1, "A-1"), cell))))
    table = read_table(sheet, (_ID, spec))
    return table.rows[0], [note.code for note in table.notes]


@pytest.mark.parametrize(
    "headings",
    [
        ("要件ID", "回答", "費用(円)"),
        (" 要件 ＩＤ", "回\n答", "費用（円）"),
        ("requirement id", "ANSWER", "Cost  (JPY)"),
        ("要件ID", "ご回答", "Cost (JPY)"),
    ],
)
def test_headings_match_in_both_languages_and_by_alias(headings: Sequence[str]) -> None:
    table = read_table(_sheet(headings, ("A-1", "はい", Decimal(5))), _SPECS)
    assert table.notes == ()
    (row,) = table.rows
    assert (row.id, row.text("answer"), row.amount("cost")) == ("A-1", "はい", 5)


def test_headings_may_stand_lower_and_in_another_order() -> None:
    table = read_table(
        _sheet(
            ("回答のお願い",),
            ("回答",),
            (),
            ("費用(円)", "要件ID", "回答"),
            (Decimal(5), "A-1", "x"),
            start=3,
        ),
        _SPECS,
    )
    (row,) = table.rows
    assert (row.number, row.ref("id"), row.amount("cost")) == (7, "B7", 5)


def test_without_headings_there_is_no_table() -> None:
    for sheet in (_sheet(), _sheet(("回答", "費用(円)"), ("x", Decimal(5)))):
        table = read_table(sheet, _SPECS)
        assert (table.found, table.rows) == (False, ())
        assert _noted(table) == [(Level.ERROR, "", "headings.missing")]


def test_a_missing_column_is_a_warning_and_a_required_one_an_error() -> None:
    sheet = _sheet(("要件ID", "回答"), ("A-1", "x"))
    assert _noted(read_table(sheet, _SPECS)) == [(Level.WARNING, "", "column.missing")]
    required = ColumnSpec("cost", Phrase("費用(円)", "Cost"), Kind.AMOUNT, required=True)
    table = read_table(sheet, (_ID, _ANSWER, required))
    assert _noted(table) == [(Level.ERROR, "", "column.missing")]
    assert table.rows[0].ref("cost") == ""


def test_a_heading_that_stands_twice_is_not_guessed() -> None:
    table = read_table(_sheet((*_HEADINGS, "回答"), ("A-1", "x", Decimal(5), "y")), _SPECS)
    assert _noted(table) == [(Level.ERROR, "D1", "column.twice")]
    assert (table.rows[0].text("answer"), table.rows[0].amount("cost")) == ("", 5)
    doubled = read_table(_sheet((*_HEADINGS, "要件ID"), ("A-1", "x", Decimal(5), "A-1")), _SPECS)
    assert doubled.rows == ()
    assert [note.code for note in doubled.errors] == ["column.twice"]


def test_unknown_columns_and_stray_values_are_named() -> None:
    sheet = _sheet((*_HEADINGS, "独自の列"), ("A-1", "x", Decimal(5), "y", "z"))
    assert _noted(read_table(sheet, _SPECS)) == [
        (Level.WARNING, "D1", "column.unknown"),
        (Level.WARNING, "E2", "cell.stray"),
    ]


def test_many_strays_are_counted() -> None:
    table = read_table(_sheet(_HEADINGS, ("A-1", "x", Decimal(5), *[Decimal(1)] * 30)), _SPECS)
    assert len([note for note in table.notes if note.cell]) == 20
    assert "10" in next(note for note in table.notes if not note.cell).message.en


def test_ids_that_are_wrong_cost_only_their_rows() -> None:
    sheet = _sheet(
        _HEADINGS,
        ("A-1", "x"),
        ("B-9", "x"),
        (None, "x"),
        (date(2027, 4, 1), "x"),
        (Decimal(3), "x"),
        (CellError("#REF!"), "x"),
        (True, "x"),
        (" Ａ‐２", "x"),
        ("a-3", "x"),
        ("A-3", "y"),
    )
    table = read_table(sheet, _SPECS, _IDS)
    assert [(row.number, row.id) for row in table.rows] == [(2, "A-1"), (9, "A-2")]
    assert _noted(table) == [
        (Level.ERROR, "A3", "id.unknown"),
        (Level.ERROR, "A4", "id.blank"),
        (Level.ERROR, "A5", "id.date"),
        (Level.ERROR, "A6", "id.number"),
        (Level.ERROR, "A7", "cell.error"),
        (Level.ERROR, "A8", "id.number"),
        (Level.WARNING, "A9", "id.respelt"),
        (Level.ERROR, "A10", "id.repeated"),
        (Level.ERROR, "A11", "id.repeated"),
    ]


def test_without_given_ids_any_id_may_come_but_once() -> None:
    table = read_table(_sheet(_HEADINGS, ("X", "1"), ("ｘ", "2"), ("Y ", "3")), _SPECS)
    assert [row.id for row in table.rows] == ["Y"]
    assert [note.code for note in table.errors] == ["id.repeated", "id.repeated"]


def test_a_row_without_id_and_answers_is_a_heading_of_its_own() -> None:
    given = ColumnSpec("text", Phrase("要件", "Requirement"), given=True)
    sheet = _sheet(
        ("要件ID", "要件", "回答"), (None, "1 概要"), ("A-1", "…をすること。", "x"), (None, None, " ")
    )
    table = read_table(sheet, (_ID, given, _ANSWER))
    assert [row.id for row in table.rows] == ["A-1"]
    assert table.notes == ()


def test_a_table_without_ids_has_its_filled_rows() -> None:
    table = read_table(_sheet(("回答", "費用(円)"), ("x",), (), (None, Decimal(5))), (_ANSWER, _COST))
    assert [(row.number, dict(row.values)) for row in table.rows] == [(2, {"answer": "x"}), (4, {"cost": 5})]


def test_blanks_are_errors_only_where_an_answer_is_required() -> None:
    required = ColumnSpec("answer", Phrase("回答", "Answer"), required=True)
    table = read_table(_sheet(_HEADINGS, ("A-1", " \u3000")), (_ID, required, _COST))
    assert _noted(table) == [(Level.ERROR, "B2", "cell.blank")]
    assert "回答" in table.notes[0].message.ja


def test_swallowed_cells_are_not_read_even_if_they_hold_something() -> None:
    sheet = _sheet(
        _HEADINGS,
        ("A-1", "x", Decimal(1)),
        ("A-2", "y", Decimal(2)),
        ("A-3", None, Decimal(3)),
        merged=(Area(2, 2, 4, 2), Area(3, 2, 9, 2), Area(1, 1, 1, 3), Area(7, 1, 9, 9)),
    )
    table = read_table(sheet, _SPECS)
    assert _noted(table) == [(Level.ERROR, "B3", "cell.merged"), (Level.ERROR, "B4", "cell.merged")]
    assert [row.text("answer") for row in table.rows] == ["x", "", ""]
    assert [row.amount("cost") for row in table.rows] == [1, 2, 3]
    assert "B2:B4" in table.notes[0].message.ja


def test_a_kind_of_note_is_not_repeated_without_end() -> None:
    rows = [(f"B-{n}", "x") for n in range(1_000)]
    table = read_table(_sheet(_HEADINGS, *rows), _SPECS, ())
    assert len(table.notes) == 501
    assert "500" in table.notes[0].message.ja


@pytest.mark.parametrize(
    ("kind", "value", "answer", "codes"),
    [
        (Kind.TEXT, "  a\n b \n", "a\n b", []),
        (Kind.TEXT, "=1+1", "=1+1", []),
        (Kind.TEXT, "a\x07\u202eb", "ab", ["text.cleaned"]),
        (Kind.TEXT, Decimal("1.50"), "1.5", []),
        (Kind.TEXT, Decimal("1E+3"), "1000", []),
        (Kind.TEXT, date(2027, 4, 1), "2027-04-01", []),
        (Kind.TEXT, True, "TRUE", []),
        (Kind.TEXT, "x" * 32_768, None, ["text.too_long"]),
        (Kind.TEXT, CellError("#N/A"), None, ["cell.error"]),
        (Kind.CHOICE, "○", "○", []),
        (Kind.CHOICE, "X", "×", ["choice.alike"]),
        (Kind.CHOICE, "はい", None, ["choice.unknown"]),
        (Kind.AMOUNT, Decimal("1200000"), 1_200_000, []),
        (Kind.AMOUNT, Decimal("1.2E+6"), 1_200_000, []),
        (Kind.AMOUNT, Decimal("-5"), -5, []),
        (Kind.AMOUNT, Decimal("0.5"), None, ["amount.unreadable"]),
        (Kind.AMOUNT, "１２０万円", 1_200_000, []),
        (Kind.AMOUNT, "別途見積", None, ["amount.unreadable"]),
        (Kind.AMOUNT, True, None, ["amount.unreadable"]),
        (Kind.NUMBER, Decimal("2.5"), Decimal("2.5"), []),
        (Kind.NUMBER, "１２．５", Decimal("12.5"), []),
        (Kind.NUMBER, time(9, 30), None, ["number.unreadable"]),
        (Kind.PERCENT, "80%", Decimal(80), []),
        (Kind.PERCENT, Decimal(80), Decimal(80), []),
        (Kind.PERCENT, Decimal("0.8"), None, ["percent.unreadable"]),
        (Kind.DATE, date(2027, 4, 1), date(2027, 4, 1), []),
        (Kind.DATE, datetime(2027, 4, 1, 12), date(2027, 4, 1), []),
        (Kind.DATE, "令和9年4月1日", date(2027, 4, 1), []),
        (Kind.DATE, Decimal(46478), None, ["date.unreadable"]),
        (Kind.DATE, time(12), None, ["date.unreadable"]),
        (Kind.BOOL, True, True, []),
        (Kind.BOOL, "はい", True, []),
        (Kind.BOOL, "No", False, ["choice.alike"]),
        (Kind.BOOL, "多分", None, ["choice.unknown"]),
    ],
)
def test_values_by_kind(kind: Kind, value: Value, answer: object, codes: list[str]) -> None:
    row, noted = _one(kind, value)
    assert row.values.get("it") == answer
    assert type(row.values.get("it")) is type(answer)
    assert row.unread == (frozenset({"it"}) if answer is None else frozenset())
    assert noted == codes


def test_amounts_are_in_the_smallest_unit_of_the_currency() -> None:
    assert _one(Kind.AMOUNT, Decimal("12.5"), currency="USD")[0].amount("it") == 1250


@pytest.mark.parametrize(
    ("kind", "cell", "answer", "codes"),
    [
        (Kind.PERCENT, Cell(2, 2, Decimal("0.8"), percent=True), Decimal(80), []),
        (Kind.PERCENT, Cell(2, 2, Decimal("0.005"), percent=True), Decimal("0.5"), []),
        (Kind.NUMBER, Cell(2, 2, Decimal("0.8"), percent=True), None, ["number.unreadable"]),
        (
            Kind.AMOUNT,
            Cell(2, 2, date(5185, 6, 26), serial=Decimal(1_200_000)),
            1_200_000,
            ["number.date_format"],
        ),
        (Kind.AMOUNT, Cell(2, 2, time(0), serial=Decimal(0)), 0, ["number.date_format"]),
        (Kind.AMOUNT, Cell(2, 2, date(2027, 4, 1), serial=Decimal(46478)), None, ["amount.unreadable"]),
        (Kind.TEXT, Cell(2, 2, "ab", formula=True), "ab", ["formula.calculated"]),
        (Kind.TEXT, Cell(2, 2, None, formula=True), None, ["formula.not_calculated"]),
    ],
)
def test_cells_with_a_format_or_a_formula(kind: Kind, cell: Cell, answer: object, codes: list[str]) -> None:
    row, noted = _cell(kind, cell)
    assert (row.values.get("it"), noted) == (answer, codes)


def test_notes_never_repeat_an_amount() -> None:
    values: tuple[Value, ...] = ("約987654円", Decimal("987654.5"), "987654ドル", "987654%", "987654〜987655")
    for value in values:
        _, noted = _one(Kind.AMOUNT, value)
        assert noted == ["amount.unreadable"]
    sheet = _sheet(_HEADINGS, *(("A-" + str(n), "x", value) for n, value in enumerate(values)))
    assert not any("987654" in note.message.ja + note.message.en for note in read_table(sheet, _SPECS).notes)


def test_rows_give_each_value_as_its_type() -> None:
    row, _ = _one(Kind.DATE, date(2027, 4, 1))
    assert row.day("it") == date(2027, 4, 1)
    assert (row.text("it"), row.amount("it"), row.decimal("it"), row.flag("it")) == ("", None, None, None)
    assert _one(Kind.BOOL, False)[0].flag("it") is False
    assert _one(Kind.BOOL, True)[0].amount("it") is None
    assert _one(Kind.NUMBER, Decimal(3))[0].decimal("it") == 3


def test_two_columns_must_not_share_a_heading() -> None:
    with pytest.raises(ValueError, match="two columns"):
        read_table(_sheet(_HEADINGS), (_ID, _ANSWER, ColumnSpec("other", Phrase("備考", "answer"))))


def test_choices_belong_to_choice_columns() -> None:
    with pytest.raises(ValueError, match="choices"):
        ColumnSpec("x", Phrase("x", "x"), Kind.CHOICE)
    with pytest.raises(ValueError, match="choices"):
        ColumnSpec("x", Phrase("x", "x"), Kind.TEXT, choices=(mark("○"),))
