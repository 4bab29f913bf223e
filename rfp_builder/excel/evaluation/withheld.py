"""非開示要件: what vendors did not know, and what they answered to the open questions in its place."""

from __future__ import annotations

from rfp_builder.evaluation.answered import answers_of
from rfp_builder.excel.evaluation import names
from rfp_builder.excel.evaluation.matter import Matter
from rfp_builder.excel.pieces import pieces
from rfp_builder.excel.writing.look import Look
from rfp_builder.excel.writing.sheet import CellValue, SheetWriter
from rfp_builder.i18n import Phrase

HEAD = 4
"""Heading row."""
_LEFT = 4
_WIDTHS = (26, 46, 40)
_ANSWER = 44
_WARNING = Phrase(
    "提案会社には知らせていない要件です。開示されるまで、社外の人に見せないでください。",
    "Vendors do not know these requirements. Show them to nobody outside until they are revealed.",
)
_STATEMENT = Phrase("非開示の要件", "Withheld requirement")
_QUESTION = Phrase("公開した問いかけ", "Open question in its place")
_ANSWERED = Phrase("{vendor}の回答", "{vendor} answered")


def write_withheld(sheet: SheetWriter, matter: Matter) -> None:
    """Fill the sheet."""
    lang, results = matter.lang, matter.results
    sheet.widths((*_WIDTHS, *(_ANSWER for _ in results)))
    sheet.put(1, 1, names.WITHHELD.to(lang), Look.TITLE)
    sheet.put(2, 1, _WARNING.to(lang), Look.WARNING)
    heads = {n: phrase.to(lang) for n, phrase in enumerate((names.SUB, _STATEMENT, _QUESTION), start=1)}
    for column, result in enumerate(results, start=_LEFT):
        heads[column] = _ANSWERED.fill(vendor=result.vendor.name).to(lang)
    for column, head in heads.items():
        sheet.put(HEAD, column, head, Look.HEAD)
    sheet.fit(HEAD, heads)
    titles = {one.sub.id: one.title(lang) for one in matter.subs}
    answers = [answers_of(matter.project, matter.proposals[one.vendor.id]) for one in results]
    row = HEAD
    order = list(titles)
    hidden = [(one, one.withholding) for one in matter.project.requirements if one.withholding is not None]
    for one, withholding in sorted(hidden, key=lambda pair: _place(order, pair[1].criterion)):
        question = withholding.open_question
        texts = [
            titles.get(withholding.criterion, ""),
            one.statement.to(lang),
            question.to(lang) if question else "",
            *((given[one.id].how or "") if one.id in given else "" for given in answers),
        ]
        row = _write_row(sheet, row + 1, texts)
    sheet.freeze(HEAD + 1, 2)


def _place(order: list[str], sub: str) -> int:
    return order.index(sub) if sub in order else len(order)


def _write_row(sheet: SheetWriter, row: int, texts: list[str]) -> int:
    """The texts side by side, over as many rows as the longest needs; gives back the last."""
    widths = [*_WIDTHS, *(_ANSWER for _ in texts[len(_WIDTHS) :])]
    columns = [pieces(text, width - 1) for text, width in zip(texts, widths, strict=True)]
    needed = max(len(column) for column in columns)
    for n in range(needed):
        cells: dict[int, tuple[CellValue, Look]] = {
            number: (column[n] if n < len(column) else None, Look.TEXT)
            for number, column in enumerate(columns, start=1)
        }
        sheet.row(row + n, cells)
    return row + needed - 1
