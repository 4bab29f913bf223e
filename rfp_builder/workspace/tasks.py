"""The task list of a project: every part of the road with its status, as the front ends show it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from rfp_builder.catalogue.sections import sections
from rfp_builder.check.cells import touched
from rfp_builder.check.completeness import Progress
from rfp_builder.check.finding import Finding, Severity
from rfp_builder.i18n import Phrase, listed
from rfp_builder.model.project import Project
from rfp_builder.model.shape import items
from rfp_builder.text.show import show_number
from rfp_builder.workspace.staffing.steps import Standing, standing_of

if TYPE_CHECKING:
    from rfp_builder.check.report import CheckReport

_INCOMPLETE = "complete."
"""Rules that say no more than that an answer is missing."""


class Status(StrEnum):
    """How far a part is."""

    UNTOUCHED = "untouched"
    UNDER_WAY = "under_way"
    ATTENTION = "attention"
    DONE = "done"

    @property
    def label(self) -> Phrase:
        """What people call it."""
        return _LABELS[self]


_LABELS = {
    Status.UNTOUCHED: Phrase("未着手", "Not started"),
    Status.UNDER_WAY: Phrase("入力中", "Under way"),
    Status.ATTENTION: Phrase("要対応", "Attention"),
    Status.DONE: Phrase("完了", "Done"),
}


_STAFFING_STATUS = {
    Standing.NOTHING: Status.UNTOUCHED,
    Standing.HISTORY: Status.UNDER_WAY,
    Standing.PLAN: Status.UNDER_WAY,
    Standing.OLD: Status.ATTENTION,
    Standing.FILLED: Status.DONE,
}
_STAFFING_DETAIL = {
    Standing.NOTHING: Phrase("任意", "optional"),
    Standing.HISTORY: Phrase("実績あり、計画なし", "no plan yet"),
    Standing.PLAN: Phrase("計画あり、未記入", "plan, not filled in"),
    Standing.OLD: Phrase("計画が古い", "plan out of date"),
    Standing.FILLED: Phrase("計画あり、記入済み", "plan filled in"),
}


_DATES = Phrase("日程 {n}件", "{n} dates"), Phrase("日程 1件", "1 date")
_GATES = Phrase("資格 {n}件", "{n} gates"), Phrase("資格 1件", "1 gate")
_STATEMENTS = Phrase("{n}件", "{n} statements"), Phrase("1件", "1 statement")
_PROPOSALS = Phrase("提案 {n}社", "{n} proposals"), Phrase("提案 1社", "1 proposal")
_ISSUED = Phrase("発行 {n}回", "{n} issued")


@dataclass(frozen=True, slots=True)
class Task:
    """One line of the list. `place` is where the work is done, as the wizard's road reads it."""

    place: str
    title: Phrase
    status: Status | None
    """None where a part is never done, such as the documents."""
    progress: Progress | None
    findings: int
    detail: Phrase


def section_tasks(project: Project, report: CheckReport | None) -> tuple[Task, ...]:
    """The seven sections. Without a report they are shown as far as that is known: by name."""
    return tuple(_section(number, project, report) for number in range(1, len(sections()) + 1))


def other_tasks(project: Project, report: CheckReport | None) -> tuple[Task, ...]:
    """Frame, register, staffing, criteria, withholding, documents. No status before the first check."""
    if report is None:
        return tuple(replace(task, status=None) for task in _others(project, ()))
    return _others(project, report.findings)


def _others(project: Project, findings: tuple[Finding, ...]) -> tuple[Task, ...]:
    return (
        _frame(project, _below(findings, "rfp")),
        _register(project, _below(findings, "requirements")),
        _staffing(project),
        _criteria(project, (*_below(findings, "criteria"), *_below(findings, "evaluators"))),
        _withholding(project, tuple(one for one in findings if one.rule.startswith("disclosure."))),
        _documents(project),
    )


def _section(number: int, project: Project, report: CheckReport | None) -> Task:
    text = sections()[number - 1]
    place = f"definition.{text.key}"
    title = Phrase(f"{number} {text.title.ja}", f"{number} {text.title.en}")
    if report is None:
        return Task(place, title, None, None, 0, Phrase("", ""))
    progress = report.sections[number - 1].progress
    findings = _below(report.findings, text.key)
    begun = any(
        touched(project.definition, shape.id) for shape in items().values() if shape.section == text.key
    )
    return Task(
        place, title, _status(begun, progress, findings), progress, _serious(findings), Phrase("", "")
    )


