"""The first sheet of a score book: whose it is, what to do, what the grades mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rfp_builder.excel.scorebook import columns as layout
from rfp_builder.excel.writing.look import Look
from rfp_builder.excel.writing.sheet import SheetWriter
from rfp_builder.i18n import Phrase
from rfp_builder.model.parties import Evaluator
from rfp_builder.model.project import Project
from rfp_builder.text.show import show_percent

_WIDTHS = (20, 90)
_TITLE = Phrase("採点表", "Score book")
_VERSION = Phrase(
    "提案依頼書 第{version}版への提案を採点します。", "For proposals on version {version} of the RFP."
)
_TO_DO = Phrase("採点のしかた", "What to do")
_STEPS = (
    Phrase(
        "「採点」シートの薄い黄色のセルに、提案会社ごとの評点と理由を記入してください。",
        "On “Scores”, give every vendor a grade and a reason in the light yellow cells.",
    ),
    Phrase(
        "「評価の目安」の条件をすべて満たす、いちばん高い段階の数字を選びます。",
        "Pick the highest grade of which the proposal meets every condition.",
    ),
    Phrase(
        "理由には、そう判断した根拠を、資料名とページを添えて書きます。書かれていないことは推測で補わないでください。",
        "As the reason, say what you found and where: document and page. Do not fill gaps by guessing.",
    ),
    Phrase(
        "価格と、ほかの評価者の採点は見ずに採点します。採点が終わるまで、互いに相談しないでください。",
        "Score without knowing prices or the grades of others, and do not confer until all have finished.",
    ),
    Phrase(
        "「進み具合」の残りが0になったら、Excel形式のまま保存して事務局に戻してください。",
        "When “Progress” shows nothing left open, save the file as it is, in Excel format, and hand it back.",
    ),
)
_GRADES = Phrase("評点の意味", "What the grades mean")
_GRADE = Phrase("{label}（配点の{rate}）", "{label} ({rate} of the points)")
_SHEETS = Phrase("シート", "Sheets")


@dataclass(frozen=True, slots=True)
class Link:
    """A line that leads to another sheet, and what is there."""

    target: SheetWriter
    cell: str
    holds: Phrase


def write_instructions(
    sheet: SheetWriter,
    project: Project,
    evaluator: Evaluator,
    version: str,
    links: Iterable[Link],
) -> None:
    """Fill the sheet, with a line for each of the others."""
    lang = sheet.book.lang
    sheet.widths(_WIDTHS)
    sheet.put(1, 1, _TITLE.to(lang), Look.TITLE)
    sheet.high(1, 38)
    sheet.put(2, 1, project.rfp.title.to(lang) if project.rfp.title else None, Look.SUBTITLE)
    sheet.put(3, 1, layout.EVALUATOR_LINE.fill(who=evaluator.label).to(lang), Look.SUBTITLE)
    sheet.put(4, 1, _VERSION.fill(version=version).to(lang), Look.GUIDE)
    row = _section(sheet, 6, _TO_DO)
    for number, step in enumerate(_STEPS, start=1):
        sheet.row(row, {1: (str(number), Look.CENTRED), 2: (step.to(lang), Look.TEXT)})
        row += 1
    row = _section(sheet, row + 1, _GRADES)
    for grade in project.criteria.scale:
        meaning = _GRADE.fill(label=grade.label, rate=show_percent(grade.rate)).to(lang)
        sheet.row(row, {1: (str(grade.score), Look.CENTRED), 2: (meaning, Look.TEXT)})
        row += 1
    row = _section(sheet, row + 1, _SHEETS)
    for link in links:
        sheet.link(row, 1, link.target, link.cell, link.target.name)
        sheet.put(row, 2, link.holds.to(lang), Look.TEXT)
        row += 1
    sheet.start_at("A1")


def _section(sheet: SheetWriter, row: int, name: Phrase) -> int:
    # A heading runs over the empty cell beside it.
    sheet.put(row, 1, name.to(sheet.book.lang), Look.HEAD, text_wrap=False)
    sheet.put(row, 2, None, Look.HEAD)
    return row + 1
