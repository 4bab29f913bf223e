"""得点: what every vendor earns under every criterion and sub-criterion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rfp_builder.evaluation.result import VendorResult
from rfp_builder.excel.evaluation import names
from rfp_builder.excel.evaluation.matter import SLACK, Matter, decimal, live
from rfp_builder.excel.evaluation.places import at
from rfp_builder.excel.evaluation.prices import PriceCells
from rfp_builder.excel.evaluation.rounding import rounded_formula
from rfp_builder.excel.numbered import NumberedSub
from rfp_builder.excel.reading.values import column_letters
from rfp_builder.excel.writing.look import WARM, WARM_FILL, Look
from rfp_builder.excel.writing.sheet import Formula, SheetWriter, absolute
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import Criterion, RoundedAt, Scoring

HEAD = 4
"""Heading row."""
_KIND, _FLOOR, _LEFT = 4, 5, 6
_GUIDE = Phrase(
    "評価者の採点は「{grades}」、価格は「{prices}」、必須要件は「{compliance}」から計算しています。",
    "Worked out from “{grades}”, “{prices}” and, for base points, “{compliance}”.",
)
_SOURCE = Phrase("求め方", "Found by")
_KINDS = {
    Scoring.QUALITY: Phrase("採点", "grades"),
    Scoring.PRICE: Phrase("価格", "price"),
    Scoring.BASE: Phrase("必須要件", "required items"),
}
_BELOW = Phrase("最低基準に達しない数", "Floors not reached, number")


@dataclass(frozen=True, slots=True)
class PointCells:
    """Cells of one vendor: points of each criterion, sums, and the number of floors not reached."""

    criteria: Mapping[str, str]
    quality: str
    price: str
    total: str
    below: str


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the points come from, cell by cell."""

    grades: Mapping[tuple[str, str], str]
    prices: Mapping[str, PriceCells]
    unmet: Mapping[str, str]


def write_points(sheet: SheetWriter, matter: Matter, sources: Sources) -> Mapping[str, PointCells]:
    """Fill the sheet."""
    return _Points(sheet, matter, sources).write()


