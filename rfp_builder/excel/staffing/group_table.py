"""勤務形態: the table of the kinds of contract on the sheet of assumptions."""

from __future__ import annotations

from rfp_builder.excel.staffing.assumption_rows import GROUPS_TITLE, KEY
from rfp_builder.excel.staffing.group_inputs import (
    GROUP_LABELS,
    group_cells,
    group_rows,
    yes_or_no,
)
from rfp_builder.excel.staffing.paper import StaffingSheet
from rfp_builder.excel.writing.look import Look
from rfp_builder.excel.writing.sheet import area
from rfp_builder.forms.choices import YES_OR_NO
from rfp_builder.forms.shift_times import LONGEST_NAME
from rfp_builder.i18n import Phrase
from rfp_builder.workload.plan.values import StaffingPlan

_HOW = Phrase(
    "シフトは、ここに記入した勤務形態だけで組みます。1行も記入しなければ、標準のフルタイムとパートタイムで"
    "組みます。1行の記入をすべて消すと、その勤務形態は外れます。空欄にした場合、勤務日数は週5日、休日は連続、"
    "パートタイムではないものとみなします。",
    "Shifts are made of the kinds of contract given here alone; with no row filled in, of the usual "
    "full-time and part-time. A row that is cleared as a whole is no longer a kind of contract. Left blank, "
    "people work 5 days a week, have their days off together and are not part-time.",
)
_EXAMPLES = {
    "length": Phrase("休憩を含む時間。例：9時間、7時間30分", "Breaks included, such as 9 h or 7 h 30 min"),
    "starts": Phrase("例：8:00、9:00 または 8:00〜10:00/30分", "Such as 8:00, 9:00 or 8:00-10:00/30 min"),
    "rests": Phrase(
        "始業からの時間/長さ。例：4時間/60分、2時間/15分/有給",
        "Time after the start/length, such as 4 h/60 min, 2 h/15 min/paid",
    ),
}
"""What is shown beside a cell while it is filled in."""
_NAME = Phrase("{n}文字以内で入力してください。", "Please enter up to {n} characters.")
_CHECK = Phrase("入力内容の確認", "Please check")
_DAYS = Phrase("1〜7の整数を入力してください。", "Please enter 1 to 7.")
_PEOPLE = Phrase("1以上の整数を入力してください。", "Please enter a whole number of 1 or more.")
_PICK = Phrase("一覧から選んでください。", "Please pick an entry of the list.")
_FIRST = 2
_FIGURES = frozenset({"days_a_week", "people"})
_CHOICES = frozenset({"days_off_together", "part_time"})


def write_groups(sheet: StaffingSheet, plan: StaffingPlan, row: int) -> int:
    """Fill the table, rows for more included; gives back the row below."""
    start = row
    row = sheet.note(sheet.section(row, GROUPS_TITLE), _HOW, _FIRST + len(GROUP_LABELS) - 1)
    sheet.put(row, 1, sheet.say(KEY), Look.HEAD)
    heads = [
        (label, Look.HEAD_NUMBER if column in _FIGURES else Look.HEAD)
        for column, label in GROUP_LABELS.items()
    ]
    first = row = sheet.head(row, heads)
    for key, group in group_rows(plan.groups):
        cells = group_cells(group, sheet.book.lang)
        sheet.put(row, 1, key, Look.ID)
        shown: dict[int, str] = {}
        for place, (column, value) in enumerate(cells.items(), start=_FIRST):
            text = yes_or_no(value, sheet.book.lang) if isinstance(value, bool) else value
            sheet.put(row, place, text, _look(column))
            shown[place] = text if isinstance(text, str) else ""
        sheet.fit(row, shown)
        row += 1
    sheet.keep(start, row - 1)
    for place, column in enumerate(GROUP_LABELS, start=_FIRST):
        sheet.validate(area(first, place, row - 1, place), _rule(sheet, column))
    return row


def _look(column: str) -> Look:
    if column in _FIGURES:
        return Look.INPUT_NUMBER
    return Look.INPUT_CHOICE if column in _CHOICES else Look.INPUT_TEXT


def _rule(sheet: StaffingSheet, column: str) -> dict[str, object]:
    """What may be entered into a column, or an example where only the reader can tell."""
    if column in _EXAMPLES:
        return {"validate": "any", "input_message": sheet.say(_EXAMPLES[column])}
    rule: dict[str, object]
    if column in _CHOICES:
        answers = sheet.book.pick_list([sheet.say(one.label) for one in YES_OR_NO])
        rule, message = {"validate": "list", "source": answers}, _PICK
    elif column in _FIGURES:
        most, message = (7, _DAYS) if column == "days_a_week" else (10**6, _PEOPLE)
        rule = {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": most}
    else:
        rule = {"validate": "length", "criteria": "<=", "value": LONGEST_NAME}
        message = _NAME.fill(n=LONGEST_NAME)
    return rule | {"error_title": sheet.say(_CHECK), "error_message": sheet.say(message)}
