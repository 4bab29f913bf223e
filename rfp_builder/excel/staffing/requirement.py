"""必要人数: the planned week by interval as heat maps, all queues together and one a queue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from rfp_builder.excel.evaluation.places import at, here, span
from rfp_builder.excel.reading.values import ref
from rfp_builder.excel.staffing import names
from rfp_builder.excel.staffing.assumptions import AssumptionCells
from rfp_builder.excel.staffing.charts import COLOURS, Axes, Series, lines, rows_of
from rfp_builder.excel.staffing.numerals import number, percent
from rfp_builder.excel.staffing.paper import ONE_DIGIT, TWO_DIGITS, Shown, StaffingSheet
from rfp_builder.excel.staffing.spans import Slots, week_of
from rfp_builder.excel.writing.look import Look
from rfp_builder.excel.writing.sheet import Formula, area
from rfp_builder.i18n import Lang, Phrase, Speakable
from rfp_builder.text.show import show_date, show_percent, show_seconds, show_time
from rfp_builder.workload.backlog.deadline import Clock
from rfp_builder.workload.plan.values import PlannedQueue, StaffingPlan

HEAD = 7
"""The row that stands on every page: interval and days of the week."""
GROUPS = (2, 10, 18)
"""First columns of contacts, load and agents; a narrow column lies between them."""
RIGHT = GROUPS[-1] + 6
_DAYS = 7
_MANY, _FINE, _WHOLE = (f'{digits};-{digits};"–"' for digits in (ONE_DIGIT, TWO_DIGITS, "0"))
"""Nothing is a dash, so that closed hours can be told at a glance."""
_WIDTHS = (15, *(7,) * 7, 2, *(7,) * 7, 2, *(7,) * 7)
_LINE = Phrase(
    "{monday}からの1週間について、時間帯ごとの件数・業務量・必要人数を示します。色が濃いほど多い時間帯です。",
    "The week from {monday} by interval: contacts, load and agents. The darker the shade, the more there is.",
)
_HOW = Phrase(
    "件数は、{certainty}の確率で超えない件数です。業務量（アーラン）＝件数×平均処理時間÷時間帯の長さ"
    "（チャットはさらに同時対応数で割る）。業務量は「前提」の平均処理時間に連動します。"
    "必要人数は計画時の値で、休憩・休暇などの非稼働率を含みません。すぐに応対する窓口には、受付時間中は件数がなくても"
    "「前提」の最少人数を置きます。",
    "Contacts are those not exceeded with a certainty of {certainty}. Load (erlangs) = contacts × AHT ÷ "
    "length of the interval (for chat, also ÷ chats at a time); it follows the AHT on “Assumptions”. "
    "Agents are those of the plan, without shrinkage such as breaks and leave; queues that are met at once "
    "have their fewest agents (“Assumptions”) while they are open, even without contacts.",
)
_ALL = Phrase("全体", "All queues")
_CHART = Phrase("時間帯ごとの必要人数（全体）", "Agents by interval, all queues")
_PEOPLE = Phrase("必要人数（人）", "Agents")
_SIZE = (1060, 340)
_PEAKS = Phrase("業務・チャネルごとの最大", "The most that each queue needs")
_GOAL = Phrase("目標", "Goal")
_BUSIEST = Phrase("最も多い時間帯（予測期間全体）", "Busiest interval of the whole forecast")
_AT_MEAN = Phrase("平均の件数で見た必要人数", "Agents for the mean")
_DIFFERENCE = Phrase("備えの分", "Difference")
_LIVE = Phrase("{target}を{within}以内に応答", "{target} answered within {within}")
_LATER = Phrase("{within}以内に処理", "done within {within}")
_WORKING = Phrase("受付時間で数えて{within}以内に処理", "done within {within} of opening hours")


@dataclass(frozen=True, slots=True)
class Block:
    """The heat maps of one queue. Rows are those of its intervals."""

    queue: PlannedQueue
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class RequirementCells:
    """A cell for the summary, and where the heat maps stand."""

    most: Shown
    """Agents in the busiest interval of the week."""
    blocks: tuple[Block, ...]


def write_requirement(
    sheet: StaffingSheet, plan: StaffingPlan, slots: Slots, cells: AssumptionCells
) -> RequirementCells:
    """Fill the sheet."""
    return _Requirement(sheet, plan, slots, cells).write()


class _Requirement:
    def __init__(
        self, sheet: StaffingSheet, plan: StaffingPlan, slots: Slots, cells: AssumptionCells
    ) -> None:
        self._sheet = sheet
        self._plan = plan
        self._slots = slots
        self._cells = cells

    def write(self) -> RequirementCells:
        """Fill the sheet from top to bottom."""
        sheet, plan = self._sheet, self._plan
        sheet.widths(_WIDTHS)
        monday = show_date(plan.week.monday, sheet.book.lang)
        sheet.top(names.REQUIREMENT, _LINE.fill(monday=monday))
        sheet.note(4, _HOW.fill(certainty=show_percent(percent(plan.certainty))), RIGHT)
        self._write_head()
        height = len(self._slots.shown)
        # Two rows of headings, the intervals, one row of sums and one to part it from the next.
        whole, apart = HEAD + 1, height + 4
        chart = whole + apart
        queues = chart + rows_of(_SIZE[1], sheet)
        starts = [queues + place * apart for place in range(len(plan.queues))]
        blocks = tuple(
            self._write_queue(start, queue) for start, queue in zip(starts, plan.queues, strict=True)
        )
        most = self._write_all(whole, blocks)
        self._write_chart(chart, whole + 1)
        sheet.freeze(HEAD + 1, 2)
        peaks = queues + len(starts) * apart
        last = self._write_peaks(peaks)
        sheet.keep(whole, whole + height + 1)
        sheet.keep(chart, queues - 1)
        for start in starts:
            sheet.keep(start, start + height + 1)
        sheet.keep(peaks, last)
        sheet.repeated = (HEAD - 1, HEAD)
        return RequirementCells(most, blocks)

    def _write_head(self) -> None:
        sheet = self._sheet
        titles = (names.CONTACTS, names.LOAD, names.AGENTS)
        for left, title in zip(GROUPS, titles, strict=True):
            sheet.merge(HEAD - 1, left, HEAD - 1, left + 6, sheet.say(title), Look.SUBTITLE)
        sheet.put(HEAD, 1, sheet.say(names.TIME), Look.HEAD)
        for left in GROUPS:
            for day, name in enumerate(names.WEEKDAYS):
                sheet.put(HEAD, left + day, sheet.say(name), Look.HEAD_NUMBER, indent=0, align="center")

    def _write_queue(self, row: int, queue: PlannedQueue) -> Block:
        sheet, plan = self._sheet, self._plan
        first = self._title(row, queue.name)
        contacts = week_of(plan, queue.planned)
        agents = week_of(plan, queue.agents)
        aht = self._cells.settings[f"queues.{queue.id}.aht"]
        at_a_time = self._cells.settings.get(f"queues.{queue.id}.at_a_time")
        share = f"/{at_a_time}" if at_a_time else ""
        per_contact = queue.aht_s / self._slots.seconds
        if queue.chat is not None:
            per_contact /= float(queue.chat.concurrency)
        for place, slot in enumerate(self._slots.shown):
            line = first + place
            sheet.put(line, 1, self._slots.label(slot), Look.TEXT)
            for day in range(_DAYS):
                came = contacts[day][slot]
                sheet.put(line, GROUPS[0] + day, number(came), Look.NUMBER, **_figure(_MANY))
                cell = ref(line, GROUPS[0] + day)
                load = Formula(f"{cell}*{aht}/{self._slots.seconds}{share}", number(came * per_contact))
                sheet.put(line, GROUPS[1] + day, load, Look.NUMBER, **_figure(_FINE))
                sheet.put(line, GROUPS[2] + day, int(agents[day][slot]), Look.NUMBER, **_figure(_WHOLE))
        last = first + len(self._slots.shown) - 1
        loads = [[one * per_contact for one in day] for day in contacts]
        self._finish(first, last, contacts, loads, agents)
        return Block(queue, first, last)

    def _write_all(self, row: int, blocks: Sequence[Block]) -> Shown:
        """The sums over the queues, by formula."""
        sheet = self._sheet
        first = self._title(row, _ALL)
        last = first + len(self._slots.shown) - 1
        sums: list[list[list[float]]] = []
        for left, digits in zip(GROUPS, (_MANY, _FINE, _WHOLE), strict=True):
            values = self._sums(left)
            sums.append(values)
            for place, slot in enumerate(self._slots.shown):
                for day in range(_DAYS):
                    parts = "+".join(ref(block.first + place, left + day) for block in blocks) or "0"
                    shown = Formula(parts, number(values[day][slot]))
                    sheet.put(first + place, left + day, shown, Look.NUMBER, **_figure(digits))
        for place, slot in enumerate(self._slots.shown):
            sheet.put(first + place, 1, self._slots.label(slot), Look.TEXT)
        self._finish(first, last, *sums)
        most = max((one for day in sums[2] for one in day), default=0.0)
        agents = area(first, GROUPS[2], last, GROUPS[2] + 6)
        sheet.put(5, 1, sheet.say(_MOST_IN_WEEK), Look.TEXT, bold=True, text_wrap=False)
        for column in range(2, GROUPS[1]):
            sheet.put(5, column, None, Look.TEXT)
        return sheet.show(5, GROUPS[1], Formula(f"MAX({agents})", int(most)), Look.NUMBER, bold=True)

    def _sums(self, left: int) -> list[list[float]]:
        plan = self._plan
        total = [[0.0] * int(plan.is_open.shape[1]) for _ in range(_DAYS)]
        for queue in plan.queues:
            source = queue.agents if left == GROUPS[2] else queue.planned
            factor = 1.0
            if left == GROUPS[1]:
                factor = queue.aht_s / self._slots.seconds
                factor /= float(queue.chat.concurrency) if queue.chat else 1.0
            for day, values in enumerate(week_of(plan, source)):
                total[day] = [one + value * factor for one, value in zip(total[day], values, strict=True)]
        return total

    def _title(self, row: int, title: Speakable) -> int:
        """The row that says whose heat maps follow; gives back the row of the first interval."""
        sheet = self._sheet
        for column in range(1, RIGHT + 1):
            sheet.put(row, column, sheet.say(title) if column == 1 else None, Look.TOTAL, text_wrap=False)
        return row + 1

    def _finish(self, first: int, last: int, *sums: Sequence[Sequence[float]]) -> None:
        """Sums below the columns, and the shades."""
        sheet, shown = self._sheet, self._slots.shown
        row = last + 1
        sheet.put(row, 1, sheet.say(_HOURS), Look.TOTAL)
        hour = self._slots.seconds / 3600
        for left, values, digits in zip(GROUPS, sums, ("#,##0", ONE_DIGIT, ONE_DIGIT), strict=True):
            is_contacts = left == GROUPS[0]
            for day in range(_DAYS):
                cells = area(first, left + day, last, left + day)
                total = sum(values[day][slot] for slot in shown)
                formula = f"SUM({cells})" if is_contacts else f"SUM({cells})*{self._slots.seconds}/3600"
                result = number(total if is_contacts else total * hour)
                sheet.put(row, left + day, Formula(formula, result), Look.TOTAL_NUMBER, **_figure(digits))
            sheet.shade(area(first, left, last, left + 6))

    def _write_chart(self, row: int, first: int) -> None:
        """The agents of all queues, whose heat map has its first interval in row `first`."""
        sheet, last = self._sheet, first + len(self._slots.shown) - 1
        series = [
            Series(
                at(sheet, HEAD, GROUPS[2] + day),
                span(sheet, first, 1, last, 1),
                span(sheet, first, GROUPS[2] + day, last, GROUPS[2] + day),
                COLOURS[day],
            )
            for day in range(_DAYS)
        ]
        sheet.put_chart(f"A{row}", lines(sheet, _CHART, series, _SIZE, Axes(names.TIME, _PEOPLE), "0"))

    def _write_peaks(self, row: int) -> int:
        """What each queue needs at most, and what it would need without the risk; gives back the last row."""
        sheet, plan = self._sheet, self._plan
        row = sheet.section(row, _PEAKS)
        spans = ((1, 4, names.QUEUE), (5, 10, _GOAL), (11, 15, _BUSIEST))
        figures = ((16, 18, names.AGENTS), (19, 21, _AT_MEAN), (22, 24, _DIFFERENCE))
        for left, right, text in spans:
            sheet.merge(row, left, row, right, sheet.say(text), Look.HEAD)
        for left, right, text in figures:
            sheet.merge(row, left, row, right, sheet.say(text), Look.HEAD_NUMBER)
        sheet.high(row, 3 * sheet.line)
        for queue in plan.queues:
            row += 1
            day, slot = queue.busiest
            when = f"{_day(plan, day, sheet)} {show_time(slot * self._slots.minutes)}"
            agents, mean = int(queue.agents[day, slot]), int(queue.agents_at_mean[day, slot])
            said = (sheet.say(queue.name), sheet.say(goal_of(queue)), when)
            for (left, right, _), words in zip(spans, said, strict=True):
                sheet.merge(row, left, row, right, words, Look.TEXT)
            for left, right, _ in figures:
                sheet.merge(row, left, row, right, "", Look.NUMBER)
            sheet.put(row, 16, agents, Look.NUMBER)
            sheet.put(row, 19, mean, Look.NUMBER)
            difference = Formula(f"{here(row, 16)}-{here(row, 19)}", agents - mean)
            sheet.put(row, 22, difference, Look.NUMBER)
            sheet.fit_wide(row, [(said[0], 36), (said[1], 37), (when, 33)])
        return row


_HOURS = Phrase("1日計（件・時間）", "Day total")
_MOST_IN_WEEK = Phrase(
    "この週で最も多い時間帯の必要人数（全体）", "Agents in the busiest interval of this week, all queues"
)


def goal_of(queue: PlannedQueue) -> Phrase:
    """What a queue is to reach, in words."""
    if queue.goal is not None:
        return _LIVE.fill(
            target=show_percent(percent(queue.goal.target)), within=_span(round(queue.goal.within_s))
        )
    if queue.deadline is not None:
        counted = _WORKING if queue.deadline.clock is Clock.WORKING else _LATER
        return counted.fill(within=_span(round(queue.deadline.within_s)))
    return Phrase("", "")


def _span(seconds: int) -> Phrase:
    return Phrase(show_seconds(seconds, Lang.JA), show_seconds(seconds, Lang.EN))


def _day(plan: StaffingPlan, place: int, sheet: StaffingSheet) -> str:
    return show_date(plan.forecast.first + timedelta(days=place), sheet.book.lang)


def _figure(digits: str) -> dict[str, object]:
    return {"num_format": digits, "indent": 0}
