"""KPIs (4.9): one for each channel, with target and minimum in the right order."""

from __future__ import annotations

from collections.abc import Iterator

from rfp_builder.check.context import Context
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.said import label, number
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Channel, Direction, Unit
from rfp_builder.text.fold import fold


@rule("kpi.channel", Severity.WARNS, "チャネルごとのサービスレベル", "Service level for each channel")
def channel_served(context: Context) -> Iterator[Hit]:
    """A channel with volume and no KPI of its own."""
    measured = {known(kpi.channel) for kpi in context.kpis.values()}
    for channel in context.channels:
        if channel not in measured:
            yield Hit(
                "operations.service_levels.kpis",
                Phrase(
                    "チャネル「{channel}」には件数がありますが、サービスレベル（4.9）がありません。",
                    "{channel} has volume, but no service level in 4.9.",
                ).fill(channel=label(channel)),
                Phrase(
                    "電話なら応答率、メールなら返信時間のように、媒体に合うKPIを4.9に加えてください。",
                    "Add a KPI that fits the channel: answer rate for calls, response time for e-mail.",
                ),
            )


@rule("kpi.channel-unused", Severity.ADVISES, "使わないチャネルのKPI", "KPI of an unused channel")
def channel_unused(context: Context) -> Iterator[Hit]:
    """A KPI for a channel without volume."""
    for kpi in context.kpis.values():
        channel = known(kpi.channel)
        if channel is not None and context.channels and channel not in context.channels:
            yield Hit(
                f"operations.service_levels.kpis[{kpi.id}].channel",
                Phrase(
                    "KPI「{kpi}」のチャネル「{channel}」の件数が2.2にありません。",
                    "KPI “{kpi}” is for {channel}, which has no volume in 2.2.",
                ).fill(kpi=context.named(kpi, kpi.kpi), channel=label(channel)),
                Phrase(
                    "2.2に件数を加えるか、KPIのチャネルを直してください。",
                    "Add the volume, or correct the KPI.",
                ),
            )


@rule("kpi.target-order", Severity.BLOCKS, "目標値と最低値", "Target against minimum")
def target_order(context: Context) -> Iterator[Hit]:
    """The minimum is stricter than the target."""
    for kpi in context.kpis.values():
        target, minimum, direction = known(kpi.target), known(kpi.minimum), known(kpi.direction)
        if target is None or minimum is None or direction is None:
            continue
        if (minimum > target) if direction is Direction.HIGHER else (minimum < target):
            yield Hit(
                f"operations.service_levels.kpis[{kpi.id}].minimum",
                Phrase(
                    "KPI「{kpi}」は「{direction}」ですが、最低値（{minimum}）が目標値（{target}）より厳し"
                    "くなっています。",
                    "KPI “{kpi}” ({direction}): the minimum of {minimum} is stricter than the target of "
                    "{target}.",
                ).fill(
                    kpi=context.named(kpi, kpi.kpi),
                    direction=label(direction),
                    minimum=number(minimum),
                    target=number(target),
                ),
                Phrase(
                    "最低値と目標値が逆でないか、良い方向の指定が正しいかを確かめてください。",
                    "Check whether the two are swapped, or the direction is wrong.",
                ),
            )


@rule("kpi.percent-range", Severity.BLOCKS, "百分率の範囲", "Percentages up to 100")
def percent_range(context: Context) -> Iterator[Hit]:
    """A percentage below 0 or above 100."""
    for kpi in context.kpis.values():
        for column, value in (("target", known(kpi.target)), ("minimum", known(kpi.minimum))):
            if known(kpi.unit) is Unit.PERCENT and value is not None and not 0 <= value <= 100:
                yield Hit(
                    f"operations.service_levels.kpis[{kpi.id}].{column}",
                    Phrase(
                        "KPI「{kpi}」の単位は%ですが、値が{value}です。",
                        "KPI “{kpi}” is in per cent, but its value is {value}.",
                    ).fill(kpi=context.named(kpi, kpi.kpi), value=number(value)),
                    Phrase(
                        "0〜100の値にするか、単位を直してください。", "Enter 0 to 100, or correct the unit."
                    ),
                )


@rule("kpi.all-perfect", Severity.WARNS, "100%の目標", "A target of 100%")
def all_perfect(context: Context) -> Iterator[Hit]:
    """A minimum that leaves no room for a single miss."""
    for kpi in context.kpis.values():
        minimum = known(kpi.minimum)
        if known(kpi.unit) is Unit.PERCENT and known(kpi.direction) is Direction.HIGHER and minimum == 100:
            yield Hit(
                f"operations.service_levels.kpis[{kpi.id}].minimum",
                Phrase(
                    "KPI「{kpi}」の最低値が100%です。1件の失敗で未達となり、その備えが価格に上乗せされます。",
                    "KPI “{kpi}” has a minimum of 100%: one miss breaks it, and vendors will price that in.",
                ).fill(kpi=context.named(kpi, kpi.kpi)),
                Phrase(
                    "許容できる水準（99%、月1件までなど）に置き換えてください。",
                    "Set a level you can live with, such as 99% or one case a month.",
                ),
            )


@rule("kpi.twice", Severity.WARNS, "KPIの重複", "KPI entered twice")
def twice(context: Context) -> Iterator[Hit]:
    """Two KPIs of the same name, program and channel."""
    seen: set[tuple[str, str | None, Channel | None]] = set()
    for kpi in context.kpis.values():
        if kpi.kpi is None:
            continue
        key = (fold(kpi.kpi.ja or kpi.kpi.en or ""), kpi.program, known(kpi.channel))
        if key in seen:
            yield Hit(
                f"operations.service_levels.kpis[{kpi.id}].kpi",
                Phrase(
                    "KPI「{kpi}」が、同じ業務・同じチャネルで2行あります。",
                    "KPI “{kpi}” stands twice for the same program and channel.",
                ).fill(kpi=kpi.kpi),
                Phrase("1行にまとめてください。", "Merge the rows."),
            )
        seen.add(key)
