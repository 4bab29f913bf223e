"""Where a project stands, in two lines: the road with its states, and the next step."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from textual.content import Content

from rfp_builder.errors import Problem
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.workspace.states import State, state_of

if TYPE_CHECKING:
    from rfp_builder.check.report import CheckReport
    from rfp_builder.model.project import Project
    from rfp_builder.workspace.workspace import Workspace

_NEXT = Phrase("次にすること: {what}", "Next: {what}")
_CHECKING = Phrase("点検しています...", "Checking...")
_READY = Phrase(
    "発行を妨げる指摘はありません。次は「{step}」です。", "Nothing stands in the way. The next step: {step}."
)
_ROAD = {
    State.DRAFT: Phrase("作成中", "Draft"),
    State.AGREED: Phrase("基準の合意", "Agreed"),
    State.ISSUED: Phrase("発行", "Issued"),
    State.RECEIVED: Phrase("提案の受領", "Received"),
    State.SCORED: Phrase("採点", "Scored"),
}
"""The states in few words: all of them fit in one line."""
_NEXT_STEPS = {
    State.DRAFT: Phrase("評価基準の合意", "agree the criteria"),
    State.AGREED: Phrase("提案依頼書の発行", "issue the RFP"),
    State.ISSUED: Phrase("提案の受領", "receive the proposals"),
    State.RECEIVED: Phrase("採点", "score the proposals"),
    State.SCORED: Phrase("評価結果の作成", "calculate the ranking"),
}
_CHOOSE = Phrase(
    "評価結果（Excel）をもとにした委託先の選定", "choose the vendor from the evaluation workbook"
)


def road_line(project: Project, lang: Lang) -> Content:
    """The states of the road; where the project stands is in brackets."""
    present = state_of(project)
    parts: list[Content] = []
    for state in State:
        label = _ROAD[state].to(lang)
        if state is present:
            parts.append(Content.styled(f"[{label}]", "bold $accent"))
        else:
            parts.append(Content.styled(label, "" if state < present else "$text-muted"))
        parts.append(Content.styled(" > ", "$text-muted"))
    return Content.assemble(*parts[:-1])


def next_line(workspace: Workspace, project: Project, report: CheckReport | None, lang: Lang) -> Content:
    """What to do next, in a sentence."""
    if report is None:
        return Content(_CHECKING.to(lang))
    found = report.next
    state = state_of(project)
    if state is State.SCORED and _ranked(workspace):
        return Content(_NEXT.fill(what=_CHOOSE).to(lang))
    if state >= State.ISSUED:
        return Content(_NEXT.fill(what=_NEXT_STEPS[state]).to(lang))
    if found is not None:
        return Content(_NEXT.fill(what=found.message).to(lang))
    return Content(_READY.fill(step=_NEXT_STEPS[state]).to(lang))


def _ranked(workspace: Workspace) -> bool:
    from rfp_builder.workspace.evaluating import ranked

    # A broken journal is said where it is read.
    with contextlib.suppress(Problem, OSError):
        return ranked(workspace)
    return False
