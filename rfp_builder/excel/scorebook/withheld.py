"""The withheld requirements that hang on an evaluator's sub-criteria, with the guide for scoring them."""

from __future__ import annotations

from collections.abc import Sequence

from rfp_builder.excel.scorebook import columns as layout
from rfp_builder.excel.scorebook.tasks import TaskGroup
from rfp_builder.excel.writing.book import Book
from rfp_builder.excel.writing.look import Look
from rfp_builder.excel.writing.table import Placed, TableLine, write_table
from rfp_builder.i18n import Phrase
from rfp_builder.model.project import Project

_TOP = 4
_WARNING = Phrase(
    "提案会社には知らせていない要件です。開示されるまで、社外の人に見せたり話したりしないでください。",
    "Vendors do not know these requirements. Show them to nobody outside until they are revealed.",
)
_GUIDE = Phrase(
    "求められていないのに提案している会社を、表の評価細目で評価します。書かれた場所は資料のシートで確かめてください。",
    "Vendors that propose these unasked are rewarded under the sub-criterion named in each row.",
)


def write_withheld(book: Book, project: Project, groups: Sequence[TaskGroup]) -> Placed | None:
    """A sheet of them; None, and no sheet, where there are none."""
    lang = book.lang
    titles = {group.numbered.sub.id: group.numbered.title(lang) for group in groups}
    order = list(titles)
    hidden = [
        (one, one.withholding)
        for one in project.requirements
        if one.withholding is not None and one.withholding.criterion in titles
    ]
    if not hidden:
        return None
    sheet = book.sheet(layout.WITHHELD.to(lang))
    sheet.put(1, 1, layout.WITHHELD.to(lang), Look.TITLE)
    sheet.high(1, 34)
    sheet.put(2, 1, _WARNING.to(lang), Look.WARNING)
    sheet.put(3, 1, _GUIDE.to(lang), Look.GUIDE)
    lines = [
        TableLine(
            {
                "under": titles[withholding.criterion],
                "statement": one.statement.to(lang),
                "question": withholding.open_question.to(lang) if withholding.open_question else None,
                "guide": withholding.guide.to(lang) if withholding.guide else None,
            }
        )
        for one, withholding in sorted(hidden, key=lambda pair: order.index(pair[1].criterion))
    ]
    return write_table(sheet, layout.WITHHELD_COLUMNS, lines, top=_TOP)
