"""Payment (6.4): after the month is closed, and not too long after."""

from __future__ import annotations

from collections.abc import Iterator

from rfp_builder.check.context import Context
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import known

LATEST_PAYMENT_DAYS = 60
"""From receipt of the service; the Japanese law on subcontracting knows this limit."""


@rule("price.payment-late", Severity.WARNS, "支払いまでの期間", "Time until payment")
def payment_late(context: Context) -> Iterator[Hit]:
    """Payment more than sixty days after the closing day."""
    months, closing, paid = _terms(context)
    if months is None or closing is None or paid is None:
        return
    days = months * 30 + min(paid, 30) - min(closing, 30)
    if days > LATEST_PAYMENT_DAYS:
        yield Hit(
            "price.payment.payment_months",
            Phrase(
                "締日から支払日まで約{days}日あります。取引によっては、役務の提供から60日以内の支払いが法"
                "律で求められます。",
                "Payment comes about {days} days after closing. For some contracts the law asks for "
                "sixty days at the most.",
            ).fill(days=days),
            Phrase(
                "支払日を早めるか、法務・経理に確認してください。", "Pay earlier, or ask legal and accounts."
            ),
        )


@rule("price.payment-order", Severity.BLOCKS, "締日と支払日", "Payment before closing")
def payment_order(context: Context) -> Iterator[Hit]:
    """Payment falls before the month is closed."""
    months, closing, paid = _terms(context)
    if months == 0 and closing is not None and paid is not None and paid <= closing:
        yield Hit(
            "price.payment.payment_day",
            Phrase(
                "当月払いですが、支払日（{paid}日）が締日（{closing}日）以前です。",
                "Payment is due on day {paid} of the same month, not after closing on day {closing}.",
            ).fill(paid=paid, closing=closing),
            Phrase(
                "支払月を翌月以降にするか、支払日を直してください。",
                "Pay in a later month, or correct the day.",
            ),
        )


def _terms(context: Context) -> tuple[int | None, int | None, int | None]:
    """Months after the one of the service, day of closing, day of payment."""
    payment = context.definition.price.payment
    return known(payment.payment_months), known(payment.closing_day), known(payment.payment_day)
