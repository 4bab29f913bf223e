"""Who has scored, and who still owes grades."""

from __future__ import annotations

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.listing import tell_through
from rfp_builder.i18n import Phrase
from rfp_builder.workspace.states import unscored
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
    given = {
        book.evaluator: sum(1 for one in book.scores if one.score is not None) for book in project.score_books
    }
    owing = unscored(project) if project.proposals else tuple(one.id for one in project.evaluators)
    lines = []
    for one in project.evaluators:
        n = given.get(one.id, 0)
        said = _DONE if one.id not in owing else _BEGUN if n else _OWING
        lines.append(desk.in_words(said.fill(who=one.label, n=n)))
    tell_through(desk, lines)
    desk.say(owing_line(len(owing)) if project.proposals else _NOT_YET)
