"""Volumes (2.2), forecast (2.3) and touchpoints (2.8) against each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType

from rfp_builder.check.context import Context, rows
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.said import label, number
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Channel, ProgramKind
from rfp_builder.model.service_levels import LIVE

USUAL_AHT: Mapping[Channel, tuple[int, int]] = MappingProxyType(
    {
        Channel.PHONE: (60, 1800),
        Channel.VIDEO: (60, 3600),
        Channel.CHAT: (60, 3600),
        Channel.EMAIL: (60, 3600),
        Channel.WEB_FORM: (60, 3600),
        Channel.SNS: (30, 3600),
        Channel.SMS: (15, 1800),
        Channel.FAX: (30, 3600),
        Channel.LETTER: (60, 7200),
    }
)
"""Handling times, in seconds, outside of which minutes and seconds were probably mixed up."""

FORECAST_TOLERANCE = Fraction(1, 5)


@rule("consistent.program-volume", Severity.BLOCKS, "業務ごとの量", "Volume of each program")
def program_volume(context: Context) -> Iterator[Hit]:
    """A program without volume."""
    counted = {row.program for row in context.volumes}
    for program in context.programs.values():
        if program.id not in counted and known(program.kind) is not ProgramKind.BACK_OFFICE:
            yield Hit(
                f"work.programs.programs[{program.id}]",
                Phrase(
                    "業務「{program}」の件数が2.2にありません。提案会社は要員数も価格も見積もれません。",
                    "Program “{program}” has no volume in 2.2: vendors can neither staff nor price it.",
                ).fill(program=context.named(program, program.name)),
                Phrase(
                    "2.2に、媒体別の月間件数と平均処理時間を記入してください。",
                    "Enter contacts a month and handling time by channel in 2.2.",
                ),
            )


@rule("consistent.volume-twice", Severity.WARNS, "量の重複", "Volume entered twice")
def volume_twice(context: Context) -> Iterator[Hit]:
    """The same program and channel in two rows."""
    times = Counter((row.program, known(row.channel)) for row in context.volumes)
    seen: set[tuple[str | None, Channel | None]] = set()
    for row in context.volumes:
        channel = known(row.channel)
        key = (row.program, channel)
        if channel is not None and times[key] > 1 and key in seen:
            yield Hit(
                f"work.volumes.volumes[{row.id}]",
                Phrase(
                    "2.2に「{program}」の{channel}が2行以上あり、どちらが正しいか分かりません。",
                    "2.2 has more than one row for “{program}” by {channel}; which one counts is not clear.",
                ).fill(program=context.program_name(row.program), channel=label(channel)),
                Phrase(
                    "1行にまとめるか、別の業務として2.1に分けてください。",
                    "Merge the rows, or make the second one a program of its own in 2.1.",
                ),
            )
        seen.add(key)


@rule("consistent.aht-unusual", Severity.ADVISES, "平均処理時間の桁", "Unusual handling time")
def aht_unusual(context: Context) -> Iterator[Hit]:
    """A handling time that looks like the wrong unit."""
    for row in context.volumes:
        channel, aht = known(row.channel), known(row.aht)
        if channel is None or aht is None:
            continue
        low, high = USUAL_AHT[channel]
        if not low <= aht <= high:
            yield Hit(
                f"work.volumes.volumes[{row.id}].aht",
                Phrase(
                    "「{program}」の{channel}の平均処理時間が{aht}秒です。通常の範囲（{low}〜{high}秒）を"
                    "外れています。",
                    "Handling time of “{program}” by {channel} is {aht} seconds; "
                    "usual are {low} to {high} seconds.",
                ).fill(
                    program=context.program_name(row.program),
                    channel=label(channel),
                    aht=number(aht),
                    low=number(low),
                    high=number(high),
                ),
                Phrase(
                    "単位は秒です。分で入力していないか、後処理時間を含むかを確かめてください。",
                    "The unit is seconds. Check that it is not minutes, and that after-call work is "
                    "included.",
                ),
            )


@rule("consistent.peak-share", Severity.WARNS, "ピーク時の割合", "Share of the busiest hour")
def peak_share(context: Context) -> Iterator[Hit]:
    """The busiest hour carries less than an average hour."""
    for row in context.volumes:
        program, peak = context.programs.get(row.program or ""), known(row.peak_share)
        if program is None or peak is None or known(row.channel) not in LIVE:
            continue
        opens, closes = known(program.opens), known(program.closes)
        if opens is None or closes is None or closes <= opens:
            continue
        average = Fraction(100 * 60, closes - opens)
        if Fraction(peak) < min(average, Fraction(100)):
            yield Hit(
                f"work.volumes.volumes[{row.id}].peak_share",
                Phrase(
                    "「{program}」の最も忙しい1時間の割合が{peak}%で、受付時間の平均（1時間あたり"
                    "{average}%）を下回っています。",
                    "The busiest hour of “{program}” carries {peak}% of a day, less than an average hour "
                    "({average}%).",
                ).fill(
                    program=context.named(program, program.name), peak=number(peak), average=number(average)
                ),
                Phrase(
                    "1日の件数のうち、最も多い1時間が占める割合を記入してください。",
                    "Enter the share of a day's contacts that falls into its busiest hour.",
                ),
            )


@rule("consistent.forecast-volume", Severity.WARNS, "予測と月間件数", "Forecast against monthly volume")
def forecast_volume(context: Context) -> Iterator[Hit]:
    """The forecast's average month is far from the volume of 2.2."""
    months: dict[tuple[str | None, Channel], list[int]] = defaultdict(list)
    for month in rows(context.definition.work.forecast.months):
        channel, contacts = known(month.channel), known(month.contacts)
        if channel is not None and contacts is not None:
            months[month.program, channel].append(contacts)
    for row in context.volumes:
        channel, monthly = known(row.channel), known(row.monthly_contacts)
        if channel is None or not monthly or not months.get((row.program, channel)):
            continue
        forecast = months[row.program, channel]
        average = Fraction(sum(forecast), len(forecast))
        if abs(average - monthly) > FORECAST_TOLERANCE * monthly:
            yield Hit(
                f"work.volumes.volumes[{row.id}].monthly_contacts",
                Phrase(
                    "「{program}」の{channel}は2.2で月{monthly}件、2.3の予測では月平均{average}件と、20%"
                    "以上違います。",
                    "“{program}” by {channel}: {monthly} contacts a month in 2.2, but {average} on "
                    "average in "
                    "the forecast of 2.3, more than 20% apart.",
                ).fill(
                    program=context.program_name(row.program),
                    channel=label(channel),
                    monthly=number(monthly),
                    average=number(average),
                ),
                Phrase(
                    "どちらかを直すか、増減の理由（成長率、季節、キャンペーンなど）を2.3に書いてください。",
                    "Correct one of them, or give the reason (growth, season, campaign) in 2.3.",
                ),
            )


