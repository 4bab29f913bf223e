"""From a place of the project to the screen that shows it. Screens are imported when first visited."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from rfp_builder.tui.parts import section_number

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.screens.screen import WizardScreen

_SCREENS = {
    "rfp": ("frame", "FrameScreen"),
    "requirements": ("register", "RegisterScreen"),
    "staffing": ("staffing", "StaffingScreen"),
    "criteria": ("criteria", "CriteriaScreen"),
    "evaluators": ("criteria", "CriteriaScreen"),
    "withholding": ("withholding", "WithholdingScreen"),
    "documents": ("documents", "DocumentsScreen"),
    "review": ("review", "ReviewScreen"),
}


def go(wizard: Wizard, place: str) -> None:
    """Show `place`: a path as findings write it, `definition.work` for a section, or the name of a screen.

    A screen of that kind that is open already comes to the front; what lies over it is left.
    """
    key, number = _screen_of(place)
    if key not in _SCREENS and number is None:
        # The whole project changed at once, or a part that has no screen of its own.
        _home(wizard)
        return
    screen = _open_already(wizard, key) or _made(wizard, key, number)
    screen.go_to(place.removeprefix("definition."))


def _screen_of(place: str) -> tuple[str, int | None]:
    """Which screen shows `place`, and of a section its number."""
    stem = place.removeprefix("definition.").partition(".")[0].partition("[")[0]
    number = section_number(stem)
    if number is not None:
        return f"section.{number}", number
    if stem == "requirements" and "].withholding" in place:
        return "withholding", None
    # The annex is the last step of staffing.
    return ("staffing" if stem == "annex" else stem), None


def _home(wizard: Wizard) -> None:
    from rfp_builder.tui.screens.home import Home

    while not isinstance(wizard.screen, Home):
        wizard.pop_screen()


def _open_already(wizard: Wizard, key: str) -> WizardScreen | None:
    from rfp_builder.tui.screens.screen import WizardScreen

    ours = [one for one in wizard.screen_stack if isinstance(one, WizardScreen) and one.place_key == key]
    for screen in ours[:1]:
        while wizard.screen_stack[-1] is not screen:
            wizard.pop_screen()
    return ours[0] if ours else None


def _made(wizard: Wizard, key: str, number: int | None) -> WizardScreen:
    from rfp_builder.tui.screens.home import Home

    screen: WizardScreen
    if number is not None:
        module = import_module("rfp_builder.tui.screens.section")
        screen = module.SectionScreen(number)
    else:
        name, kind = _SCREENS[key]
        screen = getattr(import_module(f"rfp_builder.tui.screens.{name}"), kind)()
    screen.place_key = key
    # Two screens deep at most, so that Escape always leads home. A review stays below what it leads to.
    while not isinstance(wizard.screen, Home) and getattr(wizard.screen, "place_key", "") != "review":
        wizard.pop_screen()
    wizard.push_screen(screen)
    return screen
