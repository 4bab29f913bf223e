"""Who has scored, and who still owes grades."""

from __future__ import annotations

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.listing import tell_through
from rfp_builder.i18n import Phrase
from rfp_builder.workspace.states import scored_so_far
from rfp_builder.workspace.tidings import owing_line

_TITLE = Phrase("== 採点の状況 ==", "== Who has scored ==")
_NOBODY = Phrase(
    "評価者が登録されていません。「評価基準と評価者」で登録してください。",
    "There are no evaluators; they are named with the criteria.",
)
_DONE = Phrase("{who}: 採点済み（{n}件）", "{who}: has scored ({n} grades)")
_BEGUN = Phrase("{who}: 採点待ち（{n}件まで採点済み）", "{who}: still to score ({n} grades so far)")
_OWING = Phrase("{who}: 採点待ち", "{who}: still to score")
_NOT_YET = Phrase(
    "提案がまだ届いていないため、採点は始まっていません。",
    "No proposal has come in, so there is nothing to score yet.",
)


def tell_scoring(desk: Desk) -> None:
    """One line an evaluator.

    Raises:
        Ended, ToMenu: see `Desk.ask`.
    """
    project = desk.project
    desk.say()
    desk.say(_TITLE)
    if not project.evaluators:
        desk.say(_NOBODY)
        return
    scored = scored_so_far(project)
    lines = []
    for one in scored:
        said = _DONE if one.complete and project.proposals else _BEGUN if one.given else _OWING
        lines.append(desk.in_words(said.fill(who=one.evaluator.label, n=one.given)))
    tell_through(desk, lines)
    owing = sum(not one.complete for one in scored)
    desk.say(owing_line(owing) if project.proposals else _NOT_YET)
