"""What is still 未定: overdue, too late for the issue, or something that vendors cannot price without."""

from __future__ import annotations

from collections.abc import Iterator

from rfp_builder.check.cells import open_answers
from rfp_builder.check.context import Context
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.said import day
from rfp_builder.i18n import Phrase
from rfp_builder.model.rfp import Step

PRICE_DRIVERS = frozenset(
    {
        "work.programs.programs.days",
        "work.programs.programs.opens",
        "work.programs.programs.closes",
        "work.volumes.volumes",
        "work.volumes.volumes.monthly_contacts",
        "work.volumes.volumes.aht",
        "work.start.contract_start",
        "work.start.service_start",
        "work.start.contract_end",
        "operations.sites.shifts",
        "ict.systems.systems.payer",
        "ict.facilities.facilities.payer",
        "price.running.costs",
        "price.running.costs.quantity",
        "price.running.compared_months",
    }
)
"""Answers without which no two offers can be compared; row ids left out."""


@rule("undecided.overdue", Severity.BLOCKS, "期限を過ぎた未定", "Overdue decisions")
def overdue(context: Context) -> Iterator[Hit]:
    """A decision whose due date has passed."""
    for one in open_answers(context.definition):
        if one.answer.due < context.today:
            yield Hit(
                one.path,
                Phrase(
                    "{item}「{label}」は未定のまま、決定期限（{due}、担当: {owner}）を過ぎています。",
                    "{item} “{label}” is still undecided although {owner} was to decide it by {due}.",
                ).fill(item=one.item, label=one.label, due=day(one.answer.due), owner=one.answer.owner),
                Phrase(
                    "担当に確認して値を記入するか、新しい期限を決めてください。",
                    "Ask the owner and enter the answer, or set a new due date.",
                ),
            )


@rule("undecided.after-issue", Severity.WARNS, "発行後に決まる未定", "Decided after issue")
def after_issue(context: Context) -> Iterator[Hit]:
    """A decision due only after the RFP has gone out."""
    issue = context.project.rfp.day(Step.ISSUE)
    for one in open_answers(context.definition):
        if issue is not None and one.answer.due > issue and not one.confidential:
            yield Hit(
                one.path,
                Phrase(
                    "{item}「{label}」の決定期限（{due}）が、提案依頼書の発行日（{issue}）より後です。提"
                    "案会社には「未定」と示されます。",
                    "{item} “{label}” is to be decided by {due}, after the RFP is issued on {issue}: "
                    "vendors will read “to be decided”.",
                ).fill(item=one.item, label=one.label, due=day(one.answer.due), issue=day(issue)),
                Phrase(
                    "発行日までに決めるか、提案の前提とする値を示してください。",
                    "Decide it before the issue, or state a value that proposals shall assume.",
                ),
            )


@rule("undecided.price-driver", Severity.BLOCKS, "価格を左右する未定", "Undecided price drivers")
def price_driver(context: Context) -> Iterator[Hit]:
    """A fact that drives the price is undecided."""
    for one in open_answers(context.definition):
        if _without_ids(one.path) in PRICE_DRIVERS:
            yield Hit(
                one.path,
                Phrase(
                    "{item}「{label}」が未定です。これが決まらないと、各社の見積の前提がそろいません。",
                    "{item} “{label}” is undecided. Without it vendors cannot price on the same basis.",
                ).fill(item=one.item, label=one.label),
                Phrase(
                    "提案依頼書の発行までに決めるか、見積の前提とする値を記入してください。",
                    "Decide it before the issue, or enter the value that offers shall assume.",
                ),
            )


def _without_ids(path: str) -> str:
    head, bracket, rest = path.partition("[")
    return head + rest.partition("]")[2] if bracket else head
