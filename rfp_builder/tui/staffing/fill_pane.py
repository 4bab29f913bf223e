"""Step 5: of the plan into the definition, place by place, what stands there now beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding
from textual.content import Content

from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.commands.staffing import MakePlan
from rfp_builder.tui.staffing.desk_of import desk_of, show_staffing
from rfp_builder.tui.staffing.list_pane import Lines, ListPane, note
from rfp_builder.tui.widgets.long_list import Entry
from rfp_builder.tui.widths import cut
from rfp_builder.workspace.staffing.proposal import Proposal, Standing
from rfp_builder.workspace.staffing.steps import CLOSED, PlanAtHand

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.screens.staffing import StaffingScreen

PLACE = "staffing.derived"
_NO_PLAN = Phrase(
    "先に計画を作ります（F5 キー）。計画の値を、記入先ごとに、いまの値と並べて表示します。",
    "First make the plan (F5). Its values then stand here beside those of the definition.",
)
_OLD = Phrase(
    "前提か定義が、計画を作った後に変わりました。F5 キーで作り直してから記入します。",
    "Something that the plan rests on has changed since. Make it anew with F5, then fill it in.",
)
_COMPARING = Phrase("定義と比べています...", "Comparing it with the definition...")
_CHOSEN = Phrase("選んでいる箇所: {n} / {all}", "Chosen: {n} of {all} places")
_NOW = Phrase("    いま（{standing}）: {now}", "    now ({standing}): {now}")
_NEW = Phrase("    計画: {new}", "    plan: {new}")
_SAME = Phrase("    計画と同じ: {new}", "    the same: {new}")
_NOTHING = Phrase("-", "-")
_STANDING: Mapping[Standing, Phrase] = MappingProxyType(
    {
        Standing.EMPTY: Phrase("未入力", "not answered"),
        Standing.FILLED: Phrase("前の計画の値", "of an earlier plan"),
        Standing.WRITTEN: Phrase("手入力", "written by hand"),
        Standing.CHANGED: Phrase("記入後に手で変更", "changed by hand since"),
    }
)
_SURE = Phrase("手で入力された値を置き換えますか。", "Replace what somebody wrote?")
_REPLACED = Phrase(
    "次の{n}か所は、計画の値に置き換わります。あとで Ctrl+Z で元に戻せます。\n{places}",
    "Places where the plan's value takes over: {n}. Ctrl+Z brings them back.\n{places}",
)
_DO_IT = Phrase("置き換えて記入する", "Replace them")
_DONE = Phrase(
    "{n}か所に記入しました。Ctrl+Z でまとめて元に戻せます。",
    "Filled in: {n} places. Ctrl+Z takes all of it back.",
)
_MEANWHILE = Phrase(
    "その間に定義が変わりました。もう一度確かめてから記入してください。",
    "The definition has changed meanwhile. Please look again, then fill it in.",
)
_NOTHING_CHOSEN = Phrase("記入する箇所を、Space キーで選んでください。", "Choose places with Space first.")
_MOST = 12


class FillIn(Command):
    """All that is chosen, as one step."""

    key, shown = "f6", "F6"
    label = Phrase("選んだ箇所に記入", "Fill in")
    help = Phrase(
        "選んだ箇所に計画の値を記入します。まとめて1回で元に戻せます。",
        "Fill the plan's values into the places chosen, as one step that can be undone.",
    )

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`: with a plan that still holds, and before the issue."""
        session = wizard.session
        return (
            session is not None
            and not session.project.issues
            and desk_of(wizard).at_hand is PlanAtHand.CURRENT
            and bool(desk_of(wizard).proposals())
        )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`: what somebody wrote is replaced only when that is said once more."""
        from rfp_builder.tui.dialogs.confirm import Confirm

        screen = cast("StaffingScreen", wizard.screen)
        desk_of(wizard).compare_now()
        chosen = screen.query_one(FillPane).chosen_places()
        written = [one for one in chosen if not one.standing.is_free]
        if not chosen:
            wizard.tell(_NOTHING_CHOSEN)
        elif written:
            listed = [f"  {screen.say(one.label)}" for one in written[:_MOST]]
            places = "\n".join([*listed, *(["  .."] if len(written) > _MOST else [])])
            wizard.push_screen(
                Confirm(_SURE, _REPLACED.fill(n=len(written), places=places), _DO_IT),
                lambda sure: _fill(wizard, chosen) if sure else None,
            )
        else:
            _fill(wizard, chosen)


class ChooseAll(Command):
    """Every place, or none that somebody wrote."""

    label = Phrase("すべて選ぶ・戻す", "All or none")
    help = Phrase(
        "手で入力された箇所もすべて選びます。もう一度押すと、はじめの選び方に戻ります。",
        "Choose every place, those written by hand, too; once more goes back to how it began.",
    )

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        return FillIn().possible(wizard)

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        for pane in wizard.screen.query(FillPane):
            pane.choose_all()


class FillPane(ListPane):
    """Space or Enter takes a place or leaves it; what nobody wrote is taken to begin with."""

    TITLE = Phrase("記入", "Fill in")
    LEAD = Phrase(
        "計画の値を業務要件定義に記入します。Space キーで箇所を選び、F6 キーで記入します。",
        "Fill the plan into the definition. Space chooses places, F6 fills them in.",
    )
    DOES = (FillIn, ChooseAll, MakePlan)
    BINDINGS: ClassVar = [
        Binding("space,ideographic_space", "take", show=False),
        Binding("f6", "app.command('FillIn')", show=False),
    ]

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._toggled: set[str] = set()
        """Places that are not as they are to begin with."""

    def view(self) -> Content:
        """See `Pane`."""
        desk = desk_of(self.front.wizard)
        if desk.stage is not None:
            return Content(self.say(desk.stage))
        if self.front.session.project.issues:
            return Content(self.say(CLOSED))
        if desk.at_hand is not PlanAtHand.CURRENT:
            return Content(self.say(_NO_PLAN if desk.at_hand is PlanAtHand.NONE else _OLD))
        found = desk.proposals()
        if found is None:
            return Content(self.say(_COMPARING))
        offered = [one for one in found if one.standing is not Standing.SAME]
        chosen = len(self.chosen_places())
        return Content.styled(self.say(_CHOSEN.fill(n=chosen, all=len(offered))), "bold")

    def entries(self) -> Sequence[Entry]:
        """See `ListPane`."""
        desk = desk_of(self.front.wizard)
        if desk.at_hand is not PlanAtHand.CURRENT or self.front.session.project.issues:
            return ()
        rows: list[Entry] = [self._entry(one) for one in desk.proposals() or ()]
        rows += [note(f"left-{n}", f"! {self.say(one)}", "$warning") for n, one in enumerate(desk.left_out)]
        return rows

    def chosen_places(self) -> tuple[Proposal, ...]:
        """Those that are to be filled in."""
        return tuple(one for one in desk_of(self.front.wizard).proposals() or () if self._takes(one))

    def chosen(self, key: str) -> None:
        """See `ListPane`: take the place, or leave it."""
        self._toggled ^= {key}
        self.show()

    def action_take(self) -> None:
        """The same for where the cursor stands."""
        if self.listed.has_focus:
            self.listed.action_choose()

    def choose_all(self) -> None:
        """Every place; where that is so, those that nobody wrote alone."""
        found = desk_of(self.front.wizard).proposals() or ()
        written = {one.path for one in found if not one.standing.is_free}
        self._toggled = set() if self._toggled == written else written
        self.show()

    def forget(self) -> None:
        """Begin anew: what was chosen is done."""
        self._toggled.clear()

    def _takes(self, one: Proposal) -> bool:
        if one.standing is Standing.SAME:
            return False
        return one.standing.is_free != (one.path in self._toggled)

    def _entry(self, one: Proposal) -> Lines:
        same = one.standing is Standing.SAME
        sign = "[=]" if same else "[v]" if self._takes(one) else "[ ]"
        width = max(40, self.screen.size.width - 4)
        head = Content(cut(f"{sign} {self.say(one.label)}", width))
        if same:
            held = Content.styled(cut(self.say(_SAME.fill(new=one.new)), width), "$text-muted")
            return Lines(one.path, (head.stylize("$text-muted"), held), stop=False)
        new = Content(cut(self.say(_NEW.fill(new=one.new)), width))
        held_now = self.say(one.now) or self.say(_NOTHING)
        now = self.say(_NOW.fill(now=held_now, standing=_STANDING[one.standing]))
        return Lines(one.path, (head, Content.styled(cut(now, width), "$text-muted"), new))


def _fill(wizard: Wizard, places: tuple[Proposal, ...]) -> None:
    """Put all of them in as one step of the document."""
    from rfp_builder.workspace.staffing.filling import filled

    session, desk = wizard.session, desk_of(wizard)
    if session is None or desk.made is None:
        return
    desk.compare_now()
    now = {one.path: one for one in desk.proposals() or ()}
    if any(now.get(one.path) != one for one in places):
        wizard.tell(_MEANWHILE)
        return
    # What says the same already is marked anew, too: else it would look older than the plan.
    same = (one for one in desk.proposals() or () if one.standing is Standing.SAME)
    after = filled(session.project, desk.made, (*places, *same), session.today)
    if wizard.attempt(lambda: session.document.change(after, PLACE)):
        desk.filled_in()
        for pane in wizard.screen.query(FillPane):
            pane.forget()
        wizard.tell(_DONE.fill(n=len(places)))
        show_staffing(wizard)
