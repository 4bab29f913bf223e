"""What was typed before Textual listened, as the keys that it makes of it."""

from __future__ import annotations

from textual._xterm_parser import XTermParser
from textual.events import Key


def keys_of(typed: str) -> list[Key]:
    """The keys that a terminal sends as `typed`. Textual reads no keys but those that it has waited for."""
    return [event for event in XTermParser().feed(typed) if isinstance(event, Key)]
