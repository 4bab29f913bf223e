"""Hours: programs (2.1) against the time bands of the sites (4.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rfp_builder.check.context import Context, rows
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.said import clock, day, label
from rfp_builder.i18n import Phrase, listed
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Day, ProgramKind
from rfp_builder.model.definition.operations import SiteShift
from rfp_builder.model.definition.work import Program

Span = tuple[int, int]
"""From, until, in minutes after midnight."""

EARLIEST_CALL, LATEST_CALL = 9 * 60, 20 * 60
"""Calls to customers outside of these hours are felt as a nuisance; for collection the law forbids some."""


@rule("consistent.hours-order", Severity.BLOCKS, "開始と終了の時刻", "Opening before closing")
def hours_order(context: Context) -> Iterator[Hit]:
    """Closes before it opens."""
    for path, what, opens, closes in _all_hours(context):
        if closes <= opens:
            yield Hit(
                f"{path}.closes",
                Phrase(
                    "「{what}」の終了時刻（{closes}）が開始時刻（{opens}）以前です。",
                    "“{what}” closes at {closes}, not after it opens at {opens}.",
                ).fill(what=what, opens=clock(opens), closes=clock(closes)),
                Phrase(
                    "時刻を直してください。深夜0時をまたぐ場合は24:00で区切り、翌日分を別の行にします。",
                    "Correct the times. Hours past midnight end at 24:00 and go on in a row of their own.",
                ),
            )


@rule("consistent.hours-covered", Severity.WARNS, "業務時間と要員配置", "Hours covered by the sites")
def hours_covered(context: Context) -> Iterator[Hit]:
    """A program is open when no site is staffed."""
    shifts = rows(context.definition.operations.sites.shifts)
    if not shifts or not all(_is_told(one) for one in shifts):
        return
    for program in context.programs.values():
        opens, closes = known(program.opens), known(program.closes)
        if opens is None or closes is None:
            continue
        bare = [
            day_of_week
            for day_of_week in known(program.days) or ()
            if uncovered((opens, closes), _spans(shifts, day_of_week))
        ]
        if bare:
            yield Hit(
                f"work.programs.programs[{program.id}].opens",
                Phrase(
                    "「{program}」の受付時間（{opens}〜{closes}）のうち、{days}に4.1の配置がない時間帯が"
                    "あります。",
                    "“{program}” is open {opens}–{closes}, but on {days} the time bands of 4.1 leave "
                    "part of it unstaffed.",
                ).fill(
                    program=context.named(program, program.name),
                    opens=clock(opens),
                    closes=clock(closes),
                    days=listed(label(one) for one in bare),
                ),
                Phrase(
                    "4.1の曜日・時間帯を広げるか、2.1の受付時間を直してください。",
                    "Extend the bands in 4.1 or correct the opening hours in 2.1.",
                ),
            )


@rule("consistent.hours-idle", Severity.ADVISES, "業務のない配置", "Staffed without work")
def hours_idle(context: Context) -> Iterator[Hit]:
    """A site is staffed when no program is open."""
    programs = list(context.programs.values())
    if not programs or not all(_is_told(one) for one in programs):
        return
    for shift in rows(context.definition.operations.sites.shifts):
        opens, closes = known(shift.opens), known(shift.closes)
        if opens is None or closes is None:
            continue
        idle = [one for one in known(shift.days) or () if uncovered((opens, closes), _spans(programs, one))]
        if idle:
            yield Hit(
                f"operations.sites.shifts[{shift.id}].opens",
                Phrase(
                    "「{site}」の{opens}〜{closes}のうち、{days}にはどの業務も開いていない時間帯があります。",
                    "“{site}” is staffed {opens}–{closes}; on {days} no program is open for part of it.",
                ).fill(
                    site=context.named(shift, shift.site),
                    opens=clock(opens),
                    closes=clock(closes),
                    days=listed(label(one) for one in idle),
                ),
                Phrase(
                    "準備や後処理の時間でなければ、どちらかの時間を直してください。",
                    "Unless it is for preparation and after-work, correct one of the two.",
                ),
            )


@rule("consistent.outbound-hours", Severity.ADVISES, "架電の時間帯", "Hours of outbound calls")
def outbound_hours(context: Context) -> Iterator[Hit]:
    """Calls to customers early in the morning or late in the evening."""
    for program in context.programs.values():
        opens, closes = known(program.opens), known(program.closes)
        if known(program.kind) is not ProgramKind.OUTBOUND or opens is None or closes is None:
            continue
        if opens < EARLIEST_CALL or closes > LATEST_CALL:
            yield Hit(
                f"work.programs.programs[{program.id}].opens",
                Phrase(
                    "「{program}」は{opens}〜{closes}に顧客へ電話します。{earliest}より前や{latest}より後"
                    "の架電は苦情になりやすい時間帯です。",
                    "“{program}” calls customers {opens}–{closes}. Calls before {earliest} or after "
                    "{latest} easily cause complaints.",
                ).fill(
                    program=context.named(program, program.name),
                    opens=clock(opens),
                    closes=clock(closes),
                    earliest=clock(EARLIEST_CALL),
                    latest=clock(LATEST_CALL),
                ),
                Phrase(
                    "架電の時間を{earliest}〜{latest}に収めるか、顧客の同意がある旨を書いてください。",
                    "Keep calls between {earliest} and {latest}, or note that the customers have agreed.",
                ).fill(earliest=clock(EARLIEST_CALL), latest=clock(LATEST_CALL)),
            )


@rule("consistent.closed-day", Severity.ADVISES, "休業日の日付", "Dates of closed days")
def closed_day(context: Context) -> Iterator[Hit]:
    """A closed day outside of the contract term."""
    start = context.definition.work.start
    first, last = known(start.contract_start), known(start.contract_end)
    for row in rows(context.definition.operations.sites.closed_days):
        closed = known(row.day)
        if closed is not None and ((first and closed < first) or (last and closed > last)):
            yield Hit(
                f"operations.sites.closed_days[{row.id}].day",
                Phrase(
                    "休業日「{what}」（{day}）は契約期間の外です。",
                    "The closed day “{what}” ({day}) lies outside the contract term.",
                ).fill(what=context.named(row, row.description), day=day(closed)),
                Phrase(
                    "年を確かめてください。毎年の休業日なら、日付を空けて説明に書きます。",
                    "Check the year. For a day that is closed every year, leave the date empty and "
                    "describe it.",
                ),
            )


def uncovered(span: Span, covers: Sequence[Span]) -> bool:
    """Whether a part of `span` lies in none of `covers`."""
    reached = span[0]
    for start, end in sorted(covers):
        if start > reached:
            break
        reached = max(reached, end)
    return reached < span[1]


def _spans(bands: Sequence[Program | SiteShift], day_of_week: Day) -> list[Span]:
    return [
        (opens, closes)
        for band in bands
        if day_of_week in (known(band.days) or ())
        and (opens := known(band.opens)) is not None
        and (closes := known(band.closes)) is not None
    ]


def _is_told(band: Program | SiteShift) -> bool:
    """Whether days and hours are all answered."""
    return bool(known(band.days)) and None not in (known(band.opens), known(band.closes))


def _all_hours(context: Context) -> Iterator[tuple[str, object, int, int]]:
    named: list[tuple[str, object, Program | SiteShift]] = [
        (f"work.programs.programs[{one.id}]", context.named(one, one.name), one)
        for one in context.programs.values()
    ]
    named += [
        (f"operations.sites.shifts[{one.id}]", context.named(one, one.site), one)
        for one in rows(context.definition.operations.sites.shifts)
    ]
    for path, what, band in named:
        opens, closes = known(band.opens), known(band.closes)
        if opens is not None and closes is not None:
            yield path, what, opens, closes
