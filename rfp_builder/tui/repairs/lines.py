"""Japanese lines of static texts broken as Japanese is broken; Textual breaks at spaces only."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import Any

from rich.cells import get_character_cell_size

from rfp_builder.text.width import line_starts

_CONTENT: Any = import_module("textual.content")
_divide_by_spaces: Any = _CONTENT.divide_line


def break_japanese_lines() -> None:
    """From now on, in this process."""
    _CONTENT.divide_line = _divide_line


def forget_lines() -> None:
    """Lines are broken anew: characters have become wider or narrower."""
    _starts.cache_clear()


@lru_cache(maxsize=4096)
def _starts(text: str, width: int) -> tuple[int, ...]:
    return line_starts(text, width, get_character_cell_size)


def _divide_line(text: str, width: int, fold: bool = True) -> list[int]:
    if text.isascii() or not fold or width < 2:
        # A window squeezed to nothing leaves no cell for a text: Textual ends with an error there.
        return list(_divide_by_spaces(text, max(width, 1), fold))
    return list(_starts(text, width))
