"""The weekly calendar of a row: seven days and the public holidays, changed with keys or the mouse."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.events import MouseDown, MouseMove, MouseUp
from textual.widget import Widget

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.forms.hours import STEP, WEEKDAYS, Hours
from rfp_builder.i18n import Lang, Phrase, Speakable
from rfp_builder.model.choices import Day
from rfp_builder.text.show import show_time
from rfp_builder.tui.dialogs.dialog import CANCEL, OK, Dialog
from rfp_builder.tui.table.hours import CELLS, drawn, scale
from rfp_builder.tui.widgets.said import Said
from rfp_builder.tui.widths import filled

_TITLE = Phrase("曜日と時間帯: {name}", "Days and hours: {name}")
_HOW = Phrase(
    "上下キーで曜日を選び、Space キーで受け付ける日を切り替えます。左右キーで終了時刻、Shift と左右キーで"
    "開始時刻を30分ずつ動かします。帯をマウスでなぞっても指定できます。",
    "Up and down choose a day; Space switches it on or off. Left and right move the closing time by half an "
    "hour, with Shift the opening time. You can also drag along a bar.",
)
_ON = Phrase("あり", "on ")
_OFF = Phrase("なし", "off")
_FROM_TO = Phrase("{opens} から {closes} まで", "{opens} to {closes}")
_NO_TIME = Phrase("時刻は未入力（左右キーで入力）", "no times yet (left and right set them)")
_WEEKDAYS = Phrase("平日", "Weekdays")
_EVERY_DAY = Phrase("毎日", "Every day")
_ALL_HOURS = Phrase("24時間", "24 hours")
_BAR_AT = 22
_HEAD = 2


class WeekPlan(Widget, can_focus=True):
    """Shows `hours` and changes them; nothing is written anywhere."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar = [
        Binding("up", "day(-1)", show=False),
        Binding("down", "day(1)", show=False),
        Binding("space", "switch", show=False),
        Binding("left", f"closing(-{STEP})", show=False),
        Binding("right", f"closing({STEP})", show=False),
        Binding("shift+left", f"opening(-{STEP})", show=False),
        Binding("shift+right", f"opening({STEP})", show=False),
    ]

    def __init__(self, hours: Hours, lang: Lang) -> None:
        super().__init__(id="week-plan")
        self.hours = hours
        self._lang = lang
        self._day = 0
        self._dragged_from: int | None = None

    def render(self) -> RenderResult:
        """See Textual."""
        lines = [self._times(), Content.styled(" " * _BAR_AT + scale(), "$text-muted")]
        lines += [self._line(at, day) for at, day in enumerate(Day)]
        return Content("\n").join(lines)

    def put(self, hours: Hours) -> None:
        """Show other hours."""
        self.hours = hours
        self.refresh()

    def action_day(self, way: int) -> None:
        """Choose a day."""
        self._day = min(max(self._day + way, 0), len(Day) - 1)
        self.refresh()

    def action_switch(self) -> None:
        """The chosen day on or off."""
        self.put(self.hours.toggled(list(Day)[self._day]))

    def action_opening(self, minutes: int) -> None:
        """Open later or earlier."""
        self.put(self.hours.opening(minutes))

    def action_closing(self, minutes: int) -> None:
        """Close later or earlier."""
        self.put(self.hours.closing(minutes))

    def on_mouse_down(self, event: MouseDown) -> None:
        """See Textual."""
        at = event.get_content_offset(self)
        if at is None or not 0 <= at.y - _HEAD < len(Day):
            return
        self._day = at.y - _HEAD
        if at.x < _BAR_AT:
            self.action_switch()
        else:
            self._dragged_from = min(at.x - _BAR_AT, CELLS - 1)
            self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """See Textual."""
        cell = event.x - _BAR_AT
        if self._dragged_from is not None and cell != self._dragged_from:
            first, last = sorted((self._dragged_from, min(max(cell, 0), CELLS - 1)))
            self.put(self.hours.between(first * STEP, (last + 1) * STEP))

    def on_mouse_up(self, event: MouseUp) -> None:
        """See Textual: without dragging, the nearer end moves there."""
        began, self._dragged_from = self._dragged_from, None
        self.release_mouse()
        if began is not None and event.x - _BAR_AT == began:
            self.put(self.hours.near(began * STEP))

    def _times(self) -> Content:
        opens, closes = self.hours.opens, self.hours.closes
        if opens is None or closes is None:
            return Content.styled(_NO_TIME.to(self._lang), "$warning")
        said = _FROM_TO.fill(opens=show_time(opens), closes=show_time(closes))
        return Content.styled(said.to(self._lang), "bold")

    def _line(self, at: int, day: Day) -> Content:
        runs = day in self.hours.days
        name = choice_label(day).to(self._lang)
        state = (_ON if runs else _OFF).to(self._lang)
        label = f" {filled(name, 16)} {state}"
        style = "reverse" if at == self._day else "bold" if runs else "$text-muted"
        return Content.assemble(
            Content.styled(filled(label, _BAR_AT), style), drawn(self.hours.bar(), runs=runs)
        )


class WeekDialog(Dialog[Hours]):
    """Gives the days and hours that were chosen."""

    CSS_PATH = "../styles/week.tcss"
    BUTTONS: ClassVar = (
        *(("weekdays", _WEEKDAYS), ("every", _EVERY_DAY), ("all", _ALL_HOURS)),
        *(("ok", OK), ("cancel", CANCEL)),
    )

    BINDINGS: ClassVar = [Binding("enter", "take", show=False)]

    def __init__(self, name: Speakable, hours: Hours) -> None:
        super().__init__()
        self._whose, self._hours = name, hours

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return _TITLE.fill(name=self._whose)

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        yield Said(self.say(_HOW), classes="dialog-text")
        yield WeekPlan(self._hours, self.lang)

    def on_mount(self) -> None:
        """See Textual."""
        self.query_one(WeekPlan).focus()

    def action_take(self) -> None:
        """Take what is shown."""
        self.dismiss(self.query_one(WeekPlan).hours)

    def pressed(self, button: str) -> None:
        """See `Dialog`."""
        plan = self.query_one(WeekPlan)
        match button:
            case "weekdays":
                plan.put(plan.hours.on(WEEKDAYS))
            case "every":
                plan.put(plan.hours.on(frozenset(Day)))
            case "all":
                plan.put(plan.hours.between(0, 24 * 60))
            case "ok":
                self.action_take()
            case _:
                self.dismiss(None)
