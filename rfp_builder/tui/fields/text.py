"""A text of any length: the area grows with what is written."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import TextArea

from rfp_builder.tui.fields.field import Field
from rfp_builder.tui.repairs.text_area import SafeTextArea


class TextField(Field):
    """Tab leaves the area; Enter begins a new line."""

    # With priority the focus moves at once, and what is typed ahead lands in the next field.
    BINDINGS: ClassVar = [
        Binding("tab", "app.focus_next", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", show=False, priority=True),
    ]

    def control(self) -> Widget:
        """See `Field`."""
        return SafeTextArea(
            id=self.control_id,
            classes="field-text",
            tab_behavior="focus",
            soft_wrap=True,
            compact=True,
            highlight_cursor_line=False,
        )

    def text(self) -> str:
        """See `Field`."""
        return self.query_one(TextArea).text

    def fill(self, text: str) -> None:
        """See `Field`."""
        area = self.query_one(TextArea)
        at = area.cursor_location
        area.text = text
        area.move_cursor(at)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """See Textual."""
        event.stop()
        self.heard()
