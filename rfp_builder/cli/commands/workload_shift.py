"""`workload shift`: the kinds of contract that shifts are made from, one at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import count, pairwise
from pathlib import Path
from typing import Any

import click

from rfp_builder.cli.bilingual import argument, option, session, spoken_command
from rfp_builder.cli.shared import answer_json, json_option, open_workspace, project_option, say
from rfp_builder.cli.spans import read_span
from rfp_builder.cli.wrong_option import wrong_option
from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Lang, Phrase, Speakable
from rfp_builder.model.localized import Localized
from rfp_builder.model.staffing import ShiftGroup, ShiftRest
from rfp_builder.text.clean import clean
from rfp_builder.text.dates import read_time
from rfp_builder.text.fold import fold
from rfp_builder.text.show import show_minutes, show_time
from rfp_builder.text.unreadable import Unreadable

_DAY_MIN = 1440
_GRID_MIN = 5
MOST_STARTS, MOST_GROUPS, LONGEST_NAME = 48, 20, 60
_STARTS, _LENGTH, _REST = "8:00-10:00/30m", "9h", "4h/60m"
_BETWEEN = re.compile(r"\s*(?:-|–|〜|～|~)\s*")
_PAID = frozenset({"paid", "有給"})

_SET = Phrase("勤務形態を設定しました。", "The kind of contract is set.")
_REMOVED = Phrase("勤務形態「{name}」を外しました。", "“{name}” is no longer a kind of contract.")
_USUAL = Phrase(
    "勤務形態は設定されていません。一般的なフルタイムとパートタイムで計画します。",
    "No kinds of contract are set; the plan assumes the usual full-time and part-time.",
)
_LINE = Phrase(
    "{name}: 始業 {starts}、拘束 {length}、{rests}、週{days}日{more}",
    "{name}: from {starts}, {length} with {rests}, {days} days a week{more}",
)
_NO_RESTS = Phrase("休憩なし", "no break")
_RESTS = Phrase("休憩 {rests}", "a break of {rests}")
_ONE_REST = Phrase("{length}（始業から{after}後）", "{length} after {after}")
_ONE_PAID = Phrase("{length}（始業から{after}後、有給）", "{length} after {after} (paid)")
_PART_TIME = Phrase("、パートタイム", ", part-time")
_APART = Phrase("、休日は連続しなくてよい", ", days off not together")
_MOST = Phrase("、{n}人まで", ", {n} people at most")

_NOT_SET = Phrase("勤務形態を設定できません。", "The kind of contract cannot be set.")
_NEEDS = Phrase("--starts と --length が必要です。", "It needs --starts and --length.")
_EXAMPLE = Phrase(
    "例: rfp-builder workload shift 日勤 --starts 8:00-10:00/30m --length 9h --rest 4h/60m",
    "For example: rfp-builder workload shift day --starts 8:00-10:00/30m --length 9h --rest 4h/60m",
)
_NO_NAME = Phrase("勤務形態の名前が必要です。", "It needs the name of a kind of contract.")
_UNKNOWN = Phrase("「{name}」という勤務形態はありません。", "There is no kind of contract “{name}”.")
_KNOWN = Phrase("設定されている勤務形態: {names}", "Kinds of contract: {names}")
_NAME = Phrase("名前は1〜{n}文字にしてください。", "A name has 1 to {n} characters.")
_TOO_MANY = Phrase("勤務形態は{n}種類までです。", "There are {n} kinds of contract at most.")
_GRID = Phrase("{n}分単位にしてください。", "It must be a multiple of {n} minutes.")
_DAY = Phrase("24時間以内にしてください。", "It must be 24 hours or less.")
_ORDER = Phrase("始まりは終わりより前にしてください。", "The start must lie before the end.")
_STEP = Phrase("「開始-終了/間隔」の形で入力してください。", "Write it as first-last/step.")
_MANY_STARTS = Phrase("始業時刻は{n}個までです。", "There are {n} starting times at most.")
_REST_FORM = Phrase(
    "「始業からの時間/長さ」の形で入力してください。", "Write it as time after the start/length."
)
_OUTSIDE = Phrase(
    "休憩は、重なりなく勤務の中に収めてください。", "Breaks must lie within the shift and must not overlap."
)
_DAYS = Phrase("1から7までにしてください。", "It must lie between 1 and 7.")


@spoken_command(
    "shift",
    "シフトのもとになる勤務形態を1種類ずつ設定します。1つでも設定すると、標準の勤務形態は使いません。"
    "名前を省略すると一覧を表示します。",
    "Set the kinds of contract that shifts are made from, one at a time. Once there is one, the usual ones "
    "no longer count. Without a name it lists them.",
)
@argument("name", metavar="[NAME]", required=False, ja="勤務形態の名前", en="Name of the kind of contract")
@option(
    "--starts",
    metavar=_STARTS,
    ja="始業時刻（8:00,9:00 または 8:00-10:00/30m。コンマで区切る）",
    en="When shifts may start (8:00,9:00 or 8:00-10:00/30m; several with commas)",
)
@option(
    "--length",
    metavar=_LENGTH,
    ja="始業から終業までの時間（休憩を含む）",
    en="From start to end, breaks included",
)
@option(
    "--rest",
    "rests",
    multiple=True,
    metavar=_REST,
    ja="休憩（始業からの時間/長さ。有給なら 2h/15m/有給）。繰り返し指定できる",
    en="Break: time after the start/length; 2h/15m/paid where it is paid. Repeatable",
)
@option("--days", type=int, default=5, metavar="5", ja="週の勤務日数", en="Days of work a week")
@option("--apart", is_flag=True, ja="休日が連続しなくてもよい", en="Days off need not lie together")
@option("--part-time", is_flag=True, ja="パートタイムとして数える", en="Counts as part-time")
@option("--people", type=click.IntRange(min=1), metavar="20", ja="人数の上限", en="How many people at most")
@option("--remove", is_flag=True, ja="この勤務形態を外す", en="Remove this kind of contract")
@json_option
@project_option
@click.pass_context
def shift_command(
    ctx: click.Context,
    name: str | None,
    starts: str | None,
    length: str | None,
    rests: tuple[str, ...],
    days: int,
    apart: bool,
    part_time: bool,
    people: int | None,
    remove: bool,
    as_json: bool,
    project: Path | None,
) -> None:
    """Texts for users are in the decorator."""
    from rfp_builder.workspace.staffing.settings import save_settings

    workspace, lang = open_workspace(ctx, project), session(ctx).lang
    staffing = workspace.project.staffing
    groups = staffing.groups
    if name is None and (remove or starts or length or rests):
        raise WrongUse(_NOT_SET, _NO_NAME, _EXAMPLE)
    if name is not None:
        title = clean(name).text.strip()
        held = next((one for one in groups if _is_called(one, title)), None)
        if remove:
            if held is None:
                raise WrongUse(_NOT_SET, _UNKNOWN.fill(name=title), _known(groups))
            groups = tuple(one for one in groups if one is not held)
        else:
            made = ShiftGroup(
                id=held.id if held else _free_id(groups),
                name=held.name if held else _named(title, lang),
                **_times(starts, length, rests),
                days_a_week=_days(days),
                days_off_together=not apart,
                part_time=part_time,
                people=people,
            )
            groups = tuple(made if one is held else one for one in groups) if held else (*groups, made)
            if len(groups) > MOST_GROUPS:
                raise WrongUse(_NOT_SET, _TOO_MANY.fill(n=MOST_GROUPS), _known(staffing.groups))
        save_settings(workspace, staffing.replace(groups=groups), {"changed": ["groups"]})
    if as_json:
        answer_json(ctx, groups=[one.model_dump(mode="json") for one in groups])
        return
    if name is not None:
        say(ctx, _REMOVED.fill(name=title) if remove else _SET)
    for one in groups:
        say(ctx, _line(one))
    if not groups:
        say(ctx, _USUAL)


def _times(starts: str | None, length: str | None, rests: tuple[str, ...]) -> dict[str, Any]:
    if starts is None or length is None:
        raise WrongUse(_NOT_SET, _NEEDS, _EXAMPLE)
    whole = _minutes("--length", length, _LENGTH)
    found = sorted((_rest(text) for text in rests), key=lambda one: one.after)
    ends = [(one.after, one.after + one.length) for one in found]
    if any(end > whole for _, end in ends) or any(before[1] > after[0] for before, after in pairwise(ends)):
        raise wrong_option("--rest", _REST, _OUTSIDE)
    times = tuple(dict.fromkeys(_starts(starts)))
    if len(times) > MOST_STARTS:
        raise wrong_option("--starts", _STARTS, _MANY_STARTS.fill(n=MOST_STARTS))
    return {"starts": times, "length": whole, "rests": tuple(found)}


def _starts(text: str) -> Iterator[int]:
    for part in text.replace("、", ",").replace("，", ",").split(","):
        span, slash, step = part.replace("／", "/").partition("/")
        ends = [_clock(one) for one in _BETWEEN.split(span.strip())]
        if len(ends) > 2 or (len(ends) == 2) != bool(slash):
            raise wrong_option("--starts", _STARTS, _STEP)
        if len(ends) == 1:
            yield ends[0]
            continue
        if ends[0] > ends[1]:
            raise wrong_option("--starts", _STARTS, _ORDER)
        yield from range(ends[0], ends[1] + 1, _minutes("--starts", step, _STARTS))


def _clock(text: str) -> int:
    try:
        found = read_time(text)
    except Unreadable as reason:
        raise wrong_option("--starts", _STARTS, reason.reason) from None
    if found % _GRID_MIN:
        raise wrong_option("--starts", _STARTS, _GRID.fill(n=_GRID_MIN))
    return found % _DAY_MIN


def _rest(text: str) -> ShiftRest:
    after, *more = text.replace("／", "/").split("/")
    if len(more) not in (1, 2) or (len(more) == 2 and more[1].strip().lower() not in _PAID):
        raise wrong_option("--rest", _REST, _REST_FORM)
    return ShiftRest(
        after=_minutes("--rest", after, _REST, zero=True),
        length=_minutes("--rest", more[0], _REST),
        paid=len(more) == 2,
    )


def _minutes(name: str, text: str, example: str, *, zero: bool = False) -> int:
    try:
        seconds = read_span(text, zero=zero)
    except Unreadable as reason:
        raise wrong_option(name, example, reason.reason) from None
    if seconds % (_GRID_MIN * 60):
        raise wrong_option(name, example, _GRID.fill(n=_GRID_MIN))
    if seconds > _DAY_MIN * 60:
        raise wrong_option(name, example, _DAY)
    return int(seconds // 60)


def _days(days: int) -> int:
    if not 1 <= days <= 7:
        raise wrong_option("--days", "5", _DAYS)
    return days


def _named(title: str, lang: Lang) -> Localized:
    if not 1 <= len(title) <= LONGEST_NAME:
        raise WrongUse(_NOT_SET, _NAME.fill(n=LONGEST_NAME), _EXAMPLE)
    return Localized(ja=title) if lang is Lang.JA else Localized(en=title)


def _is_called(group: ShiftGroup, title: str) -> bool:
    return fold(title) in {fold(group.name.to(lang)) for lang in Lang}


def _free_id(groups: tuple[ShiftGroup, ...]) -> str:
    taken = {one.id for one in groups}
    return next(one for one in (f"g{number}" for number in count(1)) if one not in taken)


def _known(groups: tuple[ShiftGroup, ...]) -> Phrase:
    if not groups:
        return _EXAMPLE
    return _KNOWN.fill(names=_listed([one.name for one in groups]))


def _line(group: ShiftGroup) -> Phrase:
    rests = _NO_RESTS
    if group.rests:
        rests = _RESTS.fill(rests=_listed([_said(one) for one in group.rests]))
    more = [
        *((_PART_TIME,) if group.part_time else ()),
        *(() if group.days_off_together else (_APART,)),
        *((_MOST.fill(n=group.people),) if group.people is not None else ()),
    ]
    return _LINE.fill(
        name=group.name,
        starts=_listed([Phrase(show_time(one), show_time(one)) for one in group.starts]),
        length=_both(lambda lang: show_minutes(group.length, lang)),
        rests=rests,
        days=group.days_a_week,
        more=_both(lambda lang: "".join(one.to(lang) for one in more)),
    )


def _said(rest: ShiftRest) -> Phrase:
    return (_ONE_PAID if rest.paid else _ONE_REST).fill(
        length=_both(lambda lang: show_minutes(rest.length, lang)),
        after=_both(lambda lang: show_minutes(rest.after, lang)),
    )


def _listed(values: Sequence[Speakable]) -> Phrase:
    between = {Lang.JA: "、", Lang.EN: ", "}
    return _both(lambda lang: between[lang].join(one.to(lang) for one in values))


def _both(said: Callable[[Lang], str]) -> Phrase:
    return Phrase(said(Lang.JA), said(Lang.EN))
