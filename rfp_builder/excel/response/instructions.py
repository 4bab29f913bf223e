"""The first sheet of the response workbook: what to do, what the marks mean, when and where to send it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.disclosure.public import PublicRfp
from rfp_builder.excel.response import columns as layout
from rfp_builder.excel.writing.look import Look
from rfp_builder.excel.writing.sheet import CellValue, SheetWriter
from rfp_builder.excel.writing.table import Placed
from rfp_builder.i18n import Phrase
from rfp_builder.model.choices import Priority
from rfp_builder.model.proposals import Fit
from rfp_builder.model.rfp import Step
from rfp_builder.text.show import show_date, show_time

COMPANY_CELL = "B6"

_WIDTHS = (18, 92)
_TITLE = Phrase("回答書", "Response workbook")
_VERSION = Phrase("第{version}版（{day}発行）", "Version {version}, issued {day}")
_TO_DO = Phrase("記入のしかた", "What to do")
_STEPS = (
    Phrase(
        "薄い黄色のセルだけに記入してください。ほかのセルは変更できません。",
        "Fill in the light yellow cells only. The others are locked.",
    ),
    Phrase(
        "「要件回答」のすべての行に ◎○△× を付け、どのように満たすかを具体的に書いてください。",
        "On “Requirements”, mark every row ◎○△× and say concretely how the requirement is met.",
    ),
    Phrase(
        "「応募資格」と「価格」に空欄を残さないでください。価格は「価格」シートと追加費用の欄だけに書いてください。",
        "Leave nothing blank on “Gates” and “Prices”. Amounts belong there and in the extra-cost columns "
        "only.",
    ),
    Phrase(
        "要件にない工夫は「自由提案」に書いてください。評価の対象になります。",
        "Put ideas beyond the requirements on “Free proposals”. They earn points.",
    ),
    Phrase(
        "「確認表」で残りが0件になったことを確かめてから、このファイルをExcel形式のまま提出してください。",
        "Send this file, still as an Excel file, once “Checklist” shows nothing left open.",
    ),
)
_DO_NOT = Phrase(
    "シートの名前、列の見出し、番号は変えないでください。回答の読み取りに使います。",
    "Please keep sheet names, headings and numbers as they are: answers are read by them.",
)
_MARKS = Phrase("◎○△×の意味", "What the marks mean")
_MEANINGS = {
    Fit.EXCEEDS: Phrase("要件の水準を上回る提案ができる。", "The offer goes beyond the requirement."),
    Fit.MEETS: Phrase("標準の提供範囲で要件を満たす。", "The requirement is met as standard."),
    Fit.PARTLY: Phrase(
        "要件の一部だけを満たす。または、条件や追加費用を付けて満たす。どこまで、どの条件で満たすかを必ず書く。",
        "Met in part, or only under conditions or at extra cost. Always say how far and on what terms.",
    ),
    Fit.NOT: Phrase(
        "要件を満たすことができない。理由や代わりの方法があれば書く。",
        "The requirement is not met. Give the reason, and an alternative if there is one.",
    ),
}
_EXAMPLE = Phrase("記入例", "Example")
_EXAMPLE_LINES = (
    (
        Phrase("要件", "Requirement"),
        Phrase(
            "受託者は、忘れ物の申し出を受け付けた日のうちに発注者へ知らせること。",
            "The vendor shall tell the client of lost property on the day it is reported.",
        ),
    ),
    (Phrase("対応可否", "Mark"), Phrase("◎", "◎")),
    (
        Phrase("実現方法", "How it is met"),
        Phrase(
            "受付担当が受付から1時間以内に専用フォームで知らせ、17時に管理者が未連絡0件を確かめます。",
            "The agent reports it on a form within an hour; at 17:00 a supervisor checks that none is left.",
        ),
    ),
    (
        Phrase("根拠", "Evidence"),
        Phrase("提案書 12ページ、受付フォームの見本", "Proposal, page 12; sample form"),
    ),
    (Phrase("追加費用", "Extra cost"), Phrase("0", "0")),
)
_PRIORITIES = Phrase("優先度の意味", "What the priorities mean")
_PRIORITY_MEANINGS = {
    Priority.MUST: Phrase("必ず満たすことを求める要件である。", "The requirement has to be met."),
    Priority.SHOULD: Phrase(
        "満たすことが望ましい要件である。代わりの方法の提案も受け付ける。",
        "The requirement is important; an equally good alternative may be proposed.",
    ),
    Priority.COULD: Phrase(
        "対応するかどうかを提案会社に任せる要件である。", "The vendor is free to offer it or not."
    ),
}
_SHEETS = Phrase("シート", "Sheets")
_ROWS = Phrase("{n}行", "{n} rows")
_CHECKS = Phrase("未記入の数", "What is still open")
_SUBMIT = Phrase("提出", "Submission")
_DEADLINE = Phrase("提出期限", "Deadline")
_TO_WHOM = Phrase("提出先・問い合わせ先", "Submit to, and ask")
_HOW = Phrase("提出方法", "How to submit")
_VALIDITY = Phrase("提案の有効期間", "Offer valid for")
_DAYS = Phrase("提出期限から{days}日間", "{days} days from the deadline")


def write_instructions(
    sheet: SheetWriter, rfp: PublicRfp, tables: Mapping[Phrase, Placed], checklist: SheetWriter, company: str
) -> str:
    """Fill the sheet; gives back the cell for the company's name as other sheets spell it."""
    lang = rfp.lang
    sheet.widths(_WIDTHS)
    number = f"{rfp.number}　" if rfp.number else ""
    sheet.row(1, {1: (_TITLE.to(lang), Look.TITLE)})
    sheet.high(1, 38)
    version = _VERSION.fill(version=rfp.version, day=show_date(rfp.issued_on, lang)).to(lang)
    for row, text in ((2, rfp.title), (3, rfp.client), (4, f"{number}{version}")):
        sheet.put(row, 1, text, Look.SUBTITLE if row == 2 else Look.GUIDE)
    sheet.put(6, 1, layout.COMPANY.to(lang), Look.HEAD)
    sheet.put(6, 2, company or None, Look.INPUT_TEXT)
    sheet.high(6, 30)
    at = _Cursor(sheet, 7)
    at.section(_TO_DO)
    for position, step in enumerate(_STEPS, start=1):
        at.line(str(position), step.to(lang))
    at.line("", _DO_NOT.to(lang))
    at.section(_MARKS)
    for choice in layout.MARKS:
        at.line(choice.label.to(lang), _MEANINGS[Fit(choice.value)].to(lang), centred=True)
    at.section(_EXAMPLE)
    for label, example in _EXAMPLE_LINES:
        at.line(label.to(lang), example.to(lang))
    at.section(_PRIORITIES)
    for priority, meaning in _PRIORITY_MEANINGS.items():
        at.line(choice_label(priority).to(lang), meaning.to(lang))
    at.section(_SHEETS)
    for name, table in tables.items():
        first = table.cell(table.first, min(table.columns, key=lambda key: table.columns[key]))
        count = _ROWS.fill(n=table.last - table.first + 1).to(lang)
        at.link(name.to(lang), table.sheet, first, count)
    at.link(layout.CHECKLIST.to(lang), checklist, "A1", _CHECKS.to(lang))
    at.section(_SUBMIT)
    for label, text in _submission(rfp):
        at.line(label.to(lang), text)
    sheet.start_at(COMPANY_CELL)
    return f"{sheet.quoted_name}!${COMPANY_CELL[0]}${COMPANY_CELL[1:]}"


