"""応募資格: who passed which gate."""

from __future__ import annotations

from collections.abc import Mapping

from rfp_builder.excel.evaluation import names
from rfp_builder.excel.evaluation.matter import Matter
from rfp_builder.excel.evaluation.places import at
from rfp_builder.excel.reading.values import column_letters
from rfp_builder.excel.writing.look import WARM, WARM_FILL, Look
from rfp_builder.excel.writing.sheet import Formula, SheetWriter, area
from rfp_builder.i18n import Phrase

HEAD = 4
_LEFT = 3
_GUIDE = Phrase(
    "○ 満たす　× 満たさない　空欄 回答なし。すべて○の会社だけが順位の対象になります。",
    "○ passed, × failed, blank: not answered. Only vendors that pass every gate are ranked.",
)
_STATEMENT = Phrase("応募資格", "Gate")
_ALL = Phrase("すべて満たす", "All passed")


def write_gates(sheet: SheetWriter, matter: Matter) -> Mapping[str, str]:
    """Fill the sheet; gives back the cell of each vendor that says ○ if all gates are passed."""
    lang, gates = matter.lang, matter.project.rfp.gates
    sheet.widths((8, 64, *(16 for _ in matter.results)))
    sheet.put(1, 1, names.GATES.to(lang), Look.TITLE)
    sheet.put(2, 1, _GUIDE.to(lang), Look.GUIDE)
    sheet.put(HEAD, 1, names.NUMBER.to(lang), Look.HEAD)
    sheet.put(HEAD, 2, _STATEMENT.to(lang), Look.HEAD)
    for row, gate in enumerate(gates, start=HEAD + 1):
        sheet.row(row, {1: (f"G-{row - HEAD}", Look.ID), 2: (gate.statement.to(lang), Look.TEXT)})
    last = HEAD + len(gates)
    sheet.put(last + 1, 1, None, Look.TOTAL)
    sheet.put(last + 1, 2, _ALL.to(lang), Look.TOTAL)
    cells = {}
    for column, result in enumerate(matter.results, start=_LEFT):
        sheet.put(HEAD, column, result.vendor.name, Look.HEAD, align="center", indent=0)
        passed = {answer.gate: answer.passed for answer in matter.proposals[result.vendor.id].gates}
        marks = [_MARKS[passed.get(gate.id)] for gate in gates]
        for row, mark in enumerate(marks, start=HEAD + 1):
            sheet.put(row, column, mark or None, Look.CENTRED)
        letter = column_letters(column)
        counted = f'COUNTIF({letter}{HEAD + 1}:{letter}{last},"{names.YES}")'
        formula = f'IF({counted}={len(gates)},"{names.YES}","{names.NO}")'
        passed_all = names.YES if set(marks) <= {names.YES} else names.NO
        sheet.put(last + 1, column, Formula(formula, passed_all), Look.TOTAL, align="center", indent=0)
        cells[result.vendor.id] = at(sheet, last + 1, column)
    corner = f"{column_letters(_LEFT)}{HEAD + 1}"
    within = area(HEAD + 1, _LEFT, last, _LEFT + len(matter.results) - 1)
    if matter.results:
        sheet.when(within, f'{corner}<>"{names.YES}"', bg_color=WARM_FILL, font_color=WARM)
    sheet.fit(HEAD, {n: one.vendor.name for n, one in enumerate(matter.results, start=_LEFT)})
    return cells


_MARKS = {True: names.YES, False: names.NO, None: names.NOT_ANSWERED}
