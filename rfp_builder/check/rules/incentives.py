"""Reward and penalty (6.3): only on KPIs that are defined, measured and not a matter of taste, and capped."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rfp_builder.check.context import Context, rows
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.said import number
from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Direction, Effect, Unit
from rfp_builder.model.definition.operations import Kpi
from rfp_builder.model.definition.price import Incentive

USUAL_CAP = (Decimal(5), Decimal(15))
"""A cap on penalties of about ten per cent of the monthly invoice."""

FEW = 5


@rule("incentive.kpi", Severity.BLOCKS, "減額のKPI", "KPI of a penalty")
def kpi_named(context: Context) -> Iterator[Hit]:
    """A reward or penalty that hangs on no KPI."""
    for row, kpi in _all(context):
        if kpi is None:
            yield Hit(
                f"{_path(row)}.kpi",
                Phrase(
                    "報酬・減額の{row}行目が、4.9のKPIを指していません。",
                    "The reward or penalty in row {row} does not point to a KPI of 4.9.",
                ).fill(row=context.number(row)),
                Phrase(
                    "対象のKPIを4.9で定義し、ここで選んでください。",
                    "Define the KPI in 4.9 and choose it here.",
                ),
            )


@rule("incentive.target", Severity.BLOCKS, "減額のKPIの目標", "Target of a KPI with money")
def kpi_target(context: Context) -> Iterator[Hit]:
    """A KPI with money on it lacks target or minimum."""
    for _, kpi in _all(context):
        if kpi is not None and (known(kpi.target) is None or known(kpi.minimum) is None):
            yield Hit(
                f"operations.service_levels.kpis[{kpi.id}].target",
                Phrase(
                    "報酬・減額の対象であるKPI「{kpi}」に、目標値または最低値がありません。",
                    "KPI “{kpi}” decides on money, but lacks a target or a minimum.",
                ).fill(kpi=_name(context, kpi)),
                Phrase("4.9に両方の値を記入してください。", "Enter both in 4.9."),
            )


@rule("incentive.measurable", Severity.BLOCKS, "減額のKPIの測り方", "How a KPI with money is measured")
def kpi_measurable(context: Context) -> Iterator[Hit]:
    """A KPI with money on it has no formula, source or period."""
    for _, kpi in _all(context):
        if kpi is None:
            continue
        answers = {"formula": known(kpi.formula), "source": known(kpi.source), "period": known(kpi.period)}
        missing = [column for column, answer in answers.items() if answer is None]
        if missing:
            yield Hit(
                f"operations.service_levels.kpis[{kpi.id}].{missing[0]}",
                Phrase(
                    "報酬・減額の対象であるKPI「{kpi}」は、計算式・データの出所・判定の期間がそろって"
                    "いません。",
                    "KPI “{kpi}” decides on money, but its formula, source and period are not all given.",
                ).fill(kpi=_name(context, kpi)),
                Phrase(
                    "双方が同じ値を計算できるよう、4.9に3つとも記入してください。",
                    "Enter all three in 4.9, so that both sides arrive at the same figure.",
                ),
            )


@rule("incentive.subjective", Severity.BLOCKS, "主観的なKPIによる減額", "Money on a subjective KPI")
def kpi_subjective(context: Context) -> Iterator[Hit]:
    """A penalty on a KPI that somebody's judgement makes."""
    for row, kpi in _all(context):
        if kpi is not None and known(kpi.subjective) and known(row.effect) is Effect.PENALTY:
            yield Hit(
                f"{_path(row)}.kpi",
                Phrase(
                    "KPI「{kpi}」は人の判断で値が決まるのに、減額の対象になっています。",
                    "KPI “{kpi}” depends on somebody's judgement, yet it carries a penalty.",
                ).fill(kpi=_name(context, kpi)),
                Phrase(
                    "記録から機械的に計算できるKPIに替えるか、減額の対象から外してください。",
                    "Use a KPI that is computed from records, or take the penalty off.",
                ),
            )


