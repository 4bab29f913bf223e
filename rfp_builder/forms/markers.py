"""未定 and 該当なし as they are typed instead of an answer, and as they are shown there again.

`未定: 情報システム部 2027-03-01` / `TBD: IT department 2027-03-01`: who decides, and by when.
`該当なし: 対面の窓口がない` / `N/A: no counter service`: why the question does not arise.
A text that only looks like one of them is written with a backslash in front.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from rfp_builder.forms.refusal import Refusal
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.dates import read_date
from rfp_builder.text.unreadable import Unreadable

UNDECIDED = Phrase("未定", "TBD")
NOT_APPLICABLE = Phrase("該当なし", "N/A")

_WORDS = {
    "undecided": ("未定", "TBD", "to be decided", "undecided"),
    "not_applicable": ("該当なし", "該当無し", "N/A", "not applicable"),
}
_KINDS = {word.lower(): kind for kind, words in _WORDS.items() for word in words}
_WORD = "|".join(re.escape(word) for words in _WORDS.values() for word in words)
_MARKED = re.compile(rf"\s*({_WORD})\s*(?:[:：]\s*(.*)|[（(](.*)[)）])?\s*", re.IGNORECASE | re.DOTALL)
_ESCAPED = re.compile(r"\\+(.*)", re.DOTALL)
_BREAK = re.compile(r"[\s、,，]+")
_TRAILING = " \u3000\n、,，"
_UNTIL = re.compile(r"\s*まで(?:に(?:決定)?)?[。.]?$")

_WHO_AND_WHEN = Phrase(
    "未定の場合は、誰がいつまでに決めるかを「未定: 情報システム部 2027-03-01」のように書いてください。",
    "Say who decides and by when, as in “TBD: IT department 2027-03-01”.",
)
_WHY = Phrase(
    "該当しない理由を「該当なし: 対面の窓口がない」のように書いてください。",
    "Say why, as in “N/A: no counter service”.",
)


@dataclass(frozen=True, slots=True)
class Marker:
    """What is said instead of an answer: `text` is the owner or the reason."""

    text: str
    due: date | None

    @property
    def undecided(self) -> bool:
        """Whether it is 未定; otherwise it is 該当なし."""
        return self.due is not None


def show_undecided(owner: str, due: date, lang: Lang) -> str:
    """How 未定 stands in the place of an answer."""
    return f"{UNDECIDED.to(lang)}: {owner} {due.isoformat()}"


def show_not_applicable(reason: str, lang: Lang) -> str:
    """How 該当なし stands in the place of an answer."""
    return f"{NOT_APPLICABLE.to(lang)}: {reason}"


def escaped(text: str) -> str:
    """A text that is an answer, as it is typed."""
    return f"\\{text}" if _looks_marked(text) else text


def unescaped(text: str) -> str:
    """The answer that is typed as `text`."""
    return text[1:] if text.startswith("\\") and _looks_marked(text) else text


def read_marker(text: str) -> Marker | None:
    """What `text` says instead of an answer; None if it is an answer.

    Raises:
        Refusal: it says 未定 without owner or date, or 該当なし without a reason.
    """
    match = _MARKED.fullmatch(text)
    if match is None:
        return None
    body = (match[2] or match[3] or "").strip()
    if _KINDS[match[1].lower()] == "not_applicable":
        if not body:
            raise Refusal("not_applicable.bare", _WHY)
        return Marker(body, None)
    return _undecided(body)


def _undecided(body: str) -> Marker:
    said = _UNTIL.sub("", body)
    for place in _BREAK.finditer(said):
        owner, tail = said[: place.start()].rstrip(_TRAILING), said[place.end() :]
        try:
            due = read_date(tail)
        except Unreadable:
            continue
        if owner:
            return Marker(owner, due)
    raise Refusal("undecided.incomplete", _WHO_AND_WHEN)


def _looks_marked(text: str) -> bool:
    plain = _ESCAPED.fullmatch(text)
    return _MARKED.fullmatch(plain[1] if plain else text) is not None