@rule("consistent.forecast-twice", Severity.WARNS, "予測の重複", "Forecast month entered twice")
def forecast_twice(context: Context) -> Iterator[Hit]:
    """Two forecasts for the same month, program and channel."""
    seen: set[tuple[str | None, str | None, Channel | None]] = set()
    for row in rows(context.definition.work.forecast.months):
        key = (row.month, row.program, known(row.channel))
        if row.month is not None and key in seen:
            yield Hit(
                f"work.forecast.months[{row.id}]",
                Phrase(
                    "2.3に「{program}」の{month}の予測が2行あります。",
                    "2.3 forecasts {month} twice for “{program}”.",
                ).fill(program=context.program_name(row.program), month=row.month),
                Phrase("どちらかの行を削除してください。", "Delete one of the rows."),
            )
        seen.add(key)


@rule("consistent.forecast-gap", Severity.WARNS, "予測の抜け", "Months missing from the forecast")
def forecast_gap(context: Context) -> Iterator[Hit]:
    """A month missing between the first and the last month of a forecast."""
    months: dict[tuple[str | None, Channel | None], set[int]] = defaultdict(set)
    for row in rows(context.definition.work.forecast.months):
        if row.month is not None:
            year, month = row.month.split("-")
            months[row.program, known(row.channel)].add(int(year) * 12 + int(month) - 1)
    for (program, _), found in months.items():
        missing = sorted(set(range(min(found), max(found))) - found)
        if missing:
            yield Hit(
                "work.forecast.months",
                Phrase(
                    "「{program}」の予測に{month}など{count}か月分の抜けがあります。",
                    "The forecast of “{program}” lacks {count} month(s), the first being {month}.",
                ).fill(
                    program=context.program_name(program),
                    month=f"{missing[0] // 12}-{missing[0] % 12 + 1:02}",
                    count=len(missing),
                ),
                Phrase(
                    "抜けている月の件数を記入してください。件数がない月は0とします。",
                    "Enter the missing months; a month without contacts is 0.",
                ),
            )


@rule("consistent.forecast-channel", Severity.WARNS, "予測だけのチャネル", "Forecast without volume")
def forecast_channel(context: Context) -> Iterator[Hit]:
    """A program and channel are forecast that 2.2 does not know."""
    if not context.volumes:
        return
    counted = {(row.program, known(row.channel)) for row in context.volumes}
    reported: set[tuple[str | None, Channel]] = set()
    for row in rows(context.definition.work.forecast.months):
        channel = known(row.channel)
        if channel is None or (row.program, channel) in counted or (row.program, channel) in reported:
            continue
        reported.add((row.program, channel))
        yield Hit(
            f"work.forecast.months[{row.id}].channel",
            Phrase(
                "2.3は「{program}」の{channel}を予測していますが、2.2にそのチャネルがありません。",
                "2.3 forecasts “{program}” by {channel}, which 2.2 does not have.",
            ).fill(program=context.program_name(row.program), channel=label(channel)),
            Phrase(
                "2.2にチャネルを加えるか、2.3の行を直してください。",
                "Add the channel to 2.2 or correct the row in 2.3.",
            ),
        )


@rule(
    "consistent.touchpoint-channel", Severity.ADVISES, "タッチポイントのチャネル", "Channels of touchpoints"
)
def touchpoint_channel(context: Context) -> Iterator[Hit]:
    """A touchpoint on a channel that carries no volume."""
    if not context.channels:
        return
    for row in rows(context.definition.work.touchpoints.touchpoints):
        channel = known(row.channel)
        if channel is not None and channel not in context.channels:
            yield Hit(
                f"work.touchpoints.touchpoints[{row.id}].channel",
                Phrase(
                    "タッチポイント「{point}」のチャネル「{channel}」の件数が2.2にありません。",
                    "Touchpoint “{point}” uses {channel}, which has no volume in 2.2.",
                ).fill(point=context.named(row, row.point), channel=label(channel)),
                Phrase(
                    "委託先が対応するなら2.2に件数を加え、対応しないなら担当を明記してください。",
                    "If the vendor handles it, add its volume to 2.2; if not, say who does.",
                ),
            )
