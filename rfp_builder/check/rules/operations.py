"""Operations (section 4) with itself: monitoring, planning, escalation, harassment."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rfp_builder.check.context import Context, rows
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.said import number
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Direction, Frequency, System, Unit

INTERVALS = frozenset({5, 10, 15, 30, 60})
OCCUPANCY = (Decimal(50), Decimal(90))
SHRINKAGE = (Decimal(10), Decimal(50))
MAX_ROUNDS, MAX_MINUTES = 3, 20
FIRST_REPORT_MINUTES = 60
PUBLISHED_DAYS = 7


@rule("consistent.monitoring-weights", Severity.WARNS, "モニタリングの配点", "Weights of the monitoring form")
def monitoring_weights(context: Context) -> Iterator[Hit]:
    """The weights of the monitoring form do not add up to 100."""
    points = rows(context.definition.operations.monitoring.points)
    weights = [weight for row in points if (weight := known(row.weight)) is not None]
    total = sum(weights, Decimal(0))
    if points and len(weights) == len(points) and total != 100:
        yield Hit(
            "operations.monitoring.points",
            Phrase(
                "モニタリング項目の配点の合計が{total}%です。",
                "The weights of the monitoring form add up to {total}%.",
            ).fill(total=number(total)),
            Phrase("合計が100%になるように直してください。", "Let them add up to 100%."),
        )


@rule("consistent.monitoring-recording", Severity.WARNS, "モニタリングと録音", "Monitoring without recording")
def monitoring_recording(context: Context) -> Iterator[Hit]:
    """Calls are to be recorded, but no recording system is listed."""
    systems = {known(row.system) for row in rows(context.definition.ict.systems.systems)}
    if (
        known(context.definition.operations.monitoring.recording)
        and systems
        and System.RECORDING not in systems
    ):
        yield Hit(
            "ict.systems.systems",
            Phrase(
                "4.3で録音を求めていますが、5.1に録音システムがありません。",
                "4.3 asks for recordings, but 5.1 lists no recording system.",
            ),
            Phrase(
                "録音システムを、所有・提供・費用負担とともに5.1へ加えてください。",
                "Add the recording system to 5.1, with owner, provider and payer.",
            ),
        )


@rule("consistent.interval", Severity.ADVISES, "計画の時間間隔", "Planning interval")
def interval(context: Context) -> Iterator[Hit]:
    """An interval that forecasts and reports do not use."""
    minutes = known(context.definition.operations.planning.interval_minutes)
    if minutes is not None and minutes not in INTERVALS:
        yield Hit(
            "operations.planning.interval_minutes",
            Phrase(
                "計画の時間間隔が{minutes}分です。電話設備の集計単位と合わない可能性があります。",
                "The planning interval is {minutes} minutes, which telephone systems rarely report by.",
            ).fill(minutes=minutes),
            Phrase("15分、30分、60分のいずれかにしてください。", "Use 15, 30 or 60 minutes."),
        )


@rule("consistent.occupancy-cap", Severity.WARNS, "占有率の上限", "Occupancy cap")
def occupancy_cap(context: Context) -> Iterator[Hit]:
    """An occupancy that burns people out, or that wastes them."""
    cap = known(context.definition.operations.planning.occupancy_cap)
    if cap is not None and not OCCUPANCY[0] <= cap <= OCCUPANCY[1]:
        yield Hit(
            "operations.planning.occupancy_cap",
            Phrase(
                "占有率（処理時間÷（処理時間＋待機時間））の上限が{cap}%です。90%を超えると離職が増え、"
                "50%を下回ると費用が過大になります。",
                "The occupancy cap (handling over handling plus waiting time) is {cap}%. Above 90% "
                "people leave, below 50% they idle.",
            ).fill(cap=number(cap)),
            Phrase("80〜88%程度を目安に見直してください。", "Somewhere between 80% and 88% is usual."),
        )


@rule("consistent.shrinkage", Severity.WARNS, "非稼働率", "Shrinkage")
def shrinkage(context: Context) -> Iterator[Hit]:
    """A share of paid time off the telephone that is hardly possible."""
    share = known(context.definition.operations.planning.shrinkage)
    if share is not None and not SHRINKAGE[0] <= share <= SHRINKAGE[1]:
        yield Hit(
            "operations.planning.shrinkage",
            Phrase(
                "非稼働率（給与の対象時間のうち、応対に就けない割合）が{share}%です。休暇・研修・会議・休"
                "憩を合わ"
                "せると、通常は25〜35%になります。",
                "Shrinkage (the share of paid time away from contacts) is {share}%. Leave, training, "
                "meetings and breaks usually come to 25–35%.",
            ).fill(share=number(share)),
            Phrase("何を含む数値かを確かめてください。", "Check what the figure includes."),
        )


@rule("consistent.published-late", Severity.ADVISES, "シフトの公表時期", "Late schedules")
def published_late(context: Context) -> Iterator[Hit]:
    """Schedules published less than a week ahead."""
    days = known(context.definition.operations.planning.published_days_before)
    if days is not None and days < PUBLISHED_DAYS:
        yield Hit(
            "operations.planning.published_days_before",
            Phrase(
                "シフトの公表が{days}日前です。直前の公表は欠勤や離職を招きます。",
                "Schedules are published {days} day(s) ahead; short notice costs absences and people.",
            ).fill(days=days),
            Phrase("14日前までの公表を検討してください。", "Consider fourteen days."),
        )


@rule(
    "consistent.escalation-slow", Severity.WARNS, "エスカレーションの第一報", "First report of an escalation"
)
def escalation_slow(context: Context) -> Iterator[Hit]:
    """A first report later than an hour."""
    for row in rows(context.definition.operations.escalation.escalations):
        minutes = known(row.within_minutes)
        if minutes is not None and minutes > FIRST_REPORT_MINUTES:
            yield Hit(
                f"operations.escalation.escalations[{row.id}].within_minutes",
                Phrase(
                    "エスカレーション「{kind}」の第一報が{minutes}分以内です。第一報は直ちに口頭で行うの"
                    "が原則です。",
                    "Escalation “{kind}” allows {minutes} minutes for the first report, which should be "
                    "made at once and by voice.",
                ).fill(kind=context.named(row, row.kind), minutes=number(minutes)),
                Phrase(
                    "第一報の期限（5〜30分など）と、書面による報告の期限を分けてください。",
                    "Separate the first report (5 to 30 minutes) from the written one.",
                ),
            )


@rule(
    "consistent.harassment-rounds",
    Severity.WARNS,
    "カスタマーハラスメント対応のやり取り回数",
    "Rounds with a harasser",
)
def harassment_rounds(context: Context) -> Iterator[Hit]:
    """More rounds of the same exchange than an agent should bear."""
    rounds = known(context.definition.operations.escalation.harassment_max_rounds)
    if rounds is not None and rounds > MAX_ROUNDS:
        yield Hit(
            "operations.escalation.harassment_max_rounds",
            Phrase(
                "カスタマーハラスメントで同じやり取りを{rounds}回まで続ける決まりです。3回を超えると応対"
                "者の負担が大きくなります。",
                "Agents repeat the same exchange with a harassing customer up to {rounds} times; more "
                "than three wears them out.",
            ).fill(rounds=rounds),
            Phrase("3回以内にしてください。", "Set three at the most."),
        )


@rule(
    "consistent.harassment-minutes",
    Severity.WARNS,
    "カスタマーハラスメント対応の時間",
    "Minutes with a harasser",
)
def harassment_minutes(context: Context) -> Iterator[Hit]:
    """Longer with a harassing customer than an agent should bear."""
    minutes = known(context.definition.operations.escalation.harassment_max_minutes)
    if minutes is not None and minutes > MAX_MINUTES:
        yield Hit(
            "operations.escalation.harassment_max_minutes",
            Phrase(
                "カスタマーハラスメントの応対を{minutes}分まで続ける決まりです。20分を超えるとオペレーターの負"
                "担が大きくなります。",
                "Agents stay with a harassing customer for up to {minutes} minutes; more than twenty "
                "wears them out.",
            ).fill(minutes=minutes),
            Phrase("20分以内にしてください。", "Set twenty at the most."),
        )


@rule(
    "consistent.harassment-decisions",
    Severity.WARNS,
    "カスタマーハラスメントの方針",
    "Decisions on harassment",
)
def harassment_decisions(context: Context) -> Iterator[Hit]:
    """Types of harassment are listed, but one of the four decisions is missing."""
    escalation = context.definition.operations.escalation
    decided = (
        escalation.harassment_stance,
        escalation.harassment_sentence,
        escalation.harassment_max_rounds,
        escalation.harassment_max_minutes,
    )
    if rows(escalation.harassment_types) and any(answer is None for answer in decided):
        yield Hit(
            "operations.escalation.harassment_types",
            Phrase(
                "カスタマーハラスメントの類型はありますが、4つの決定（姿勢・言い方・回数・時間）がそろっ"
                "ていません。",
                "Types of customer harassment are listed, but the four decisions (stance, sentence, "
                "rounds, minutes) are not all taken.",
            ),
            Phrase(
                "現場に判断を委ねないよう、4.6の4つの項目を決めてください。",
                "Take all four in 4.6, so that agents are not left to decide.",
            ),
        )


@rule("consistent.satisfaction-review", Severity.WARNS, "顧客満足度の活用", "Use of satisfaction results")
def satisfaction_review(context: Context) -> Iterator[Hit]:
    """Satisfaction is measured, but nobody reviews the standards by it."""
    satisfaction = context.definition.operations.satisfaction
    measured = known(satisfaction.method) is not None or known(satisfaction.frequency) is not None
    if measured and known(satisfaction.review) is None:
        yield Hit(
            "operations.satisfaction.review",
            Phrase(
                "顧客満足度を測りますが、結果を応対基準の見直しにつなげる手順がありません。",
                "Satisfaction is measured, but nothing says how its results change the service standards.",
            ),
            Phrase(
                "少なくとも年1回、結果をもとに基準を見直す会議と担当を4.2に書いてください。",
                "Name in 4.2 the review, at least once a year, and who holds it.",
            ),
        )


@rule("consistent.report-kpi", Severity.WARNS, "KPIの報告", "KPIs that nobody reports")
def report_kpi(context: Context) -> Iterator[Hit]:
    """KPIs are agreed, but no report is at least monthly."""
    often = {Frequency.REALTIME, Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY}
    reports = rows(context.definition.operations.reporting.reports)
    if context.kpis and reports and not any(known(row.frequency) in often for row in reports):
        yield Hit(
            "operations.reporting.reports",
            Phrase(
                "4.9にKPIがありますが、4.7に月次以上の頻度の報告がありません。",
                "4.9 sets KPIs, but no report in 4.7 is monthly or more frequent.",
            ),
            Phrase(
                "KPIの実績を載せる月次報告を4.7に加えてください。",
                "Add a monthly report with the KPIs' results to 4.7.",
            ),
        )


@rule("consistent.satisfaction-kpi", Severity.WARNS, "満足度目標の不一致", "Two targets for satisfaction")
def satisfaction_kpi(context: Context) -> Iterator[Hit]:
    """The target of 4.2 differs from the KPI of the same name in 4.9."""
    target = known(context.definition.operations.satisfaction.target)
    for kpi in context.kpis.values():
        wordings = f"{kpi.kpi.ja or ''} {kpi.kpi.en or ''}".lower() if kpi.kpi is not None else ""
        about = "満足" in wordings or "satisf" in wordings
        value = known(kpi.target)
        percent = known(kpi.unit) is Unit.PERCENT and known(kpi.direction) is not Direction.LOWER
        if about and percent and target is not None and value is not None and value != target:
            yield Hit(
                f"operations.service_levels.kpis[{kpi.id}].target",
                Phrase(
                    "顧客満足度の目標が、4.2では{target}%、4.9では{value}%です。",
                    "The target for satisfaction is {target}% in 4.2 and {value}% in 4.9.",
                ).fill(target=number(target), value=number(value)),
                Phrase("どちらかに合わせてください。", "Make the two agree."),
            )
