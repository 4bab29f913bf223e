"""What the panes of the documents screen have in common: a line that says what to do, buttons, and a view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button

from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.screens.screen import WizardScreen
from rfp_builder.tui.widgets.push import Push
from rfp_builder.tui.widgets.said import Said
from rfp_builder.tui.widths import filled


class Pane(VerticalScroll):
    """One pane. `DOES` are its commands: each is a button here and an entry of the palette."""

    TITLE: ClassVar[Phrase]
    LEAD: ClassVar[Phrase]
    DOES: ClassVar[tuple[type[Command], ...]] = ()

    def __init__(self, name: str) -> None:
        super().__init__(id=f"pane-{name}", can_focus=True)

    @property
    def front(self) -> WizardScreen:
        """The screen the pane is on."""
        return cast(WizardScreen, self.screen)

    def say(self, text: Speakable) -> str:
        """A phrase in the language of the wizard."""
        return self.front.say(text)

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield Said(self.front.say(self.LEAD), classes="pane-lead")
        if self.DOES:
            with Horizontal(classes="pane-buttons"):
                for one in self.DOES:
                    yield Push(self.front.say(one.label), id=f"do-{one.id()}")
        yield Said(classes="pane-view")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """See Textual."""
        event.stop()
        name = (event.button.id or "").removeprefix("do-")
        self.run_worker(self.front.wizard.action_command(name), exit_on_error=True)

    def show(self) -> None:
        """Bring the view up to the project; of the buttons those stay that lead somewhere now."""
        self.query_one(".pane-view", Said).update(self.view())
        for one in self.DOES:
            self.query_one(f"#do-{one.id()}", Push).display = one().possible(self.front.wizard)

    def view(self) -> Content:
        """What the project has of this pane's kind."""
        raise NotImplementedError


def table(headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Content:
    """Lines of cells cut to `widths`; the headings are bold."""
    lines = [Content.styled(_line(headings, widths), "bold $primary")]
    lines += [Content(_line(row, widths)) for row in rows]
    return Content("\n").join(lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(filled(text, width) for text, width in zip(cells, widths, strict=True)).rstrip()
