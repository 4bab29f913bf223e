"""The first line of a screen."""

from __future__ import annotations

from rfp_builder.i18n import Lang
from rfp_builder.tui.widgets.title_bar import TitleBar
from rfp_builder.workspace.document.saving import SaveState


def test_a_save_that_ends_while_a_screen_comes_or_goes_is_no_error() -> None:
    TitleBar().show_saved(SaveState.SAVED, None, lambda phrase: phrase.to(Lang.JA))
