"""想定費用: what a month should cost, by formulas over the assumptions, for five cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from rfp_builder.excel.evaluation.places import at, here, span
from rfp_builder.excel.reading.values import ref
from rfp_builder.excel.staffing import names
from rfp_builder.excel.staffing.assumptions import AssumptionCells
from rfp_builder.excel.staffing.charts import COLOURS, Axes, Series, stacked
from rfp_builder.excel.staffing.cost_formulas import Assumed, Case, exact_lines, weighted_hours, whole_yen
from rfp_builder.excel.staffing.numerals import number
from rfp_builder.excel.staffing.paper import ONE_DIGIT, TWO_DIGITS, Shown, StaffingSheet, quoted
from rfp_builder.excel.writing.look import GREY, WARM, Look
from rfp_builder.excel.writing.sheet import Formula, area
from rfp_builder.i18n import Phrase
from rfp_builder.workload.plan.values import StaffingPlan
from rfp_builder.workload.should_cost import Estimate, HourClass, Item, Line, ShouldCost
from rfp_builder.workload.should_cost.cost import Work, lines_of
from rfp_builder.workload.should_cost.risk import DRAWS

_WIDTHS = (40, 18, 18, 18, 18, 18, 13)
_RIGHT = len(_WIDTHS)
_LINE = Phrase(
    "1か月の想定費用（円、税抜）です。提案価格と比べるための発注者の見積もりで、「前提」の値に連動します。",
    "What a month should cost (yen, tax excluded): the client's own estimate to hold prices against. "
    "It follows “Assumptions”.",
)
_NONE = Phrase(
    "想定費用は計算されていません（シフトがないため）。",
    "The should-cost was not worked out: there are no shifts.",
)
_CASES = {
    Case.LOW: Phrase("業務量 低め", "Low volume"),
    Case.BASE: Phrase("標準", "Base"),
    Case.HIGH: Phrase("業務量 高め", "High volume"),
    Case.CHEAPEST: Phrase("前提 最も安い", "Cheapest assumptions"),
    Case.DEAREST: Phrase("前提 最も高い", "Dearest assumptions"),
}
_SHARE = Phrase("構成比（標準）", "Share (base)")
_VOLUME = Phrase("1か月の業務量", "A month of work")
_MINUTES = Phrase("応対時間（分）", "Minutes of contact")
_ON_PHONE = Phrase("うち電話（分）", "Of these on the phone")
_SEATS = Phrase("席数", "Seats")
_HOURS = Phrase("有給時間・{kind}", "Paid hours, {kind}")
_WEIGHTED = Phrase("割増を掛けた有給時間", "Paid hours with premiums")
_COSTS = Phrase("1か月の費用（円）", "Cost of a month (yen)")
_PER_SEAT = Phrase("1席あたり", "For each seat")
_PER_CONTACT = Phrase("1件あたり", "For each contact")
_PER_MINUTE = Phrase("1分あたり", "For each minute")
_RISK = Phrase("不確かさを含めた費用（円）", "Cost with its uncertainty (yen)")
_P50 = Phrase("P50（2回に1回はこれ以下）", "P50 (no more in one case of two)")
_P80 = Phrase("P80（5回に4回はこれ以下）", "P80 (no more in four cases of five)")
_DRAWN = Phrase(
    "P50とP80は、前提と業務量を幅の中で変動させて{draws}回計算した値です（数式ではありません）。"
    "±は計算回数による誤差です。",
    "P50 and P80 come from {draws} draws of assumptions and volume within their ranges; they are values, not "
    "formulas. ± is the error left by the number of draws.",
)
_CHANGED = Phrase(
    "前提が変更されています。P50とP80は、このファイルを取り込むと計算し直します。",
    "Assumptions were changed: P50 and P80 are worked out anew when this file is taken in.",
)
_EXACT = Phrase("途中の計算（円未満を含む）", "On the way (with fractions of a yen)")
_CHART = Phrase("費用の内訳（円／月）", "What the cost is made of (yen a month)")
_CASE = Phrase("業務量と前提", "Volume and assumptions")
_YEN = Phrase("費用（円／月）", "Cost (yen a month)")
_SIZE = (1060, 420)
_CHART_ROWS = 24


@dataclass(frozen=True, slots=True)
class CostCells:
    """Cells for the summary."""

    base: Shown
    low: Shown
    high: Shown
    p50: Shown
    p80: Shown


def write_cost(sheet: StaffingSheet, plan: StaffingPlan, cells: AssumptionCells) -> CostCells | None:
    """Fill the sheet."""
    sheet.widths(_WIDTHS)
    sheet.top(names.COST, _LINE)
    if plan.cost is None:
        sheet.put(5, 1, sheet.say(_NONE), Look.GUIDE)
        return None
    return _Cost(sheet, plan.cost, cells).write()


class _Cost:
    def __init__(self, sheet: StaffingSheet, cost: ShouldCost, cells: AssumptionCells) -> None:
        self._sheet = sheet
        self._cost = cost
        self._cells = cells
        self._columns = {case: column for column, case in enumerate(Case, start=2)}
        used = {kind for one in (cost.low, cost.base, cost.high) for kind in one.volume.hours}
        self._kinds = [kind for kind in HourClass if kind in used]
        self._lines_head = 6
        self._total = self._lines_head + len(Line) + 1
        self._risk = self._total + 5
        self._chart = self._risk + 6
        self._volume = self._chart + _CHART_ROWS
        self._exact = self._volume + 1 + 4 + len(self._kinds) + 3

    def write(self) -> CostCells:
        """Fill the sheet from top to bottom."""
        totals = self._write_lines()
        p50, p80 = self._write_risk()
        self._write_chart()
        self._write_volume()
        self._write_exact()
        sheet, after = self._sheet, self._exact + 1 + len(Line)
        ends = (self._chart, self._volume, self._exact, after)
        for first, end in zip((1, *ends[:-1]), ends, strict=True):
            sheet.keep(first, end - 1)
        self._sheet.freeze(self._lines_head + 1, 2)
        return CostCells(totals[Case.BASE], totals[Case.LOW], totals[Case.HIGH], p50, p80)

    def _head(self, row: int, title: Phrase) -> None:
        heads = [(text, Look.HEAD_NUMBER) for text in _CASES.values()]
        self._sheet.head(row, [(title, Look.HEAD), *heads])

    def _write_lines(self) -> Mapping[Case, Shown]:
        sheet, head = self._sheet, self._lines_head
        self._head(head, _COSTS)
        sheet.put(head, _RIGHT, sheet.say(_SHARE), Look.HEAD_NUMBER)
        base = self._columns[Case.BASE]
        for row, line in enumerate(Line, start=head + 1):
            sheet.put(row, 1, line.to(sheet.book.lang), Look.TEXT)
            for case, column in self._columns.items():
                exact = ref(self._exact_row(line), column)
                shown = Formula(whole_yen(exact), self._estimate(case).lines[line])
                sheet.put(row, column, shown, Look.NUMBER)
            share = Fraction(self._cost.base.lines[line], self._cost.base.total or 1)
            formula = f"IF({here(self._total, base)}=0,0,{ref(row, base)}/{here(self._total, base)})"
            sheet.put(row, _RIGHT, Formula(formula, number(share)), Look.PERCENT)
        row = self._total
        sheet.put(row, 1, sheet.say(names.TOTAL), Look.TOTAL)
        totals = {}
        for case, column in self._columns.items():
            summed = Formula(f"SUM({area(head + 1, column, row - 1, column)})", self._estimate(case).total)
            totals[case] = sheet.show(row, column, summed, Look.TOTAL_NUMBER)
        sheet.put(row, _RIGHT, None, Look.TOTAL)
        per = (
            (_PER_SEAT, self._volume + 4, "per_seat", "#,##0"),
            (_PER_CONTACT, self._volume + 1, "per_call", ONE_DIGIT),
            (_PER_MINUTE, self._volume + 2, "per_minute", ONE_DIGIT),
        )
        for row, (text, over, name, digits) in enumerate(per, start=self._total + 1):
            sheet.put(row, 1, sheet.say(text), Look.TEXT)
            for case, column in self._columns.items():
                formula = f"{ref(self._total, column)}/{ref(over, column)}"
                result = number(getattr(self._estimate(case), name))
                sheet.put(row, column, Formula(formula, result), Look.NUMBER, num_format=digits)
        return totals

    def _write_risk(self) -> tuple[Shown, Shown]:
        sheet, spread = self._sheet, self._cost.spread
        sheet.put(self._risk, 1, sheet.say(_RISK), Look.HEAD)
        sheet.put(self._risk, 2, None, Look.HEAD)
        sheet.put(self._risk, 3, None, Look.HEAD)
        shown = []
        for row, (text, value, error) in enumerate(
            ((_P50, spread.p50, spread.p50_error), (_P80, spread.p80, spread.p80_error)), start=self._risk + 1
        ):
            sheet.put(row, 1, sheet.say(text), Look.TEXT)
            shown.append(sheet.show(row, 2, value, Look.NUMBER, bold=True))
            sheet.put(row, 3, error, Look.NUMBER, num_format='"±"#,##0', font_color=GREY)
        sheet.note(self._risk + 3, _DRAWN.fill(draws=f"{DRAWS:,}"), _RIGHT)
        total = here(self._total, self._columns[Case.BASE])
        changed = f'IF({total}={self._cost.base.total},"",{quoted(sheet.say(_CHANGED))})'
        sheet.put(self._risk + 4, 1, Formula(changed, ""), Look.WARNING, font_color=WARM)
        return shown[0], shown[1]

    def _write_chart(self) -> None:
        sheet, head = self._sheet, self._lines_head
        columns = list(self._columns.values())
        series = [
            Series(
                at(sheet, row, 1),
                span(sheet, head, columns[0], head, columns[-1]),
                span(sheet, row, columns[0], row, columns[-1]),
                COLOURS[place],
            )
            for place, row in enumerate(range(head + 1, head + 1 + len(Line)))
        ]
        sheet.put_chart(f"A{self._chart}", stacked(sheet, _CHART, series, _SIZE, Axes(_CASE, _YEN)))

    def _write_volume(self) -> None:
        """Contacts, minutes, seats and paid hours; the ends of the assumptions share the base volume."""
        sheet, row = self._sheet, self._volume
        self._head(row, _VOLUME)
        texts = (
            names.CONTACTS,
            _MINUTES,
            _ON_PHONE,
            _SEATS,
            *(_HOURS.fill(kind=kind) for kind in self._kinds),
        )
        for line, text in enumerate(texts, start=row + 1):
            sheet.put(line, 1, sheet.say(text), Look.TEXT)
        base = self._columns[Case.BASE]
        for case, column in self._columns.items():
            volume = self._estimate(case).volume
            hours = (volume.hours.get(kind, Fraction(0)) for kind in self._kinds)
            amounts = (volume.calls, volume.minutes, volume.phone_minutes, volume.seats, *hours)
            for line, value in enumerate(amounts, start=row + 1):
                own = case in (Case.LOW, Case.BASE, Case.HIGH)
                shown = number(value) if own else Formula(here(line, base), number(value))
                sheet.put(line, column, shown, Look.NUMBER, num_format=ONE_DIGIT)
        line = row + 1 + len(texts)
        sheet.put(line, 1, sheet.say(_WEIGHTED), Look.TEXT)
        for case, column in self._columns.items():
            cells = {kind: ref(row + 5 + place, column) for place, kind in enumerate(self._kinds)}
            formula = weighted_hours(cells, self._assumed(case))
            shown = Formula(formula, number(self._weighted(case)))
            sheet.put(line, column, shown, Look.NUMBER, num_format=ONE_DIGIT)

    def _write_exact(self) -> None:
        sheet = self._sheet
        self._head(self._exact, _EXACT)
        for line in Line:
            sheet.put(self._exact_row(line), 1, line.to(sheet.book.lang), Look.TEXT, font_color=GREY)
        weighted_row = self._volume + 5 + len(self._kinds)
        for case, column in self._columns.items():
            places = {line: ref(self._exact_row(line), column) for line in Line}
            formulas = exact_lines(
                ref(weighted_row, column),
                ref(self._volume + 3, column),
                ref(self._volume + 4, column),
                places,
                self._assumed(case),
            )
            exact = self._exact_lines(case)
            for line, formula in formulas.items():
                shown = Formula(formula, number(exact[line]))
                row = self._exact_row(line)
                sheet.put(row, column, shown, Look.NUMBER, num_format=TWO_DIGITS, font_color=GREY)

    def _exact_row(self, line: Line) -> int:
        return self._exact + 1 + list(Line).index(line)

    def _weighted(self, case: Case) -> Fraction:
        values, hours = self._values(case), self._estimate(case).volume.hours
        return sum(
            (spent * (1 + sum(values[item] for item in kind.premiums)) for kind, spent in hours.items()),
            Fraction(0),
        )

    def _exact_lines(self, case: Case) -> Mapping[Line, Fraction]:
        volume = self._estimate(case).volume
        return lines_of(
            self._values(case),
            Work(phone_minutes=volume.phone_minutes, seats=volume.seats, hours=volume.hours),
        )

    def _assumed(self, case: Case) -> Assumed:
        """Where the items of a case stand."""
        return lambda item: self._cells.costs[item, case.end(item)]

    def _values(self, case: Case) -> Mapping[Item, Fraction]:
        return {item: getattr(self._cost.assumptions.of(item).value, case.end(item)) for item in Item}

    def _estimate(self, case: Case) -> Estimate:
        found: Estimate = getattr(self._cost, case.value)
        return found
