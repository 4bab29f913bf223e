"""Characters that take no room on paper or change what is around them.

Each constant is the inside of a regular expression's character class, so that a module can combine several.
"""

from __future__ import annotations

DIRECTION = "\u202a-\u202e\u2066-\u2069"
"""Bidirectional embeddings, overrides and isolates: they make a text read differently from what it holds."""

VARIATION = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""Variation selectors: invisible, but they choose a form of the character before (葛 in 葛飾 and 葛城)."""

JOINER = "\u200d"
"""Zero-width joiner: holds composed emoji together; elsewhere it only hides."""

IGNORABLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f\u2060-\u2065\u206a-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
"""Unicode's Default_Ignorable_Code_Point and the annotation marks, without the three classes above."""

FORMAT = "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U0001345f"
"""What else is of category Cf: signs of Arabic, Syriac, Kaithi and hieroglyphs, visible in their scripts."""

CONTROL = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
"""Category Cc without tab and the characters that end a line or a page."""

LINE_END = "\n\x0b\x0c\r\x85\u2028\u2029"
"""Ends of lines and pages, as Word, Excel, old systems and Unicode write them."""

NONCHARACTER = "\ufdd0-\ufdef\ufffe\uffff" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
)
"""Code points that are no characters and never will be; XML and Excel refuse the first ones."""

SURROGATE = "\ud800-\udfff"
"""Halves of a pair: no text can be stored or sent with one of them."""

HIDDEN = DIRECTION + VARIATION + JOINER + IGNORABLE
"""Everything that a reader does not see."""
