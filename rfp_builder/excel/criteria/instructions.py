"""The first sheet of the criteria workbook: what to do, in five lines, and the way to every sheet."""

from __future__ import annotations

from collections.abc import Mapping

from rfp_builder.excel.criteria.paper import KeyedSheet
from rfp_builder.excel.writing.look import Look
from rfp_builder.i18n import Phrase
from rfp_builder.model.project import Project

_WIDTHS = (20, 90)
_TO_DO = Phrase("使い方", "What to do")
_STEPS = (
    Phrase(
        "薄い黄色のセルを直して保存し、rfp-builder agree import で取り込みます。"
        "--dry-run を付けると、変わる点だけを示します。",
        "Edit the light yellow cells, save, and take the file back with rfp-builder agree import; "
        "--dry-run only shows the changes.",
    ),
    Phrase(
        "配点の合計を「決め方」の満点に合わせます。合っているかどうかは「評価細目」の3行目に出ます。",
        "Make the points add up to the total on “Method”. Row 3 of “Sub-criteria” says whether they do.",
    ),
    Phrase(
        "評価基準や評価細目を加えるときは、表の下の空いた行に書きます。細目の評価基準は一覧から選びます。",
        "New criteria and sub-criteria go into the spare rows. Pick their criterion from the list.",
    ),
    Phrase(
        "消すときは「削除」で「はい」を選びます。行を消しただけでは消えません。",
        "To drop one, pick yes under “Delete”. Removing its row alone does not drop it.",
    ),
    Phrase(
        "関係者が合意したら rfp-builder agree lock で固定します。固定したあとは取り込めません。",
        "Once the stakeholders agree, run rfp-builder agree lock. After that nothing can be imported.",
    ),
)
_SHEETS = Phrase("シート", "Sheets")
_LEADS = (
    Phrase("評価基準の名前、ねらい、最低基準", "names, intents and floors of the criteria"),
    Phrase("配点、採点の方法、評価者、評点の目安", "points, scoring, evaluators and anchors"),
    Phrase("評点の意味と、配点に掛ける割合", "what the scores mean and what they earn"),
    Phrase("満点、価格点、端数、最低基準、同点の扱い", "total, price, rounding, floor and ties"),
)


def write_instructions(
    sheet: KeyedSheet, project: Project, title: Phrase, targets: Mapping[KeyedSheet, str]
) -> None:
    """Fill the sheet. `targets`: the other sheets in their order, each with its first cell to fill in."""
    lang = sheet.book.lang
    sheet.widths(_WIDTHS)
    sheet.put(1, 1, title.to(lang), Look.TITLE)
    sheet.high(1, 38)
    if project.rfp.title is not None:
        sheet.put(2, 1, project.rfp.title.to(lang), Look.SUBTITLE)
    row = _section(sheet, 4, _TO_DO)
    for number, step in enumerate(_STEPS, start=1):
        sheet.row(row, {1: (str(number), Look.CENTRED), 2: (step.to(lang), Look.TEXT)})
        row += 1
    row = _section(sheet, row + 1, _SHEETS)
    for (target, cell), lead in zip(targets.items(), _LEADS, strict=True):
        sheet.link(row, 1, target, cell, target.name)
        sheet.put(row, 2, lead.to(lang), Look.TEXT)
        row += 1
    sheet.protect()
    sheet.start_at("A1")


def _section(sheet: KeyedSheet, row: int, name: Phrase) -> int:
    sheet.put(row, 1, name.to(sheet.book.lang), Look.HEAD)
    sheet.put(row, 2, None, Look.HEAD)
    return row + 1
