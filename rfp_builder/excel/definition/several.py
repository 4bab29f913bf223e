"""Several choices in one cell: 「月、水、金」, 「月〜金、祝」, "Mon-Fri", 「日本語、英語」."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rfp_builder.excel.cells import CellProblem
from rfp_builder.excel.notes import Notebook
from rfp_builder.excel.reading.values import Cell
from rfp_builder.forms.choices import Choice, match_choice
from rfp_builder.i18n import Phrase
from rfp_builder.text.fold import fold

_BETWEEN = re.compile(r"[、,，;；/／・\n]+")
_RANGE = re.compile(r"\s*(?:〜|～|~|–|—|-|から|\bto\b)\s*")
_UNKNOWN = Phrase(
    "次の中から選び、「、」で区切ってください: {choices}",
    "Choose from these, with commas in between: {choices}",
)
_TAKEN_FOR = Phrase("{choices} として読み込みました。", "Read as {choices}.")


def read_several(text: str, choices: Sequence[Choice], cell: Cell, notes: Notebook) -> tuple[str, ...]:
    """The values of the choices that `text` lists, each once, in the order in which they stand.

    Raises:
        CellProblem: some part of the text is none of the choices, or could be several.
    """
    found: dict[str, None] = {}
    exact = True
    for part in filter(None, map(str.strip, _BETWEEN.split(text))):
        values, worded = _part(part, choices)
        exact = exact and worded
        found.update(dict.fromkeys(values))
    if not exact:
        chosen = [choice for choice in choices if choice.value in found]
        notes.warn(cell.ref, "choices.alike", _TAKEN_FOR.fill(choices=_listed(chosen)))
    return tuple(found)


def _part(part: str, choices: Sequence[Choice]) -> tuple[list[str], bool]:
    one = _one(part, choices)
    if one is not None:
        return [one[0]], one[1]
    ends = _RANGE.split(part)
    if len(ends) == 2:
        first, last = (_one(end, choices) for end in ends)
        order = [choice.value for choice in choices]
        if first and last and order.index(first[0]) < order.index(last[0]):
            return order[order.index(first[0]) : order.index(last[0]) + 1], False
    letters = [_one(letter, choices) for letter in part if not letter.isspace()]
    if len(letters) > 1 and not part.isascii() and all(letters):
        # 「土日祝」: each letter begins one label.
        return [letter[0] for letter in letters if letter], False
    raise CellProblem("choices.unknown", _UNKNOWN.fill(choices=_listed(choices)))


def _one(text: str, choices: Sequence[Choice]) -> tuple[str, bool] | None:
    """The choice that `text` is, or the only one that begins with it; and whether it is worded in full."""
    match = match_choice(text, choices)
    if match is not None:
        return match.choice.value, match.exact
    folded = fold(text)
    if not folded:
        return None
    begun = {
        choice.value
        for choice in choices
        if fold(choice.label.ja).startswith(folded) or fold(choice.label.en).startswith(folded)
    }
    return (begun.pop(), False) if len(begun) == 1 else None


def _listed(choices: Sequence[Choice]) -> Phrase:
    return Phrase(
        "、".join(choice.label.ja for choice in choices), ", ".join(choice.label.en for choice in choices)
    )
