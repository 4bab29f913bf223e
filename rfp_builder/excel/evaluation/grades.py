"""評価者別: every grade that was given, what it makes of the points, and how far the evaluators differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from rfp_builder.evaluation.result import SubResult, VendorResult
from rfp_builder.excel.evaluation import names
from rfp_builder.excel.evaluation.charts import EVALUATORS_HEIGHT, evaluator_chart
from rfp_builder.excel.evaluation.matter import Matter, decimal, live
from rfp_builder.excel.evaluation.places import at
from rfp_builder.excel.evaluation.rounding import rounded_formula
from rfp_builder.excel.evaluation.widths import figure_width
from rfp_builder.excel.numbered import NumberedSub
from rfp_builder.excel.reading.values import column_letters
from rfp_builder.excel.writing.look import WARM, WARM_FILL, Look, face
from rfp_builder.excel.writing.sheet import SheetWriter, absolute, area
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import RoundedAt, Scoring
from rfp_builder.model.parties import Evaluator

_SCALE_HEAD = 4
_FIRST_GRADE = 5
WIDE_SPREAD = 2
"""Steps of the scale between the highest and the lowest grade that are worth talking about."""

_GUIDE = Phrase(
    "得点 ＝ 配点 × 評点ごとの割合の平均。－ は担当外、空欄は未採点。{wide}段階以上の差に色を付けています。",
    "Points = points possible × average share of the grades. － not asked to score, blank: not scored. "
    "Differences of {wide} steps or more are coloured.",
)
_GRADE = Phrase("評点", "Grade")
_MEANING = Phrase("意味", "Meaning")
_RATE = Phrase("配点に対する割合", "Share of the points")
_SHARE = Phrase("得点率", "Share")
_EXACT = Phrase("得点（端数処理前）", "Points, exact")
_POINTS = Phrase("得点", "Points")
_SPREAD = Phrase("最高と最低の差", "Highest less lowest")
_MEAN_HEAD = Phrase("評価者ごとの平均評点", "Average grade by evaluator")


def write_grades(sheet: SheetWriter, matter: Matter) -> Mapping[tuple[str, str], str]:
    """Fill the sheet; gives back the cells with points by vendor and sub-criterion."""
    return _Grades(sheet, matter).write()


def head_row(matter: Matter) -> int:
    """Heading row of the grades; above it stand the scale, the averages and their chart."""
    room_for_chart = EVALUATORS_HEIGHT // face(matter.lang).line + 3
    return _means_row(matter) + len(matter.results) + room_for_chart


def _means_row(matter: Matter) -> int:
    return _SCALE_HEAD + max(1, len(matter.project.criteria.scale)) + 3


class _Grades:
    def __init__(self, sheet: SheetWriter, matter: Matter) -> None:
        self._sheet = sheet
        self._matter = matter
        self._evaluators = matter.project.evaluators
        self._subs = [one for one in matter.subs if one.sub.scoring is Scoring.QUALITY]
        self._rounds = matter.project.criteria.rounding.at is RoundedAt.SUB_CRITERION
        scale = matter.project.criteria.scale
        self._scale = (_SCALE_HEAD + 1, _SCALE_HEAD + max(1, len(scale)))
        self._means = _means_row(matter)
        """Heading row of the averages; the rows of the vendors follow."""
        self._head = head_row(matter)
        self._share = _FIRST_GRADE + len(self._evaluators)

    def write(self) -> Mapping[tuple[str, str], str]:
        """Scale, averages by evaluator, then every grade."""
        sheet, lang = self._sheet, self._matter.lang
        graders = [figure_width(one.label.to(lang), lang, 14) for one in self._evaluators]
        sheet.widths((9, 36, 16, 16, *graders, 11, 18, 12, 14))
        sheet.put(1, 1, names.GRADES.to(lang), Look.TITLE)
        sheet.put(2, 1, _GUIDE.fill(wide=WIDE_SPREAD).to(lang), Look.GUIDE)
        self._write_scale()
        self._write_heads()
        cells = {}
        row = self._head
        for numbered in self._subs:
            for result in self._matter.results:
                row += 1
                column = self._write_line(row, numbered, result)
                cells[result.vendor.id, numbered.sub.id] = at(sheet, row, column)
        if row > self._head:
            self._write_means(row)
            spread = self._share + 2 + self._rounds
            letter = column_letters(spread)
            first = self._head + 1
            wide = f"AND(ISNUMBER({letter}{first}),{letter}{first}>={WIDE_SPREAD})"
            sheet.when(area(first, spread, row, spread), wide, bg_color=WARM_FILL, font_color=WARM)
            sheet.filter(area(self._head, 1, row, spread))
        return cells

    def _write_scale(self) -> None:
        sheet, lang = self._sheet, self._matter.lang
        for column, phrase in enumerate((_GRADE, _MEANING, _RATE), start=1):
            look = Look.HEAD if phrase is _MEANING else Look.HEAD_NUMBER
            sheet.put(_SCALE_HEAD, column, phrase.to(lang), look)
        sheet.fit(_SCALE_HEAD, {3: _RATE.to(lang)})
        for row, grade in enumerate(self._matter.project.criteria.scale, start=self._scale[0]):
            sheet.put(row, 1, grade.score, Look.NUMBER)
            sheet.put(row, 2, grade.label.to(lang), Look.TEXT)
            rate = decimal(Fraction(grade.rate) / 100)
            sheet.put(row, 3, rate, Look.PERCENT)

    def _write_heads(self) -> None:
        sheet, lang = self._sheet, self._matter.lang
        before = [names.NUMBER, names.SUB, names.POSSIBLE, names.VENDOR]
        after = [_SHARE, *((_EXACT, _POINTS) if self._rounds else (_POINTS,)), _SPREAD]
        heads = [
            *(phrase.to(lang) for phrase in before),
            *(one.label.to(lang) for one in self._evaluators),
            *(phrase.to(lang) for phrase in after),
        ]
        texts = {}
        for column, head in enumerate(heads, start=1):
            numeric = column == 3 or column >= _FIRST_GRADE
            sheet.put(self._head, column, head, Look.HEAD_NUMBER if numeric else Look.HEAD)
            texts[column] = head
        sheet.fit(self._head, texts)

    def _write_line(self, row: int, numbered: NumberedSub, result: VendorResult) -> int:
        """One vendor under one sub-criterion; gives back the column of the points."""
        sheet, lang = self._sheet, self._matter.lang
        one = result.subs[numbered.sub.id]
        sheet.row(
            row,
            {
                1: (numbered.number, Look.ID),
                2: (numbered.sub.name.to(lang), Look.TEXT),
                3: (numbered.sub.points, Look.POINTS),
                4: (result.vendor.name, Look.TEXT),
            },
        )
        given = one.grades.by_evaluator if one.grades else {}
        for column, evaluator in enumerate(self._evaluators, start=_FIRST_GRADE):
            value = given.get(evaluator.id, names.NOT_ASKED)
            sheet.put(row, column, value, Look.NUMBER, align="right")
        self._write_points(row, one, len(given))
        column = self._share + 1 + self._rounds
        cells = f"{column_letters(_FIRST_GRADE)}{row}:{column_letters(self._share - 1)}{row}"
        spread = one.grades.spread if one.grades else None
        formula = live(f'IF(COUNT({cells})=0,"",MAX({cells})-MIN({cells}))', spread)
        sheet.put(row, column + 1, formula, Look.NUMBER)
        return column

    def _write_points(self, row: int, one: SubResult, needed: int) -> None:
        sheet = self._sheet
        cells = f"{column_letters(_FIRST_GRADE)}{row}:{column_letters(self._share - 1)}{row}"
        scores, rates = (absolute(self._scale[0], column, self._scale[1], column) for column in (1, 3))
        counted = f"COUNTIF({cells},{scores})"
        mean = f"SUMPRODUCT({counted},{rates})/{needed}"
        share = f'IF(SUMPRODUCT({counted})<{needed},"",{mean})' if needed else '""'
        sheet.put(row, self._share, live(share, one.share), Look.PERCENT, num_format="0.00%")
        letter = column_letters(self._share)
        exact = None if one.share is None else one.share * Fraction(one.sub.points)
        unrounded = live(f'IF({letter}{row}="","",C{row}*{letter}{row})', exact)
        points = self._matter.points_format
        if not self._rounds:
            sheet.put(row, self._share + 1, unrounded, Look.POINTS, **points)
            return
        sheet.put(row, self._share + 1, unrounded, Look.POINTS, num_format="#,##0.0000")
        cell = f"{column_letters(self._share + 1)}{row}"
        rounding = self._matter.project.criteria.rounding
        formula = f'IF({cell}="","",{rounded_formula(cell, rounding, one.sub.points)})'
        sheet.put(row, self._share + 2, live(formula, one.points), Look.POINTS, **points)

    def _write_means(self, last: int) -> None:
        """The average grade each evaluator gave each vendor."""
        sheet, lang = self._sheet, self._matter.lang
        sheet.put(self._means, 4, _MEAN_HEAD.to(lang), Look.HEAD)
        for column, evaluator in enumerate(self._evaluators, start=_FIRST_GRADE):
            sheet.put(self._means, column, evaluator.label.to(lang), Look.HEAD_NUMBER)
        labels = {
            column: one.label.to(lang) for column, one in enumerate(self._evaluators, start=_FIRST_GRADE)
        }
        sheet.fit(self._means, {4: _MEAN_HEAD.to(lang), **labels})
        vendors = absolute(self._head + 1, 4, last, 4)
        for row, result in enumerate(self._matter.results, start=self._means + 1):
            sheet.put(row, 4, result.vendor.name, Look.TEXT)
            for column, evaluator in enumerate(self._evaluators, start=_FIRST_GRADE):
                grades = absolute(self._head + 1, column, last, column)
                own = f"({vendors}=$D{row})"
                count = f"SUMPRODUCT({own}*ISNUMBER({grades}))"
                formula = f'IF({count}=0,"",SUMPRODUCT({own}*1,{grades})/{count})'
                sheet.put(row, column, live(formula, _mean(result, evaluator, self._subs)), Look.POINTS)
        rows = (self._means + 1, self._means + len(self._matter.results))
        chart = evaluator_chart(sheet, self._matter, self._means, rows, _FIRST_GRADE)
        sheet.put_chart(f"B{rows[1] + 2}", chart)


def _mean(result: VendorResult, evaluator: Evaluator, subs: Sequence[NumberedSub]) -> Fraction | None:
    found = [
        grade
        for numbered in subs
        if (grades := result.subs[numbered.sub.id].grades) is not None
        and (grade := grades.by_evaluator.get(evaluator.id)) is not None
    ]
    return Fraction(sum(found), len(found)) if found else None
