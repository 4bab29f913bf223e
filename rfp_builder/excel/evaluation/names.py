"""Names of the sheets, and words that stand on several of them."""

from __future__ import annotations

from rfp_builder.i18n import Phrase

SUMMARY = Phrase("概要", "Summary")
RANKING = Phrase("順位", "Ranking")
POINTS = Phrase("得点", "Points")
GRADES = Phrase("評価者別", "By evaluator")
PRICES = Phrase("価格", "Prices")
GATES = Phrase("応募資格", "Gates")
COMPLIANCE = Phrase("要件適合", "Compliance")
WITHHELD = Phrase("非開示要件", "Withheld")
REASONS = Phrase("採点理由", "Reasons")

INTERNAL = Phrase("社外秘", "Internal – confidential")

NUMBER = Phrase("番号", "No.")
VENDOR = Phrase("提案会社", "Vendor")
CRITERION = Phrase("評価基準・評価細目", "Criterion, sub-criterion")
SUB = Phrase("評価細目", "Sub-criterion")
POSSIBLE = Phrase("配点", "Points possible")
FLOOR = Phrase("最低基準", "Floor")
QUALITY = Phrase("価格点以外", "Without price")
PRICE_POINTS = Phrase("価格点", "Price points")
TOTAL = Phrase("合計点", "Total")
RANK = Phrase("順位", "Rank")
STATE = Phrase("判定", "State")
IN = Phrase("対象", "in")
OUT = Phrase("対象外", "out")
OPEN = Phrase("未確定", "open")
GOES_ON = Phrase("（続き）", "(continued)")

YES, NO, NOT_ANSWERED, NOT_ASKED = "○", "×", "", "－"
"""Marks in cells; a blank is what was not answered."""
