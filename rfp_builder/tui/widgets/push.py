"""A button that takes every press: Textual's own is deaf while it shows that it was pressed."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Button


class Push(Button):
    """One line high; the label is never markup."""

    def __init__(self, label: str, *, id: str | None = None) -> None:
        super().__init__(Content(label), id=id, compact=True)
        self.active_effect_duration = 0
