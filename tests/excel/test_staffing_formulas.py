"""The staffing workbook: every formula gives what Python gives, before and after an assumption is changed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from rfp_builder.excel.reader import read_workbook
from rfp_builder.excel.staffing.calculator import Question, write_calculator
from rfp_builder.excel.staffing.paper import StaffingBook
from rfp_builder.excel.staffing.writer import BookNames, staffing_book
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.workload.plan.values import StaffingPlan
from rfp_builder.workload.should_cost import Item, Line, Range, Volumes, should_cost
from tests.excel import staffed
from tests.excel.recalculated import differing_formulas, without_results
from tests.office import resaved_all

NAMES = BookNames(
    Phrase("通販コールセンター業務委託", "Mail-order contact centre"),
    Phrase("A社", "Company A"),
    date(2026, 7, 3),
)
_PLANS: dict[str, Callable[[], StaffingPlan]] = {"whole": staffed.plan, "bare": staffed.bare_plan}
_CHANGES = {
    Item.CSR_WAGE: "1513.5",
    Item.SOCIAL_COST: "0.1625",
    Item.MARGIN: "0.085",
    Item.AGENTS_PER_SV: "9",
    Item.TELECOM: "3.3",
}


@cache
def book(name: str, lang: Lang = Lang.JA) -> bytes:
    """The workbook of a plan made by hand."""
    return staffing_book(_PLANS[name](), NAMES, lang)


def _cell_of(data: bytes, key: str, column: str) -> str:
    """The cell of an assumption, found by the hidden column."""
    sheet = openpyxl.load_workbook(io.BytesIO(data))["前提"]
    row = next(cell.row for cell in sheet["A"] if cell.value == key)
    return f"{column}{row}"


def typed_over(data: bytes, values: dict[str, str]) -> bytes:
    """The workbook with other numbers in cells of the sheet of assumptions, and without results."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(buffer, "w") as changed:
        for name in package.namelist():
            content = package.read(name)
            if name == "xl/worksheets/sheet2.xml":
                text = content.decode()
                for cell, value in values.items():
                    text, count = re.subn(rf'(<c r="{cell}"[^>]*>)<v>[^<]*</v>', rf"\1<v>{value}</v>", text)
                    assert count == 1, cell
                content = text.encode()
            changed.writestr(name, content)
    return without_results(buffer.getvalue())


def _asked() -> list[Question]:
    """Many loads, targets and times; the first ones are the traps."""
    traps = [
        Question(0, 30, 180, Fraction(4, 5), 20),
        Question(1, 30, 180, Fraction(4, 5), 20, Fraction(17, 20), Fraction(3, 10)),
        Question(357, 30, 180, Fraction(4, 5), 20, Fraction(17, 20), Fraction(3, 10)),
        Question(27, 30, 180, Fraction(9, 10), 86_400),
        Question(100, 30, 180, Fraction(4, 5), 0),
        Question(50_000, 30, 180, Fraction(4, 5), 20),
        Question(10_000, 60, 3_240, Fraction(99_999, 100_000), 0),
        Question(100_000, 60, 360, Fraction(1, 100), 3_600, Fraction(1)),
    ]
    loads = [(3, 30, 45), (84, 15, 301.5), (2_900, 60, 263)]
    goals = [(Fraction(7, 10), 10), (Fraction(95, 100), 15), (Fraction(99, 100), 60)]
    caps = [None, Fraction(17, 20), Fraction(92, 100)]
    many = [
        Question(*load, target, within, caps[(row + column) % 3], Fraction(row, 10) or None)
        for row, load in enumerate(loads)
        for column, (target, within) in enumerate(goals)
    ]
    return [*traps, *many]


@cache
def _calculators() -> bytes:
    book = StaffingBook(Lang.EN, "calculators", {})
    for place, question in enumerate(_asked()):
        write_calculator(book.page(Phrase(f"q{place}", f"q{place}")), question)
    return book.finish()


