"""What stands on the screen as text that can be compared: the letters, and below them how each cell looks."""

from __future__ import annotations

from string import ascii_letters, digits

from rich.cells import cell_len
from rich.style import Style

from rfp_builder.tui.app import Wizard

_SIGNS = f".{ascii_letters}{digits}"
"""What stands for the looks of a cell, in the order in which they are met from the top."""
_ATTRIBUTES = ("bold", "dim", "italic", "underline", "reverse", "strike")


def drawn(app: Wizard) -> str:
    """The screen in front: its lines, the looks of its cells, and what each sign for a look means."""
    lines, looks, signs = [], [], dict[str, str]()
    for strip in app.screen._compositor.render_strips():
        line = look = ""
        for text, style, _ in strip:
            said = _said(style or Style.null())
            look += signs.setdefault(said, _SIGNS[len(signs)]) * cell_len(text)
            line += text
        lines.append(f"{line.rstrip()}\n")
        looks.append(f"{look}\n")
    legend = [f"{sign} {said}\n" for said, sign in signs.items()]
    return "".join((*lines, "\n", *looks, "\n", *legend))


def _said(style: Style) -> str:
    """Colours and attributes; where a click leads is no look."""
    colors = (color.name if color is not None else "-" for color in (style.color, style.bgcolor))
    return " ".join((*colors, *(one for one in _ATTRIBUTES if getattr(style, one))))