@rule("incentive.cap", Severity.BLOCKS, "減額の上限", "Cap on penalties")
def cap(context: Context) -> Iterator[Hit]:
    """Penalties without a cap on all of them together."""
    penalties = [row for row, _ in _all(context) if known(row.effect) is Effect.PENALTY]
    if penalties and known(context.definition.price.incentives.total_cap) is None:
        yield Hit(
            "price.incentives.total_cap",
            Phrase(
                "減額の定めがありますが、全体の上限がありません。提案会社は最悪の場合を価格に上乗せします。",
                "There are penalties, but no cap on all of them: vendors will price in the worst case.",
            ),
            Phrase(
                "月額の約10%を目安に、全体の上限を決めてください。",
                "Set a cap for all of them, about 10% of the monthly invoice.",
            ),
        )


@rule("incentive.cap-size", Severity.WARNS, "減額上限の大きさ", "Size of the cap")
def cap_size(context: Context) -> Iterator[Hit]:
    """A cap far from ten per cent."""
    total = known(context.definition.price.incentives.total_cap)
    if total is not None and not USUAL_CAP[0] <= total <= USUAL_CAP[1]:
        yield Hit(
            "price.incentives.total_cap",
            Phrase(
                "減額の上限が月額の{total}%です。通常は10%前後です。",
                "The cap on penalties is {total}% of the monthly invoice; about 10% is usual.",
            ).fill(total=number(total)),
            Phrase(
                "低すぎると効き目がなく、高すぎると価格が上がり応札が減ります。10%前後を検討してください。",
                "Too low has no effect, too high raises prices and scares bidders off. Consider about 10%.",
            ),
        )


@rule("incentive.cap-order", Severity.WARNS, "個別と全体の上限", "Caps within the total cap")
def cap_order(context: Context) -> Iterator[Hit]:
    """One row's share exceeds its own cap, or its cap exceeds the total cap."""
    total = known(context.definition.price.incentives.total_cap)
    for row, _ in _all(context):
        share, monthly = known(row.share), known(row.monthly_cap)
        if known(row.effect) is not Effect.PENALTY:
            continue
        if (share is not None and monthly is not None and share > monthly) or (
            monthly is not None and total is not None and monthly > total
        ):
            yield Hit(
                f"{_path(row)}.monthly_cap",
                Phrase(
                    "減額の1回あたりの割合、月の上限、全体の上限の順に大きくなっていません。",
                    "The penalty's share, its monthly cap and the total cap do not grow in this order.",
                ),
                Phrase(
                    "割合≦月の上限≦全体の上限となるように直してください。",
                    "Let share ≤ monthly cap ≤ total cap.",
                ),
            )


@rule("incentive.grace", Severity.WARNS, "減額の猶予期間", "Grace period")
def grace(context: Context) -> Iterator[Hit]:
    """A penalty from the first day."""
    for row, kpi in _all(context):
        if known(row.effect) is Effect.PENALTY and not known(row.grace_months):
            yield Hit(
                f"{_path(row)}.grace_months",
                Phrase(
                    "「{kpi}」の減額に、開始直後の猶予期間がありません。",
                    "The penalty on “{kpi}” has no grace period after the start.",
                ).fill(kpi=_name(context, kpi)),
                Phrase(
                    "習熟にかかる期間として、開始から3か月程度は適用しないことを検討してください。",
                    "Consider leaving it out for the first three months or so, while agents learn.",
                ),
            )


@rule("incentive.minimum-first", Severity.WARNS, "報酬の前提", "All minimums before a reward")
def minimum_first(context: Context) -> Iterator[Hit]:
    """A reward although another KPI is below its minimum."""
    bonuses = [row for row, _ in _all(context) if known(row.effect) is Effect.BONUS]
    if bonuses and known(context.definition.price.incentives.minimum_first) is not True:
        yield Hit(
            "price.incentives.minimum_first",
            Phrase(
                "一部のKPIが最低値を割っていても、報酬が支払われる決まりになっています。",
                "A reward would be paid although another KPI is below its minimum.",
            ),
            Phrase(
                "すべてのKPIが最低値を満たすことを、報酬の条件にしてください。",
                "Make all KPIs at their minimum a condition of any reward.",
            ),
        )


