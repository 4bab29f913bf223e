"""An answer of one line: numbers, money, percent, dates, months, times, codes."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input

from rfp_builder.model.shape import Kind
from rfp_builder.tui.fields.field import Field

_LONG = frozenset({Kind.LINE, Kind.TEXT, Kind.REFERENCES, Kind.CHOICES, Kind.REFERENCE, Kind.CHOICE})


class LineField(Field):
    """Enter and the arrows lead to the next field and the one before."""

    # With priority the focus moves at once, and what is typed ahead lands in the next field.
    BINDINGS: ClassVar = [
        Binding("down,tab,enter", "following", show=False, priority=True),
        Binding("up,shift+tab", "former", show=False, priority=True),
    ]

    LINE: ClassVar[type[Input]] = Input
    """What one types in."""

    def control(self) -> Widget:
        """See `Field`."""
        size = "field-long" if self.question.kind in _LONG else "field-short"
        # Two calls of `select_on_focus` are one too many: what is there is to be added to, not lost.
        classes = f"field-line {size}"
        return self.LINE(id=self.control_id, classes=classes, compact=True, select_on_focus=False)

    def text(self) -> str:
        """See `Field`."""
        return self.query_one(Input).value

    def fill(self, text: str) -> None:
        """See `Field`."""
        line = self.query_one(Input)
        line.value = text
        line.cursor_position = len(text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """See Textual."""
        event.stop()
        self.heard()

    def action_following(self) -> None:
        """Go to the next field."""
        self.screen.focus_next()

    def action_former(self) -> None:
        """Go to the field before."""
        self.screen.focus_previous()
