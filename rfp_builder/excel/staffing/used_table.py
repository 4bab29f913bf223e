"""Everything the plan used, and where it comes from: a table at the end of the assumptions."""

from __future__ import annotations

from rfp_builder.catalogue.sections import item
from rfp_builder.excel.staffing import names
from rfp_builder.excel.staffing.assumption_rows import ITEM, USED_TITLE
from rfp_builder.excel.staffing.paper import StaffingSheet
from rfp_builder.excel.writing.look import WARM, Look
from rfp_builder.i18n import Phrase
from rfp_builder.model import shape
from rfp_builder.workload.plan.values import Origin, StaffingPlan, Used

_ASSUMED = Phrase("確認されていない仮定", "Assumed and confirmed by nobody")
_VALUE = Phrase("用いた値", "Value used")
_FROM = Phrase("出所", "From")
_WHERE = Phrase("{origin}：{number} {title}", "{origin}: {number} {title}")


def write_used(sheet: StaffingSheet, plan: StaffingPlan, row: int) -> int:
    """Fill the table, in which each cell stands over several columns; gives back the row below."""
    if not plan.used:
        return row
    first = row
    row = sheet.section(row, USED_TITLE)
    assumed = sum(one.origin is Origin.ASSUMED for one in plan.used)
    sheet.put(row, 2, sheet.say(_ASSUMED), Look.TEXT)
    sheet.put(row, 3, assumed, Look.NUMBER)
    row += 1
    for column in range(2, 10):
        heading = {2: ITEM, 4: _VALUE, 7: _FROM}.get(column)
        sheet.put(row, column, sheet.say(heading) if heading else None, Look.HEAD)
    sheet.repeated = (row, row)
    sheet.keep(first, row + 1)
    spans = ((2, 3), (4, 6), (7, 9))
    for one in plan.used:
        row += 1
        said = [sheet.say(text) for text in (one.name, one.value, _origin(one))]
        for (left, right), text in zip(spans, said, strict=True):
            warm = {"font_color": WARM} if left == 7 and one.origin is Origin.ASSUMED else {}
            sheet.merge(row, left, row, right, text, Look.TEXT, **warm)
        widths = (sum(sheet.width(column) for column in range(left, right + 1)) for left, right in spans)
        sheet.fit_wide(row, list(zip(said, widths, strict=True)))
    sheet.keep_each(first + 4, row)
    return row + 1


def _origin(one: Used) -> Phrase:
    """Where a value comes from; of the definition, the number and title of the question."""
    origin = names.ORIGINS[one.origin]
    if one.path is None:
        return origin
    for number, asked in shape.items().items():
        if one.path == asked.path or one.path.startswith(f"{asked.path}."):
            return _WHERE.fill(origin=origin, number=number, title=item(number).title)
    return origin
