"""The list of the register with the names of its columns above."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding
from textual.events import Resize

from rfp_builder.i18n import Lang
from rfp_builder.tui.commands.register import ON_THE_LIST
from rfp_builder.tui.register.line import head_line
from rfp_builder.tui.widgets.long_list import LongList
from rfp_builder.tui.widgets.said import Said


class RequirementList(LongList):
    """The list; its keys do what the commands of the register do."""

    BINDINGS: ClassVar = [Binding(key, f"app.command('{one.id()}')", show=False) for key, one in ON_THE_LIST]


class RegisterHead(Said):
    """The names of the columns."""

    def __init__(self, lang: Lang, *, id: str) -> None:
        super().__init__(id=id)
        self._lang = lang

    def on_resize(self, event: Resize) -> None:
        """See Textual."""
        # The list keeps a cell for its scroll bar.
        self.update(head_line(event.size.width - 1, self._lang), layout=False)
