"""The ranking, and the workbook that the steering committee decides with."""

from __future__ import annotations

from pathlib import Path

from rfp_builder.evaluation.evaluate import evaluate
from rfp_builder.evaluation.result import Evaluation
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.store.atomic import write_atomic
from rfp_builder.workspace.agreement import require_unchanged
from rfp_builder.workspace.states import State, require
from rfp_builder.workspace.workspace import Workspace

_EVALUATED = "evaluated"
_COUNTS_ANEW = ("received", "received-withdrawn", "vendor-renamed", "score-book-collected")
"""Deeds after which a ranking has to be worked out again."""
_DOING = Phrase("評価の集計", "work out the ranking")


def rank(workspace: Workspace, langs: tuple[Lang, ...]) -> tuple[Evaluation, tuple[Path, ...]]:
    """Evaluate and write one evaluation workbook a language below evaluation/.

    Raises:
        TooEarly: an evaluator still owes grades.
        Refused: the criteria are not the ones that were agreed, or no ceiling price is given where needed.
    """
    from rfp_builder.excel.evaluation.writer import evaluation_workbook

    project = workspace.project
    require(project, State.SCORED, _DOING)
    require_unchanged(project)
    evaluation = evaluate(project)
    version = project.issues[-1].version
    written = []
    for lang in langs:
        path = workspace.folder / "evaluation" / f"evaluation-{version}.{lang}.xlsx"
        write_atomic(path, evaluation_workbook(project, evaluation, lang))
        written.append(path)
    workspace.save(project, _EVALUATED, {"files": [path.name for path in written]})
    return evaluation, tuple(written)


def ranked(workspace: Workspace) -> bool:
    """Whether the ranking has been worked out from the proposals and grades that are there.

    Raises:
        Refused: the journal is broken.
    """
    if not any((workspace.folder / "evaluation").glob("*.xlsx")):
        return False
    deeds = (entry.action for entry in reversed(list(workspace.store.journal().entries())))
    return next((one for one in deeds if one == _EVALUATED or one in _COUNTS_ANEW), None) == _EVALUATED
