"""採点理由: what each evaluator gave, and why, in their own words."""

from __future__ import annotations

from rfp_builder.excel.evaluation import names
from rfp_builder.excel.evaluation.matter import Matter
from rfp_builder.excel.pieces import pieces
from rfp_builder.excel.writing.look import Look
from rfp_builder.excel.writing.sheet import SheetWriter, area
from rfp_builder.i18n import Phrase

HEAD = 4
"""Heading row."""
_WIDTHS = (9, 32, 20, 20, 8, 84)
_GUIDE = Phrase(
    "評価者が採点表に書いた理由です。見出しの▼で、会社や評価者を絞り込めます。",
    "As the evaluators wrote it. The arrows in the headings pick out a vendor or an evaluator.",
)
_EVALUATOR = Phrase("評価者", "Evaluator")
_GRADE = Phrase("評点", "Grade")
_REASON = Phrase("理由", "Reason")


def write_reasons(sheet: SheetWriter, matter: Matter) -> None:
    """Fill the sheet."""
    lang = matter.lang
    sheet.widths(_WIDTHS)
    sheet.put(1, 1, names.REASONS.to(lang), Look.TITLE)
    sheet.put(2, 1, _GUIDE.to(lang), Look.GUIDE)
    heads = (names.NUMBER, names.SUB, names.VENDOR, _EVALUATOR, _GRADE, _REASON)
    for column, phrase in enumerate(heads, start=1):
        sheet.put(HEAD, column, phrase.to(lang), Look.HEAD_NUMBER if phrase is _GRADE else Look.HEAD)
    given = {
        (score.sub, score.vendor, book.evaluator): score
        for book in matter.project.score_books
        for score in book.scores
    }
    row = HEAD
    for numbered in matter.subs:
        for result in matter.results:
            for evaluator in matter.project.evaluators:
                score = given.get((numbered.sub.id, result.vendor.id, evaluator.id))
                if score is None:
                    continue
                for n, text in enumerate(pieces(score.justification or "", _WIDTHS[-1] - 1)):
                    row += 1
                    sheet.row(
                        row,
                        {
                            1: (numbered.number, Look.ID),
                            2: (numbered.sub.name.to(lang) if n == 0 else names.GOES_ON.to(lang), Look.TEXT),
                            3: (result.vendor.name, Look.TEXT),
                            4: (evaluator.label.to(lang), Look.TEXT),
                            5: (score.score if n == 0 else None, Look.NUMBER),
                            6: (text, Look.TEXT),
                        },
                    )
    if row > HEAD:
        sheet.filter(area(HEAD, 1, row, len(_WIDTHS)))
    sheet.freeze(HEAD + 1, 4)
