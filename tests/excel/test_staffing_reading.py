"""Assumptions come back from the staffing workbook as they were, or as somebody changed them."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from rfp_builder.errors import Refused
from rfp_builder.excel.forms import Form, meta_of
from rfp_builder.excel.staffing.assumptions import write_assumptions
from rfp_builder.excel.staffing.bases import bases
from rfp_builder.excel.staffing.belonging import belonging_to
from rfp_builder.excel.staffing.changes import AssumptionChanges, Change
from rfp_builder.excel.staffing.names import ASSUMPTIONS
from rfp_builder.excel.staffing.paper import StaffingBook
from rfp_builder.excel.staffing.reader import read_assumptions
from rfp_builder.excel.staffing.settings import settings_of
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.localized import Localized
from rfp_builder.model.staffing import CostStanding, SpecialDays, Staffing
from rfp_builder.workload.agents import Component, Shrinkage
from rfp_builder.workload.plan.values import StaffingPlan
from rfp_builder.workload.should_cost import Item, Range
from tests.excel import staffed
from tests.office import resaved

USED = settings_of(staffed.plan())


def _sheet_alone(plan: StaffingPlan, lang: Lang) -> bytes:
    """A workbook with the sheet of assumptions only."""
    book = StaffingBook(lang, "assumptions", meta_of(Form.STAFFING, lang, "") | dict(bases(plan, lang)))
    write_assumptions(book.page(ASSUMPTIONS), plan)
    return book.finish()


@cache
def _written(lang: Lang = Lang.JA) -> bytes:
    return _sheet_alone(staffed.plan(), lang)


def _read(data: bytes) -> AssumptionChanges:
    return read_assumptions(data, "要員計画.xlsx")


Typed = str | float | date | None


class _Edited:
    """The workbook opened to type into it; rows are found by the hidden column."""

    def __init__(self, lang: Lang = Lang.JA) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(_written(lang)))
        self.sheet: Worksheet = self.book[ASSUMPTIONS.to(lang)]

    def row(self, key: str) -> int:
        return next(int(cell.row) for cell in self.sheet["A"] if cell.value == key)

    def type(self, key: str, value: Typed, column: str = "C") -> str:
        cell = f"{column}{self.row(key)}"
        self.sheet[cell] = value
        return cell

    def read(self) -> AssumptionChanges:
        buffer = io.BytesIO()
        self.book.save(buffer)
        return _read(buffer.getvalue())


def _values(found: AssumptionChanges) -> dict[str, object]:
    return {change.key: change.value for change in found.changes}


@pytest.mark.parametrize("lang", Lang)
def test_what_nobody_touched_changes_nothing(lang: Lang) -> None:
    found = _read(_written(lang))
    assert found.changes == () and found.notes == () and found.lang is lang
    assert found.applied(Staffing(), USED).staffing == Staffing()


def test_libreoffice_changes_nothing(tmp_path: Path) -> None:
    found = _read(resaved(_written(), tmp_path))
    assert found.changes == () and found.notes == ()


_TIMES = st.floats(1, 20_000, allow_nan=False)
_WAGES = st.fractions(0, 10**9, max_denominator=10**6)
_SHARES = st.fractions(0, Fraction(99, 100), max_denominator=10**6)


@settings(max_examples=25, deadline=None)
@given(_TIMES, _TIMES, st.lists(_SHARES, max_size=4), _SHARES, _WAGES, st.sampled_from(Lang))
def test_whatever_the_plan_used_comes_back_unchanged(
    aht: float, patience: float, parts: list[Fraction], share: Fraction, wage: Fraction, lang: Lang
) -> None:
    plan = staffed.plan()
    assert plan.terms is not None and plan.cost is not None
    whole = sum(parts, Fraction(1))
    shrinkage = Shrinkage(tuple(Component(Phrase("内訳", "part"), one / whole) for one in parts))
    phone = plan.queues[0]
    assert phone.goal is not None
    goal = replace(phone.goal, patience_s=patience, target=0.001 + float(share) * 0.99)
    terms = replace(plan.terms, monthly_attrition=tuple(float(one) for one in parts) or (0.0,))
    before = plan.cost.assumptions.of(Item.CSR_WAGE)
    assumptions = plan.cost.assumptions.changed(replace(before, value=Range(wage, wage, wage * 2)))
    made = replace(
        plan,
        queues=(replace(phone, aht_s=aht, goal=goal), *plan.queues[1:]),
        shrinkage=shrinkage,
        terms=terms,
        cost=replace(plan.cost, assumptions=assumptions),
    )
    found = _read(_sheet_alone(made, lang))
    assert found.changes == () and found.notes == ()


def test_changes_are_read_as_people_type_them() -> None:
    edited = _Edited()
    edited.type("queues.phone.aht", "２８０秒")
    edited.type("queues.phone.target", "９０％")
    edited.type("queues.chat.target", 0.85)
    edited.type("queues.phone.patience", None)
    edited.type("queues.chat.at_a_time", "3")
    edited.type("until", "令和9年3月31日")
    edited.type("certainty", "90%")
    edited.type("shrinkage.0.share", "12.5%")
    edited.type("hiring.lead_weeks", "８週間")
    edited.type("hiring.experienced", "1,2")
    found = edited.read()
    assert _values(found) == {
        "until": date(2027, 3, 31),
        "certainty": Decimal(90),
        "queues.phone.aht": Decimal(280),
        "queues.phone.target": Decimal(90),
        "queues.phone.patience": None,
        "queues.chat.target": Decimal(85),
        "queues.chat.at_a_time": Decimal(3),
        "shrinkage.0.share": Decimal("12.5"),
        "hiring.lead_weeks": Decimal(8),
    }
    [note] = found.notes
    assert note.level == "error" and note.where == f"前提!C{edited.row('hiring.experienced')}"


def test_changes_become_settings() -> None:
    edited = _Edited()
    edited.type("queues.phone.aht", 280)
    edited.type("queues.mail.deadline_minutes", 480)
    edited.type("queues.chat.within", 45)
    edited.type("shrinkage.1.share", 0.06)
    edited.type("hiring.ramp.1", 0.7)
    edited.type("hiring.monthly_attrition.2", 0.02)
    edited.type("hiring.decided_on", date(2026, 5, 1))
    found = edited.read()
    assert found.notes == ()
    applied = found.applied(Staffing(), USED)
    made = applied.staffing
    assert applied.left == ()
    assert [(one.id, one.channel, one.aht) for one in made.queues] == [
        ("phone", "phone", 280),
        ("chat", "chat", None),
        ("mail", "email", None),
    ]
    assert made.queues[2].deadline_minutes == 480 and made.queues[0].target is None
    # A service level is a share and a time.
    assert made.queues[1].within == 45 and made.queues[1].target == 90
    assert [change.label for change in found.changes][:2] == [
        "通販（電話） / 平均処理時間",
        "=通販（チャット） / 応答までの時間",
    ]
    assert [one.share for one in made.shrinkage] == [8, 6]
    assert list(made.hiring.ramp) == [40, 70, 80] and list(made.hiring.monthly_attrition) == [5, 3, 2]
    assert made.hiring.decided_on == date(2026, 5, 1) and made.hiring.class_size is None
    assert made.until is None and made.costs == ()
    again = found.applied(made.replace(queues=made.queues[1:]), USED)
    assert [change.key for change in again.left] == ["queues.phone.aht"]


def test_an_assumption_on_cost_is_taken_with_what_it_rests_on() -> None:
    edited = _Edited()
    row = edited.row("costs.csr-wage")
    typed: dict[str, Typed] = {
        "C": "1,300円",
        "D": "１５００",
        "E": 1800,
        "G": "求人広告の平均",
        "I": "自社の値",
    }
    for column, value in typed.items():
        edited.sheet[f"{column}{row}"] = value
    edited.type("costs.margin", "8%", "D")
    found = edited.read()
    assert [note.level for note in found.notes] == ["warning"]
    made = found.applied(Staffing(), USED).staffing
    wage, margin = made.costs
    assert wage.item == "csr-wage" and [wage.low, wage.base, wage.high] == [1300, 1500, 1800]
    assert wage.source.ja == "求人広告の平均" and wage.source.en is None
    assert wage.standing is CostStanding.OWN and wage.as_of == date(2025, 10, 1)
    assert (margin.low, margin.base) == (Decimal("0.05"), Decimal("0.08"))
    assert margin.source == next(one for one in USED.costs if one.item == "margin").source


_MISFITS: list[tuple[str, Typed]] = [
    ("queues.phone.aht", "約300秒"),
    ("queues.phone.aht", 0),
    ("queues.phone.aht", 300.7),
    ("queues.phone.aht", "#N/A"),
    ("queues.phone.target", 1),
    ("queues.phone.target", "0.8"),
    ("queues.phone.minimum", -1),
    ("certainty", 0.3),
    ("until", "来年3月"),
    ("shrinkage.0.share", None),
    ("hiring.class_size", 0),
    ("hiring.ramp.4", 0.9),
    ("hiring.ramp.1", 1.5),
]


@pytest.mark.parametrize(("key", "value"), _MISFITS)
def test_what_does_not_fit_is_remarked_once_and_nothing_else_is_lost(key: str, value: Typed) -> None:
    edited = _Edited()
    cell = edited.type(key, value)
    edited.type("queues.mail.aht", 600)
    found = edited.read()
    assert _values(found) == {"queues.mail.aht": Decimal(600)}
    [note] = found.notes
    assert note.level == "error" and note.where == f"前提!{cell}"


_ODD_CELLS: list[tuple[str, Typed]] = [
    ("C", 2000),
    ("D", None),
    ("E", "たくさん"),
    ("I", "不明"),
    ("H", "いつか"),
]


@pytest.mark.parametrize(("column", "value"), _ODD_CELLS)
def test_a_row_of_cost_that_does_not_fit_is_not_taken(column: str, value: Typed) -> None:
    edited = _Edited()
    edited.sheet[f"{column}{edited.row('costs.sv-wage')}"] = value
    edited.type("costs.seat", 31_000, "D")
    found = edited.read()
    assert set(_values(found)) == {"costs.seat"}
    assert [note.level for note in found.notes] == ["error", "warning"]


def test_formulas_and_odd_texts_are_read_as_what_they_are() -> None:
    edited = _Edited()
    edited.type("queues.phone.aht", "=1+1")
    row = edited.row("costs.seat")
    edited.sheet[f"G{row}"].value = "=SUM(A1) という見積もり"
    edited.sheet[f"G{row}"].data_type = "s"
    found = edited.read()
    assert _values(found) == {"costs.seat": {"source": "=SUM(A1) という見積もり"}}
    [note] = [note for note in found.notes if note.level == "error"]
    assert note.where.endswith(f"C{edited.row('queues.phone.aht')}")


def test_rows_that_went_or_came_are_said() -> None:
    edited = _Edited()
    sheet = edited.sheet
    sheet[f"A{edited.row('queues.phone.within')}"].value = "queues.phone.aht"
    sheet[f"A{edited.row('queues.chat.within')}"].value = "queues.chat.speed"
    sheet[f"A{edited.row('queues.mail.aht')}"].value = None
    found = edited.read()
    assert found.changes == ()
    assert [note.level for note in found.notes] == ["error"] * 4


def test_without_the_hidden_sheet_everything_counts_as_set() -> None:
    edited = _Edited()
    del edited.book["_meta"]
    found = edited.read()
    assert {"until", "queues.phone.within", "hiring.ramp", "costs.csr-wage"} <= set(_values(found))
    assert found.notes[0].level == "warning"
    # The time measured is no whole second, which a setting must be.
    assert [note.where for note in found.notes if note.level == "error"] == [
        f"前提!C{edited.row('queues.phone.aht')}"
    ]


def test_other_files_are_refused() -> None:
    with pytest.raises(Refused):
        _read(b"PK no workbook")
    other = StaffingBook(Lang.JA, "other", meta_of(Form.CRITERIA, Lang.JA, ""))
    other.page(ASSUMPTIONS)
    with pytest.raises(Refused):
        _read(other.finish())
    bare = StaffingBook(Lang.JA, "bare", meta_of(Form.STAFFING, Lang.JA, ""))
    bare.page(ASSUMPTIONS)
    with pytest.raises(Refused):
        _read(bare.finish())


def test_the_workbook_of_another_project_is_refused() -> None:
    book = StaffingBook(Lang.JA, "ours", meta_of(Form.STAFFING, Lang.JA, "") | belonging_to("ours"))
    write_assumptions(book.page(ASSUMPTIONS), staffed.plan())
    data = book.finish()
    with pytest.raises(Refused) as refusal:
        read_assumptions(data, "plan.xlsx", "theirs")
    assert "another project" in refusal.value.why.en
    for project in ("ours", ""):
        assert read_assumptions(data, "plan.xlsx", project).lang is Lang.JA
    assert read_assumptions(_written(), "plan.xlsx", "theirs").notes == (), "an older one does not say whose"


def test_what_a_hostile_file_names_is_no_setting() -> None:
    edited = _Edited()
    first = edited.row("queues.phone.aht")
    strange = ("result", "hiring.aht", "queues.phone.id", "shrinkage.x.share", "hiring.ramp.-1")
    for row, key in enumerate(strange, start=first):
        edited.sheet[f"A{row}"].value = key
    found = edited.read()
    assert found.changes == ()
    assert len([note for note in found.notes if note.level == "error"]) == 6


def test_own_rows_keep_what_was_not_changed() -> None:
    changes = AssumptionChanges((Change("queues.phone.aht", "AHT", Decimal(280)),), (), Lang.EN)
    made = changes.applied(Staffing(queues=USED.queues, seats=40), USED).staffing
    assert made == Staffing(queues=(USED.queues[0].replace(aht=280), *USED.queues[1:]), seats=40)


SALE = SpecialDays(
    occasion=Localized(ja="秋のセール", en="Autumn sale"),
    first=date(2027, 11, 19),
    last=date(2027, 11, 25),
    factor=Decimal("1.4"),
)


def _special(**typed: Typed) -> AssumptionChanges:
    """What comes back when cells of the special days were typed into; one sale was there."""
    plan = replace(staffed.plan(), specials=(SALE,), growth=Fraction(3, 100), seats=60)
    book = openpyxl.load_workbook(io.BytesIO(_sheet_alone(plan, Lang.JA)))
    sheet = book[ASSUMPTIONS.ja]
    for name, value in typed.items():
        key = name.replace("_", ".")
        sheet[f"C{next(cell.row for cell in sheet['A'] if cell.value == key)}"] = value
    changed = io.BytesIO()
    book.save(changed)
    return _read(changed.getvalue())


def test_growth_seats_and_special_days_can_be_changed() -> None:
    assert _special().changes == () and _special().notes == ()
    found = _special(
        growth="▲5%",
        seats="８０席",
        specials_1_first="2028/1/1",
        specials_1_last="2028/1/3",
        specials_1_factor="0",
    )
    used = USED.replace(specials=(SALE,))
    made = found.applied(Staffing(specials=(SALE,)), used).staffing
    assert (made.growth, made.seats) == (Decimal(-5), 80)
    closed = SpecialDays(first=date(2028, 1, 1), last=date(2028, 1, 3), factor=Decimal(0))
    assert made.specials == (SALE, closed), "what is not touched keeps its name"


def test_special_days_can_be_taken_out_and_set_back() -> None:
    found = _special(
        growth=None, seats=None, specials_0_first=None, specials_0_last=None, specials_0_factor=None
    )
    used = USED.replace(specials=(SALE,))
    made = found.applied(Staffing(growth=Decimal(3), seats=60, specials=(SALE,)), used).staffing
    assert (made.growth, made.seats, made.specials) == (None, None, ())


@pytest.mark.parametrize(
    "typed",
    [
        {"specials_0_factor": None},
        {"specials_0_last": date(2027, 11, 1)},
        {"specials_0_factor": 1000},
        {"specials_0_factor": "=1+1"},
        {"growth": -1},
        {"seats": 0},
        {"seats": 1.5},
    ],
)
def test_settings_that_do_not_fit_are_remarked_and_not_taken(typed: dict[str, Typed]) -> None:
    found = _special(**typed)
    assert found.changes == () and len(found.notes) == 1
