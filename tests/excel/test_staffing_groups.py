"""Kinds of contract come back from the staffing workbook as they were, or as somebody changed them."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import time
from functools import cache

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


@cache
def _written(lang: Lang, *, with_groups: bool = True) -> bytes:
    plan = PLAN if with_groups else staffed.plan()
    book = StaffingBook(lang, "assumptions", meta_of(Form.STAFFING, lang, "") | dict(bases(plan, lang)))
    write_assumptions(book.page(ASSUMPTIONS), plan)
    return book.finish()


def _read(data: bytes) -> AssumptionChanges:
    return read_assumptions(data, "要員計画.xlsx")


class _Edited:
    def __init__(self, lang: Lang = Lang.JA, *, with_groups: bool = True) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(_written(lang, with_groups=with_groups)))
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
@pytest.mark.parametrize("with_groups", [True, False])
def test_what_nobody_touched_changes_nothing(lang: Lang, with_groups: bool) -> None:
    found = _read(_written(lang, with_groups=with_groups))
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
    edited = _Edited(with_groups=False)
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


_MISFITS: list[tuple[str, Typed]] = [
    ("name", None),
    ("name", "長い名前" * 20),
    ("name", "=短時間"),
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
    ("starts", "朝"),
    ("rests", "お昼に1時間"),
    ("rests", "8.5時間/60分"),
    ("rests", "4時間/60分、4.5時間/15分"),
    ("rests", "=1+1"),
    ("part_time", "ときどき"),
]


@pytest.mark.parametrize(("column", "value"), _MISFITS)
def test_what_does_not_fit_is_remarked_once_at_its_cell(column: str, value: Typed) -> None:
    edited = _Edited()
    # The first row of a name has the right to it.
    row_id = "short" if column == "name" and value == "=短時間" else "day"
    if row_id == "short":
        edited.type("day", name="＝短時間")
    row = edited.type(row_id, **{column: value})
    edited.type("+1", name="遅番", starts="13:00", length="9時間")
    found = edited.read()
    changed = {change.key for change in found.changes}
    assert changed == ({"groups.+1", "groups.day"} if row_id == "short" else {"groups.+1"})
    [note] = found.notes
    at = "G" if (column, value) == ("length", 4.5) else COLUMNS[column]
    assert note.level == "error" and note.where == f"前提!{at}{row}"
