"""前提: every setting of the plan; those that may be changed are cells to fill in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rfp_builder.excel.columns import Kind
from rfp_builder.excel.evaluation.places import at
from rfp_builder.excel.staffing import names
from rfp_builder.excel.staffing.assumption_rows import COSTS_TITLE, ITEM, KEY, SETTINGS_TITLE, VALUE
from rfp_builder.excel.staffing.cost_inputs import ENDS, LABELS, SHARES, CostRow, cost_row
from rfp_builder.excel.staffing.group_table import write_groups
from rfp_builder.excel.staffing.inputs import Field, Group, Input, groups
from rfp_builder.excel.staffing.paper import StaffingSheet
from rfp_builder.excel.staffing.used_table import write_used
from rfp_builder.excel.writing.look import WARM, WARM_FILL, Look
from rfp_builder.excel.writing.sheet import Formula, area
from rfp_builder.i18n import Phrase
from rfp_builder.workload.plan.values import StaffingPlan
from rfp_builder.workload.should_cost import Assumptions, Item, Standing

_UNIT = Phrase("単位", "Unit")
_NOTE = Phrase("補足", "Remark")

_WIDTHS = (2, 36, 12, 12, 12, 24, 44, 12, 12)
_RIGHT = len(_WIDTHS)
_LINE = Phrase(
    "計画に用いた前提の一覧です。薄い黄色のセルは変更できます。",
    "Everything the plan rests on. The cells in light yellow may be changed.",
)
_LEGEND = Phrase(
    "薄い黄色のセルに記入します。空欄にすると、業務要件定義の値か標準の値に戻ります。",
    "Cells to fill in. Left blank, the value of the definition or the usual one applies.",
)
_FOLLOWS = Phrase(
    "「必要人数」の業務量、「試算」、「想定費用」は、変更するとすぐに変わります。必要人数・シフト・採用計画は、"
    "このファイルをプロジェクトに取り込むと計算し直します（rfp-builder workload take）。",
    "Loads, what-if and should-cost follow at once. Agents, shifts and hiring are worked out anew when this "
    "file is taken into the project (rfp-builder workload take).",
)
_PLACEHOLDERS = Phrase("仮の値のままの項目", "Items that are still placeholders")
_CHECK = Phrase("入力内容の確認", "Please check")
_BETWEEN = Phrase("{least}〜{most}の範囲で入力してください。", "Please enter {least} to {most}.")
_DATE = Phrase("日付を 2027/4/1 のように入力してください。", "Please enter a date like 2027-04-01.")
_NUMBER = Phrase("0以上の数値を入力してください。", "Please enter a number of 0 or more.")
_PICK = Phrase("一覧から選んでください。", "Please pick an entry of the list.")
_OLDEST = date(2000, 1, 1)
_FIRST_OF_THINGS = Item.SEAT
"""Items before it are about people."""


@dataclass(frozen=True, slots=True)
class AssumptionCells:
    """Where the values stand, for formulas of any sheet."""

    settings: Mapping[str, str]
    """By path."""
    costs: Mapping[tuple[Item, str], str]
    """By item and end of its range."""


def write_assumptions(sheet: StaffingSheet, plan: StaffingPlan) -> AssumptionCells:
    """Fill the sheet."""
    return _Assumptions(sheet, plan).write()


class _Assumptions:
    def __init__(self, sheet: StaffingSheet, plan: StaffingPlan) -> None:
        self._sheet = sheet
        self._plan = plan
        self._settings: dict[str, str] = {}
        self._costs: dict[tuple[Item, str], str] = {}

    def write(self) -> AssumptionCells:
        """Fill the sheet from top to bottom."""
        sheet = self._sheet
        sheet.left = 2
        sheet.widths(_WIDTHS)
        sheet.hide(1)
        sheet.top(names.ASSUMPTIONS, _LINE)
        row = sheet.note(4, _LEGEND, _RIGHT)
        row = sheet.note(row, _FOLLOWS, _RIGHT) + 1
        sheet.start_at(f"C{row + 3}")
        row = self._write_settings(row)
        row = write_groups(sheet, self._plan, row + 1)
        if self._plan.cost is not None:
            row = self._write_costs(row + 1, self._plan.cost.assumptions)
        write_used(sheet, self._plan, row + 1)
        return AssumptionCells(self._settings, self._costs)

    def _write_settings(self, row: int) -> int:
        sheet = self._sheet
        row = sheet.section(row, SETTINGS_TITLE)
        sheet.put(row, 1, sheet.say(KEY), Look.HEAD)
        sheet.head(
            row,
            [
                (ITEM, Look.HEAD),
                (VALUE, Look.HEAD_NUMBER),
                (_UNIT, Look.HEAD),
                (_NOTE, Look.HEAD),
            ],
        )
        for column in range(6, _RIGHT + 1):
            sheet.put(row, column, None, Look.HEAD)
        row += 1
        for group in groups(self._plan):
            first, row = row, self._write_group(row, group)
            sheet.keep(first, row - 1)
        return row

    def _write_group(self, row: int, group: Group) -> int:
        sheet = self._sheet
        for column in range(2, _RIGHT + 1):
            text = sheet.say(group.title) if column == 2 else None
            sheet.put(row, column, text, Look.TOTAL)
        for one in group.inputs:
            row += 1
            self._write_input(row, one)
        return row + 1

    def _write_input(self, row: int, one: Input) -> None:
        sheet, field = self._sheet, one.field
        sheet.put(row, 1, one.key, Look.ID)
        label = sheet.say(one.label)
        sheet.put(row, 2, label, Look.TEXT)
        look, value, changes = _cell(field, one.value)
        sheet.put(row, 3, value, look, **changes)
        sheet.validate(f"C{row}", self._rule(field))
        sheet.put(row, 4, sheet.say(field.unit), Look.TEXT)
        note = sheet.say(field.note) if field.note else ""
        sheet.merge(row, 5, row, _RIGHT, note, Look.TEXT)
        sheet.fit_wide(row, [(label, _WIDTHS[1]), (note, sum(_WIDTHS[4:]))])
        self._settings[one.key] = at(sheet, row, 3)

    def _rule(self, field: Field) -> dict[str, object]:
        sheet = self._sheet
        if field.kind is Kind.DATE:
            rule: dict[str, object] = {"validate": "date", "criteria": ">=", "value": _OLDEST}
            message = _DATE
        else:
            scale = 100 if field.kind is Kind.PERCENT else 1
            rule = {
                "validate": "integer" if field.whole else "decimal",
                "criteria": "between",
                "minimum": float(field.least / scale),
                "maximum": float(field.most / scale),
            }
            sign = "%" if scale > 1 else ""
            message = _BETWEEN.fill(least=f"{field.least:,}{sign}", most=f"{field.most:,}{sign}")
        return rule | {"error_title": sheet.say(_CHECK), "error_message": sheet.say(message)}

    def _write_costs(self, row: int, assumptions: Assumptions) -> int:
        sheet = self._sheet
        row = sheet.section(row, COSTS_TITLE)
        counted = row
        head, top = row + 1, row - 1
        row = self._head_costs(head)
        for one in assumptions:
            if one.item is _FIRST_OF_THINGS:
                # Too many rows for one page: what is not about people has the headings once more.
                sheet.keep(top, row - 1)
                top, row = row, self._head_costs(row)
            self._write_cost(row, cost_row(one, sheet.book.lang))
            row += 1
        sheet.keep(top, row - 1)
        self._mark_placeholders(counted, head + 1, row - 1, assumptions)
        return row

    def _head_costs(self, row: int) -> int:
        sheet = self._sheet
        sheet.put(row, 1, sheet.say(KEY), Look.HEAD)
        return sheet.head(
            row,
            [
                (ITEM, Look.HEAD),
                *((LABELS[end], Look.HEAD_NUMBER) for end in ENDS),
                (_UNIT, Look.HEAD),
                *((LABELS[column], Look.HEAD) for column in ("source", "as_of", "standing")),
            ],
        )

    def _write_cost(self, row: int, one: CostRow) -> None:
        sheet = self._sheet
        sheet.put(row, 1, f"costs.{one.item.value}", Look.ID)
        label, unit = one.item.to(sheet.book.lang), sheet.say(one.item.unit)
        sheet.put(row, 2, label, Look.TEXT)
        for column, end in enumerate(ENDS, start=3):
            value = one.values[end]
            look = Look.INPUT_PERCENT if one.item in SHARES else Look.INPUT_NUMBER
            fine = {} if one.item in SHARES or value == int(value) else {"num_format": "#,##0.0###"}
            if one.item in SHARES:
                fine = {"num_format": "0.0##%"}
            sheet.put(row, column, value, look, **fine)
            self._costs[one.item, end] = at(sheet, row, column)
        sheet.validate(
            area(row, 3, row, 5),
            {
                "validate": "decimal",
                "criteria": ">=",
                "value": 0,
                "error_title": sheet.say(_CHECK),
                "error_message": sheet.say(_NUMBER),
            },
        )
        sheet.put(row, 6, unit, Look.TEXT)
        sheet.put(row, 7, one.source, Look.INPUT_TEXT)
        sheet.put(row, 8, one.as_of, Look.INPUT_DATE)
        sheet.put(row, 9, sheet.say(names.STANDINGS[one.standing]), Look.INPUT_CHOICE)
        sheet.fit(row, {2: label, 6: unit, 7: one.source})

    def _mark_placeholders(self, counted: int, first: int, last: int, assumptions: Assumptions) -> None:
        """Count them above the table, and mark each beside its values."""
        sheet = self._sheet
        standing = area(first, 9, last, 9)
        name = sheet.say(names.STANDINGS[Standing.PLACEHOLDER])
        sheet.put(counted, 2, sheet.say(_PLACEHOLDERS), Look.TEXT)
        count = Formula(f'COUNTIF({standing},"{name}")', len(assumptions.placeholders))
        sheet.put(counted, 3, count, Look.NUMBER, bold=True, font_color=WARM)
        sheet.when(standing, f'I{first}="{name}"', bg_color=WARM_FILL, font_color=WARM, bold=True)
        labels = [sheet.say(one) for one in names.STANDINGS.values()]
        sheet.validate(
            standing,
            {
                "validate": "list",
                "source": sheet.book.pick_list(labels),
                "error_title": sheet.say(_CHECK),
                "error_message": sheet.say(_PICK),
            },
        )
        sheet.validate(
            area(first, 8, last, 8),
            {
                "validate": "date",
                "criteria": ">=",
                "value": _OLDEST,
                "error_title": sheet.say(_CHECK),
                "error_message": sheet.say(_DATE),
            },
        )


def _cell(
    field: Field, value: Decimal | date | None
) -> tuple[Look, Decimal | date | None, dict[str, object]]:
    """The look of a cell, and the value as the cell holds it."""
    if field.kind is Kind.DATE:
        return Look.INPUT_DATE, value, {}
    if field.kind is Kind.PERCENT:
        shown = value / 100 if isinstance(value, Decimal) else None
        return Look.INPUT_PERCENT, shown, {"num_format": "0.0##%"}
    is_whole = not isinstance(value, Decimal) or value == int(value)
    return Look.INPUT_NUMBER, value, {} if is_whole else {"num_format": "#,##0.0##"}
