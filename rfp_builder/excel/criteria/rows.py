"""Criteria as the values of rows, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import ValidationError

from rfp_builder.excel.register.rows import Misfit, Row
from rfp_builder.model.base import Value
from rfp_builder.model.criteria import Criteria, Criterion, Grade, Rounding, SubCriterion
from rfp_builder.model.localized import Localized

V = TypeVar("V", bound=Value)

_COLUMNS = {"looks_at": "looks"}
"""Columns that are not called like the field they hold."""


def criterion_row(one: Criterion) -> Row:
    """The row of a criterion."""
    return _filled({**_both("name", one.name), **_both("intent", one.intent), "floor": _number(one.floor)})


def criterion_of(row: Row, criterion_id: str, subs: tuple[SubCriterion, ...] = ()) -> Criterion:
    """The criterion that a row describes.

    Raises:
        Misfit: it describes none.
    """
    fields = {"id": criterion_id, "name": _localized("name", row), "intent": _localized("intent", row)}
    return _built(Criterion, fields | {"floor": row.get("floor"), "subs": subs})


def sub_row(criterion_id: str, one: SubCriterion) -> Row:
    """The row of a sub-criterion: criterion and evaluators by their ids."""
    values: dict[str, str | None] = {
        "criterion": criterion_id,
        **_both("name", one.name),
        **_both("looks", one.looks_at),
        "points": _number(one.points),
        "scoring": one.scoring.value,
        "evaluators": ",".join(one.evaluators),
        "floor": _number(one.floor),
    }
    for anchor in one.anchors:
        values |= _both(f"anchor-{anchor.score}", anchor.text)
    return _filled(values)


def sub_of(row: Row, sub_id: str) -> SubCriterion:
    """The sub-criterion that a row describes.

    Raises:
        Misfit: it describes none.
    """
    scores = sorted({int(key.split("-")[1]) for key in row if key.startswith("anchor-")})
    fields: dict[str, Any] = {
        "id": sub_id,
        "name": _localized("name", row),
        "looks_at": _localized("looks", row),
        "points": row.get("points"),
        "anchors": [{"score": score, "text": _localized(f"anchor-{score}", row)} for score in scores],
        "evaluators": row["evaluators"].split(",") if "evaluators" in row else (),
        "floor": row.get("floor"),
    }
    if "scoring" in row:
        fields["scoring"] = row["scoring"]
    if "criterion" not in row:
        raise Misfit(("criterion",))
    return _built(SubCriterion, fields, lambda place: _sub_column(place, scores))


def grade_row(one: Grade) -> Row:
    """The row of a step of the scale."""
    return _filled({**_both("label", one.label), "rate": _number(one.rate)})


def grade_of(row: Row, score: int) -> Grade:
    """The step of the scale that a row describes.

    Raises:
        Misfit: it describes none.
    """
    return _built(Grade, {"score": score, "label": _localized("label", row), "rate": row.get("rate")})


def method_values(criteria: Criteria) -> Mapping[str, str]:
    """Every decision of the method by its key; one that is not made is left out."""
    return _filled(
        {
            "total_points": _number(criteria.total_points),
            "price_formula": criteria.price_formula.value,
            "digits": str(criteria.rounding.digits),
            "mode": criteria.rounding.mode.value,
            "at": criteria.rounding.at.value,
            "total_floor": _number(criteria.total_floor),
            **{f"tie-{place}": rule.value for place, rule in enumerate(criteria.ties, start=1)},
            "withheld_cap": _number(criteria.withheld_cap),
        }
    )


def with_method(criteria: Criteria, values: Mapping[str, str]) -> Criteria:
    """The criteria with the decisions in `values` and no others.

    Raises:
        Misfit: one of them cannot be, or is missing.
    """
    needed = ("total_points", "price_formula", "digits", "mode", "at", "withheld_cap")
    missing = tuple(key for key in needed if key not in values)
    digits = values.get("digits", "")
    if missing or not (digits.isascii() and digits.isdigit() and len(digits) == 1):
        raise Misfit(missing or ("digits",))
    ties = sorted((int(key.removeprefix("tie-")), value) for key, value in values.items() if "tie-" in key)
    rounding = {"digits": int(digits), "mode": values["mode"], "at": values["at"]}
    fields = {name: getattr(criteria, name) for name in Criteria.model_fields}
    changes = {
        "total_points": values["total_points"],
        "price_formula": values["price_formula"],
        "rounding": _built(Rounding, rounding),
        "total_floor": values.get("total_floor"),
        "ties": [value for _, value in ties],
        "withheld_cap": values["withheld_cap"],
    }
    return _built(Criteria, fields | changes)


def plain(number: Decimal) -> str:
    """All digits, without exponent and without zeros behind the point."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _number(number: Decimal | None) -> str | None:
    return None if number is None else plain(number)


def _filled(values: Mapping[str, str | None]) -> dict[str, str]:
    return {key: value for key, value in values.items() if value}


def _both(key: str, text: Localized | None) -> dict[str, str | None]:
    return {f"{key}-ja": text.ja, f"{key}-en": text.en} if text else {}


def _localized(key: str, row: Row) -> dict[str, str] | None:
    return {lang: row[f"{key}-{lang}"] for lang in ("ja", "en") if f"{key}-{lang}" in row} or None


def _built(
    kind: type[V],
    fields: Mapping[str, Any],
    column: Callable[[tuple[int | str, ...]], str] | None = None,
) -> V:
    try:
        return kind.model_validate(dict(fields))
    except ValidationError as error:
        find = column or _column
        raise Misfit(tuple(dict.fromkeys(find(one["loc"]) for one in error.errors()))) from None


def _column(place: tuple[int | str, ...]) -> str:
    """The column that holds the field at a place of the model."""
    name = str(place[0]) if place else ""
    name = _COLUMNS.get(name, name)
    if name in ("name", "intent", "looks", "label"):
        return f"{name}-{place[1] if place[1:] and place[1] in ('ja', 'en') else 'ja'}"
    return name


def _sub_column(place: tuple[int | str, ...], scores: list[int]) -> str:
    if place[:1] == ("anchors",) and isinstance(place[1], int):
        return f"anchor-{scores[place[1]]}-{place[3] if place[3:] and place[3] in ('ja', 'en') else 'ja'}"
    return _column(place)
