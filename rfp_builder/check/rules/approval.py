"""Approval, change and exit (section 7) and the budget's frame."""

from __future__ import annotations

from collections.abc import Iterator

from rfp_builder.check.context import Context, rows
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.said import day
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Employment, Role
from rfp_builder.model.rfp import Step

FEWEST_DECISION_LEVELS = 2


@rule("approval.order", Severity.ADVISES, "承認の順序", "Order of approval")
def approval_order(context: Context) -> Iterator[Hit]:
    """Two approvers at the same place of the order."""
    seen: set[int] = set()
    for row in rows(context.definition.additional.approval.approvers):
        order = known(row.order)
        if order is not None and order in seen:
            yield Hit(
                f"additional.approval.approvers[{row.id}].order",
                Phrase(
                    "承認者「{approver}」の順序（{order}）が、ほかの承認者と同じです。",
                    "Approver “{approver}” shares place {order} of the order with another.",
                ).fill(approver=context.named(row, row.approver), order=order),
                Phrase(
                    "同時に回付するのでなければ、誰が先に承認するのかを決めてください。",
                    "Unless they approve side by side, say who comes first.",
                ),
            )
        if order is not None:
            seen.add(order)


@rule("approval.skipped", Severity.WARNS, "承認の飛び越し", "Approval out of turn")
def approval_skipped(context: Context) -> Iterator[Hit]:
    """Somebody approved before an earlier approver did."""
    approvers = sorted(
        (
            row
            for row in rows(context.definition.additional.approval.approvers)
            if known(row.order) is not None
        ),
        key=lambda row: known(row.order) or 0,
    )
    waiting = None
    for row in approvers:
        approved = known(row.approved)
        if approved is None:
            waiting = waiting or row
        elif waiting is not None:
            yield Hit(
                f"additional.approval.approvers[{waiting.id}].approved",
                Phrase(
                    "「{later}」は{day}に承認済みですが、先に承認するはずの「{earlier}」がまだです。",
                    "“{later}” approved on {day}, but “{earlier}”, who comes first, has not.",
                ).fill(
                    later=context.named(row, row.approver),
                    earlier=context.named(waiting, waiting.approver),
                    day=day(approved),
                ),
                Phrase(
                    "先の承認者の承認を得るか、順序を直してください。",
                    "Obtain the earlier approval, or correct the order.",
                ),
            )
            return


@rule("approval.before-issue", Severity.BLOCKS, "発行前の承認", "Approved before the issue")
def approval_before_issue(context: Context) -> Iterator[Hit]:
    """The day of issue has come, and somebody has not approved."""
    issue = context.project.rfp.day(Step.ISSUE)
    if issue is None or context.today < issue or context.project.issues:
        return
    for row in rows(context.definition.additional.approval.approvers):
        if known(row.approved) is None:
            yield Hit(
                f"additional.approval.approvers[{row.id}].approved",
                Phrase(
                    "発行日（{issue}）になりましたが、「{approver}」の承認がありません。",
                    "The day of issue, {issue}, has come, but “{approver}” has not approved.",
                ).fill(issue=day(issue), approver=context.named(row, row.approver)),
                Phrase(
                    "承認日を7.1に記入するか、発行日を改めてください。",
                    "Enter the approval in 7.1, or move the issue.",
                ),
            )


@rule("change.levels", Severity.ADVISES, "変更の決裁区分", "Levels of decision")
def change_levels(context: Context) -> Iterator[Hit]:
    """One level of decision for changes of any size."""
    decisions = rows(context.definition.additional.change.decisions)
    if decisions and len(decisions) < FEWEST_DECISION_LEVELS:
        yield Hit(
            "additional.change.decisions",
            Phrase(
                "変更の決裁区分が1つしかありません。小さな変更も同じ手続きになり、現場が止まります。",
                "Changes of every size take the same decision; small ones will wait for it.",
            ),
            Phrase(
                "影響の大きさ（費用、要員、期日）で2〜3段階に分けてください。",
                "Make two or three levels by impact on cost, people and dates.",
            ),
        )


@rule("contract.orders", Severity.WARNS, "請負と派遣の区分", "Contracting or dispatching")
def orders(context: Context) -> Iterator[Hit]:
    """No responsible manager stands between the client and the vendor's operators."""
    contract = context.definition.additional.contract
    filled = any(
        getattr(contract, field) is not None for field in ("subcontracting", "liability", "confidentiality")
    )
    if filled and known(contract.responsible_manager) is None:
        yield Hit(
            "additional.contract.responsible_manager",
            Phrase(
                "受託者の管理責任者が定められていません。発注者がオペレーターに直接指示すると、偽装請負と"
                "みなされるおそれがあります。",
                "No responsible manager is named. If the client orders the vendor's operators about, the "
                "contract may count as disguised dispatching.",
            ),
            Phrase(
                "指示はすべて管理責任者を通すことを7.4に書いてください。",
                "State in 7.4 that all instructions go through the vendor's responsible manager.",
            ),
        )


@rule("contract.dispatched", Severity.WARNS, "派遣社員の利用", "Dispatched staff")
def dispatched(context: Context) -> Iterator[Hit]:
    """Dispatched staff in the vendor's team, and nothing about subcontracting."""
    terms = rows(context.definition.people.employment.terms)
    used = [
        row for row in terms if known(row.form) is Employment.DISPATCHED and known(row.role) is not Role.OTHER
    ]
    if used and known(context.definition.additional.contract.subcontracting) is None:
        yield Hit(
            f"people.employment.terms[{used[0].id}].form",
            Phrase(
                "派遣社員の利用を想定していますが、7.4に再委託や派遣の条件がありません。",
                "Dispatched staff are expected, but 7.4 says nothing about subcontracting or dispatching.",
            ),
            Phrase(
                "派遣の可否、事前の承諾、指揮命令の範囲を7.4に書いてください。",
                "State in 7.4 whether it is allowed, on whose consent, and who commands.",
            ),
        )
