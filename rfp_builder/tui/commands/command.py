"""A command of the wizard: found by its key, in the bar of keys and in the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from rfp_builder.i18n import Phrase

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard


class Command:
    """Subclasses say what they are in class attributes and do it in `run`.

    A command without a key is reached through the palette and through menus of a screen.
    """

    key: ClassVar[str] = ""
    """Textual names of the keys, with commas: `f2` or `ctrl+y,ctrl+shift+z`."""
    shown: ClassVar[str] = ""
    """The key as people read it: `F2`, `Ctrl+Y`."""
    label: ClassVar[Phrase]
    """One or two words for the bar of keys."""
    help: ClassVar[Phrase]
    """A sentence for the palette."""

    always: ClassVar[bool] = False
    """Whether it also works while a dialog asks for something."""

    @classmethod
    def id(cls) -> str:
        """Name of the command in bindings."""
        return cls.__name__

    def possible(self, wizard: Wizard) -> bool:
        """Whether it can be done now; what cannot is not offered."""
        return True

    async def run(self, wizard: Wizard) -> None:
        """Do it."""
        raise NotImplementedError


def bindings(*commands: type[Command]) -> list[Binding | tuple[str, str] | tuple[str, str, str]]:
    """Bindings of `commands` for a screen or the application; keys work wherever the focus is.

    Escape alone goes to what has the focus first: there it may close a list or drop what was typed.
    """
    return [
        Binding(one.key, f"app.command('{one.id()}')", one.label.en, show=False, priority=one.key != "escape")
        for one in commands
        if one.key
    ]
