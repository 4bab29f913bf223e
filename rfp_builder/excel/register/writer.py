"""Writing the register: internal, as it holds the withheld requirements."""

from __future__ import annotations

from rfp_builder.excel.forms import Form, meta_of
from rfp_builder.excel.register.columns import REGISTER, register_columns
from rfp_builder.excel.register.rows import digest, row_of
from rfp_builder.excel.writing.book import Book
from rfp_builder.excel.writing.look import Look
from rfp_builder.excel.writing.sheet import area
from rfp_builder.excel.writing.table import TableLine, write_table
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.project import Project

BASE = "base:"
"""In front of a requirement's id in the hidden sheet; beside it stands the digest of its row."""

_TOP = 5
_SPARE_ROWS = 50
_CONFIDENTIAL = Phrase("社外秘", "Confidential")
_GUIDES = (
    Phrase(
        "薄い黄色のセルを直して保存し、取り込んでください。新しい要件は下の空いた行に書きます（管理IDは空欄のままにします）。",
        "Edit the light yellow cells, save, and import the file. New requirements go into the spare rows at "
        "the end, without an ID.",
    ),
    Phrase(
        "要件を消すときは「削除」で「はい」を選びます。行を消しただけでは要件は消えません。",
        "To drop a requirement, pick yes under “Delete”. Removing its row alone does not drop it.",
    ),
)


def register_workbook(project: Project, lang: Lang) -> bytes:
    """The register as it stands, with a digest of every row so that changes made meanwhile are noticed.

    Raises:
        Refused: a text is longer than a cell can hold.
    """
    rows = [(one.id, row_of(one)) for one in project.requirements]
    bases = {BASE + requirement: digest(row) for requirement, row in rows}
    title = REGISTER.to(lang)
    book = Book(lang, title, meta_of(Form.REGISTER, lang, project.rfp.version) | bases)
    sheet = book.sheet(title)
    sheet.put(1, 1, title, Look.TITLE)
    sheet.high(1, 34)
    for position, guide in enumerate(_GUIDES, start=2):
        sheet.put(position, 1, guide.to(lang), Look.GUIDE)
    lines = [TableLine({"id": requirement, **row}) for requirement, row in rows]
    placed = write_table(
        sheet, register_columns(project, lang), [*lines, *[TableLine({})] * _SPARE_ROWS], top=_TOP
    )
    sheet.freeze(placed.first, placed.columns["item"] + 1)
    sheet.filter(placed.whole)
    sheet.print_setup(
        header=project.rfp.title.to(lang) if project.rfp.title else title,
        marking=_CONFIDENTIAL.to(lang),
        footer="",
        repeat=(_TOP, _TOP),
    )
    # All columns side by side would be too small to read on paper.
    last = placed.columns["disclosure"]
    sheet.print_only(area(1, 1, _TOP + len(lines), last))
    sheet.start_at(placed.cell(placed.first, f"statement-{lang}"))
    return book.finish()
