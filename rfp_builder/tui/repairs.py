"""Repairs of Textual 8.2 that need its private parts. Each has a test that fails once upstream mends it.

Textual is pinned to a minor version because of this module; nothing else in the wizard touches private names.
"""

from __future__ import annotations

import os
from functools import lru_cache
from importlib import import_module
from typing import Any

from rich.cells import get_character_cell_size
from textual.app import App
from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import Input, TextArea

from rfp_builder.text.width import line_starts

_CONTENT: Any = import_module("textual.content")
_WRAPPED: Any = import_module("textual.document._wrapped_document")
_divide_by_spaces: Any = _CONTENT.divide_line
_wrap_by_spaces: Any = _WRAPPED.compute_wrap_offsets


def install() -> None:
    """Break Japanese lines as Japanese is broken, in static texts and in text areas."""
    _CONTENT.divide_line = _divide_line
    _WRAPPED.compute_wrap_offsets = _wrap_offsets


def caret_of(widget: Widget | None) -> Offset | None:
    """Where the terminal's cursor must stand so that an IME shows its candidates at the caret of `widget`.

    Textual moves the cursor when a key was handled, not when a line scrolls or the focus changes, and puts
    it one cell too far right at the end of an input.
    """
    if not isinstance(widget, Input | TextArea) or not widget.is_attached or not widget.region:
        return None
    offset = widget.cursor_screen_offset
    return offset - Offset(1, 0) if isinstance(widget, Input) and widget.cursor_at_end else offset


class SafeTextArea(TextArea):
    """Undoing a paste that was longer than the area made Textual scroll to a place that is gone."""

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """See Textual; where the cursor's place is gone, nothing is scrolled."""
        try:
            return super().scroll_cursor_visible(center, animate)
        except (IndexError, ValueError):
            return Offset(0, 0)


class DiscreetFailure(App[None]):
    """Textual shows an unexpected error with the values of all variables: withheld texts might be among them.

    Here `failed` hears of the error, and nothing of it is printed.
    """

    def failed(self, error: Exception) -> None:
        """Something unexpected went wrong; the application is about to end."""

    def _fatal_error(self) -> None:
        error = self._exception
        if error is not None:
            self.failed(error)
        if os.environ.get("RFP_BUILDER_DEBUG"):
            super()._fatal_error()
        else:
            self._close_messages_no_wait()


@lru_cache(maxsize=4096)
def _starts(text: str, width: int) -> tuple[int, ...]:
    return line_starts(text, width, get_character_cell_size)


def _divide_line(text: str, width: int, fold: bool = True) -> list[int]:
    if text.isascii() or not fold or width < 2:
        return list(_divide_by_spaces(text, width, fold))
    return list(_starts(text, width))


def _wrap_offsets(
    text: str,
    width: int,
    tab_size: int,
    fold: bool = True,
    precomputed_tab_sections: list[tuple[str, int]] | None = None,
) -> list[int]:
    if text.isascii() or "\t" in text or width < 2:
        return list(_wrap_by_spaces(text, width, tab_size, fold, precomputed_tab_sections))
    return list(line_starts(text, width, get_character_cell_size, hanging=False))
