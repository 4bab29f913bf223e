"""What a forecast rests on, said to those who use it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import exp

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.show import show_date, show_percent
from rfp_builder.workload.forecast.model import Model
from rfp_builder.workload.forecast.values import Special

_A_YEAR = 365
_GIVEN = Phrase(
    "年間の増減率は、指定された{growth}を用いました。", "Growth a year is {growth}, as it was given."
)
_LEARNED = Phrase(
    "年間の増減率は、履歴の前年同月比から{growth}としました。",
    "Growth a year is {growth}, from the same months a year before.",
)
_NO_TREND = Phrase(
    "履歴が15か月に満たないため増減の傾向は読み取れず、増減なしと仮定しました。",
    "The history is shorter than 15 months and shows no trend; no growth is assumed.",
)
_NO_SEASON = Phrase(
    "履歴が1年に満たないため、履歴にない月は、直近の水準から履歴の平均の水準に戻ると仮定しました。",
    "The history is shorter than a year; months it does not hold are assumed to return from the last level "
    "to the average one.",
)
_NO_SEASON_OF_MONTHS = Phrase(
    "履歴が1年に満たないため、履歴にない月は、直近3か月の平均の水準が続くと仮定しました。",
    "The history is shorter than a year; months it does not hold are assumed to stay at the average of the "
    "last three.",
)
_ABOVE = Phrase(
    "直近8週間の件数が、前年同月から見込まれる水準を{share}上回っているため、近い時期ほど予測を高めに補正しました。",
    "The last eight weeks lie {share} above what the same months a year before lead to expect; the forecast "
    "is raised, the more so the nearer.",
)
_BELOW = Phrase(
    "直近8週間の件数が、前年同月から見込まれる水準を{share}下回っているため、近い時期ほど予測を低めに補正しました。",
    "The last eight weeks lie {share} below what the same months a year before lead to expect; the forecast "
    "is lowered, the more so the nearer.",
)
_ROSE = Phrase(
    "{ja}ごろに件数の水準が{share}上がり、その後も続いているため、それより前の実績は新しい水準に合わせて学習しました。",
    "Since about {en} the level has been {share} higher; the figures before were adjusted to it.",
)
_FELL = Phrase(
    "{ja}ごろに件数の水準が{share}下がり、その後も続いているため、それより前の実績は新しい水準に合わせて学習しました。",
    "Since about {en} the level has been {share} lower; the figures before were adjusted to it.",
)
_WORTH_SAYING = 0.03
_LEFT_OUT = Phrase(
    "ふだんと大きく異なる{n}日は、学習から除きました。",
    "Days far from the usual, not learned from: {n}.",
)
_TOGETHER = Phrase(
    "特別日が重なる日が{n}日あります（最初は{ja}）。その日は倍率を掛け合わせました。"
    "そうでない場合は、期間が重ならないように分けてください。",
    "Special days meet on {n} of the days (first {en}); there the factors are multiplied. "
    "Separate the periods if that is not meant.",
)
ASSUMED_PROFILE = Phrase(
    "【仮定】履歴が月別だけのため、曜日・祝日・時間帯の配分は標準的な型を当てはめました。実績が得られたら置き換えてください。",
    "[Assumed] Only months are known: weekdays, holidays and intervals follow a standard profile. "
    "Replace it as soon as there are actual figures.",
)
ASSUMED_INTERVALS = Phrase(
    "【仮定】履歴が日別だけのため、時間帯の配分は標準的な型を当てはめました。",
    "[Assumed] Only days are known: intervals follow a standard profile.",
)
ASSUMED_SPREAD = Phrase(
    "【仮定】予測のばらつきは実績で検証できないため、標準的な値（月で10%、時間帯で15%）を用いました。",
    "[Assumed] The error cannot be measured here; typical values are used (10% a month, 15% an interval).",
)
IMPORTED = Phrase(
    "ほかで作成された予測を、件数を変えずに取り込みました。",
    "This forecast was made elsewhere and is taken over as it is.",
)


def of_model(model: Model, first: date, days: int, growth: Fraction | None) -> Iterator[Phrase]:
    """What a forecast from `days` days of history from `first` on rests on."""
    yield _growth(model.total.trend, growth)
    if days < _A_YEAR:
        yield _NO_SEASON
    for place, factor in sorted(model.new_levels.items()):
        day = first + timedelta(days=place)
        yield (_ROSE if factor > 1 else _FELL).fill(
            ja=show_date(day, Lang.JA),
            en=show_date(day, Lang.EN),
            share=show_percent(Fraction(abs(factor - 1)) * 100, 0),
        )
    off = exp(model.total.off_year) - 1
    if abs(off) >= _WORTH_SAYING:
        yield (_ABOVE if off > 0 else _BELOW).fill(share=show_percent(Fraction(abs(off)) * 100, 1))
    left_out = int(model.unusual.sum())
    if left_out:
        yield _LEFT_OUT.fill(n=left_out)


def of_specials(specials: Sequence[Special], first: date, days: int) -> Iterator[Phrase]:
    """What to say where several special days fall on one of the `days` from `first` on."""
    met = [
        day
        for day in (first + timedelta(days=place) for place in range(days))
        if sum(day in one for one in specials) > 1
    ]
    if met:
        yield _TOGETHER.fill(n=len(met), ja=show_date(met[0], Lang.JA), en=show_date(met[0], Lang.EN))


def of_months(months: int, trend: float | None, growth: Fraction | None) -> Iterator[Phrase]:
    """What a forecast from some months rests on."""
    yield _growth(trend, growth)
    if months < 12:
        yield _NO_SEASON_OF_MONTHS


def _growth(trend: float | None, growth: Fraction | None) -> Phrase:
    if growth is not None:
        return _GIVEN.fill(growth=show_percent(growth * 100))
    if trend is None:
        return _NO_TREND
    return _LEARNED.fill(growth=show_percent(Fraction(trend - 1) * 100, 1))
