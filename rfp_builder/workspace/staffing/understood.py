"""A file of past contacts in words: how it was understood, and what was odd in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.show import show_date, show_number
from rfp_builder.workload.history.oddities import Odd
from rfp_builder.workload.history.values import MINUTES_A_DAY, Dimension, History, Measured
from rfp_builder.workload.history.words import Role

if TYPE_CHECKING:
    # Loaded on use: reading needs arrays.
    from rfp_builder.workload.history.reading import Imported

_HISTORY = Phrase(
    "履歴: {file}  {first}〜{last}  {calls}件", "History: {file}  {first} to {last}  {calls} contacts"
)
_MONTHS = Phrase("履歴: {file}  月別  {calls}件", "History: {file}  by month  {calls} contacts")
_MADE = Phrase("作成済みの予測: {file}", "Forecast made elsewhere: {file}")
_ENCODING = Phrase("  文字コード: {encoding}", "  Encoding: {encoding}")
_INTERVAL = Phrase("  時間帯の幅: {minutes}分", "  Intervals of {minutes} minutes")
_BY_DAY = Phrase("  日別", "  By day")
_BY_MONTH = Phrase("  月別", "  By month")
_CONVERTED = Phrase(
    "  タイムゾーン: {n}行の日時を{zone}に換算",
    "  Time zone: the stamps of {n} rows were converted to {zone}",
)
_DATE_ORDER = Phrase("  日付の順序: {order}", "  Dates: {order}")
_TOKYO = Phrase("日本時間", "Japan time")
_COLUMNS = Phrase("列の読み取り方:", "How the columns were understood:")
_COLUMN = Phrase("  「{heading}」: {role}", "  “{heading}”: {role}")
_NAMELESS = Phrase("見出しなし", "no heading")
_WIDE = Phrase("  「{first}」〜「{last}」（{n}列）: {role}", "  “{first}” to “{last}” ({n} columns): {role}")
_HANDLING = Phrase("平均処理時間（件数による加重平均）:", "Average handling time (weighted by contacts):")
_TIME = Phrase("  {name}: {mean}秒（{n}件）", "  {name}: {mean} s ({n} contacts)")
_ALL = Phrase("全体", "all")
_NAMED = Phrase("{dimension}「{name}」", "{dimension} “{name}”")
_ODD = Phrase("ファイルについて気づいた点:", "What was odd in the file:")
_NOTHING_ODD = Phrase("ファイルに気になる点はありません。", "Nothing was odd in the file.")
_DIMENSIONS = (Dimension.CHANNEL, Dimension.REASON)


def understood_lines(file_name: str, found: Imported, is_forecast: bool, lang: Lang) -> Iterator[str]:
    """The lines on the file of past contacts, or of the forecast that is taken over."""
    history = found.history
    calls = f"{history.total:,}"
    if is_forecast:
        yield _MADE.fill(file=file_name).to(lang)
    elif isinstance(history, History):
        first, last = show_date(history.first, lang), show_date(history.last, lang)
        yield _HISTORY.fill(file=file_name, first=first, last=last, calls=calls).to(lang)
    else:
        yield _MONTHS.fill(file=file_name, calls=calls).to(lang)
    if isinstance(history, History):
        by_day = history.interval_minutes == MINUTES_A_DAY
        yield (_BY_DAY if by_day else _INTERVAL.fill(minutes=history.interval_minutes)).to(lang)
    elif is_forecast:
        yield _BY_MONTH.to(lang)
    if found.encoding:
        yield _ENCODING.fill(encoding=found.encoding).to(lang)
    if found.converted:
        zone = _TOKYO if found.zone.name == "Asia/Tokyo" else found.zone.name
        yield _CONVERTED.fill(n=f"{found.converted:,}", zone=zone).to(lang)
    if found.date_order:
        yield _DATE_ORDER.fill(order=found.date_order).to(lang)
    yield from _columns(found, lang)
    yield from _handling(found, lang)
    yield from odd_lines(found.odd, lang)


def odd_lines(odd: tuple[Odd, ...], lang: Lang) -> Iterator[str]:
    """What was odd, a line each."""
    yield (_ODD if odd else _NOTHING_ODD).to(lang)
    for one in odd:
        yield f"  {one.to(lang)}"


def handling_of(found: Imported) -> Measured | None:
    """The handling time of all contacts together; None where the file has none."""
    handling = found.history.handling
    return handling if handling is None or isinstance(handling, Measured) else handling.whole


def _columns(found: Imported, lang: Lang) -> Iterator[str]:
    yield _COLUMNS.to(lang)
    columns = found.sheets[0].columns
    wide = [one for one in columns if one.role in (Role.INTERVAL, Role.DAY)]
    for one in columns:
        if one not in wide:
            yield _COLUMN.fill(heading=one.heading or _NAMELESS, role=one.role).to(lang)
    if wide:
        first, last = wide[0].heading, wide[-1].heading
        yield _WIDE.fill(first=first, last=last, n=len(wide), role=wide[0].role).to(lang)


def _handling(found: Imported, lang: Lang) -> Iterator[str]:
    whole = handling_of(found)
    if whole is None:
        return
    yield _HANDLING.to(lang)
    yield _line(_ALL, whole).to(lang)
    if isinstance(found.history, History):
        for dimension in _DIMENSIONS:
            for name, one in found.history.handling_by(dimension).items():
                yield _line(_NAMED.fill(dimension=dimension, name=name), one).to(lang)


def _line(name: Phrase, one: Measured) -> Phrase:
    mean = "-" if one.mean_s is None else f"{one.mean_s:,.0f}"
    return _TIME.fill(name=name, mean=mean, n=show_number(round(one.contacts)))
