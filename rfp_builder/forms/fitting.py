"""Whether a value fits its field of the model, and if not, why, in words for the person who typed it."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from rfp_builder.forms.questions import Question
from rfp_builder.forms.refusal import Refusal
from rfp_builder.i18n import Phrase
from rfp_builder.model.base import Value
from rfp_builder.text.show import show_number

EMPTY = "value.empty"
"""The code of the refusal of an answer that must not be blank."""

_EMPTY = Phrase("この欄は空にできません。", "This cannot be left empty.")
_LEAST = Phrase("{limit}以上の値を入力してください。", "Please enter {limit} or more.")
_MOST = Phrase("{limit}以下の値を入力してください。", "Please enter {limit} or less.")
_PLACES = Phrase("小数は{limit}桁までです。", "No more than {limit} digits behind the point, please.")
_DIGITS = Phrase("数字は{limit}桁までです。", "No more than {limit} digits, please.")
_LENGTH = Phrase("{limit}文字以内で入力してください。", "No more than {limit} characters, please.")
_FORM = Phrase(
    "この欄の書き方に合いません。説明の欄の例を見てください。",
    "This is not how the field is written. Please see the example in its help.",
)
_OTHER = Phrase("この欄に入れられない値です。", "This value does not fit here.")
_REASONS = {
    "greater_than_equal": ("ge", _LEAST),
    "less_than_equal": ("le", _MOST),
    "decimal_max_places": ("decimal_places", _PLACES),
    "decimal_max_digits": ("max_digits", _DIGITS),
    "decimal_whole_digits": ("whole_digits", _DIGITS),
    "string_too_long": ("max_length", _LENGTH),
    "too_long": ("max_length", _LENGTH),
}


def fitting(question: Question, value: Any) -> Any:
    """`value` as the model takes it.

    Raises:
        Refusal: it does not fit.
    """
    try:
        return _adapter(question.holder, question.name).validate_python(value)
    except ValidationError as error:
        if value is None:
            raise Refusal(EMPTY, _EMPTY) from None
        raise Refusal("value.unfit", _why(error.errors(include_url=False, include_input=False))) from None


def _why(errors: list[ErrorDetails]) -> Phrase:
    for error in errors:
        if error["type"] in _REASONS:
            key, reason = _REASONS[error["type"]]
            limit = error.get("ctx", {}).get(key)
            return reason.fill(limit=show_number(limit)) if limit is not None else _OTHER
    return _FORM if any(error["type"] == "string_pattern_mismatch" for error in errors) else _OTHER


@cache
def _adapter(holder: type[Value], name: str) -> TypeAdapter[Any]:
    return TypeAdapter(holder.model_fields[name].rebuild_annotation())
