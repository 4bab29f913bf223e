"""What depends on the terminal: how wide it draws ambiguous characters, and whether its cursor is shown."""

from __future__ import annotations

import os
from collections.abc import Mapping

from rfp_builder.tui.settings import Settings

WIDE = 2
_NEED_CURSOR = ("WT_SESSION", "WEZTERM_PANE")
"""Set by terminals that place the candidates of an IME only where they show a cursor."""


def draws_wide(settings: Settings, answered: int | None) -> bool:
    """Whether ambiguous characters take two cells: as a person says, else as the terminal `answered`."""
    return (settings.ambiguous or answered) == WIDE


def shows_cursor(settings: Settings, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the terminal's own cursor is shown: as a person says, else where the terminal needs it."""
    if settings.cursor is not None:
        return settings.cursor
    return any(environment.get(name) for name in _NEED_CURSOR)
