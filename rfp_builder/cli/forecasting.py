"""A forecast as the command line shows it: in words, and for `--json`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.show import show_date, show_month, show_percent
from rfp_builder.workload.forecast.backtest import Backtest, Score
from rfp_builder.workload.forecast.periods import periods, together
from rfp_builder.workload.forecast.values import Forecast, Level, Origin, Period
from rfp_builder.workload.history.reading import Imported
from rfp_builder.workload.history.values import MINUTES_A_DAY, History
from rfp_builder.workload.history.words import Role

_HISTORY = Phrase(
    "履歴: {file}  {first}〜{last}  {calls}件", "History: {file}  {first} to {last}  {calls} contacts"
)
_MONTHS = Phrase("履歴: {file}  月別  {calls}件", "History: {file}  by month  {calls} contacts")
_ENCODING = Phrase("  文字コード: {encoding}", "  Encoding: {encoding}")
_INTERVAL = Phrase("  時間帯の幅: {minutes}分", "  Intervals of {minutes} minutes")
_BY_DAY = Phrase("  日別", "  By day")
_COLUMNS = Phrase("列の読み取り方:", "How the columns were understood:")
_COLUMN = Phrase("  {heading} → {role}", "  {heading} → {role}")
_NAMELESS = Phrase("（見出しなし）", "(no heading)")
_WIDE = Phrase("  {first}〜{last}（{n}列）→ {role}", "  {first} to {last} ({n} columns) → {role}")
_ODD = Phrase("履歴について気づいた点:", "What was odd in the history:")
_NOTHING_ODD = Phrase("履歴に気になる点はありません。", "Nothing was odd in the history.")
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


def spoken(
    file_name: str, found: Imported, made: Forecast, tested: Backtest | None, lang: Lang
) -> Iterator[str]:
    """The lines of the answer."""
    yield from _of_history(file_name, found, lang)
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
    if tested is not None and tested.scores:
        yield _TESTED.fill(n=tested.origins).to(lang)
        for score in tested.scores:
            yield _SCORE.fill(
                level=_FOUR_WEEKS if score.level is Level.MONTH else score.level,
                wape=_percent(score.wape),
                floor=_percent(score.poisson_floor),
                naive=_percent(score.seasonal_naive),
                average=_percent(score.interval_average),
            ).to(lang)
    else:
        yield _UNTESTED.to(lang)
    yield ""
    yield _ASSUMPTIONS.to(lang)
    for note in made.assumptions:
        yield f"  {note.to(lang)}"


def _of_history(file_name: str, found: Imported, lang: Lang) -> Iterator[str]:
    history = found.history
    calls = f"{history.total:,}"
    if isinstance(history, History):
        first, last = show_date(history.first, lang), show_date(history.last, lang)
        yield _HISTORY.fill(file=file_name, first=first, last=last, calls=calls).to(lang)
        by_day = history.interval_minutes == MINUTES_A_DAY
        yield (_BY_DAY if by_day else _INTERVAL.fill(minutes=history.interval_minutes)).to(lang)
    else:
        yield _MONTHS.fill(file=file_name, calls=calls).to(lang)
    if found.encoding:
        yield _ENCODING.fill(encoding=found.encoding).to(lang)
    yield _COLUMNS.to(lang)
    columns = found.sheets[0].columns
    wide = [one for one in columns if one.role in (Role.INTERVAL, Role.DAY)]
    for one in columns:
        if one not in wide:
            yield _COLUMN.fill(heading=one.heading or _NAMELESS, role=one.role).to(lang)
    if wide:
        yield _WIDE.fill(first=wide[0].heading, last=wide[-1].heading, n=len(wide), role=wide[0].role).to(
            lang
        )
    yield (_ODD if found.odd else _NOTHING_ODD).to(lang)
    for odd in found.odd:
        yield f"  {odd.to(lang)}"


def data(file_name: str, found: Imported, made: Forecast, tested: Backtest | None) -> dict[str, object]:
    """The answer for `--json`: counts are whole contacts, errors shares of the volume."""
    history = found.history
    by_interval = made.calls.sum(axis=0).tolist()
    return {
        "history": {
            "file": file_name,
            "encoding": found.encoding or None,
            "calls": history.total,
            "columns": [
                {"sheet": sheet.sheet, "heading": one.heading, "role": one.role.value}
                for sheet in found.sheets
                for one in sheet.columns
            ],
            "odd": [{"kind": odd.kind.value, "count": odd.count, "text": odd} for odd in found.odd],
            **_days_of(found),
        },
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


def _days_of(found: Imported) -> dict[str, object]:
    history = found.history
    if not isinstance(history, History):
        return {"months": dict(history.months)}
    return {"first": history.first, "last": history.last, "interval_minutes": history.interval_minutes}


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
