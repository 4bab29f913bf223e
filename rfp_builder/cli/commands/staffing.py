"""`staffing`: the calculator for one queue, without a project."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rfp_builder.cli.bilingual import option, session, spoken_command
from rfp_builder.cli.shared import answer_json, json_option, lang_option, say
from rfp_builder.cli.spans import read_span
from rfp_builder.cli.wrong_option import example_of, wrong_option
from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Phrase
from rfp_builder.text.numbers import Unreadable, read_number, read_percent

if TYPE_CHECKING:
    from rfp_builder.cli.measured import TrialRun

_LEVELS = ("offered", "answered", "virtual", "short-abandons-excluded")
_SLASH = re.compile("[/／]")

_NO_COUNT = Phrase("0以上にしてください。", "It must be 0 or more.")
_NOT_WHOLE = Phrase("整数で入力してください。", "It must be a whole number.")
_NO_AHT = Phrase("--aht が指定されていません。", "--aht is missing.")
_AHT_OR_TRIAL = Phrase(
    "平均処理時間、または試行の記録（--measured）が必要です。",
    "The average handling time is needed, or the file of a trial run (--measured).",
)
_TWO_PARTS = Phrase("目標は「割合/秒数」の形で入力してください。", "Write the target as percent/seconds.")


@spoken_command(
    "staffing",
    "着信件数と目標から必要人数を計算します。"
    "アーランCで計算し、--patience を指定するとアーランAで計算します。プロジェクトは不要です。",
    "Work out the agents that a queue needs: Erlang C, or Erlang A with --patience. No project is needed.",
)
@option("--calls", required=True, metavar="100", ja="1期間の着信件数", en="Calls in one period")
@option(
    "--per",
    required=True,
    metavar="30m",
    ja="期間の長さ（30m、1h など）",
    en="Length of the period (30m, 1h)",
)
@option(
    "--aht",
    metavar="180",
    ja="平均処理時間（秒。後処理を含む。3m とも書ける）",
    en="Average handling time, wrap-up included (seconds; 3m works, too)",
)
@option(
    "--measured",
    type=click.Path(path_type=Path),
    metavar="FILE",
    ja="試行の記録（1件1行。チャネル・問い合わせ理由・処理時間）。--aht の代わりに平均を用い、"
    "測定が足りるかどうかも示します。",
    en="Trial run, one contact a row (channel, contact reason, handling time): its average replaces "
    "--aht, and it is said whether enough was measured",
)
@option(
    "--target",
    required=True,
    metavar="80/20",
    ja="サービスレベルの目標（80/20 は「80%を20秒以内に応答」。90/24h も可）",
    en="Service level to reach (80/20: 80% answered within 20 seconds; 90/24h works, too)",
)
@option("--max-occupancy", metavar="85", ja="占有率の上限（%）", en="Occupancy cap in percent")
@option(
    "--shrinkage",
    metavar="30",
    default="0",
    ja="非稼働率（有給の時間に占める、応対しない時間の割合。%）",
    en="Shrinkage: percent of paid time in which no contacts are taken",
)
@option("--minimum", metavar="2", default="0", ja="最少人数", en="Agents that must be there in any case")
@option(
    "--patience",
    metavar="120",
    ja="顧客が電話を切るまで待つ時間の平均（秒）。指定するとアーランAで計算します。",
    en="Average seconds that callers wait before they hang up; makes it Erlang A",
)
@option(
    "--level",
    type=click.Choice(_LEVELS),
    default="offered",
    metavar="offered",
    ja="アーランAでのサービスレベルの定義（offered: 着信呼、answered: 応答呼、virtual: 仮想待ち時間、"
    "short-abandons-excluded: 短時間の放棄呼を除く）",
    en="What service level means with Erlang A: offered, answered, virtual or short-abandons-excluded",
)
@json_option
@lang_option
@click.pass_context
def command(
    ctx: click.Context,
    calls: str,
    per: str,
    aht: str | None,
    measured: Path | None,
    target: str,
    max_occupancy: str | None,
    shrinkage: str,
    minimum: str,
    patience: str | None,
    level: str,
    as_json: bool,
) -> None:
    """Texts for users are in the decorator."""
    from rfp_builder.workload.agents import Goal, Shrinkage
    from rfp_builder.workload.erlang import ServiceLevel
    from rfp_builder.workload.staffing import staffing
    from rfp_builder.workload.staffing_words import spoken

    run = None if measured is None else _trial_run(measured)
    if aht is not None:
        aht_s = _span("--aht", aht, "180", unit=1)
    elif run is not None:
        aht_s = run.aht_s()
    else:
        raise WrongUse(_NO_AHT, _AHT_OR_TRIAL, example_of("--aht", "180"))
    goal = Goal(
        *_target(target),
        patience_s=None if patience is None else _span("--patience", patience, "120", unit=1),
        level=ServiceLevel(level),
        max_occupancy=None
        if max_occupancy is None
        else float(_share("--max-occupancy", max_occupancy, "85")),
        minimum=_people("--minimum", minimum, "2"),
    )
    found = staffing(
        float(_count("--calls", calls, "100", ("件", "呼"))),
        _span("--per", per, "30m"),
        aht_s,
        goal,
        Shrinkage.of(_share("--shrinkage", shrinkage, "30")),
    )
    lang = session(ctx).lang
    if as_json:
        answer_json(ctx, **found.as_json(), **({} if run is None else {"measured": run.data()}))
        return
    for line in run.spoken(aht is None, lang) if run is not None else ():
        say(ctx, line)
    for line in spoken(found, lang):
        say(ctx, line)


def _trial_run(path: Path) -> TrialRun:
    # Loaded on use: most questions come without a file.
    from rfp_builder.cli.measured import TrialRun

    return TrialRun.read(path)


def _target(text: str) -> tuple[float, float]:
    """The share and the seconds of 80/20."""
    share, *times = _SLASH.split(text)
    if len(times) != 1:
        raise wrong_option("--target", "80/20", _TWO_PARTS)
    return float(_share("--target", share, "80/20")), _span("--target", times[0], "80/20", unit=1, zero=True)


def _share(name: str, text: str, example: str) -> Fraction:
    """A percentage as an exact share."""
    try:
        return Fraction(read_percent(text)) / 100
    except Unreadable as error:
        raise wrong_option(name, example, error.reason) from None


def _count(name: str, text: str, example: str, words: tuple[str, ...]) -> Decimal:
    try:
        number = read_number(text, words)
    except Unreadable as error:
        raise wrong_option(name, example, error.reason) from None
    if number < 0:
        raise wrong_option(name, example, _NO_COUNT)
    return number


def _people(name: str, text: str, example: str) -> int:
    number = _count(name, text, example, ("人", "名"))
    if number != int(number):
        raise wrong_option(name, example, _NOT_WHOLE)
    return int(number)


def _span(name: str, text: str, example: str, *, unit: int | None = None, zero: bool = False) -> float:
    """Seconds from 30m, 1.5h, 45分 or, where `unit` says what a bare number counts, 180."""
    try:
        return float(read_span(text, unit=unit, zero=zero))
    except Unreadable as error:
        raise wrong_option(name, example, error.reason) from None
