"""Keys wait for the screen they are meant for: who knows the way presses them before it is there."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual.app import App
from textual.events import Event, Key, Paste

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

_ANSWER_SECONDS = 0.2
"""How long a key is waited for that never comes through, as where its widget goes away over it."""


class TypedAhead(App[None]):
    """Holds keys and pastes back while it is too early for them, and gives them on in their order."""

    def __init__(self) -> None:
        self._early: list[Key | Paste] = []
        self._opening = False
        self._under_way: object | None = None
        """Stands for a command key that may lead elsewhere, until all have heard of it who may."""
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
        while self._early and self._under_way is None and not self.too_early():
            event = self._early.pop(0)
            front = self.screen_stack[-1] if self.screen_stack else None
            hearer = (self.focused or self.screen) if self.screen_stack else self
            await super().on_event(event)
            if isinstance(event, Key) and not hearer.check_consume_key(event.key, event.character):
                hearers = hearer.ancestors_with_self
                if not any(getattr(one, "orders_keys", False) for one in hearers):
                    self._wait_for(event, front, hearers)

    def _wait_for(self, key: Key, front: object, hearers: Iterable[MessagePump]) -> None:
        """Hold back what follows until the key came through: a dialog that it opens is there only then."""
        under_way = self._under_way = object()
        over = partial(self._came_through, under_way, key, front)
        self.set_timer(_ANSWER_SECONDS, over)
        # Twice each: who hears of a key may tell themselves, before they tell those above.
        self._pass_on([one for hearer in hearers for one in (hearer, hearer)], over)

    def _pass_on(self, hearers: list[MessagePump], over: Callable[[], Awaitable[None]]) -> None:
        while hearers:
            if hearers.pop(0).call_later(self._pass_on, hearers, over):
                return
        self.call_later(over)

    async def _came_through(self, under_way: object, key: Key, front: object) -> None:
        if self._under_way is not under_way:
            return
        self._under_way = None
        elsewhere = bool(self.screen_stack) and self.screen_stack[-1] is not front
        while elsewhere and _is_enter(key) and self._early and _is_enter(self._early[0]):
            del self._early[0]
        await self.give_keys()


def _as_meant(event: Key | Paste) -> Key | Paste:
    """Enter is Ctrl+J to a terminal that the wizard has not taken over yet."""
    return Key("enter", "\r") if isinstance(event, Key) and event.key == "ctrl+j" else event


def _is_enter(event: Key | Paste) -> bool:
    return isinstance(event, Key) and event.key == "enter"
