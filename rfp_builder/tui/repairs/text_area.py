"""A text area that breaks Japanese lines well and survives an undo."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from rich.cells import get_character_cell_size
from textual.geometry import Offset
from textual.widgets import TextArea

from rfp_builder.text.width import line_starts

_WRAPPED: Any = import_module("textual.document._wrapped_document")
_wrap_by_spaces: Any = _WRAPPED.compute_wrap_offsets


class SafeTextArea(TextArea):
    """Undoing a paste that was longer than the area made Textual scroll to a place that is gone."""

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """See Textual; where the cursor's place is gone, nothing is scrolled."""
        try:
            return super().scroll_cursor_visible(center, animate)
        except (IndexError, ValueError):
            return Offset(0, 0)


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


_WRAPPED.compute_wrap_offsets = _wrap_offsets
