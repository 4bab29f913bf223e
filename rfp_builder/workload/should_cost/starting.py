"""Assumptions to start from. Premiums are the law's; most others wait for the client's own figures."""

from __future__ import annotations

from datetime import date

from rfp_builder.i18n import Phrase
from rfp_builder.workload.should_cost.assumption import LEAST_PREMIUMS, Assumption, Range, Standing
from rfp_builder.workload.should_cost.assumptions import Assumptions
from rfp_builder.workload.should_cost.items import Item

_SIXTY_HOURS_FOR_ALL = date(2023, 4, 1)
_MINIMUM_WAGE_OF = date(2025, 10, 1)
_SET_ON = date(2026, 4, 1)

_LAW = {
    Item.NIGHT: Phrase("労働基準法第37条第4項", "Labour Standards Act, article 37, paragraph 4"),
    Item.OVERTIME: Phrase(
        "労働基準法第37条第1項、平成6年政令第5号",
        "Labour Standards Act, article 37, paragraph 1, and Cabinet Order No. 5 of 1994",
    ),
    Item.LONG_OVERTIME: Phrase(
        "労働基準法第37条第1項ただし書", "Labour Standards Act, proviso of article 37, paragraph 1"
    ),
    Item.HOLIDAY: Phrase(
        "労働基準法第37条第1項、平成6年政令第5号",
        "Labour Standards Act, article 37, paragraph 1, and Cabinet Order No. 5 of 1994",
    ),
}
_PLACEHOLDER = Phrase(
    "仮の値。見積もり、求人の相場、自社の実績に置き換えてください。",
    "Placeholder: put in quotations, wages in job offers, or your own figures.",
)
_MINIMUM_WAGE = Phrase(
    "低めは令和7年度地域別最低賃金の全国加重平均（厚生労働省）。標準と高めは仮の値。",
    "Low: weighted average of the regional minimum wages of fiscal 2025 (Ministry of Health, Labour and "
    "Welfare). Base and high: placeholders.",
)
_SOCIAL = Phrase(
    "標準は、厚生年金保険料18.3%の折半（厚生年金保険法第81条・第82条）に、健康保険、雇用保険、労災保険などの"
    "会社負担を加えた仮の値。加入しない短時間勤務者が多いほど低くなります。",
    "Base: half of the 18.3% of the Employees' Pension Insurance Act, articles 81 and 82, with a placeholder "
    "for health, employment and accident insurance. Lower where many short-time workers are not insured.",
)
_PLACEHOLDERS = {
    Item.SV_WAGE: Range.of(1600, 1900, 2300),
    Item.QA_WAGE: Range.of(1600, 1900, 2300),
    Item.TRAINER_WAGE: Range.of(1600, 1900, 2300),
    Item.WFM_WAGE: Range.of(1600, 2000, 2500),
    Item.MANAGER_PAY: Range.of(400_000, 480_000, 600_000),
    Item.AGENTS_PER_SV: Range.of(8, 10, 15),
    Item.AGENTS_PER_QA: Range.of(25, 40, 60),
    Item.AGENTS_PER_TRAINER: Range.of(30, 50, 80),
    Item.AGENTS_PER_WFM: Range.of(40, 60, 100),
    Item.MANAGERS: Range.of(1),
    Item.ALLOWANCES: Range.of("0.03", "0.06", "0.12"),
    Item.HIRES: Range.of("0.5", 1, 2),
    Item.HIRE_COST: Range.of(50_000, 100_000, 200_000),
    Item.TRAINING_HOURS: Range.of(80, 120, 160),
    Item.SEAT: Range.of(20_000, 30_000, 45_000),
    Item.ICT: Range.of(10_000, 20_000, 35_000),
    Item.TELECOM: Range.of(0, 3, 8),
    Item.OVERHEAD: Range.of("0.08", "0.12", "0.18"),
    Item.MARGIN: Range.of("0.05", "0.10", "0.15"),
}


def starting_assumptions() -> Assumptions:
    """One assumption for each item, each with its source and date. To be replaced by better ones."""
    return Assumptions(tuple(_starting(item) for item in Item))


def _starting(item: Item) -> Assumption:
    if item in _LAW:
        least = LEAST_PREMIUMS[item]
        return Assumption(
            item, Range(least, least, least), _LAW[item], _SIXTY_HOURS_FOR_ALL, Standing.STATUTE
        )
    if item is Item.CSR_WAGE:
        wage = Range.of(1121, 1400, 1700)
        return Assumption(item, wage, _MINIMUM_WAGE, _MINIMUM_WAGE_OF, Standing.PLACEHOLDER)
    if item is Item.SOCIAL_COST:
        share = Range.of("0.10", "0.15", "0.165")
        return Assumption(item, share, _SOCIAL, _SET_ON, Standing.PLACEHOLDER)
    return Assumption(item, _PLACEHOLDERS[item], _PLACEHOLDER, _SET_ON, Standing.PLACEHOLDER)
