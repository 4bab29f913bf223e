"""`forecast`: from a file of past contacts to those to come, without a project."""

from __future__ import annotations

from pathlib import Path

import click

from rfp_builder.cli.bilingual import option, session, spoken_command
from rfp_builder.cli.history_options import contacts_argument, date_order_option, time_zone_option
from rfp_builder.cli.progress import progress_bar
from rfp_builder.cli.shared import answer_json, json_option, lang_option, say
from rfp_builder.workspace.incoming import read_file

_INTERVALS = ("5", "10", "15", "20", "30", "60")
_SPECIAL_EXAMPLE = "2027-11-19..2027-11-25=1.4"


@spoken_command(
    "forecast",
    "過去の着信件数（CSV または Excel）から、月・日・時間帯ごとの件数を予測します。プロジェクトは不要です。"
    "月別の合計だけでも予測できます（日と時間帯は仮定の型で配分します）。",
    "Forecast contacts by month, day and interval from past ones (CSV or Excel). No project is needed. "
    "Totals by month will do: days and intervals then follow an assumed profile.",
)
@contacts_argument
@option(
    "--until",
    metavar="2028-03-31",
    default=None,
    ja="予測の最終日（--as-forecast のときは不要）",
    en="Last day of the forecast (not with --as-forecast)",
)
@option(
    "--as-forecast",
    is_flag=True,
    ja="ファイルを過去の件数ではなく作成済みの予測として読み、件数を変えずに集計します。",
    en="Take the file for a forecast made elsewhere: sum it up and change nothing",
)
@option(
    "--growth",
    metavar="5%",
    default=None,
    ja="年間の増減率。5%、3%減、前年比105% など（省略時は履歴から読み取る）",
    en="Growth a year, such as 5% or -3% (default: what the history shows)",
)
@option(
    "--special",
    multiple=True,
    metavar=_SPECIAL_EXAMPLE,
    ja="件数がふだんと異なる日と倍率。0 は休業。過去の日は学習から除く（繰り返し指定できる）",
    en="Unusual days and their factor; 0 is closed. Past ones are not learned from. Repeatable",
)
@option(
    "--specials",
    type=click.Path(path_type=Path),
    metavar="FILE",
    default=None,
    ja="特別な日の一覧（CSV または Excel。日付・名称・倍率の列）",
    en="File of such days: columns of date, name and factor (CSV or Excel)",
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
@time_zone_option
@date_order_option
@json_option
@lang_option
@click.pass_context
def command(
    ctx: click.Context,
    file: Path,
    until: str | None,
    as_forecast: bool,
    growth: str | None,
    special: tuple[str, ...],
    specials: Path | None,
    hours: str | None,
    interval: str,
    time_zone: str,
    date_order: str | None,
    as_json: bool,
) -> None:
    """Texts for users are in the decorator."""
    from rfp_builder.cli import forecast_options as options
    from rfp_builder.cli.forecasting import Answer, data, spoken
    from rfp_builder.excel.history.reading import read_history, read_specials
    from rfp_builder.workload.forecast.backtest import backtest
    from rfp_builder.workload.forecast.making import forecast, imported
    from rfp_builder.workload.history.reading import Manner
    from rfp_builder.workload.history.values import History

    if as_forecast:
        options.refuse_with_forecast(until=until, growth=growth, special=special, specials=specials)
    last = None if as_forecast else options.until_of(until)
    change = None if growth is None else options.growth_of(growth)
    typed = tuple(options.special_of(text) for text in special)
    opening = None if hours is None else options.hours_of(hours, int(interval))
    manner = Manner(
        zone=options.zone_of(time_zone), as_forecast=as_forecast, date_order=options.order_of(date_order)
    )
    listed = None if specials is None else read_specials(read_file(specials), specials.name)
    days = (*typed, *(listed.specials if listed else ()))
    with progress_bar() as progress:
        found = read_history(read_file(file), file.name, progress, manner=manner)
    history = found.history
    if last is None:
        tested, made = None, imported(history, opening)
    else:
        tested = backtest(history, days) if isinstance(history, History) else None
        made = forecast(history, last, growth=change, specials=days, hours=opening, tested=tested)
    answer = Answer(file.name, found, made, tested, listed, None if specials is None else specials.name)
    if as_json:
        answer_json(ctx, **data(answer))
        return
    for line in spoken(answer, session(ctx).lang):
        say(ctx, line)
