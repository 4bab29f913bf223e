"""A button that takes every press: Textual's own is deaf while it shows that it was pressed."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widgets import Button


class Push(Button):
    """One line high; the label is never markup. The arrow keys lead to the buttons beside it."""

    BINDINGS: ClassVar = [
        Binding("left", "beside(-1)", show=False),
        Binding("right", "beside(1)", show=False),
    ]

    def __init__(self, label: str, *, id: str | None = None) -> None:
        super().__init__(Content(label), id=id, compact=True)
        self.active_effect_duration = 0

    def action_beside(self, way: int) -> None:
        """Go to the next button that can be pressed on one side, if there is one."""
        around = () if self.parent is None else self.parent.children
        order = [one for one in around if isinstance(one, Push) and (one is self or one.focusable)]
        at = order.index(self) + way
        if 0 <= at < len(order):
            order[at].focus()
