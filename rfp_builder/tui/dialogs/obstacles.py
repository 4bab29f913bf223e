"""What has to be done before a step: listed before anybody is asked to confirm; Enter leads there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from rfp_builder.check.finding import Finding
from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.tui.dialogs.dialog import CLOSE, Dialog
from rfp_builder.tui.widgets.said import Said

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard

_HOW = Phrase(
    "選んで Enter キーを押すと、直す場所へ移ります。",
    "Choose one and press Enter to go to where it is mended.",
)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Something to do first, and the place where it is done, as `road.go` takes it."""

    what: Phrase
    how: Phrase
    place: str

    @classmethod
    def of(cls, finding: Finding) -> Obstacle:
        """A finding that blocks."""
        return cls(finding.message, finding.remedy, finding.path)


class Obstacles(Dialog[str]):
    """Gives the place to go to, or None where the person stays."""

    BUTTONS = (("close", CLOSE),)

    def __init__(self, title: Phrase, obstacles: Sequence[Obstacle]) -> None:
        super().__init__()
        self._title, self._obstacles = title, tuple(obstacles)

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return self._title

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        yield Said(self.say(_HOW), classes="dialog-text")
        options = [Option(self._said(one)) for one in self._obstacles]
        yield OptionList(*options, id="obstacles", markup=False, classes="dialog-list")

    def on_mount(self) -> None:
        """See Textual."""
        listed = self.query_one("#obstacles", OptionList)
        listed.highlighted = 0
        listed.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """See Textual."""
        event.stop()
        self.dismiss(self._obstacles[event.option_index].place)

    def _said(self, one: Obstacle) -> Content:
        how = Content.styled(f"\n  {self.say(one.how)}", "$text-muted")
        return Content.assemble(Content(f"! {self.say(one.what)}"), how)


def show_obstacles(wizard: Wizard, title: Phrase, obstacles: Sequence[Obstacle]) -> None:
    """List them, and go where the person says."""
    from rfp_builder.tui.road import go

    def chosen(place: str | None) -> None:
        if place is not None:
            go(wizard, place)

    wizard.push_screen(Obstacles(title, obstacles), chosen)
