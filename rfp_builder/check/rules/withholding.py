"""What is withheld: solutions and never facts, under a published criterion, within the cap."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from rfp_builder.catalogue.requirements import ready_requirement
from rfp_builder.check.context import Context
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.said import number
from rfp_builder.check.texts import wordings
from rfp_builder.i18n import Phrase
from rfp_builder.model.choices import Priority
from rfp_builder.model.criteria import Scoring
from rfp_builder.model.requirement import Requirement

DUTY_ITEMS = frozenset({"5.3", "5.5"})
"""Personal data and security: duties that every vendor must know."""

_FACT = re.compile(
    r"個人情報|個人データ|漏えい|漏洩|二要素|暗号化|法令|反社会的勢力|損害賠償|予定価格|契約期間|サービス開始日"
    r"|月間?[0-9,]{3,}件|(?:受付|営業|対応)時間[はを]|処理時間[はがを]?[0-9]+秒|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日"
    r"|\b(?:personal data|breach|two-factor|encrypt\w*|by law|legal duty|liability|damages|ceiling price)\b"
    r"|\b(?:start date|contract term)\b|\bopening hours (?:are|shall be)\b"
    r"|[0-9]{3} (?:contacts|calls) (?:a|per) month",
    re.I,
)


@rule("disclosure.fact", Severity.BLOCKS, "非開示にできない事実", "Facts that may not be withheld")
def fact(context: Context) -> Iterator[Hit]:
    """A fact that drives staffing or price, or a duty under law, is withheld."""
    for one in context.withheld:
        if one.item in DUTY_ITEMS or _states_fact(one):
            yield _hit(
                one,
                "要件{id}（{item}）は、業務量・時間・日程・個人データ・セキュリティ・法令・価格などの事実"
                "や義務に"
                "関わるため、非開示にできません。",
                "Requirement {id} ({item}) is about a fact or duty (volume, hours, dates, data, "
                "security, law, "
                "price) and may not be withheld.",
                Phrase(
                    "開示に戻してください。非開示にできるのは、提案会社に考えてほしい解決策だけです。",
                    "Disclose it. Only solutions that you want vendors to think of may be withheld.",
                ),
            )


@rule(
    "disclosure.not-withholdable", Severity.BLOCKS, "非開示に向かない要件", "Ready statements not to withhold"
)
def not_withholdable(context: Context) -> Iterator[Hit]:
    """The catalogue says that this ready statement may not be withheld."""
    for one in context.withheld:
        if one.source is not None and one.item not in DUTY_ITEMS and not _withholdable(one.source):
            yield _hit(
                one,
                "要件{id}（{item}）は、用意された要件文のうち非開示にできないものです。",
                "Requirement {id} ({item}) comes from a ready statement that may not be withheld.",
                Phrase("開示に戻してください。", "Disclose it."),
            )


@rule("disclosure.must", Severity.WARNS, "必須要件の非開示", "Mandatory, but withheld")
def must(context: Context) -> Iterator[Hit]:
    """Nobody can be held to a must that was not told."""
    for one in context.withheld:
        if one.priority is Priority.MUST:
            yield _hit(
                one,
                "要件{id}（{item}）は必須ですが非開示です。知らされない義務を満たさないことは、落ち度にな"
                "りません。",
                "Requirement {id} ({item}) is mandatory but withheld; nobody can be blamed for missing "
                "what was not told.",
                Phrase("優先度を下げるか、開示してください。", "Lower its priority, or disclose it."),
                field="priority",
            )


@rule("disclosure.criterion", Severity.BLOCKS, "非開示要件の評価基準", "Criterion of withheld requirements")
def criterion(context: Context) -> Iterator[Hit]:
    """It hangs on no published sub-criterion that is scored."""
    for one in context.withheld:
        sub = context.subs.get(one.scored_under or "")
        if sub is None or sub.scoring is not Scoring.QUALITY or sub.points == 0:
            yield _hit(
                one,
                "非開示の要件{id}（{item}）を、公表された配点のある評価細目で採点できません。",
                "Withheld requirement {id} ({item}) is not scored under a published sub-criterion with "
                "points.",
                Phrase(
                    "提案力など、評価者が採点する評価細目を選んでください。",
                    "Choose one that evaluators score, such as the power to propose.",
                ),
                field="withholding.criterion",
            )


@rule("disclosure.cap", Severity.BLOCKS, "非開示に懸かる配点", "Points that hang on withheld requirements")
def cap(context: Context) -> Iterator[Hit]:
    """More points than agreed hang on what is withheld."""
    criteria = context.project.criteria
    hanging = {one.scored_under for one in context.withheld}
    points = sum((sub.points for sub in criteria.all_subs() if sub.id in hanging), Decimal(0))
    if points * 100 > criteria.withheld_cap * criteria.total_points:
        yield Hit(
            "criteria.withheld_cap",
            Phrase(
                "非開示の要件に懸かる評価細目の配点が{points}点あり、満点{total}点の{cap}%という上限を超"
                "えています。",
                "Sub-criteria worth {points} points hang on withheld requirements, above {cap}% of the "
                "{total} points.",
            ).fill(
                points=number(points), total=number(criteria.total_points), cap=number(criteria.withheld_cap)
            ),
            Phrase(
                "非開示の要件を減らすか、同じ評価細目にまとめてください。",
                "Withhold less, or let them hang on fewer sub-criteria.",
            ),
        )


@rule("disclosure.guide", Severity.WARNS, "非開示要件の採点の手引", "Scoring guide")
def guide(context: Context) -> Iterator[Hit]:
    """Scorers are not told what counts as concrete."""
    for one in context.withheld:
        if one.withholding is not None and one.withholding.guide is None:
            yield _hit(
                one,
                "非開示の要件{id}（{item}）に、採点の手引がありません。",
                "Withheld requirement {id} ({item}) has no scoring guide.",
                Phrase(
                    "「触れていない・触れている・具体的・裏付けあり」の各段階に当たる提案の例を書いてくだ"
                    "さい。",
                    "Say what counts as absent, mentioned, concrete and proven.",
                ),
                field="withholding.guide",
            )


@rule("disclosure.open-question", Severity.ADVISES, "代わりの問い", "Open question in its place")
def open_question(context: Context) -> Iterator[Hit]:
    """Nothing in the RFP invites an answer."""
    for one in context.withheld:
        if one.withholding is not None and one.withholding.open_question is None:
            yield _hit(
                one,
                "非開示の要件{id}（{item}）に、提案を引き出す問いがありません。",
                "Withheld requirement {id} ({item}) has no open question in its place.",
                Phrase(
                    "答えを明かさない問い（「〜の場合、どう対応しますか」）を置くことを検討してください。",
                    "Consider one that does not give the answer away: “how would you …?”",
                ),
                field="withholding.open_question",
            )


def _states_fact(one: Requirement) -> bool:
    return any(_FACT.search(unicodedata.normalize("NFKC", text)) for text in wordings(one.statement))


def _withholdable(key: str) -> bool:
    try:
        return ready_requirement(key).withholdable
    except KeyError:
        # Written by the client, or taken from a catalogue that has changed since.
        return True


def _hit(one: Requirement, ja: str, en: str, remedy: Phrase, *, field: str = "withholding") -> Hit:
    return Hit(f"requirements[{one.id}].{field}", Phrase(ja, en).fill(id=one.id, item=one.item), remedy)
