"""The price sheet: unit prices by the vendor, amounts and totals by live formulas."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from rfp_builder.disclosure.public import PublicPriceLine, PublicRfp
from rfp_builder.excel.reading.values import ref
from rfp_builder.excel.response import columns as layout
from rfp_builder.excel.writing.look import Look
from rfp_builder.excel.writing.sheet import Formula, SheetWriter
from rfp_builder.excel.writing.table import Placed, TableLine, write_table
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.proposals import PriceLine
from rfp_builder.text.currency import minor_digits

INITIAL = "initial"

_GUIDE = Phrase(
    "すべての行に単価を記入してください。金額（月間数量×月数×単価）と合計は自動で計算します。追加費用のほかに価格を書くのは、このシートだけです。",
    "Enter a unit price in every row. Amounts (quantity × months × unit price) and totals are worked out. "
    "Extra costs aside, prices belong on this sheet only.",
)
_OPEN_QUANTITY = Phrase(
    "月間数量が薄い黄色の行では、貴社が見込む数量も記入してください。",
    "Where the quantity is light yellow, enter the quantity you expect, too.",
)
_TOTAL = Phrase("合計", "Total")
_SUM_OF = Phrase("{group}の計", "{group}, sum")
_NO_LINE = PriceLine(line="none")


def write_prices(sheet: SheetWriter, rfp: PublicRfp, filled: Sequence[PriceLine], top: int) -> Placed:
    """Fill the sheet: guidance above row `top`, the table from there on, the totals below it."""
    lang = rfp.lang
    sheet.put(2, 1, _GUIDE.to(lang), Look.GUIDE)
    if any(line.quantity is None for line in rfp.price_lines):
        sheet.put(3, 1, _OPEN_QUANTITY.to(lang), Look.GUIDE)
    answers = {line.line: line for line in filled}
    digits = minor_digits(rfp.currency)
    specs = layout.price_columns(rfp.currency, tax_included=rfp.tax_included)
    at = {spec.key: number for number, spec in enumerate(specs, start=1)}
    lines, amounts = [], []
    for row, line in enumerate(rfp.price_lines, start=top + 1):
        answer = answers.get(line.key.lower(), _NO_LINE)
        quantity = answer.quantity if line.quantity is None else line.quantity
        amount = _amount(quantity, line.months, answer.unit_price, digits)
        amounts.append(amount)
        lines.append(_line(lang, line, quantity, answer.unit_price, amount, _formula(row, at, digits)))
    placed = write_table(sheet, specs, lines, top=top)
    _write_totals(placed, rfp.price_lines, amounts, digits)
    return placed


def _line(
    lang: Lang,
    line: PublicPriceLine,
    quantity: int | None,
    price: Decimal | None,
    amount: Decimal | None,
    formula: str,
) -> TableLine:
    return TableLine(
        {
            "number": line.key,
            "group": (layout.INITIAL if line.group == INITIAL else layout.RUNNING).to(lang),
            "label": line.label,
            "note": line.note,
            "unit": line.unit,
            "quantity": quantity,
            "months": line.months,
            "unit-price": price,
            "amount": Formula(formula, "" if amount is None else amount),
        },
        opened=frozenset({"quantity"}) if line.quantity is None else frozenset(),
    )


def _formula(row: int, at: dict[str, int], digits: int) -> str:
    quantity, months, price = (ref(row, at[key]) for key in ("quantity", "months", "unit-price"))
    return f'IF(COUNT({quantity},{price})<2,"",ROUND({quantity}*{months}*{price},{digits}))'


def _amount(quantity: int | None, months: int, price: Decimal | None, digits: int) -> Decimal | None:
    """As the formula gives it, in whole units of the currency with its cents."""
    if quantity is None or price is None:
        return None
    return (quantity * months * price).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def _write_totals(
    placed: Placed, lines: Sequence[PublicPriceLine], amounts: Sequence[Decimal | None], digits: int
) -> None:
    sheet, lang = placed.sheet, placed.sheet.book.lang
    row = placed.last + 2
    parts = [(layout.INITIAL, True), (layout.RUNNING, False)]
    for name, initial in parts:
        rows = [n for n, line in enumerate(lines) if (line.group == INITIAL) is initial]
        if not rows:
            continue
        known = [amounts[n] for n in rows]
        first, last = placed.first + rows[0], placed.first + rows[-1]
        span = f"{placed.cell(first, 'amount')}:{placed.cell(last, 'amount')}"
        _write_total(placed, row, _SUM_OF.fill(group=name).to(lang), span, known, digits)
        row += 1
    span = placed.area("amount")
    _write_total(placed, row, _TOTAL.to(lang), span, amounts, digits)
    sheet.high(row, 30)


def _write_total(
    placed: Placed, row: int, label: str, span: str, amounts: Sequence[Decimal | None], digits: int
) -> None:
    sheet = placed.sheet
    for column in range(1, placed.columns["amount"] + 1):
        sheet.put(row, column, None, Look.TOTAL)
    total = sum((amount for amount in amounts if amount is not None), Decimal(0))
    sheet.put(row, placed.columns["label"], label, Look.TOTAL)
    style = {"num_format": f"#,##0.{'0' * digits}"} if digits else {}
    sheet.put(row, placed.columns["amount"], Formula(f"SUM({span})", total), Look.TOTAL_NUMBER, **style)