class _Points:
    def __init__(self, sheet: SheetWriter, matter: Matter, sources: Sources) -> None:
        self._sheet = sheet
        self._matter = matter
        self._sources = sources
        self._criteria = matter.project.criteria
        self._rows: dict[str, int] = {}
        row = HEAD
        for criterion in self._criteria.criteria:
            row += 1
            self._rows[criterion.id] = row
            for sub in criterion.subs:
                row += 1
                self._rows[sub.id] = row
        self._last = max(row, HEAD + 1)
        self._quality, self._price, self._total, self._below = range(self._last + 1, self._last + 5)

    def write(self) -> Mapping[str, PointCells]:
        """Fill the sheet from top to bottom."""
        sheet, lang, results = self._sheet, self._matter.lang, self._matter.results
        sheet.widths((9, 44, 12, 14, 12, *(16 for _ in results)))
        sheet.put(1, 1, names.POINTS.to(lang), Look.TITLE)
        guide = _GUIDE.fill(grades=names.GRADES, prices=names.PRICES, compliance=names.COMPLIANCE)
        sheet.put(2, 1, guide.to(lang), Look.GUIDE)
        for column, phrase in enumerate((names.NUMBER, names.CRITERION), start=1):
            sheet.put(HEAD, column, phrase.to(lang), Look.HEAD)
        sheet.put(HEAD, 3, names.POSSIBLE.to(lang), Look.HEAD_NUMBER)
        sheet.put(HEAD, _KIND, _SOURCE.to(lang), Look.HEAD)
        sheet.put(HEAD, _FLOOR, names.FLOOR.to(lang), Look.HEAD_NUMBER)
        for numbered in self._matter.subs:
            self._write_sub_labels(numbered)
        for place, criterion in enumerate(self._criteria.criteria, start=1):
            self._write_criterion_labels(str(place), criterion)
        self._write_sum_labels()
        for column, result in enumerate(results, start=_LEFT):
            sheet.put(HEAD, column, result.vendor.name, Look.HEAD_NUMBER)
            self._write_vendor(column, result)
        vendors = {n: one.vendor.name for n, one in enumerate(results, start=_LEFT)}
        sheet.fit(HEAD, {3: names.POSSIBLE.to(lang), _FLOOR: names.FLOOR.to(lang), **vendors})
        sheet.freeze(HEAD + 1, _LEFT)
        return {
            result.vendor.id: PointCells(
                {one.id: at(sheet, self._rows[one.id], column) for one in self._criteria.criteria},
                *(at(sheet, row, column) for row in (self._quality, self._price, self._total, self._below)),
            )
            for column, result in enumerate(results, start=_LEFT)
        }

    def _write_sub_labels(self, numbered: NumberedSub) -> None:
        sheet, row = self._sheet, self._rows[numbered.sub.id]
        sheet.row(
            row,
            {1: (numbered.number, Look.ID), 2: (numbered.sub.name.to(self._matter.lang), Look.TEXT)},
        )
        sheet.put(row, 3, numbered.sub.points, Look.POINTS)
        sheet.put(row, _KIND, _KINDS[numbered.sub.scoring].to(self._matter.lang), Look.TEXT)
        sheet.put(row, _FLOOR, _floor(numbered.sub.floor), Look.PERCENT)

    def _write_criterion_labels(self, number: str, criterion: Criterion) -> None:
        sheet, row = self._sheet, self._rows[criterion.id]
        sheet.put(row, 1, number, Look.TOTAL)
        sheet.put(row, 2, criterion.name.to(self._matter.lang), Look.TOTAL)
        summed = f"SUM(C{row + 1}:C{row + len(criterion.subs)})" if criterion.subs else "0"
        sheet.put(row, 3, live(summed, Fraction(criterion.points)), Look.TOTAL_POINTS)
        sheet.put(row, _KIND, None, Look.TOTAL)
        sheet.put(row, _FLOOR, _floor(criterion.floor), Look.TOTAL_POINTS, num_format="0.0%")

    def _write_sum_labels(self) -> None:
        sheet, lang = self._sheet, self._matter.lang
        labels = {
            self._quality: names.QUALITY,
            self._price: names.PRICE_POINTS,
            self._total: names.TOTAL,
            self._below: _BELOW,
        }
        for row, label in labels.items():
            for column in range(1, _LEFT):
                sheet.put(row, column, label.to(lang) if column == 2 else None, Look.TOTAL)
        subs = self._matter.subs
        price = sum((one.sub.points for one in subs if one.sub.scoring is Scoring.PRICE), Decimal(0))
        whole = sum((one.sub.points for one in subs), Decimal(0))
        sheet.put(self._quality, 3, whole - price, Look.TOTAL_POINTS)
        sheet.put(self._price, 3, price, Look.TOTAL_POINTS)
        sheet.put(self._total, 3, self._criteria.total_points, Look.TOTAL_POINTS)
        sheet.put(
            self._total, _FLOOR, _floor(self._criteria.total_floor), Look.TOTAL_POINTS, num_format="0.0%"
        )

    def _write_vendor(self, column: int, result: VendorResult) -> None:
        sheet, letter, shown = self._sheet, column_letters(column), self._matter.points_format
        for numbered in self._matter.subs:
            row = self._rows[numbered.sub.id]
            sheet.put(row, column, self._sub_points(row, numbered, result), Look.POINTS, **shown)
        groups = {one.criterion: one.points for one in result.criteria}
        for criterion in self._criteria.criteria:
            row = self._rows[criterion.id]
            cells = f"{letter}{row + 1}:{letter}{row + len(criterion.subs)}"
            formula = self._group_points(cells, criterion)
            sheet.put(row, column, live(formula, groups[criterion.id]), Look.TOTAL_POINTS, **shown)
        priced = f'="{_KINDS[Scoring.PRICE].to(self._matter.lang)}"'
        other = priced.replace("=", "<>", 1)
        quality = self._sum_where(letter, (other, '<>""'))
        sheet.put(self._quality, column, live(quality, result.quality), Look.TOTAL_POINTS, **shown)
        price = self._sum_where(letter, (priced,))
        sheet.put(self._price, column, live(price, result.price_points), Look.TOTAL_POINTS, **shown)
        total = self._sum_where(letter, ('=""',), finish=True)
        sheet.put(self._total, column, live(total, result.total), Look.TOTAL_POINTS, **shown)
        self._write_below(column, letter, result)

    def _sub_points(self, row: int, numbered: NumberedSub, result: VendorResult) -> Formula:
        sub, rounding = numbered.sub, self._criteria.rounding
        exact = result.subs[sub.id].points
        if sub.scoring is Scoring.QUALITY:
            return live(self._sources.grades[result.vendor.id, sub.id], exact)
        possible = f"$C{row}"
        if sub.scoring is Scoring.PRICE:
            share = self._sources.prices[result.vendor.id].share
            points, condition = f"{possible}*{share}", f'{share}=""'
            unknown = '""'
        else:
            points, condition = possible, f"{self._sources.unmet[result.vendor.id]}>0"
            unknown = "0"
        if rounding.at is RoundedAt.SUB_CRITERION:
            points = rounded_formula(points, rounding, sub.points)
        return live(f"IF({condition},{unknown},{points})", exact)

    def _group_points(self, cells: str, criterion: Criterion) -> str:
        if not criterion.subs:
            return "0"
        summed = f"SUM({cells})"
        if self._criteria.rounding.at is RoundedAt.CRITERION:
            summed = rounded_formula(summed, self._criteria.rounding, criterion.points)
        return f'IF(COUNT({cells})<{len(criterion.subs)},"",{summed})'

    def _sum_where(self, letter: str, conditions: tuple[str, ...], *, finish: bool = False) -> str:
        """The sum over the rows whose kind meets the conditions; nothing as soon as one of them is blank."""
        kinds = absolute(HEAD + 1, _KIND, self._last, _KIND)
        points = f"{letter}${HEAD + 1}:{letter}${self._last}"
        chosen = "*".join(f"({kinds}{condition})" for condition in conditions)
        summed = f"SUMPRODUCT({chosen}*1,{points})"
        if finish:
            summed = self._finish(summed)
        return f'IF(SUMPRODUCT({chosen}*({points}=""))>0,"",{summed})'

    def _finish(self, summed: str) -> str:
        """The total: rounded if so agreed; otherwise only freed from the dust of binary addition."""
        rounding = self._criteria.rounding
        if rounding.at is RoundedAt.TOTAL:
            return rounded_formula(summed, rounding, self._criteria.total_points)
        return f"ROUND({summed},{rounding.digits})"

    def _write_below(self, column: int, letter: str, result: VendorResult) -> None:
        """Floors not reached, counted; an empty floor asks for nothing, and unknown points say nothing."""
        points = f"{letter}${HEAD + 1}:{letter}${self._last}"
        possible, floors = (absolute(HEAD + 1, number, self._last, number) for number in (3, _FLOOR))
        formula = f"SUMPRODUCT(({points}<{possible}*{floors}-{SLACK})*1)"
        whole = f"$C{self._total}*${column_letters(_FLOOR)}{self._total}"
        formula += f"+IF({letter}{self._total}<{whole}-{SLACK},1,0)"
        count = live(formula, _floors_missed(self._matter, result))
        cell = f"{letter}{self._below}"
        self._sheet.put(self._below, column, count, Look.TOTAL_NUMBER)
        self._sheet.when(cell, f"{cell}>0", bg_color=WARM_FILL, font_color=WARM)


def _floor(floor: Decimal | None) -> Decimal | None:
    return None if floor is None else decimal(Fraction(floor) / 100)


def _floors_missed(matter: Matter, result: VendorResult) -> int:
    criteria = matter.project.criteria
    levels = [
        *((one.points, Fraction(one.sub.points), one.sub.floor) for one in result.subs.values()),
        *(
            (one.points, one.possible, criterion.floor)
            for one, criterion in zip(result.criteria, criteria.criteria, strict=True)
        ),
        (result.total, Fraction(criteria.total_points), criteria.total_floor),
    ]
    return sum(
        1
        for points, possible, floor in levels
        if points is not None and floor is not None and points < possible * Fraction(floor) / 100
    )
