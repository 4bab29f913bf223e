"""Starting the wizard: a splash first, then the libraries, then the application."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rfp_builder.i18n import Lang
from rfp_builder.tui.settings import load_settings, settings_file
from rfp_builder.tui.splash import show_splash


def run_wizard(folder: Path | None, lang: Lang, today: date) -> None:
    """Open the wizard on the project in `folder`, or on the first screen; returns when it is closed.

    Raises:
        Exception: whatever ended it unexpectedly. What was typed was saved before.
    """
    file = settings_file()
    settings = load_settings(file)
    show_splash(settings.lang or lang)
    from rfp_builder.tui.app import Wizard

    wizard = Wizard(folder, lang, today, settings, file)
    wizard.run()
    if wizard.failure is not None:
        raise wizard.failure
