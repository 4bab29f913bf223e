"""Keys of the commands of a screen."""

from __future__ import annotations

from textual.binding import Binding

from rfp_builder.tui.commands.command import Command


def keys_of(*commands: type[Command]) -> list[Binding | tuple[str, str] | tuple[str, str, str]]:
    """Bindings that the application runs, whatever has the focus: it knows which screen is in front."""
    return [
        Binding(one.key, f"app.command('{one.id()}')", one.label.en, show=False, priority=True)
        for one in commands
        if one.key
    ]
