"""The register: every requirement in one list, with a filter above and one of them at length beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Resize
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from rfp_builder.i18n import Phrase
from rfp_builder.model.requirement import Requirement
from rfp_builder.tui.commands.command import bindings
from rfp_builder.tui.commands.everywhere import ShowCommands
from rfp_builder.tui.commands.register import (
    REGISTER,
    ChooseFilter,
    EditRequirement,
    MarkRequirement,
    NewRequirement,
    PickReady,
)
from rfp_builder.tui.register.counted import NONE_YET, counted
from rfp_builder.tui.register.details import details
from rfp_builder.tui.register.line import requirement_line
from rfp_builder.tui.register.rows import RegisterHead, RequirementList
from rfp_builder.tui.screens.screen import WizardScreen
from rfp_builder.tui.widgets.entries import Row
from rfp_builder.tui.widgets.long_list import LongList
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.document.step import Change
from rfp_builder.workspace.register_filter import RegisterFilter, folded

if TYPE_CHECKING:
    from rfp_builder.tui.dialogs.requirement import RequirementForm

WIDE = 100
"""Columns from which the list and one requirement stand side by side."""
_READING_SECONDS = 0.05
_PLACE = Phrase("要件台帳", "Requirement register")
_HOW = Phrase(
    "Enter で編集、Space で印を付けます。分割や一括変更は F10 にあります。",
    "Enter edits, Space selects. F10 offers split, merge and bulk change.",
)
_FILTER = Phrase(
    "絞り込み: 言葉、章や項目（2、2.4）、必須、非開示、指摘",
    "Filter: words, section or item (2, 2.4), must, withheld, findings",
)
_NONE_LEFT = Phrase(
    "当てはまる要件がありません。絞り込みを消すと、すべて表示します。",
    "No requirement fits. Clear the filter to see them all.",
)
_EDITING = Phrase(
    "編集中: {item} の要件（{n}/{m}）  Esc で一覧へ、F8 で次の要件へ",
    "Editing a requirement of {item} ({n}/{m})  Esc: list, F8: next",
)
_PATH = re.compile(r"requirements\[([^\]]+)\](?:\.([a-z_]+))?")


class RegisterScreen(WizardScreen):
    """A list, or the form of one requirement; from 100 columns on both."""

    CSS_PATH = "../styles/register.tcss"
    AUTO_FOCUS = "#register-list"
    ABOUT = Phrase(
        "提案会社に求める要件を、1件ずつ管理する台帳です。\n"
        "上下の矢印キーで選び、Enter キーで編集します。Space キーで印を付けると、まとめて変更できます。\n"
        "上の欄に言葉や章の番号を入れると、当てはまる要件だけを表示します。",
        "The list of everything that is required of vendors, one statement a line.\n"
        "Choose with the arrow keys and edit with Enter. Mark several with Space to change them together.\n"
        "Words or the number of a section in the field above narrow the list.",
    )
    KEYS = (EditRequirement, MarkRequirement, NewRequirement, PickReady, ChooseFilter, ShowCommands)
    DOES = REGISTER
    BINDINGS: ClassVar = [
        *bindings(*REGISTER),
        # What is read can be edited, too; the list and all fields take the key for themselves.
        Binding("enter", f"app.command('{EditRequirement.id()}')", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.marked: frozenset[str] = frozenset()
        self.editing: str | None = None
        self.form: RequirementForm | None = None
        self._wanted: str | None = None
        self._reading: Timer | None = None
        self._said: dict[str, tuple[Requirement, str]] = {}

    def place(self) -> Phrase:
        """See `WizardScreen`."""
        return _PLACE

    @property
    def here(self) -> str:
        """Path of the requirement at the cursor, for F2."""
        one = self.current()
        return "requirements" if one is None else f"requirements[{one.id}]"

    @property
    def rows(self) -> LongList:
        """The list of requirements."""
        return self.query_one("#register-list", LongList)

    @property
    def filter(self) -> RegisterFilter:
        """What the list shows."""
        return RegisterFilter.read(self.query_one("#register-filter", Input).value)

    def body(self) -> Iterable[Widget]:
        """See `WizardScreen`."""
        yield Said(self.say(_HOW), id="register-how")
        yield Horizontal(
            Vertical(
                Input(placeholder=self.say(_FILTER), id="register-filter", compact=True),
                Said(id="register-shown"),
                RegisterHead(self.lang, id="register-head"),
                RequirementList(id="register-list"),
                id="register-left",
            ),
            Vertical(
                Said(id="register-editing"),
                VerticalScroll(Said(id="register-details"), id="register-reading"),
                id="register-right",
            ),
            id="register-body",
        )

    def on_resize(self, event: Resize) -> None:
        """See Textual."""
        self.set_class(event.size.width < WIDE, "-narrow")
        self.show_details()

    def show(self) -> None:
        """See `WizardScreen`."""
        present = {one.id for one in self.session.project.requirements}
        self.marked &= present
        if self.editing is not None and self.editing not in present:
            self.stop_editing()
        self.show_list()
        if self.form is not None:
            self.form.show()
        if self._wanted is not None:
            self._go(self._wanted)

    def document_changed(self, change: Change) -> None:
        """See `WizardScreen`. While one types in the form, only what is typed about is drawn."""
        match = _PATH.match(change.path or "")
        one = None if match is None else self.session.project.requirement(match[1])
        typed = change.origin == "set" and match is not None and match[2] is not None
        if one is None or not typed or self.form is None or one.id != self.editing:
            self.show()
            return
        self.rows.put(self._row(one, self.with_findings()))
        self.form.show()

    def report_changed(self) -> None:
        """See `WizardScreen`."""
        self.show()

    def show_list(self) -> None:
        """Bring the list up to document, filter and marks."""
        project, wanted, found = self.session.project, self.filter, self.with_findings()
        shown = [one for one in project.requirements if wanted.shows(one, found, self._folded)]
        self.rows.set_entries([self._row(one, found) for one in shown])
        said = counted(len(shown), len(project.requirements), wanted, len(self.marked))
        sentence, line = self.say(said), self.query_one("#register-shown", Said)
        if str(line.visual) != sentence:
            line.update(sentence)
        self.show_details()

    def show_details(self) -> None:
        """Say everything about the requirement at the cursor, where that can be seen."""
        if self.editing is not None or (self.has_class("-narrow") and not self.has_class("-reading")):
            return
        one = self.current()
        said = self.query_one("#register-details", Said)
        if one is None:
            empty = _NONE_LEFT if self.session.project.requirements else NONE_YET
            said.update(self.say(empty))
        else:
            found = self.session.findings_at(f"requirements[{one.id}]")
            said.update(details(self.session.project, one, found, self.lang))

    def with_findings(self) -> dict[str, bool]:
        """The ids that the check has something to say of, and whether that blocks the issue."""
        found: dict[str, bool] = {}
        for one in self.session.report.findings if self.session.report is not None else ():
            match = _PATH.match(one.path)
            if match is not None:
                found[match[1]] = found.get(match[1], False) or one.severity.value == "blocks"
        return found

    def current(self) -> Requirement | None:
        """The requirement that is edited, or at the cursor."""
        entry = self.rows.current
        key = self.editing or (None if entry is None else entry.key)
        return None if key is None else self.session.project.requirement(key)

    def targets(self) -> tuple[str, ...]:
        """What a command is done to: the marked ones, else the one at the cursor."""
        if self.marked and self.editing is None:
            return tuple(one.id for one in self.session.project.requirements if one.id in self.marked)
        one = self.current()
        return () if one is None else (one.id,)

    def filter_by(self, wanted: RegisterFilter) -> None:
        """Show what passes a filter; it stands in the filter line as if typed."""
        self.query_one("#register-filter", Input).value = wanted.typed(self.lang)

    def find(self, requirement_id: str) -> None:
        """Put the cursor on a requirement; a filter that hides it is cleared."""
        self.show_list()
        if not self.rows.go(requirement_id):
            with self.prevent(Input.Changed):
                self.query_one("#register-filter", Input).value = ""
            self.show_list()
            self.rows.go(requirement_id)

    def edit(self, requirement_id: str, name: str = "statement") -> None:
        """Show the form of a requirement with the focus in one field."""
        from rfp_builder.tui.dialogs.requirement import RequirementForm

        self.add_class("-editing")
        if self.form is not None and self.editing == requirement_id:
            self.form.focus_field(name)
        else:
            if self.form is not None:
                self.form.remove()
            self.editing, self.form = requirement_id, RequirementForm(requirement_id, name)
            self.query_one("#register-right").mount(self.form)
        self.find(requirement_id)
        self._show_editing()

    def stop_editing(self) -> None:
        """Back to the list."""
        if self.editing is not None:
            self.call_after_refresh(self.show_list)
        self.editing = None
        self.remove_class("-editing")
        if self.form is not None:
            self.form.remove()
            self.form = None
        self.rows.focus()

    def go_to(self, path: str) -> None:
        """See `WizardScreen`."""
        if self.is_mounted:
            self._go(path)
        else:
            self._wanted = path

    def _go(self, path: str) -> None:
        self._wanted = None
        match = _PATH.match(path)
        if match is None or self.session.project.requirement(match[1]) is None:
            self.stop_editing()
        elif match[2] == "withholding":
            self.find(match[1])
            self.call_later(self._to_withholding, path)
        elif match[2] is None:
            self.stop_editing()
            self.find(match[1])
        else:
            self.edit(match[1], match[2])

    def _to_withholding(self, path: str) -> None:
        """What is withheld is shown, and mended, on a screen of its own."""
        from rfp_builder.tui.road import go

        go(self.wizard, "withholding")
        front = self.wizard.screen
        if isinstance(front, WizardScreen):
            front.go_to(path)

    async def speak(self) -> None:
        """See `WizardScreen`; filter, cursor and form stay."""
        wanted, entry, editing = self.filter, self.rows.current, self.editing
        field = None if self.form is None else self.form.focused_field()
        self.form = None
        await super().speak()
        self.filter_by(wanted)
        self.show_list()
        if entry is not None:
            self.rows.go(entry.key)
        if editing is not None:
            self.edit(editing, field or "statement")

    def on_input_changed(self, event: Input.Changed) -> None:
        """See Textual."""
        if event.input.id == "register-filter":
            # The letter first, then what it finds.
            self.call_after_refresh(self.show_list)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """See Textual."""
        if event.input.id == "register-filter":
            self.rows.focus()

    def on_long_list_moved(self, event: LongList.Moved) -> None:
        """See Textual."""
        # Who runs through the list does not read on the way.
        if self._reading is not None:
            self._reading.stop()
        self._reading = self.set_timer(_READING_SECONDS, self.show_details)

    def on_long_list_chosen(self, event: LongList.Chosen) -> None:
        """See Textual."""
        self.edit(event.entry.key)

    def _row(self, one: Requirement, found: Mapping[str, bool]) -> Row:
        return Row(
            one.id, partial(requirement_line, one, self.lang, one.id in self.marked, found.get(one.id))
        )

    def _folded(self, one: Requirement) -> str:
        kept = self._said.get(one.id)
        if kept is None or kept[0] is not one:
            kept = self._said[one.id] = (one, folded(one))
        return kept[1]

    def _show_editing(self) -> None:
        one, shown = self.current(), self.rows.entries
        at = next((n for n, entry in enumerate(shown, 1) if one is not None and entry.key == one.id), 0)
        said = "" if one is None else self.say(_EDITING.fill(item=one.item, n=at, m=len(shown)))
        self.query_one("#register-editing", Said).update(said)
