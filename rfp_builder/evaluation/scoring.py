"""Points of one vendor under every sub-criterion, before rounding is agreed on a higher level."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from rfp_builder.evaluation.base_points import base_points
from rfp_builder.evaluation.result import Grades, SubResult
from rfp_builder.evaluation.rounding import rounded
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import RoundedAt, Scoring, SubCriterion
from rfp_builder.model.project import Project
from rfp_builder.model.proposals import Proposal

ScoreTable = Mapping[tuple[str, str, str], int | None]
"""Evaluator, vendor and sub-criterion to the grade given."""

_BLANK = Phrase("評価者 {who} が「{sub}」を採点していません。", "{who} has not scored “{sub}”.")
_NO_SCALE = Phrase(
    "「{sub}」の評点 {score} は段階表にありません。", "The scale has no grade {score} (“{sub}”)."
)
_NO_EVALUATOR = Phrase("「{sub}」に評価者がいません。", "Nobody is named to score “{sub}”.")


def score_table(project: Project) -> ScoreTable:
    """All grades that were collected."""
    return {
        (book.evaluator, score.vendor, score.sub): score.score
        for book in project.score_books
        for score in book.scores
    }


def evaluators_of(project: Project, sub: SubCriterion) -> tuple[str, ...]:
    """Ids of those who score `sub`: the ones it names, or all."""
    named = set(sub.evaluators)
    return tuple(one.id for one in project.evaluators if not named or one.id in named)


def judge(
    project: Project,
    proposal: Proposal,
    sub: SubCriterion,
    table: ScoreTable,
    price_share: Fraction | None,
) -> SubResult:
    """The result under one sub-criterion; blanks make it unknown, never zero."""
    match sub.scoring:
        case Scoring.PRICE:
            return _result(project, sub, None, price_share, None)
        case Scoring.BASE:
            base = base_points(project, proposal)
            return _result(project, sub, None, Fraction(int(base.earned)), base.because)
        case Scoring.QUALITY:
            who = evaluators_of(project, sub)
            grades = Grades({one: table.get((one, proposal.vendor, sub.id)) for one in who})
            because = _why_unknown(project, sub, grades)
            return _result(project, sub, grades, None if because else _mean(project, grades), because)


def _mean(project: Project, grades: Grades) -> Fraction:
    rates = {grade.score: Fraction(grade.rate) / 100 for grade in project.criteria.scale}
    given = [rates[score] for score in grades.by_evaluator.values() if score is not None]
    return sum(given, Fraction(0)) / len(given)


def _why_unknown(project: Project, sub: SubCriterion, grades: Grades) -> Phrase | None:
    if not grades.by_evaluator:
        return _NO_EVALUATOR.fill(sub=sub.name)
    if grades.blank:
        labels = {one.id: one.label for one in project.evaluators}
        return _BLANK.fill(who=labels[grades.blank[0]], sub=sub.name)
    known = {grade.score for grade in project.criteria.scale}
    strange = [score for score in grades.by_evaluator.values() if score not in known]
    return _NO_SCALE.fill(sub=sub.name, score=strange[0]) if strange else None


def _result(
    project: Project, sub: SubCriterion, grades: Grades | None, share: Fraction | None, because: Phrase | None
) -> SubResult:
    points = None if share is None else share * Fraction(sub.points)
    rounding = project.criteria.rounding
    if points is not None and rounding.at is RoundedAt.SUB_CRITERION:
        points = rounded(points, rounding)
    return SubResult(sub, grades, share, points, because)
