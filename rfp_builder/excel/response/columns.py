"""The tables of the response workbook: sheets and columns, for writing and for reading."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rfp_builder.excel.columns import ColumnSpec, Kind
from rfp_builder.forms.choices import mark
from rfp_builder.i18n import Phrase
from rfp_builder.model.proposals import Fit
from rfp_builder.text.currency import words_after

INSTRUCTIONS = Phrase("説明", "Instructions")
REQUIREMENTS = Phrase("要件回答", "Requirements")
GATES = Phrase("応募資格", "Gates")
PRICES = Phrase("価格", "Prices")
EXPERIENCE = Phrase("実績", "Experience")
SITES = Phrase("拠点", "Sites")
STAFFING = Phrase("要員", "Staffing")
FINANCIALS = Phrase("財務", "Financials")
FREE = Phrase("自由提案", "Free proposals")
CHECKLIST = Phrase("確認表", "Checklist")

COMPANY = Phrase("会社名", "Company")

MARKS = (
    mark("◎", Fit.EXCEEDS),
    mark("○", Fit.MEETS),
    mark("△", Fit.PARTLY),
    mark("×", Fit.NOT),
)
_NUMBER = Phrase("番号", "No.")
_EVIDENCE = Phrase("根拠（資料名・ページ）", "Evidence (document, page)")


def _extra_cost(currency: str) -> ColumnSpec:
    heading = Phrase("追加費用（{unit}）", "Extra cost ({unit})").fill(unit=_unit(currency))
    return ColumnSpec(
        "extra-cost",
        heading,
        Kind.AMOUNT,
        aliases=("追加費用", "Extra cost"),
        currency=currency,
        width=13,
        prompt=Phrase(
            "標準の提供範囲に含まれるときは 0 を記入してください。",
            "Please enter 0 if it is part of what you offer as standard.",
        ),
    )


def requirement_columns(currency: str) -> tuple[ColumnSpec, ...]:
    """A row for each disclosed requirement (R-001) and open question (Q-01)."""
    return (
        ColumnSpec("number", _NUMBER, Kind.ID, width=8),
        ColumnSpec("item", Phrase("項目", "Item"), given=True, width=17),
        ColumnSpec("statement", Phrase("要件・問いかけ", "Requirement or question"), given=True, width=46),
        ColumnSpec("priority", Phrase("優先度", "Priority"), given=True, width=9),
        ColumnSpec("acceptance", Phrase("達成の確認方法", "How fulfilment is checked"), given=True, width=30),
        ColumnSpec(
            "fit",
            Phrase("対応可否", "Mark"),
            Kind.CHOICE,
            choices=MARKS,
            width=9,
            prompt=Phrase(
                "◎ 上回る　○ 満たす\n△ 一部・条件付き　× できない",
                "◎ goes beyond  ○ met\n△ in part, or under conditions  × not met",
            ),
        ),
        ColumnSpec("how", Phrase("実現方法", "How it is met"), width=46),
        ColumnSpec("evidence", _EVIDENCE, width=20),
        _extra_cost(currency),
    )


GATE_COLUMNS = (
    ColumnSpec("number", _NUMBER, Kind.ID, width=8),
    ColumnSpec("statement", Phrase("応募資格", "Gate"), given=True, width=52),
    ColumnSpec("asked", Phrase("確認のために提出する書類", "Evidence to hand in"), given=True, width=34),
    ColumnSpec("passed", Phrase("満たしているか", "Met"), Kind.BOOL, width=16),
    ColumnSpec("evidence", Phrase("添付する書類の名前・番号", "Name or number of what you attach"), width=40),
)

INITIAL = Phrase("初期費用", "Initial cost")
RUNNING = Phrase("運営費用", "Running cost")


def price_columns(currency: str, *, tax_included: bool) -> tuple[ColumnSpec, ...]:
    """A row for each line of the price sheet (P-01). Quantity and months are given, with few exceptions."""
    tax = Phrase("税込", "incl. tax") if tax_included else Phrase("税抜", "excl. tax")
    unit = _unit(currency)
    return (
        ColumnSpec("number", _NUMBER, Kind.ID, width=8),
        ColumnSpec("group", Phrase("区分", "Kind"), given=True, width=12),
        ColumnSpec("label", Phrase("価格項目", "Price line"), given=True, width=40),
        ColumnSpec("note", Phrase("対象・備考", "Covers"), given=True, width=36),
        ColumnSpec("unit", Phrase("単位", "Unit"), given=True, width=14),
        ColumnSpec("quantity", Phrase("月間数量", "Quantity a month"), Kind.NUMBER, given=True, width=11),
        ColumnSpec("months", Phrase("月数", "Months"), Kind.NUMBER, given=True, width=8),
        ColumnSpec(
            "unit-price",
            Phrase("単価（{unit}・{tax}）", "Unit price ({unit}, {tax})").fill(unit=unit, tax=tax),
            Kind.NUMBER,
            aliases=(
                *("単価", "Unit price"),
                *(f"単価（{unit.ja}・{word}）" for word in ("税込", "税抜")),
                *(f"Unit price ({unit.en}, {word})" for word in ("incl. tax", "excl. tax")),
            ),
            units=words_after(currency),
            width=16,
        ),
        ColumnSpec(
            "amount",
            Phrase("金額（{unit}）", "Amount ({unit})").fill(unit=unit),
            Kind.AMOUNT,
            given=True,
            aliases=("金額", "Amount"),
            currency=currency,
            width=18,
        ),
    )


FACT_COLUMNS: Mapping[str, tuple[ColumnSpec, ...]] = MappingProxyType(
    {
        "experience": (
            ColumnSpec("row", _NUMBER, given=True, width=6),
            ColumnSpec("client", Phrase("委託元（業種など）", "Client (kind of business)"), width=22),
            ColumnSpec("work", Phrase("業務内容", "Work"), width=24),
            ColumnSpec("channel", Phrase("チャネル", "Channels"), width=14),
            ColumnSpec("from", Phrase("開始", "From"), width=12),
            ColumnSpec("until", Phrase("終了", "Until"), width=12),
            ColumnSpec("monthly-contacts", Phrase("月間件数", "Contacts a month"), width=12),
            ColumnSpec("seats", Phrase("席数", "Seats"), width=9),
            ColumnSpec("taken-over-from", Phrase("移行元", "Taken over from"), width=14),
            ColumnSpec("planned-start", Phrase("開始予定日", "Planned start"), width=13),
            ColumnSpec("actual-start", Phrase("実際の開始日", "Actual start"), width=13),
            ColumnSpec("results", Phrase("主な成果", "Results"), width=24),
            ColumnSpec("reference", Phrase("照会先", "Reference"), width=18),
        ),
        "sites": (
            ColumnSpec("row", _NUMBER, given=True, width=6),
            ColumnSpec("site", Phrase("拠点名", "Site"), width=20),
            ColumnSpec("place", Phrase("所在地", "Address"), width=30),
            ColumnSpec("seats", Phrase("席数（うち本業務）", "Seats (for this work)"), width=20),
            ColumnSpec("hours", Phrase("使用できる時間帯", "Hours of use"), width=20),
            ColumnSpec("security", Phrase("入退室の管理", "Access control"), width=26),
            ColumnSpec("second-site", Phrase("代替拠点", "Second site"), width=22),
            ColumnSpec(
                "recruiting",
                Phrase("採用の状況（募集時給など）", "Recruiting there (wages offered)"),
                width=28,
            ),
        ),
        "staffing": (
            ColumnSpec("row", _NUMBER, given=True, width=6),
            ColumnSpec("role", Phrase("職種・役割", "Role"), width=22),
            ColumnSpec("headcount", Phrase("人数", "Headcount"), width=11),
            ColumnSpec("experience", Phrase("経験・資格", "Experience, qualifications"), width=34),
            ColumnSpec("plan", Phrase("月別の人数・採用計画", "Headcount and hiring by month"), width=36),
            ColumnSpec("attrition", Phrase("離職率", "Attrition"), width=12),
            ColumnSpec("note", Phrase("前提・備考", "Assumptions, notes"), width=36),
        ),
        "financials": (
            ColumnSpec("term", Phrase("期", "Term"), given=True, width=12),
            ColumnSpec("year", Phrase("決算期（年度・年月）", "Business year"), width=18),
            ColumnSpec("sales", Phrase("売上高", "Sales"), width=15),
            ColumnSpec("operating-profit", Phrase("営業利益", "Operating profit"), width=15),
            ColumnSpec("ordinary-profit", Phrase("経常利益", "Ordinary profit"), width=15),
            ColumnSpec("net-assets", Phrase("純資産", "Net assets"), width=15),
            ColumnSpec("total-assets", Phrase("総資産", "Total assets"), width=15),
            ColumnSpec("current-assets", Phrase("流動資産", "Current assets"), width=15),
            ColumnSpec("current-liabilities", Phrase("流動負債", "Current liabilities"), width=15),
            ColumnSpec(
                "largest-client-share",
                Phrase("最大の顧客の売上割合", "Largest client's share of sales"),
                width=16,
            ),
        ),
    }
)
"""Texts as the vendor puts them, keyed as a `Fact` keys them."""

FACT_SHEETS: Mapping[str, Phrase] = MappingProxyType(
    {"experience": EXPERIENCE, "sites": SITES, "staffing": STAFFING, "financials": FINANCIALS}
)


def free_columns(currency: str) -> tuple[ColumnSpec, ...]:
    """Proposals beyond the listed requirements."""
    return (
        ColumnSpec("row", _NUMBER, given=True, width=6),
        ColumnSpec("title", Phrase("提案の題名", "Title"), width=26),
        ColumnSpec(
            "how", Phrase("内容（誰が、いつ、どのように）", "What you propose (who, when, how)"), width=56
        ),
        ColumnSpec("benefit", Phrase("効果", "Benefit"), width=38),
        ColumnSpec("evidence", _EVIDENCE, width=26),
        _extra_cost(currency),
    )


def _unit(currency: str) -> Phrase:
    return Phrase("円", "JPY") if currency == "JPY" else Phrase(currency, currency)
