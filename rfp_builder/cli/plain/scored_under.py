"""The sub-criterion under which withheld requirements are scored."""

from __future__ import annotations

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import Scoring
from rfp_builder.text.show import show_number
from rfp_builder.workspace.withholding import PROPOSAL_CRITERION

_WHERE = Phrase("どの評価細目で採点しますか。", "Under which sub-criterion is it scored?")
_LINE = Phrase("{criterion}: {sub}（{points}点）", "{criterion}: {sub} ({points} points)")
_WHICH = Phrase("入力: 番号、< やめる", "Type a number, < to leave it")
_NO_SUBS = Phrase(
    "先に「評価基準と評価者」で、評価者が採点する評価細目を作ってください。",
    "First make a sub-criterion that evaluators score, under “Criteria and evaluators”.",
)


def usual_sub(desk: Desk) -> str | None:
    """That of the power to propose (提案力); or what somebody picks, where there is none.

    Raises:
        Ended, ToMenu: see `Desk.ask`.
    """
    proposal = (one for one in desk.project.criteria.criteria if one.id == PROPOSAL_CRITERION)
    return next((sub.id for one in proposal for sub in one.subs), None) or pick_sub(desk)


def pick_sub(desk: Desk) -> str | None:
    """The id of the one that somebody picks; None where somebody left.

    Raises:
        Ended, ToMenu: see `Desk.ask`.
    """
    offers = [
        (sub.id, _LINE.fill(criterion=criterion.name, sub=sub.name, points=show_number(sub.points)))
        for criterion in desk.project.criteria.criteria
        for sub in criterion.subs
        if sub.scoring is Scoring.QUALITY
    ]
    if not offers:
        desk.say(_NO_SUBS)
        return None
    at = desk.pick_of(_WHERE, [label for _, label in offers], _WHICH)
    return None if at is None else offers[at][0]
