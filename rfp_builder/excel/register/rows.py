"""A requirement as the values of its row, and back; and the digest by which later changes are noticed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from pydantic import ValidationError

from rfp_builder.model.choices import Disclosure
from rfp_builder.model.localized import Localized
from rfp_builder.model.requirement import Requirement

Row = Mapping[str, str]
"""Values by column key; what is blank is left out."""

_TEXTS = ("statement", "acceptance", "rationale", "owner")
_WITHHELD = {"question": "open_question", "guide": "guide", "reason": "reason"}
WITHHELD_KEYS = (
    "withheld-criterion",
    *(f"{key}-{lang}" for key in _WITHHELD for lang in ("ja", "en")),
)
"""Columns that only a withheld requirement has values in."""

_DIGITS = 16


class Misfit(Exception):
    """A row that makes no requirement; `keys` are the columns to look at."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        super().__init__(", ".join(keys))
        self.keys = keys


def row_of(one: Requirement) -> Row:
    """The row of a requirement."""
    values: dict[str, str | None] = {
        "item": one.item,
        "priority": one.priority.value,
        "criterion": one.criterion,
        "disclosure": one.disclosure.value,
        "source": one.source,
    }
    for key in _TEXTS:
        values |= _both(key, getattr(one, key))
    if one.withholding is not None:
        values["withheld-criterion"] = one.withholding.criterion
        for key, name in _WITHHELD.items():
            values |= _both(key, getattr(one.withholding, name))
    return {key: value for key, value in values.items() if value}


def requirement_of(row: Row, requirement_id: str) -> Requirement:
    """The requirement that a row describes.

    Raises:
        Misfit: it describes none.
    """
    fields: dict[str, Any] = {
        "id": requirement_id,
        "item": row.get("item"),
        "criterion": row.get("criterion"),
        "source": row.get("source"),
    }
    if "priority" in row:
        fields["priority"] = row["priority"]
    for key in _TEXTS:
        fields[key] = _localized(key, row)
    if row.get("disclosure") == Disclosure.WITHHELD:
        withheld: dict[str, Any] = {"criterion": row.get("withheld-criterion")}
        fields["withholding"] = withheld | {name: _localized(key, row) for key, name in _WITHHELD.items()}
    try:
        return Requirement.model_validate(fields)
    except ValidationError as error:
        raise Misfit(tuple(dict.fromkeys(_column(one["loc"]) for one in error.errors()))) from None


def digest(row: Row) -> str:
    """A short digest of a row's values."""
    canonical = json.dumps(dict(row), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()[:_DIGITS]


def _both(key: str, text: Localized | None) -> dict[str, str | None]:
    return {f"{key}-ja": text.ja, f"{key}-en": text.en} if text else {}


def _localized(key: str, row: Row) -> dict[str, str] | None:
    return {lang: row[f"{key}-{lang}"] for lang in ("ja", "en") if f"{key}-{lang}" in row} or None


def _column(place: tuple[int | str, ...]) -> str:
    """The column that holds the field at a place of the model."""
    names = [str(name) for name in place]
    if names[0] == "withholding":
        if names[1:] in ([], ["criterion"]):
            return "withheld-criterion"
        back = {name: key for key, name in _WITHHELD.items()}
        names = [back.get(names[1], names[1]), *names[2:]]
    if names[0] in (*_TEXTS, *_WITHHELD):
        return f"{names[0]}-{names[1] if names[1:] and names[1] in ('ja', 'en') else 'ja'}"
    return names[0]
