"""The criteria of a project as rows, sheet by sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rfp_builder.excel.criteria.changes import grade_id, method_id
from rfp_builder.excel.criteria.columns import VALUE
from rfp_builder.excel.criteria.rows import criterion_row, grade_row, method_values, sub_row
from rfp_builder.excel.register.rows import Row
from rfp_builder.model.criteria import Criteria


@dataclass(frozen=True, slots=True)
class Present:
    """Rows by the ids they are named by."""

    criteria: Mapping[str, Row]
    subs: Mapping[str, Row]
    scale: Mapping[str, Row]
    method: Mapping[str, Row]


def present_rows(criteria: Criteria) -> Present:
    """The criteria as they stand."""
    return Present(
        criteria={one.id: criterion_row(one) for one in criteria.criteria},
        subs={sub.id: sub_row(one.id, sub) for one in criteria.criteria for sub in one.subs},
        scale={grade_id(one.score): grade_row(one) for one in criteria.scale},
        method={method_id(key): {VALUE.key: value} for key, value in method_values(criteria).items()},
    )


def decided(method: Mapping[str, Row]) -> dict[str, str]:
    """The decisions in rows of the method, by their keys."""
    return {one.removeprefix(method_id("")): row[VALUE.key] for one, row in method.items()}
