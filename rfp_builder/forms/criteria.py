"""The questions asked about criteria: what the forms of the definition are to its items."""

from __future__ import annotations

from enum import Enum

from rfp_builder.catalogue.choices import choices_of
from rfp_builder.forms.choices import Choice
from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Phrase
from rfp_builder.model.base import Value
from rfp_builder.model.criteria import (
    Criteria,
    Criterion,
    Grade,
    PriceFormula,
    RoundedAt,
    Rounding,
    RoundingMode,
    Scoring,
    SubCriterion,
)
from rfp_builder.model.parties import Evaluator
from rfp_builder.model.shape import Kind

_POINTS = Phrase("点", "points")


def _asked(
    holder: type[Value],
    name: str,
    kind: Kind,
    label: Phrase,
    help_: Phrase,
    *,
    required: bool = False,
    choices: type[Enum] | None = None,
    unit: Phrase | None = None,
) -> Question:
    listed = (
        ()
        if choices is None
        else tuple(Choice(one.value, one.label, one.also) for one in choices_of(choices))
    )
    return Question(
        path=name,
        kind=kind,
        label=label,
        help=help_,
        holder=holder,
        required=required,
        choices=listed,
        unit=unit,
    )


def criterion_questions() -> tuple[Question, ...]:
    """Of a criterion."""
    return (
        _asked(
            Criterion,
            "name",
            Kind.TEXT,
            Phrase("評価基準の名前", "Name of the criterion"),
            Phrase("提案依頼書にこのまま載ります。", "As it will appear in the RFP."),
            required=True,
        ),
        _asked(
            Criterion,
            "intent",
            Kind.TEXT,
            Phrase("ねらい", "What it is for"),
            Phrase(
                "何を見極めるための基準かを1文で書きます。",
                "Say in one sentence what it is meant to find out.",
            ),
        ),
        _asked(
            Criterion,
            "floor",
            Kind.PERCENT,
            Phrase("足切り（配点に対する%）", "Floor (% of its points)"),
            Phrase("これを下回る提案会社は選外になります。", "A vendor below it is disqualified."),
        ),
    )


def sub_questions() -> tuple[Question, ...]:
    """Of a sub-criterion, but for its anchors and evaluators."""
    return (
        _asked(
            SubCriterion,
            "name",
            Kind.TEXT,
            Phrase("評価細目の名前", "Name of the sub-criterion"),
            Phrase("提案依頼書にこのまま載ります。", "As it will appear in the RFP."),
            required=True,
        ),
        _asked(
            SubCriterion,
            "looks_at",
            Kind.TEXT,
            Phrase("評価する対象", "What is assessed"),
            Phrase(
                "回答書や提案書のどの部分を見て採点するかを書きます。",
                "The part of the response it is judged by.",
            ),
        ),
        _asked(
            SubCriterion,
            "points",
            Kind.DECIMAL,
            Phrase("配点（点）", "Points"),
            Phrase("この評価細目で得られる最高の点数です。", "The most that can be earned here."),
            required=True,
            unit=_POINTS,
        ),
        _asked(
            SubCriterion,
            "scoring",
            Kind.CHOICE,
            Phrase("採点のしかた", "How points are awarded"),
            Phrase(
                "評価者が採点するか、価格の計算式か、必須項目の充足で決まるかを選びます。",
                "Judged by evaluators, calculated from the price, or all or nothing.",
            ),
            required=True,
            choices=Scoring,
        ),
        _asked(
            SubCriterion,
            "floor",
            Kind.PERCENT,
            Phrase("足切り（配点に対する%）", "Floor (% of its points)"),
            Phrase("これを下回る提案会社は選外になります。", "A vendor below it is disqualified."),
        ),
    )


def method_questions() -> tuple[tuple[str, Question], ...]:
    """Of the method, each with its path."""
    asked = (
        _asked(
            Criteria,
            "total_points",
            Kind.DECIMAL,
            Phrase("満点（点）", "Total points"),
            Phrase("配点の合計がこの点数になるようにします。", "What the points must add up to."),
            required=True,
            unit=_POINTS,
        ),
        _asked(
            Criteria,
            "price_formula",
            Kind.CHOICE,
            Phrase("価格点の計算式", "Price formula"),
            Phrase("提案依頼書に載せて公表します。", "Published in the RFP."),
            required=True,
            choices=PriceFormula,
        ),
        _asked(
            Rounding,
            "digits",
            Kind.WHOLE,
            Phrase("端数処理: 残す小数の桁数", "Rounding: decimal places"),
            Phrase("0から6桁です。", "0 to 6."),
            required=True,
        ),
        _asked(
            Rounding,
            "mode",
            Kind.CHOICE,
            Phrase("端数処理: 方法", "Rounding: how"),
            Phrase("四捨五入が一般的です。", "Half up is usual."),
            required=True,
            choices=RoundingMode,
        ),
        _asked(
            Rounding,
            "at",
            Kind.CHOICE,
            Phrase("端数処理: どこで行うか", "Rounding: where"),
            Phrase("ここ以外では端数のまま計算します。", "Everywhere else points stay exact."),
            required=True,
            choices=RoundedAt,
        ),
        _asked(
            Criteria,
            "total_floor",
            Kind.PERCENT,
            Phrase("合計点の足切り（満点に対する%）", "Floor of the total (% of all points)"),
            Phrase("これを下回る提案会社は選外になります。", "A vendor below it is disqualified."),
        ),
        _asked(
            Criteria,
            "withheld_cap",
            Kind.PERCENT,
            Phrase("非開示の要件に懸けてよい配点の上限（%）", "Cap on points for withheld requirements (%)"),
            Phrase("通常は15%以下にします。", "15% or less is usual."),
            required=True,
        ),
    )
    return tuple(
        (f"criteria.rounding.{one.name}" if one.holder is Rounding else f"criteria.{one.name}", one)
        for one in asked
    )


def grade_questions() -> tuple[Question, ...]:
    """Of one step of the scale."""
    return (
        _asked(
            Grade,
            "label",
            Kind.TEXT,
            Phrase("段階の名前", "Name of the step"),
            Phrase("「標準」「良」などです。", "Such as “standard” or “good”."),
            required=True,
        ),
        _asked(
            Grade,
            "rate",
            Kind.PERCENT,
            Phrase("得られる割合（%）", "Share of the points (%)"),
            Phrase("最も低い段階は0%、最も高い段階は100%です。", "From 0% for the lowest to 100%."),
            required=True,
        ),
    )


def evaluator_questions() -> tuple[Question, ...]:
    """Of an evaluator."""
    return (
        _asked(
            Evaluator,
            "label",
            Kind.TEXT,
            Phrase("評価者の名前", "Evaluator"),
            Phrase("採点表の表題です。個人名ではなく役割で書きます。", "A role; it titles the score book."),
            required=True,
        ),
        _asked(
            Evaluator,
            "department",
            Kind.TEXT,
            Phrase("部署", "Department"),
            Phrase("評価者の所属です。", "Where the evaluator belongs."),
        ),
    )


def anchor_question(label: Phrase) -> Question:
    """Of what earns a step; an empty text takes the anchor away."""
    return _asked(
        SubCriterion,
        "looks_at",
        Kind.TEXT,
        label,
        Phrase(
            "その段階を得るために何が示されていればよいかを、観察できる事実で書きます。",
            "Say, in facts that can be seen, what a proposal must show for this step.",
        ),
    )
