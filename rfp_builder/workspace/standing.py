"""Where the project stands, and the next command."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rfp_builder.check.finding import Severity
from rfp_builder.i18n import Phrase
from rfp_builder.model.localized import Localized
from rfp_builder.workspace.checking import report
from rfp_builder.workspace.states import State, state_of, unscored
from rfp_builder.workspace.workspace import Workspace

_STEPS = ("received", "received-withdrawn", "score-books-made", "score-book-collected", "evaluated")


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
    owing: tuple[Localized, ...]
    """Labels of evaluators who still owe grades."""
    changed_outside: bool
    next_command: str | None
    """None where what comes next is no command."""
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
    labels = {one.id: one.label for one in project.evaluators}
    blocking = checked.count(Severity.BLOCKS)
    command, words = _next(state, blocking, _last_step(workspace))
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


def _last_step(workspace: Workspace) -> str:
    """The last deed that says how far the scoring is."""
    deeds = [entry.action for entry in workspace.store.journal().entries() if entry.action in _STEPS]
    return deeds[-1] if deeds else ""


def _next(state: State, blocking: int, last: str) -> tuple[str | None, Phrase]:
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
        case State.RECEIVED if last not in ("received", "received-withdrawn"):
            return "rfp-builder collect FILES", Phrase(
                "評価者から戻った採点表を取り込みます。", "Collect the score books that come back."
            )
        case State.RECEIVED:
            return "rfp-builder scorebooks", Phrase(
                "評価者ごとの採点表を作ります。", "Make a score book for each evaluator."
            )
        case State.SCORED if last == "evaluated":
            return None, Phrase(
                "evaluation フォルダの評価結果を選定の会議に示し、委託先を決めます。",
                "Take the workbook in the folder evaluation to the committee that decides.",
            )
        case State.SCORED:
            return "rfp-builder evaluate", Phrase(
                "集計して評価結果を作ります。", "Work out the ranking and the evaluation workbook."
            )
