"""Evaluators: known, and at least two for everything that is judged."""

from __future__ import annotations

from collections.abc import Iterator

from rfp_builder.check.context import Context
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import Scoring
from rfp_builder.text.fold import fold

FEWEST = 2


@rule("evaluators.none", Severity.BLOCKS, "評価者の有無", "No evaluators")
def none_at_all(context: Context) -> Iterator[Hit]:
    """Nobody scores."""
    if not context.project.evaluators:
        yield Hit(
            "evaluators",
            Phrase("評価者が1人も登録されていません。", "No evaluators are named."),
            Phrase(
                "提案書が届く前に、評価者を役割や部署で登録してください。",
                "Name them by role or department before proposals arrive.",
            ),
        )


@rule("evaluators.unknown", Severity.BLOCKS, "登録のない評価者", "Unknown evaluators")
def unknown(context: Context) -> Iterator[Hit]:
    """A sub-criterion is given to somebody who is not registered."""
    ids = {one.id for one in context.project.evaluators}
    for sub in context.subs.values():
        if set(sub.evaluators) - ids:
            yield Hit(
                f"{context.sub_paths[sub.id]}.evaluators",
                Phrase(
                    "評価細目「{name}」の担当に、登録されていない評価者がいます。",
                    "“{name}” is given to an evaluator who is not registered.",
                ).fill(name=sub.name),
                Phrase(
                    "評価者を登録するか、担当から外してください。",
                    "Register the evaluator or take the name off.",
                ),
            )


@rule("evaluators.two", Severity.WARNS, "評価者の人数", "At least two evaluators")
def two(context: Context) -> Iterator[Hit]:
    """A judgement that hangs on one person."""
    ids = {one.id for one in context.project.evaluators}
    for sub in context.subs.values():
        scoring = set(sub.evaluators) & ids if sub.evaluators else ids
        if ids and sub.scoring is Scoring.QUALITY and len(scoring) < FEWEST:
            yield Hit(
                f"{context.sub_paths[sub.id]}.evaluators",
                Phrase(
                    "評価細目「{name}」を採点するのが1人以下です。偏りを確かめられません。",
                    "Fewer than two people score “{name}”; a bias would not show.",
                ).fill(name=sub.name),
                Phrase("2人以上を割り当ててください。", "Assign two or more."),
            )


@rule("evaluators.idle", Severity.ADVISES, "担当のない評価者", "Evaluators with nothing to score")
def idle(context: Context) -> Iterator[Hit]:
    """A registered evaluator with nothing to score."""
    scored = [sub for sub in context.subs.values() if sub.scoring is Scoring.QUALITY]
    for one in context.project.evaluators:
        if scored and all(sub.evaluators and one.id not in sub.evaluators for sub in scored):
            yield Hit(
                f"evaluators[{one.id}]",
                Phrase(
                    "評価者「{label}」が担当する評価細目がありません。",
                    "Evaluator “{label}” has nothing to score.",
                ).fill(label=one.label),
                Phrase(
                    "担当を割り当てるか、登録から外してください。",
                    "Assign something, or take the evaluator off.",
                ),
            )


@rule("evaluators.label-twice", Severity.WARNS, "同じ名前の評価者", "Evaluators of one name")
def label_twice(context: Context) -> Iterator[Hit]:
    """Two evaluators whose score books could not be told apart."""
    seen: set[str] = set()
    for one in context.project.evaluators:
        folded = fold(one.label.ja or one.label.en or "")
        if folded in seen:
            yield Hit(
                f"evaluators[{one.id}].label",
                Phrase(
                    "「{label}」という評価者が2人います。採点表を区別できません。",
                    "Two evaluators are called “{label}”; their score books could not be told apart.",
                ).fill(label=one.label),
                Phrase("部署や番号を付けて区別してください。", "Tell them apart by department or number."),
            )
        seen.add(folded)
