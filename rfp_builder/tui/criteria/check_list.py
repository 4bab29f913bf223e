"""A list of things that are taken or left: Space, Enter or a click changes one. Taken ones have a `v`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class CheckList(OptionList):
    """Posts `Toggled` and waits to be shown anew: it decides nothing."""

    BINDINGS: ClassVar = [Binding("space", "select", show=False)]

    class Toggled(Message):
        """Somebody wants to take or leave `key`."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, classes="check-list", markup=False)
        self._keys: tuple[str, ...] = ()

    def show_items(self, items: Sequence[tuple[str, str]], taken: Collection[str]) -> None:
        """Show keys with their labels."""
        prompts = [Content(f"[{'v' if key in taken else ' '}] {label}") for key, label in items]
        keys = tuple(key for key, _ in items)
        if keys == self._keys:
            for at, prompt in enumerate(prompts):
                self.replace_option_prompt_at_index(at, prompt)
            return
        self._keys = keys
        self.set_options(Option(prompt) for prompt in prompts)
        self.highlighted = 0 if keys else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """See Textual."""
        event.stop()
        self.post_message(self.Toggled(self._keys[event.option_index]))
