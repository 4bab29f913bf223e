"""The annex on contact volumes: its parts in their order, each with a sentence and its tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from rfp_builder.disclosure.public_annex import PublicAnnex, PublicLeftOut
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.show import show_date, show_minutes, show_number, show_percent
from rfp_builder.word import annex_tables
from rfp_builder.word.blocks import facts, paragraph
from rfp_builder.word.environment import Context
from rfp_builder.word.styles import Styles

TITLE = Phrase("業務量資料", "Contact volumes")
REFERENCE = Phrase(
    "月別および時間帯別の件数は、別紙「業務量資料」に示す。",
    "Contacts by month and by time of day are given in the annex “Contact volumes”.",
)
ITEMS = ("2.2", "2.3")
"""Items of the definition that refer to the annex."""

NAME = "annex"
"""What templates call it."""

_BASIS = Phrase("資料の前提", "Basis")
_ACTUAL_AND_EXPECTED = Phrase(
    "本資料は、下記の期間の実績と、それに基づく見込みをまとめたものである。"
    "実績と見込みであり、件数を保証するものではない。",
    "This annex gives the actual figures of the period below and what is expected from them. "
    "Actual and expected figures are no guarantee of volume.",
)
_ACTUAL_ONLY = Phrase(
    "本資料は、下記の期間の実績をまとめたものである。実績であり、今後の件数を保証するものではない。",
    "This annex gives the actual figures of the period below. They are no guarantee of future volume.",
)
_HISTORY = Phrase("実績の期間", "Actual figures")
_EXPECTED = Phrase("見込みの期間", "Expected figures")
_COUNTED = Phrase("件数の数え方", "What is counted")
_GROWTH = Phrase("見込みの年間増減率", "Growth a year assumed")
_AVERAGED = Phrase("平均に用いた日", "Days averaged")
_LEFT_OUT = Phrase("平均から除いた日", "Days left out")
_MADE_ON = Phrase("作成日", "Made on")
_FROM_TO = Phrase("{first}から{last}まで", "{first} to {last}")
_N_DAYS = Phrase("{n}日", "{n} days")
_ONE_DAY = Phrase("{n}日", "{n} day")
_KINDS_LEFT_OUT = (
    ("closed", Phrase("休業日{n}", "closed: {n}")),
    ("holidays", Phrase("祝日・年末年始・お盆{n}", "public holidays, year end and Obon: {n}")),
    ("special", Phrase("キャンペーンなど件数が変わる日{n}", "campaigns and other special days: {n}")),
    ("missing", Phrase("記録が欠けている日{n}", "days without records: {n}")),
    ("unusual", Phrase("件数が通常と大きく異なる日{n}", "days far from the usual: {n}")),
)

_MONTHS = Phrase("月別の件数", "Contacts by month")
_MONTHS_BOTH = Phrase(
    "実績と見込みの件数を月別に示す。単位は件である。",
    "Actual and expected numbers of contacts by month.",
)
_MONTHS_ACTUAL = Phrase("実績の件数を月別に示す。単位は件である。", "Actual numbers of contacts by month.")
_WEEK = Phrase("通常の週の時間帯別の件数", "An ordinary week by time of day")
_WEEK_TEXT = Phrase(
    "実績のうち通常の日だけを曜日ごとに平均した、{interval}ごとの件数である。網掛けは表ごとの最大値に対する"
    "割合を20%刻みの5段階で示し、濃いほど件数が多い。",
    "Average contacts of each {interval} on ordinary days of each weekday. The shading has five steps of 20% "
    "of the largest figure in the table; the darker, the more contacts.",
)
_DAYS_OF_WEEK = Phrase("通常の週の曜日別の件数", "An ordinary week by day")
_DAYS_TEXT = Phrase(
    "実績のうち通常の日だけを曜日ごとに平均した、1日の件数である。網掛けは表の最大値に対する割合を20%刻みの"
    "5段階で示し、濃いほど件数が多い。",
    "Average contacts a day on ordinary days of each weekday. The shading has five steps of 20% of the "
    "largest figure in the table; the darker, the more contacts.",
)
_NONE = Phrase("{text}「－」は件数がないことを示す。", "{text} “–” means none.")
_HANDLING = Phrase("処理時間", "Handling time")
_HANDLING_TEXT = Phrase(
    "実績の期間に測定した平均処理時間である。",
    "Average handling times as measured in the period of the actual figures.",
)
_REASONS = Phrase("コールリーズン", "Call reasons")
_REASONS_COUNTED = Phrase(
    "実績の期間の件数に占める、コールリーズンごとの割合である。",
    "The share of each call reason in the contacts of the period of the actual figures.",
)
_REASONS_STATED = Phrase(
    "2.6に示すコールリーズン（最上位の区分）の割合である。",
    "The shares of the uppermost call reasons as given in 2.6.",
)
_SPECIALS = Phrase("件数が変わる日", "Days that differ")
_SPECIALS_TEXT = Phrase(
    "通常の日と件数が異なることが分かっている日である。",
    "Days on which the number of contacts is known to differ from an ordinary day.",
)


def annex_parts(styles: Styles, annex: PublicAnnex | None, lang: Lang) -> list[Context]:
    """The numbered parts for the template; none without an annex."""
    if annex is None:
        return []
    parts = _parts(styles, annex, lang)
    return [
        {"number": str(number), "title": title.to(lang), "text": text.to(lang), "body": body}
        for number, (title, text, body) in enumerate(parts, start=1)
    ]


def reference(styles: Styles, annex: PublicAnnex | None, item: str, lang: Lang) -> Markup:
    """The sentence below an item that leads to the annex; empty for other items, and without an annex."""
    if annex is None or item not in ITEMS:
        return Markup("")
    return paragraph(styles["Body Text"], REFERENCE.to(lang))


def _parts(styles: Styles, annex: PublicAnnex, lang: Lang) -> Iterator[tuple[Phrase, Phrase, Markup]]:
    expected = annex.expected_period is not None
    yield _BASIS, _ACTUAL_AND_EXPECTED if expected else _ACTUAL_ONLY, _basis(styles, annex, lang)
    yield (
        _MONTHS,
        _MONTHS_BOTH if expected else _MONTHS_ACTUAL,
        annex_tables.months(styles, annex, lang),
    )
    if annex.specials:
        yield _SPECIALS, _SPECIALS_TEXT, annex_tables.specials(styles, annex.specials, lang)
    if annex.weeks and annex.weeks[0].interval_minutes == annex_tables.WHOLE_DAY:
        yield _DAYS_OF_WEEK, _week_text(annex, _DAYS_TEXT), annex_tables.days(styles, annex.weeks, lang)
    elif annex.weeks:
        lengths = sorted({week.interval_minutes for week in annex.weeks})
        interval = Phrase(
            "または".join(show_minutes(one, Lang.JA) for one in lengths),
            " or ".join(show_minutes(one, Lang.EN) for one in lengths),
        )
        weeks = (annex_tables.week(styles, one, lang) for one in annex.weeks)
        yield _WEEK, _week_text(annex, _WEEK_TEXT.fill(interval=interval)), Markup("").join(weeks)
    if annex.handling:
        yield _HANDLING, _HANDLING_TEXT, annex_tables.handling(styles, annex.handling, lang)
    if annex.reasons:
        text = _REASONS_COUNTED if annex.reasons_counted else _REASONS_STATED
        yield _REASONS, text, annex_tables.reasons(styles, annex.reasons, lang)


def _week_text(annex: PublicAnnex, text: Phrase) -> Phrase:
    empty = any(not average for week in annex.weeks for row in week.averages for average in row)
    return _NONE.fill(text=text) if empty else text


def _basis(styles: Styles, annex: PublicAnnex, lang: Lang) -> Markup:
    assumed = annex.growth if annex.expected_period is not None else None
    growth = None if assumed is None else show_percent(assumed)
    rows = (
        (_HISTORY, _period(annex.history, lang)),
        (_EXPECTED, annex.expected_period and _period(annex.expected_period, lang)),
        (_COUNTED, annex.counted_as),
        (_GROWTH, growth),
        (_AVERAGED, _days(annex.averaged, lang) if annex.weeks else None),
        (_LEFT_OUT, _left_out(annex.left_out, lang) if annex.weeks else None),
        (_MADE_ON, show_date(annex.made_on, lang)),
    )
    return facts(styles, [(label.to(lang), text) for label, text in rows if text])


def _period(days: tuple[date, date], lang: Lang) -> str:
    first, last = (show_date(day, lang) for day in days)
    return _FROM_TO.fill(first=first, last=last).to(lang)


def _left_out(left_out: PublicLeftOut, lang: Lang) -> str:
    said = [
        phrase.fill(n=_days(number, lang)).to(lang)
        for name, phrase in _KINDS_LEFT_OUT
        if (number := getattr(left_out, name))
    ]
    return ("、" if lang is Lang.JA else "; ").join(said)


def _days(number: int, lang: Lang) -> str:
    return (_ONE_DAY if number == 1 else _N_DAYS).fill(n=show_number(number)).to(lang)
