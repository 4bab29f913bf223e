"""Starting the wizard: a splash first, then the libraries, then the application."""

from __future__ import annotations

import gc
import os
import sys
from datetime import date
from pathlib import Path

from rfp_builder.i18n import Lang
from rfp_builder.tui.settings import load_settings, settings_file
from rfp_builder.tui.splash import clear_splash, show_splash
from rfp_builder.tui.terminal import draws_wide
from rfp_builder.tui.width_question import WidthQuestion
from rfp_builder.workspace.document.private import rescue_folder

_STARTED_SECONDS = 3.0


def run_wizard(folder: Path | None, lang: Lang, today: date) -> None:
    """Open the wizard on the project in `folder`, or on the first screen; returns when it is closed.

    Raises:
        Exception: whatever ended it unexpectedly. What was typed was saved before.
    """
    # What is made while it starts stays: looking through it for garbage takes a fifth of the time.
    gc.disable()
    # Looking through everything installed for plug-ins of the library of the model takes as long as a frame.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    file = settings_file()
    settings = load_settings(file)
    show_splash(settings.lang or lang)
    question = WidthQuestion()
    # Also of a terminal whose width a person has said: 自動 may be chosen again, and holds at once.
    question.ask()
    from rfp_builder.tui.app import Wizard

    answered = question.answer()
    if draws_wide(settings, answered):
        from rfp_builder.tui.repairs.widths import draw_ambiguous_wide

        draw_ambiguous_wide(True)
    if sys.platform != "win32":
        from rfp_builder.tui.repairs.output import outlive_terminal

        outlive_terminal()
    wizard = Wizard(folder, lang, today, settings, file)
    wizard.answered = answered
    if question.typed:
        from rfp_builder.tui.repairs.keys import keys_of

        wizard.hold(keys_of(question.typed))
    wizard.desk.rescue_folder = rescue_folder()
    wizard.call_later(wizard.set_timer, _STARTED_SECONDS, _collect_garbage)
    wizard.run()
    clear_splash()
    if wizard.failure is not None:
        raise wizard.failure


def _collect_garbage() -> None:
    """From now on, and only of what is made from now on."""
    gc.freeze()
    gc.enable()
