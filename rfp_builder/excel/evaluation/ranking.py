"""順位: one row a vendor, with the rank worked out live."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from rfp_builder.evaluation.result import VendorResult
from rfp_builder.excel.evaluation import names
from rfp_builder.excel.evaluation.charts import attainment_chart
from rfp_builder.excel.evaluation.matter import SLACK, Matter, decimal, live
from rfp_builder.excel.evaluation.places import span
from rfp_builder.excel.evaluation.points import PointCells
from rfp_builder.excel.evaluation.prices import PriceCells
from rfp_builder.excel.evaluation.widths import figure_width
from rfp_builder.excel.reading.values import column_letters
from rfp_builder.excel.writing.look import WARM, WARM_FILL, Look
from rfp_builder.excel.writing.sheet import CellValue, Formula, SheetWriter, absolute, area
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import TieBreak

HEAD = 4
_RANK, _STATE, _VENDOR, _CRITERIA = range(1, 5)
_GUIDE = Phrase(
    "「{points}」と「{prices}」から計算しています。同点のときは合意した順に比べ、なお同じなら同じ順位とします。",
    "Worked out from “{points}” and “{prices}”. Equal totals are compared as agreed, or else share a rank.",
)
PRICE = Phrase("提案価格（{unit}）", "Price ({unit})")
_ATTAINED = Phrase("評価基準ごとの得点率", "Share of the points attained under each criterion")


@dataclass(frozen=True, slots=True)
class Ranked:
    """Where everything stands: a row for each vendor, in the order of the results."""

    sheet: SheetWriter
    first: int
    last: int
    quality: int
    """Column; those of the criteria stand before it."""
    rank: int = _RANK
    state: int = _STATE
    vendor: int = _VENDOR

    @property
    def price_points(self) -> int:
        """Column of the points for price."""
        return self.quality + 1

    @property
    def total(self) -> int:
        """Column of the total."""
        return self.quality + 2

    @property
    def price(self) -> int:
        """Column of the price itself."""
        return self.quality + 3

    def column(self, column: int) -> str:
        """The cells of all vendors in a column, for formulas and charts of any sheet."""
        return span(self.sheet, self.first, column, self.last, column)


def write_ranking(
    sheet: SheetWriter,
    matter: Matter,
    points: Mapping[str, PointCells],
    prices: Mapping[str, PriceCells],
    gates: Mapping[str, str],
) -> Ranked:
    """Fill the sheet; there is at least one vendor."""
    lang, results, criteria = matter.lang, matter.results, matter.project.criteria.criteria
    rows = Ranked(sheet, HEAD + 1, HEAD + len(results), _CRITERIA + len(criteria))
    named = [figure_width(criterion.name.to(lang), lang) for criterion in criteria]
    sheet.widths((8, 10, 22, *named, 12, 11, 12, 18))
    sheet.put(1, 1, names.RANKING.to(lang), Look.TITLE)
    sheet.put(2, 1, _GUIDE.fill(points=names.POINTS, prices=names.PRICES).to(lang), Look.GUIDE)
    _write_heads(rows, matter)
    for row, result in enumerate(results, start=rows.first):
        own, price = points[result.vendor.id], prices[result.vendor.id]
        exact = None if result.price is None else Fraction(matter.money(result.price))
        cells: dict[int, tuple[CellValue, Look]] = {
            _RANK: (_rank(matter, result, rows, row), Look.NUMBER),
            _STATE: (
                _state(rows, matter, result, _Sources(own, price, gates.get(result.vendor.id)), row),
                Look.TEXT,
            ),
            _VENDOR: (result.vendor.name, Look.TEXT),
            rows.quality: (live(own.quality, result.quality), Look.POINTS),
            rows.price_points: (live(own.price, result.price_points), Look.POINTS),
            rows.total: (live(own.total, result.total), Look.POINTS),
            rows.price: (live(price.price, exact), Look.NUMBER),
        }
        for column, group in enumerate(result.criteria, start=_CRITERIA):
            cells[column] = (live(own.criteria[group.criterion], group.points), Look.POINTS)
        for column, (value, look) in cells.items():
            sheet.put(row, column, value, look, **_shown(matter, rows, column, look))
        sheet.fit(row, {_VENDOR: result.vendor.name})
    state = f"${column_letters(_STATE)}{rows.first}"
    outside = f'{state}<>"{names.IN.to(lang)}"'
    sheet.when(area(rows.first, _STATE, rows.last, _STATE), outside, bg_color=WARM_FILL, font_color=WARM)
    sheet.freeze(rows.first, _CRITERIA)
    _write_attained(matter, rows)
    return rows


def _shown(matter: Matter, rows: Ranked, column: int, look: Look) -> dict[str, object]:
    if column == rows.price:
        return matter.money_format
    bold: dict[str, object] = {"bold": True} if column in (_RANK, rows.total) else {}
    return bold | matter.points_format if look is Look.POINTS else bold


def _write_heads(rows: Ranked, matter: Matter) -> None:
    sheet, lang = rows.sheet, matter.lang
    fixed = {
        _RANK: names.RANK,
        _STATE: names.STATE,
        _VENDOR: names.VENDOR,
        rows.quality: names.QUALITY,
        rows.price_points: names.PRICE_POINTS,
        rows.total: names.TOTAL,
        rows.price: PRICE.fill(unit=matter.unit),
    }
    heads = {column: phrase.to(lang) for column, phrase in fixed.items()}
    for column, criterion in enumerate(matter.project.criteria.criteria, start=_CRITERIA):
        heads[column] = criterion.name.to(lang)
    for column, head in heads.items():
        sheet.put(HEAD, column, head, Look.HEAD if column in (_VENDOR, _STATE) else Look.HEAD_NUMBER)
    sheet.fit(HEAD, heads)


@dataclass(frozen=True, slots=True)
class _Sources:
    """Cells of one vendor on other sheets."""

    points: PointCells
    price: PriceCells
    gate: str | None


def _state(rows: Ranked, matter: Matter, result: VendorResult, cells: _Sources, row: int) -> Formula:
    """Out if a gate, the ceiling or a floor says so; open as long as there is no total."""
    lang = matter.lang
    out = [f'AND({cells.price.price}<>"",{cells.price.valid}="")', f"{cells.points.below}>0"]
    if cells.gate is not None:
        out.insert(0, f'{cells.gate}="{names.NO}"')
    words = {phrase: phrase.to(lang) for phrase in (names.OUT, names.OPEN, names.IN)}
    undecided = f'IF({column_letters(rows.total)}{row}="","{words[names.OPEN]}","{words[names.IN]}")'
    formula = f'IF(OR({",".join(out)}),"{words[names.OUT]}",{undecided})'
    return Formula(formula, words[state_of(result)])


def state_of(result: VendorResult) -> Phrase:
    """Whether a vendor is in, out, or cannot be told yet."""
    if result.out:
        return names.OUT
    return names.OPEN if result.total is None else names.IN


def _rank(matter: Matter, result: VendorResult, rows: Ranked, row: int) -> CellValue:
    """One more than the number of vendors that are better: by the total, then by each rule in turn."""
    is_in = names.IN.to(matter.lang)

    def column(number: int) -> str:
        return absolute(rows.first, number, rows.last, number)

    def own(number: int) -> str:
        return f"${column_letters(number)}{row}"

    better = [f"({column(rows.total)}>{own(rows.total)})"]
    equal = f"({column(rows.total)}={own(rows.total)})"
    for rule in matter.project.criteria.ties:
        if rule is TieBreak.COUNCIL:
            break
        if rule is TieBreak.LOWER_PRICE:
            if any(one.price is None and one.rank is not None for one in matter.results):
                # Offers without a price cannot be told apart by it; only criteria without price allow them.
                continue
            better.append(f"{equal}*({column(rows.price)}<{own(rows.price)})")
            equal += f"*({column(rows.price)}={own(rows.price)})"
        else:
            theirs, mine = column(rows.quality), own(rows.quality)
            better.append(f"{equal}*({theirs}>{mine}+{SLACK})")
            equal += f"*({theirs}<={mine}+{SLACK})*({theirs}>={mine}-{SLACK})"
    counted = f'SUMPRODUCT(({column(_STATE)}="{is_in}")*({"+".join(better)}))'
    return live(f'IF({own(_STATE)}="{is_in}",1+{counted},"")', result.rank)


def _write_attained(matter: Matter, rows: Ranked) -> None:
    """Shares of the points below the ranking, and the chart of them."""
    sheet, lang, criteria = rows.sheet, matter.lang, matter.project.criteria.criteria
    if not criteria:
        return
    head = rows.last + 3
    sheet.put(head - 1, 1, _ATTAINED.to(lang), Look.SUBTITLE)
    sheet.put(head, _VENDOR, names.VENDOR.to(lang), Look.HEAD)
    for column, criterion in enumerate(criteria, start=_CRITERIA):
        sheet.put(head, column, criterion.name.to(lang), Look.HEAD_NUMBER)
    sheet.fit(head, {n: one.name.to(lang) for n, one in enumerate(criteria, start=_CRITERIA)})
    for place, result in enumerate(matter.results):
        row, source = head + 1 + place, rows.first + place
        sheet.put(row, _VENDOR, result.vendor.name, Look.TEXT)
        for column, group in enumerate(result.criteria, start=_CRITERIA):
            cell = f"{column_letters(column)}{source}"
            possible = group.possible
            share = group.points / possible if group.points is not None and possible else None
            formula = f'IF({cell}="","",{cell}/{_number(possible)})' if possible else '""'
            sheet.put(row, column, live(formula, share), Look.PERCENT)
    last = head + len(matter.results)
    chart = attainment_chart(sheet, matter, head, (head + 1, last), (_CRITERIA, _VENDOR))
    sheet.put_chart(f"A{last + 2}", chart)


def _number(value: Fraction) -> str:
    """A number as formulas spell it; points have few digits behind the point."""
    return f"{decimal(value):f}"
