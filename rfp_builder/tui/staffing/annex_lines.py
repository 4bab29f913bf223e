"""The volume annex in lines, as vendors will read it: made from the public view and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.show import show_date, show_number, show_percent, show_time
from rfp_builder.tui.documents.pane import Column, table
from rfp_builder.tui.staffing.history_pane import facts_line
from rfp_builder.tui.staffing.weekdays import WEEKDAYS

if TYPE_CHECKING:
    from rfp_builder.disclosure.public_annex import PublicAnnex, PublicMonth

_FROM_TO = Phrase("{first}〜{last}", "{first} to {last}")
_HISTORY = Phrase("実績の期間", "Actual figures")
_EXPECTED = Phrase("見込みの期間", "Expected figures")
_GROWTH = Phrase("年間の増減率", "Growth a year")
_QUEUES = Phrase("業務とチャネル", "Programs and channels")
_ACTUAL_MONTHS = Phrase("月別の件数（実績）", "Contacts by month: actual")
_EXPECTED_MONTHS = Phrase("月別の件数（見込み）", "Contacts by month: expected")
_MONTH = Phrase("月", "Month")
_TOTAL = Phrase("合計", "Total")
_WEEKS = Phrase("通常の週の平均件数", "An ordinary week: average contacts")
_TIME = Phrase("時間帯", "From")
_SPECIALS = Phrase("件数が変わる日", "Days that differ")
_TIMES = Phrase("{name} {first}〜{last}: ふだんの{factor}倍", "{name} {first} to {last}: {factor} times")
_HANDLING = Phrase("平均処理時間", "Average handling time")
_SECONDS = Phrase("{queue}: {aht}秒（{n}件）", "{queue}: {aht} s ({n} contacts)")
_REASONS = Phrase("コールリーズン", "Call reasons")
_SHARE = Phrase("{reason}: {share}", "{reason}: {share}")
_LABEL_WIDTH, _MOST_QUEUES = 18, 5


def annex_lines(annex: PublicAnnex, lang: Lang) -> Iterator[Content]:
    """All parts of the annex; of many queues, the first stand in the tables."""
    for label, span in ((_HISTORY, annex.history), (_EXPECTED, annex.expected_period)):
        if span is not None:
            first, last = (show_date(day, lang) for day in span)
            said = _FROM_TO.fill(first=first, last=last).to(lang)
            yield facts_line(label.to(lang), said, _LABEL_WIDTH)
    if annex.growth is not None and annex.expected_period is not None:
        yield facts_line(_GROWTH.to(lang), show_percent(annex.growth), _LABEL_WIDTH)
    if len(annex.queues) > 1:
        yield from _heading(_QUEUES, lang)
        yield from (Content(f"{number}  {name}") for number, name in enumerate(annex.queues, start=1))
    for heading, months in ((_EXPECTED_MONTHS, annex.expected), (_ACTUAL_MONTHS, annex.actual)):
        if months:
            yield from _heading(heading, lang)
            yield from _months(annex, months, lang)
    yield from _weeks(annex, lang)
    if annex.specials:
        yield from _heading(_SPECIALS, lang)
        for one in annex.specials:
            first, last = show_date(one.first, lang), show_date(one.last, lang)
            factor = show_number(one.factor)
            said = _TIMES.fill(name=one.occasion or "", first=first, last=last, factor=factor).to(lang)
            yield Content(said.strip())
    if annex.handling:
        yield from _heading(_HANDLING, lang)
        for row in annex.handling:
            measured = "-" if row.measured is None else show_number(row.measured)
            yield Content(_SECONDS.fill(queue=row.queue, aht=show_number(row.aht), n=measured).to(lang))
    if annex.reasons:
        yield from _heading(_REASONS, lang)
        for reason in annex.reasons:
            said = _SHARE.fill(reason=reason.reason, share=show_percent(reason.share)).to(lang)
            yield Content(said)


def _heading(text: Phrase, lang: Lang) -> Iterator[Content]:
    yield Content("")
    yield Content.styled(text.to(lang), "bold $primary")


def _months(annex: PublicAnnex, months: tuple[PublicMonth, ...], lang: Lang) -> Iterator[Content]:
    shown = annex.queues[:_MOST_QUEUES] if len(annex.queues) > 1 else ()
    numbers = (str(number) for number in range(1, len(shown) + 1))
    columns = (
        Column(_MONTH, 9),
        *(Column(Phrase(number, number), 8, number=True) for number in numbers),
        Column(_TOTAL, 9, number=True),
    )
    rows = [
        (
            one.month,
            *("-" if count is None else show_number(count) for count in one.contacts[: len(shown)]),
            show_number(one.total),
        )
        for one in months
    ]
    heading, *lines = table(columns, rows, lang)
    yield heading
    yield from lines


def _weeks(annex: PublicAnnex, lang: Lang) -> Iterator[Content]:
    if not annex.weeks:
        return
    yield from _heading(_WEEKS, lang)
    columns = (Column(_TIME, 7), *(Column(day, 6, number=True) for day in WEEKDAYS))
    for week in annex.weeks:
        yield Content.styled(week.queue, "bold")
        rows = [
            (
                show_time(week.opens + place * week.interval_minutes),
                *(show_number(average, 1) if average else "-" for average in averages),
            )
            for place, averages in enumerate(week.averages)
        ]
        yield from table(columns, rows, lang)
