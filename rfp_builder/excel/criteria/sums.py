"""Live sums of points: in all against what was agreed, and for each criterion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from rfp_builder.excel.columns import ColumnSpec
from rfp_builder.excel.criteria.rows import plain
from rfp_builder.excel.reading.values import ref
from rfp_builder.excel.register.rows import Row
from rfp_builder.excel.writing.look import ACCENT, WARM, WARM_FILL, Look
from rfp_builder.excel.writing.sheet import Formula, SheetWriter, absolute
from rfp_builder.excel.writing.table import YES_NO
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.criteria import Criteria

_LEAST = Decimal("0.0001")
"""Points have four digits behind the point."""
_SUM = Phrase("配点の合計 {points}点（満点 {total}点）", "Points add up to {points} of {total}")
_RIGHT = Phrase("　合っています", ". They match.")
_OVER = Phrase("　※ {n}点 超えています", ". NOT right: {n} too many.")
_UNDER = Phrase("　※ {n}点 足りません", ". NOT right: {n} too few.")
_MARK = "{n}"


class Sums:
    """Formulas over the sub-criteria from row `first` to `last` of `subs`; `agreed` is the total's cell."""

    def __init__(
        self,
        lang: Lang,
        criteria: Criteria,
        columns: Sequence[ColumnSpec],
        subs: SheetWriter,
        first: int,
        last: int,
        agreed: str,
    ) -> None:
        self._lang = lang
        self._criteria = criteria
        self._agreed = agreed
        places = {spec.key: number for number, spec in enumerate(columns, start=1)}

        def span(key: str) -> str:
            return f"{subs.quoted_name}!{absolute(first, places[key], last, places[key])}"

        self._points, self._names, self._delete = span("points"), span("criterion"), span("delete")

    def of_criterion(self, row: int, number: int, points: Decimal | None) -> Formula:
        """The points of the criterion whose number stands in column `number` of `row`, less what goes."""
        # A sub-criterion names its criterion by number and name, and the number stays when it is renamed.
        mine = f'{self._points},{self._names},${ref(row, number)}&" *"'
        gone = f'{self._delete},"{YES_NO[True].to(self._lang)}"'
        return Formula(f"SUMIFS({mine})-SUMIFS({mine},{gone})", points or Decimal(0))

    def label(self, row: int, places: Mapping[str, int], values: Row, result: str) -> Formula:
        """What lists call the criterion of a row: number and name, the name in either language."""
        other = Lang.EN if self._lang is Lang.JA else Lang.JA
        number = ref(row, places["number"])
        mine, others = (ref(row, places[f"name-{lang}"]) for lang in (self._lang, other))
        text = f'IF({mine}<>"",{number}&" "&{mine},IF({others}<>"",{number}&" "&{others},""))'
        return Formula(text, result)

    def announce(self, sheet: SheetWriter, row: int, column: int) -> None:
        """Say in one line whether the points add up; where they do not, the line stands out."""
        points = sum((sub.points for sub in self._criteria.all_subs()), Decimal(0))
        total = self._criteria.total_points
        gone = f'SUMIF({self._delete},"{YES_NO[True].to(self._lang)}",{self._points})'
        summed = f"ROUND(SUM({self._points})-{gone},4)"
        agreed = f"ROUND(N({self._agreed}),4)"
        differs = f"ABS({summed}-{agreed})>={_LEAST}"
        over = self._worded(_OVER, f"ROUND({summed}-{agreed},4)")
        under = self._worded(_UNDER, f"ROUND({agreed}-{summed},4)")
        right = f'"{_RIGHT.to(self._lang)}"'
        front, middle, back = _parts(_SUM.to(self._lang), "{points}", "{total}")
        text = (
            f'"{front}"&{summed}&"{middle}"&{agreed}&"{back}"'
            f"&IF(NOT({differs}),{right},IF({summed}>{agreed},{over},{under}))"
        )
        said = _SUM.fill(points=plain(points), total=plain(total)).to(self._lang)
        if points == total:
            said += _RIGHT.to(self._lang)
        else:
            gap = _OVER if points > total else _UNDER
            said += gap.fill(n=plain(abs(points - total))).to(self._lang)
        sheet.put(row, column, Formula(text, said), Look.GUIDE, bold=True, font_color=ACCENT)
        sheet.when(ref(row, column), differs, font_color=WARM, bg_color=WARM_FILL)

    def _worded(self, phrase: Phrase, formula: str) -> str:
        front, back = _parts(phrase.to(self._lang), _MARK)
        return f'"{front}"&{formula}&"{back}"'


def _parts(text: str, *marks: str) -> list[str]:
    parts = []
    for mark in marks:
        part, _, text = text.partition(mark)
        parts.append(part)
    return [*parts, text]
