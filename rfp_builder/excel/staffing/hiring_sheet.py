"""採用計画: people needed by month, classes with their dates, and where they leave each month."""

from __future__ import annotations

from dataclasses import dataclass

from rfp_builder.excel.evaluation.places import at, span
from rfp_builder.excel.reading.values import ref
from rfp_builder.excel.staffing import names
from rfp_builder.excel.staffing.charts import COLOURS, Axes, Series, lines, rows_of
from rfp_builder.excel.staffing.numerals import number
from rfp_builder.excel.staffing.paper import ONE_DIGIT, Shown, StaffingSheet
from rfp_builder.excel.writing.look import ACCENT, WARM, Look
from rfp_builder.excel.writing.sheet import CellValue, Formula, area
from rfp_builder.i18n import Phrase
from rfp_builder.text.show import show_date, show_month
from rfp_builder.workload.hiring import HiringPlan
from rfp_builder.workload.plan.values import StaffingPlan

_WIDTHS = (26, 16, 16, 16, 16, 14, 14, 14, 16)
_RIGHT = len(_WIDTHS)
_LINE = Phrase(
    "サービス開始日から逆算した採用と研修の計画です。",
    "Hiring and training, planned backwards from the start of service.",
)
_NONE = Phrase(
    "採用計画は作られていません（シフトまたは開始日がないため）。",
    "Hiring was not planned: there are no shifts, or no start of service.",
)
_START = Phrase("サービス開始日", "Start of service")
_CAN = Phrase("開始日に間に合うか", "Can the start be met?")
_MET = Phrase("間に合います。", "Yes.")
_FIRST_START = Phrase("最短の開始日", "First start that can be met")
_NEVER = Phrase("なし", "none")
_NEEDS = Phrase("月別の件数と必要工数（すべての業務・チャネル）", "What each month needs, all queues")
_HOURS = Phrase("応対に要する時間", "Hours of taking contacts")
_FULL_TIME = Phrase("フルタイム換算\n（人）", "Full-time people")
_CLASSES = Phrase("採用と研修の回", "Classes")
_NUMBER = Phrase("回", "Class")
_RECRUITING = Phrase("募集開始", "Recruiting from")
_CLASS_FROM = Phrase("研修開始", "Class from")
_ON_FLOOR = Phrase("応対開始", "On the floor")
_HIRED = Phrase("採用（人）", "Hired")
_SIDE_BY_SIDE = Phrase("並行する研修", "Groups")
_FINISHING = Phrase("修了見込み（人）", "Expected to finish")
_BY_MONTH = Phrase("月ごとの人数", "Month by month")
_NEEDED = Phrase("必要（習熟者換算）", "Needed (fully productive)")
_PRODUCTIVE = Phrase("実働（習熟者換算）", "There (fully productive)")
_HEADCOUNT = Phrase("在籍（人）", "Headcount")
_LEFT = Phrase("離職（人）", "Left")
_MISSING = Phrase("不足", "Missing")
_SPARE = Phrase("余裕", "Spare")
_CUMULATIVE = Phrase("累計採用（人）", "Hired so far")
_MEANING = Phrase(
    "人数は月末の見込みです。必要は、月別のフルタイム換算を、シフトの人数の割合（パートタイムを含む）で人数に"
    "直したものです。習熟者換算は、研修後の習熟度を掛けた人数です。「不足」「余裕」「累計採用」は数式です。",
    "People are expected numbers at the end of the month. Needed turns full-time people into as many as the "
    "shifts have for them, part-time included; “fully productive” weighs people by how far they have grown "
    "into the work. Missing, spare and hired so far are formulas.",
)
_NOBODY = Phrase("採用は必要ありません。", "Nobody needs to be hired.")
_CHART = Phrase("必要人数と在籍人数", "People needed and people there")
_PEOPLE = Phrase("人数（人）", "People")
_SIZE = (980, 340)


@dataclass(frozen=True, slots=True)
class HiringCells:
    """Cells for the summary. None where hiring was not planned."""

    year: Shown | None
    """Contacts in the first twelve months of service, or in as many as there are."""
    full_time: Shown | None
    """In the month that needs the most."""
    hired: Shown | None
    recruiting: Shown | None
    first_start: Shown | None


