"""Tables of the annex on contact volumes. What shading says stands in figures too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from markupsafe import Markup

from rfp_builder.disclosure.public_annex import (
    PublicAnnex,
    PublicHandling,
    PublicReason,
    PublicSpecial,
    PublicWeek,
)
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.show import show_date, show_month, show_number, show_time
from rfp_builder.word.annex_months import month_tables
from rfp_builder.word.blocks import Column, Row, Shade, paragraph, table
from rfp_builder.word.styles import Styles
from rfp_builder.word.widths import TEXT_WIDTH

_DAYS = (
    Phrase("月曜日", "Mon"),
    Phrase("火曜日", "Tue"),
    Phrase("水曜日", "Wed"),
    Phrase("木曜日", "Thu"),
    Phrase("金曜日", "Fri"),
    Phrase("土曜日", "Sat"),
    Phrase("日曜日", "Sun"),
)
WHOLE_DAY = 24 * 60
"""Minutes of an interval that is a day."""

_TINTS = ("", "E4EAF2", "C9D4E3", "A9BAD1", "8499B9")
"""By fifths of the largest figure, from light to dark; black figures stay legible on each."""

_GAP = Phrase(
    "※ {month}の実績には、記録が欠けている{n}日分の件数を含まない。",
    "* The actual figure of {month} lacks {n} day(s) without records.",
)
_TIME = Phrase("時間帯", "Time")
_QUEUE = Phrase("業務・チャネル", "Program and channel")
_ALL_DAY = Phrase("1日の計", "All day")
_AHT = Phrase("平均処理時間（秒）", "Average handling time (s)")
_MEASURED = Phrase("測定した件数（件）", "Contacts measured")
_REASON = Phrase("コールリーズン", "Call reason")
_SHARE = Phrase("割合（%）", "Share (%)")
_OCCASION = Phrase("内容", "Occasion")
_PERIOD = Phrase("期間", "Period")
_FACTOR = Phrase("通常の日に対する倍率（倍）", "Times an ordinary day")
_CLOSED = Phrase("0（休業）", "0 (closed)")
_FROM_TO = Phrase("{first}〜{last}", "{first} – {last}")
_NONE = Phrase("－", "–")


def months(styles: Styles, annex: PublicAnnex, lang: Lang) -> Markup:
    """Months below each other, a column for each queue; of many queues a table for some at a time."""
    notes = (
        _GAP.fill(month=show_month(month.month, lang), n=month.missing_days).to(lang)
        for month in annex.actual
        if month.missing_days
    )
    tables = month_tables(styles, annex, lang)
    return Markup("").join([*tables, *(paragraph(styles["Table Note"], note) for note in notes)])


def week(styles: Styles, one: PublicWeek, lang: Lang) -> Markup:
    """The ordinary week of a queue: intervals × days, shaded."""
    columns = (Column(_TIME.to(lang), 1440), *_day_columns(TEXT_WIDTH - 1440, lang))
    largest = max((average for row in one.averages for average in row), default=Decimal(0))
    rows: list[Row] = []
    for at, averages in enumerate(one.averages):
        begins = one.opens + at * one.interval_minutes
        time = f"{show_time(begins)}–{show_time(begins + one.interval_minutes)}"
        rows.append(_tinted(time, averages, largest, lang))
    whole = (_ALL_DAY.to(lang), *(_average(day, lang) for day in one.days))
    rows.append(Row(whole, Shade.GROUP, "Table Dense Label", "Table Dense Number"))
    title = paragraph(styles["Table Title"], one.queue)
    return title + table(styles, columns, rows, on_one_page=True)


def days(styles: Styles, weeks: Sequence[PublicWeek], lang: Lang) -> Markup:
    """Queues × days, where nothing is known of the time of day."""
    columns = (Column(_QUEUE.to(lang), 2350), *_day_columns(TEXT_WIDTH - 2350, lang))
    largest = max((average for one in weeks for average in one.days), default=Decimal(0))
    return table(styles, columns, (_tinted(one.queue, one.days, largest, lang) for one in weeks))


def handling(styles: Styles, times: Sequence[PublicHandling], lang: Lang) -> Markup:
    """Handling time by queue."""
    columns = (
        Column(_QUEUE.to(lang), 4270),
        Column(_AHT.to(lang), 2400, numeric=True),
        Column(_MEASURED.to(lang), 2400, numeric=True),
    )
    return table(styles, columns, ((one.queue, show_number(one.aht), _count(one.measured)) for one in times))


def reasons(styles: Styles, found: Sequence[PublicReason], lang: Lang) -> Markup:
    """Call reasons with what is known of them."""
    timed = any(one.aht is not None for one in found)
    counted = any(one.measured is not None for one in found)
    columns = [
        Column(_REASON.to(lang), TEXT_WIDTH - 1400 - 2000 * timed - 2000 * counted),
        Column(_SHARE.to(lang), 1400, numeric=True),
        *([Column(_AHT.to(lang), 2000, numeric=True)] if timed else []),
        *([Column(_MEASURED.to(lang), 2000, numeric=True)] if counted else []),
    ]
    digits = max((-int(one.share.normalize().as_tuple().exponent) for one in found), default=0)
    rows = (
        (
            one.reason,
            show_number(one.share, max(0, digits)),
            *([_count(one.aht)] if timed else []),
            *([_count(one.measured)] if counted else []),
        )
        for one in found
    )
    return table(styles, columns, rows)


def specials(styles: Styles, found: Sequence[PublicSpecial], lang: Lang) -> Markup:
    """Days to come that differ."""
    columns = (
        Column(_OCCASION.to(lang), 2470),
        Column(_PERIOD.to(lang), 4900),
        Column(_FACTOR.to(lang), 1700, numeric=True),
    )
    rows = (
        (
            one.occasion or "",
            _period(one, lang),
            show_number(one.factor.normalize()) if one.factor else _CLOSED.to(lang),
        )
        for one in found
    )
    return table(styles, columns, rows)


def _day_columns(width: int, lang: Lang) -> Iterator[Column]:
    yield from (Column(day.to(lang), width // len(_DAYS), numeric=True) for day in _DAYS)


def _tinted(name: str, averages: Sequence[Decimal], largest: Decimal, lang: Lang) -> Row:
    fills = ("", *(_tint(average, largest) for average in averages))
    cells = (name, *(_average(average, lang) for average in averages))
    return Row(cells, style="Table Dense", numbers="Table Dense Number", fills=fills)


def _tint(average: Decimal, largest: Decimal) -> str:
    return _TINTS[min(int(average * len(_TINTS) / largest), len(_TINTS) - 1)] if largest else ""


def _average(average: Decimal, lang: Lang) -> str:
    return show_number(average, 1) if average else _NONE.to(lang)


def _count(number: int | None) -> str:
    return "" if number is None else show_number(number)


def _period(one: PublicSpecial, lang: Lang) -> str:
    first, last = (show_date(day, lang) for day in (one.first, one.last))
    return first if one.first == one.last else _FROM_TO.fill(first=first, last=last).to(lang)
