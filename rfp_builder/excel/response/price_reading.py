"""The price sheet read back. Amounts are worked out anew; what the RFP fixes is not taken from the vendor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from rfp_builder.disclosure.price_lines import PriceLineShape, price_lines
from rfp_builder.excel.columns import ColumnSpec
from rfp_builder.excel.reading.values import Cell, Sheet
from rfp_builder.excel.remarks import Remarks
from rfp_builder.excel.response import columns as layout
from rfp_builder.excel.response.requirements import LARGEST_AMOUNT, NEGATIVE, TOO_LARGE
from rfp_builder.excel.sheets import Sheets
from rfp_builder.excel.table import TableRow, read_table
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.choices import TaxTreatment
from rfp_builder.model.project import Project
from rfp_builder.model.proposals import PriceLine
from rfp_builder.text.currency import marks_before, minor_digits
from rfp_builder.text.numbers import read_amount
from rfp_builder.text.unreadable import Unreadable

_DIGITS = 4
"""Behind the point of a unit price."""

_NO_PRICE = Phrase("単価が記入されていません。", "No unit price has been entered.")
_NO_QUANTITY = Phrase("月間数量が記入されていません。", "No quantity has been entered.")
_CHANGED = Phrase(
    "提案依頼書で決めた値が変更されています。元の値で計算します。",
    "The value that the RFP sets has been changed. The original is used.",
)
_NOT_WHOLE = Phrase("整数で記入してください。", "Please enter a whole number.")
_TOO_FINE = Phrase(
    "単価は小数点以下4桁までで記入してください。", "A unit price may have four digits behind the point."
)
_ROUNDED = Phrase(
    "金額に通貨の最小単位未満の端数が出るため、四捨五入しました。",
    "The amount had a fraction of the currency's smallest unit and was rounded half up.",
)


def read_prices(sheets: Sheets, project: Project, currency: str, remarks: Remarks) -> tuple[PriceLine, ...]:
    """A line for every line of the price sheet, without an amount where none can be worked out."""
    lines = {f"P-{n:02}": line for n, line in enumerate(price_lines(project.definition, Lang.JA), start=1)}
    tax_included = known(project.definition.price.running.tax) is TaxTreatment.INCLUDED
    specs = _read_back(layout.price_columns(currency, tax_included=tax_included))
    sheet = sheets.find(layout.PRICES, specs) if lines else None
    rows: Mapping[str, TableRow] = {}
    if sheet is not None:
        table = read_table(_without_marks(sheet, currency), specs, tuple(lines))
        remarks.notes(table.notes)
        rows = table.by_id
    return tuple(_line(key, line, rows.get(key), currency, remarks) for key, line in lines.items())


def _read_back(specs: Sequence[ColumnSpec]) -> tuple[ColumnSpec, ...]:
    """The columns, with quantity and months read back to see whether they were changed."""
    return tuple(replace(spec, given=False) if spec.key in ("quantity", "months") else spec for spec in specs)


def _line(key: str, line: PriceLineShape, row: TableRow | None, currency: str, remarks: Remarks) -> PriceLine:
    line_id = key.lower()
    if row is None:
        return PriceLine(line=line_id, quantity=line.quantity, months=line.months)
    if (months := row.decimal("months")) is not None and months != line.months:
        remarks.warn(row.sheet, row.ref("months"), _CHANGED)
    quantity = _quantity(row, line.quantity, remarks)
    price = _unit_price(row, remarks)
    amount = None
    if quantity is not None and price is not None:
        exact = (quantity * price * line.months).scaleb(minor_digits(currency))
        amount = int(exact.to_integral_value(ROUND_HALF_UP))
        if amount != exact:
            remarks.warn(row.sheet, row.ref("unit-price"), _ROUNDED)
        if amount > LARGEST_AMOUNT:
            remarks.error(row.sheet, row.ref("unit-price"), TOO_LARGE)
            amount = None
    return PriceLine(line=line_id, unit_price=price, quantity=quantity, months=line.months, amount=amount)


def _quantity(row: TableRow, fixed: int | None, remarks: Remarks) -> int | None:
    typed = row.decimal("quantity")
    where = row.sheet, row.ref("quantity")
    if fixed is not None:
        if typed is not None and typed != fixed:
            remarks.warn(*where, _CHANGED)
        return fixed
    if typed is None:
        if "quantity" not in row.unread:
            remarks.error(*where, _NO_QUANTITY)
        return None
    problem = _problem(typed)
    if problem is None and typed != typed.to_integral_value():
        problem = _NOT_WHOLE
    if problem is not None:
        remarks.error(*where, problem)
        return None
    return int(typed)


def _unit_price(row: TableRow, remarks: Remarks) -> Decimal | None:
    price = row.decimal("unit-price")
    where = row.sheet, row.ref("unit-price")
    if price is None:
        if "unit-price" not in row.unread:
            remarks.error(*where, _NO_PRICE)
        return None
    problem = _problem(price)
    if problem is None and price != round(price, _DIGITS):
        problem = _TOO_FINE
    if problem is not None:
        remarks.error(*where, problem)
        return None
    return price


def _problem(value: Decimal) -> Phrase | None:
    if value < 0:
        return NEGATIVE
    return TOO_LARGE if value > LARGEST_AMOUNT else None


def _without_marks(sheet: Sheet, currency: str) -> Sheet:
    """The sheet with texts such as ￥1,200- turned into the numbers they are.

    A unit price may be finer than an amount of money, so it is read as a number, which knows no such marks.
    """
    return replace(
        sheet,
        rows=tuple(row._replace(cells=tuple(_unmarked(row.cells, currency))) for row in sheet.rows),
    )


def _unmarked(cells: Sequence[Cell], currency: str) -> Iterator[Cell]:
    marks = ("￥", "＼", *marks_before(currency))
    for cell in cells:
        if isinstance(cell.value, str) and cell.value.strip().lower().startswith(marks):
            try:
                amount = read_amount(cell.value, currency)
            except Unreadable:
                yield cell
            else:
                yield cell._replace(value=Decimal(amount).scaleb(-minor_digits(currency)))
        else:
            yield cell
