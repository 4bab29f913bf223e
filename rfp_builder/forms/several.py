"""Several choices in one text: 「月、水、金」, 「月〜金、祝」, "Mon-Fri", 「日本語、英語」."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rfp_builder.forms.choices import Choice, Match, match_start
from rfp_builder.forms.refusal import Refusal
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.fold import fold

SEPARATOR = {Lang.JA: "、", Lang.EN: ", "}
"""What stands between several choices."""

_BETWEEN = re.compile(r"[、,，;；/／・\n]+")
_RANGE = re.compile(r"\s*(?:〜|～|~|–|—|-|から|\bto\b)\s*")
_UNKNOWN = Phrase(
    "次の中から選び、「、」で区切ってください: {choices}",
    "Choose from these, with commas in between: {choices}",
)
_WORKING = ("mon", "tue", "wed", "thu", "fri")
_WEEKEND = ("sat", "sun")
_TOGETHER = {
    **dict.fromkeys(("平日", "weekday", "weekdays"), _WORKING),
    **dict.fromkeys(("週末", "weekend", "weekends"), _WEEKEND),
    **dict.fromkeys(("毎日", "everyday", "every day"), (*_WORKING, *_WEEKEND, "holiday")),
}
"""Words for several days of the week (values of `model.choices.Day`)."""


def read_several(text: str, choices: Sequence[Choice]) -> tuple[tuple[str, ...], bool]:
    """The values of the choices that `text` lists, each once, in the order in which they stand.

    The second is whether all of them are worded in full.

    Raises:
        Refusal: some part of the text is none of the choices, or could be several.
    """
    found: dict[str, None] = {}
    exact = True
    for part in filter(None, map(str.strip, _BETWEEN.split(text))):
        values, worded = _part(part, choices)
        exact = exact and worded
        found.update(dict.fromkeys(values))
    return tuple(found), exact


def listed(choices: Sequence[Choice]) -> Phrase:
    """The choices, said one after the other."""
    return Phrase(
        SEPARATOR[Lang.JA].join(choice.label.ja for choice in choices),
        SEPARATOR[Lang.EN].join(choice.label.en for choice in choices),
    )


def _part(part: str, choices: Sequence[Choice]) -> tuple[list[str], bool]:
    one = match_start(part, choices)
    if one is not None:
        return [one.choice.value], one.exact
    together = _TOGETHER.get(fold(part), ())
    if together and set(together) <= {choice.value for choice in choices}:
        return list(together), False
    ends = _RANGE.split(part)
    if len(ends) == 2:
        first, last = (match_start(end, choices) for end in ends)
        order = [choice.value for choice in choices]
        if first and last and order.index(first.choice.value) < order.index(last.choice.value):
            return order[order.index(first.choice.value) : order.index(last.choice.value) + 1], False
    letters = () if part.isascii() else _by_letter(part, choices)
    if len(letters) > 1:
        return [letter.choice.value for letter in letters], False
    raise Refusal("choices.unknown", _UNKNOWN.fill(choices=listed(choices)))


def _by_letter(part: str, choices: Sequence[Choice]) -> tuple[Match, ...]:
    """「土日祝」: each letter begins one label; nothing where one of them does not."""
    found: list[Match] = []
    for letter in "".join(part.split()):
        match = match_start(letter, choices)
        if match is None:
            # A page pasted by mistake is not looked up letter by letter.
            return ()
        found.append(match)
    return tuple(found)
