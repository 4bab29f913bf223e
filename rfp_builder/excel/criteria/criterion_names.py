"""Which criterion a sub-criterion names: as the list shows it, or as people type it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rfp_builder.excel.criteria.lines import Line
from rfp_builder.i18n import Lang
from rfp_builder.model.criteria import Criteria
from rfp_builder.text.fold import fold

_NUMBERED = re.compile(r"([0-9]{1,4})(?:[\s.．、]|$)")


class CriterionNames:
    """Criteria by what the list of the workbook calls them, by name, and by number, in this order."""

    def __init__(self, criteria: Criteria, lines: Sequence[Line]) -> None:
        self._by_label: dict[str, str] = {}
        self._by_name: dict[str, set[str]] = {}
        self._by_number: dict[str, str] = {}
        for line in lines:
            names = {line.values[key] for key in ("name-ja", "name-en") if key in line.values}
            self._add(line.number, names, line.id)
        # A row may still show what the criterion was called before it was renamed in the workbook.
        for place, one in enumerate(criteria.criteria, start=1):
            self._add(str(place), {one.name.to(lang) for lang in Lang}, one.id)

    def find(self, typed: str) -> str | None:
        """The id of the criterion, or None if it is none of them or could be several."""
        if typed in self._by_label:
            return self._by_label[typed]
        named = self._by_name.get(fold(typed), set())
        if named:
            return next(iter(named)) if len(named) == 1 else None
        number = _NUMBERED.match(fold(typed))
        return self._by_number.get(number[1]) if number else None

    def _add(self, number: str, names: set[str], criterion: str) -> None:
        for name in names:
            if number:
                self._by_label.setdefault(label(number, name), criterion)
            self._by_name.setdefault(fold(name), set()).add(criterion)
        if number:
            self._by_number.setdefault(number, criterion)


def label(number: int | str, name: str) -> str:
    """What lists call a criterion."""
    return f"{number} {name}"
