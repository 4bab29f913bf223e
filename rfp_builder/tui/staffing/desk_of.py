"""The plan desk of the project that is open, and what is shown of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rfp_builder.tui.staffing.plan_desk import PlanDesk

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard


def desk_of(wizard: Wizard) -> PlanDesk:
    """The desk of the open project; there is one for each."""
    session = wizard.session
    assert session is not None, "plans are made of an open project"
    if session.plan_desk is None:
        session.plan_desk = PlanDesk(wizard, session, lambda: show_staffing(wizard))
    return session.plan_desk


def show_staffing(wizard: Wizard) -> None:
    """Bring the staffing screen up to the plan, if it is open."""
    from rfp_builder.tui.screens.staffing import StaffingScreen

    for screen in wizard.screen_stack:
        if isinstance(screen, StaffingScreen):
            screen.plan_changed()
