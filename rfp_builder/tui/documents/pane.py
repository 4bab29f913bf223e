"""What the panes of the documents screen have in common: a line that says what to do, buttons, and a view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button

from rfp_builder.i18n import Lang, Phrase, Speakable
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.screens.screen import WizardScreen
from rfp_builder.tui.widgets.push import Push
from rfp_builder.tui.widgets.said import Said
from rfp_builder.tui.widths import cells_of, filled


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
        for buttons in self.query(".pane-buttons"):
            buttons.display = any(button.display for button in buttons.children)
        # Nothing shows that the pane itself has the focus; its buttons hand the keys that scroll on to it.
        self.can_focus = not any(buttons.display for buttons in self.query(".pane-buttons"))

    def take_focus(self) -> None:
        """The pane comes to the front: the focus goes where the work begins."""
        next((one for one in self.query("Button") if one.display), self).focus()

    def view(self) -> Content:
        """What the project has of this pane's kind."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. Numbers stand at the right."""

    heading: Phrase
    width: int
    number: bool = False

    def cell(self, text: str) -> str:
        """The text cut or filled up to the width."""
        return " " * max(self.width - cells_of(text), 0) + text if self.number else filled(text, self.width)


def table(columns: Sequence[Column], rows: Iterable[Sequence[str]], lang: Lang) -> list[Content]:
    """The headings, bold, and a line for each row."""
    headings = _line(columns, [one.heading.to(lang) for one in columns])
    return [Content.styled(headings, "bold $primary"), *(Content(_line(columns, row)) for row in rows)]


def moment(at: datetime, lang: Lang) -> str:
    """Day and minute on this machine's clock, short enough for a column."""
    return f"{at.astimezone():{'%Y/%m/%d %H:%M' if lang is Lang.JA else '%Y-%m-%d %H:%M'}}"


def _line(columns: Sequence[Column], cells: Sequence[str]) -> str:
    return "  ".join(one.cell(text) for one, text in zip(columns, cells, strict=True)).rstrip()
