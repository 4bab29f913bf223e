"""The sheets of the library: KPIs, the complaint and harassment kit, phrases, and the ready requirements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.catalogue.kit import kit
from rfp_builder.catalogue.kpis import ReadyKpi, ready_kpis
from rfp_builder.catalogue.phrases import ready_phrases
from rfp_builder.catalogue.requirements import ready_requirements
from rfp_builder.catalogue.sections import item
from rfp_builder.i18n import Lang, Phrase, listed
from rfp_builder.text.show import show_minutes

Cell = Phrase | Decimal
_NOTHING = Phrase("", "")
_ALL = Phrase("すべて", "all")
_YES = Phrase("可", "yes")
_SUBJECTIVE = Phrase("主観を含む", "judged by people")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a sheet: heading and width in half-width characters of each column, and the rows."""

    title: Phrase
    columns: tuple[tuple[Phrase, int], ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet: its name, what it is for, and its tables from the top."""

    name: Phrase
    lead: Phrase
    tables: tuple[Table, ...]


def pages() -> Iterator[Page]:
    """All sheets in their order.

    Raises:
        CatalogueError: a data file is broken.
    """
    yield _kpis()
    yield _escalations()
    yield _trainings()
    yield _harassment()
    yield _customers()
    yield _attitudes()
    yield _phrases()
    yield _requirements()


def _page(
    name: Phrase, lead: Phrase, columns: tuple[tuple[Phrase, int], ...], rows: Iterator[tuple[Cell, ...]]
) -> Page:
    return Page(name, lead, (Table(name, columns, tuple(rows)),))


def _kpis() -> Page:
    return _page(
        Phrase("KPI", "KPIs"),
        Phrase(
            "4.9 サービスレベルに使える指標です。目標値は一般的な値なので、自社の実績で置き換えてください。",
            "Measures for 4.9 Service levels. Targets are usual ones: put your own records in their place.",
        ),
        (
            (Phrase("指標", "KPI"), 20),
            (Phrase("計算式", "Formula"), 36),
            (Phrase("単位", "Unit"), 8),
            (Phrase("良い方向", "Better"), 11),
            (Phrase("目標", "Target"), 9),
            (Phrase("最低", "Minimum"), 11),
            (Phrase("一般的な水準", "Usual target"), 34),
            (Phrase("チャネル", "Channels"), 16),
            (Phrase("データの出所", "Source"), 28),
            (Phrase("落とし穴", "Pitfalls"), 50),
            (Phrase("判定", "Judgement"), 12),
        ),
        (_kpi(one) for one in ready_kpis()),
    )


def _kpi(one: ReadyKpi) -> tuple[Cell, ...]:
    channels = [choice_label(channel) for channel in one.channels]
    return (
        one.name,
        one.formula,
        choice_label(one.unit),
        choice_label(one.direction),
        one.target,
        one.minimum,
        one.usual_target,
        listed(channels) if channels else _ALL,
        one.source,
        one.pitfalls,
        _SUBJECTIVE if one.subjective else _NOTHING,
    )


def _escalations() -> Page:
    return _page(
        Phrase("エスカレーション", "Escalation"),
        Phrase(
            "4.6 エスカレーションの表に写して使えます。",
            "Rows for the table of 4.6 Escalation.",
        ),
        (
            (Phrase("種類", "Kind"), 22),
            (Phrase("きっかけ", "Trigger"), 36),
            (Phrase("報告先", "Report to"), 22),
            (Phrase("時間", "Within"), 12),
            (Phrase("手段", "Means"), 22),
            (Phrase("権限", "Authority"), 34),
            (Phrase("完了の条件", "Closed when"), 34),
            (Phrase("残す記録", "Record kept"), 32),
        ),
        (
            (
                one.kind,
                one.trigger,
                one.report_to,
                Phrase(*(show_minutes(one.within_minutes, lang) for lang in (Lang.JA, Lang.EN))),
                one.means,
                one.authority,
                one.closed_when,
                one.record,
            )
            for one in kit().escalations
        ),
    )


def _trainings() -> Page:
    return _page(
        Phrase("研修", "Training"),
        Phrase(
            "3.3 トレーニングの表に写して使えます。時間は1人あたりです。",
            "Rows for the table of 3.3 Training. Hours are per person.",
        ),
        (
            (Phrase("研修", "Course"), 26),
            (Phrase("内容", "Content"), 60),
            (Phrase("時間", "Hours"), 8),
            (Phrase("講師", "Taught by"), 24),
            (Phrase("費用の負担", "Paid by"), 14),
            (Phrase("時期", "When"), 32),
        ),
        (
            (one.course, one.content, one.hours, one.taught_by, choice_label(one.paid_by), one.timing)
            for one in kit().trainings
        ),
    )


def _harassment() -> Page:
    types = Table(
        Phrase("類型と対応", "Types and responses"),
        (
            (Phrase("類型", "Type"), 26),
            (Phrase("例", "Example"), 46),
            (Phrase("対応", "Response"), 56),
            (Phrase("応対を打ち切るとき", "When the contact is ended"), 40),
        ),
        tuple((one.name, one.example, one.response, one.cut_off) for one in kit().harassment_types),
    )
    decisions = Table(
        Phrase("先に決めておくこと", "Decisions to take beforehand"),
        (
            (Phrase("番号", "No."), 26),
            (Phrase("決めること", "Question"), 46),
            (Phrase("決めておく理由", "Why"), 56),
            (Phrase("推奨する方針", "Suggested answer"), 40),
        ),
        tuple(
            (Phrase(str(number), str(number)), one.question, one.why, one.default)
            for number, one in enumerate(kit().decisions, start=1)
        ),
    )
    return Page(
        Phrase("カスタマーハラスメント", "Customer harassment"),
        Phrase(
            "委託先と発注者が同じ線を引くための一覧です。方針は、起きる前に組織として決めておきます。",
            "So that client and vendor draw the same line. Decide as an organisation before it happens.",
        ),
        (types, decisions),
    )


def _customers() -> Page:
    return _page(
        Phrase("お客様のタイプ", "Kinds of customers"),
        Phrase(
            "不満を持つお客様のタイプと、応対の勘所です。", "Kinds of dissatisfied customers, and advice."
        ),
        ((Phrase("タイプ", "Kind"), 36), (Phrase("応対の勘所", "Advice"), 100)),
        ((one.kind, one.advice) for one in kit().customer_kinds),
    )


def _attitudes() -> Page:
    return _page(
        Phrase("応対姿勢", "Attitudes"),
        Phrase(
            "4.3 モニタリングの評価票に使える基準と、聞き取る点です。",
            "Standards for the monitoring form of 4.3, and what the listener checks.",
        ),
        ((Phrase("基準", "Standard"), 44), (Phrase("聞き取る点", "What the listener checks"), 92)),
        ((one.standard, one.check) for one in kit().attitudes),
    )


def _phrases() -> Page:
    return _page(
        Phrase("言い換え", "Phrases"),
        Phrase(
            "お客様に言わないほうがよい言葉と、その言い換えです。",
            "What had better not be said to a customer, and what to say instead.",
        ),
        (
            (Phrase("場面", "Situation"), 34),
            (Phrase("避ける言葉", "Avoid"), 34),
            (Phrase("理由", "Why"), 46),
            (Phrase("言い換え", "Say instead"), 46),
        ),
        ((one.situation, one.avoid, one.why, one.say) for one in ready_phrases()),
    )


def _requirements() -> Page:
    return _page(
        Phrase("要件集", "Requirement library"),
        Phrase(
            "そのまま使える要件の文例です。業務要件定義のブックの「要件集」で採用できます。",
            "Requirements ready for use. Take them on “Requirement library” of the definition workbook.",
        ),
        (
            (Phrase("番号", "Item"), 7),
            (Phrase("項目", "Title"), 22),
            (Phrase("要件", "Requirement"), 60),
            (Phrase("優先度", "Priority"), 10),
            (Phrase("達成の確認方法", "How fulfilment is checked"), 46),
            (Phrase("理由", "Rationale"), 46),
            (Phrase("非開示にできる", "May be withheld"), 11),
            (Phrase("問いかけ", "Open question"), 40),
        ),
        (
            (
                Phrase(one.item, one.item),
                item(one.item).title,
                one.statement,
                choice_label(one.priority),
                one.acceptance,
                one.rationale,
                _YES if one.withholdable else _NOTHING,
                one.open_question or _NOTHING,
            )
            for one in ready_requirements()
        ),
    )
