"""An option whose value cannot be read, said in three lines."""

from __future__ import annotations

from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Phrase

_WRONG = Phrase("{option} の値を読み取れません。", "The value of {option} cannot be read.")
_REMEDY = Phrase("例: {option} {example}", "For example: {option} {example}")


def wrong_option(name: str, example: str, why: Phrase) -> WrongUse:
    """What is wrong with the value of the option `name`, and one that would do."""
    return WrongUse(_WRONG.fill(option=name), why, example_of(name, example))


def example_of(name: str, example: str) -> Phrase:
    """What to do where an option is missing: how it is typed."""
    return _REMEDY.fill(option=name, example=example)
