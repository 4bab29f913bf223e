"""The whole road on the sample, in both languages, with real workbooks read back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from rfp_builder.check.finding import Severity
from rfp_builder.errors import Refused
from rfp_builder.evaluation.result import Evaluation
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.criteria import Rounding
from rfp_builder.resources import data_folder
from rfp_builder.store.atomic import write_atomic
from rfp_builder.text.show import show_number
from rfp_builder.workspace.agreement import lock_criteria
from rfp_builder.workspace.checking import report
from rfp_builder.workspace.evaluating import rank
from rfp_builder.workspace.issuing import issue
from rfp_builder.workspace.receiving import receive
from rfp_builder.workspace.scoring import collect, make_score_books
from rfp_builder.workspace.staffing.annex import make_annex
from rfp_builder.workspace.staffing.book import book_of
from rfp_builder.workspace.staffing.history import take_history
from rfp_builder.workspace.staffing.planning import plan_of
from rfp_builder.workspace.workspace import Workspace

SAMPLE = "mail-order"
_HISTORY = "history.csv"

_NEW = Phrase("1 見本のプロジェクトを作成", "1 Made the sample project")
_PLANNED = Phrase(
    "2 件数の履歴（{contacts}件）から、要員計画（社外秘）と別紙「業務量資料」を作成",
    "2 Made the staffing plan (confidential) and the annex on volumes from {contacts} past contacts",
)
_CHECKED = Phrase(
    "3 点検: 定義 {percent}%、発行を妨げる指摘 {blocking}件",
    "3 Checked: definition {percent}%, {blocking} findings block the issue",
)
_AGREED = Phrase("4 評価基準を固定", "4 Locked the criteria")
_ISSUED = Phrase(
    "5 提案依頼書と回答書を発行（要件{n}件のうち非開示{withheld}件）",
    "5 Issued the RFP and response workbook ({n} requirements, {withheld} withheld)",
)
_RECEIVED = Phrase(
    "6 {vendor}の回答書を受領（回答{n}件、自由提案{free}件、注意{remarks}件）",
    "6 Received {vendor}: {n} answers, {free} free proposals, {remarks} remarks",
)
_BOOKS = Phrase("7 採点表を{n}名分作成", "7 Made {n} score books")
_COLLECTED = Phrase("8 {who}の採点表を取り込み（{n}件）", "8 Collected {who}: {n} grades")
_RANKED = Phrase("9 集計", "9 Worked out the ranking")
_COMMITTEE = "選定委員会"


@dataclass(frozen=True, slots=True)
class Walked:
    """What the demo left."""

    files: tuple[Path, ...]
    evaluation: Evaluation
    rounding: Rounding


def walk(folder: Path, today: date, now: datetime, tell: Callable[[Phrase], None]) -> Walked:
    """Walk the road below `folder`, telling each step.

    Raises:
        Refused: the folder is not empty.
    """
    data = data_folder("samples") / SAMPLE
    workspace = Workspace.create(folder, SAMPLE)
    tell(_NEW)
    plan_books = _plan(workspace, today, tell)
    checked = report(workspace.project, today)
    tell(_CHECKED.fill(percent=checked.total.percent, blocking=checked.count(Severity.BLOCKS)))
    lock_criteria(workspace, _COMMITTEE, today)
    tell(_AGREED)
    issued = issue(workspace, today)
    _refuse_blocked(len(issued.blocked_by))
    requirements = workspace.project.requirements
    withheld = sum(1 for one in requirements if one.withholding is not None)
    tell(_ISSUED.fill(n=len(requirements), withheld=withheld))
    for path in sorted((data / "proposals").glob("*.xlsx")):
        receipt = receive(workspace, path.stem, path.name, path.read_bytes(), now)
        proposal = receipt.proposal
        tell(
            _RECEIVED.fill(
                vendor=receipt.vendor,
                n=len(proposal.answers),
                free=len(proposal.free),
                remarks=len(proposal.remarks),
            )
        )
    books = [*make_score_books(workspace, Lang.JA), *make_score_books(workspace, Lang.EN)]
    tell(_BOOKS.fill(n=len(workspace.project.evaluators)))
    for path in sorted((data / "scorebooks").glob("*.xlsx")):
        found = collect(workspace, path.name, path.read_bytes(), now)
        tell(_COLLECTED.fill(who=found.evaluator.label, n=found.given))
    evaluation, results = rank(workspace, (Lang.JA, Lang.EN))
    tell(_RANKED)
    files = (*issued.for_vendors, *issued.internal, *plan_books, *books, *results)
    return Walked(files, evaluation, workspace.project.criteria.rounding)


def _plan(workspace: Workspace, today: date, tell: Callable[[Phrase], None]) -> tuple[Path, ...]:
    """Take the sample's history in, and make of it what stays inside and what goes out."""
    data = (data_folder("samples") / SAMPLE / _HISTORY).read_bytes()
    taken = take_history(workspace, _HISTORY, data)
    plan = plan_of(workspace, today)
    books = {
        workspace.folder / "internal" / f"staffing-{workspace.project.rfp.version}.{lang}.xlsx": book_of(
            workspace, plan, today, lang
        )
        for lang in Lang
    }
    for path, book in books.items():
        write_atomic(path, book)
    make_annex(workspace, today)
    tell(_PLANNED.fill(contacts=show_number(taken.kept.contacts)))
    return tuple(books)


def _refuse_blocked(findings: int) -> None:
    if findings:
        raise Refused(
            Phrase("見本を発行できません。", "The sample cannot be issued."),
            Phrase("{n}件の指摘が発行を妨げています。", "{n} findings block it.").fill(n=findings),
            Phrase("rfp-builder check で確かめてください。", "See rfp-builder check."),
        )