def write_hiring(sheet: StaffingSheet, plan: StaffingPlan) -> HiringCells:
    """Fill the sheet."""
    sheet.widths(_WIDTHS)
    sheet.top(names.HIRING, _LINE)
    hiring, need = plan.hiring, plan.need
    if hiring is None or need is None:
        sheet.put(5, 1, sheet.say(_NONE), Look.GUIDE)
        _, year, full_time = _write_needs(sheet, plan, 7)
        return HiringCells(year, full_time, None, None, None)
    row, first_start = _write_verdict(sheet, plan, hiring, 5)
    classes = row + 1
    row, recruiting, hired = _write_classes(sheet, hiring, classes)
    sheet.keep(1, row - 1)
    row = _write_months(sheet, hiring, row + 1)
    needs = row + 1
    row, year, full_time = _write_needs(sheet, plan, needs)
    sheet.keep(needs, row)
    return HiringCells(year, full_time, hired, recruiting, first_start)


def _write_verdict(
    sheet: StaffingSheet, plan: StaffingPlan, hiring: HiringPlan, row: int
) -> tuple[int, Shown]:
    need = plan.need
    if need is None:
        raise ValueError("hiring was planned for a need")
    sheet.put(row, 1, sheet.say(_START), Look.TEXT)
    sheet.put(row, 2, need.start, Look.DATE)
    row += 1
    sheet.put(row, 1, sheet.say(_CAN), Look.TEXT)
    why = hiring.why_not()
    said = sheet.say(_MET if why is None else why)
    warm = {} if why is None else {"font_color": WARM, "bold": True}
    sheet.merge(row, 2, row, _RIGHT, said, Look.TEXT, indent=0, **warm)
    sheet.fit_wide(row, [(said, sum(_WIDTHS[1:]))])
    row += 1
    sheet.put(row, 1, sheet.say(_FIRST_START), Look.TEXT)
    found = hiring.first_start
    text = sheet.say(_NEVER) if found is None else show_date(found, sheet.book.lang)
    shown = sheet.show(row, 2, text, Look.GUIDE)
    return row + 1, shown


def _write_classes(sheet: StaffingSheet, hiring: HiringPlan, row: int) -> tuple[int, Shown | None, Shown]:
    row = sheet.section(row, _CLASSES)
    heads = (_RECRUITING, _CLASS_FROM, _ON_FLOOR)
    figures = (_HIRED, _SIDE_BY_SIDE, _FINISHING)
    sheet.head(
        row,
        [
            (_NUMBER, Look.HEAD),
            *((one, Look.HEAD) for one in heads),
            *((one, Look.HEAD_NUMBER) for one in figures),
        ],
    )
    first = row + 1
    for row, one in enumerate(hiring.classes, start=first):
        sheet.put(row, 1, row - first + 1, Look.NUMBER, align="left")
        for column, day in enumerate((one.recruiting_from, one.class_from, one.on_floor), start=2):
            sheet.put(row, column, day, Look.DATE, align="left", indent=1)
        sheet.put(row, 5, one.hired, Look.NUMBER)
        sheet.put(row, 6, one.groups, Look.NUMBER)
        sheet.put(row, 7, number(one.finishing), Look.NUMBER, num_format=ONE_DIGIT)
    last = first + len(hiring.classes) - 1
    row = max(last, first - 1) + 1
    for column in range(1, 8):
        sheet.put(row, column, sheet.say(names.TOTAL) if column == 1 else None, Look.TOTAL)
    if not hiring.classes:
        sheet.put(row, 2, sheet.say(_NOBODY), Look.TOTAL, text_wrap=False)
        return row + 1, None, sheet.show(row, 5, 0, Look.TOTAL_NUMBER)
    total = Formula(f"SUM({area(first, 5, last, 5)})", hiring.hired)
    hired = sheet.show(row, 5, total, Look.TOTAL_NUMBER)
    finishing = sum(one.finishing for one in hiring.classes)
    summed = Formula(f"SUM({area(first, 7, last, 7)})", number(finishing))
    sheet.put(row, 7, summed, Look.TOTAL_NUMBER, num_format=ONE_DIGIT)
    begins = min(one.recruiting_from for one in hiring.classes)
    serial = begins.toordinal() - _EXCEL_EPOCH
    earliest = Formula(f"MIN({area(first, 2, last, 2)})", serial)
    date_format = "yyyy/m/d" if sheet.book.lang == "ja" else "yyyy-mm-dd"
    recruiting = sheet.show(
        row, 2, earliest, Look.TOTAL_NUMBER, num_format=date_format, align="left", indent=1
    )
    return row + 1, recruiting, hired


_EXCEL_EPOCH = 693594
"""The ordinal of 30 December 1899, from which a sheet counts its days."""


