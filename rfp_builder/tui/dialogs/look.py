"""Choosing the look of the screen and what suits the terminal; it changes as one goes through the list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.tui.dialogs.dialog import CLOSE, Dialog
from rfp_builder.tui.looks import LOOKS
from rfp_builder.tui.repairs.widths import draw_ambiguous_wide
from rfp_builder.tui.settings import Settings
from rfp_builder.tui.terminal import draws_wide, shows_cursor
from rfp_builder.tui.widgets.said import Said
from rfp_builder.tui.widths import filled

_TITLE = Phrase("画面の配色と端末の設定", "Colour theme and terminal")
_HOW = Phrase(
    "Enter キーで決めます。Esc キーで元に戻します。", "Enter keeps what is marked; Esc leaves all as it was."
)
_LOOKS = Phrase("画面の配色", "Colour theme")
_CELLS = Phrase("丸数字や米印などの記号の幅", "Width of symbols such as circled digits")
_CURSOR = Phrase(
    "端末のカーソル（日本語変換の候補が離れた場所に出るときに表示します）",
    "Terminal cursor (show it if input method candidates appear elsewhere)",
)
_AUTO_CELLS = {
    True: Phrase("自動（いまは全角）", "Automatic (now: full width)"),
    False: Phrase("自動（いまは半角）", "Automatic (now: half width)"),
}
_AUTO_CURSOR = {
    True: Phrase("自動（いまは表示する）", "Automatic (now: shown)"),
    False: Phrase("自動（いまは表示しない）", "Automatic (now: hidden)"),
}
_HALF, _FULL = Phrase("半角", "Half width"), Phrase("全角", "Full width")
_HIDE, _SHOW = Phrase("表示しない", "Hidden"), Phrase("表示する", "Shown")
_SAMPLE = Phrase(
    "次の2行の右端の縦棒がそろっていれば、幅の設定は合っています。",
    "The width is right if the bars at the end of these two lines stand below each other.",
)
_SYMBOLS, _PLAIN, _RULER = "①※○→…", "abcdefghijkl", 14
_CELLS_ID, _CURSOR_ID = "cells", "cursor"
_CHOSEN, _OTHER = "v ", "  "

_Line: TypeAlias = tuple[str, Speakable, Settings]
"""Id, label, and the settings once it is chosen."""


class LookDialog(Dialog[None]):
    """Enter keeps what is marked, Escape goes back to what was before."""

    CSS_PATH = "../styles/look.tcss"
    BUTTONS = (("close", CLOSE),)

    def __init__(self, *, terminal: bool = False) -> None:
        """`terminal`: begin with what suits the terminal."""
        super().__init__()
        self._at_terminal = terminal

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return _TITLE

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        yield Said(self.say(_HOW))
        yield OptionList(id="looks", markup=False, classes="dialog-list")
        yield Said(id="looks-sample")

    def on_mount(self) -> None:
        """See Textual."""
        self._before = self.wizard.settings
        self._theme = self.app.theme
        self._lines = {name: (label, settings) for name, label, settings in self._offered()}
        looks = self.query_one("#looks", OptionList)
        looks.set_options(self._options())
        first = f"{_CELLS_ID}:{self._before.ambiguous}" if self._at_terminal else self._theme
        looks.highlighted = looks.get_option_index(first) if first in self._lines else 1
        looks.focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """See Textual: it is shown at once how it would be."""
        if event.option_id in self._lines:
            self._try(self._lines[event.option_id][1])
            self.query_one("#looks-sample").display = event.option_id.startswith(_CELLS_ID)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """See Textual."""
        event.stop()
        assert event.option_id is not None
        self._keep(self._lines[event.option_id][1])

    def pressed(self, button: str) -> None:
        """See `Dialog`."""
        self.action_leave()

    def action_leave(self) -> None:
        """See `Dialog`."""
        self._keep(self._before)

    def _offered(self) -> Iterator[_Line]:
        before = self._before
        for name, (_, label) in LOOKS.items():
            yield name, label, replace(before, theme=name)
        auto = replace(before, ambiguous=None)
        yield f"{_CELLS_ID}:None", _AUTO_CELLS[draws_wide(auto, self.wizard.answered)], auto
        for cells, label in ((1, _HALF), (2, _FULL)):
            yield f"{_CELLS_ID}:{cells}", label, replace(before, ambiguous=cells)
        auto = replace(before, cursor=None)
        yield f"{_CURSOR_ID}:None", _AUTO_CURSOR[shows_cursor(auto)], auto
        for shown, label in ((False, _HIDE), (True, _SHOW)):
            yield f"{_CURSOR_ID}:{shown}", label, replace(before, cursor=shown)

    def _options(self) -> Iterator[Option]:
        heading = ""
        for name, (label, settings) in self._lines.items():
            kind = name.partition(":")[0] if ":" in name else ""
            above = {"": _LOOKS, _CELLS_ID: _CELLS, _CURSOR_ID: _CURSOR}[kind]
            if self.say(above) != heading:
                heading = self.say(above)
                yield Option(Content.styled(heading, "bold $primary"), disabled=True)
            chosen = name == self._theme or settings == self._before
            yield Option(Content(f"{_CHOSEN if chosen else _OTHER}{self.say(label)}"), id=name)

    def _try(self, settings: Settings) -> None:
        """Show the screen by `settings`."""
        theme = settings.theme
        self.app.theme = theme if theme is not None and theme in LOOKS else self._theme
        self.wizard.show_cursor(shows_cursor(settings))
        wide = draws_wide(settings, self.wizard.answered)
        draw_ambiguous_wide(wide)
        symbols = f"{filled(_SYMBOLS, _RULER)}|\n{filled(_PLAIN, _RULER)}|"
        self.query_one("#looks-sample", Said).update(f"{self.say(_SAMPLE)}\n{symbols}")

    def _keep(self, settings: Settings) -> None:
        self._try(settings)
        wizard, before = self.wizard, self._before
        if settings != before:
            wizard.keep(settings)
        self.dismiss(None)
        if draws_wide(settings, wizard.answered) != draws_wide(before, wizard.answered):
            # What was laid out before stands in widths that no longer hold.
            wizard.call_later(wizard.anew)
