"""How wide a column of figures must be for the name that stands above it."""

from __future__ import annotations

from types import MappingProxyType

from rfp_builder.i18n import Lang
from rfp_builder.text.width import cell_width

_BESIDE = 3
"""Cells for the indent, the sides and the bold face."""
_WIDEST = MappingProxyType({Lang.JA: 14, Lang.EN: 18})


def figure_width(heading: str, lang: Lang, least: int = 11) -> int:
    """Half-width characters: an English word is never parted, a Japanese name from the second line on."""
    longest = max((cell_width(word) for word in heading.split()), default=0)
    return max(least, min(longest + _BESIDE, _WIDEST[lang]))
