"""Cleaning once, where text comes in, of what breaks files or hides from the reader."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text import invisible


class Removed(StrEnum):
    """A kind of character that `clean` takes away."""

    CONTROL = "control"
    NONCHARACTER = "noncharacter"
    SURROGATE = "surrogate"
    DIRECTION = "direction"
    INVISIBLE = "invisible"

    def to(self, lang: Lang) -> str:
        """Its name for the person who typed or pasted it."""
        return _NAMES[self].to(lang)


_NAMES = {
    Removed.CONTROL: Phrase("制御文字", "control characters"),
    Removed.NONCHARACTER: Phrase("文字として使えない符号", "codes that are not characters"),
    Removed.SURROGATE: Phrase("壊れた文字", "broken characters"),
    Removed.DIRECTION: Phrase(
        "文字の並ぶ向きを変える制御文字", "characters that change the writing direction"
    ),
    Removed.INVISIBLE: Phrase(
        "目に見えない文字（ゼロ幅スペースなど）", "invisible characters such as zero-width spaces"
    ),
}

# Most texts have nothing of it: one look saves the rest.
_SUSPECT = re.compile(
    f"[{invisible.CONTROL}{invisible.LINE_END[1:]}{invisible.NONCHARACTER}{invisible.SURROGATE}{invisible.HIDDEN}]"
)
_LINE_END = re.compile(f"\r\n|[{invisible.LINE_END}]")
# A joiner stays between two emoji, one variation selector stays behind the character whose form it chooses.
_EMOJI = "\u2190-\u2bff\U0001f000-\U0001faff"
_STRAY_JOINER = f"(?<![{_EMOJI}])(?<![{_EMOJI}]\ufe0f){invisible.JOINER}|{invisible.JOINER}(?![{_EMOJI}])"
_STRAY_VARIATION = rf"(?:^|(?<=[\s{invisible.VARIATION}]))[{invisible.VARIATION}]"
_DIRT = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (Removed.CONTROL, f"[{invisible.CONTROL}]+"),
        (Removed.NONCHARACTER, f"[{invisible.NONCHARACTER}]+"),
        (Removed.SURROGATE, f"[{invisible.SURROGATE}]+"),
        (Removed.DIRECTION, f"[{invisible.DIRECTION}]+"),
        (Removed.INVISIBLE, f"[{invisible.IGNORABLE}]+"),
        (Removed.INVISIBLE, _STRAY_JOINER),
        (Removed.INVISIBLE, _STRAY_VARIATION),
    )
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text fit to be stored, and the kinds of characters (not the characters) that were taken out."""

    text: str
    removed: tuple[Removed, ...] = ()


def clean(text: str) -> Cleaned:
    """Take out what no reader sees, end every line with ``\\n``, and compose to Unicode NFC.

    Kept: tabs, every kind of space, a zero-width joiner between two emoji, and one variation selector behind
    a character. Cleaning a clean text changes nothing.
    """
    if not _SUSPECT.search(text):
        return Cleaned(unicodedata.normalize("NFC", text))
    text = _LINE_END.sub("\n", text)
    removed: list[Removed] = []
    for kind, pattern in _DIRT:
        text, times = pattern.subn("", text)
        if times and kind not in removed:
            removed.append(kind)
    return Cleaned(unicodedata.normalize("NFC", text), tuple(removed))


def is_clean(text: str) -> bool:
    """Whether `clean` would leave the text as it is."""
    if not _SUSPECT.search(text):
        return unicodedata.is_normalized("NFC", text)
    return clean(text).text == text
