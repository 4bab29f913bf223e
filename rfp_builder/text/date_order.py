"""Which of day and month comes first in dates whose year stands last."""

from __future__ import annotations

from enum import StrEnum

from rfp_builder.i18n import Lang, Phrase


class DateOrder(StrEnum):
    """An order of day and month."""

    MONTH_FIRST = "month-first"
    DAY_FIRST = "day-first"

    def to(self, lang: Lang) -> str:
        """The order in words."""
        return _ORDERS[self].to(lang)


_ORDERS = {
    DateOrder.MONTH_FIRST: Phrase("月/日/年", "month/day/year"),
    DateOrder.DAY_FIRST: Phrase("日/月/年", "day/month/year"),
}
