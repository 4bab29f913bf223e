"""Numbers of a question: of what unit, and how they are read and shown."""

from __future__ import annotations

import re
from decimal import Decimal

from rfp_builder.forms.questions import Question
from rfp_builder.forms.refusal import Refusal
from rfp_builder.forms.spans import read_span
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.shape import Kind
from rfp_builder.model.units import Reads
from rfp_builder.text.currency import minor_digits
from rfp_builder.text.fold import fold
from rfp_builder.text.numbers import read_amount, read_number, read_percent
from rfp_builder.text.show import show_number
from rfp_builder.text.unreadable import Unreadable

_LAST_DAY = 31
_MONTH_END = frozenset(map(fold, ("月末", "末日", "末", "end of month", "month end", "last day")))
_QUALIFIED = re.compile(r"(?:以内|[前後]| later| before)$")
_MONTHS = ("か月", "ヶ月", "カ月", "ヵ月", "ケ月", "箇月")
_PEOPLE = ("名", "人")
_WHOLE = Phrase("小数のない数を入力してください。", "Please enter a whole number.")


def is_percent(question: Question) -> bool:
    """Whether the number is one of percent, whatever its kind."""
    return question.kind is Kind.PERCENT or (question.unit is not None and question.unit.en == "%")


def unit_words(question: Question) -> tuple[str, ...]:
    """What may stand behind a number: its unit in both languages, and what means the same (名 and 人)."""
    if question.unit is None:
        return ()
    bare, english = (_QUALIFIED.sub("", question.unit.to(lang)) for lang in Lang)
    alike = next((words for words in (_MONTHS, _PEOPLE) if bare in words), ())
    words = (question.unit.ja, bare, *alike, question.unit.en, english, english.removesuffix("s"))
    return tuple(dict.fromkeys(words))


def whole(number: Decimal) -> int:
    """A number without digits behind the point.

    Raises:
        Refusal: it has some.
    """
    if number != number.to_integral_value():
        raise Refusal("whole.fraction", _WHOLE)
    return int(number)


def read_numeral(question: Question, text: str, currency: str) -> int | Decimal:
    """The number that was typed, as the model holds it: money in the smallest unit of `currency`.

    Raises:
        Unreadable: it has no certain reading.
    """
    if question.kind is Kind.MONEY:
        return read_amount(text, currency)
    if question.reads is Reads.DAY_OF_MONTH and fold(text) in _MONTH_END:
        return _LAST_DAY
    number = read_percent(text) if is_percent(question) else _measured(question, text)
    return whole(number) if question.kind is Kind.WHOLE else number


def show_numeral(question: Question, number: int | Decimal, currency: str) -> str:
    """The number as it stands in a field to type in: all digits, thousands separated, without unit."""
    if question.kind is Kind.MONEY:
        digits = minor_digits(currency)
        return show_number(Decimal(number).scaleb(-digits), digits)
    shown = show_number(number)
    # A bare 0.8 might be meant as 80%, and would not be read.
    return f"{shown}%" if is_percent(question) and 0 < abs(Decimal(number)) < 1 else shown


def _measured(question: Question, text: str) -> Decimal:
    try:
        return read_number(text, unit_words(question))
    except Unreadable:
        span = read_span(text, question.unit.en) if question.unit is not None else None
        if span is not None:
            return span
        if question.kind is Kind.DECIMAL and text.rstrip().endswith(("%", "％")):
            # A number of percent in a column whose unit stands beside it.
            return read_percent(text)
        raise