def _picked() -> bytes:
    """The what-if of a queue whose name would stand for the one above it, too, were * any letters."""
    plan = staffed.plan()
    phone, chat, mail = plan.queues
    queues = (replace(phone, name=Phrase("電話", "tel")), replace(chat, name=Phrase("電*", "t*")), mail)
    opened = openpyxl.load_workbook(io.BytesIO(staffing_book(replace(plan, queues=queues), NAMES, Lang.JA)))
    opened["試算"]["B6"] = "電*"
    buffer = io.BytesIO()
    opened.save(buffer)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def recalculated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Everything worked out by LibreOffice in one start, from workbooks without results."""
    whole = book("whole")
    cells = {_cell_of(whole, f"costs.{item.value}", "D"): value for item, value in _CHANGES.items()}
    cells[_cell_of(whole, "queues.phone.aht", "C")] = "600"
    return resaved_all(
        {
            "whole": without_results(whole),
            "english": without_results(book("whole", Lang.EN)),
            "calculators": without_results(_calculators()),
            "changed": typed_over(whole, cells),
            "picked": _picked(),
        },
        tmp_path_factory.mktemp("staffing"),
    )


def test_all_formulas_agree(recalculated: dict[str, bytes]) -> None:
    assert differing_formulas(book("whole"), recalculated["whole"]) == []
    assert differing_formulas(book("whole", Lang.EN), recalculated["english"]) == []


def test_the_calculator_finds_the_agents_that_python_finds(recalculated: dict[str, bytes]) -> None:
    assert differing_formulas(_calculators(), recalculated["calculators"]) == []
    found = openpyxl.load_workbook(io.BytesIO(recalculated["calculators"]), data_only=True)
    for place, question in enumerate(_asked()):
        shown = [found[f"q{place}"][f"B{row}"].value for row in (15, 16, 17)]
        assert shown == list(question.agents), question


def test_a_changed_assumption_changes_the_should_cost_to_the_yen(recalculated: dict[str, bytes]) -> None:
    cost = staffed.plan().cost
    assert cost is not None
    changes = []
    for item, value in _CHANGES.items():
        before = cost.assumptions.of(item)
        base = Fraction(value)
        ends = Range(min(before.value.low, base), base, max(before.value.high, base))
        changes.append(replace(before, value=ends))
    volumes = Volumes(cost.low.volume, cost.base.volume, cost.high.volume)
    expected = should_cost(cost.assumptions.changed(*changes), volumes)
    sheet = openpyxl.load_workbook(io.BytesIO(recalculated["changed"]), data_only=True)["想定費用"]
    for column, case in zip("BCD", (expected.low, expected.base, expected.high), strict=True):
        shown = [sheet[f"{column}{row}"].value for row in range(7, 8 + len(Line))]
        assert shown == [*case.lines.values(), case.total]
    assert expected.base.total != cost.base.total
    said = [cell.value for cell in sheet["A"] if isinstance(cell.value, str)]
    assert any("取り込むと計算し直します" in text for text in said)


def test_another_handling_time_changes_load_and_service_level(recalculated: dict[str, bytes]) -> None:
    before, after = (
        openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        for data in (book("whole"), recalculated["changed"])
    )
    levels = [
        [row[6].value for row in one["試算"].iter_rows(min_row=12, max_row=33)] for one in (before, after)
    ]
    assert all(later < earlier for earlier, later in zip(*levels, strict=True))
    sheet = before["必要人数"]
    title = next(int(cell.row) for cell in sheet["A"] if cell.value == "通販（電話）")
    loads = [one["必要人数"][f"J{title + 1}"].value for one in (before, after)]
    assert loads[1] == pytest.approx(loads[0] * 600 / 301.5)


def test_the_what_if_is_about_the_queue_that_was_picked(recalculated: dict[str, bytes]) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(recalculated["picked"]), data_only=True)["試算"]
    _, chat, _ = staffed.plan().queues
    assert chat.goal is not None
    assert [sheet[f"E{row}"].value for row in (6, 9)] == [chat.aht_s, chat.goal.within_s]


def test_numbers_of_people_are_values_that_the_plan_holds() -> None:
    plan, shown = staffed.plan(), read_workbook(book("whole"), "a.xlsx").sheet("概要")
    assert plan.shifts is not None and plan.hiring is not None and shown is not None
    values = {cell.value for row in shown.rows for cell in row.cells if isinstance(cell.value, Decimal)}
    assert {Decimal(plan.shifts.headcount), Decimal(plan.hiring.hired)} <= values


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert book("whole") == staffing_book(staffed.plan(), NAMES, Lang.JA)
    assert book("whole") != book("whole", Lang.EN)


def test_a_plan_without_shifts_says_why(tmp_path: Path) -> None:
    refusal = staffed.bare_plan().no_shifts
    assert refusal is not None
    for lang, name in ((Lang.JA, "シフト"), (Lang.EN, "Shifts")):
        sheet = read_workbook(book("bare", lang), "a.xlsx").sheet(name)
        assert sheet is not None
        texts = [cell.value for row in sheet.rows for cell in row.cells]
        assert refusal.why.to(lang) in texts
