"""`forecast`: from a file of past contacts to those to come, without a project."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rfp_builder.cli.bilingual import argument, option, session, spoken_command
from rfp_builder.cli.shared import answer_json, json_option, lang_option, say
from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Phrase
from rfp_builder.text.dates import read_date, read_time
from rfp_builder.text.numbers import read_number, read_percent
from rfp_builder.text.unreadable import Unreadable
from rfp_builder.workspace.incoming import read_file

if TYPE_CHECKING:
    from rfp_builder.workload.forecast.profile import Hours
    from rfp_builder.workload.forecast.values import Special
    from rfp_builder.workload.history.reading import Progress

_INTERVALS = ("5", "10", "15", "20", "30", "60")
_BETWEEN = re.compile(r"\.\.|〜|～|~")
_WRONG = Phrase("{option} の値を読み取れません。", "The value of {option} cannot be read.")
_REMEDY = Phrase("例: {option} {example}", "For example: {option} {example}")
_FACTOR = Phrase(
    "「日付=倍率」または「初日..最終日=倍率」の形で入力してください（0 は休業）。",
    "Write it as date=factor or first..last=factor; 0 is closed.",
)
_ORDER = Phrase("始まりは終わりより前にしてください。", "The start must lie before the end.")
_SPAN = Phrase("「開始-終了」の形で入力してください。", "Write it as start-end.")
_SPECIAL_EXAMPLE = "2027-11-19..2027-11-25=1.4"


@spoken_command(
    "forecast",
    "過去の着信件数（CSV または Excel）から、月・日・時間帯ごとの件数を予測します。プロジェクトは不要です。"
    "月別の合計だけでも予測できます（日と時間帯は仮定の型で配分します）。",
    "Forecast contacts by month, day and interval from past ones (CSV or Excel). No project is needed. "
    "Totals by month will do: days and intervals then follow an assumed profile.",
)
@argument(
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    ja="過去の件数のファイル（日付 × 時間帯、日別、または月別）",
    en="Past contacts: by date and interval, by day or by month",
)
@option("--until", required=True, metavar="2028-03-31", ja="予測の最終日", en="Last day of the forecast")
@option(
    "--growth",
    metavar="5%",
    default=None,
    ja="年間の増減率（省略時は履歴から読み取る）",
    en="Growth a year (default: what the history shows)",
)
@option(
    "--special",
    multiple=True,
    metavar=_SPECIAL_EXAMPLE,
    ja="件数がふだんと異なる日と倍率。0 は休業。過去の日は学習から除く（繰り返し指定できる）",
    en="Unusual days and their factor; 0 is closed. Past ones are not learned from. Repeatable",
)
@option(
    "--hours",
    metavar="9:00-18:00",
    default=None,
    ja="受付時間（履歴が日別・月別のときに使う）",
    en="Opening hours, for a history by day or month",
)
@option(
    "--interval",
    type=click.Choice(_INTERVALS),
    metavar="30",
    default="30",
    ja="時間帯の幅（分。履歴が日別・月別のときに使う）",
    en="Minutes of an interval, for a history by day or month",
)
@json_option
@lang_option
@click.pass_context
def command(
    ctx: click.Context,
    file: Path,
    until: str,
    growth: str | None,
    special: tuple[str, ...],
    hours: str | None,
    interval: str,
    as_json: bool,
) -> None:
    """Texts for users are in the decorator."""
    from rfp_builder.cli.forecasting import data, spoken
    from rfp_builder.excel.history.reading import read_history
    from rfp_builder.workload.forecast.backtest import backtest
    from rfp_builder.workload.forecast.making import forecast
    from rfp_builder.workload.history.values import History

    last = _date("--until", until, "2028-03-31")
    change = None if growth is None else _percent(growth)
    specials = tuple(_special(text) for text in special)
    opening = None if hours is None else _hours(hours, int(interval))
    with _progress() as progress:
        found = read_history(read_file(file), file.name, progress)
    history = found.history
    tested = backtest(history, specials) if isinstance(history, History) else None
    made = forecast(history, last, growth=change, specials=specials, hours=opening, tested=tested)
    if as_json:
        answer_json(ctx, **data(file.name, found, made, tested))
        return
    for line in spoken(file.name, found, made, tested, session(ctx).lang):
        say(ctx, line)


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """A bar on stderr, where somebody sits in front of it."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, file=sys.stderr) as bar:
        shown = 0

        def progress(done: int, size: int) -> None:
            nonlocal shown
            bar.length = max(1, size)
            bar.update(done - shown)
            shown = done

        yield progress


def _date(name: str, text: str, example: str) -> date:
    try:
        return read_date(text)
    except Unreadable as reason:
        raise _wrong(name, example, reason.reason) from None


def _percent(text: str) -> Fraction:
    try:
        return Fraction(read_percent(text)) / 100
    except Unreadable as reason:
        raise _wrong("--growth", "5%", reason.reason) from None


def _special(text: str) -> Special:
    from rfp_builder.workload.forecast.values import Special

    when, equals, factor = text.replace("＝", "=").partition("=")
    parts = _BETWEEN.split(when)
    if not equals or len(parts) > 2:
        raise _wrong("--special", _SPECIAL_EXAMPLE, _FACTOR)
    first, last = (_date("--special", part, _SPECIAL_EXAMPLE) for part in (parts[0], parts[-1]))
    try:
        number = read_number(factor, ("倍",))
    except Unreadable as reason:
        raise _wrong("--special", _SPECIAL_EXAMPLE, reason.reason) from None
    if number < 0:
        raise _wrong("--special", _SPECIAL_EXAMPLE, _FACTOR)
    if last < first:
        raise _wrong("--special", _SPECIAL_EXAMPLE, _ORDER)
    return Special(first, last, Fraction(number))


def _hours(text: str, interval: int) -> Hours:
    from rfp_builder.workload.forecast.profile import Hours

    parts = re.split(r" *[-~〜～] *", text)
    if len(parts) != 2:
        raise _wrong("--hours", "9:00-18:00", _SPAN)
    try:
        opens, closes = (read_time(part) for part in parts)
    except Unreadable as reason:
        raise _wrong("--hours", "9:00-18:00", reason.reason) from None
    if closes - opens < interval:
        raise _wrong("--hours", "9:00-18:00", _ORDER)
    return Hours(opens, closes, interval)


def _wrong(name: str, example: str, why: Phrase) -> WrongUse:
    return WrongUse(_WRONG.fill(option=name), why, _REMEDY.fill(option=name, example=example))
