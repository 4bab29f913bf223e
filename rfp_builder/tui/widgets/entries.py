"""Entries of long lists that say one line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content

from rfp_builder.tui.widths import cut, filled


@dataclass(frozen=True, slots=True)
class Row:
    """An entry of one line that is drawn when it is seen."""

    key: str
    draw: Callable[[int], Content]
    """Given the width in cells."""
    stop: bool = True

    def height(self, width: int) -> int:
        """See `Entry`."""
        return 1

    def lines(self, width: int) -> Sequence[Content]:
        """See `Entry`."""
        return (self.draw(width),)


def heading(text: str) -> Row:
    """A line that divides a list and that the cursor passes over."""
    return Row(f"heading {text}", lambda width: Content.styled(cut(text, width), "bold $primary"), stop=False)


def cell(text: str, width: int) -> str:
    """The text cut or filled up to `width` cells, the last of them empty."""
    return filled(text, width - 1) + " "
