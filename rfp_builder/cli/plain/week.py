"""The days and hours of a row as a week: told day by day, changed by words such as 「平日 9:00-18:00」."""

from __future__ import annotations

from typing import Any

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.everywhere import heed
from rfp_builder.cli.plain.listing import AGAIN, leaves
from rfp_builder.cli.plain.replies import Command
from rfp_builder.cli.plain.rows import rows_of
from rfp_builder.cli.plain.slot import Slot
from rfp_builder.cli.plain.typing import said
from rfp_builder.cli.plain.week_words import read_week
from rfp_builder.forms.hours import Hours, as_changes, hours_of
from rfp_builder.i18n import Phrase
from rfp_builder.model.choices import Day
from rfp_builder.text.fold import fold
from rfp_builder.text.show import show_time
from rfp_builder.text.unreadable import Unreadable
from rfp_builder.workspace.document.paths import row_key

_TITLE = Phrase("{n}行目「{name}」の曜日と時間帯", "Days and hours of row {n}, “{name}”")
_DAY = Phrase("  {day}: {hours}", "  {day}: {hours}")
_FROM_TO = Phrase("{opens} から {closes} まで", "{opens} to {closes}")
_OFF = Phrase("なし", "off")
_NO_TIMES = Phrase("あり（時刻は未入力）", "on (no times yet)")
_HINT = Phrase(
    "入力: 曜日と時間帯（例: 平日 9:00-18:00、毎日 24時間、土日 なし、祝日 あり、10:00-20:00）"
    " [Enter 決める  < 戻る  ? 説明  u 元に戻す]",
    "Type days and hours, such as: weekdays 9:00-18:00, every day 24 hours, Sat Sun off, Public holidays on, "
    "10:00-20:00 [Enter done  < back  ? help  u undo]",
)
_HELP = Phrase(
    "曜日だけを入力すると、その曜日だけになります。「なし」「あり」を付けると、その曜日だけを外し、または加えます。"
    "時間帯はすべての曜日に共通です。曜日で時間が違う場合は、表に行を分けて入力します。"
    "l で1週間をもう一度聞けます。",
    "Days alone become the days there are; with “off” or “on” they are taken out or added. The hours hold "
    "for all days; where they differ, give each its own row of the table. l tells the week again.",
)
_GONE = Phrase("その行はもうありません。", "That row is gone.")


def plan_week(desk: Desk, slot: Slot, at: int) -> None:
    """Tell the week of the row at `at` and change it as is typed, until somebody is done.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    row = rows_of(slot)[at]
    key, first = row_key(row), slot.question.columns[0]
    desk.say()
    desk.say(_TITLE.fill(n=at + 1, name=said(desk, first, getattr(row, first.name))))
    told: Hours | None = None
    while True:
        row = _row(slot, key)
        if row is None:
            desk.say(_GONE)
            return
        hours = hours_of(row)
        if hours != told:
            _tell(desk, hours, told)
        told = hours
        reply = desk.reply(_HINT)
        if leaves(reply):
            return
        if reply.command is Command.HELP:
            desk.say(_HELP)
        elif reply.command is None and fold(reply.text) in AGAIN:
            told = None
        elif not heed(desk, reply, slot.path):
            _change(desk, slot, row, reply.text)


def _row(slot: Slot, key: str | None) -> Any:
    return next((row for row in rows_of(slot) if row_key(row) == key), None)


def _tell(desk: Desk, hours: Hours, before: Hours | None) -> None:
    """The whole week once, and then the days that are different."""
    for day in Day:
        line = _said(desk, hours, day)
        if before is None or _said(desk, before, day) != line:
            desk.say(line)


def _said(desk: Desk, hours: Hours, day: Day) -> str:
    runs = _OFF
    if day in hours.days:
        runs = _NO_TIMES
        if hours.opens is not None and hours.closes is not None:
            runs = _FROM_TO.fill(opens=show_time(hours.opens), closes=show_time(hours.closes))
    return desk.in_words(_DAY.fill(day=choice_label(day), hours=runs))


def _change(desk: Desk, slot: Slot, row: Any, typed: str) -> None:
    before = hours_of(row)
    try:
        after = read_week(typed, before)
    except Unreadable as unreadable:
        desk.say(unreadable.reason)
        return
    changed = row.replace(**as_changes(before, after))
    if changed != row:
        slot.put(tuple(changed if one is row else one for one in rows_of(slot)))
