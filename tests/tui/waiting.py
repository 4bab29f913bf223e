"""Waiting for what the wizard does in threads; no test depends on how long that takes."""

from __future__ import annotations

from collections.abc import Callable

from textual.pilot import Pilot

_TURNS = 600


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    """Let the application work until `true()` holds.

    Raises:
        AssertionError: it never did.
    """
    for _ in range(_TURNS):
        if true():
            await pilot.pause()
            return
        await pilot.pause(0.05)
    raise AssertionError("what was waited for did not happen")
