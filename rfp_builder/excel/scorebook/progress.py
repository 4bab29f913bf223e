"""How far an evaluator has come, counted live."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rfp_builder.excel.columns import ColumnSpec, Kind
from rfp_builder.excel.scorebook import columns as layout
from rfp_builder.excel.scorebook.tasks import TaskGroup
from rfp_builder.excel.writing.look import WARM, WARM_FILL, Look
from rfp_builder.excel.writing.sheet import Formula, SheetWriter
from rfp_builder.excel.writing.table import Placed, TableLine, write_table
from rfp_builder.i18n import Phrase
from rfp_builder.model.parties import Vendor
from rfp_builder.model.scores import Score

_TOP = 4
_GUIDE = Phrase(
    "記入に合わせて自動で変わります。「残り」がすべて0になったら、保存して事務局に戻してください。",
    "The counts follow what you fill in. Once every “Open” is 0, save the file and hand it back.",
)
_COLUMNS = (
    ColumnSpec("vendor", Phrase("提案会社", "Vendor"), given=True, width=30),
    ColumnSpec("needed", Phrase("採点する項目", "To score"), Kind.NUMBER, given=True, width=14),
    ColumnSpec("graded", Phrase("評点を記入", "Graded"), Kind.NUMBER, given=True, width=14),
    ColumnSpec("reasoned", Phrase("評点と理由を記入", "With reason"), Kind.NUMBER, given=True, width=18),
    ColumnSpec("open", Phrase("残り", "Open"), Kind.NUMBER, given=True, width=10),
    ColumnSpec("state", Phrase("状態", "State"), given=True, width=14),
)
_DONE = Phrase("完了", "done")
_LEFT = Phrase("残りあり", "still open")
_ALL = Phrase("合計", "All")


def write_progress(
    sheet: SheetWriter,
    scores: Placed,
    groups: Sequence[TaskGroup],
    filled: Mapping[tuple[str, str], Score],
) -> Placed:
    """Fill the sheet; there is at least one row to score."""
    lang = sheet.book.lang
    sheet.put(1, 1, layout.PROGRESS.to(lang), Look.TITLE)
    sheet.high(1, 34)
    sheet.put(2, 1, _GUIDE.to(lang), Look.GUIDE)
    vendors = {task.vendor.id: task.vendor for task in groups[0].tasks}
    lines = []
    totals = (0, 0, 0)
    for row, vendor in enumerate(vendors.values(), start=_TOP + 1):
        counts = _counted(vendor, groups, filled)
        totals = (totals[0] + counts[0], totals[1] + counts[1], totals[2] + counts[2])
        lines.append(_line(sheet, row, vendor.name, counts, _counting(scores, row)))
    last = _TOP + len(lines)
    sums = [f"SUM({letter}{_TOP + 1}:{letter}{last})" for letter in "BCD"]
    lines.append(_line(sheet, last + 1, _ALL.to(lang), totals, sums))
    placed = write_table(sheet, _COLUMNS, lines, top=_TOP)
    left = f"${placed.cell(placed.first, 'open')}>0"
    sheet.when(placed.area("open", "state"), left, font_color=WARM, bg_color=WARM_FILL, bold=True)
    return placed


def _counting(scores: Placed, row: int) -> list[str]:
    """Formulas for the rows of the vendor named in column A, those with a grade, and those with both."""
    own = f"({scores.span('vendor')}=$A{row})"
    graded = f'({scores.span("score")}<>"")'
    reasoned = f'({scores.span("justification")}<>"")'
    return [
        f"SUMPRODUCT({own}*1)",
        f"SUMPRODUCT({own}*{graded})",
        f"SUMPRODUCT({own}*{graded}*{reasoned})",
    ]


def _counted(
    vendor: Vendor, groups: Sequence[TaskGroup], filled: Mapping[tuple[str, str], Score]
) -> tuple[int, int, int]:
    given = [filled.get((vendor.id, group.numbered.sub.id)) for group in groups]
    graded = [score for score in given if score is not None and score.score is not None]
    return len(groups), len(graded), sum(1 for score in graded if score.justification)


def _line(
    sheet: SheetWriter, row: int, name: str, counts: tuple[int, int, int], formulas: Sequence[str]
) -> TableLine:
    lang = sheet.book.lang
    done, left = _DONE.to(lang), _LEFT.to(lang)
    is_open = counts[0] - counts[2]
    return TableLine(
        {
            "vendor": name,
            "needed": Formula(formulas[0], counts[0]),
            "graded": Formula(formulas[1], counts[1]),
            "reasoned": Formula(formulas[2], counts[2]),
            "open": Formula(f"B{row}-D{row}", is_open),
            "state": Formula(f'IF(E{row}=0,"{done}","{left}")', left if is_open else done),
        }
    )
