"""What the model refuses, said in words: where and why, never what was typed."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from rfp_builder.errors import Problem
from rfp_builder.i18n import Phrase
from rfp_builder.model.project import Project
from rfp_builder.workspace.document.labels import label_of


class Unfit(Problem):
    """A value does not fit the place it was meant for. The document is as it was."""


_OTHER = Phrase("この項目の形に合いません。", "It has not the form that this field takes.")
_LOW = Phrase("{least}以上にしてください。", "It must be at least {least}.")
_HIGH = Phrase("{most}以下にしてください。", "It must be at most {most}.")
_DIGITS = Phrase("小数点以下は{most}桁までです。", "It may have at most {most} decimal places.")
_ALL_DIGITS = Phrase("数字は{most}桁までです。", "It may have at most {most} digits.")
_LONG = Phrase("{most}文字までです。", "It may have at most {most} characters.")
_WRITTEN = Phrase("書き方が違います。", "It is written in another way than it should be.")
_EMPTY = Phrase("空にはできません。", "It cannot be empty.")
_WHOLE = Phrase("整数ではありません。", "It is not a whole number.")
_NUMBER = Phrase("数値ではありません。", "It is not a number.")
_DATE = Phrase("日付ではありません。", "It is not a date.")
_CHOICE = Phrase("選択肢にありません。", "It is not one of the choices.")
_TEXT = Phrase("文字列ではありません。", "It is not a text.")
_MISSING = Phrase("必要な項目が足りません。", "Something that it needs is missing.")
_TOGETHER = Phrase(
    "ほかの項目と矛盾しているか、使えない文字があります。",
    "It contradicts other values, or holds characters that cannot be used.",
)

_WHY: dict[str, Phrase] = {
    "greater_than_equal": _LOW,
    "less_than_equal": _HIGH,
    "decimal_max_places": _DIGITS,
    "decimal_max_digits": _ALL_DIGITS,
    "decimal_whole_digits": _ALL_DIGITS,
    "string_too_long": _LONG,
    "too_long": _LONG,
    "string_pattern_mismatch": _WRITTEN,
    "string_too_short": _EMPTY,
    "string_type": _TEXT,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "decimal_type": _NUMBER,
    "decimal_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "enum": _CHOICE,
    "literal_error": _CHOICE,
    "missing": _MISSING,
    "value_error": _TOGETHER,
}
_LIMITS = {"least": ("ge",), "most": ("le", "max_length", "decimal_places", "max_digits", "whole_digits")}


def unfit(project: Project, path: str, error: ValidationError) -> Unfit:
    """Why the model refused a value at `path`."""
    return Unfit(
        Phrase("「{where}」にこの値は入れられません。", "“{where}” does not take that value.").fill(
            where=label_of(project, path)
        ),
        _why(error),
        Phrase(
            "値を直してください。元の値はそのままです。", "Mend the value. The one before it is still there."
        ),
    )


def _why(error: ValidationError) -> Phrase:
    # An answer may also be 未定 or 該当なし; that the value is none of these either says nothing.
    told = [
        one
        for one in error.errors(include_input=False, include_url=False)
        if one["type"] != "model_type" and not {"Undecided", "NotApplicable"} & set(one["loc"])
    ]
    known = next((one for one in told if one["type"] in _WHY), None)
    if known is None:
        return _OTHER
    return _WHY[known["type"]].fill(**_limits(known.get("ctx", {})))


def _limits(told: dict[str, Any]) -> dict[str, object]:
    return {name: next((told[key] for key in keys if key in told), "") for name, keys in _LIMITS.items()}
