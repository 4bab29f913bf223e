"""The sheet of decisions: total, price formula, rounding, floor, ties, and what may hang on withheld ones."""

from __future__ import annotations

from decimal import Decimal

from rfp_builder.excel.columns import ColumnSpec, Kind
from rfp_builder.excel.criteria import columns as layout
from rfp_builder.excel.criteria.changes import method_id
from rfp_builder.excel.criteria.paper import KeyedSheet
from rfp_builder.excel.criteria.rows import method_values
from rfp_builder.excel.reading.values import ref
from rfp_builder.excel.writing.look import Look
from rfp_builder.excel.writing.sheet import CellValue, absolute
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import Criteria

_HEAD = 4
_GUIDE = Phrase(
    "点数から順位を決める方法です。合意のあとは変えられません。",
    "How points become a ranking. It cannot change once it is agreed.",
)
_CHECK = Phrase("入力内容の確認", "Please check")
_PICK = Phrase("一覧から選んでください。", "Please pick an entry of the list.")
_NUMBER = Phrase("0以上の数値を入力してください。", "Please enter a number, zero or more.")
_LOOKS = {
    Kind.NUMBER: Look.INPUT_NUMBER,
    Kind.PERCENT: Look.INPUT_PERCENT,
    Kind.CHOICE: Look.INPUT_TEXT,
}


def write_method(sheet: KeyedSheet, criteria: Criteria) -> str:
    """Fill the sheet; gives back the cell of the total as formulas of other sheets spell it."""
    lang = sheet.book.lang
    columns = layout.method_columns()
    place = {spec.key: number for number, spec in enumerate(columns, start=1)}
    sheet.widths([spec.width for spec in columns])
    sheet.put(1, place["what"], layout.METHOD.to(lang), Look.TITLE)
    sheet.high(1, 34)
    sheet.put(2, place["what"], _GUIDE.to(lang), Look.GUIDE)
    sheet.row(_HEAD, {number: (spec.heading.to(lang), Look.HEAD) for number, spec in enumerate(columns, 1)})
    said, total = method_values(criteria), ""
    for row, (key, (spec, note)) in enumerate(layout.method_specs(criteria).items(), start=_HEAD + 1):
        sheet.row(
            row,
            {
                place["id"]: (method_id(key), Look.ID),
                place["what"]: (spec.heading.to(lang), Look.TEXT),
                place["note"]: (note.to(lang), Look.TEXT),
            },
        )
        value = _shown(spec, said.get(key), sheet)
        sheet.put(row, place["value"], value, _LOOKS[spec.kind], align="left", indent=1)
        sheet.validate(ref(row, place["value"]), _rule(spec, sheet))
        if key == "total_points":
            total = absolute(row, place["value"], row, place["value"]).partition(":")[0]
    sheet.hide(place["id"])
    sheet.protect()
    sheet.start_at(ref(_HEAD + 1, place["value"]))
    return f"{sheet.quoted_name}!{total}"


def _shown(spec: ColumnSpec, value: str | None, sheet: KeyedSheet) -> CellValue:
    if value is None:
        return None
    if spec.kind is Kind.CHOICE:
        return next(one.label for one in spec.choices if one.value == value).to(sheet.book.lang)
    return Decimal(value) / 100 if spec.kind is Kind.PERCENT else Decimal(value)


def _rule(spec: ColumnSpec, sheet: KeyedSheet) -> dict[str, object]:
    lang = sheet.book.lang
    if spec.kind is Kind.CHOICE:
        labels = [one.label.to(lang) for one in spec.choices]
        rule: dict[str, object] = {"validate": "list", "source": sheet.book.pick_list(labels)}
    else:
        rule = {"validate": "decimal", "criteria": ">=", "value": 0}
    message = _PICK if spec.kind is Kind.CHOICE else _NUMBER
    return rule | {"error_title": _CHECK.to(lang), "error_message": message.to(lang)}
