"""Each requirement of the register: acceptance, owner, criterion, and the register as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from rfp_builder.check.context import Context
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.i18n import Phrase
from rfp_builder.model.choices import Priority
from rfp_builder.model.criteria import Scoring
from rfp_builder.model.requirement import Requirement
from rfp_builder.model.shape import sections

MOST_MUSTS = Fraction(9, 10)
FEW = 10
"""A register smaller than this says nothing about its mix of priorities."""


@rule("requirement.none", Severity.BLOCKS, "要件の有無", "No requirements")
def none_at_all(context: Context) -> Iterator[Hit]:
    """The register is empty."""
    if not context.project.requirements:
        yield Hit(
            "requirements",
            Phrase("要件が1件もありません。", "There are no requirements."),
            Phrase(
                "各項目に用意された要件文から選び、自社に合わせて直してください。",
                "Take ready statements from each item and adapt them.",
            ),
        )


@rule("requirement.section", Severity.ADVISES, "要件のない章", "Sections without requirements")
def empty_section(context: Context) -> Iterator[Hit]:
    """A section from 2 to 5 that asks nothing of the vendor."""
    if not context.project.requirements:
        return
    used = {int(one.item.partition(".")[0]) for one in context.project.requirements}
    for number, name in sections().items():
        if 2 <= number <= 5 and number not in used:
            yield Hit(
                name,
                Phrase("第{n}章に要件が1件もありません。", "Section {n} has no requirements.").fill(n=number),
                Phrase(
                    "受託者に求めることがないか、用意された要件文を確かめてください。",
                    "Look through the ready statements for what you would ask of the vendor.",
                ),
            )


@rule("requirement.acceptance", Severity.BLOCKS, "確認方法", "Acceptance")
def acceptance(context: Context) -> Iterator[Hit]:
    """Nobody knows how to see that it is met."""
    for one in context.project.requirements:
        if one.acceptance is None:
            yield _hit(
                one,
                "acceptance",
                "要件{id}（{item}）に確認方法がありません。満たしたかどうかを判定できません。",
                "Requirement {id} ({item}) has no acceptance: nobody can tell whether it is met.",
                Phrase(
                    "誰が、何を、いつ、どの数値で確かめるのかを書いてください。",
                    "Say who looks at what, when, and with which number.",
                ),
            )


@rule("requirement.owner", Severity.WARNS, "要件の担当", "Owner")
def owner(context: Context) -> Iterator[Hit]:
    """Nobody answers questions about it."""
    for one in context.project.requirements:
        if one.owner is None:
            yield _hit(
                one,
                "owner",
                "要件{id}（{item}）に担当部署がありません。",
                "Requirement {id} ({item}) has no owner.",
                Phrase(
                    "質問に答え、受け入れを判断する部署を書いてください。",
                    "Name the department that answers questions and accepts the result.",
                ),
            )


@rule("requirement.rationale", Severity.ADVISES, "要件の理由", "Rationale")
def rationale(context: Context) -> Iterator[Hit]:
    """Nobody will remember why."""
    for one in context.project.requirements:
        if one.rationale is None and one.priority is Priority.MUST:
            yield _hit(
                one,
                "rationale",
                "必須の要件{id}（{item}）に、求める理由がありません。",
                "Mandatory requirement {id} ({item}) does not say why it is wanted.",
                Phrase(
                    "理由を1文で書いてください。変更や質問への判断が速くなります。",
                    "Give the reason in one sentence; it speeds up later decisions.",
                ),
            )


@rule("requirement.criterion", Severity.WARNS, "要件の評価基準", "Criterion of a requirement")
def criterion(context: Context) -> Iterator[Hit]:
    """A disclosed requirement that earns nothing anywhere."""
    for one in context.project.requirements:
        if one.withholding is None and one.criterion is None:
            yield _hit(
                one,
                "criterion",
                "要件{id}（{item}）をどの評価細目で採点するか、決まっていません。",
                "Requirement {id} ({item}) is not scored under any sub-criterion.",
                Phrase(
                    "評価細目を選んでください。合否だけを問うなら応募資格に移します。",
                    "Choose one. If only pass or fail matters, make it a gate.",
                ),
            )


@rule("requirement.criterion-exists", Severity.BLOCKS, "存在しない評価細目", "Criterion that does not exist")
def criterion_exists(context: Context) -> Iterator[Hit]:
    """It is scored under something that is not there."""
    for one in context.project.requirements:
        if one.criterion is not None and one.criterion not in context.subs:
            yield _hit(
                one,
                "criterion",
                "要件{id}（{item}）の評価細目が、評価基準にありません。",
                "Requirement {id} ({item}) is scored under a sub-criterion that does not exist.",
                Phrase(
                    "評価細目を選び直すか、評価基準に加えてください。",
                    "Choose another, or add it to the criteria.",
                ),
            )


@rule(
    "requirement.criterion-price",
    Severity.WARNS,
    "価格の細目に付いた要件",
    "Requirement under a price formula",
)
def criterion_price(context: Context) -> Iterator[Hit]:
    """It is scored under a sub-criterion that only the price decides."""
    for one in context.project.requirements:
        sub = context.subs.get(one.criterion or "")
        if one.withholding is None and sub is not None and sub.scoring is Scoring.PRICE:
            yield _hit(
                one,
                "criterion",
                "要件{id}（{item}）の評価細目は価格の計算式で決まるため、回答しても点になりません。",
                "Requirement {id} ({item}) is scored under a price formula: its answer earns nothing.",
                Phrase(
                    "評価者が採点する細目に付け替えてください。",
                    "Move it to a sub-criterion that evaluators score.",
                ),
            )


@rule("requirement.all-must", Severity.ADVISES, "優先度の偏り", "Everything is a must")
def all_must(context: Context) -> Iterator[Hit]:
    """More than nine requirements of ten are mandatory."""
    counts = Counter(one.priority for one in context.project.requirements)
    total = counts.total()
    if total >= FEW and counts[Priority.MUST] > MOST_MUSTS * total:
        yield Hit(
            "requirements",
            Phrase(
                "要件{total}件のうち{musts}件が必須です。すべてが必須だと、提案の差が出ません。",
                "{musts} of {total} requirements are mandatory; proposals will hardly differ.",
            ).fill(total=total, musts=counts[Priority.MUST]),
            Phrase(
                "外せないものだけを必須に残し、ほかは重要（should）や任意（could）にしてください。",
                "Keep as must what you could not do without; make the rest should or could.",
            ),
        )


def _hit(one: Requirement, field: str, ja: str, en: str, remedy: Phrase) -> Hit:
    message = Phrase(ja, en).fill(id=one.id, item=one.item)
    return Hit(f"requirements[{one.id}].{field}", message, remedy)