@rule("incentive.calibration", Severity.WARNS, "品質評価と報酬", "Quality scores before calibration")
def calibration(context: Context) -> Iterator[Hit]:
    """Money on quality scores before assessors are calibrated."""
    on_quality = [
        row
        for row, kpi in _all(context)
        if kpi is not None and (known(kpi.subjective) or known(kpi.unit) is Unit.SCORE)
    ]
    if on_quality and known(context.definition.price.incentives.calibration_first) is not True:
        yield Hit(
            "price.incentives.calibration_first",
            Phrase(
                "評価者のすり合わせ（キャリブレーション）の前から、品質の点数が報酬・減額に使われます。",
                "Quality scores decide on money before the assessors are calibrated.",
            ),
            Phrase(
                "評価のずれが許容範囲に収まるまで適用しない、と決めてください。",
                "Apply it only once assessors agree within a stated tolerance.",
            ),
        )


@rule("incentive.threshold", Severity.WARNS, "報酬・減額のしきい値", "Threshold on the right side")
def threshold(context: Context) -> Iterator[Hit]:
    """A penalty for meeting the target, or a reward for missing it."""
    for row, kpi in _all(context):
        limit, effect = known(row.threshold), known(row.effect)
        target = known(kpi.target) if kpi is not None else None
        direction = known(kpi.direction) if kpi is not None else None
        if limit is None or target is None or direction is None or effect is None:
            continue
        better = limit > target if direction is Direction.HIGHER else limit < target
        worse = limit != target and not better
        if (effect is Effect.PENALTY and better) or (effect is Effect.BONUS and worse):
            yield Hit(
                f"{_path(row)}.threshold",
                Phrase(
                    "「{kpi}」の目標値は{target}ですが、{limit}を境に{effect}。",
                    "The target of “{kpi}” is {target}, but {effect} at {limit}.",
                ).fill(
                    kpi=_name(context, kpi),
                    target=number(target),
                    limit=number(limit),
                    effect=Phrase("目標を満たしても減額されます", "a penalty applies")
                    if effect is Effect.PENALTY
                    else Phrase("目標に届かなくても報酬が出ます", "a reward is paid"),
                ),
                Phrase(
                    "減額は最低値以下、報酬は目標値以上を境にしてください。",
                    "Set penalties at the minimum or worse, rewards at the target or better.",
                ),
            )


@rule("incentive.too-many", Severity.ADVISES, "報酬・減額の数", "Too many KPIs with money")
def too_many(context: Context) -> Iterator[Hit]:
    """More KPIs with money than anybody can steer by."""
    kpis = {row.kpi for row, _ in _all(context) if row.kpi is not None}
    if len(kpis) > FEW:
        yield Hit(
            "price.incentives.incentives",
            Phrase(
                "報酬・減額の対象KPIが{count}個あります。多すぎると、どれも効きません。",
                "{count} KPIs carry money; with so many none of them steers.",
            ).fill(count=len(kpis)),
            Phrase("最も重要な3〜5個に絞ってください。", "Keep the three to five that matter most."),
        )


def _all(context: Context) -> Iterator[tuple[Incentive, Kpi | None]]:
    for row in rows(context.definition.price.incentives.incentives):
        yield row, context.kpis.get(row.kpi or "")


def _path(row: Incentive) -> str:
    return f"price.incentives.incentives[{row.id}]"


def _name(context: Context, kpi: Kpi | None) -> Speakable:
    return context.named(kpi, kpi.kpi) if kpi is not None else Phrase("KPI未定", "no KPI")
