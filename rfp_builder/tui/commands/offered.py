"""Which commands a screen offers."""

from __future__ import annotations

from textual.screen import Screen

from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.commands.everywhere import EVERYWHERE
from rfp_builder.tui.screens.screen import WizardScreen


def commands_of(screen: Screen[object]) -> tuple[type[Command], ...]:
    """The commands of a screen, and those that work everywhere. A dialog has to be answered first."""
    if not isinstance(screen, WizardScreen):
        return tuple(one for one in EVERYWHERE if one.always)
    return (*screen.DOES, *(one for one in EVERYWHERE if one not in screen.DOES))
