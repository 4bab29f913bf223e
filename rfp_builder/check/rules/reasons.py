"""Call reasons (2.6): a tree whose shares add up and whose handling times agree with 2.2."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from rfp_builder.check.context import Context, rows
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.said import number
from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Channel
from rfp_builder.model.definition.work import CallReason

ROUNDING = Decimal("0.5")
"""Shares that were rounded may miss 100 by this much."""

AHT_TOLERANCE = Fraction(1, 5)


@rule("consistent.reason-shares", Severity.WARNS, "コールリーズンの構成比", "Shares of call reasons")
def reason_shares(context: Context) -> Iterator[Hit]:
    """The shares below one parent do not add up to 100."""
    reasons = rows(context.definition.work.reasons.reasons)
    by_id = {row.id: row for row in reasons}
    groups: dict[str | None, list[CallReason]] = defaultdict(list)
    for row in reasons:
        groups[row.parent].append(row)
    for parent, group in groups.items():
        shares = [share for row in group if (share := known(row.share)) is not None]
        total = sum(shares, Decimal(0))
        if len(shares) < len(group) or abs(total - 100) <= ROUNDING:
            continue
        above: Speakable = Phrase("最上位", "the top level")
        if parent in by_id:
            above = context.named(by_id[parent], by_id[parent].reason)
        yield Hit(
            f"work.reasons.reasons[{group[0].id}].share",
            Phrase(
                "コールリーズンの構成比の合計が、「{above}」の下で{total}%です。",
                "Below “{above}” the shares of call reasons add up to {total}%.",
            ).fill(above=above, total=number(total)),
            Phrase(
                "同じ階層の合計が100%になるように直してください。残りは「その他の用件」にまとめられます。",
                "Let siblings add up to 100%; the rest may go into one reason for everything else.",
            ),
        )


@rule("consistent.reason-loop", Severity.BLOCKS, "コールリーズンの循環", "Loop of call reasons")
def reason_loop(context: Context) -> Iterator[Hit]:
    """A reason that stands below itself."""
    reasons = rows(context.definition.work.reasons.reasons)
    parents = {row.id: row.parent for row in reasons}
    settled: set[str] = set()
    for row in reasons:
        way: list[str] = []
        at: str | None = row.id
        while at is not None and at not in settled and at not in way:
            way.append(at)
            at = parents.get(at)
        if at is not None and at in way:
            yield Hit(
                f"work.reasons.reasons[{row.id}].parent",
                Phrase(
                    "コールリーズン「{reason}」の親をたどると、自分自身に戻ります。",
                    "Following the parents of call reason “{reason}” leads in a circle.",
                ).fill(reason=context.named(row, row.reason)),
                Phrase(
                    "親を空けて最上位にするか、正しい親を選んでください。",
                    "Clear the parent to make it a top reason, or choose the right one.",
                ),
            )
        settled.update(way)


@rule("consistent.reason-aht", Severity.ADVISES, "用件別とチャネル別の処理時間", "Handling time by reason")
def reason_aht(context: Context) -> Iterator[Hit]:
    """The average over top reasons is far from the telephone's handling time in 2.2."""
    top = [row for row in rows(context.definition.work.reasons.reasons) if row.parent is None]
    weighted = [
        (Fraction(share), aht)
        for row in top
        if (share := known(row.share)) is not None and (aht := known(row.aht)) is not None
    ]
    phone = [
        (contacts, aht)
        for row in context.volumes
        if known(row.channel) is Channel.PHONE
        and (contacts := known(row.monthly_contacts))
        and (aht := known(row.aht))
    ]
    shares, contacts = sum(share for share, _ in weighted), sum(count for count, _ in phone)
    if not top or len(weighted) < len(top) or not shares or not contacts:
        return
    by_reason = sum((share * aht for share, aht in weighted), Fraction(0)) / shares
    by_channel = Fraction(sum(count * aht for count, aht in phone), contacts)
    if abs(by_reason - by_channel) > AHT_TOLERANCE * by_channel:
        yield Hit(
            "work.reasons.reasons",
            Phrase(
                "用件別の平均処理時間（加重平均{reason}秒）が、2.2の電話の平均（{channel}秒）と20%以上違"
                "います。",
                "Handling time averaged over call reasons is {reason} seconds; for the telephone 2.2 gives "
                "{channel} seconds, more than 20% apart.",
            ).fill(reason=number(round(by_reason)), channel=number(round(by_channel))),
            Phrase(
                "どちらも後処理を含むか、同じ期間の実績かを確かめてください。",
                "Check that both include after-call work and come from the same period.",
            ),
        )
