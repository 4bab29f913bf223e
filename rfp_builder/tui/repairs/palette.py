"""The palette says "No matches found" in English, and shows an icon whose width terminals disagree about."""

from __future__ import annotations

from textual.command import CommandList, CommandPalette, SearchIcon
from textual.content import Content
from textual.widgets.option_list import Option


class SpokenPalette(CommandPalette):
    """Textual's palette with all words given."""

    def __init__(self, placeholder: str, nothing_found: str) -> None:
        super().__init__(id="--command-palette", placeholder=placeholder)
        self._nothing_found = nothing_found

    def on_mount(self) -> None:
        """See Textual."""
        for icon in self.query(SearchIcon):
            icon.display = False

    def _start_no_matches_countdown(self, search_value: str) -> None:
        self._stop_no_matches_countdown()

        def say() -> None:
            if search_value:
                nothing = Option(Content(self._nothing_found), disabled=True, id=self._NO_MATCHES)
                self.query_one(CommandList).add_option(nothing)
            self._list_visible = bool(search_value)

        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, say)
