"""計算: agents for any load by Erlang C, all in formulas, with the table around them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, inf, sqrt

from rfp_builder.excel.reading.values import column_letters, ref
from rfp_builder.excel.staffing import erlang, names
from rfp_builder.excel.staffing.numerals import number
from rfp_builder.excel.staffing.paper import ONE_DIGIT, TWO_DIGITS, StaffingSheet, quoted
from rfp_builder.excel.staffing.spans import Slots
from rfp_builder.excel.writing.look import GREY, HEAD_FILL, WARM, Look
from rfp_builder.excel.writing.sheet import CellValue, Formula, absolute, area
from rfp_builder.i18n import Phrase
from rfp_builder.workload.agents import Goal, Shrinkage, around
from rfp_builder.workload.erlang import agents_c, agents_within_occupancy, measures_c
from rfp_builder.workload.plan.values import StaffingPlan

_WIDTHS = (36, 15, 16, 16, 17, 18, 14, 3, 3, 9, 10, 12, 8, 9, 10, 12, 8)
RIGHT = 7
"""The last column that is printed."""
_LINE = Phrase(
    "件数と平均処理時間から、目標を達成する最少の人数をアーランCで計算します。計画とは切り離して使えます。",
    "The smallest number of agents that reach a goal, by Erlang C. It stands apart from the plan.",
)
_HOW = Phrase(
    "薄い黄色のセルを書き換えると、人数と前後の表がすぐに変わります。"
    "占有率の上限と非稼働率は空欄でもかまいません。",
    "Change the cells in light yellow: agents and the table follow. Cap and shrinkage may stay blank.",
)
_INPUTS = (
    (Phrase("件数", "Contacts"), Phrase("件", "contacts")),
    (Phrase("その件数が入る時間の長さ", "In a period of"), Phrase("分", "min")),
    (Phrase("平均処理時間", "Average handling time"), Phrase("秒", "s")),
    (Phrase("サービスレベル目標", "Service level to reach"), Phrase("%", "%")),
    (Phrase("応答までの時間", "Time to answer within"), Phrase("秒", "s")),
    (Phrase("占有率の上限（業務量／人数）", "Occupancy cap (load / agents)"), Phrase("%", "%")),
    (Phrase("非稼働率", "Shrinkage"), Phrase("%", "%")),
)
_RESULTS = (
    Phrase("業務量（アーラン）", "Load (erlangs)"),
    Phrase("サービスレベルに必要な人数", "Agents for the service level"),
    Phrase("占有率の上限に必要な人数", "Agents for the occupancy cap"),
    Phrase("必要人数", "Agents"),
    Phrase("配置人数（非稼働率を含む）", "Staff (shrinkage included)"),
)
_FIRST_INPUT = 6
_CONTACTS, _PERIOD, _AHT, _TARGET, _WITHIN, _CAP, _SHRINKAGE = (f"$B${_FIRST_INPUT + n}" for n in range(7))
_FIRST_RESULT = _FIRST_INPUT + 8
_LOAD, _BY_LEVEL, _BY_CAP, _AGENTS, _STAFF = (f"$B${_FIRST_RESULT + n}" for n in range(5))
_HEAD = _FIRST_RESULT + 7
REACH = 3
"""Agents more and fewer that the table shows."""
_SEARCH = 10
"""The first column of the search, which is not printed."""
_SEARCH_HEAD = 5
STEPS = 40
"""Rows of each search. Agents are looked for up to 6 √load + 20 above the load: in steps first, then one by
one within the step that reaches the goal; enough for goals up to 99.999 % and for 60,000 erlangs."""
_NEAR = "0.0000000001"
_AROUND = Phrase("必要人数の前後", "Around this number of agents")
_MEETS = Phrase("目標の達成", "Goal")
_WAITING = Phrase("待ちが生じる割合", "Share that waits")
_SEARCHED = Phrase("人数の探索（計算用）", "Search for the agents (used by the formulas)")
_STEP = Phrase("人数", "Agents")
_HIT = Phrase("達成", "Met")
_NONE = Phrase("範囲外", "out of range")
_CHECK = Phrase("入力内容の確認", "Please check")
_RANGE = Phrase("{least}〜{most}の範囲で入力してください。", "Please enter {least} to {most}.")


@dataclass(frozen=True, slots=True)
class Question:
    """What the cells hold at first."""

    contacts: float
    period_min: float
    aht_s: float
    target: Fraction
    within_s: float
    cap: Fraction | None = None
    shrinkage: Fraction | None = None

    @property
    def load(self) -> float:
        """In erlangs, worked out in the order of the sheet."""
        return self.contacts * self.aht_s / (self.period_min * 60)

    @property
    def agents(self) -> tuple[int, int, int]:
        """For the service level, for the occupancy cap, and for both."""
        by_level = agents_c(self.load, self.aht_s, float(self.target), self.within_s)
        by_cap = 0 if self.cap is None else int(agents_within_occupancy(self.load, float(self.cap)))
        return by_level, by_cap, max(by_level, by_cap)


def question_of(plan: StaffingPlan, slots: Slots) -> Question:
    """The busiest interval of the first queue that is answered at once."""
    shrinkage = plan.shrinkage.total or None
    for queue in plan.queues:
        if queue.goal is None or queue.chat is not None:
            continue
        day, slot = queue.busiest
        cap = queue.goal.max_occupancy
        return Question(
            round(float(queue.planned[day, slot]), 1),
            slots.minutes,
            round(queue.aht_s),
            Fraction(str(queue.goal.target)),
            queue.goal.within_s,
            None if cap is None else Fraction(str(cap)),
            None if shrinkage is None else Fraction(round(shrinkage * 1000), 1000),
        )
    return Question(100, 30, 180, Fraction(4, 5), 20, Fraction(17, 20), Fraction(3, 10))


def write_calculator(sheet: StaffingSheet, question: Question) -> int:
    """Fill the sheet; gives back its next free row."""
    sheet.widths(_WIDTHS)
    sheet.top(names.CALCULATOR, _LINE)
    sheet.note(4, _HOW, RIGHT)
    _write_inputs(sheet, question)
    _write_search(sheet, question)
    _write_results(sheet, question)
    _write_around(sheet, question)
    sheet.start_at(f"B{_FIRST_INPUT}")
    return _HEAD + 2 * REACH + 3


def _write_inputs(sheet: StaffingSheet, question: Question) -> None:
    values: tuple[tuple[CellValue, Look, str, tuple[float, float]], ...] = (
        (number(question.contacts), Look.INPUT_NUMBER, "#,##0.##", (0, 1e7)),
        (number(question.period_min), Look.INPUT_NUMBER, "#,##0.##", (0.1, 1e5)),
        (number(question.aht_s), Look.INPUT_NUMBER, "#,##0.##", (1, 1e6)),
        (number(question.target), Look.INPUT_PERCENT, "0.0##%", (0.01, 0.99999)),
        (number(question.within_s), Look.INPUT_NUMBER, "#,##0.##", (0, 1e7)),
        (None if question.cap is None else number(question.cap), Look.INPUT_PERCENT, "0.0##%", (0.01, 1)),
        (
            None if question.shrinkage is None else number(question.shrinkage),
            Look.INPUT_PERCENT,
            "0.0##%",
            (0, 0.99),
        ),
    )
    for row, ((label, unit), (value, look, digits, (least, most))) in enumerate(
        zip(_INPUTS, values, strict=True), start=_FIRST_INPUT
    ):
        sheet.put(row, 1, sheet.say(label), Look.TEXT)
        is_whole = look is Look.INPUT_NUMBER and value == int(str(value).partition(".")[0])
        sheet.put(row, 2, value, look, num_format="#,##0" if is_whole else digits)
        sheet.put(row, 3, sheet.say(unit), Look.TEXT)
        share = look is Look.INPUT_PERCENT
        said = [f"{one * 100:g}%" if share else f"{one:,.10g}" for one in (least, most)]
        sheet.validate(
            f"B{row}",
            {
                "validate": "decimal",
                "criteria": "between",
                "minimum": least,
                "maximum": most,
                "error_title": sheet.say(_CHECK),
                "error_message": sheet.say(_RANGE.fill(least=said[0], most=said[1])),
            },
        )


def _write_results(sheet: StaffingSheet, question: Question) -> None:
    by_level, by_cap, agents = question.agents
    share = question.shrinkage or Fraction(0)
    fine, start = absolute(*_rows(_SEARCH + 7)), absolute(*_rows(_SEARCH + 4))
    found = f"INDEX({start},MATCH(1,{fine},0))"
    formulas: tuple[tuple[str, int | Decimal, str], ...] = (
        (f"{_CONTACTS}*{_AHT}/({_PERIOD}*60)", number(question.load), TWO_DIGITS),
        (f"IF({_LOAD}<=0,0,IFERROR({found},{quoted(sheet.say(_NONE))}))", by_level, "#,##0"),
        (f"IF(N({_CAP})>0,ROUNDUP(ROUND({_LOAD}/{_CAP},9),0),0)", by_cap, "#,##0"),
        (f"IF(ISNUMBER({_BY_LEVEL}),MAX({_BY_LEVEL},{_BY_CAP}),{_BY_LEVEL})", agents, "#,##0"),
        (
            f"IF(ISNUMBER({_AGENTS}),ROUNDUP(ROUND({_AGENTS}/(1-N({_SHRINKAGE})),9),0),{_AGENTS})",
            Shrinkage.of(share).staff(agents),
            "#,##0",
        ),
    )
    for row, (label, (formula, result, digits)) in enumerate(
        zip(_RESULTS, formulas, strict=True), start=_FIRST_RESULT
    ):
        is_answer = row == _FIRST_RESULT + 3
        sheet.put(row, 1, sheet.say(label), Look.TOTAL if is_answer else Look.TEXT)
        look = Look.TOTAL_NUMBER if is_answer else Look.NUMBER
        sheet.put(row, 2, Formula(formula, result), look, num_format=digits)


def _write_around(sheet: StaffingSheet, question: Question) -> None:
    sheet.section(_HEAD - 1, _AROUND)
    sheet.keep(1, _HEAD + 1 + 2 * REACH)
    figures = (names.STAFF, names.LEVEL, names.WAIT, _WAITING, names.OCCUPANCY)
    sheet.head(
        _HEAD,
        [
            (names.AGENTS, Look.HEAD),
            *((one, Look.HEAD_NUMBER) for one in figures),
            (_MEETS, Look.HEAD),
        ],
    )
    agents = question.agents[2]
    cap = None if question.cap is None else float(question.cap)
    goal = Goal(float(question.target), question.within_s, max_occupancy=cap)
    shrinkage = Shrinkage.of(question.shrinkage or Fraction(0))
    steps = {
        step.agents: step for step in around(goal, agents, question.load, question.aht_s, shrinkage, REACH)
    }
    yes, no, endless = (sheet.say(one) for one in (names.YES, names.NO, names.ENDLESS))
    for place in range(-REACH, REACH + 1):
        row = _HEAD + 1 + place + REACH
        step = steps.get(agents + place)
        here = ref(row, 1)
        exists = f'IF(ISNUMBER({here}),{{}},"")'
        count = f'IF(ISNUMBER({_AGENTS}),IF({_AGENTS}+{place}<0,"",{_AGENTS}+{place}),"")'
        emphasis = {"bold": True, "bg_color": HEAD_FILL} if place == 0 else {}
        sheet.put(
            row, 1, Formula(count, "" if step is None else step.agents), Look.NUMBER, align="left", **emphasis
        )
        waits = ref(row, 5)
        formulas = (
            (f"ROUNDUP(ROUND({here}/(1-N({_SHRINKAGE})),9),0)", "#,##0"),
            (erlang.service_level(here, _LOAD, waits, _WITHIN, _AHT), "0.0%"),
            (erlang.average_wait(here, _LOAD, waits, _AHT, quoted(endless)), ONE_DIGIT),
            (erlang.waiting(here, _LOAD), "0.0%"),
            (erlang.occupancy(here, _LOAD), "0.0%"),
        )
        results: tuple[str | int | Decimal, ...] = ("",) * len(formulas)
        if step is not None:
            out = step.outcome
            wait = endless if out.asa_s == inf else number(out.asa_s)
            shares = (number(out.service_level), wait, number(out.p_wait), number(out.occupancy))
            results = (step.staff, *shares)
        for column, ((formula, digits), result) in enumerate(zip(formulas, results, strict=True), start=2):
            shown = Formula(exists.format(formula), result)
            sheet.put(row, column, shown, Look.NUMBER, num_format=digits, **emphasis)
        within_cap = f"OR(N({_CAP})<=0,{ref(row, 6)}<={_CAP}+{_NEAR})"
        meets = exists.format(
            f"IF(AND({ref(row, 3)}>={_TARGET}-{_NEAR},{within_cap}),{quoted(yes)},{quoted(no)})"
        )
        said = "" if step is None else yes if step.meets else no
        sheet.put(row, 7, Formula(meets, said), Look.TEXT, **emphasis)
    rows = area(_HEAD + 1, 3, _HEAD + 1 + 2 * REACH, 3)
    sheet.when(rows, f"AND(ISNUMBER(C{_HEAD + 1}),C{_HEAD + 1}<{_TARGET}-{_NEAR})", font_color=WARM)


def _write_search(sheet: StaffingSheet, question: Question) -> None:
    """In steps, then one by one: agents, their share that waits, their service level, whether that will do.

    It stands to the right of what is printed.
    """
    top, load = _SEARCH_HEAD, question.load
    grey = {"font_color": GREY, "font_size": 9}
    sheet.put(top - 1, _SEARCH, sheet.say(_SEARCHED), Look.NOTE)
    step = ceil(round((6 * sqrt(load) + 20) / STEPS, 9))
    step_cell = f"${column_letters(_SEARCH)}${top}"
    formula = f"ROUNDUP(ROUND((6*SQRT({_LOAD})+20)/{STEPS},9),0)"
    sheet.put(top, _SEARCH, Formula(formula, step), Look.NUMBER, **grey)
    base = int(load)
    first = _rows(_SEARCH)[0]
    heads = (_STEP, _WAITING, names.LEVEL, _HIT)
    for column, text in enumerate((*heads, *heads), start=_SEARCH):
        sheet.put(first - 1, column, sheet.say(text), Look.NOTE, text_wrap=True)
    hits = absolute(*_rows(_SEARCH + 3))
    coarse = [base + 1 + place * step for place in range(STEPS)]
    hit = next((place for place, count in enumerate(coarse) if _reaches(question, count)), None)
    for place, count in enumerate(coarse):
        _search_line(sheet, question, first + place, _SEARCH, f"INT({_LOAD})+1+{place}*{step_cell}", count)
    start = base if hit in (0, None) else coarse[hit - 1]
    jumped = f"IFERROR(MATCH(1,{hits},0),1)"
    for place in range(STEPS):
        cell = f"INT({_LOAD})+IF({jumped}=1,0,1+({jumped}-2)*{step_cell})+{place + 1}"
        _search_line(sheet, question, first + place, _SEARCH + 4, cell, start + place + 1)


def _search_line(
    sheet: StaffingSheet, question: Question, row: int, left: int, formula: str, count: int
) -> None:
    grey = {"font_color": GREY, "font_size": 9}
    agents, waits, level = (ref(row, left + place) for place in range(3))
    found = measures_c(count, question.load, question.aht_s, question.within_s)
    sheet.put(row, left, Formula(formula, count), Look.NUMBER, **grey)
    share = Formula(erlang.waiting(agents, _LOAD), number(found.p_wait))
    sheet.put(row, left + 1, share, Look.NUMBER, num_format="0.000%", **grey)
    reached = Formula(erlang.service_level(agents, _LOAD, waits, _WITHIN, _AHT), number(found.service_level))
    sheet.put(row, left + 2, reached, Look.NUMBER, num_format="0.000%", **grey)
    is_met = Formula(f"IF({level}>={_TARGET}-{_NEAR},1,0)", int(_reaches(question, count)))
    sheet.put(row, left + 3, is_met, Look.NUMBER, **grey)


def _reaches(question: Question, agents: int) -> bool:
    found = measures_c(agents, question.load, question.aht_s, question.within_s)
    return found.service_level >= float(question.target) - float(_NEAR)


def _rows(column: int) -> tuple[int, int, int, int]:
    first = _SEARCH_HEAD + 2
    return first, column, first + STEPS - 1, column
