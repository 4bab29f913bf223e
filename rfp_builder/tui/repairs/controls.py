"""Control characters kept off the terminal: the name of a file might give it orders."""

from __future__ import annotations

from importlib import import_module
from typing import Any

_TABLES: tuple[Any, ...] = tuple(map(import_module, ("textual.content", "rich.control")))
_BREAKS = (0x09, 0x0A)
_CONTROL = [code for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in _BREAKS]


def keep_controls_off() -> None:
    """From now on, in this process. Textual leaves out some, and not the one that orders begin with."""
    for table in _TABLES:
        table._CONTROL_STRIP_TRANSLATE.update(dict.fromkeys(_CONTROL))
