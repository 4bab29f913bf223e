"""What the headings and marks of telephone system reports say, folded by `text.fold.fold`."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType

from rfp_builder.i18n import Lang, Phrase


class Role(StrEnum):
    """How a column was understood."""

    DATE = "date"
    TIME = "time"
    MOMENT = "moment"
    """Day and time in one cell."""
    MONTH = "month"
    CALLS = "calls"
    """Contacts offered: the counts that are taken."""
    INTERVAL = "interval"
    """Counts of the interval that the heading names."""
    DAY = "day"
    """Counts of the day that the heading names."""
    SPLIT = "split"
    """Counts of the part that the heading names, such as a contact reason."""
    PROGRAM = "program"
    CHANNEL = "channel"
    REASON = "reason"
    PRODUCT = "product"
    SEGMENT = "segment"
    OTHER = "other"
    TOTAL = "total"
    """Sums of the row: compared, not counted."""
    MEASURE = "measure"
    """What the row holds: contacts offered, which are counted, handling times, or something else."""
    HANDLING = "handling"
    """Average handling time of a contact."""
    HANDLING_TOTAL = "handling_total"
    """Handling time of all contacts of the row together."""
    HANDLING_PART = "handling_part"
    """Average of a part of the handling time: talk, hold, wrap-up."""
    HANDLING_PART_TOTAL = "handling_part_total"
    """Sum of such a part."""
    HANDLED = "handled"
    """Contacts that the handling times are of: those answered."""
    UNUSED = "unused"

    def to(self, lang: Lang) -> str:
        """What the column holds, for the preview."""
        return _ROLES[self].to(lang)


_ROLES = MappingProxyType(
    {
        Role.DATE: Phrase("日付", "date"),
        Role.TIME: Phrase("時間帯の開始時刻", "start of the interval"),
        Role.MOMENT: Phrase("日付と時刻", "date and time"),
        Role.MONTH: Phrase("年月", "month"),
        Role.CALLS: Phrase("件数", "number of contacts"),
        Role.INTERVAL: Phrase("見出しの時間帯の件数", "contacts of the interval in the heading"),
        Role.DAY: Phrase("見出しの日付の件数", "contacts of the day in the heading"),
        Role.SPLIT: Phrase("見出しの区分の件数", "contacts of the part in the heading"),
        Role.PROGRAM: Phrase("業務", "program"),
        Role.CHANNEL: Phrase("チャネル", "channel"),
        Role.REASON: Phrase("問い合わせ理由", "contact reason"),
        Role.PRODUCT: Phrase("商品", "product"),
        Role.SEGMENT: Phrase("顧客区分", "customer segment"),
        Role.OTHER: Phrase("その他の区分", "another split"),
        Role.TOTAL: Phrase("合計（照合のみ）", "total (compared, not counted)"),
        Role.MEASURE: Phrase(
            "行の項目（着信などの件数と処理時間の行を使用）",
            "what the row holds (contacts offered and handling times are taken)",
        ),
        Role.HANDLING: Phrase("平均処理時間", "average handling time"),
        Role.HANDLING_TOTAL: Phrase("処理時間の合計", "total handling time"),
        Role.HANDLING_PART: Phrase(
            "処理時間の内訳の平均（通話・保留・後処理を合算）",
            "average of a part of the handling time (talk, hold and wrap-up are added)",
        ),
        Role.HANDLING_PART_TOTAL: Phrase(
            "処理時間の内訳の合計（通話・保留・後処理を合算）",
            "total of a part of the handling time (talk, hold and wrap-up are added)",
        ),
        Role.HANDLED: Phrase("処理時間の対象となる対応件数", "contacts that the handling times are of"),
        Role.UNUSED: Phrase("使用しない", "not used"),
    }
)

SPLITS = (Role.PROGRAM, Role.CHANNEL, Role.REASON, Role.PRODUCT, Role.SEGMENT, Role.OTHER)
VALUES = (Role.CALLS, Role.INTERVAL, Role.DAY, Role.SPLIT)

HEADINGS: tuple[tuple[Role, tuple[str, ...]], ...] = (
    (
        Role.UNUSED,
        (
            *(
                "平均",
                "率",
                "aht",
                "att",
                "acw",
                "asa",
                "処理時間",
                "通話時間",
                "保留",
                "待ち",
                "待機",
                "秒",
                "rate",
            ),
            *(
                "average",
                "avg",
                "handle",
                "talk",
                "hold",
                "wait",
                "曜日",
                "weekday",
                "day of week",
                "終了",
                "end",
            ),
            *(
                "放棄",
                "abandon",
                "あふれ",
                "話中",
                "応答",
                "対応件数",
                "処理件数",
                "answered",
                "handled",
                "備考",
            ),
            *(
                "note",
                "remark",
                "sla",
                "稼働",
                "占有",
                "occupancy",
                "agents",
                "席数",
                "在席",
                "人数",
                "percent",
                "%",
            ),
        ),
    ),
    (
        Role.MOMENT,
        (
            *("日時", "date time", "datetime", "timestamp", "date and time", "日付時刻", "タイムスタンプ"),
            *("epoch", "unix", "unixtime"),
        ),
    ),
    (Role.MONTH, ("年月", "対象月", "month", "月")),
    (
        Role.TIME,
        ("時間帯", "時刻", "開始時間", "時間", "interval", "time", "hour", "インターバル", "時台", "時"),
    ),
    (Role.DATE, ("日付", "年月日", "対象日", "営業日", "受付日", "date", "day", "日にち", "日")),
    (
        Role.PROGRAM,
        ("業務", "プログラム", "窓口", "スキル", "キュー", "program", "queue", "skill", "campaign"),
    ),
    (Role.CHANNEL, ("チャネル", "チャンネル", "メディア", "受付手段", "channel", "media")),
    (
        Role.REASON,
        ("理由", "問合", "問い合わせ", "お問い合わせ", "用件", "reason", "call type", "呼種", "カテゴリ"),
    ),
    (Role.PRODUCT, ("商品", "製品", "サービス名", "product", "品目")),
    (Role.SEGMENT, ("顧客区分", "顧客", "会員", "セグメント", "segment", "customer", "属性")),
)
"""Roles with words that a heading holds; the first that fits decides. Counts are looked for before these."""

CALLS = (
    *(
        "着信件数",
        "着信数",
        "着信",
        "入電件数",
        "入電数",
        "入電",
        "総呼数",
        "呼数",
        "コール数",
        "受信件数",
        "受信数",
    ),
    *("問合せ件数", "問い合わせ件数", "受付件数", "受付数", "件数", "コール", "offered", "contacts", "calls"),
    *("volume", "forecast", "予測件数", "予測", "count"),
)
"""Headings of the counts that are taken, the best first."""

TOTALS = frozenset(
    {
        *(
            "合計",
            "総合計",
            "計",
            "小計",
            "総計",
            "日計",
            "月計",
            "週計",
            "累計",
            "全体",
            "全件",
            "すべて",
            "全て",
        ),
        *("total", "totals", "grand total", "subtotal", "sub total", "sub-total", "sum", "all", "overall"),
        *("平均", "average", "avg", "mean", "最大", "最小", "max", "min"),
    }
)
BLANKS = frozenset(
    {"", "-", "--", "ー", "―", "n/a", "na", "null", "none", "nan", "#n/a", "なし", "*", "…", "..."}
)
CLOSED = frozenset(
    {
        *(
            "休",
            "休み",
            "休業",
            "休業日",
            "定休",
            "定休日",
            "休日",
            "閉",
            "閉局",
            "閉店",
            "休止",
            "時間外",
            "祝",
            "祝日",
        ),
        *("closed", "holiday", "off"),
    }
)
UNITS = ("件", "呼", "コール", "本", "通", "calls", "call", "contacts")
"""What may stand behind a count."""
