"""試算: one queue on one day, with other agents, contacts or handling times: what service level comes out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, count

from rfp_builder.excel.evaluation.places import span
from rfp_builder.excel.reading.values import ref
from rfp_builder.excel.staffing import erlang, names
from rfp_builder.excel.staffing.assumptions import AssumptionCells
from rfp_builder.excel.staffing.numerals import number
from rfp_builder.excel.staffing.paper import ONE_DIGIT, TWO_DIGITS, StaffingSheet, quoted
from rfp_builder.excel.staffing.requirement import GROUPS, Block
from rfp_builder.excel.staffing.spans import Slots, week_of
from rfp_builder.excel.writing.look import WARM, Look
from rfp_builder.excel.writing.sheet import Formula, absolute, area
from rfp_builder.i18n import Phrase
from rfp_builder.workload.erlang import MeasuresC, measures_c
from rfp_builder.workload.plan.values import StaffingPlan

_WIDTHS = (32, 18, 14, 14, 20, 18, 17, 17, 19, 3, 30, 16, 14, 14, 14, 10, 16)
_RIGHT = 9
_PARAMETERS_LEFT = 11
"""Values that the formulas look up stand to the right of what is printed."""
_LINE = Phrase(
    "人数・件数・平均処理時間を変えると、サービスレベルと占有率がどうなるかを時間帯ごとに試せます。",
    "Try other agents, contacts or handling times and see service level and occupancy by interval.",
)
_HOW = Phrase(
    "薄い黄色のセルに記入します。空欄は計画の値のままです。アーランC（電話を途中で切る顧客はいないもの）で計算するため、"
    "離脱を見込んで計画した業務・チャネルでは、実際より低めに出ます。",
    "Fill in the cells in light yellow; blank means as planned. Worked out by Erlang C (nobody hangs up): "
    "for queues planned with callers who do, the result is lower than what is to be expected.",
)
_DAY = Phrase("曜日", "Day")
_CHANGE = Phrase("件数の増減", "Change in contacts")
_OTHER_AHT = Phrase("平均処理時間を変える（秒）", "Another AHT (s)")
_PLANNED_AHT = Phrase("計画の平均処理時間（秒）", "AHT as planned (s)")
_TARGET = Phrase("サービスレベル目標", "Service level to reach")
_WITHIN = Phrase("応答までの時間（秒）", "To answer within (s)")
_AT_A_TIME = Phrase("1人の同時対応数", "Chats at a time")
_PLANNED = Phrase("計画の人数", "Agents as planned")
_TRIED = Phrase("試す人数", "Agents to try")
_WAITING = Phrase("待ちが生じる割合", "Share that waits")
_PARAMETERS = Phrase("計算に用いる値", "Values that the sheet uses")
_METHOD = Phrase("計画の計算方法", "Planned by")
_ERLANG_C = Phrase("アーランC", "Erlang C")
_ERLANG_A = Phrase("アーランA", "Erlang A")
_NOTHING = Phrase(
    "すぐに応答する業務・チャネルがないため、試算する項目はありません。",
    "No queue is answered at once: nothing to try.",
)
_PICK = Phrase("一覧から選んでください。", "Please pick an entry of the list.")
_CHECK = Phrase("入力内容の確認", "Please check")
_WHOLE = Phrase("0以上の整数を入力してください。", "Please enter a whole number of 0 or more.")
_ABOVE_ZERO = Phrase("1以上の数値を入力してください。", "Please enter a number of 1 or more.")
_SHARE = Phrase("-100%より大きい値を入力してください。", "Please enter more than -100%.")

_ASKED = 6
_HEAD = 11


@dataclass(frozen=True, slots=True)
class _Live:
    """A queue that is answered at once."""

    label: str
    number: int
    """Of its block."""
    block: Block


def write_whatif(
    sheet: StaffingSheet,
    plan: StaffingPlan,
    slots: Slots,
    blocks: tuple[Block, ...],
    requirement: StaffingSheet,
    cells: AssumptionCells,
) -> None:
    """Fill the sheet; `blocks` are the heat maps on the sheet `requirement`."""
    sheet.widths(_WIDTHS)
    sheet.top(names.WHATIF, _LINE)
    sheet.note(4, _HOW, _RIGHT)
    live = _live(sheet, blocks)
    if not live:
        sheet.put(_ASKED, 1, sheet.say(_NOTHING), Look.GUIDE)
        return
    _WhatIf(sheet, plan, slots, live, requirement, cells).write(blocks)


class _WhatIf:
    def __init__(
        self,
        sheet: StaffingSheet,
        plan: StaffingPlan,
        slots: Slots,
        live: list[_Live],
        requirement: StaffingSheet,
        cells: AssumptionCells,
    ) -> None:
        self._sheet = sheet
        self._plan = plan
        self._slots = slots
        self._live = live
        self._requirement = requirement
        self._cells = cells
        first = live[0].block.queue
        agents = week_of(plan, first.agents)
        self._day = max(range(7), key=lambda day: (sum(agents[day]), -day))
        self._parameters = _ASKED - 2

    def write(self, blocks: tuple[Block, ...]) -> None:
        """Fill the sheet."""
        self._write_parameters()
        self._write_questions()
        self._write_table(blocks)
        sheet, last = self._sheet, _HEAD + len(self._slots.shown)
        sheet.keep(1, _HEAD + 1)
        sheet.keep_each(_HEAD + 2, last)
        sheet.repeated = (_HEAD, _HEAD)
        sheet.print_part(last, _RIGHT)
        sheet.freeze(_HEAD + 1, 2)
        sheet.start_at(f"B{_ASKED}")

    def _write_questions(self) -> None:
        sheet, first = self._sheet, self._live[0]
        first_row, last_row = self._parameters + 2, self._parameters + 1 + len(self._live)
        left = _PARAMETERS_LEFT
        labels = absolute(first_row, left, last_row, left)
        place = _place(labels)
        asked = (names.QUEUE, _DAY, _CHANGE, _OTHER_AHT)
        for row, text in enumerate(asked, start=_ASKED):
            sheet.put(row, 1, sheet.say(text), Look.TEXT)
        sheet.put(_ASKED, 2, first.label, Look.INPUT_CHOICE)
        sheet.put(_ASKED + 1, 2, sheet.say(names.WEEKDAYS[self._day]), Look.INPUT_CHOICE)
        sheet.put(_ASKED + 2, 2, 0, Look.INPUT_PERCENT, num_format="0%")
        sheet.put(_ASKED + 3, 2, None, Look.INPUT_NUMBER)
        sheet.fit(_ASKED, {2: first.label})
        self._rule(
            _ASKED,
            {"validate": "list", "source": sheet.book.pick_list([one.label for one in self._live])},
            _PICK,
        )
        days = [sheet.say(one) for one in names.WEEKDAYS]
        self._rule(_ASKED + 1, {"validate": "list", "source": sheet.book.pick_list(days)}, _PICK)
        self._rule(_ASKED + 2, {"validate": "decimal", "criteria": ">", "value": -1}, _SHARE)
        self._rule(_ASKED + 3, {"validate": "decimal", "criteria": ">=", "value": 1}, _ABOVE_ZERO)
        goal, queue = first.block.queue.goal, first.block.queue
        if goal is None:
            return
        at_a_time = number(queue.chat.concurrency) if queue.chat else 1
        found = (
            (_PLANNED_AHT, 2, number(queue.aht_s), ONE_DIGIT),
            (_AT_A_TIME, 3, at_a_time, "0.0#"),
            (_TARGET, 4, number(goal.target), "0.0#%"),
            (_WITHIN, 5, number(goal.within_s), "#,##0"),
        )
        for row, (text, column, result, digits) in enumerate(found, start=_ASKED):
            values = absolute(first_row, left + column - 1, last_row, left + column - 1)
            sheet.merge(row, 3, row, 4, sheet.say(text), Look.TEXT)
            sheet.put(row, 5, Formula(f"INDEX({values},{place})", result), Look.NUMBER, num_format=digits)

    def _rule(self, row: int, rule: dict[str, object], message: Phrase) -> None:
        sheet = self._sheet
        said = {"error_title": sheet.say(_CHECK), "error_message": sheet.say(message)}
        sheet.validate(f"B{row}", rule | said)

    def _write_table(self, blocks: tuple[Block, ...]) -> None:
        sheet = self._sheet
        sheet.head(
            _HEAD,
            [
                (names.TIME, Look.HEAD),
                *(
                    (one, Look.HEAD_NUMBER)
                    for one in (
                        names.CONTACTS,
                        _PLANNED,
                        _TRIED,
                        names.LOAD,
                        _WAITING,
                        names.LEVEL,
                        names.WAIT,
                        names.OCCUPANCY,
                    )
                ),
            ],
        )
        queue = self._live[0].block.queue
        contacts, agents = week_of(self._plan, queue.planned), week_of(self._plan, queue.agents)
        for place, slot in enumerate(self._slots.shown):
            planned = int(agents[self._day][slot])
            self._write_line(_HEAD + 1 + place, place, contacts[self._day][slot], planned, blocks)
        last = _HEAD + len(self._slots.shown)
        levels = area(_HEAD + 1, 7, last, 7)
        sheet.when(levels, f"G{_HEAD + 1}<$E${_ASKED + 2}-0.0000000001", font_color=WARM, bold=True)
        tried = area(_HEAD + 1, 4, last, 4)
        sheet.validate(
            tried,
            {
                "validate": "integer",
                "criteria": ">=",
                "value": 0,
                "error_title": sheet.say(_CHECK),
                "error_message": sheet.say(_WHOLE),
            },
        )

    def _write_line(
        self, row: int, place: int, contacts: float, planned: int, blocks: tuple[Block, ...]
    ) -> None:
        """One interval. Chats are served in places: agents × chats at a time, rounded down."""
        sheet, slot = self._sheet, self._slots.shown[place]
        found = self._measured(contacts, planned)
        sheet.put(row, 1, self._slots.label(slot), Look.TEXT)
        came = f"{self._looked_up(GROUPS[0], place, blocks)}*(1+$B${_ASKED + 2})"
        sheet.put(row, 2, Formula(came, number(contacts)), Look.NUMBER, num_format=ONE_DIGIT)
        there = self._looked_up(GROUPS[2], place, blocks)
        sheet.put(row, 3, Formula(there, planned), Look.NUMBER)
        sheet.put(row, 4, None, Look.INPUT_NUMBER)
        aht = f"IF(N($B${_ASKED + 3})>0,$B${_ASKED + 3},$E${_ASKED})"
        load, at_a_time = ref(row, 5), f"$E${_ASKED + 1}"
        formula = f"{ref(row, 2)}*{aht}/{self._slots.seconds}"
        sheet.put(row, 5, Formula(formula, number(found.load)), Look.NUMBER, num_format=TWO_DIGITS)
        agents = f'INT(ROUND(IF({ref(row, 4)}="",{ref(row, 3)},{ref(row, 4)})*{at_a_time},6))'
        waits = erlang.waiting(agents, load)
        sheet.put(row, 6, Formula(waits, number(found.c.p_wait)), Look.PERCENT)
        within, share = f"$E${_ASKED + 3}", ref(row, 6)
        level = erlang.service_level(agents, load, share, within, aht)
        sheet.put(row, 7, Formula(level, number(found.c.service_level)), Look.PERCENT)
        endless = sheet.say(names.ENDLESS)
        wait = erlang.average_wait(agents, load, share, aht, quoted(endless))
        is_endless = found.c.asa_s == float("inf")
        result = endless if is_endless else number(found.c.asa_s)
        sheet.put(row, 8, Formula(wait, result), Look.NUMBER, num_format=ONE_DIGIT)
        busy = erlang.occupancy(agents, load)
        sheet.put(row, 9, Formula(busy, number(found.c.occupancy)), Look.PERCENT)

    def _measured(self, contacts: float, agents: int) -> _Found:
        queue = self._live[0].block.queue
        load = contacts * queue.aht_s / self._slots.seconds
        places = queue.chat.slots(agents) if queue.chat else agents
        within = queue.goal.within_s if queue.goal else 0.0
        return _Found(load, measures_c(places, load, queue.aht_s, within))

    def _looked_up(self, group: int, place: int, blocks: tuple[Block, ...]) -> str:
        """What the heat maps hold for the queue and day asked for."""
        requirement = self._requirement
        table = span(requirement, blocks[0].first, group, blocks[-1].last, group + 6)
        apart = blocks[1].first - blocks[0].first if len(blocks) > 1 else 0
        first_row, last_row = self._parameters + 2, self._parameters + 1 + len(self._live)
        labels, blocks_at = (
            absolute(first_row, column, last_row, column)
            for column in (_PARAMETERS_LEFT, _PARAMETERS_LEFT + 5)
        )
        block = f"INDEX({blocks_at},{_place(labels)})"
        line = f"({block}-1)*{apart}+{place + 1}" if apart else str(place + 1)
        days = ",".join(quoted(self._sheet.say(one)) for one in names.WEEKDAYS)
        return f"INDEX({table},{line},MATCH($B${_ASKED + 1},{{{days}}},0))"

    def _write_parameters(self) -> None:
        sheet, row = self._sheet, self._parameters
        left = _PARAMETERS_LEFT
        sheet.put(row, left, sheet.say(_PARAMETERS), Look.NOTE)
        heads = (names.QUEUE, names.AHT, _AT_A_TIME, _TARGET, _WITHIN, names.NUMBER, _METHOD)
        for column, text in enumerate(heads, start=left):
            sheet.put(row + 1, column, sheet.say(text), Look.NOTE)
        for line, one in enumerate(self._live, start=row + 2):
            queue, goal = one.block.queue, one.block.queue.goal
            if goal is None:
                continue
            key = f"queues.{queue.id}."
            settings = self._cells.settings
            sheet.put(line, left, one.label, Look.TEXT)
            sheet.put(
                line,
                left + 1,
                Formula(settings[f"{key}aht"], number(queue.aht_s)),
                Look.NUMBER,
                num_format=ONE_DIGIT,
            )
            at_a_time = settings.get(f"{key}at_a_time")
            shown = Formula(at_a_time, number(queue.chat.concurrency)) if queue.chat and at_a_time else 1
            sheet.put(line, left + 2, shown, Look.NUMBER, num_format="0.0#")
            target = Formula(settings[f"{key}target"], number(goal.target))
            sheet.put(line, left + 3, target, Look.NUMBER, num_format="0.0#%")
            within = Formula(settings[f"{key}within"], number(goal.within_s))
            sheet.put(line, left + 4, within, Look.NUMBER)
            sheet.put(line, left + 5, one.number, Look.NUMBER)
            method = _ERLANG_C if goal.patience_s is None else _ERLANG_A
            sheet.put(line, left + 6, sheet.say(method), Look.TEXT, text_wrap=False)


@dataclass(frozen=True, slots=True)
class _Found:
    load: float
    c: MeasuresC[float]


def _live(sheet: StaffingSheet, blocks: tuple[Block, ...]) -> list[_Live]:
    """The queues with a service level, each under a name of its own."""
    met: set[str] = set()
    found = []
    for place, block in enumerate(blocks, start=1):
        if block.queue.goal is None:
            continue
        name = " ".join(sheet.say(block.queue.name).split())
        label = next(one for one in chain((name,), (f"{name} ({n})" for n in count(2))) if one not in met)
        met.add(label)
        found.append(_Live(label, place, block))
    return found


def _place(labels: str) -> str:
    """Which of the labels was picked, to the letter: MATCH takes * and ? in a name for other letters."""
    first = labels.partition(":")[0]
    return f"SUMPRODUCT(EXACT({labels},$B${_ASKED})*(ROW({labels})-ROW({first})+1))"
