"""Reading a score book that came back: grades, reasons, and a remark for whatever is amiss."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rfp_builder.excel.forms import Form, not_found, refuse_other
from rfp_builder.excel.gate.refusals import Reason, refused
from rfp_builder.excel.meta import META_MISSING, meta
from rfp_builder.excel.reader import Workbook, read_workbook
from rfp_builder.excel.remarks import Remarks
from rfp_builder.excel.scorebook import columns as layout
from rfp_builder.excel.scorebook.tasks import Task, criteria_stamp, groups_of, proposals_stamp
from rfp_builder.excel.scorebook.whose import whose_book
from rfp_builder.excel.sheets import Sheets
from rfp_builder.excel.table import TableRow, read_table
from rfp_builder.i18n import Phrase
from rfp_builder.model.parties import Evaluator
from rfp_builder.model.project import Project
from rfp_builder.model.proposals import Remark
from rfp_builder.model.scores import Score
from rfp_builder.text.fold import fold

_OTHER_CRITERIA = Reason(
    Phrase(
        "ほかの評価基準で作られた採点表です。",
        "The score book was made for other criteria than those agreed.",
    ),
    Phrase(
        "rfp-builder scorebooks で採点表を作り直し、そちらに記入してもらってください。",
        "Make new score books with rfp-builder scorebooks and have them filled in.",
    ),
)
_PROPOSALS_CHANGED = Phrase(
    "この採点表が作られた後に、提案が追加または差し替えられています。最新の提案を見て採点したか確かめてください。",
    "Proposals were added or replaced after this book was made. Please ask whether the latest were scored.",
)
_OTHER_VENDOR = Phrase(
    "提案会社の名前が配布時と違うため、この行は読み込みません。配布時の値に戻してください。",
    "The vendor is not the one that stood here, so this row is not read. Please restore what stood there.",
)
_NO_GRADE = Phrase(
    "{vendor}の「{sub}」に評点が記入されていません。", "{vendor} has not been graded under “{sub}”."
)
_NO_REASON = Phrase("評点の理由が記入されていません。", "The grade comes without a reason.")


@dataclass(frozen=True, slots=True)
class Collected:
    """What a score book gave. There is a score for each vendor and sub-criterion, blank if none was given."""

    evaluator: Evaluator
    scores: tuple[Score, ...]
    remarks: tuple[Remark, ...]
    complete: bool
    """Whether every grade is there, each with a reason."""


def read_scorebook(data: bytes, file_name: str, project: Project) -> Collected:
    """Read an evaluator's workbook.

    Raises:
        Refused: the file is no workbook, is not safe to read, is another form, was made for other criteria,
            or does not say whose it is.
    """
    workbook = read_workbook(data, file_name)
    said = meta(workbook)
    refuse_other(said, Form.SCORES, file_name)
    _refuse_other_criteria(said, project, file_name)
    evaluator = whose_book(workbook, said, project, file_name)
    remarks = Remarks(file_name)
    _remark_origin(said, project, remarks)
    rows = _rows(workbook, project, evaluator, remarks, file_name)
    scores, complete = [], True
    for group in groups_of(project, evaluator):
        for task in group.tasks:
            score = _score(task, rows.get(task.number), remarks)
            complete = complete and score.score is not None and score.justification is not None
            scores.append(score)
    return Collected(evaluator, tuple(scores), remarks.all(), complete)


def _refuse_other_criteria(said: Mapping[str, str] | None, project: Project, file_name: str) -> None:
    stamp, agreed = (said or {}).get(layout.CRITERIA_KEY), criteria_stamp(project)
    if stamp and agreed and stamp != agreed:
        raise refused(file_name, _OTHER_CRITERIA)


def _remark_origin(said: Mapping[str, str] | None, project: Project, remarks: Remarks) -> None:
    if said is None:
        remarks.warn("", "", META_MISSING)
    elif said.get(layout.PROPOSALS_KEY) != proposals_stamp(project):
        remarks.warn("", "", _PROPOSALS_CHANGED)


def _rows(
    workbook: Workbook, project: Project, evaluator: Evaluator, remarks: Remarks, file_name: str
) -> dict[str, TableRow]:
    """The rows by number; one that names another vendor than its number is left out."""
    specs = layout.score_columns(project.criteria)
    sheet = Sheets(workbook, remarks).find(layout.SCORES, specs)
    if sheet is None:
        raise not_found(Form.SCORES, file_name)
    tasks = {task.number: task for group in groups_of(project, evaluator) for task in group.tasks}
    table = read_table(sheet, specs, tuple(tasks))
    if not table.found:
        raise not_found(Form.SCORES, file_name)
    remarks.notes(table.notes)
    rows = {}
    for number, row in table.by_id.items():
        if fold(row.text("vendor")) == fold(tasks[number].vendor.name):
            rows[number] = row
        elif "vendor" not in row.unread and row.text("vendor"):
            remarks.error(row.sheet, row.ref("vendor"), _OTHER_VENDOR)
    return rows


def _score(task: Task, row: TableRow | None, remarks: Remarks) -> Score:
    """The grade of one row; what it lacks is remarked unless the table's reader has said it."""
    sub = task.numbered.sub
    typed = row.text("score") if row else ""
    reason = row.text("justification") if row else ""
    if not typed and (row is None or "score" not in row.unread):
        message = _NO_GRADE.fill(vendor=task.vendor.name, sub=sub.name)
        remarks.error(row.sheet if row else "", row.ref("score") if row else "", message)
    if row and typed and not reason and "justification" not in row.unread:
        remarks.error(row.sheet, row.ref("justification"), _NO_REASON)
    return Score(
        vendor=task.vendor.id,
        sub=sub.id,
        score=int(typed) if typed else None,
        justification=reason or None,
    )
