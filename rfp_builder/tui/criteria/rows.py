"""A list whose rows are marked first and opened second."""

from __future__ import annotations

from textual.events import MouseDown
from textual.widgets import OptionList


class Rows(OptionList):
    """A click on another row only marks it: what opens or changes takes Enter, or a second click."""

    _pressed_at: tuple[int | None] | None = None
    """The row that was marked when the mouse went down."""

    def on_mouse_down(self, event: MouseDown) -> None:
        """See Textual."""
        self._pressed_at = (self.highlighted,)

    def action_select(self) -> None:
        """See Textual."""
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is None or pressed[0] == self.highlighted:
            self.open_row()

    def open_row(self) -> None:
        """Enter, or a click on the marked row."""
        super().action_select()
