"""シフト: who works when, and where that leaves each interval of the week; or why no shifts do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rfp_builder.excel.evaluation.places import at, span
from rfp_builder.excel.reading.values import ref
from rfp_builder.excel.staffing import names
from rfp_builder.excel.staffing.charts import Axes, Series, cover, rows_of
from rfp_builder.excel.staffing.numerals import number
from rfp_builder.excel.staffing.paper import ONE_DIGIT, Shown, StaffingSheet
from rfp_builder.excel.staffing.spans import Slots
from rfp_builder.excel.writing.look import WARM, Look
from rfp_builder.excel.writing.sheet import CellValue, Formula, area
from rfp_builder.i18n import Phrase
from rfp_builder.text.show import show_date, show_time
from rfp_builder.workload.plan.values import StaffingPlan
from rfp_builder.workload.shifts import Shift, ShiftPlan

if TYPE_CHECKING:
    from rfp_builder.workload.erlang.inputs import Integers

_GROUPS = (2, 10, 18)
_RIGHT = _GROUPS[-1] + 6
_WIDTHS = (20, *(7,) * 7, 2, *(7,) * 7, 2, *(7,) * 7)
_HEAD = 6
_DAYS = 7
_DAY_MIN = 1440
_LINE = Phrase(
    "{monday}からの1週間を、最少の有給時間でまかなうシフトです。毎週この形を繰り返すものとします。",
    "The shifts that cover the week from {monday} with the fewest paid hours; the week is taken to repeat.",
)
_NONE = Phrase("シフトは組まれていません。", "There are no shifts.")
_COVER = Phrase("時間帯ごとの過不足", "Over and under by interval")
_NEEDED = Phrase("必要な配置人数", "Staff needed")
_WORKING = Phrase("応対に就く人数", "At work")
_BALANCE = Phrase("過不足（応対に就く人数－必要な配置人数）", "Over and under (at work – needed)")
_PATTERNS = Phrase("シフトの一覧（曜日ごとの人数）", "Shifts (people by day)")
_CONTRACT = Phrase("勤務形態", "Contract")
_START, _END = Phrase("開始", "Start"), Phrase("終了", "End")
_BREAKS = Phrase("休憩", "Breaks")
_PAID = Phrase("有給（時間）", "Paid (h)")
_PEOPLE = Phrase("人数", "People")
_SHIFTS_A_WEEK = Phrase("週の延べ", "A week")
_DAYS_OFF = Phrase("勤務する曜日", "Days worked")
_HEADCOUNT = Phrase("総人数", "Headcount")
_PART_TIME = Phrase("うちパートタイム", "of which part-time")
_HOURS = Phrase("1週間の有給時間", "Paid hours a week")
_SEATS = Phrase("同時に出勤する最大の人数（席数の目安）", "Most people present at a time (seats)")
_GAP = Phrase("計算上の最少との差（最大）", "Above the fewest possible, at most")
_UNDER = Phrase("不足する時間帯の数", "Intervals with too few")
_NEXT_DAY = Phrase("翌{time}", "{time} next day")
_CHARTS = Phrase("曜日ごとの必要人数と配置", "Needed and at work, day by day")
_CHART = (480, 260)
_AT_WORK_COLOUR = "#B9C7D8"


@dataclass(frozen=True, slots=True)
class ShiftCells:
    """Cells for the summary."""

    headcount: Shown
    part_time: Shown
    seats: Shown


def write_shifts(sheet: StaffingSheet, plan: StaffingPlan, slots: Slots) -> ShiftCells | None:
    """Fill the sheet; gives back where the people are counted, if there are shifts."""
    sheet.widths(_WIDTHS)
    monday = show_date(plan.week.monday, sheet.book.lang)
    sheet.top(names.SHIFTS, _LINE.fill(monday=monday))
    if plan.shifts is None:
        _write_why_not(sheet, plan)
        return None
    row = _write_patterns(sheet, plan.shifts, _HEAD - 1)
    sheet.keep_each(_HEAD - 1, row)
    people = row + 1
    row, cells = _write_people(sheet, plan.shifts, people)
    sheet.keep(people, row)
    charts = row + 1
    row = charts + 1 + 3 * rows_of(_CHART[1], sheet)
    sheet.keep(charts, row - 1)
    first, last = _write_cover(sheet, plan.shifts, slots, row)
    sheet.keep(row, last)
    sheet.repeated = (first - 1, first - 1)
    _write_charts(sheet, slots, charts, first, last)
    return cells


def _write_why_not(sheet: StaffingSheet, plan: StaffingPlan) -> None:
    row = sheet.section(5, _NONE)
    refusal = plan.no_shifts
    if refusal is None:
        return
    for text in (refusal.what, refusal.why, refusal.remedy):
        row = sheet.note(row, text, _RIGHT)


def _write_patterns(sheet: StaffingSheet, shifts: ShiftPlan, row: int) -> int:
    """A line for each shift that somebody works: contract, times, breaks, Mon … Sun, the week, hours."""
    row = sheet.section(row, _PATTERNS)
    heads = ((2, 3, _START), (4, 5, _END), (6, 8, _BREAKS))
    sheet.put(row, 1, sheet.say(_CONTRACT), Look.HEAD)
    for left, right, heading in heads:
        sheet.merge(row, left, row, right, sheet.say(heading), Look.HEAD)
    sheet.put(row, 9, None, Look.HEAD)
    for day, weekday in enumerate(names.WEEKDAYS):
        sheet.put(row, 10 + day, sheet.say(weekday), Look.HEAD_NUMBER, indent=0)
    sheet.put(row, 17, None, Look.HEAD)
    for left, right, heading in ((18, 19, _SHIFTS_A_WEEK), (20, 22, _PAID)):
        sheet.merge(row, left, row, right, sheet.say(heading), Look.HEAD_NUMBER)
    sheet.high(row, 2 * sheet.line)
    first = row + 1
    for row, one in enumerate(shifts.filled, start=first):
        name, breaks = sheet.say(one.contract.name), _breaks(one.shift)
        sheet.put(row, 1, name, Look.TEXT)
        times = (show_time(one.shift.start_min), sheet.say(_end(one.shift)), breaks)
        for (left, right, _), said in zip(heads, times, strict=True):
            sheet.merge(row, left, row, right, said, Look.TEXT)
        sheet.put(row, 9, None, Look.TEXT)
        for day, people in enumerate(one.people):
            sheet.put(row, 10 + day, people or None, Look.NUMBER, indent=0)
        sheet.put(row, 17, None, Look.TEXT)
        total = sum(one.people)
        sheet.merge(row, 18, row, 19, "", Look.NUMBER)
        sheet.put(row, 18, Formula(f"SUM({area(row, 10, row, 16)})", total), Look.NUMBER)
        sheet.merge(row, 20, row, 22, "", Look.NUMBER, num_format=ONE_DIGIT)
        minutes = one.shift.paid_min
        hours = Formula(f"{ref(row, 18)}*{minutes}/60", number(total * minutes / 60))
        sheet.put(row, 20, hours, Look.NUMBER, num_format=ONE_DIGIT)
        sheet.fit_wide(row, [(name, _WIDTHS[0]), (breaks, 21)])
    last = first + len(shifts.filled) - 1
    row = last + 1
    for column in range(1, 23):
        sheet.put(row, column, sheet.say(names.TOTAL) if column == 1 else None, Look.TOTAL)
    for day in range(_DAYS):
        people = sum(one.people[day] for one in shifts.filled)
        cells = area(first, 10 + day, last, 10 + day)
        sheet.put(row, 10 + day, Formula(f"SUM({cells})", people), Look.TOTAL_NUMBER, indent=0)
    counted = sum(sum(one.people) for one in shifts.filled)
    sheet.merge(row, 18, row, 19, "", Look.TOTAL_NUMBER)
    sheet.put(row, 18, Formula(f"SUM({area(first, 18, last, 18)})", counted), Look.TOTAL_NUMBER)
    sheet.merge(row, 20, row, 22, "", Look.TOTAL_NUMBER, num_format=ONE_DIGIT)
    paid = Formula(f"SUM({area(first, 20, last, 20)})", number(shifts.paid_hours))
    sheet.put(row, 20, paid, Look.TOTAL_NUMBER, num_format=ONE_DIGIT)
    return row + 1


def _write_people(sheet: StaffingSheet, shifts: ShiftPlan, row: int) -> tuple[int, ShiftCells]:
    """Who works on which days, and the sums."""
    row = sheet.section(row, _DAYS_OFF)
    sheet.put(row, 1, sheet.say(_CONTRACT), Look.HEAD)
    for day, name in enumerate(names.WEEKDAYS):
        sheet.put(row, 2 + day, sheet.say(name), Look.HEAD_NUMBER, indent=0, align="center")
    sheet.put(row, 9, None, Look.HEAD)
    sheet.merge(row, 10, row, 11, sheet.say(_PEOPLE), Look.HEAD_NUMBER)
    first = row + 1
    for row, one in enumerate(shifts.patterns, start=first):
        sheet.put(row, 1, sheet.say(one.contract.name), Look.TEXT)
        for day, works in enumerate(one.works):
            sheet.put(row, 2 + day, "○" if works else None, Look.CENTRED)
        sheet.put(row, 9, None, Look.TEXT)
        sheet.merge(row, 10, row, 11, "", Look.NUMBER)
        sheet.put(row, 10, one.people, Look.NUMBER)
        sheet.fit_wide(row, [(sheet.say(one.contract.name), _WIDTHS[0])])
    last = first + len(shifts.patterns) - 1
    part = "+".join(
        ref(row, 10) for row, one in enumerate(shifts.patterns, start=first) if one.contract.is_part_time
    )
    figures: tuple[tuple[Phrase, CellValue, str], ...] = (
        (_HEADCOUNT, Formula(f"SUM({area(first, 10, last, 10)})", shifts.headcount), "#,##0"),
        (_PART_TIME, Formula(part or "0", shifts.part_timers), "#,##0"),
        (_HOURS, number(shifts.paid_hours), ONE_DIGIT),
        (_SEATS, int(shifts.present.max(initial=0)), "#,##0"),
        (_GAP, number(shifts.gap), "0.0%"),
    )
    row = last + 1
    shown = []
    for place, (text, value, digits) in enumerate(figures):
        look = Look.TOTAL if place == 0 else Look.TEXT
        sheet.merge(row, 1, row, 9, sheet.say(text), look)
        number_look = Look.TOTAL_NUMBER if place == 0 else Look.NUMBER
        sheet.merge(row, 10, row, 11, "", number_look, num_format=digits)
        shown.append(sheet.show(row, 10, value, number_look, num_format=digits))
        sheet.high(row, sheet.line)
        row += 1
    return row, ShiftCells(shown[0], shown[1], shown[3])


def _write_cover(sheet: StaffingSheet, shifts: ShiftPlan, slots: Slots, row: int) -> tuple[int, int]:
    """Needed, at work, and the difference by formula; gives back the first and last row."""
    row = sheet.section(row, _COVER)
    lacking = row
    row += 1
    for left, title in zip(_GROUPS, (_NEEDED, _WORKING, _BALANCE), strict=True):
        sheet.merge(row, left, row, left + 6, sheet.say(title), Look.PARAGRAPH, bold=True)
    sheet.high(row, sheet.line * 2)
    row += 1
    sheet.put(row, 1, sheet.say(names.TIME), Look.HEAD)
    for left in _GROUPS:
        for day, name in enumerate(names.WEEKDAYS):
            sheet.put(row, left + day, sheet.say(name), Look.HEAD_NUMBER, indent=0, align="center")
    first = row + 1
    last = first + len(slots.shown) - 1
    for line, slot in enumerate(slots.shown, start=first):
        sheet.put(line, 1, slots.label(slot), Look.TEXT)
        for day in range(_DAYS):
            needed, working = (int(one[day, slot]) for one in (shifts.needed, shifts.working))
            sheet.put(line, _GROUPS[0] + day, needed, Look.NUMBER, indent=0)
            sheet.put(line, _GROUPS[1] + day, working, Look.NUMBER, indent=0)
            balance = f"{ref(line, _GROUPS[1] + day)}-{ref(line, _GROUPS[0] + day)}"
            shown = Formula(balance, working - needed)
            sheet.put(line, _GROUPS[2] + day, shown, Look.NUMBER, indent=0, num_format="+0;-0;0")
    for left in _GROUPS[:2]:
        sheet.shade(area(first, left, last, left + 6))
    balance = area(first, _GROUPS[2], last, _RIGHT)
    sheet.shade_difference(balance)
    few = _too_few(shifts.under, slots)
    sheet.merge(lacking, 1, lacking, 9, sheet.say(_UNDER), Look.TEXT)
    sheet.merge(lacking, 10, lacking, 11, "", Look.NUMBER)
    sheet.high(lacking, sheet.line)
    warm = {"font_color": WARM, "bold": True} if few else {}
    sheet.put(lacking, 10, Formula(f'COUNTIF({balance},"<0")', few), Look.NUMBER, **warm)
    return first, last


def _too_few(under: Integers, slots: Slots) -> int:
    return sum(int(under[day, slot] > 0) for day in range(_DAYS) for slot in slots.shown)


def _write_charts(sheet: StaffingSheet, slots: Slots, row: int, first: int, last: int) -> None:
    """A chart for each day, three beside each other, of the table in rows `first` to `last`."""
    row = sheet.section(row, _CHARTS)
    wide, high = _CHART
    step = max(1, len(slots.shown) // 6)
    for day, name in enumerate(names.WEEKDAYS):
        times = span(sheet, first, 1, last, 1)
        groups = [
            Series(
                at(sheet, first - 2, left),
                times,
                span(sheet, first, left + day, last, left + day),
                colour,
            )
            for left, colour in ((_GROUPS[1], _AT_WORK_COLOUR), (_GROUPS[0], WARM))
        ]
        chart = cover(sheet, name, groups[0], groups[1], _CHART, Axes(names.TIME, _PEOPLE), step)
        place = f"A{row + (day // 3) * rows_of(high, sheet)}"
        sheet.put_chart(place, chart, x_offset=(day % 3) * wide)


def _breaks(shift: Shift) -> str:
    times = [
        (shift.start_min + one.after_min, shift.start_min + one.after_min + one.length_min)
        for one in sorted(shift.breaks, key=lambda one: one.after_min)
    ]
    return (
        ", ".join(f"{show_time(start % _DAY_MIN)}–{show_time(end % _DAY_MIN)}" for start, end in times)
        or "－"
    )


def _end(shift: Shift) -> Phrase:
    time = show_time(shift.end_min % _DAY_MIN or (_DAY_MIN if shift.end_min else 0))
    if shift.end_min > _DAY_MIN:
        return _NEXT_DAY.fill(time=time)
    return Phrase(time, time)
