"""Step 4: the plan is made, and looked at from several sides."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content

from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.staffing import MakePlan, StopPlan
from rfp_builder.tui.documents.pane import Pane
from rfp_builder.tui.staffing.desk_of import desk_of
from rfp_builder.tui.widgets.pick import Pick
from rfp_builder.tui.widgets.push import Push
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.staffing.steps import PlanAtHand

_SHOWN = Phrase("表示", "Show")
_FIRST = Phrase(
    "先に「1 実績」で、過去の件数を取り込みます。", "First take past contacts in, under 1 History."
)
_NOT_YET = Phrase(
    "「計画を作る」で計算します（F5 キー）。数秒から数十秒かかりますが、"
    "その間もほかの作業を続けられます。\n\n"
    "計算するもの:\n"
    "  月別・時間帯別の件数の予測と、その幅\n"
    "  サービスレベルを守るのに必要な人数（曜日と時間帯ごと）\n"
    "  シフト、採用と研修の計画、間に合う開始日\n"
    "  想定費用（月額、P50・P80）",
    "“Make the plan” calculates it (F5). It takes seconds, and you can go on working meanwhile.\n\n"
    "What it works out:\n"
    "  contacts by month and interval, and how far they may stray\n"
    "  agents for the service level, by weekday and interval\n"
    "  shifts, hiring and training, and the first start that can be met\n"
    "  the should-cost of a month, with P50 and P80",
)
_OLD = Phrase(
    "前提か定義が、計画を作った後に変わりました。F5 キーで作り直してください。",
    "Something that the plan rests on has changed since. F5 makes it anew.",
)
_LEAST_WIDTH = 40


class ViewPick(Pick):
    """Left and right choose a view; the keys that go up and down scroll it."""

    BINDINGS: ClassVar = [
        Binding("down", "scroll('down')", show=False),
        Binding("up", "scroll('up')", show=False),
        Binding("pagedown", "scroll('page_down')", show=False),
        Binding("pageup", "scroll('page_up')", show=False),
        Binding("home", "scroll('home')", show=False),
        Binding("end", "scroll('end')", show=False),
    ]

    def action_scroll(self, way: str) -> None:
        """Scroll what is shown."""
        for view in self.screen.query("#plan-scroll").results(VerticalScroll):
            getattr(view, f"scroll_{way}")(animate=False)


class PlanPane(Pane):
    """Buttons, how far the plan is, and one of its views."""

    TITLE = Phrase("計画", "Plan")
    LEAD = Phrase(
        "左右の矢印キーで表示を切り替え、上下の矢印キーで動かします。",
        "The arrow keys left and right choose what is shown; up and down scroll.",
    )
    DOES = (MakePlan, StopPlan)

    def compose(self) -> ComposeResult:
        """See Textual."""
        from rfp_builder.tui.staffing.result import VIEWS

        with Horizontal(classes="pane-buttons"):
            for one in self.DOES:
                yield Push(self.say(one.label), id=f"do-{one.id()}")
            yield Said(id="plan-state")
        views = [(name, self.say(label)) for name, label in VIEWS.items()]
        yield ViewPick(self.say(_SHOWN), views, desk_of(self.front.wizard).view, id="plan-view")
        with VerticalScroll(id="plan-scroll", can_focus=False):
            yield Said(classes="pane-view")

    def take_focus(self) -> None:
        """See `Pane`: on the views, once there is something to see."""
        pick = self.query_one(ViewPick)
        if pick.display:
            pick.focus()
        else:
            super().take_focus()

    def show(self) -> None:
        """See `Pane`."""
        desk = desk_of(self.front.wizard)
        focused = self.screen.focused
        super().show()
        old = desk.at_hand is PlanAtHand.OLD
        state = self.query_one("#plan-state", Said)
        state.set_class(old and desk.stage is None, "old")
        said = desk.stage or (_OLD if old else None)
        state.update("" if said is None else f"! {self.say(said)}" if said is _OLD else self.say(said))
        pick = self.query_one(ViewPick)
        appears = desk.made is not None and not pick.display
        pick.display = desk.made is not None
        self.can_focus = False
        if appears and (focused is None or not focused.display or self in focused.ancestors):
            pick.focus()

    def view(self) -> Content:
        """See `Pane`."""
        desk = desk_of(self.front.wizard)
        if desk.made is None:
            has_history = self.front.session.project.staffing.history is not None
            return Content(self.say(_NOT_YET if has_history else _FIRST))
        from rfp_builder.tui.staffing.result import lines_of_view

        width = max(_LEAST_WIDTH, self.screen.size.width - 6)
        picked = self.query_one(ViewPick).picked
        return Content("\n").join(lines_of_view(picked, desk.made.plan, desk.months, self.front.lang, width))

    def on_pick_picked(self, event: Pick.Picked) -> None:
        """See `Pick`: another view begins at its top."""
        event.stop()
        desk_of(self.front.wizard).view = event.sender.picked
        self.query_one("#plan-scroll", VerticalScroll).scroll_home(animate=False)
        self.query_one(".pane-view", Said).update(self.view())

    def on_resize(self) -> None:
        """See Textual: lines are broken anew."""
        if desk_of(self.front.wizard).made is not None:
            self.query_one(".pane-view", Said).update(self.view())
