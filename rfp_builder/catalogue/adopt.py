"""Taking what is ready into a project: from the catalogue's texts to values of the model."""

from __future__ import annotations

from decimal import Decimal

from rfp_builder.catalogue.criteria import ReadyCriterion, ReadySubCriterion, ready_criteria, ready_scale
from rfp_builder.catalogue.requirements import ReadyRequirement
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import Anchor, Criteria, Criterion, Grade, Scoring, SubCriterion
from rfp_builder.model.localized import Localized
from rfp_builder.model.requirement import Requirement


def sub_criterion_id(key: str) -> str:
    """The id that a sub-criterion of the catalogue gets in a project.

    `sub_criterion_id("quality.voice_of_customer") == "quality-voice-of-customer"`
    """
    return key.replace(".", "-").replace("_", "-")


def starting_criteria() -> Criteria:
    """All criteria of the catalogue with their points, anchors and scale; 1000 points in all.

    The texts of a price criterion's anchors only explain the formula's result, so they are left out.

    Raises:
        CatalogueError: the data file is broken.
    """
    return Criteria(
        criteria=tuple(_criterion(ready) for ready in ready_criteria()),
        scale=tuple(
            Grade(score=ready.score, label=localized(ready.label), rate=ready.rate) for ready in ready_scale()
        ),
    )


def adopted(ready: ReadyRequirement, requirement_id: str) -> Requirement:
    """A ready requirement as a disclosed one of a project, in both languages."""
    return Requirement(
        id=requirement_id,
        item=ready.item,
        statement=localized(ready.statement),
        priority=ready.priority,
        acceptance=localized(ready.acceptance),
        rationale=localized(ready.rationale),
        criterion=sub_criterion_id(ready.criterion),
        source=ready.key,
    )


def localized(phrase: Phrase) -> Localized:
    """A text of the catalogue as one that the user may change."""
    return Localized(ja=phrase.ja, en=phrase.en)


def _criterion(ready: ReadyCriterion) -> Criterion:
    return Criterion(
        id=sub_criterion_id(ready.key),
        name=localized(ready.name),
        intent=localized(ready.intent),
        subs=tuple(_sub_criterion(ready.key, sub) for sub in ready.subs),
    )


def _sub_criterion(criterion: str, ready: ReadySubCriterion) -> SubCriterion:
    scored = ready.anchors if ready.scoring is Scoring.QUALITY else ()
    return SubCriterion(
        id=sub_criterion_id(f"{criterion}.{ready.key}"),
        name=localized(ready.name),
        looks_at=localized(ready.looks_at),
        points=Decimal(ready.points),
        scoring=ready.scoring,
        anchors=tuple(Anchor(score=score, text=localized(text)) for score, text in enumerate(scored)),
    )
