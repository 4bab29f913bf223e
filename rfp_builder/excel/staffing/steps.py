"""What a few agents fewer or more would mean for each queue in its busiest interval, as planned."""

from __future__ import annotations

from math import inf

from rfp_builder.excel.staffing import names
from rfp_builder.excel.staffing.numerals import number
from rfp_builder.excel.staffing.paper import ONE_DIGIT, StaffingSheet
from rfp_builder.excel.writing.look import HEAD_FILL, WARM, Look
from rfp_builder.i18n import Phrase
from rfp_builder.workload.plan.values import PlannedQueue, StaffingPlan

_TITLE = Phrase(
    "計画の前後：最も多い時間帯で1人増減すると（計画時の値）",
    "Around the plan: one agent fewer or more in the busiest interval (as planned)",
)
_ABANDONED = Phrase("放棄率", "Abandonment")
_MEETS = Phrase("目標の達成", "Goal")
_LEVEL_OF = Phrase("{queue}（{level}）", "{queue} – {level}")


def write_steps(sheet: StaffingSheet, plan: StaffingPlan, row: int) -> int:
    """The tables, one a queue that has one; gives back the last row."""
    queues = [queue for queue in plan.queues if queue.around]
    if not queues:
        return row
    first, row = row, sheet.section(row, _TITLE)
    for queue in queues:
        last = _write_queue(sheet, queue, row)
        sheet.keep(first, last)
        first = row = last + 2
    return row - 2


def _write_queue(sheet: StaffingSheet, queue: PlannedQueue, row: int) -> int:
    figures = (names.STAFF, names.LEVEL, names.WAIT, _ABANDONED, names.OCCUPANCY)
    sheet.put(row, 1, _title(sheet, queue), Look.GUIDE, bold=True)
    heads = [(names.AGENTS, Look.HEAD), *((one, Look.HEAD_NUMBER) for one in figures), (_MEETS, Look.HEAD)]
    row = sheet.head(row + 1, heads) - 1
    planned = int(queue.agents[queue.busiest])
    for step in queue.around:
        row += 1
        out = step.outcome
        here = {"bold": True, "bg_color": HEAD_FILL} if step.agents == planned else {}
        missed = {} if step.meets else {"font_color": WARM}
        sheet.put(row, 1, step.agents, Look.NUMBER, align="left", **here)
        sheet.put(row, 2, step.staff, Look.NUMBER, **here)
        sheet.put(row, 3, number(out.service_level), Look.PERCENT, **here, **missed)
        wait = sheet.say(names.ENDLESS) if out.asa_s == inf else number(out.asa_s)
        sheet.put(row, 4, wait, Look.NUMBER, num_format=ONE_DIGIT, **here)
        lost = None if out.abandonment is None else number(out.abandonment)
        sheet.put(row, 5, "－" if lost is None else lost, Look.PERCENT, **here)
        sheet.put(row, 6, number(out.occupancy), Look.PERCENT, **here)
        sheet.put(row, 7, sheet.say(names.YES if step.meets else names.NO), Look.TEXT, **here)
    return row


def _title(sheet: StaffingSheet, queue: PlannedQueue) -> str:
    """Which service level is meant stands beside the name."""
    if queue.goal is None or queue.goal.patience_s is None:
        return sheet.say(queue.name)
    return sheet.say(_LEVEL_OF.fill(queue=queue.name, level=queue.goal.level))
