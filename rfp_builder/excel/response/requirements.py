"""The answers to requirements and open questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rfp_builder.excel.columns import ColumnSpec
from rfp_builder.excel.gate.refusals import Reason, refused
from rfp_builder.excel.reading.values import Sheet
from rfp_builder.excel.remarks import Remarks
from rfp_builder.excel.response import columns as layout
from rfp_builder.excel.response.issue import IssuedNumbers, is_question
from rfp_builder.excel.table import TableRow, read_table
from rfp_builder.i18n import Phrase
from rfp_builder.model.proposals import Fit, RequirementAnswer

LARGEST_AMOUNT = 10**15

_ANOTHER_RFP = Reason(
    Phrase(
        "半数を超える行で、要件の文がこの提案依頼書のものと違います。別の提案依頼書への回答です。",
        "In more than half of the rows the requirement is not one of this RFP. The file answers another RFP.",
    ),
    Phrase("この提案依頼書への回答書を指定してください。", "Please choose the response to this RFP."),
)
_REWORDED = Phrase(
    "要件の文が配布時と違います。回答は配布時の要件に対するものとして読み込みました。",
    "The requirement reads differently from what was handed out. The answer was taken for the original.",
)
_NO_MARK = Phrase("対応可否が記入されていません。", "No mark has been given.")
_NO_REASON = Phrase(
    "△または×を付けた行に、実現方法の記入がありません。",
    "The row is marked △ or × and does not say how or why.",
)
_NO_ANSWER = Phrase("問いかけへの回答がありません。", "The question has not been answered.")
_NO_LONGER = Phrase(
    "現在の版にない要件への回答のため、読み込みません。",
    "This answers a requirement that is no longer in the RFP. It is not read.",
)
NEGATIVE = Phrase("マイナスの値は記入できません。", "The value cannot be negative.")
TOO_LARGE = Phrase(
    "桁が多すぎます。金額を確かめてください。", "The value has too many digits. Please check it."
)


def read_requirements(
    sheet: Sheet | None, currency: str, numbers: IssuedNumbers, remarks: Remarks, file_name: str
) -> tuple[RequirementAnswer, ...]:
    """An answer for every number of the issue, empty where there is none.

    Raises:
        Refused: the rows are those of another RFP.
    """
    read: dict[str, RequirementAnswer] = {}
    if sheet is not None:
        specs = _with_statement(layout.requirement_columns(currency))
        table = read_table(sheet, specs, tuple(numbers.translated))
        remarks.notes(table.notes)
        _refuse_another(table.rows, numbers, file_name)
        for row in table.rows:
            number = numbers.translated[row.id]
            if number is None:
                remarks.warn(row.sheet, row.ref("number"), _NO_LONGER)
            else:
                read[number] = _answer(row, number, numbers, remarks)
    return tuple(read.get(number) or RequirementAnswer(number=number) for number in numbers.numbers)


def _answer(row: TableRow, number: str, numbers: IssuedNumbers, remarks: Remarks) -> RequirementAnswer:
    statement = row.text("statement")
    if numbers.same_version and statement and not numbers.is_worded(row.id, statement):
        remarks.warn(row.sheet, row.ref("statement"), _REWORDED)
    how = row.text("how") or None
    if is_question(number):
        if how is None and "how" not in row.unread:
            remarks.warn(row.sheet, row.ref("how"), _NO_ANSWER)
        return RequirementAnswer(number=number, how=how, evidence=row.text("evidence") or None)
    fit = row.text("fit")
    if not fit and "fit" not in row.unread:
        remarks.error(row.sheet, row.ref("fit"), _NO_MARK)
    if fit in (Fit.PARTLY, Fit.NOT) and how is None and "how" not in row.unread:
        remarks.warn(row.sheet, row.ref("how"), _NO_REASON)
    return RequirementAnswer(
        number=number,
        fit=Fit(fit) if fit else None,
        how=how,
        evidence=row.text("evidence") or None,
        extra_cost=cost(row, "extra-cost", remarks),
    )


def cost(row: TableRow, key: str, remarks: Remarks) -> int | None:
    """An amount that may stand in a project, or None after a remark."""
    amount = row.amount(key)
    if amount is not None and not 0 <= amount <= LARGEST_AMOUNT:
        remarks.error(row.sheet, row.ref(key), NEGATIVE if amount < 0 else TOO_LARGE)
        return None
    return amount


def _with_statement(specs: Sequence[ColumnSpec]) -> tuple[ColumnSpec, ...]:
    """The columns, with the given statement read back: it tells which RFP this answers, and what changed."""
    return tuple(replace(spec, given=False) if spec.key == "statement" else spec for spec in specs)


def _refuse_another(rows: Sequence[TableRow], numbers: IssuedNumbers, file_name: str) -> None:
    stated = [row for row in rows if row.text("statement")]
    strange = sum(not numbers.is_worded(row.id, row.text("statement")) for row in stated)
    if 2 * strange > len(stated):
        raise refused(file_name, _ANOTHER_RFP)
