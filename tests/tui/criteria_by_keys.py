"""What the tests of criteria and withholding read off the screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.command import CommandList
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from rfp_builder.i18n import Lang
from rfp_builder.model.project import Project
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.road import go
from rfp_builder.tui.widgets.long_list import LongList
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on


class Hand:
    """Somebody at the keys of a wizard."""

    def __init__(self, wizard: Wizard, pilot: Pilot[None]) -> None:
        self.wizard, self.pilot = wizard, pilot

    @property
    def project(self) -> Project:
        """The present value."""
        assert self.wizard.session is not None
        return self.wizard.session.project

    async def press(self, *keys: str) -> None:
        """Press keys and let everything settle."""
        await self.pilot.press(*keys)
        await self.rest()

    async def rest(self) -> None:
        """Until nothing is under way."""
        await self.wizard.workers.wait_for_complete(
            [one for one in self.wizard.workers if one.group in ("vendors-view", "step", "default")]
        )
        await self.pilot.pause()

    async def say(self, text: str) -> None:
        """Paste a text into what has the focus."""
        self.wizard.post_message(Paste(text))
        await self.rest()

    async def command(self, name: str) -> None:
        """Run a command as the palette does."""
        await self.wizard.action_command(name)
        await self.rest()

    async def go(self, place: str) -> None:
        """Go to a place."""
        go(self.wizard, place)
        await self.rest()

    async def found_in_palette(self) -> None:
        """Until the list of commands has found something."""
        await until(self.pilot, lambda: self.wizard.screen.query_one(CommandList).option_count > 0)
        await self.rest()

    def text(self, selector: str) -> str:
        """What a text on the screen says."""
        return str(self.wizard.screen.query_one(selector, Static).render())

    def rows(self, selector: str) -> list[str]:
        """The rows of a list."""
        listed = self.wizard.screen.query_one(selector)
        if isinstance(listed, LongList):
            width = listed.scrollable_content_region.width
            return [line.plain for entry in listed.entries for line in entry.lines(width)]
        assert isinstance(listed, OptionList)
        return [str(listed.get_option_at_index(at).prompt) for at in range(listed.option_count)]

    @property
    def toasts(self) -> list[str]:
        """The notices so far."""
        return [str(one.message) for one in self.wizard._notifications]


@asynccontextmanager
async def hand_on(
    tmp_path: Path,
    place: str,
    *,
    sample: str | None = "mail-order",
    lang: Lang = Lang.JA,
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[Hand]:
    """A wizard at `place`."""
    wizard = wizard_on(tmp_path, sample, lang)
    async with wizard.run_test(size=size, notifications=True) as pilot:
        hand = Hand(wizard, pilot)
        await pilot.pause()
        await hand.go(place)
        yield hand