def _status(begun: bool, progress: Progress, findings: tuple[Finding, ...]) -> Status:
    if not begun:
        return Status.UNTOUCHED
    if any(one.severity is not Severity.ADVISES and not one.rule.startswith(_INCOMPLETE) for one in findings):
        return Status.ATTENTION
    return Status.DONE if progress.answered == progress.required else Status.UNDER_WAY


def _frame(project: Project, findings: tuple[Finding, ...]) -> Task:
    rfp = project.rfp
    begun = rfp.title is not None or rfp.client is not None or bool(rfp.schedule)
    detail = listed((_so_many(_DATES, len(rfp.schedule)), _so_many(_GATES, len(rfp.gates))))
    return Task(
        "rfp",
        Phrase("件名・窓口・日程・応募資格", "Title, contact, dates, gates"),
        _simple(begun, findings),
        None,
        _serious(findings),
        detail,
    )


def _register(project: Project, findings: tuple[Finding, ...]) -> Task:
    detail = _so_many(_STATEMENTS, len(project.requirements))
    return Task(
        "requirements",
        Phrase("要件台帳", "Requirement register"),
        _simple(bool(project.requirements), findings),
        None,
        _serious(findings),
        detail,
    )


def _staffing(project: Project) -> Task:
    """No findings of its own: what the plan and the definition disagree on is counted with the sections."""
    standing = standing_of(project)
    return Task(
        "staffing",
        Phrase("要員計画と想定費用", "Staffing and should-cost"),
        _STAFFING_STATUS[standing],
        None,
        0,
        _STAFFING_DETAIL[standing],
    )


def _criteria(project: Project, findings: tuple[Finding, ...]) -> Task:
    criteria = project.criteria
    given = sum((one.points for one in criteria.criteria), start=type(criteria.total_points)(0))
    if criteria.lock is not None:
        detail = Phrase("合意済み（固定）", "agreed and locked")
    else:
        detail = Phrase("{given} / {total}点", "{given}/{total} points").fill(
            given=show_number(given), total=show_number(criteria.total_points)
        )
    status = (
        Status.DONE
        if criteria.lock is not None
        else _simple(bool(criteria.criteria), findings, Status.UNDER_WAY)
    )
    return Task(
        "criteria",
        Phrase("評価基準と評価者", "Criteria and evaluators"),
        status,
        None,
        _serious(findings),
        detail,
    )


def _withholding(project: Project, findings: tuple[Finding, ...]) -> Task:
    withheld = sum(1 for one in project.requirements if one.withholding is not None)
    detail = Phrase("非開示 {n}件", "{n} withheld").fill(n=withheld)
    return Task(
        "withholding",
        Phrase("非開示にする要件", "Withheld requirements"),
        _simple(withheld > 0, findings),
        None,
        _serious(findings),
        detail,
    )


def _documents(project: Project) -> Task:
    issued, proposals = _ISSUED.fill(n=len(project.issues)), len(project.current_proposals())
    detail = listed((issued, _so_many(_PROPOSALS, proposals)))
    return Task(
        "documents",
        Phrase("文書・提案・採点・評価結果", "Documents, scores and ranking"),
        None,
        None,
        0,
        detail,
    )


def _so_many(words: tuple[Phrase, Phrase], n: int) -> Phrase:
    many, one = words
    return one if n == 1 else many.fill(n=n)


def _simple(begun: bool, findings: tuple[Finding, ...], clean: Status = Status.DONE) -> Status:
    if not begun:
        return Status.UNTOUCHED
    return Status.ATTENTION if _serious(findings) else clean


def _serious(findings: tuple[Finding, ...]) -> int:
    """Findings worth a number in the list: advice is not."""
    return sum(1 for one in findings if one.severity is not Severity.ADVISES)


def _below(findings: tuple[Finding, ...], stem: str) -> tuple[Finding, ...]:
    return tuple(one for one in findings if one.path == stem or one.path.startswith((f"{stem}.", f"{stem}[")))
