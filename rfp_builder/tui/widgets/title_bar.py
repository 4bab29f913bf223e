"""The first line of every screen: the way back, where one is, and whether everything is saved."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.style import Style

from rfp_builder.i18n import Phrase
from rfp_builder.tui.widgets.said import Said

if TYPE_CHECKING:
    from rfp_builder.workspace.document.saving import SaveState

SAVED = Phrase("保存済み {time}", "Saved {time}")
_STATES = {
    "waiting": Phrase("入力中...", "Typing..."),
    "saving": Phrase("保存しています...", "Saving..."),
    "failed": Phrase("! 保存できません", "! Not saved"),
    "conflict": Phrase("! 他で変更あり", "! Changed elsewhere"),
}


class TitleBar(Horizontal):
    """The way back for the mouse and `place` at the left, the state of saving at the right."""

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield Said(id="title-back")
        yield Said(id="title-place")
        yield Said(id="title-saved")

    def show_place(self, place: str, back: str) -> None:
        """Say where one is, and offer the way back by its name, where there is one."""
        self.query_one("#title-place", Said).update(place)
        way = self.query_one("#title-back", Said)
        way.display = bool(back)
        click = Style.from_meta({"@click": "screen.leave"})
        way.update(Content(f"< {back}").stylize(click))

    def show_saved(self, state: SaveState | None, at: datetime | None, lang_text: SaidIn) -> None:
        """Say whether everything typed is on the disk. Nothing is said where no project is open."""
        saved = next(iter(self.query("#title-saved").results(Said)), None)
        if saved is None:
            # A save ended while the screen was coming or going; one that comes asks for the state itself.
            return
        if state is None:
            saved.update("")
            return
        name = state.name.lower()
        saved.set_class(name in ("failed", "conflict"), "trouble")
        if name == "saved":
            saved.update(lang_text(SAVED.fill(time=f"{at:%H:%M}" if at else "")).rstrip())
        else:
            saved.update(lang_text(_STATES[name]))


if TYPE_CHECKING:
    from collections.abc import Callable

    SaidIn = Callable[[Phrase], str]
