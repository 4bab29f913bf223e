"""The two things styles are read for: which cells are shown as dates, and which as percentages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rfp_builder.excel.gate.budget import Budget
from rfp_builder.excel.gate.package import Package
from rfp_builder.excel.gate.walk import Attributes, Walker, walk
from rfp_builder.excel.reading.names import sheet_tags

_BUILT_IN_DATES = (*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59))
"""Format ids that need no definition; 27 to 58 are the East Asian ones (ISO/IEC 29500-1, 18.8.30)."""
_BUILT_IN_PERCENTAGES = (9, 10)

_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!s+\]|m+\]|h+\])[^\]]*\]', re.IGNORECASE)
_DATE_LETTER = re.compile(r"[dmyhsge]|aaa", re.IGNORECASE)
_NO_POINT_IN_TIME = re.compile(r"[0#?]E[+-]|\[(?:s+|m+|h+)\]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Styles:
    """Style numbers, as cells write them."""

    dates: frozenset[str] = frozenset()
    percentages: frozenset[str] = frozenset()


def is_date_format(code: str) -> bool:
    """Whether a number format shows a point in time; a length of time ([h]:mm) stays a number."""
    if code.strip().lower() == "general":
        return False
    bare = _bare(code)
    return not _NO_POINT_IN_TIME.search(bare) and _DATE_LETTER.search(bare) is not None


def is_percent_format(code: str) -> bool:
    """Whether a number format shows a hundred times the number, with a percent sign."""
    return "%" in _bare(code)


def _bare(code: str) -> str:
    """The format for positive numbers, without what it only quotes."""
    return _NOT_SHOWN.sub("", code).split(";")[0]


class _StyleWalker(Walker):
    """Notes the number format of each place in `cellXfs`. Colours and fonts are not looked at."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(budget)
        self.dates: set[str] = set()
        self.percentages: set[str] = set()
        self._date_formats = {str(number) for number in _BUILT_IN_DATES}
        self._percent_formats = {str(number) for number in _BUILT_IN_PERCENTAGES}
        self._in_cell_formats = False
        self._place = 0
        self.opens = sheet_tags({"numFmt": self._format, "cellXfs": self._enter, "xf": self._style})
        self.closes = sheet_tags({"cellXfs": self._leave})

    def _format(self, attributes: Attributes) -> None:
        number, code = attributes.get("numFmtId", ""), attributes.get("formatCode", "")
        self._date_formats.discard(number)
        self._percent_formats.discard(number)
        if is_date_format(code):
            self._date_formats.add(number)
        elif is_percent_format(code):
            self._percent_formats.add(number)

    def _enter(self, attributes: Attributes) -> None:
        self._in_cell_formats = True

    def _leave(self) -> None:
        self._in_cell_formats = False

    def _style(self, attributes: Attributes) -> None:
        if not self._in_cell_formats:
            return
        number = attributes.get("numFmtId", "0")
        if number in self._date_formats:
            self.dates.add(str(self._place))
        elif number in self._percent_formats:
            self.percentages.add(str(self._place))
        self._place += 1


def read_styles(package: Package, part: str, budget: Budget) -> Styles:
    """The styles of the workbook whose styles are in `part`."""
    walker = _StyleWalker(budget)
    walk(package.stream(part), walker)
    return Styles(frozenset(walker.dates), frozenset(walker.percentages))
