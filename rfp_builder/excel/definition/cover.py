"""The first sheet of the definition workbook: what to do, in a few lines, and the way to every sheet."""

from __future__ import annotations

from collections.abc import Sequence

from rfp_builder.excel.definition.page import MARKING
from rfp_builder.excel.definition.paper import FormSheet
from rfp_builder.excel.writing.look import Look
from rfp_builder.excel.writing.sheet import SheetWriter
from rfp_builder.forms.questions import Page
from rfp_builder.i18n import Phrase
from rfp_builder.model.project import Project

_WIDTHS = (26, 92)
_LAST = 3
"""The last column."""
_SECRET = Phrase(
    "社外秘：予定価格、現在の委託先、社内メモなど、提案会社に見せない内容を含みます。社外に送らないでください。",
    "Confidential: holds the ceiling price, the incumbent and internal notes. Keep it inside.",
)
_TO_DO = Phrase("使い方", "What to do")
_STEPS = (
    Phrase(
        "薄い黄色のセルに記入します。書けるところから埋めて構いません。* の項目は発行までに必要です。",
        "Fill in the light yellow cells, in any order. What is marked * is needed before the RFP is issued.",
    ),
    Phrase(
        "決まっていない項目には、誰がいつまでに決めるかを書きます。例 「未定: 情報システム部 2027-03-01」",
        "Where nothing is decided yet, say who decides and by when, as in “TBD: IT department 2027-03-01”.",
    ),
    Phrase(
        "関係のない項目には、その理由を書きます。例 「該当なし: 対面の窓口がない」",
        "Where a question does not arise, say why, as in “N/A: no counter service”.",
    ),
    Phrase(
        "行番号の左の［＋］を押すと記入例が開きます。左上の［2］を押すと、シートの記入例がすべて開きます。",
        "Press [+] left of a row number for an example; [2] in the top left corner opens all of a sheet.",
    ),
    Phrase(
        "「要件集」では、台帳に加えたい要件の「採用」欄で「はい」を選びます。",
        "On the requirement library, pick “yes” under Take for each requirement you want in the register.",
    ),
    Phrase(
        "保存したら rfp-builder definition import で取り込みます。"
        "--dry-run を付けると、変わる点だけを示します。",
        "Save it and take it back with rfp-builder definition import; --dry-run only shows the changes.",
    ),
)
_HOW_TO_WRITE = Phrase("書き方", "Ways to write")
_WAYS = (
    (
        Phrase("数", "Numbers"),
        Phrase(
            "1,200 / １，２００ / 120万 / 1.2億。単位は見出しにあります。",
            "1,200 or 1200000. The unit stands in the heading.",
        ),
    ),
    (
        Phrase("割合", "Shares"),
        Phrase(
            "80 または 80%。1%未満は 0.5% のように%を付けます。",
            "80 or 80%. Below one per cent with the sign: 0.5%.",
        ),
    ),
    (
        Phrase("日付・時刻", "Dates and times"),
        Phrase(
            "2027/4/1、令和9年4月1日、9:00、17時30分。24時間受付の終わりは 24:00。",
            "2027-04-01, 1 April 2027, 9:00, 5:30 pm. The end of a day is 24:00.",
        ),
    ),
    (
        Phrase("複数の選択", "Several choices"),
        Phrase(
            "「、」で区切ります。曜日は「月〜金、祝」とも書けます。",
            "With commas. Days may be written Mon-Fri.",
        ),
    ),
)
_SHEETS = Phrase("シート", "Sheets")
_LIBRARY_LEAD = Phrase(
    "そのまま使える要件の文例です。選んだものが要件台帳に加わります。",
    "Requirements ready for use. Those you choose go into the register.",
)


def write_cover(
    sheet: FormSheet,
    project: Project,
    title: Phrase,
    pages: Sequence[tuple[Page, SheetWriter]],
    library: SheetWriter,
) -> None:
    """Write the first sheet and open the workbook on it."""
    lang = sheet.book.lang
    sheet.columns(_WIDTHS)
    sheet.put(1, 2, title.to(lang), Look.TITLE)
    sheet.high(1, 34)
    if project.rfp.title is not None:
        sheet.put(2, 2, project.rfp.title.to(lang), Look.SUBTITLE)
    row = sheet.lines(3, _SECRET.to(lang), _LAST, look=Look.WARNING)
    row = _steps(sheet, row + 1)
    row = _ways(sheet, row + 1)
    _head(sheet, row + 1, _SHEETS)
    row += 2
    leads = [(one, page.lead) for page, one in pages] + [(library, _LIBRARY_LEAD)]
    for target, lead in leads:
        sheet.link(row, 2, target, "B1", target.name)
        sheet.put(row, 3, lead.to(lang), Look.PARAGRAPH)
        sheet.size(row, {3: lead.to(lang)})
        row += 1
    sheet.protect()
    sheet.open_here()
    sheet.print_setup(header=title.to(lang), marking=MARKING.to(lang), footer="", portrait=True)


def _steps(sheet: FormSheet, row: int) -> int:
    lang = sheet.book.lang
    _head(sheet, row, _TO_DO)
    row += 1
    for number, step in enumerate(_STEPS, start=1):
        row = sheet.lines(row, f"{number}. {step.to(lang)}", _LAST)
    return row


def _ways(sheet: FormSheet, row: int) -> int:
    lang = sheet.book.lang
    _head(sheet, row, _HOW_TO_WRITE)
    for number, (what, how) in enumerate(_WAYS, start=1):
        sheet.put(row + number, 2, what.to(lang), Look.TEXT)
        sheet.put(row + number, 3, how.to(lang), Look.TEXT)
        sheet.size(row + number, {3: how.to(lang)})
    return row + len(_WAYS) + 1


def _head(sheet: FormSheet, row: int, text: Phrase) -> None:
    sheet.put(row, 2, text.to(sheet.book.lang), Look.HEAD)
    sheet.put(row, _LAST, None, Look.HEAD)
