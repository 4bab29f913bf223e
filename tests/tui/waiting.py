"""Waiting for what the wizard does in threads; no test depends on how long that takes."""

from __future__ import annotations

from collections.abc import Callable

from textual.events import Key
from textual.pilot import Pilot

_TURNS = 1500


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    """Let the application work until `true()` holds.

    Raises:
        AssertionError: it never did.
    """
    for _ in range(_TURNS):
        if true():
            await pilot.pause()
            return
        await pilot.pause(0.02)
    raise AssertionError("what was waited for did not happen")


async def pressed(pilot: Pilot[None], key: str) -> None:
    """A key that says nothing itself, and the time that the application is busy with it.

    `Pilot.press` waits three times for an application that has nothing to do.
    """
    pilot.app.post_message(Key(key, None))
    await pilot.pause()
