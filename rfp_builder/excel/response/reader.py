"""Reading a response workbook that came back: whatever is in it ends up as values, remarks or a refusal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rfp_builder.excel.cells import as_text
from rfp_builder.excel.forms import Form, language_of, not_found, refuse_other, rfp_version_of, says_it_is
from rfp_builder.excel.meta import META_MISSING, meta
from rfp_builder.excel.reader import Workbook, read_workbook
from rfp_builder.excel.remarks import Remarks
from rfp_builder.excel.response import columns as layout
from rfp_builder.excel.response.facts import read_facts, read_free
from rfp_builder.excel.response.issue import IssuedNumbers, issued_version
from rfp_builder.excel.response.price_reading import read_prices
from rfp_builder.excel.response.requirements import read_requirements
from rfp_builder.excel.response.values import Received
from rfp_builder.excel.sheets import Sheets
from rfp_builder.excel.table import TableRow, read_table
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.project import Project
from rfp_builder.model.proposals import GateAnswer
from rfp_builder.model.rfp import Issue
from rfp_builder.text.clean import clean
from rfp_builder.text.fold import fold

_OTHER_VERSION = Phrase(
    "提案依頼書 第{found}版への回答です。現在の版は第{current}版です。"
    "現在の版にも残っている要件への回答だけを読み込みました。現在の版の回答書で提出し直すよう依頼してください。",
    "This answers version {found} of the RFP; the current one is {current}. Answers were read only where the "
    "requirement is still asked. Please ask for the workbook of the current version.",
)
_UNKNOWN_VERSION = Phrase(
    "どの版の提案依頼書への回答か、ファイルの記録を読み取れません。現在の版として読み込みました。",
    "The file does not say which version of the RFP it answers. It was read as the current one.",
)
_OTHER_LANGUAGE = Phrase(
    "この提案依頼書では使っていない言語の回答書です。",
    "The workbook is in a language in which this RFP was not issued.",
)
_GATE_OPEN = Phrase(
    "応募資格に「はい」か「いいえ」の記入がありません。", "The gate is not answered yes or no."
)


def read_response(data: bytes, file_name: str, project: Project, issue: Issue) -> Received:
    """Read a vendor's workbook against one issue of the RFP.

    Every row that can be read is read; whatever is amiss becomes a remark, without amounts.

    Raises:
        Refused: the file is no workbook, is not safe to read, is another form, or answers another RFP.
    """
    workbook = read_workbook(data, file_name)
    said = meta(workbook)
    refuse_other(said, Form.RESPONSE, file_name)
    remarks = Remarks(file_name)
    if said is None:
        remarks.warn("", "", META_MISSING)
    version = issued_version(rfp_version_of(said))
    if said is not None:
        _remark_version(version, issue, remarks)
        language = language_of(said)
        if language is not None and language not in project.rfp.languages:
            remarks.warn("", "", _OTHER_LANGUAGE)
    currency = known(project.definition.price.payment.currency) or "JPY"
    sheets = Sheets(workbook, remarks)
    numbers = IssuedNumbers(project, issue, version)
    main = sheets.find(layout.REQUIREMENTS, layout.requirement_columns(currency))
    if main is None and not says_it_is(said, Form.RESPONSE):
        raise not_found(Form.RESPONSE, file_name)
    return Received(
        company=_company(workbook),
        answers=read_requirements(main, currency, numbers, remarks, file_name),
        gates=tuple(_gates(sheets, project, remarks)),
        price=read_prices(sheets, project, currency, remarks),
        facts=read_facts(sheets, remarks),
        free=read_free(sheets, currency, remarks),
        remarks=remarks.all(),
        rfp_version=version,
        blocking=remarks.blocking,
    )


def _company(workbook: Workbook) -> str:
    """The name beside its label on the first sheet; "" if there is none."""
    sheet = workbook.sheet(layout.INSTRUCTIONS.ja, layout.INSTRUCTIONS.en)
    labels = {fold(layout.COMPANY.ja), fold(layout.COMPANY.en)}
    for row in sheet.rows if sheet else ():
        texts = {cell.column: as_text(cell) for cell in row.cells}
        if fold(texts.get(1, "")) in labels:
            return clean(texts.get(2, "")).text.strip()
    return ""


def _remark_version(version: str | None, issue: Issue, remarks: Remarks) -> None:
    if version is None:
        remarks.warn("", "", _UNKNOWN_VERSION)
    elif version != issue.version:
        remarks.error("", "", _OTHER_VERSION.fill(found=version, current=issue.version))


def _gates(sheets: Sheets, project: Project, remarks: Remarks) -> Iterator[GateAnswer]:
    gates = project.rfp.gates
    sheet = sheets.find(layout.GATES, layout.GATE_COLUMNS) if gates else None
    rows: Mapping[str, TableRow] = {}
    if sheet is not None:
        table = read_table(sheet, layout.GATE_COLUMNS, [f"G-{n}" for n in range(1, len(gates) + 1)])
        remarks.notes(table.notes)
        rows = table.by_id
    for n, gate in enumerate(gates, start=1):
        row = rows.get(f"G-{n}")
        if row is None:
            yield GateAnswer(gate=gate.id)
            continue
        if row.flag("passed") is None and "passed" not in row.unread:
            remarks.error(row.sheet, row.ref("passed"), _GATE_OPEN)
        yield GateAnswer(gate=gate.id, passed=row.flag("passed"), evidence=row.text("evidence") or None)
