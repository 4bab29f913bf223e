"""Names of the sheets, and words that stand on several of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rfp_builder.catalogue import standings
from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.model.staffing import CostStanding
from rfp_builder.workload.plan.values import Origin
from rfp_builder.workload.should_cost import Standing


@dataclass(frozen=True, slots=True)
class BookNames:
    """What the workbook calls itself."""

    title: Speakable | None
    """Of the project."""
    client: Speakable | None
    made_on: date
    project: str = ""
    """`workspace.Workspace.identity` of the project; empty: the book does not say whose it is."""


BOOK = Phrase("要員計画", "Staffing plan")
SUMMARY = Phrase("概要", "Summary")
ASSUMPTIONS = Phrase("前提", "Assumptions")
FORECAST = Phrase("予測", "Forecast")
REQUIREMENT = Phrase("必要人数", "Requirement")
WHATIF = Phrase("試算", "What-if")
CALCULATOR = Phrase("計算", "Calculator")
SHIFTS = Phrase("シフト", "Shifts")
HIRING = Phrase("採用計画", "Hiring")
COST = Phrase("想定費用", "Should-cost")

MARKING = Phrase("社外秘", "Confidential")
KEEP_IN = Phrase(
    "社外秘：発注者の社内限り。提案会社には渡さないでください。",
    "Confidential: for the client only. Never hand it to a vendor.",
)

WEEKDAYS = (
    Phrase("月", "Mon"),
    Phrase("火", "Tue"),
    Phrase("水", "Wed"),
    Phrase("木", "Thu"),
    Phrase("金", "Fri"),
    Phrase("土", "Sat"),
    Phrase("日", "Sun"),
)
ORIGINS = {
    Origin.SETTING: Phrase("設定した値", "set"),
    Origin.DEFINITION: Phrase("業務要件定義", "definition"),
    Origin.HISTORY: Phrase("履歴", "history"),
    Origin.ASSUMED: Phrase("仮定", "assumed"),
}
STANDINGS = {one: standings.STANDINGS[CostStanding(one.value)] for one in Standing}

QUEUE = Phrase("業務・チャネル", "Queue")
TIME = Phrase("時間帯（開始）", "Interval from")
MONTH = Phrase("月", "Month")
CONTACTS = Phrase("件数", "Contacts")
AGENTS = Phrase("必要人数", "Agents")
STAFF = Phrase("配置人数", "Staff")
LOAD = Phrase("業務量（アーラン）", "Load (erlangs)")
AHT = Phrase("平均処理時間\n（秒）", "Handling time\n(AHT, s)")
LEVEL = Phrase("サービスレベル", "Service level")
OCCUPANCY = Phrase("占有率\n（業務量／人数）", "Occupancy\n(load / agents)")
WAIT = Phrase("平均待ち時間\n（秒）", "Average wait\n(s)")
NUMBER = Phrase("番号", "No.")
TOTAL = Phrase("合計", "Total")
YES = Phrase("○", "yes")
NO = Phrase("×", "no")
ENDLESS = Phrase("増え続ける", "grows")
"""A wait where the queue grows without end."""
