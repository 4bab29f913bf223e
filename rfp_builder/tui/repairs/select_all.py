"""Ctrl+A selects all of a text, as people in offices expect; Textual goes to the beginning of the line."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

_ACTION = "select_all_of_text"


class SelectsAll(App[None]):
    """Takes Ctrl+A wherever a text is typed; elsewhere the key is whose it is."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+a", _ACTION, show=False, priority=True)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """See Textual: what cannot be done leaves the key to others."""
        if action == _ACTION:
            return bool(self._screen_stack) and hasattr(self.focused, "action_select_all")
        return super().check_action(action, parameters)

    def action_select_all_of_text(self) -> None:
        """Select it, once the keys before are in it."""
        focused = self.focused
        select_all = getattr(focused, "action_select_all", None)
        if focused is not None and select_all is not None:
            focused.call_later(select_all)
