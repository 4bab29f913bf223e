"""The assumptions on cost as cells: three values an item, and what they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rfp_builder.excel.columns import ColumnSpec, Kind
from rfp_builder.excel.staffing import names
from rfp_builder.excel.staffing.numerals import number
from rfp_builder.forms.choices import Choice
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.workload.should_cost import Assumption, Item, Standing

SHARES = frozenset(
    {
        *(Item.NIGHT, Item.OVERTIME, Item.LONG_OVERTIME, Item.HOLIDAY),
        *(Item.ALLOWANCES, Item.SOCIAL_COST, Item.OVERHEAD, Item.MARGIN),
    }
)
"""Items whose values are shares: their cells show per cent."""
ENDS = ("low", "base", "high")
LABELS = {
    "low": Phrase("低め", "Low"),
    "base": Phrase("標準", "Base"),
    "high": Phrase("高め", "High"),
    "source": Phrase("出典", "Source"),
    "as_of": Phrase("時点", "As of"),
    "standing": Phrase("位置づけ", "Standing"),
}
_ROWS = "costs."
_UNITS = ("円", "人", "時間", "分", "yen", "people", "hours")


@dataclass(frozen=True, slots=True)
class CostRow:
    """One assumption as its cells hold it."""

    item: Item
    values: dict[str, Decimal]
    """By end; shares as shares."""
    source: str
    as_of: date
    standing: Standing

    def key(self, column: str) -> str:
        """The path of a cell."""
        return cost_key(self.item, column)


def item_of(key: str) -> Item | None:
    """The item whose row has that path; None for no such path."""
    code = key.removeprefix(_ROWS)
    return next((item for item in Item if key != code and item.value == code), None)


def cost_key(item: Item, column: str) -> str:
    """The path of a cell of the table."""
    return f"{_ROWS}{item.value}.{column}"


def cost_row(one: Assumption, lang: Lang) -> CostRow:
    """The cells of an assumption."""
    ends = dict(zip(ENDS, (one.value.low, one.value.base, one.value.high), strict=True))
    return CostRow(
        one.item,
        {end: number(value) for end, value in ends.items()},
        one.source.to(lang),
        one.as_of,
        one.standing,
    )


def cost_column(item: Item, column: str) -> ColumnSpec:
    """How a cell of the table is read."""
    label = LABELS[column]
    if column == "source":
        return ColumnSpec(column, label)
    if column == "as_of":
        return ColumnSpec(column, label, Kind.DATE)
    if column == "standing":
        choices = tuple(Choice(one.value, name) for one, name in names.STANDINGS.items())
        return ColumnSpec(column, label, Kind.CHOICE, choices=choices)
    kind = Kind.PERCENT if item in SHARES else Kind.NUMBER
    return ColumnSpec(column, label, kind, units=_UNITS)
