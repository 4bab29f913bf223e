"""The frame of the RFP as blocks: what to submit, dates, gates, sheets, marks, glossary, price lines."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.catalogue.outline import Table
from rfp_builder.disclosure.price_lines import PriceGroup
from rfp_builder.disclosure.public import PublicDate, PublicPriceLine, PublicRfp
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.choices import Priority
from rfp_builder.model.proposals import Fit
from rfp_builder.model.rfp import Step
from rfp_builder.text.show import show_date, show_number, show_time
from rfp_builder.word.blocks import Column, Row, Shade, facts, table
from rfp_builder.word.styles import Styles

_DOCUMENT = Phrase("文書名", "Document")
_TITLE = Phrase("件名", "Procurement")
_DOCUMENT_NUMBER = Phrase("文書番号", "Document number")
_VERSION = Phrase("版", "Version")
_ISSUED_ON = Phrase("発行日", "Date of issue")
_ISSUER = Phrase("発注者", "Client")
_RFP = Phrase("提案依頼書", "Request for proposal")

_SUBMIT = Phrase("提出するもの", "What to submit")
_FILES = Phrase(
    "1. 回答書（本書とともに配布するExcelファイルに記入したもの）\n"
    "2. 提案書（様式は自由。Word、PowerPoint、PDFのいずれか）\n"
    "3. 応募資格を確認できる書類（第4章に示すもの）",
    "1. The response workbook (the Excel file handed out with this document, filled in)\n"
    "2. The proposal (in a form of your own choice: Word, PowerPoint or PDF)\n"
    "3. The evidence for the gates (Chapter 4)",
)
_FILES_WITHOUT_GATES = Phrase(
    "1. 回答書（本書とともに配布するExcelファイルに記入したもの）\n"
    "2. 提案書（様式は自由。Word、PowerPoint、PDFのいずれか）",
    "1. The response workbook (the Excel file handed out with this document, filled in)\n"
    "2. The proposal (in a form of your own choice: Word, PowerPoint or PDF)",
)
_DEADLINE = Phrase("提出期限", "Deadline")
_TO_WHOM = Phrase("提出先・問い合わせ先", "Submit to, and ask")
_HOW = Phrase("提出方法", "How to submit")
_QUESTIONS_UNTIL = Phrase("質問の受付締切", "Questions until")
_VALIDITY = Phrase("提案の有効期間", "Offer valid for")
_DAYS = Phrase("提出期限から{days}日間", "{days} days from the deadline")
_EMAIL = Phrase("メール: {email}", "E-mail: {email}")
_PHONE = Phrase("電話: {phone}", "Phone: {phone}")

_STEP = Phrase("手続き", "Step")
_DAY = Phrase("日付", "Date")
_NOTE = Phrase("備考", "Note")
_NUMBER = Phrase("番号", "No.")
_GATE = Phrase("応募資格", "Gate")
_EVIDENCE = Phrase("確認のために提出する書類", "Evidence to hand in")

_SHEET = Phrase("シート", "Sheet")
_FILL_IN = Phrase("記入する内容", "What to fill in")
_GATES_SHEET = (
    Phrase("応募資格", "Gates"),
    Phrase(
        "第4章の応募資格を満たすかどうかと、その根拠",
        "Whether each gate of Chapter 4 is passed, and the evidence",
    ),
)
_SHEETS = (
    _GATES_SHEET,
    (
        Phrase("要件回答", "Requirements"),
        Phrase(
            "要件ごとの対応可否（◎○△×）、実現方法、根拠、追加費用。問いかけへの回答もここに記入します。",
            "For each requirement the mark (◎○△×), how it is met, evidence and extra cost; also the answers "
            "to the open questions.",
        ),
    ),
    (
        Phrase("価格", "Prices"),
        Phrase("別紙の価格項目ごとの単価", "A unit price for each price line of the annex"),
    ),
    (
        Phrase("実績", "Experience"),
        Phrase("同じような業務を受託した実績", "Contracts for comparable work"),
    ),
    (
        Phrase("拠点", "Sites"),
        Phrase("業務を行う拠点", "Sites where the work would be done"),
    ),
    (
        Phrase("要員", "Staffing"),
        Phrase("配置する要員", "People who would do the work"),
    ),
    (
        Phrase("財務", "Financials"),
        Phrase("直近3期の財務の数値", "Figures of the last three business years"),
    ),
    (
        Phrase("自由提案", "Free proposals"),
        Phrase("本書の要件にない提案", "Proposals beyond the listed requirements"),
    ),
    (
        Phrase("確認表", "Checklist"),
        Phrase("記入不要。未記入の箇所が表示されます。", "Nothing; it shows what is still open."),
    ),
)
_MARK = Phrase("記号", "Mark")
_MEANING = Phrase("意味", "Meaning")
_MARKS = (
    (Fit.EXCEEDS, Phrase("要件の水準を上回る提案ができる。", "The offer goes beyond the requirement.")),
    (Fit.MEETS, Phrase("標準の提供範囲で要件を満たす。", "The requirement is met as standard.")),
    (
        Fit.PARTLY,
        Phrase(
            "要件の一部だけを満たす。または、条件や追加費用を付けて満たす。",
            "The requirement is met in part, or only under conditions or at extra cost.",
        ),
    ),
    (Fit.NOT, Phrase("要件を満たすことができない。", "The requirement is not met.")),
)
_PRIORITY = Phrase("優先度", "Priority")
_PRIORITIES = (
    (Priority.MUST, Phrase("必ず満たすことを求める要件である。", "The requirement has to be met.")),
    (
        Priority.SHOULD,
        Phrase(
            "満たすことが望ましい要件である。代わりの方法の提案も受け付ける。",
            "The requirement is important; an equally good alternative may be proposed.",
        ),
    ),
    (
        Priority.COULD,
        Phrase("対応するかどうかを提案会社に任せる要件である。", "The vendor is free to offer it or not."),
    ),
)
_LINE = Phrase("価格項目", "Price line")
_UNIT = Phrase("単位", "Unit")
_QUANTITY = Phrase("月間数量", "Quantity a month")
_MONTHS = Phrase("月数", "Months")
_GROUPS = {
    PriceGroup.INITIAL.value: Phrase("初期費用（1回限り）", "Initial cost (once)"),
    PriceGroup.RUNNING.value: Phrase("運営費用（毎月）", "Running cost (monthly)"),
}
_STATED_BY_VENDOR = Phrase("提案による", "as offered")
_ONCE = "1"


def control_facts(styles: Styles, rfp: PublicRfp) -> Markup:
    """What this document is."""
    lang = rfp.lang
    rows = [
        (_DOCUMENT, _RFP.to(lang)),
        (_TITLE, rfp.title),
        (_DOCUMENT_NUMBER, rfp.number or ""),
        (_VERSION, rfp.version),
        (_ISSUED_ON, show_date(rfp.issued_on, lang)),
        (_ISSUER, rfp.client),
    ]
    return facts(styles, [(label.to(lang), text) for label, text in rows if text])


def submission_facts(styles: Styles, rfp: PublicRfp) -> Markup:
    """What to send, by when, to whom."""
    lang = rfp.lang
    validity = _DAYS.fill(days=rfp.validity_days).to(lang) if rfp.validity_days else ""
    rows = [
        (_SUBMIT, (_FILES if rfp.gates else _FILES_WITHOUT_GATES).to(lang)),
        (_DEADLINE, _date_of(rfp, Step.PROPOSAL_DEADLINE)),
        (_TO_WHOM, _contact(rfp)),
        (_HOW, rfp.how_to_submit or ""),
        (_QUESTIONS_UNTIL, _date_of(rfp, Step.QUESTION_DEADLINE)),
        (_VALIDITY, validity),
    ]
    return facts(styles, [(label.to(lang), text) for label, text in rows if text])


def schedule_table(styles: Styles, rfp: PublicRfp) -> Markup:
    """The dates in order; empty without any."""
    if not rfp.schedule:
        return Markup("")
    lang = rfp.lang
    noted = any(row.note for row in rfp.schedule)
    columns = [
        Column(_STEP.to(lang), 3000),
        Column(_DAY.to(lang), 3070 if noted else 6070),
        *([Column(_NOTE.to(lang), 3000)] if noted else []),
    ]
    rows = (
        [choice_label(row.step).to(lang), _moment(row, lang), *([row.note or ""] if noted else [])]
        for row in rfp.schedule
    )
    return table(styles, columns, rows)


def gates_table(styles: Styles, rfp: PublicRfp) -> Markup:
    """Conditions of participation; empty without any."""
    if not rfp.gates:
        return Markup("")
    lang = rfp.lang
    columns = (
        Column(_NUMBER.to(lang), 850),
        Column(_GATE.to(lang), 4720),
        Column(_EVIDENCE.to(lang), 3500),
    )
    return table(styles, columns, ((gate.number, gate.statement, gate.evidence or "") for gate in rfp.gates))


def sheets_table(styles: Styles, rfp: PublicRfp) -> Markup:
    """Sheets of the response workbook."""
    lang = rfp.lang
    shown = (row for row in _SHEETS if rfp.gates or row is not _GATES_SHEET)
    columns = (Column(_SHEET.to(lang), 1900), Column(_FILL_IN.to(lang), 7170))
    return table(styles, columns, ((sheet.to(lang), what.to(lang)) for sheet, what in shown))


def marks_table(styles: Styles, lang: Lang) -> Markup:
    """Meaning of ◎○△×."""
    columns = (Column(_MARK.to(lang), 2300), Column(_MEANING.to(lang), 6770))
    return table(styles, columns, ((choice_label(fit).to(lang), what.to(lang)) for fit, what in _MARKS))


def priorities_table(styles: Styles, lang: Lang) -> Markup:
    """Meaning of the priorities."""
    columns = (Column(_PRIORITY.to(lang), 1500), Column(_MEANING.to(lang), 7570))
    rows = ((choice_label(priority).to(lang), what.to(lang)) for priority, what in _PRIORITIES)
    return table(styles, columns, rows)


def glossary_table(styles: Styles, glossary: Table | None) -> Markup:
    """Terms and their meaning; empty without any."""
    if glossary is None:
        return Markup("")
    headings = [heading.text for heading in glossary.headings]
    widths = [2300, 6770] if len(headings) == 2 else [9070]
    columns = [Column(text, width) for text, width in zip(headings, widths, strict=True)]
    return table(styles, columns, glossary.rows)


def price_lines_table(styles: Styles, rfp: PublicRfp) -> Markup:
    """Lines of the price sheet by group; empty without any."""
    if not rfp.price_lines:
        return Markup("")
    lang = rfp.lang
    columns = (
        Column(_NUMBER.to(lang), 850),
        Column(_LINE.to(lang), 2440),
        Column(_UNIT.to(lang), 1050),
        Column(_QUANTITY.to(lang), 1150, numeric=True),
        Column(_MONTHS.to(lang), 880, numeric=True),
        Column(_NOTE.to(lang), 2700),
    )
    return table(styles, columns, _price_rows(rfp.price_lines, lang))


def _price_rows(lines: tuple[PublicPriceLine, ...], lang: Lang) -> Iterator[Row]:
    group = ""
    for line in lines:
        if line.group != group:
            group = line.group
            yield Row(("", _GROUPS[group].to(lang), "", "", "", ""), Shade.GROUP, "Table Label")
        quantity = _STATED_BY_VENDOR.to(lang) if line.quantity is None else show_number(line.quantity)
        months = _ONCE if line.group == PriceGroup.INITIAL.value else str(line.months)
        yield Row((line.key, line.label, line.unit, quantity, months, line.note or ""))


def _contact(rfp: PublicRfp) -> str:
    contact = rfp.contact
    if contact is None:
        return ""
    lines = [contact.desk]
    if contact.email:
        lines.append(_EMAIL.fill(email=contact.email).to(rfp.lang))
    if contact.phone:
        lines.append(_PHONE.fill(phone=contact.phone).to(rfp.lang))
    return "\n".join(lines)


def _date_of(rfp: PublicRfp, step: Step) -> str:
    return next((_moment(row, rfp.lang) for row in rfp.schedule if row.step is step), "")


def _moment(row: PublicDate, lang: Lang) -> str:
    day = show_date(row.day, lang)
    return day if row.at is None else f"{day} {show_time(row.at)}"
