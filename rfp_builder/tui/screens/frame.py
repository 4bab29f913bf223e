"""The frame of the RFP: title and client, contact, schedule, gates, submission."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import VerticalScroll
from textual.widget import Widget

from rfp_builder.forms.frame import frame_page
from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.command import bindings
from rfp_builder.tui.commands.everywhere import Back, NextMissing, Search, ShowCommands
from rfp_builder.tui.commands.frame import FieldHelp, NextBlock, PreviousBlock
from rfp_builder.tui.commands.table import TABLE_COMMANDS
from rfp_builder.tui.fields.field import Field
from rfp_builder.tui.fields.make import field_for
from rfp_builder.tui.screens.screen import WizardScreen
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.document.step import Change


class FrameScreen(WizardScreen):
    """One form in five parts. Everything on it goes to vendors."""

    CSS_PATH = "../styles/frame.tcss"
    ABOUT = Phrase(
        "提案依頼書の表紙、窓口、日程、応募資格、提案書の提出方法を入力します。\n"
        "F2 キーで次の未入力の欄へ、F8 キーで次の部分へ移ります。"
        "欄を選んで F1 キーを押すと、その欄を説明します。",
        "The cover of the RFP, whom to contact, the dates, the gates and how proposals are submitted.\n"
        "F2 goes to the next field that is missing, F8 to the next part. F1 on a field explains it.",
    )
    KEYS = (FieldHelp, NextMissing, Search, NextBlock, ShowCommands, Back)
    DOES = (FieldHelp, NextBlock, PreviousBlock, *TABLE_COMMANDS)
    BINDINGS = bindings(FieldHelp, NextBlock, PreviousBlock)

    def __init__(self) -> None:
        super().__init__()
        self._wanted: str | None = None

    def place(self) -> Phrase:
        """See `WizardScreen`."""
        return frame_page().title

    def body(self) -> Iterable[Widget]:
        """See `WizardScreen`."""
        self._fields = tuple(field_for(one, one.path) for one in frame_page().questions)
        by_path = {field.path: field for field in self._fields}
        parts: list[Widget] = [Said(self.say(frame_page().lead), classes="frame-lead")]
        for block in frame_page().blocks:
            parts.append(Said(self.say(block.title), classes="frame-title"))
            if block.question is not None:
                parts.append(Said(self.say(block.question), classes="frame-question"))
            parts += [by_path[one.path] for one in block.fields]
        yield VerticalScroll(*parts, id="frame-form", can_focus=False)

    def arrive(self) -> None:
        """See `WizardScreen`: where the screen was opened for, at its first field otherwise."""
        self.later(lambda: self.go_to(self._wanted or "rfp"))

    def welcome_keys(self) -> None:
        """See `WizardScreen`: behind what `arrive` does later."""
        self.later(super().welcome_keys)

    def show(self) -> None:
        """See `WizardScreen`."""
        for field in self._fields:
            if field.is_mounted:
                field.show()

    def document_changed(self, change: Change) -> None:
        """See `WizardScreen`."""
        self.show()

    def report_changed(self) -> None:
        """See `WizardScreen`."""
        self.show()

    def go_to(self, path: str) -> None:
        """See `WizardScreen`."""
        if not self.is_mounted:
            self._wanted = path
            return
        for field in self._fields:
            if path == field.path or path.startswith((f"{field.path}.", f"{field.path}[")):
                field.focus()
                go_to_cell = getattr(field, "go_to_cell", None)
                if go_to_cell is not None and path != field.path:
                    go_to_cell(path)
                return
        first = next((one for one in self._fields if one.path.startswith(f"{path}.")), self._fields[0])
        first.focus(scroll_visible=first is not self._fields[0])
        if first is self._fields[0]:
            # What the form is for and the label of its first field stay in sight.
            self.query_one("#frame-form").scroll_home(animate=False)

    def field_here(self) -> Field | None:
        """The field that has the focus."""
        focused = self.focused
        ancestors = () if focused is None else focused.ancestors_with_self
        return next((one for one in ancestors if isinstance(one, Field)), None)

    def turn(self, steps: int) -> None:
        """Go to the first field of the part behind the present one, or before it."""
        blocks = frame_page().blocks
        here = self.field_here()
        at = 0
        for number, block in enumerate(blocks):
            if here is not None and any(one.path == here.path for one in block.fields):
                at = number
        self.go_to(blocks[(at + steps) % len(blocks)].fields[0].path)
