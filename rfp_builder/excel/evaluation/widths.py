"""How wide a column of figures must be for the name that stands above it."""

from __future__ import annotations

from rfp_builder.text.width import cell_width

_BESIDE = 3
"""Cells for the indent, the sides and the bold face."""
_WIDEST = 17


def figure_width(heading: str, least: int = 11) -> int:
    """Half-width characters: the longest word fits in a line, as long as it is not a whole sentence."""
    longest = max((cell_width(word) for word in heading.split()), default=0)
    return max(least, min(longest + _BESIDE, _WIDEST))
