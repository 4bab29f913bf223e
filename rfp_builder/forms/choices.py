"""Answers picked from a list, and what people type instead of picking."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rfp_builder.catalogue.outline import NO, YES
from rfp_builder.forms.refusal import Refusal
from rfp_builder.i18n import Phrase
from rfp_builder.text.fold import fold

LOOK_ALIKES: dict[str, tuple[str, ...]] = {
    "◎": ("◉", "⊚", "⦾"),
    "○": ("〇", "◯", "o", "⭕", "⚪"),
    "△": ("∆", "Δ", "▵"),
    "×": ("x", "✕", "✖", "✗", "✘", "╳", "☓", "❌", "⨯"),
}
"""What looks like the usual marks. The digit 0 and ▲ are left out: they may be meant as something else."""

_NEGATION = re.compile("ない|なし|無し|せず|ません|不[可要]")
"""What turns the beginning of a Japanese wording into its opposite: 採用 is not 採用しない."""
_PICK_ONE = Phrase(
    "選択肢（{choices}）から1つを選んでください。", "Please pick one of the choices ({choices})."
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a list: the value stored, its wording in the list, and what else is taken for it."""

    value: str
    label: Phrase
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """The choice that a text stands for; `exact` if it is worded just as in the list."""

    choice: Choice
    exact: bool


YES_OR_NO = (
    Choice("yes", YES, ("○", "〇", "◯", "有", "有り", "あり", "true", "y")),
    Choice("no", NO, ("×", "✕", "✖", "無", "無し", "なし", "false", "n")),
)
"""Yes first."""


def mark(symbol: str, value: str | None = None) -> Choice:
    """A choice shown as a mark (◎ ○ △ ×) in both languages, with its look-alikes; stored as `value`."""
    return Choice(value or symbol, Phrase(symbol, symbol), LOOK_ALIKES.get(symbol, ()))


def match_choice(text: str, choices: Sequence[Choice]) -> Match | None:
    """The one choice that `text` stands for, or None if it is none or could be several."""
    typed = text.strip()
    for choice in choices:
        if typed in (choice.label.ja, choice.label.en):
            return Match(choice, exact=True)
    folded = fold(typed)
    found = [choice for choice in choices if folded in _folded_names(choice)]
    return Match(found[0], exact=False) if len(found) == 1 else None


def match_start(text: str, choices: Sequence[Choice]) -> Match | None:
    """As `match_choice`; else the one choice that begins with `text` and does not end denying it."""
    match = match_choice(text, choices)
    folded = fold(text)
    if match is not None or not folded:
        return match
    begun = [
        choice
        for choice in choices
        if (fold(choice.label.ja).startswith(folded) and not _denied(folded, fold(choice.label.ja)))
        or fold(choice.label.en).startswith(folded)
    ]
    return Match(begun[0], exact=False) if len(begun) == 1 else None


def _denied(begun: str, label: str) -> bool:
    return _NEGATION.search(label[len(begun) :]) is not None and _NEGATION.search(begun) is None


def unknown_choice(choices: Sequence[Choice]) -> Refusal:
    """What to raise where a text is none of `choices`, or could be several."""
    listed = Phrase(
        "・".join(choice.label.ja for choice in choices), ", ".join(choice.label.en for choice in choices)
    )
    return Refusal("choice.unknown", _PICK_ONE.fill(choices=listed))


def _folded_names(choice: Choice) -> set[str]:
    return {fold(name) for name in (choice.label.ja, choice.label.en, *choice.aliases)}
