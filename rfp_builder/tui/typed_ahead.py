"""Keys wait for the screen they are meant for: who knows the way presses them before it is there."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import App
from textual.events import Event, Key, Paste


class TypedAhead(App[None]):
    """Holds keys and pastes back while it is too early for them, and gives them on in their order."""

    def __init__(self) -> None:
        self._early: list[Key | Paste] = []
        self._opening = False
        super().__init__()

    def too_early(self) -> bool:
        """Whether what is typed now is meant for something that is still on its way."""
        raise NotImplementedError

    def hold(self, keys: Iterable[Key]) -> None:
        """Hold back what was typed before the application ran; an Enter pressed again for the one before."""
        for key in map(_as_meant, keys):
            if not (_is_enter(key) and self._early and _is_enter(self._early[-1])):
                self._early.append(key)

    async def on_event(self, event: Event) -> None:
        """See Textual."""
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            meant = _as_meant(event)
            if not self._impatient(meant):
                self._early.append(meant)
                await self.give_keys()
        else:
            await super().on_event(event)

    def _impatient(self, event: Key | Paste) -> bool:
        """Whether it only repeats the Enter that opens what is on its way: there it would be a line break."""
        enter = _is_enter(event)
        again = enter and self._opening and self.too_early()
        self._opening = enter
        return again

    async def give_keys(self) -> None:
        """Give on what was held back, as far as it leads to nothing that must be waited for again."""
        while self._early and not self.too_early():
            await super().on_event(self._early.pop(0))


def _as_meant(event: Key | Paste) -> Key | Paste:
    """Enter is Ctrl+J to a terminal that the wizard has not taken over yet."""
    return Key("enter", "\r") if isinstance(event, Key) and event.key == "ctrl+j" else event


def _is_enter(event: Key | Paste) -> bool:
    return isinstance(event, Key) and event.key == "enter"
