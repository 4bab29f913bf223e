"""F2: from where one is to the next answer that is missing or wrong, in the order of the road."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rfp_builder.check.finding import Severity
from rfp_builder.i18n import Phrase

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.widget import Widget

    from rfp_builder.tui.app import Wizard

_NONE = Phrase("発行を妨げる指摘はありません。", "Nothing stands in the way of issuing.")
_NOT_YET = Phrase(
    "点検しています。少し待ってからもう一度押してください。", "Still checking; press again in a moment."
)
_ANEW = Phrase("最後まで見たので、最初に戻りました。{what}", "That was the last; from the top again. {what}")

_LAID_OUT_SECONDS = 0.1
_USUAL_LINES = 5
_EDGE = 2
"""Lines at the edge of the screen that a notice leaves free."""


def go_to_next(wizard: Wizard) -> None:
    """Go there and say what is missing. After the last one it begins anew from the first."""
    from rfp_builder.tui.road import go
    from rfp_builder.tui.screens.home import Home
    from rfp_builder.workspace.missing import next_after

    assert wizard.session is not None
    report = wizard.session.report
    if report is None:
        wizard.tell(_NOT_YET)
        return
    blocking = [one for one in report.findings if one.severity is Severity.BLOCKS]
    if not blocking:
        wizard.tell(_NONE)
        return
    # The task list names the first one as the next thing to do; F2 there leads to what is named.
    whence = here(wizard) or (None if isinstance(wizard.screen, Home) else wizard.session.last_missing)
    found, anew = next_after(wizard.session.project, blocking, whence)
    wizard.session.last_missing = found.path
    go(wizard, found.path)
    wizard.tell(_ANEW.fill(what=found.message) if anew else found.message)
    # Where the field stands is known once it was laid out.
    wizard.call_after_refresh(keep_clear, wizard)
    wizard.set_timer(_LAID_OUT_SECONDS, lambda: keep_clear(wizard))


def keep_clear(wizard: Wizard) -> None:
    """Put the notice to the upper edge where it would lie over what has the focus."""
    if wizard.focused is None:
        return
    screen, place = wizard.screen, _place_of(wizard.focused)
    tall = max((rack.region.height for rack in screen.query("ToastRack")), default=0) or _USUAL_LINES
    below = place.bottom > screen.size.height - tall - _EDGE
    screen.set_class(below and place.y >= tall + _EDGE, "-notice-above")


def _place_of(focused: Widget) -> Region:
    """Where the widget is on the screen; of a table, the cell of the cursor."""
    from rfp_builder.tui.table.grid import Grid

    if isinstance(focused, Grid) and focused.cells.count:
        return focused.place(focused.row, focused.column).translate(focused.region.offset)
    return focused.region


def here(wizard: Wizard) -> str | None:
    """The path of what has the focus; else of what the screen shows; None where no place is shown."""
    focused = wizard.focused
    for node in () if focused is None else focused.ancestors_with_self:
        path = getattr(node, "path", None)
        if isinstance(path, str) and path:
            return _in_table(wizard, node) or path
    shown = getattr(wizard.screen, "here", None)
    if isinstance(shown, str):
        return shown
    key = getattr(wizard.screen, "place_key", "")
    if isinstance(key, str) and key.startswith("section."):
        from rfp_builder.model.shape import sections

        return sections().get(int(key.removeprefix("section.")))
    return key if key in ("rfp", "requirements", "criteria") else None


def _in_table(wizard: Wizard, node: object) -> str | None:
    """The cell of the cursor, once it was moved or led there: a table is entered at its first cell."""
    cell = getattr(node, "cell_here", None)
    if not isinstance(cell, str):
        return None
    assert wizard.session is not None
    row = cell.rpartition(".")[0]
    led = (wizard.session.last_missing or "").startswith(row)
    return cell if led or not getattr(node, "at_first_cell", False) else None
