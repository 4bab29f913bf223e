"""予測: contacts to come by month and week with the range they may lie in, and how a day runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rfp_builder.excel.evaluation.places import at, span
from rfp_builder.excel.staffing import names
from rfp_builder.excel.staffing.charts import COLOURS, Axes, Series, lines, rows_of
from rfp_builder.excel.staffing.numerals import number
from rfp_builder.excel.staffing.paper import ONE_DIGIT, Shown, StaffingSheet
from rfp_builder.excel.staffing.spans import Slots
from rfp_builder.excel.writing.look import ACCENT, Look
from rfp_builder.excel.writing.sheet import Formula, area
from rfp_builder.i18n import Phrase
from rfp_builder.text.show import show_date, show_month
from rfp_builder.workload.forecast.periods import periods
from rfp_builder.workload.forecast.values import Level, Period
from rfp_builder.workload.plan.values import StaffingPlan

_WIDTHS = (26, *(13,) * 8)
_RIGHT = len(_WIDTHS)
_LINE = Phrase(
    "{first}から{last}までに予想される件数です（履歴をもとにした予測）。",
    "Contacts expected from {first} to {last}, from the history.",
)
_BY_MONTH = Phrase("月別の件数", "Contacts by month")
_BY_WEEK = Phrase("週別の件数（月曜日から日曜日）", "Contacts by week (Monday to Sunday)")
_BY_DAY = Phrase("1日の動き：時間帯ごとの平均件数（営業日）", "How a day runs: average contacts on open days")
_BY_QUEUE = Phrase(
    "業務・チャネル別の月の件数（受付時間内）", "Contacts of each queue by month (within opening hours)"
)
_FROM_ANSWERS = Phrase(
    "履歴のない業務・チャネルは、業務要件定義の件数によります。",
    "Queues that the history does not hold have the contacts of the definition.",
)
_CHART = Phrase("月別の件数と幅", "Contacts by month, with their range")
_DAY_CHART = Phrase("時間帯ごとの平均件数", "Average contacts by interval")
_BASE = Phrase("標準", "Base")
_FIGURES = (
    _BASE,
    Phrase("低め", "Low"),
    Phrase("高め", "High"),
    Phrase("P50", "P50"),
    Phrase("P80", "P80"),
)
_WEEK = Phrase("週の初日", "Week from")
_MOST = Phrase("最も多い月", "Busiest month")
_MEANING = Phrase(
    "「低め」を下回る、「高め」を上回る可能性は、それぞれ10回に1回です。"
    "P80は、5回に4回はそれ以下に収まる件数です。"
    "幅は月ごと・週ごとのもので、合計しても期間全体の幅にはなりません。",
    "One chance in ten that fewer come than “low”, and one in ten that more come than “high”. Four times in "
    "five no more come than P80. The ranges are those of single months and weeks: they do not add up.",
)
_PARTIAL = Phrase("＊は、予測期間に一部の日だけが入る月・週です。", "* only part of it is forecast.")
_MONTH_AXES = Axes(names.MONTH, names.CONTACTS)
_DAY_AXES = Axes(names.TIME, names.CONTACTS)
_SIZE = (960, 300)
_LEAST_SCALE = 60
"""Per cent: three years of months share a page then."""
_MANY = 12
"""Months whose names fit side by side."""


@dataclass(frozen=True, slots=True)
class ForecastCells:
    """Cells for the summary."""

    total: Shown
    busiest: Shown
    """Contacts of the busiest month."""


def write_forecast(sheet: StaffingSheet, plan: StaffingPlan, slots: Slots) -> ForecastCells:
    """Fill the sheet: months with a chart, queues, the day, and weeks last, since they are many."""
    sheet.widths(_WIDTHS)
    sheet.least_scale = _LEAST_SCALE
    lang, forecast = sheet.book.lang, plan.forecast
    first, last = (show_date(day, lang) for day in (forecast.first, forecast.last))
    sheet.top(names.FORECAST, _LINE.fill(first=first, last=last))
    row = sheet.note(4, _MEANING, _RIGHT) + 1
    row, cells = _months(sheet, plan, row)
    row = _day(sheet, plan, slots, row + 1)
    row = _queues(sheet, plan, row + 1)
    _weeks(sheet, plan, row + 1)
    return cells


def _months(sheet: StaffingSheet, plan: StaffingPlan, row: int) -> tuple[int, ForecastCells]:
    found = periods(plan.forecast, Level.MONTH)
    row = sheet.section(row, _BY_MONTH)
    head, first, last = row, row + 1, row + len(found)
    whole = [_is_whole_month(one) for one in found]
    labels = [
        show_month(f"{one.first:%Y-%m}", sheet.book.lang) + ("" if is_whole else " *")
        for one, is_whole in zip(found, whole, strict=True)
    ]
    _table(sheet, head, names.MONTH, labels, found)
    row = last + 1
    counts = area(first, 2, last, 2)
    sheet.put(row, 1, sheet.say(names.TOTAL), Look.TOTAL)
    total = sum(one.calls for one in found)
    sums = sheet.show(row, 2, Formula(f"SUM({counts})", total), Look.TOTAL_NUMBER)
    for column in range(3, 7):
        sheet.put(row, column, None, Look.TOTAL)
    row += 1
    most = max(range(len(found)), key=lambda place: (found[place].calls, -place))
    sheet.put(row, 1, sheet.say(_MOST), Look.TEXT)
    busiest = sheet.show(row, 2, Formula(f"MAX({counts})", found[most].calls), Look.NUMBER)
    named = Formula(f"INDEX({area(first, 1, last, 1)},MATCH(B{row},{counts},0))", labels[most])
    sheet.put(row, 3, named, Look.GUIDE)
    row = _partial_note(sheet, row + 1, all(whole))
    sheet.keep(1, row - 1)
    columns = ((2, ACCENT), (3, COLOURS[2]), (4, COLOURS[2]), (6, COLOURS[1]))
    series = [
        Series(
            at(sheet, head, column),
            span(sheet, first, 1, last, 1),
            span(sheet, first, column, last, column),
            colour,
            dashed=column != 2,
        )
        for column, colour in columns
    ]
    sheet.put_chart(
        f"A{row + 1}", lines(sheet, _CHART, series, _SIZE, _MONTH_AXES, slanted=len(found) > _MANY)
    )
    after = row + 1 + rows_of(_SIZE[1], sheet)
    sheet.keep(row, after - 1)
    return after, ForecastCells(sums, busiest)


def _weeks(sheet: StaffingSheet, plan: StaffingPlan, row: int) -> None:
    found = periods(plan.forecast, Level.WEEK)
    top, row = row, sheet.section(row, _BY_WEEK)
    whole = [(one.last - one.first).days == 6 for one in found]
    labels = [
        show_date(one.first, sheet.book.lang) + ("" if is_whole else " *")
        for one, is_whole in zip(found, whole, strict=True)
    ]
    _table(sheet, row, _WEEK, labels, found)
    sheet.repeated = (row, row)
    sheet.keep(top, row + 1)
    after = _partial_note(sheet, row + len(found) + 1, all(whole))
    sheet.keep_each(row + 2, after - 1)


def _partial_note(sheet: StaffingSheet, row: int, nothing_to_say: bool) -> int:
    if nothing_to_say:
        return row
    sheet.put(row, 1, sheet.say(_PARTIAL), Look.NOTE)
    return row + 1


def _table(
    sheet: StaffingSheet, head: int, period: Phrase, labels: Sequence[str], found: Sequence[Period]
) -> None:
    sheet.head(head, [(period, Look.HEAD), *((one, Look.HEAD_NUMBER) for one in _FIGURES)])
    for row, (label, one) in enumerate(zip(labels, found, strict=True), start=head + 1):
        sheet.put(row, 1, label, Look.TEXT, text_wrap=False)
        for column, value in enumerate((one.calls, one.low, one.high, one.p50, one.p80), start=2):
            sheet.put(row, column, value, Look.NUMBER)


def _queues(sheet: StaffingSheet, plan: StaffingPlan, row: int) -> int:
    """Mean contacts of each queue; those that are not forecast from the history have their own source."""
    if not plan.queues:
        return row
    top, row = row, sheet.section(row, _BY_QUEUE)
    row = sheet.note(row, _FROM_ANSWERS, _RIGHT)
    shown = plan.queues[: _RIGHT - 2]
    head = row
    heads = [(names.MONTH, Look.HEAD), *((queue.name, Look.HEAD_NUMBER) for queue in shown)]
    sheet.head(head, [*heads, (names.TOTAL, Look.HEAD_NUMBER)])
    starts = _month_starts(plan)
    for start, end in zip(starts, [*starts[1:], plan.forecast.day_count], strict=True):
        row += 1
        month = plan.forecast.first + timedelta(days=start)
        sheet.put(row, 1, show_month(f"{month:%Y-%m}", sheet.book.lang), Look.TEXT, text_wrap=False)
        sums = [float(queue.expected[start:end].sum()) for queue in shown]
        for column, value in enumerate(sums, start=2):
            sheet.put(row, column, number(value), Look.NUMBER)
        last = len(shown) + 1
        total = Formula(f"SUM({area(row, 2, row, last)})", number(sum(sums)))
        sheet.put(row, last + 1, total, Look.NUMBER, bold=True)
    sheet.keep(top, row)
    return row + 1


def _month_starts(plan: StaffingPlan) -> list[int]:
    """The places of the days on which a month begins, the first day of all included."""
    first = plan.forecast.first
    days = (first + timedelta(days=place) for place in range(plan.forecast.day_count))
    return [place for place, day in enumerate(days) if place == 0 or day.day == 1]


def _day(sheet: StaffingSheet, plan: StaffingPlan, slots: Slots, row: int) -> int:
    top, row = row, sheet.section(row, _BY_DAY)
    head, first, last = row, row + 1, row + len(slots.shown)
    sheet.head(head, [(names.TIME, Look.HEAD), *((day, Look.HEAD_NUMBER) for day in names.WEEKDAYS)])
    means = _means(plan)
    for row, slot in enumerate(slots.shown, start=first):
        sheet.put(row, 1, slots.label(slot), Look.TEXT)
        for day in range(7):
            sheet.put(row, 2 + day, number(means[day][slot]), Look.NUMBER, num_format=ONE_DIGIT)
    sheet.shade(area(first, 2, last, 8))
    sheet.keep(top, last)
    series = [
        Series(
            at(sheet, head, 2 + day),
            span(sheet, first, 1, last, 1),
            span(sheet, first, 2 + day, last, 2 + day),
            COLOURS[day],
        )
        for day in range(7)
    ]
    sheet.put_chart(f"A{last + 2}", lines(sheet, _DAY_CHART, series, _SIZE, _DAY_AXES, ONE_DIGIT))
    after = last + 2 + rows_of(_SIZE[1], sheet)
    sheet.keep(last + 1, after - 1)
    return after


def _means(plan: StaffingPlan) -> list[list[float]]:
    """Mean contacts of each day of the week and interval, over the days on which the centre opens."""
    expected = plan.forecast.expected.sum(axis=0)
    opened = [any(day) for day in plan.is_open.tolist()]
    found = []
    for day in range(7):
        first = (day - plan.forecast.first.weekday()) % 7
        chosen = [place for place in range(first, len(opened), 7) if opened[place]]
        if chosen:
            found.append([float(one) for one in expected[chosen].mean(axis=0)])
        else:
            found.append([0.0] * int(expected.shape[1]))
    return found


def _is_whole_month(one: Period) -> bool:
    return one.first.day == 1 and date.fromordinal(one.last.toordinal() + 1).day == 1
