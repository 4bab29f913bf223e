"""概要: the answer on one page, how sure it is, and what somebody should look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from rfp_builder.excel.staffing import names
from rfp_builder.excel.staffing.cost_sheet import CostCells
from rfp_builder.excel.staffing.forecast_sheet import ForecastCells
from rfp_builder.excel.staffing.hiring_sheet import MONTHS_A_YEAR, HiringCells
from rfp_builder.excel.staffing.numerals import number
from rfp_builder.excel.staffing.paper import LONG_DATES, ONE_DIGIT, Shown, StaffingSheet
from rfp_builder.excel.staffing.requirement import RequirementCells
from rfp_builder.excel.staffing.shifts_sheet import ShiftCells
from rfp_builder.excel.writing.look import ACCENT, GREY, Look
from rfp_builder.excel.writing.sheet import CellValue, Formula
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.show import show_date, show_time
from rfp_builder.workload.plan.values import StaffingPlan

_WIDTHS = (50, 27, 15, 15, 15, 15)
_RIGHT = len(_WIDTHS)
_LINE = Phrase(
    "件数の予測から、必要人数・シフト・採用・想定費用までの結論です。",
    "What it comes to: from the contacts expected to agents, shifts, hiring and cost.",
)
_MADE = Phrase("作成日：{day}", "Made on {day}")
_ANSWER = Phrase("結論", "The answer")
_YEAR = Phrase("件数（サービス開始からの1年間）", "Contacts in the first year of service")
_SO_MANY = Phrase("件数（サービス開始からの{n}か月間）", "Contacts in the first {n} months of service")
_FORECAST = Phrase("履歴から予測した件数（期間の合計）", "Contacts forecast from the history, whole period")
_BUSIEST = Phrase("履歴から予測した件数（最も多い月）", "Contacts forecast from the history, busiest month")
_PEAK = Phrase("必要人数：最も多い時間帯（予測期間全体）", "Agents in the busiest interval of the forecast")
_WEEK_PEAK = Phrase(
    "必要人数：最も多い時間帯（計画した週）", "Agents in the busiest interval of the planned week"
)
_HEADCOUNT = Phrase("総人数（シフト）", "Headcount (shifts)")
_PART = Phrase("うちパートタイム {n}人", "of which part-time: {n}")
_FULL_TIME = Phrase("フルタイム換算（最も多い月）", "Full-time people (busiest month)")
_HIRED = Phrase("採用人数", "People to hire")
_RECRUITING = Phrase("募集開始日", "Recruiting begins")
_FIRST_START = Phrase("最短のサービス開始日", "First start that can be met")
_COST = Phrase("想定費用（月額・標準、円、税抜）", "Should-cost a month, base (yen, tax excluded)")
_COST_RANGE = Phrase("業務量が低め〜高めのとき", "With low to high volume")
_P50 = Phrase("想定費用 P50（円）", "Should-cost, P50 (yen)")
_P80 = Phrase("想定費用 P80（円）", "Should-cost, P80 (yen)")
_WHERE = Phrase("シート「{sheet}」", "Sheet “{sheet}”")
_NONE = Phrase("－", "–")
_SURE = Phrase("どこまで確かか：過去の週で試した誤差", "How sure it is: errors in weeks that were held out")
_LEVEL = Phrase("単位", "Level")
_ERROR = Phrase("予測の誤差", "Error of the forecast")
_FLOOR = Phrase("偶然だけの誤差\n（下限）", "Chance alone\n(floor)")
_NAIVE = Phrase("前週をくり返す", "Repeating last week")
_AVERAGE = Phrase("曜日・時間帯\nの平均", "Plain average")
_BIAS = Phrase("偏り", "Bias")
_MEANING = Phrase(
    "誤差は、外れた件数の合計を件数の合計で割ったものです（WAPE）。伏せておいた4週間を、それ以前の履歴だけから"
    "{origins}回予測して比べました。偶然だけの誤差より正確な予測はありません。",
    "Errors are the sum of what was missed over the sum of contacts (WAPE), from {origins} forecasts of four "
    "weeks, each made from nothing but what came before. No forecast can be better than chance alone.",
)
_UNTESTED = Phrase(
    "履歴が短い、または時間帯別でないため、予測の誤差は測れていません。幅は一般的な値による仮定です。",
    "The error was not measured: the history is too short or too coarse. The ranges are usual ones, assumed.",
)
_REMARKS = Phrase("確認していただきたいこと", "Please look at this")
_NOTHING = Phrase("特にありません。", "Nothing in particular.")


@dataclass(frozen=True, slots=True)
class Answers:
    """Where the other sheets hold the answer."""

    forecast: ForecastCells
    requirement: RequirementCells
    shifts: ShiftCells | None
    hiring: HiringCells
    cost: CostCells | None


def write_summary(
    sheet: StaffingSheet, plan: StaffingPlan, called: names.BookNames, answers: Answers
) -> None:
    """Fill the sheet."""
    sheet.widths(_WIDTHS)
    sheet.top(names.BOOK, _LINE)
    lang = sheet.book.lang
    who = [one.to(lang) for one in (called.client, called.title) if one is not None]
    sheet.put(4, 1, ("　" if lang is Lang.JA else " – ").join(who), Look.SUBTITLE)
    sheet.put(5, 1, sheet.say(_MADE.fill(day=show_date(called.made_on, lang))), Look.GUIDE, font_color=GREY)
    sure = _write_answer(sheet, plan, answers, 6) + 1
    remarks = _write_sureness(sheet, plan, sure) + 1
    last = _write_remarks(sheet, plan, remarks)
    sheet.keep(1, sure - 1)
    sheet.keep(sure, remarks - 1)
    sheet.keep(remarks, last)


def _write_answer(sheet: StaffingSheet, plan: StaffingPlan, answers: Answers, row: int) -> int:
    row = sheet.section(row, _ANSWER)
    for label, value, look, changes, aside in _lines(sheet, plan, answers):
        said = sheet.say(label)
        sheet.put(row, 1, said, Look.TEXT)
        sheet.put(row, 2, value, look, bold=True, font_color=ACCENT, **changes)
        sheet.merge(row, 3, row, _RIGHT, aside, Look.TEXT, font_color=GREY)
        sheet.fit_wide(row, [(said, _WIDTHS[0]), (aside, sum(_WIDTHS[2:]))])
        row += 1
    return row


_Line = tuple[Phrase, CellValue, Look, dict[str, object], str]


def _lines(sheet: StaffingSheet, plan: StaffingPlan, answers: Answers) -> Iterator[_Line]:
    forecast, hiring, cost = answers.forecast, answers.hiring, answers.cost
    place = _asides(sheet)
    first, last = (show_date(day, sheet.book.lang) for day in (plan.forecast.first, plan.forecast.last))
    months = min(len(plan.months), MONTHS_A_YEAR)
    year = _YEAR if months == MONTHS_A_YEAR else _SO_MANY.fill(n=months)
    yield _figure(sheet, year, hiring.year, place[names.HIRING])
    yield _figure(sheet, _FORECAST, forecast.total, f"{first} – {last}")
    yield _figure(sheet, _BUSIEST, forecast.busiest, place[names.FORECAST])
    most, when = _peak(sheet, plan)
    yield _PEAK, most, Look.NUMBER, {}, when
    yield _figure(sheet, _WEEK_PEAK, answers.requirement.most, place[names.REQUIREMENT])
    shifts = answers.shifts
    if shifts is not None and plan.shifts is not None:
        part = sheet.say(_PART.fill(n=plan.shifts.part_timers))
        yield _figure(sheet, _HEADCOUNT, shifts.headcount, f"{place[names.SHIFTS]}　{part}".strip())
    else:
        why = sheet.say(plan.no_shifts.why) if plan.no_shifts is not None else place[names.SHIFTS]
        yield _figure(sheet, _HEADCOUNT, None, why)
    yield _figure(sheet, _FULL_TIME, hiring.full_time, place[names.HIRING], ONE_DIGIT)
    yield _figure(sheet, _HIRED, hiring.hired, place[names.HIRING])
    day = LONG_DATES[sheet.book.lang]
    yield _figure(sheet, _RECRUITING, hiring.recruiting, place[names.HIRING], day)
    yield _figure(sheet, _FIRST_START, hiring.first_start, place[names.HIRING])
    if cost is None:
        yield _figure(sheet, _COST, None, place[names.COST])
        return
    yield _figure(sheet, _COST, cost.base, place[names.COST])
    both = f'TEXT({cost.low.cell},"#,##0")&"–"&TEXT({cost.high.cell},"#,##0")'
    said = Formula(both, f"{cost.low.result:,}–{cost.high.result:,}")
    yield _COST_RANGE, said, Look.NUMBER, {}, place[names.COST]
    yield _figure(sheet, _P50, cost.p50, place[names.COST])
    yield _figure(sheet, _P80, cost.p80, place[names.COST])


def _asides(sheet: StaffingSheet) -> dict[Phrase, str]:
    return {
        name: sheet.say(_WHERE.fill(sheet=name))
        for name in (names.FORECAST, names.REQUIREMENT, names.SHIFTS, names.HIRING, names.COST)
    }


def _figure(
    sheet: StaffingSheet, label: Phrase, shown: Shown | None, aside: str, digits: str = "#,##0"
) -> _Line:
    if shown is None:
        return label, sheet.say(_NONE), Look.NUMBER, {}, aside
    return label, shown.pointed, Look.NUMBER, {"num_format": digits}, aside


def _peak(sheet: StaffingSheet, plan: StaffingPlan) -> tuple[int, str]:
    """The most agents that all queues together need in an interval of the whole forecast, and when."""
    if not plan.queues:
        return 0, ""
    together = plan.queues[0].agents.copy()
    for queue in plan.queues[1:]:
        together = together + queue.agents
    day, slot = divmod(int(together.argmax()), int(together.shape[1]))
    minutes = slot * (1440 // int(together.shape[1]))
    when = show_date(plan.forecast.first + timedelta(days=day), sheet.book.lang)
    return int(together[day, slot]), f"{when} {show_time(minutes)}"


def _write_sureness(sheet: StaffingSheet, plan: StaffingPlan, row: int) -> int:
    row = sheet.section(row, _SURE)
    tested = plan.backtest
    if tested is None or not tested.scores:
        return sheet.note(row, _UNTESTED, _RIGHT)
    heads = (_ERROR, _FLOOR, _NAIVE, _AVERAGE, _BIAS)
    row = sheet.head(row, [(_LEVEL, Look.HEAD), *((one, Look.HEAD_NUMBER) for one in heads)])
    for score in tested.scores:
        sheet.put(row, 1, score.level.to(sheet.book.lang), Look.TEXT)
        shares = (score.wape, score.poisson_floor, score.seasonal_naive, score.interval_average, score.bias)
        for column, value in enumerate(shares, start=2):
            fine = {"num_format": "+0.0%;-0.0%;0.0%"} if column == _RIGHT else {}
            sheet.put(row, column, number(value), Look.PERCENT, **fine)
        row += 1
    return sheet.note(row, _MEANING.fill(origins=tested.origins), _RIGHT)


def _write_remarks(sheet: StaffingSheet, plan: StaffingPlan, row: int) -> int:
    row = sheet.section(row, _REMARKS)
    for remark in plan.remarks or (_NOTHING,):
        said = sheet.say(remark)
        sheet.merge(row, 1, row, _RIGHT, said, Look.TEXT)
        sheet.fit_wide(row, [(said, sum(_WIDTHS))])
        row += 1
    return row - 1