def _write_months(sheet: StaffingSheet, hiring: HiringPlan, row: int) -> int:
    top = row
    row = sheet.section(row, _BY_MONTH)
    row = sheet.note(row, _MEANING, _RIGHT)
    head = row
    figures = (_NEEDED, _PRODUCTIVE, _MISSING, _SPARE, _HEADCOUNT, _HIRED, _LEFT, _CUMULATIVE)
    sheet.head(head, [(names.MONTH, Look.HEAD), *((one, Look.HEAD_NUMBER) for one in figures)])
    first, so_far = head + 1, 0
    for row, one in enumerate(hiring.months, start=first):
        so_far += one.hired
        label = show_date(one.first_day, sheet.book.lang)
        if one.first_day.day == 1:
            label = show_month(f"{one.first_day:%Y-%m}", sheet.book.lang)
        sheet.put(row, 1, label, Look.TEXT, text_wrap=False)
        needed, there = ref(row, 2), ref(row, 3)
        values: tuple[tuple[CellValue, str], ...] = (
            (number(one.needed), ONE_DIGIT),
            (number(one.productive), ONE_DIGIT),
            (_floored(f"{needed}-{there}", one.missing), ONE_DIGIT),
            (_floored(f"{there}-{needed}", one.spare), ONE_DIGIT),
            (number(one.headcount), ONE_DIGIT),
            (one.hired, "#,##0"),
            (number(one.left), ONE_DIGIT),
            (Formula(f"SUM({ref(first, 7).replace('G', 'G$')}:{ref(row, 7)})", so_far), "#,##0"),
        )
        for column, (value, digits) in enumerate(values, start=2):
            sheet.put(row, column, value, Look.NUMBER, num_format=digits)
    last = first + len(hiring.months) - 1
    sheet.when(area(first, 4, last, 4), f"D{first}>0.05", font_color=WARM, bold=True)
    series = [
        Series(
            at(sheet, head, column),
            span(sheet, first, 1, last, 1),
            span(sheet, first, column, last, column),
            colour,
            dashed=column == 6,
        )
        for column, colour in ((2, WARM), (3, ACCENT), (6, COLOURS[2]))
    ]
    sheet.put_chart(
        f"A{last + 2}", lines(sheet, _CHART, series, _SIZE, Axes(names.MONTH, _PEOPLE), slanted=True)
    )
    after = last + 2 + rows_of(_SIZE[1], sheet)
    sheet.keep(top, last)
    sheet.keep(last + 1, after - 1)
    return after


def _floored(difference: str, result: float) -> Formula:
    """A difference that is not below nothing, less what binary arithmetic leaves over."""
    return Formula(f"MAX(0,ROUND({difference},6))", number(round(result, 6)))


def _write_needs(
    sheet: StaffingSheet, plan: StaffingPlan, row: int
) -> tuple[int, Shown | None, Shown | None]:
    row = sheet.section(row, _NEEDS)
    figures = (names.CONTACTS, _HOURS, _FULL_TIME)
    sheet.head(row, [(names.MONTH, Look.HEAD), *((one, Look.HEAD_NUMBER) for one in figures)])
    first = row + 1
    for row, one in enumerate(plan.months, start=first):
        sheet.put(row, 1, show_month(f"{one.first_day:%Y-%m}", sheet.book.lang), Look.TEXT)
        sheet.put(row, 2, one.contacts, Look.NUMBER)
        sheet.put(row, 3, number(one.hours), Look.NUMBER)
        sheet.put(row, 4, number(one.full_time), Look.NUMBER, num_format=ONE_DIGIT)
    if not plan.months:
        return row + 1, None, None
    last = row
    row += 1
    months = plan.months[:MONTHS_A_YEAR]
    total = Formula(f"SUM({area(first, 2, first + len(months) - 1, 2)})", sum(one.contacts for one in months))
    sheet.put(row, 1, sheet.say(_FIRST_MONTHS.fill(n=len(months))), Look.TOTAL)
    year = sheet.show(row, 2, total, Look.TOTAL_NUMBER)
    for column in (3, 4):
        sheet.put(row, column, None, Look.TOTAL)
    row += 1
    sheet.put(row, 1, sheet.say(_MOST), Look.TOTAL)
    found = []
    for column, digits in ((2, "#,##0"), (3, "#,##0"), (4, ONE_DIGIT)):
        values = [number(_figure(plan, place, column)) for place in range(len(plan.months))]
        formula = Formula(f"MAX({area(first, column, last, column)})", max(values))
        found.append(sheet.show(row, column, formula, Look.TOTAL_NUMBER, num_format=digits))
    return row, year, found[-1]


def _figure(plan: StaffingPlan, place: int, column: int) -> float:
    month = plan.months[place]
    return (float(month.contacts), month.hours, month.full_time)[column - 2]


MONTHS_A_YEAR = 12
_FIRST_MONTHS = Phrase("初めの{n}か月の合計", "First {n} months")
_MOST = Phrase("最大", "Most")
