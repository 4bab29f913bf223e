"""The palette: every command of the present screen by its name, in the language of the wizard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.commands.offered import commands_of
from rfp_builder.tui.parts import OTHERS, SECTIONS, Part
from rfp_builder.tui.repairs.palette import SpokenPalette
from rfp_builder.tui.screens.screen import WizardScreen

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard

_NOTHING = Phrase("見つかりません", "Nothing found")
_PLACEHOLDER = Phrase("操作の名前を入力してください", "Type the name of a command")
_OPEN = Phrase("開く: {part}", "Open: {part}")
_LEADS_THERE = Phrase("この作業の画面へ移ります。", "Go to the screen of this task.")


class Palette(SpokenPalette):
    """Textual's palette with words of ours."""

    def __init__(self, lang: Lang) -> None:
        super().__init__(_PLACEHOLDER.to(lang), _NOTHING.to(lang))


class PaletteCommands(Provider):
    """Finds commands and parts of the project by what they are called in either language."""

    @property
    def _wizard(self) -> Wizard:
        return cast("Wizard", self.app)

    async def discover(self) -> Hits:
        """See Textual: everything, before anything is typed."""
        for one in self._possible():
            yield DiscoveryHit(self._name(one), partial(self._run, one), help=one.help.to(self._wizard.lang))
        for part in self._parts():
            yield DiscoveryHit(
                self._opens(part), partial(self._open, part), help=_LEADS_THERE.to(self._wizard.lang)
            )

    async def search(self, query: str) -> Hits:
        """See Textual."""
        matcher = self.matcher(query)
        for one in self._possible():
            name = self._name(one)
            score = max(
                matcher.match(text) for text in (name, one.label.ja, one.label.en, one.help.ja, one.help.en)
            )
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(name),
                    partial(self._run, one),
                    help=one.help.to(self._wizard.lang),
                )

        for part in self._parts():
            name = self._opens(part)
            score = max(matcher.match(text) for text in (name, part.title.ja, part.title.en))
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(name),
                    partial(self._open, part),
                    help=_LEADS_THERE.to(self._wizard.lang),
                )

    def _parts(self) -> tuple[Part, ...]:
        in_front = isinstance(self.screen, WizardScreen)
        return (*SECTIONS, *OTHERS) if in_front and self._wizard.session is not None else ()

    def _opens(self, part: Part) -> str:
        return _OPEN.fill(part=part.title).to(self._wizard.lang)

    def _possible(self) -> list[type[Command]]:
        return [one for one in commands_of(self.screen) if one().possible(self._wizard)]

    def _name(self, one: type[Command]) -> str:
        return f"{one.label.to(self._wizard.lang)} {one.shown}".rstrip()

    async def _run(self, one: type[Command]) -> None:
        await one().run(self._wizard)

    async def _open(self, part: Part) -> None:
        from rfp_builder.tui.road import go

        if self._wizard.session is not None:
            go(self._wizard, part.place)
