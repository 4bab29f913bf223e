"""Where the project stands, and the next command."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rfp_builder.check.finding import Severity
from rfp_builder.i18n import Phrase
from rfp_builder.workspace.checking import report
from rfp_builder.workspace.states import State, state_of, unscored
from rfp_builder.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Standing:
    """What `status` shows."""

    state: State
    complete: int
    """Per cent of the definition that is answered."""
    blocking: int
    requirements: int
    withheld: int
    proposals: int
    owing: tuple[str, ...]
    """Labels of evaluators who still owe grades."""
    changed_outside: bool
    next_command: str
    next_words: Phrase


def standing(workspace: Workspace, today: date) -> Standing:
    """Look at the project.

    Raises:
        Refused: the journal is broken.
    """
    project = workspace.project
    checked = report(project, today)
    state = state_of(project)
    owing = unscored(project) if project.proposals else ()
    labels = {one.id: one.label.ja or one.label.en or one.id for one in project.evaluators}
    blocking = checked.count(Severity.BLOCKS)
    command, words = _next(state, blocking, bool(project.score_books))
    return Standing(
        state=state,
        complete=checked.total.percent,
        blocking=blocking,
        requirements=len(project.requirements),
        withheld=sum(1 for one in project.requirements if one.withholding is not None),
        proposals=len(project.current_proposals()),
        owing=tuple(labels[one] for one in owing),
        changed_outside=workspace.store.changed_outside(),
        next_command=command,
        next_words=words,
    )


def _next(state: State, blocking: int, collected: bool) -> tuple[str, Phrase]:
    if state in (State.DRAFT, State.AGREED) and blocking:
        return "rfp-builder check", Phrase(
            "指摘を確かめ、定義と評価基準を直します。",
            "See the findings and mend the definition and criteria.",
        )
    match state:
        case State.DRAFT:
            return "rfp-builder agree lock --by …", Phrase(
                "関係者と合意した評価基準を固定します。", "Lock the criteria that the stakeholders agreed."
            )
        case State.AGREED:
            return "rfp-builder issue", Phrase(
                "提案依頼書と回答書を発行します。", "Issue the RFP and the response workbook."
            )
        case State.ISSUED:
            return "rfp-builder receive FILE --vendor NAME", Phrase(
                "届いた回答書を取り込みます。", "Take in the workbooks that vendors send."
            )
        case State.RECEIVED if collected:
            return "rfp-builder collect FILES", Phrase(
                "残りの採点表を取り込みます。", "Collect the score books that are still out."
            )
        case State.RECEIVED:
            return "rfp-builder scorebooks", Phrase(
                "評価者ごとの採点表を作ります。", "Make a score book for each evaluator."
            )
        case State.SCORED:
            return "rfp-builder evaluate", Phrase(
                "集計して評価結果を作ります。", "Work out the ranking and the evaluation workbook."
            )
