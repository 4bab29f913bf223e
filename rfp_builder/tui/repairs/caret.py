"""Where the terminal's cursor stands, for the sake of an IME."""

from __future__ import annotations

from rich.console import RenderableType
from textual.app import App
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget

_SHOW, _HIDE = "\x1b[?25h", "\x1b[?25l"


class CursorOnCaret(App[None]):
    """Keeps the terminal's cursor on the caret of what has the focus."""

    def __init__(self) -> None:
        self._elsewhere = Offset(0, 0)
        self._cursor_wanted = self._cursor_visible = False
        super().__init__()

    def show_cursor(self, shown: bool) -> None:
        """Show the terminal's cursor in texts instead of the drawn one, or only have it stand there unseen.

        Some terminals put the candidates of an IME only where they show a cursor.
        """
        self._cursor_wanted = shown
        self.set_class(shown, "-terminal-cursor")
        self._turn_cursor()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        self._turn_cursor()
        super()._display(screen, renderable)

    def _turn_cursor(self) -> None:
        """Show it while something is typed in, and hide it elsewhere: Textual hides it once, at the start."""
        visible = self._cursor_wanted and bool(self._screen_stack) and caret_of(self.focused) is not None
        if visible != self._cursor_visible and self._driver is not None:
            self._cursor_visible = visible
            self._driver.write(_SHOW if visible else _HIDE)

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
