"""The criteria as vendors read them: points, scale, anchors, and what earns points beyond the list."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.disclosure.public import PublicCriterion, PublicMethod, PublicRfp, PublicSubCriterion
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.criteria import Scoring
from rfp_builder.text.show import show_number, show_percent
from rfp_builder.word.blocks import Column, Row, Shade, table
from rfp_builder.word.styles import Styles

_NUMBER = Phrase("番号", "No.")
_CRITERION = Phrase("評価基準・評価細目", "Criterion and sub-criterion")
_POINTS = Phrase("配点（点）", "Points")
_SCORING = Phrase("採点方法", "How it is scored")
_TOTAL = Phrase("合計", "Total")
_SCORE = Phrase("評点", "Score")
_LABEL = Phrase("段階", "Step")
_RATE = Phrase("配点に対する率", "Share of the points")
_EARNS = Phrase("この評点になる条件", "What earns this score")
_WHERE = Phrase("評価基準", "Criterion")
_SUB = Phrase("評価細目", "Sub-criterion")
_FREE_PROPOSALS = ("自由提案", "free proposal")


def points_table(styles: Styles, method: PublicMethod, lang: Lang) -> Markup:
    """Criteria and sub-criteria with their points, and the total."""
    columns = (
        Column(_NUMBER.to(lang), 900),
        Column(_CRITERION.to(lang), 4270),
        Column(_POINTS.to(lang), 1200, numeric=True),
        Column(_SCORING.to(lang), 2700),
    )
    return table(styles, columns, _points_rows(method, lang))


def _points_rows(method: PublicMethod, lang: Lang) -> Iterator[Row]:
    for criterion in method.criteria:
        yield Row(
            (criterion.number, criterion.name, show_number(criterion.points), ""), Shade.GROUP, "Table Label"
        )
        for sub in criterion.subs:
            scoring = choice_label(sub.scoring).to(lang)
            yield Row((sub.number, sub.name, show_number(sub.points), scoring))
    yield Row(("", _TOTAL.to(lang), show_number(method.total_points), ""), Shade.GROUP, "Table Label")


def scale_table(styles: Styles, method: PublicMethod, lang: Lang) -> Markup:
    """Steps of the scale, the highest first."""
    columns = (
        Column(_SCORE.to(lang), 1300),
        Column(_LABEL.to(lang), 4470),
        Column(_RATE.to(lang), 3300, numeric=True),
    )
    rows = (
        (str(grade.score), grade.label, show_percent(grade.rate))
        for grade in sorted(method.scale, key=lambda grade: -grade.score)
    )
    return table(styles, columns, rows)


def anchors_table(styles: Styles, method: PublicMethod, sub: PublicSubCriterion, lang: Lang) -> Markup:
    """What earns each step, the highest first; empty where the points do not come from evaluators."""
    if sub.scoring is not Scoring.QUALITY or not sub.anchors:
        return Markup("")
    labels = {grade.score: grade.label for grade in method.scale}
    columns = (
        Column(_SCORE.to(lang), 900),
        Column(_LABEL.to(lang), 1500),
        Column(_EARNS.to(lang), 6670),
    )
    rows = (
        (str(anchor.score), labels.get(anchor.score, ""), anchor.text)
        for anchor in sorted(sub.anchors, key=lambda anchor: -anchor.score)
    )
    return table(styles, columns, rows)


def beyond_table(styles: Styles, rfp: PublicRfp) -> Markup:
    """Sub-criteria under which open questions and free proposals earn points; empty if none says so."""
    lang = rfp.lang
    rows = [(criterion.name, sub.name, show_number(sub.points)) for criterion, sub in _beyond(rfp)]
    if not rows:
        return Markup("")
    columns = (
        Column(_WHERE.to(lang), 3200),
        Column(_SUB.to(lang), 4370),
        Column(_POINTS.to(lang), 1500, numeric=True),
    )
    return table(styles, columns, rows)


def _beyond(rfp: PublicRfp) -> Iterator[tuple[PublicCriterion, PublicSubCriterion]]:
    asked = {question.criterion for question in rfp.questions}
    for criterion in rfp.method.criteria:
        for sub in criterion.subs:
            looks_at = (sub.looks_at or "").casefold()
            if sub.name in asked or any(word in looks_at for word in _FREE_PROPOSALS):
                yield criterion, sub
