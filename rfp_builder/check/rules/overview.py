"""Overview (section 1): scope, purposes, success, and what became of the stakeholders' requests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rfp_builder.check.context import Context, rows
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.said import number
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.choices import RequestOutcome, Scope


@rule("consistent.scope-nothing", Severity.BLOCKS, "委託する業務", "Nothing to outsource")
def scope_nothing(context: Context) -> Iterator[Hit]:
    """Every activity stays in-house."""
    decisions = [known(row.decision) for row in rows(context.definition.overview.scope.activities)]
    if decisions and all(decision is Scope.IN_HOUSE for decision in decisions):
        yield Hit(
            "overview.scope.activities",
            Phrase(
                "1.4の業務がすべて「自社で行う」になっており、委託するものがありません。",
                "Every activity in 1.4 stays in-house: there is nothing to outsource.",
            ),
            Phrase(
                "委託または分担する業務を1.4に記入してください。",
                "Enter the activities that are outsourced or shared.",
            ),
        )


@rule("consistent.scope-shared", Severity.WARNS, "分担する業務の境目", "Line between the parties")
def scope_shared(context: Context) -> Iterator[Hit]:
    """An activity is shared, and nothing says who does what."""
    for row in rows(context.definition.overview.scope.activities):
        if known(row.decision) is Scope.SHARED and known(row.reason) is None:
            yield Hit(
                f"overview.scope.activities[{row.id}].reason",
                Phrase(
                    "「{activity}」は分担とされていますが、どこまでが受託者の仕事か書かれていません。",
                    "“{activity}” is shared, but nothing says where the vendor's part ends.",
                ).fill(activity=context.named(row, row.activity)),
                Phrase(
                    "理由の欄に、双方の受け持ちを書いてください。", "Say in the reason who does which part."
                ),
            )


@rule("consistent.purpose-rank", Severity.WARNS, "目的の優先順位", "Rank of purposes")
def purpose_rank(context: Context) -> Iterator[Hit]:
    """Two purposes of the same rank."""
    purposes = rows(context.definition.overview.purpose.purposes)
    ranks = Counter(rank for row in purposes if (rank := known(row.rank)) is not None)
    for row in purposes:
        rank = known(row.rank)
        if rank is not None and ranks[rank] > 1:
            yield Hit(
                f"overview.purpose.purposes[{row.id}].rank",
                Phrase(
                    "目的「{purpose}」の順位（{rank}）が、ほかの目的と同じです。",
                    "Purpose “{purpose}” shares its rank of {rank} with another.",
                ).fill(purpose=context.named(row, row.purpose), rank=rank),
                Phrase(
                    "目的どうしがぶつかったときに選べるよう、順位に差を付けてください。",
                    "Give each its own rank, so that it is clear which yields when two collide.",
                ),
            )


@rule("consistent.success-same", Severity.ADVISES, "現状と変わらない目標", "A target that is met today")
def success_same(context: Context) -> Iterator[Hit]:
    """A success measure whose target is today's value."""
    for row in rows(context.definition.overview.success.measures):
        today, target = known(row.today), known(row.target)
        if today is not None and today == target:
            yield Hit(
                f"overview.success.measures[{row.id}].target",
                Phrase(
                    "成功判断基準「{measure}」の目標（{target}）が、現状と同じです。",
                    "The target of “{measure}” ({target}) is today's value.",
                ).fill(measure=context.named(row, row.measure), target=number(target)),
                Phrase(
                    "維持が目的ならその旨を書き、改善が目的なら目標を上げてください。",
                    "If keeping the level is the purpose, say so; otherwise raise the target.",
                ),
            )


@rule("requests.outcome", Severity.WARNS, "要求の扱い", "Outcome of requests")
def request_outcome(context: Context) -> Iterator[Hit]:
    """A stakeholder's request without an outcome."""
    for row in rows(context.definition.overview.requests.requests):
        if known(row.outcome) in (None, RequestOutcome.OPEN):
            yield Hit(
                f"overview.requests.requests[{row.id}].outcome",
                Phrase(
                    "{who}からの要求をどう扱うか、決まっていません。",
                    "What becomes of the request from {who} is not settled.",
                ).fill(who=context.named(row, row.who)),
                Phrase(
                    "要件にする、ほかの要件に含める、採用しない、のいずれかに決めてください。",
                    "Make it a requirement, merge it into another, or decline it.",
                ),
            )


@rule("requests.requirement", Severity.WARNS, "要求に応える要件", "Requirement that answers a request")
def request_requirement(context: Context) -> Iterator[Hit]:
    """A request became a requirement, but none is named."""
    answered = (RequestOutcome.BECAME, RequestOutcome.MERGED)
    for row in rows(context.definition.overview.requests.requests):
        if known(row.outcome) in answered and not row.requirements:
            yield Hit(
                f"overview.requests.requests[{row.id}].requirements",
                Phrase(
                    "{who}からの要求は要件に反映したとされていますが、どの要件か書かれていません。",
                    "The request from {who} is said to have entered a requirement, but none is named.",
                ).fill(who=context.named(row, row.who)),
                Phrase("応える要件のIDを1.6に記入してください。", "Enter the id of the requirement in 1.6."),
            )


@rule("requests.declined-reason", Severity.WARNS, "採用しない理由", "Reason for declining")
def declined_reason(context: Context) -> Iterator[Hit]:
    """A request is declined without a reason."""
    for row in rows(context.definition.overview.requests.requests):
        if known(row.outcome) is RequestOutcome.DECLINED and known(row.reason) is None:
            yield Hit(
                f"overview.requests.requests[{row.id}].reason",
                Phrase(
                    "{who}からの要求を採用しない理由が書かれていません。",
                    "The request from {who} is declined without a reason.",
                ).fill(who=context.named(row, row.who)),
                Phrase(
                    "後から蒸し返されないよう、理由と伝えた日を書いてください。",
                    "Write the reason and when it was told, so that it does not come up again.",
                ),
            )
