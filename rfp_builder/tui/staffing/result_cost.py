"""What a month should cost, line by line. The most confidential of all: no vendor may see it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.show import show_money, show_number
from rfp_builder.tui.documents.pane import Column, table
from rfp_builder.tui.widths import filled

if TYPE_CHECKING:
    from rfp_builder.workload.plan.values import StaffingPlan
    from rfp_builder.workload.should_cost import ShouldCost

_CONFIDENTIAL = Phrase(
    "社外秘: 想定費用は、提案会社に見せるどの文書にも入りません。",
    "Confidential: the should-cost goes into no document that a vendor sees.",
)
_NONE = Phrase(
    "想定費用は計算していません。理由は「注意」を見てください。",
    "No should-cost was worked out; Remarks says why.",
)
_MONTH = Phrase("1か月の想定費用（円、税抜）", "Should-cost of a month (yen, tax excluded)")
_TOTAL = Phrase("合計", "Total")
_LINE = Column(Phrase("費目", "Item"), 26)
_ENDS = (
    Column(Phrase("業務量 低め", "Low volume"), 14, number=True),
    Column(Phrase("標準", "Base"), 14, number=True),
    Column(Phrase("業務量 高め", "High volume"), 14, number=True),
)
_SPREAD = Phrase("見込みの幅（業務量と前提がともに動く場合）", "Range (volume and assumptions vary together)")
_P50 = Phrase("P50（半々の確率で収まる額）", "P50 (even chances)")
_P80 = Phrase("P80（5回に4回は収まる額）", "P80 (enough four times in five)")
_CHEAPEST = Phrase("前提がすべて安い側の場合", "Every assumption at its cheaper end")
_DEAREST = Phrase("前提がすべて高い側の場合", "Every assumption at its dearer end")
_UNITS = Phrase("単位あたり（標準）", "For each (base)")
_PER_CONTACT = Phrase("1件あたり", "contact")
_PER_SEAT = Phrase("1席・月あたり", "seat and month")
_PER_MINUTE = Phrase("応対1分あたり", "minute of contact")
_PLACEHOLDERS = Phrase(
    "前提のうち{n}項目は仮の値です。「3 前提」で見積もりや自社の実績に置き換えてください。",
    "Placeholders among the assumptions: {n}. Put in quotations or your own figures under 3 Values.",
)
_LABEL_WIDTH = 42


def cost_lines(plan: StaffingPlan, lang: Lang) -> Iterator[Content]:
    """Lines with low, base and high volume, then the spread, then what one of each comes to."""
    yield Content.styled(f"! {_CONFIDENTIAL.to(lang)}", "bold $warning")
    cost = plan.cost
    if cost is None:
        yield Content(_NONE.to(lang))
        return
    if cost.assumptions.placeholders:
        yield Content(_PLACEHOLDERS.fill(n=len(cost.assumptions.placeholders)).to(lang))
    yield Content("")
    yield Content.styled(_MONTH.to(lang), "bold $primary")
    yield from _lines(cost, lang)
    for heading, rows in (
        (
            _SPREAD,
            (
                (_P50, show_money(cost.spread.p50, "JPY", lang)),
                (_P80, show_money(cost.spread.p80, "JPY", lang)),
                (_CHEAPEST, show_money(cost.cheapest.total, "JPY", lang)),
                (_DEAREST, show_money(cost.dearest.total, "JPY", lang)),
            ),
        ),
        (
            _UNITS,
            (
                (_PER_CONTACT, show_money(round(cost.base.per_call), "JPY", lang)),
                (_PER_SEAT, show_money(round(cost.base.per_seat), "JPY", lang)),
                (_PER_MINUTE, show_money(round(cost.base.per_minute), "JPY", lang)),
            ),
        ),
    ):
        yield Content("")
        yield Content.styled(heading.to(lang), "bold $primary")
        yield from (Content(filled(label.to(lang), _LABEL_WIDTH) + value) for label, value in rows)


def _lines(cost: ShouldCost, lang: Lang) -> Iterator[Content]:
    cases = (cost.low, cost.base, cost.high)
    rows = [(line.to(lang), *(show_number(case.lines[line]) for case in cases)) for line in cost.base.lines]
    rows.append((_TOTAL.to(lang), *(show_number(case.total) for case in cases)))
    *lines, total = table((_LINE, *_ENDS), rows, lang)
    yield from lines
    yield total.stylize("bold")
