"""A screen's style is read when the screen is first shown, and only that one."""

from __future__ import annotations

from textual.app import App
from textual.screen import Screen


class KeepsStyles(App[None]):
    """Textual parses every style anew, and styles what is hidden anew, for each that a screen brings."""

    def _load_screen_css(self, screen: Screen[object]) -> None:
        for path in screen.css_path:
            if not self.stylesheet.has_source(str(path)):
                # Parsed with the next style that is asked for; what was parsed before is kept.
                self.stylesheet.read(path)
        super()._load_screen_css(screen)
