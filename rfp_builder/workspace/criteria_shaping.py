"""Shaping the criteria: adding, copying, moving, deleting, and points that add up. Pure functions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from rfp_builder.catalogue.adopt import starting_criteria
from rfp_builder.errors import Refused
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import Anchor, Criteria, Criterion, Grade, Scoring, SubCriterion, TieBreak
from rfp_builder.model.localized import Localized
from rfp_builder.model.parties import Evaluator
from rfp_builder.model.project import Project

T = TypeVar("T", Criterion, SubCriterion)
_COPY = Phrase("{name}（写し）", "{name} (copy)")
_FULL = Decimal(100)
TIE_ORDERS = (
    (TieBreak.LOWER_PRICE, TieBreak.COUNCIL),
    (TieBreak.HIGHER_QUALITY, TieBreak.COUNCIL),
    (TieBreak.LOWER_PRICE, TieBreak.HIGHER_QUALITY, TieBreak.COUNCIL),
    (TieBreak.HIGHER_QUALITY, TieBreak.LOWER_PRICE, TieBreak.COUNCIL),
    (TieBreak.COUNCIL,),
)
"""What decides between equal totals, one after the other, to choose from."""


def given_points(criteria: Criteria) -> Decimal:
    """Points of all sub-criteria together."""
    return sum((sub.points for sub in criteria.all_subs()), Decimal(0))


def points_left(criteria: Criteria) -> Decimal:
    """What is still to be given away; negative where too much was."""
    return criteria.total_points - given_points(criteria)


def share_of(points: Decimal, criteria: Criteria) -> Fraction:
    """Share of all points in per cent; 0 where there are none."""
    return Fraction(points) * 100 / Fraction(criteria.total_points) if criteria.total_points else Fraction(0)


def criterion_of(criteria: Criteria, sub_id: str) -> Criterion | None:
    """The criterion that a sub-criterion stands under."""
    return next((one for one in criteria.criteria if any(sub.id == sub_id for sub in one.subs)), None)


def path_of(criteria: Criteria, node: str) -> str:
    """Path of a criterion or sub-criterion: `criteria.criteria[quality].subs[monitoring]`.

    Raises:
        KeyError: there is none of that id.
    """
    if any(one.id == node for one in criteria.criteria):
        return f"criteria.criteria[{node}]"
    parent = criterion_of(criteria, node)
    if parent is None:
        raise KeyError(node)
    return f"criteria.criteria[{parent.id}].subs[{node}]"


def spread_rest(criteria: Criteria) -> Criteria:
    """Give what is left to the sub-criteria that people score, in proportion to their points.

    Whole points by largest remainder (Hamilton); what is less than a point goes to the largest of them.
    Where too much was given, it is taken away in the same way, never below zero. Price and base points
    stay: they were set on purpose.
    """
    scored = [sub for sub in criteria.all_subs() if sub.scoring is Scoring.QUALITY]
    left = points_left(criteria)
    if not scored or not left:
        return criteria
    aim = max(Decimal(0), sum((sub.points for sub in scored), Decimal(0)) + left)
    weights = [Fraction(sub.points) for sub in scored]
    points = _apportioned(aim, weights if any(weights) else [Fraction(1)] * len(scored))
    by_id = dict(zip((sub.id for sub in scored), points, strict=True))
    return _each_sub(criteria, lambda sub: sub.replace(points=by_id.get(sub.id, sub.points)))


def _apportioned(aim: Decimal, weights: Sequence[Fraction]) -> list[Decimal]:
    whole = int(aim)
    exact = [weight * whole / sum(weights) for weight in weights]
    floors = [int(one) for one in exact]
    order = sorted(range(len(weights)), key=lambda at: (floors[at] - exact[at], -weights[at]))
    for at in order[: whole - sum(floors)]:
        floors[at] += 1
    points = [Decimal(one) for one in floors]
    points[max(range(len(weights)), key=lambda at: weights[at])] += aim - whole
    return points


def ready_ones(criteria: Criteria) -> tuple[Criterion, ...]:
    """Criteria of the catalogue of which something is not there yet, each with what is missing.

    Raises:
        CatalogueError: the data file is broken.
    """
    here = _ids(criteria)
    missing = (
        one.replace(subs=tuple(sub for sub in one.subs if sub.id not in here))
        for one in starting_criteria().criteria
    )
    return tuple(one for one in missing if one.subs)


def with_ready(criteria: Criteria, wanted: Collection[str]) -> Criteria:
    """Take sub-criteria of the catalogue by their ids, under their criterion, which comes with them.

    A scale comes along where there is none.

    Raises:
        CatalogueError: the data file is broken.
    """
    found = list(criteria.criteria)
    for ready in ready_ones(criteria):
        subs = tuple(sub for sub in ready.subs if sub.id in wanted)
        at = next((n for n, one in enumerate(found) if one.id == ready.id), None)
        if subs and at is None:
            found.append(ready.replace(subs=subs))
        elif subs and at is not None:
            found[at] = found[at].replace(subs=(*found[at].subs, *subs))
    return criteria.replace(criteria=tuple(found), scale=criteria.scale or starting_criteria().scale)


def with_new_criterion(
    criteria: Criteria, name: Localized, behind: str | None = None
) -> tuple[Criteria, str]:
    """A criterion behind another or at the end, with one sub-criterion of no points yet; and its id."""
    key, sub = _fresh("criterion", _ids(criteria)), _fresh("sub", _ids(criteria))
    new = Criterion(id=key, name=name, subs=(SubCriterion(id=sub, name=name, points=Decimal(0)),))
    return criteria.replace(criteria=_put_behind(criteria.criteria, new, behind)), key


def with_new_sub(
    criteria: Criteria, criterion_id: str, name: Localized, behind: str | None = None
) -> tuple[Criteria, str]:
    """A sub-criterion of no points yet under a criterion; its id."""
    key = _fresh("sub", _ids(criteria))
    new = SubCriterion(id=key, name=name, points=Decimal(0))
    return _each_criterion(
        criteria,
        lambda one: one.replace(subs=_put_behind(one.subs, new, behind)) if one.id == criterion_id else one,
    ), key


def with_copy(criteria: Criteria, node: str) -> tuple[Criteria, str]:
    """A copy behind the original, worth no points so that the sum stays; its id."""
    taken = _ids(criteria)
    for one in criteria.criteria:
        if one.id == node:
            key = _fresh(_stem(node), taken)
            taken |= {key}
            subs = []
            for sub in one.subs:
                subs.append(sub.replace(id=_fresh(_stem(sub.id), taken), points=Decimal(0)))
                taken |= {subs[-1].id}
            new = one.replace(id=key, name=_copied(one.name), subs=tuple(subs))
            return criteria.replace(criteria=_put_behind(criteria.criteria, new, node)), key
    key = _fresh(_stem(node), taken)

    def copied(one: Criterion) -> Criterion:
        found = next((sub for sub in one.subs if sub.id == node), None)
        if found is None:
            return one
        new = found.replace(id=key, name=_copied(found.name), points=Decimal(0))
        return one.replace(subs=_put_behind(one.subs, new, node))

    return _each_criterion(criteria, copied), key


def moved(criteria: Criteria, node: str, by: int) -> Criteria:
    """Move a criterion or sub-criterion one place up (-1) or down (1).

    A sub-criterion at the edge of its criterion goes over to the neighbouring one. At the very edge nothing
    changes.
    """
    ids = [one.id for one in criteria.criteria]
    if node in ids:
        return criteria.replace(criteria=_swapped(criteria.criteria, ids.index(node), by))
    parent = criterion_of(criteria, node)
    if parent is None:
        return criteria
    at = [sub.id for sub in parent.subs].index(node)
    if 0 <= at + by < len(parent.subs):
        subs = _swapped(parent.subs, at, by)
        return _each_criterion(criteria, lambda one: one.replace(subs=subs) if one is parent else one)
    next_door = ids.index(parent.id) + by
    if not 0 <= next_door < len(ids):
        return criteria
    found, target = parent.subs[at], criteria.criteria[next_door]
    joined = (*target.subs, found) if by < 0 else (found, *target.subs)
    rest = tuple(sub for sub in parent.subs if sub is not found)
    changed = {parent.id: rest, target.id: joined}
    return _each_criterion(
        criteria, lambda one: one.replace(subs=changed[one.id]) if one.id in changed else one
    )


def hanging_on(project: Project, node: str) -> tuple[int, int]:
    """How many disclosed and how many withheld requirements are scored under it."""
    gone = _below(project.criteria, node)
    disclosed = sum(one.withholding is None and one.criterion in gone for one in project.requirements)
    withheld = sum(
        one.withholding is not None and one.withholding.criterion in gone for one in project.requirements
    )
    return disclosed, withheld


def without(project: Project, node: str) -> Project:
    """The project without a criterion or sub-criterion; requirements lose their link to it.

    Raises:
        Refused: withheld requirements hang on it, and would be scored nowhere.
    """
    gone = _below(project.criteria, node)
    if hanging_on(project, node)[1]:
        raise Refused(
            Phrase("この評価細目は削除できません。", "This cannot be deleted."),
            Phrase(
                "非開示の要件がこの評価細目で採点されます。",
                "Withheld requirements are scored under it.",
            ),
            Phrase(
                "先に「非開示にする要件」の画面で、採点する評価細目を変えてください。",
                "First let them be scored elsewhere, on the screen of requirements left out.",
            ),
        )
    kept = tuple(
        one.replace(subs=tuple(sub for sub in one.subs if sub.id not in gone))
        for one in project.criteria.criteria
        if one.id != node
    )
    requirements = tuple(
        one.replace(criterion=None) if one.criterion in gone else one for one in project.requirements
    )
    return project.replace(criteria=project.criteria.replace(criteria=kept), requirements=requirements)


def with_anchor(sub: SubCriterion, score: int, text: Localized | None) -> SubCriterion:
    """The sub-criterion with another text for a step of the scale; None takes the anchor away."""
    others = [one for one in sub.anchors if one.score != score]
    added = [Anchor(score=score, text=text)] if text is not None else []
    return sub.replace(anchors=tuple(sorted((*others, *added), key=lambda one: one.score)))


def with_step(criteria: Criteria, label: Localized) -> Criteria:
    """One more step on top of the scale; the rates are spread evenly from 0% to 100%.

    Raises:
        Refused: the scale has all the steps it can have.
    """
    score = max((grade.score for grade in criteria.scale), default=-1) + 1
    if score > _MOST_STEPS:
        raise Refused(
            Phrase("これ以上の段階は作れません。", "The scale takes no more steps."),
            Phrase("段階は0点から{most}点までです。", "Scores go from 0 to {most}.").fill(most=_MOST_STEPS),
            Phrase("今ある段階を使ってください。", "Please use the steps there are."),
        )
    return criteria.replace(
        scale=_evenly((*criteria.scale, Grade(score=score, label=label, rate=Decimal(100))))
    )


def without_top_step(criteria: Criteria) -> Criteria:
    """The scale without its highest step, and no sub-criterion with an anchor for it."""
    if not criteria.scale:
        return criteria
    top = max(grade.score for grade in criteria.scale)
    scale = _evenly(tuple(grade for grade in criteria.scale if grade.score != top))
    return _each_sub(criteria.replace(scale=scale), lambda sub: with_anchor(sub, top, None))


def with_evaluator(project: Project, label: Localized) -> tuple[Project, str]:
    """One more evaluator, who scores whatever names nobody; the id."""
    key = _fresh("evaluator", (one.id for one in project.evaluators))
    return project.replace(evaluators=(*project.evaluators, Evaluator(id=key, label=label))), key


def scored_by(project: Project, evaluator_id: str) -> tuple[SubCriterion, ...]:
    """What an evaluator scores: the sub-criteria that name the evaluator, or nobody."""
    return tuple(
        sub
        for sub in project.criteria.all_subs()
        if sub.scoring is Scoring.QUALITY and (not sub.evaluators or evaluator_id in sub.evaluators)
    )


def without_evaluator(project: Project, evaluator_id: str) -> Project:
    """The project without an evaluator, who scores nothing any more."""
    criteria = _each_sub(
        project.criteria,
        lambda sub: sub.replace(evaluators=tuple(one for one in sub.evaluators if one != evaluator_id)),
    )
    kept = tuple(one for one in project.evaluators if one.id != evaluator_id)
    return project.replace(criteria=criteria, evaluators=kept)


def assigned(project: Project, evaluator_id: str, subs: Collection[str]) -> Project:
    """The project in which an evaluator scores exactly `subs`.

    A sub-criterion that names nobody is scored by all; where one of all drops out, the others are named.
    The last one stays, for naming nobody would mean everybody.
    """
    everybody = tuple(one.id for one in project.evaluators)

    def who(sub: SubCriterion) -> SubCriterion:
        if sub.scoring is not Scoring.QUALITY:
            return sub
        present = set(sub.evaluators or everybody)
        wanted = present | {evaluator_id} if sub.id in subs else present - {evaluator_id}
        if not wanted or wanted == present:
            return sub
        return sub.replace(evaluators=tuple(one for one in everybody if one in wanted))

    return project.replace(criteria=_each_sub(project.criteria, who))


_MOST_STEPS = 10


def _evenly(scale: tuple[Grade, ...]) -> tuple[Grade, ...]:
    steps = max(len(scale) - 1, 1)
    return tuple(
        grade.replace(rate=(_FULL * n / steps).quantize(Decimal(1))) for n, grade in enumerate(scale)
    )


def _below(criteria: Criteria, node: str) -> set[str]:
    """Ids of the sub-criteria that go with it."""
    return {node} | {sub.id for one in criteria.criteria if one.id == node for sub in one.subs}


def _each_criterion(criteria: Criteria, change: Callable[[Criterion], Criterion]) -> Criteria:
    return criteria.replace(criteria=tuple(change(one) for one in criteria.criteria))


def _each_sub(criteria: Criteria, change: Callable[[SubCriterion], SubCriterion]) -> Criteria:
    return _each_criterion(criteria, lambda one: one.replace(subs=tuple(change(sub) for sub in one.subs)))


def _put_behind(rows: tuple[T, ...], new: T, behind: str | None) -> tuple[T, ...]:
    order = list(rows)
    at = next((n for n, one in enumerate(rows) if one.id == behind), len(rows) - 1)
    order.insert(at + 1, new)
    return tuple(order)


def _swapped(rows: tuple[T, ...], at: int, by: int) -> tuple[T, ...]:
    if not 0 <= at + by < len(rows):
        return rows
    order = list(rows)
    order[at], order[at + by] = order[at + by], order[at]
    return tuple(order)


def _ids(criteria: Criteria) -> set[str]:
    return {one.id for one in criteria.criteria} | {sub.id for sub in criteria.all_subs()}


def _stem(node: str) -> str:
    return node[:40].rstrip("-")


def _fresh(stem: str, taken: Iterable[str]) -> str:
    used = set(taken)
    return next(key for n in range(1, len(used) + 2) if (key := f"{stem}-{n}") not in used)


def _copied(name: Localized) -> Localized:
    return Localized(
        ja=_COPY.ja.format(name=name.ja) if name.ja else None,
        en=_COPY.en.format(name=name.en) if name.en else None,
    )
