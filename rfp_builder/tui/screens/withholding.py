"""Requirements left out on purpose: why each may be, what hangs on it, and what a vendor will read."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.tui.commands.command import bindings
from rfp_builder.tui.commands.everywhere import Back, ShowCommands
from rfp_builder.tui.commands.withholding import (
    ChooseItem,
    ChooseSub,
    EditWithholding,
    ExplainWithholding,
    NextFilter,
    OtherSide,
    PreviousFilter,
    Toggle,
    ToRegister,
)
from rfp_builder.tui.criteria.lines import serious
from rfp_builder.tui.criteria.part import offered
from rfp_builder.tui.screens.screen import WizardScreen
from rfp_builder.tui.widgets.entries import Row
from rfp_builder.tui.widgets.key_bar import KeyBar
from rfp_builder.tui.widgets.long_list import LongList
from rfp_builder.tui.widgets.said import Said
from rfp_builder.tui.withholding.choice import Filter, Kind
from rfp_builder.tui.withholding.lines import gauge, known, read_by_vendors, row
from rfp_builder.workspace.document.labels import titled
from rfp_builder.workspace.withholding_view import VendorsView

_PLACE = Phrase("非開示にする要件（社外秘）", "Withheld requirements (confidential)")
_LEAD = Phrase(
    "提案力を見るために提案依頼書に載せない要件を選びます。Space で切り替えます。",
    "Choose what the RFP leaves out, to see what vendors propose unasked (Space).",
)
_FINAL = Phrase(
    "何を載せないかは発行時に確定しました。内容と、提案会社が読む文を確かめられます。",
    "What the RFP leaves out is final. Here you can read it, and what vendors see.",
)
_NONE = Phrase(
    "ここに当てはまる要件はありません。F8 で絞り込みを変えるか、要件台帳へ登録してください。"
    "各章の画面で F6 を押すと、用意された要件文の一覧に「非開示可」と書いてあります。",
    "No requirement is like this. F8 changes the filter; if the register is empty, fill it first."
    " In a section, F6 lists ready statements and says which of them may be withheld.",
)
_WE = Phrase("発注者が知っていること（社外秘）", "What we know (confidential)")
_THEY = Phrase("提案会社が読む文", "What a vendor will read")
_TAB = Phrase("{kind} {n}件", "{kind} {n}")
_ITEM = Phrase("項目: {item}", "Item: {item}")
_READING = (ChooseItem, ToRegister)
_OFFERS = (EditWithholding, ChooseSub, *_READING)
_REQUIREMENT = re.compile(r"^requirements\[([^\]]+)\]")


class Requirements(LongList):
    """Space or Enter on a row."""

    BINDINGS: ClassVar = [Binding("space", "app.command('Toggle')", show=False)]


class WithholdingScreen(WizardScreen):
    """The list above; below it what we know and what vendors read, side by side where there is room."""

    CSS_PATH = "../styles/withholding.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as Textual types it
    KEYS = (Toggle, ExplainWithholding, NextFilter, OtherSide, ShowCommands, Back)
    DOES = (
        *(Toggle, EditWithholding, ChooseSub, NextFilter, PreviousFilter, ChooseItem, OtherSide),
        *(ToRegister, ExplainWithholding),
    )
    BINDINGS: ClassVar = bindings(
        ExplainWithholding, ChooseSub, NextFilter, PreviousFilter, ChooseItem, OtherSide
    )

    def __init__(self) -> None:
        super().__init__()
        self.filter = Filter()
        self._wanted: str | None = None
        self._view: VendorsView | None = None
        self._asked: tuple[Project, Lang] | None = None
        """What the view was last asked for."""
        self._theirs = False
        """Whether a narrow screen shows what vendors read."""

    @property
    def chosen(self) -> Requirement | None:
        """The marked requirement as it is now."""
        entry = self.query_one(Requirements).current
        return None if entry is None else self.session.project.requirement(entry.key)

    def place(self) -> Phrase:
        """See `WizardScreen`."""
        return _PLACE

    def body(self) -> Iterable[Widget]:
        """See `WizardScreen`."""
        yield Said(id="withheld-gauge")
        yield Said(id="withheld-lead", classes="part-lead")
        yield Said(id="withheld-filter")
        yield Said(id="withheld-offers", classes="withheld-offers")
        yield Said(self.say(_NONE), id="withheld-none")
        yield Requirements(id="withheld-list")
        with Horizontal(id="withheld-both"):
            with VerticalScroll(id="withheld-ours"):
                yield Said(self.say(_WE), classes="withheld-heading")
                yield Said(id="withheld-known")
            with VerticalScroll(id="withheld-theirs"):
                yield Said(self.say(_THEY), classes="withheld-heading")
                yield Said(id="withheld-read")

    def arrive(self) -> None:
        """See `WizardScreen`."""
        self.query_one(Requirements).focus()
        self._mark_wanted()

    def show(self) -> None:
        """See `WizardScreen`."""
        project = self.session.project
        self.query_one("#withheld-gauge", Said).update(gauge(project, self.lang, self._leaks()))
        lead, offers = (_FINAL, _READING) if project.issues else (_LEAD, _OFFERS)
        final = project.issues != ()
        self.query_one(KeyBar).bring_up([one for one in self.KEYS if not (final and one is Toggle)])
        self.query_one("#withheld-lead", Said).update(self.say(lead))
        self.query_one("#withheld-offers", Said).update(offered(offers, self))
        self.query_one("#withheld-filter", Said).update(self._tabs(project))
        self._show_rows(project)
        self._show_sides()
        self._work_out_view(project, self.lang)

    def report_changed(self) -> None:
        """See `WizardScreen`. A check may end while the screen is still being made."""
        if self.is_mounted:
            self.show()

    def go_to(self, path: str) -> None:
        """See `WizardScreen`."""
        self._wanted = path
        if self.is_mounted:
            self._mark_wanted()

    def turn(self, steps: int) -> None:
        """The next filter."""
        self.filter = self.filter.next(steps)
        self.show()

    def action_kind(self, kind: str) -> None:
        """Show one kind."""
        self.filter = Filter(Kind(kind), self.filter.item)
        self.show()

    def narrow(self, item: str | None) -> None:
        """Show the requirements of one item, or of all."""
        self.filter = Filter(self.filter.kind, item)
        self.show()

    def other_side(self) -> None:
        """What we know, or what vendors read; where both stand side by side, the focus goes over."""
        sides = [self.query_one(Requirements), *self.query("#withheld-ours, #withheld-theirs")]
        if self.has_class("-wide"):
            at = next((n for n, one in enumerate(sides) if one.has_focus), 0)
            sides[(at + 1) % len(sides)].focus()
        else:
            self._theirs = not self._theirs
            self.query_one("#withheld-both").set_class(self._theirs, "theirs")

    def on_long_list_moved(self, event: LongList.Moved) -> None:
        """See Textual."""
        self._show_sides()

    def on_long_list_chosen(self, event: LongList.Chosen) -> None:
        """See Textual."""
        self.run_worker(self.wizard.action_command(EditWithholding.id()))

    def _mark_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        found = _REQUIREMENT.match(wanted or "")
        if found is None:
            return
        self.show()
        listed = self.query_one(Requirements)
        if not listed.go(found[1]):
            self.filter = Filter()
            self.show()
            listed.go(found[1])

    def _leaks(self) -> int:
        report = self.session.report
        leaks = ("disclosure.quote", "disclosure.question-quotes", "disclosure.id")
        return 0 if report is None else sum(one.rule in leaks for one in report.findings)

    def _tabs(self, project: Project) -> Content:
        parts: list[Content] = []
        for kind in Kind:
            count = len(Filter(kind, self.filter.item).of(project))
            label = f" {self.say(_TAB.fill(kind=kind.label, n=count))} "
            present = kind is self.filter.kind
            text = Content.styled(f"[{label}]", "bold reverse") if present else Content(f" {label} ")
            parts.append(text.stylize(Style.from_meta({"@click": f"screen.kind('{kind.value}')"})))
        if self.filter.item is not None:
            parts.append(Content.styled(f" {self.say(_ITEM.fill(item=titled(self.filter.item)))}", "bold"))
        return Content.assemble(*parts)

    def _show_rows(self, project: Project) -> None:
        shown = self.filter.of(project)
        self.query_one("#withheld-none").display = not shown
        self.query_one(Requirements).set_entries([Row(one.id, partial(self._line, one)) for one in shown])

    def _line(self, one: Requirement, width: int) -> Content:
        return row(one, self.lang, width, serious(self.session.findings_at(f"requirements[{one.id}]")))

    def _show_sides(self) -> None:
        one, session = self.chosen, self.session
        ours, theirs = self.query_one("#withheld-known", Said), self.query_one("#withheld-read", Said)
        self.query_one("#withheld-both").display = one is not None
        if one is None:
            return
        findings = session.findings_at(f"requirements[{one.id}]")
        ours.update(known(session.project, one, self.lang, findings))
        view = self._view
        fresh = view is not None and view.project is session.project and view.lang is self.lang
        theirs.update(read_by_vendors(one, view.lines(one) if view and fresh else None, self.lang))

    def _work_out_view(self, project: Project, lang: Lang) -> None:
        """In a thread: making the view of a large project takes longer than a key may."""
        if self._asked is not None and self._asked[0] is project and self._asked[1] is lang:
            return
        self._asked = (project, lang)
        self.run_worker(
            lambda: self._make_view(project, lang), thread=True, group="vendors-view", exit_on_error=False
        )

    def _make_view(self, project: Project, lang: Lang) -> None:
        view = VendorsView(project, lang, self.wizard.today)
        with contextlib.suppress(RuntimeError):
            self.wizard.call_from_thread(self._take_view, view)

    def _take_view(self, view: VendorsView) -> None:
        # A slower one for an older project comes too late.
        if self._asked is not None and view.project is self._asked[0] and view.lang is self._asked[1]:
            self._view = view
            if self.is_mounted:
                self._show_sides()
