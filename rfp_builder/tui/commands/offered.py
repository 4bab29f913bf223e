"""Which commands a screen offers."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.commands.everywhere import EVERYWHERE
from rfp_builder.tui.commands.screen_help import ScreenHelp
from rfp_builder.tui.screens.screen import WizardScreen


def commands_of(screen: Screen[Any]) -> tuple[type[Command], ...]:
    """The commands of a screen, and those that work everywhere. A dialog has to be answered first."""
    if not isinstance(screen, WizardScreen):
        return tuple(one for one in EVERYWHERE if one.always)
    explained = any(one.key == ScreenHelp.key for one in screen.DOES)
    everywhere: tuple[type[Command], ...] = EVERYWHERE if explained else (ScreenHelp, *EVERYWHERE)
    return (*screen.DOES, *(one for one in everywhere if one not in screen.DOES))
