"""A forecast as the command line shows it: in words, and for `--json`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from rfp_builder.cli import forecast_file
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.show import show_date, show_month, show_percent
from rfp_builder.workload.forecast.backtest import Backtest, Score
from rfp_builder.workload.forecast.periods import periods, together
from rfp_builder.workload.forecast.special_days import SpecialDays
from rfp_builder.workload.forecast.values import Forecast, Level, Origin, Period
from rfp_builder.workload.history.reading import Imported
from rfp_builder.workspace.staffing.understood import understood_lines

_FORECAST = Phrase(
    "予測: {first}〜{last}  合計{calls}件", "Forecast: {first} to {last}  {calls} contacts in all"
)
_MONTH = Phrase(
    "  {month}  {calls}件（低位 {low}、高位 {high}、P50 {p50}、P80 {p80}）",
    "  {month}  {calls} (low {low}, high {high}, P50 {p50}, P80 {p80})",
)
_MEANING = Phrase(
    "  低位・高位は、下回る／上回る確率がそれぞれ10%の件数です。P80は80%の確率で収まる件数です。",
    "  Low and high: one chance in ten to stay below or go above. P80: four chances in five to stay within.",
)
_TESTED = Phrase(
    "予測の誤差（過去の{n}時点で、続く4週間を伏せて予測した結果。件数に対する割合）:",
    "Error, as a share of the volume (four weeks held out, {n} times):",
)
_SCORE = Phrase(
    "  {level}: {wape}（偶然だけによる誤差 {floor}、前週の繰り返し {naive}、曜日・時間帯の平均 {average}）",
    "  {level}: {wape} (chance alone {floor}; last week repeated {naive}; plain average {average})",
)
_FOUR_WEEKS = Phrase("4週間の合計", "four weeks in all")
_UNTESTED = Phrase(
    "履歴が短いため、予測の誤差は検証できません。",
    "The history is too short to measure the error of the forecast.",
)
_ASSUMPTIONS = Phrase("前提:", "What this rests on:")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the command found out."""

    file_name: str
    found: Imported
    made: Forecast
    tested: Backtest | None
    specials: SpecialDays | None = None
    """Those of a file."""
    specials_file: str | None = None


def spoken(answer: Answer, lang: Lang) -> Iterator[str]:
    """The lines of the answer."""
    made, tested = answer.made, answer.tested
    yield from understood_lines(answer.file_name, answer.found, made.origin is Origin.IMPORTED, lang)
    if answer.specials is not None:
        yield from forecast_file.spoken_specials(answer.specials_file or "", answer.specials, lang)
    yield ""
    yield _FORECAST.fill(
        first=show_date(made.first, lang), last=show_date(made.last, lang), calls=f"{made.total:,}"
    ).to(lang)
    for month in periods(made, Level.MONTH):
        yield _MONTH.fill(
            month=show_month(f"{month.first:%Y-%m}", lang),
            calls=f"{month.calls:,}",
            low=f"{month.low:,}",
            high=f"{month.high:,}",
            p50=f"{month.p50:,}",
            p80=f"{month.p80:,}",
        ).to(lang)
    yield _MEANING.to(lang)
    yield ""
    if made.origin is not Origin.IMPORTED:
        yield from _error(tested, lang)
        yield ""
    yield _ASSUMPTIONS.to(lang)
    for note in made.assumptions:
        yield f"  {note.to(lang)}"


def _error(tested: Backtest | None, lang: Lang) -> Iterator[str]:
    if tested is None or not tested.scores:
        yield _UNTESTED.to(lang)
        return
    yield _TESTED.fill(n=tested.origins).to(lang)
    for score in tested.scores:
        yield _SCORE.fill(
            level=_FOUR_WEEKS if score.level is Level.MONTH else score.level,
            wape=_percent(score.wape),
            floor=_percent(score.poisson_floor),
            naive=_percent(score.seasonal_naive),
            average=_percent(score.interval_average),
        ).to(lang)


def data(answer: Answer) -> dict[str, object]:
    """The answer for `--json`: counts are whole contacts, errors shares of the volume."""
    made, tested = answer.made, answer.tested
    by_interval = made.calls.sum(axis=0).tolist()
    return {
        "history": forecast_file.data(answer.file_name, answer.found),
        "specials": None if answer.specials is None else _specials(answer.specials),
        "origin": made.origin.value,
        "assumed": made.origin is Origin.PROFILE or made.spread.assumed,
        "first": made.first,
        "until": made.last,
        "interval_minutes": made.interval_minutes,
        "calls": made.total,
        "series": [
            {"key": dict(zip(_axes(made), key, strict=True)), "calls": int(calls.sum())}
            for key, calls in zip(made.keys, made.calls, strict=True)
        ],
        **{
            f"{level.value}s": [_period(one) for one in periods(made, level)]
            for level in (Level.YEAR, Level.MONTH, Level.WEEK, Level.DAY)
        },
        "intervals": _by_day(made, by_interval),
        "intervals_p80": _by_day(made, together(made, 0.8).round(1).tolist()),
        "backtest": None if tested is None else [_score(one) for one in tested.scores],
        "assumptions": list(made.assumptions),
    }


def _by_day(made: Forecast, rows: list[list[float]]) -> dict[str, list[float]]:
    return {str(made.first + timedelta(days=at)): row for at, row in enumerate(rows)}


def _specials(found: SpecialDays) -> dict[str, object]:
    return {
        "days": [
            {"first": one.first, "last": one.last, "name": one.name, "factor": float(one.factor)}
            for one in found.specials
        ],
        "odd": forecast_file.odd_data(found.odd),
    }


def _axes(made: Forecast) -> list[str]:
    return [axis.heading or axis.dimension.value for axis in made.axes]


def _period(one: Period) -> dict[str, object]:
    return {
        "first": one.first,
        "last": one.last,
        "calls": one.calls,
        "low": one.low,
        "high": one.high,
        "p50": one.p50,
        "p80": one.p80,
    }


def _score(one: Score) -> dict[str, object]:
    return {
        "level": one.level.value,
        "wape": round(one.wape, 6),
        "bias": round(one.bias, 6),
        "poisson_floor": round(one.poisson_floor, 6),
        "seasonal_naive": round(one.seasonal_naive, 6),
        "interval_average": round(one.interval_average, 6),
    }


def _percent(share: float) -> str:
    return show_percent(Fraction(share) * 100, 1)