def _submission(rfp: PublicRfp) -> Iterator[tuple[Phrase, str]]:
    lang = rfp.lang
    for date in rfp.schedule:
        if date.step is Step.PROPOSAL_DEADLINE:
            time = "" if date.at is None else f" {show_time(date.at)}"
            yield _DEADLINE, show_date(date.day, lang) + time
    if rfp.contact:
        parts = (rfp.contact.desk, rfp.contact.email, rfp.contact.phone)
        yield _TO_WHOM, "\n".join(part for part in parts if part)
    if rfp.how_to_submit:
        yield _HOW, rfp.how_to_submit
    if rfp.validity_days:
        yield _VALIDITY, _DAYS.fill(days=rfp.validity_days).to(lang)


class _Cursor:
    """Goes down the sheet line by line."""

    def __init__(self, sheet: SheetWriter, row: int) -> None:
        self._sheet = sheet
        self._row = row

    def section(self, name: Phrase) -> None:
        """A blank line and a heading over both columns."""
        self._row += 1
        self._sheet.put(self._row, 1, name.to(self._sheet.book.lang), Look.HEAD, text_wrap=False)
        self._sheet.put(self._row, 2, None, Look.HEAD)
        self._row += 1

    def line(self, label: str, text: str, *, centred: bool = False) -> None:
        """A label and what it says."""
        cells: dict[int, tuple[CellValue, Look]] = {
            1: (label, Look.CENTRED if centred else Look.TEXT),
            2: (text, Look.TEXT),
        }
        self._sheet.row(self._row, cells)
        self._row += 1

    def link(self, label: str, target: SheetWriter, cell: str, text: str) -> None:
        """A line whose label leads to another sheet."""
        self._sheet.link(self._row, 1, target, cell, label)
        self._sheet.put(self._row, 2, text, Look.TEXT)
        self._row += 1
