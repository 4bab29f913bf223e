"""Kinds of contract come back from the staffing workbook as they were, or as somebody changed them."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import time

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from rfp_builder.excel.forms import Form, meta_of
from rfp_builder.excel.staffing.assumptions import write_assumptions
from rfp_builder.excel.staffing.bases import bases
from rfp_builder.excel.staffing.changes import AssumptionChanges, Change, GroupChange
from rfp_builder.excel.staffing.group_inputs import GROUP_LABELS
from rfp_builder.excel.staffing.names import ASSUMPTIONS
from rfp_builder.excel.staffing.paper import StaffingBook
from rfp_builder.excel.staffing.reader import read_assumptions
from rfp_builder.excel.staffing.settings import settings_of
from rfp_builder.forms.shift_times import MOST_GROUPS
from rfp_builder.i18n import Lang
from rfp_builder.model.localized import Localized
from rfp_builder.model.staffing import ShiftGroup, ShiftRest, Staffing
from rfp_builder.workload.plan.values import StaffingPlan
from tests.excel import staffed

DAY = ShiftGroup(
    id="day",
    name=Localized(ja="日勤", en="Day"),
    starts=(480, 510, 540, 570, 780),
    length=540,
    rests=(ShiftRest(after=240, length=60), ShiftRest(after=120, length=15, paid=True)),
)
SHORT = ShiftGroup(
    id="short",
    name=Localized(ja="=短時間"),
    starts=(1380,),
    length=270,
    days_a_week=4,
    days_off_together=False,
    part_time=True,
    people=12,
)
HELD = Staffing(groups=(DAY, SHORT))
PLAN = replace(staffed.plan(), groups=HELD.groups)
COLUMNS = dict(zip(GROUP_LABELS, "BCDEFGHI", strict=True))
Typed = str | float | time | None


def _sheet_alone(plan: StaffingPlan, lang: Lang) -> bytes:
    book = StaffingBook(lang, "assumptions", meta_of(Form.STAFFING, lang, "") | dict(bases(plan, lang)))
    write_assumptions(book.page(ASSUMPTIONS), plan)
    return book.finish()


def _read(data: bytes) -> AssumptionChanges:
    return read_assumptions(data, "要員計画.xlsx")


class _Edited:
    def __init__(self, lang: Lang = Lang.JA, plan: StaffingPlan = PLAN) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(_sheet_alone(plan, lang)))
        self.sheet: Worksheet = self.book[ASSUMPTIONS.to(lang)]

    def type(self, row_id: str, **typed: Typed) -> int:
        row = next(int(cell.row) for cell in self.sheet["A"] if cell.value == f"groups.{row_id}")
        for column, value in typed.items():
            self.sheet[f"{COLUMNS[column]}{row}"] = value
        return row

    def read(self) -> AssumptionChanges:
        buffer = io.BytesIO()
        self.book.save(buffer)
        return _read(buffer.getvalue())

    def staffing(self, before: Staffing = HELD) -> Staffing:
        found = self.read()
        assert found.notes == ()
        return found.applied(before, settings_of(PLAN)).staffing


@pytest.mark.parametrize("lang", Lang)
def test_what_nobody_touched_changes_nothing(lang: Lang) -> None:
    for plan in (PLAN, staffed.plan()):
        found = _read(_sheet_alone(plan, lang))
        assert found.changes == () and found.notes == ()


def test_every_column_can_be_changed() -> None:
    edited = _Edited()
    edited.type("day", name="日勤A", length=8.5, days_a_week="４日", people="20人", starts=time(8, 30))
    edited.type("day", rests="3.5時間／45分", days_off_together="いいえ", part_time="はい")
    edited.type("short", people=None, length=time(5, 0), days_a_week=None, rests="2h/10m/有給")
    day, short = edited.staffing().groups
    assert day == ShiftGroup(
        id="day",
        name=Localized(ja="日勤A"),
        starts=(510,),
        length=510,
        rests=(ShiftRest(after=210, length=45),),
        days_a_week=4,
        days_off_together=False,
        part_time=True,
        people=20,
    )
    assert short == SHORT.replace(
        people=None, length=300, days_a_week=5, rests=(ShiftRest(after=120, length=10, paid=True),)
    )


def test_what_was_not_typed_keeps_its_wording_in_both_languages() -> None:
    edited = _Edited(Lang.EN)
    edited.type("day", starts="7:00-9:00/1 h")
    [change] = edited.read().changes
    assert change.value == GroupChange({"starts": (420, 480, 540)})
    assert change.label == "Kind of contract “Day”"
    assert edited.staffing().groups[0] == DAY.replace(starts=(420, 480, 540))


def test_kinds_of_contract_come_and_go() -> None:
    edited = _Edited(plan=staffed.plan())
    edited.type("+2", name="遅番", starts="12:00〜13:00/30分", length="9時間", rests="4時間/60分")
    late = ShiftGroup(
        id="g1",
        name=Localized(ja="遅番"),
        starts=(720, 750, 780),
        length=540,
        rests=(ShiftRest(after=240, length=60),),
    )
    assert edited.staffing(Staffing()).groups == (late,)
    assert edited.staffing(Staffing(groups=(late,))).groups[1].id == "g2"
    edited = _Edited()
    edited.type("day", **dict.fromkeys(COLUMNS))
    assert edited.staffing().groups == (SHORT,)
    [change] = edited.read().changes
    gone = AssumptionChanges((change,), (), Lang.JA).applied(Staffing(groups=(SHORT,)), Staffing())
    assert gone.left == (change,) and gone.staffing.groups == (SHORT,)


def test_there_is_a_most_of_them() -> None:
    many = tuple(SHORT.replace(id=f"k{number}") for number in range(MOST_GROUPS))
    change = Change("groups.+1", "", GroupChange({"name": "X", "starts": (0,), "length": 60}))
    found = AssumptionChanges((change,), (), Lang.JA).applied(Staffing(groups=many), Staffing())
    assert found.left == (change,)


_MISFITS: tuple[tuple[str, Typed], ...] = (
    ("name", None),
    ("name", "長い名前" * 20),
    ("name", "＝形態"),
    ("name", "日勤\n遅番"),
    ("length", None),
    ("length", "長め"),
    ("length", 25),
    ("length", 4.5),
    ("days_a_week", 8),
    ("days_a_week", 4.5),
    ("people", 0),
    ("starts", None),
    ("starts", "8:00-10:00"),
    ("starts", "8:03"),
    ("rests", "お昼に1時間"),
    ("rests", "8.5時間/60分"),
    ("rests", "4時間/60分、4.5時間/15分"),
    ("rests", "=1+1"),
    ("part_time", "ときどき"),
)


def test_what_does_not_fit_is_remarked_once_at_its_cell_and_the_rest_is_taken() -> None:
    kinds = tuple(
        DAY.replace(id=f"k{number}", name=Localized(ja=f"形態{number}")) for number in range(len(_MISFITS))
    )
    good = SHORT.replace(name=Localized(ja="=形態"))
    edited = _Edited(plan=replace(PLAN, groups=(good, *kinds)))
    edited.type("short", people=30)
    where = []
    for kind, (column, value) in zip(kinds, _MISFITS, strict=True):
        row = edited.type(kind.id, **{column: value})
        # A shift that is too short for its breaks is told where the breaks stand.
        at = "rests" if (column, value) == ("length", 4.5) else column
        where.append(f"前提!{COLUMNS[at]}{row}")
    found = edited.read()
    assert [(change.key, change.value) for change in found.changes] == [
        ("groups.short", GroupChange({"people": 30}))
    ]
    assert [note.where for note in found.notes] == where
    assert {note.level for note in found.notes} == {"error"}
