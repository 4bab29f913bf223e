"""The volume annex against what it was made from, and against volumes (2.2) and forecast (2.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from rfp_builder.check.context import Context, rows
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.said import label, number
from rfp_builder.i18n import Lang, Phrase, listed
from rfp_builder.model.annex import AnnexSeries, MonthVolume, VolumeAnnex
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Channel
from rfp_builder.model.definition.work import ChannelVolume
from rfp_builder.model.derived import HISTORY, changed_inputs
from rfp_builder.model.localized import Localized
from rfp_builder.text.show import show_month

_YEAR = 12
TOLERANCE = Fraction(1, 20)
"""How far a number that somebody rounded, or planned, by hand may lie from the annex."""

_INPUTS: Mapping[str, Phrase] = MappingProxyType(
    {
        HISTORY: Phrase("件数の履歴", "the contact history"),
        "staffing.until": Phrase("予測の最終日", "the last day of the forecast"),
        "staffing.growth": Phrase("年間の増減率", "the growth a year"),
        "staffing.specials": Phrase("件数が変わる日", "the days that differ"),
        "staffing.queues": Phrase("窓口の設定", "the queues"),
        "work.forecast.yearly_growth": Phrase("2.3の年間の増減率", "the growth a year of 2.3"),
        "work.forecast.special_days": Phrase("2.3の特別な日", "the special days of 2.3"),
        "work.reasons.reasons": Phrase("2.6のコールリーズン", "the call reasons of 2.6"),
    }
)
_MAKE_ANEW = Phrase(
    "別紙を作り直すか、どちらが正しいかを確かめて、もう一方を直してください。",
    "Make the annex anew, or find out which is right and correct the other.",
)


_NAMED = 5
_MORE = Phrase("ほか", "and others")


@rule("annex.stale", Severity.WARNS, "業務量資料の鮮度", "Annex out of date")
def stale(context: Context) -> Iterator[Hit]:
    """What the annex was made from has changed since."""
    annex = context.project.annex
    changed = () if annex is None else changed_inputs(context.project, annex.inputs)
    if changed:
        yield Hit(
            "work.forecast.history",
            Phrase(
                "別紙「業務量資料」を作った後に、{what}が変わりました。別紙は前の内容のままです。",
                "Since the annex “Contact volumes” was made, {what} changed; the annex does not show it.",
            ).fill(what=listed(dict.fromkeys(_INPUTS.get(path, Phrase(path, path)) for path in changed))),
            Phrase(
                "別紙を作り直してください（コマンドでは rfp-builder workload annex）。",
                "Make the annex anew (as a command: rfp-builder workload annex).",
            ),
        )


@rule("annex.program", Severity.WARNS, "業務量資料の業務", "Programs of the annex")
def program(context: Context) -> Iterator[Hit]:
    """The annex shows volumes of a program that 2.1 does not have any more."""
    annex = context.project.annex
    series = () if annex is None else annex.series
    if any(one.program is not None and one.program not in context.programs for one in series):
        yield Hit(
            "work.programs.programs",
            Phrase(
                "別紙「業務量資料」に、2.1から削除された業務の件数が載っています。",
                "The annex “Contact volumes” shows a program that was deleted from 2.1.",
            ),
            Phrase(
                "2.1に業務を戻すか、別紙を作り直してください。",
                "Put the program back into 2.1, or make the annex anew.",
            ),
        )


@rule("annex.volumes", Severity.WARNS, "業務量資料と月間件数", "Annex against monthly volume")
def volumes(context: Context) -> Iterator[Hit]:
    """Contacts a month in 2.2 are not what the annex shows on average."""
    for row, channel, one in _shown_too(context):
        stated = known(row.monthly_contacts)
        averages = _averages(context, one)
        if stated is None or not averages or _about(stated, min(averages), max(averages)):
            continue
        yield Hit(
            f"work.volumes.volumes[{row.id}].monthly_contacts",
            Phrase(
                "「{program}」の{channel}は2.2で月{stated}件ですが、別紙「業務量資料」では月平均{average}件です。",
                "“{program}” by {channel}: {stated} contacts a month in 2.2, but {average} on average in the "
                "annex “Contact volumes”.",
            ).fill(
                program=context.program_name(row.program),
                channel=label(channel),
                stated=number(stated),
                average=number(round(averages[-1])),
            ),
            _MAKE_ANEW,
        )


@rule("annex.handling", Severity.WARNS, "業務量資料と平均処理時間", "Annex against handling time")
def handling(context: Context) -> Iterator[Hit]:
    """The handling time of 2.2 is not the one that was measured."""
    for row, channel, one in _shown_too(context):
        stated = known(row.aht)
        if (
            stated is not None
            and one.aht is not None
            and not _about(stated, Fraction(one.aht), Fraction(one.aht))
        ):
            yield Hit(
                f"work.volumes.volumes[{row.id}].aht",
                Phrase(
                    "「{program}」の{channel}の平均処理時間は2.2で{stated}秒ですが、別紙「業務量資料」の測定値は"
                    "{measured}秒です。",
                    "Handling time of “{program}” by {channel} is {stated} seconds in 2.2, but {measured} as "
                    "measured in the annex “Contact volumes”.",
                ).fill(
                    program=context.program_name(row.program),
                    channel=label(channel),
                    stated=number(stated),
                    measured=number(one.aht),
                ),
                _MAKE_ANEW,
            )


@rule("annex.forecast", Severity.WARNS, "業務量資料と予測", "Annex against forecast")
def forecast(context: Context) -> Iterator[Hit]:
    """Months of 2.3 are not those of the annex, nor near them; one finding a queue."""
    wrong: dict[tuple[str | None, Channel], list[tuple[str, str, int, Fraction]]] = {}
    for row in rows(context.definition.work.forecast.months):
        channel, stated = known(row.channel), known(row.contacts)
        one = _series(context, row.program, channel)
        if channel is None or stated is None or row.month is None or one is None:
            continue
        shown = [months[row.month] for months in _whole(context, one) if row.month in months]
        if shown and not _about(stated, min(shown), max(shown)):
            wrong.setdefault((row.program, channel), []).append((row.id, row.month, stated, shown[-1]))
    for (of, channel), found in wrong.items():
        row_id, month, stated, contacts = found[0]
        more = Phrase("。ほかに{n}か月で違います", "; {n} more month(s) differ").fill(n=len(found) - 1)
        yield Hit(
            f"work.forecast.months[{row_id}].contacts",
            Phrase(
                "「{program}」の{channel}の{month}は2.3で{stated}件ですが、別紙「業務量資料」では{contacts}件です"
                "{more}。",
                "“{program}” by {channel} in {month}: {stated} contacts in 2.3, but {contacts} in the annex "
                "“Contact volumes”{more}.",
            ).fill(
                program=context.program_name(of),
                channel=label(channel),
                month=Phrase(show_month(month, Lang.JA), show_month(month, Lang.EN)),
                stated=number(stated),
                contacts=number(contacts),
                more=more if len(found) > 1 else Phrase("", ""),
            ),
            _MAKE_ANEW,
        )


@rule("annex.growth", Severity.WARNS, "業務量資料の増減率", "Growth of the annex")
def growth(context: Context) -> Iterator[Hit]:
    """The annex assumes another growth than 2.3 states."""
    annex, stated = context.project.annex, known(context.definition.work.forecast.yearly_growth)
    if annex is None or annex.growth is None or stated is None:
        return
    last_digit = Decimal(1).scaleb(min(0, int(stated.normalize().as_tuple().exponent)))
    if abs(annex.growth - stated) * 2 > last_digit:
        yield Hit(
            "work.forecast.yearly_growth",
            Phrase(
                "年間の増減率は2.3で{stated}%ですが、別紙「業務量資料」の見込みは{assumed}%としています。",
                "Growth a year is {stated}% in 2.3, but the annex “Contact volumes” assumes {assumed}%.",
            ).fill(stated=number(stated), assumed=number(annex.growth)),
            _MAKE_ANEW,
        )


@rule("annex.language", Severity.WARNS, "業務量資料の言語", "Language of the annex")
def language(context: Context) -> Iterator[Hit]:
    """A text of the annex lacks a language of the RFP: reasons come from the history, which has one."""
    annex = context.project.annex
    for lang in () if annex is None else context.project.rfp.languages:
        missing = annex.texts_without(lang) if annex is not None else ()
        if missing:
            yield Hit(
                "work.reasons.reasons",
                Phrase(
                    "別紙「業務量資料」に、{lang}のない語が{count}件あり、もう一方の言語のまま載ります（{names}）。",
                    "The annex “Contact volumes” has {count} text(s) without {lang}, printed in the other "
                    "language: {names}.",
                ).fill(lang=lang.label, count=len(missing), names=_some(missing)),
                Phrase(
                    "2.6に同じ名称のコールリーズンを両方の言語で加えてから、別紙を作り直してください。",
                    "Add the call reasons of that name to 2.6 in both languages, then make the annex anew.",
                ),
            )


def _some(texts: Sequence[Localized]) -> Phrase:
    """The first few, as they are written."""
    more = [_MORE] if len(texts) > _NAMED else []
    return listed([*texts[:_NAMED], *more])


def _shown_too(context: Context) -> Iterator[tuple[ChannelVolume, Channel, AnnexSeries]]:
    """Rows of 2.2 that the annex tells apart, with their channel and what it shows of them."""
    for row in context.volumes:
        channel = known(row.channel)
        one = _series(context, row.program, channel)
        if channel is not None and one is not None:
            yield row, channel, one


def _series(context: Context, of: str | None, channel: Channel | None) -> AnnexSeries | None:
    """What the annex shows of a program on a channel, if it tells it apart."""
    annex = context.project.annex
    if annex is None or channel is None:
        return None
    return next((one for one in annex.series if (one.program, one.channel) == (of, channel)), None)


def _averages(context: Context, one: AnnexSeries) -> list[Fraction]:
    """Contacts of an average month: of all actual ones, of the last twelve of them, of the expected ones."""
    actual, expected = _whole(context, one)
    last = [actual[month] for month in sorted(actual)[-_YEAR:]]
    several = [list(actual.values()), last, list(expected.values())]
    return [sum(months, Fraction(0)) / len(months) for months in several if months]


def _whole(context: Context, one: AnnexSeries) -> tuple[dict[str, Fraction], dict[str, Fraction]]:
    """Actual and expected contacts of the months that are shown as a whole."""
    annex = context.project.annex
    if annex is None:
        return {}, {}
    gaps = {gap.month for gap in annex.gaps}
    actual = _months(one.actual, (annex.history_first, annex.history_last), gaps)
    return actual, _months(one.expected, _expected(annex), set())


def _expected(annex: VolumeAnnex) -> tuple[date, date]:
    first = annex.expected_first or annex.history_last + timedelta(days=1)
    return first, annex.expected_last or first


def _months(volumes: Sequence[MonthVolume], period: tuple[date, date], gaps: set[str]) -> dict[str, Fraction]:
    first, last = period
    first_whole = first if first.day == 1 else first.replace(day=1) + timedelta(days=32)
    after = last + timedelta(days=1)
    return {
        one.month: Fraction(one.contacts)
        for one in volumes
        if f"{first_whole:%Y-%m}" <= one.month < f"{after:%Y-%m}" and one.month not in gaps
    }


def _about(stated: int, low: Fraction, high: Fraction) -> bool:
    return low * (1 - TOLERANCE) <= stated <= high * (1 + TOLERANCE) or any(
        _rounded(stated, one) for one in (low, high)
    )


def _rounded(stated: int, exact: Fraction) -> bool:
    """Whether somebody who rounds may have come from one to the other: 36,000 stands for 35,500 to 36,500."""
    unit = 1
    while stated and stated % (unit * 10) == 0:
        unit *= 10
    return abs(stated - exact) * 2 <= max(unit, 2)
