"""価格: every line of every offer, the evaluated price, and what share of the points it earns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.disclosure.price_lines import price_lines
from rfp_builder.evaluation.result import VendorResult
from rfp_builder.excel.evaluation import names
from rfp_builder.excel.evaluation.matter import Matter, live
from rfp_builder.excel.evaluation.places import at, here
from rfp_builder.excel.reading.values import column_letters
from rfp_builder.excel.writing.look import Look
from rfp_builder.excel.writing.sheet import Formula, SheetWriter
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.criteria import PriceFormula, Scoring

_HEAD = 6
_LEFT = 3
_GUIDE = Phrase("価格点の求め方（{formula}）", "How points for price are found ({formula})")
_CEILING = Phrase("予定価格（{unit}）", "Ceiling price ({unit})")
_LOWEST = Phrase("有効な提案価格のうち最も低いもの（{unit}）", "Lowest valid price ({unit})")
_LINE = Phrase("価格項目", "Price line")
_PRICE = Phrase("提案価格（{unit}）", "Price ({unit})")
_VALID = Phrase("有効な提案価格（{unit}）", "Valid price ({unit})")
_SHARE = Phrase("価格点の得点率", "Share of the points for price")
_SHARE_FORMAT = {"num_format": "0.0000%"}


@dataclass(frozen=True, slots=True)
class PriceCells:
    """Cells of one vendor: the evaluated price; the price if the offer is valid; its share of the points."""

    price: str
    valid: str
    share: str


def write_prices(sheet: SheetWriter, matter: Matter, gates: Mapping[str, str]) -> Mapping[str, PriceCells]:
    """Fill the sheet; `gates` are the cells that say whether a vendor passes them."""
    return _Prices(sheet, matter, gates).write()


class _Prices:
    def __init__(self, sheet: SheetWriter, matter: Matter, gates: Mapping[str, str]) -> None:
        self._sheet = sheet
        self._matter = matter
        self._gates = gates
        project = matter.project
        self._additive = project.criteria.price_formula is PriceFormula.ADDITIVE
        self._scored = project.criteria.scores_price
        self._ceiling = known(project.definition.work.constraints.ceiling_price)
        self._lines = sorted({line.line for one in matter.proposals.values() for line in one.price})
        self._last = _HEAD + max(1, len(self._lines))
        self._price, self._gate, self._valid, self._share = range(self._last + 1, self._last + 5)

    def write(self) -> Mapping[str, PriceCells]:
        """Fill the sheet from top to bottom."""
        sheet, lang, results = self._sheet, self._matter.lang, self._matter.results
        sheet.widths((9, 50, *(18 for _ in results)))
        sheet.put(1, 1, names.PRICES.to(lang), Look.TITLE)
        if self._scored:
            formula = choice_label(self._matter.project.criteria.price_formula)
            sheet.put(2, 1, _GUIDE.fill(formula=formula).to(lang), Look.GUIDE)
        self._write_labels()
        cells = {}
        for column, result in enumerate(results, start=_LEFT):
            self._write_vendor(column, result)
            cells[result.vendor.id] = PriceCells(
                *(at(sheet, row, column) for row in (self._price, self._valid, self._share))
            )
        self._write_references()
        sheet.fit(_HEAD, {n: one.vendor.name for n, one in enumerate(results, start=_LEFT)})
        sheet.freeze(_HEAD + 1, _LEFT)
        return cells

    def _write_labels(self) -> None:
        sheet, lang = self._sheet, self._matter.lang
        sheet.put(_HEAD, 1, names.NUMBER.to(lang), Look.HEAD)
        sheet.put(_HEAD, 2, _LINE.to(lang), Look.HEAD)
        definition = self._matter.project.definition
        known_lines = enumerate(price_lines(definition, lang), start=1)
        labels = {f"p-{n:02}": line.label for n, line in known_lines}
        for row, line in enumerate(self._lines, start=_HEAD + 1):
            label = labels.get(line, line.upper())
            sheet.row(row, {1: (line.upper(), Look.ID), 2: (label, Look.TEXT)})
        sums = {self._price: _PRICE, self._gate: names.GATES, self._valid: _VALID}
        if self._scored:
            sums[self._share] = _SHARE
        for row, phrase in sums.items():
            sheet.put(row, 1, None, Look.TOTAL)
            sheet.put(row, 2, phrase.fill(unit=self._matter.unit).to(lang), Look.TOTAL)

    def _write_vendor(self, column: int, result: VendorResult) -> None:
        sheet, money, letter = self._sheet, self._matter.money_format, column_letters(column)
        sheet.put(_HEAD, column, result.vendor.name, Look.HEAD_NUMBER)
        amounts = {line.line: line.amount for line in self._matter.proposals[result.vendor.id].price}
        for row, line in enumerate(self._lines, start=_HEAD + 1):
            amount = amounts.get(line)
            value = None if amount is None else self._matter.money(amount)
            sheet.put(row, column, value, Look.NUMBER, **money)
        listed = f"{letter}{_HEAD + 1}:{letter}{self._last}"
        needed = self._last - _HEAD
        summed = live(f'IF(COUNT({listed})<{needed},"",SUM({listed}))', self._in_units(result.price))
        sheet.put(self._price, column, summed, Look.TOTAL_NUMBER, **money)
        gate = self._gates.get(result.vendor.id)
        passed = names.YES if self._passes(result) else names.NO
        shown = names.NOT_ASKED if gate is None else Formula(gate, passed)
        sheet.put(self._gate, column, shown, Look.TOTAL, align="right")
        price, gate_here = f"{letter}{self._price}", f"{letter}{self._gate}"
        conditions = [f'{price}=""', f'{gate_here}="{names.NO}"']
        if self._additive and self._ceiling:
            conditions.append(f"{price}>{here(3, _LEFT)}")
        valid = f'IF(OR({",".join(conditions)}),"",{price})'
        exact = self._in_units(self._valid_price(result))
        sheet.put(self._valid, column, live(valid, exact), Look.TOTAL_NUMBER, **money)
        if self._scored:
            sheet.put(self._share, column, self._share_of(letter, result), Look.TOTAL_NUMBER, **_SHARE_FORMAT)

    def _share_of(self, letter: str, result: VendorResult) -> Formula:
        """The formula in words of the sheet: 1 − P/B, or Pmin/P."""
        valid = f"{letter}{self._valid}"
        if self._additive:
            share = f"MAX(0,1-{valid}/{here(3, _LEFT)})"
        else:
            share = f"IF({valid}=0,1,{here(4, _LEFT)}/{valid})"
        exact = next(one.share for one in result.subs.values() if one.sub.scoring is Scoring.PRICE)
        return live(f'IF({valid}="","",{share})', exact)

    def _write_references(self) -> None:
        """The prices that the formula looks at."""
        sheet, lang, money = self._sheet, self._matter.lang, self._matter.money_format
        if self._additive and self._ceiling:
            sheet.put(3, 2, _CEILING.fill(unit=self._matter.unit).to(lang), Look.TEXT)
            sheet.put(3, _LEFT, self._matter.money(self._ceiling), Look.NUMBER, **money)
        if self._matter.results:
            last = column_letters(_LEFT + len(self._matter.results) - 1)
            valid = [self._valid_price(one) for one in self._matter.results]
            lowest = min((price for price in valid if price is not None), default=None)
            sheet.put(4, 2, _LOWEST.fill(unit=self._matter.unit).to(lang), Look.TEXT)
            span = f"{column_letters(_LEFT)}{self._valid}:{last}{self._valid}"
            formula = live(f'IF(COUNT({span})=0,"",MIN({span}))', self._in_units(lowest))
            sheet.put(4, _LEFT, formula, Look.NUMBER, **money)

    def _passes(self, result: VendorResult) -> bool:
        answers = {answer.gate: answer.passed for answer in self._matter.proposals[result.vendor.id].gates}
        return all(answers.get(gate.id) for gate in self._matter.project.rfp.gates)

    def _valid_price(self, result: VendorResult) -> int | None:
        above = self._additive and self._ceiling and result.price is not None and result.price > self._ceiling
        return None if above or not self._passes(result) else result.price

    def _in_units(self, amount: int | None) -> Fraction | None:
        return None if amount is None else Fraction(self._matter.money(amount))
