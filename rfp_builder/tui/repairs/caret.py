"""Where the terminal's cursor stands, for the sake of an IME."""

from __future__ import annotations

from textual.app import App
from textual.geometry import Offset
from textual.widget import Widget


class CursorOnCaret(App[None]):
    """Keeps the terminal's cursor on the caret of what has the focus."""

    def __init__(self) -> None:
        self._elsewhere = Offset(0, 0)
        super().__init__()

    @property
    def cursor_position(self) -> Offset:
        """See Textual: where the terminal's cursor stands."""
        caret = caret_of(self.focused) if self._screen_stack else None
        return self._elsewhere if caret is None else caret

    @cursor_position.setter
    def cursor_position(self, value: Offset) -> None:
        self._elsewhere = value


def caret_of(widget: Widget | None) -> Offset | None:
    """Where the terminal's cursor must stand so that an IME shows its candidates at the caret of `widget`.

    Textual moves the cursor when a key was handled, not when a line scrolls or the focus changes, and puts
    it one cell too far right at the end of an input.
    """
    # By what it has, not by its class: the editor of long texts is not imported before it is used.
    if widget is None or not hasattr(type(widget), "cursor_screen_offset"):
        return None
    if not widget.is_attached or not widget.region:
        return None
    offset: Offset = getattr(widget, "cursor_screen_offset")  # noqa: B009
    return offset - Offset(1, 0) if getattr(widget, "cursor_at_end", False) else offset
