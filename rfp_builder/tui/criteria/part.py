"""What the parts of the criteria screen have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, cast

from textual.containers import Vertical
from textual.content import Content
from textual.style import Style

from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.model.project import Project
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.commands.criteria import Changing, locked
from rfp_builder.tui.screens.screen import WizardScreen
from rfp_builder.tui.widgets.said import Said

_LOCKED = Phrase(
    "合意済みとして固定しました。内容を読むことはできますが、変更できません。",
    "Final: agreed and locked, so nothing changes here. You can still read it.",
)
_ISSUED = Phrase(
    "発行済みのため変更できません。変更は、変更管理の手順で行います。",
    "Final: the RFP is out. Any change goes through change control.",
)


class Part(Vertical):
    """One part. Its commands stand as words to click above what it shows."""

    TITLE: ClassVar[Phrase]
    LEAD: ClassVar[Phrase]
    OFFERS: ClassVar[tuple[type[Command], ...]] = ()

    def __init__(self, name: str) -> None:
        super().__init__(id=f"part-{name}", classes="part")

    @property
    def front(self) -> WizardScreen:
        """The screen the part is on."""
        return cast(WizardScreen, self.screen)

    @property
    def project(self) -> Project:
        """The present value."""
        return self.front.session.project

    def say(self, text: Speakable) -> str:
        """A phrase, or what a user wrote, in the language of the wizard."""
        return self.front.say(text)

    def lead(self) -> Said:
        """The line that says what to do here."""
        return Said(self.say(self.LEAD), classes="part-lead")

    def offers(self) -> Said:
        """The commands to click."""
        return Said(classes="part-offers")

    def show_offers(self) -> None:
        """Offer what can still be done; once nothing can, say why."""
        over = locked(self.front.wizard)
        final = _ISSUED if self.project.issues else _LOCKED
        self.query_one(".part-lead", Said).update(self.say(final if over else self.LEAD))
        possible = [one for one in self.OFFERS if not (over and issubclass(one, Changing))]
        self.query_one(".part-offers", Said).update(offered(possible, self.front))

    def show(self) -> None:
        """Bring the part up to the document."""
        raise NotImplementedError

    def enter(self) -> None:
        """The part comes to the front: build what is not built yet, and take the focus."""
        raise NotImplementedError

    def go_to(self, path: str) -> None:
        """Mark what stands at `path`, where this part has it."""


def offered(commands: Sequence[type[Command]], front: WizardScreen) -> Content:
    """Commands as words that can be clicked, each with its key."""
    parts: list[Content] = []
    for one in commands:
        click = Style.from_meta({"@click": f"app.command('{one.id()}')"})
        label = f"[{front.say(one.label)}{f' {one.shown}' if one.shown else ''}]"
        parts += [Content(label).stylize("$primary").stylize(click), Content(" ")]
    return Content.assemble(*parts)
