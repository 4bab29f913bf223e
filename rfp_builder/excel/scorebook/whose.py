"""Whose a score book is: by its hidden sheet, or by the line that everybody sees."""

from __future__ import annotations

from collections.abc import Mapping

from rfp_builder.excel.gate.refusals import Reason, refused
from rfp_builder.excel.reader import Workbook
from rfp_builder.excel.scorebook.columns import EVALUATOR_KEY, EVALUATOR_LINE
from rfp_builder.i18n import Phrase
from rfp_builder.model.parties import Evaluator
from rfp_builder.model.project import Project
from rfp_builder.text.fold import fold

_ROWS_SEARCHED = 10
_LONGEST = 10_000
"""Characters; the longest label and what stands around it are shorter."""

_MAKE_NEW = Phrase(
    "rfp-builder scorebooks で作った、評価者本人の採点表に記入し直してもらってください。",
    "Have the evaluator fill in their own book, as made by rfp-builder scorebooks.",
)
_NOBODY = Reason(
    Phrase(
        "どの評価者の採点表か、ファイルから分かりません。", "The file does not say whose score book it is."
    ),
    _MAKE_NEW,
)
_STRANGER = Reason(
    Phrase(
        "このプロジェクトにいない評価者の採点表です。",
        "The score book is that of an evaluator who is not in this project.",
    ),
    _MAKE_NEW,
)
_TWO = Reason(
    Phrase(
        "表に書かれた評価者と、ファイルの記録にある評価者が違います。",
        "The evaluator named in the sheets is not the one for whom the file was made.",
    ),
    _MAKE_NEW,
)


def whose_book(
    workbook: Workbook, said: Mapping[str, str] | None, project: Project, file_name: str
) -> Evaluator:
    """The evaluator.

    Raises:
        Refused: the book does not say, names somebody unknown, or names two.
    """
    shown = _shown(workbook, project)
    recorded = (said or {}).get(EVALUATOR_KEY)
    if recorded is None:
        if len(shown) != 1:
            raise refused(file_name, _TWO if shown else _NOBODY)
        return shown[0]
    known = next((one for one in project.evaluators if one.id == recorded), None)
    if known is None:
        raise refused(file_name, _STRANGER)
    if shown and known not in shown:
        raise refused(file_name, _TWO)
    return known


def _shown(workbook: Workbook, project: Project) -> list[Evaluator]:
    """The evaluators whose line stands in a sheet, in either language."""
    texts = {
        fold(cell.value)
        for sheet in workbook
        for row in sheet.rows[:_ROWS_SEARCHED]
        for cell in row.cells
        if isinstance(cell.value, str) and len(cell.value) < _LONGEST
    }
    lines = [(one, EVALUATOR_LINE.fill(who=one.label)) for one in project.evaluators]
    return [one for one, line in lines if fold(line.ja) in texts or fold(line.en) in texts]
