"""`workload shift`: the kinds of contract that shifts are made from, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

from rfp_builder.cli.bilingual import argument, option, session, spoken_command
from rfp_builder.cli.shared import answer_json, json_option, open_workspace, project_option, say
from rfp_builder.cli.wrong_option import wrong_option
from rfp_builder.errors import WrongUse
from rfp_builder.forms.shift_times import (
    LONGEST_NAME,
    MOST_GROUPS,
    free_id,
    read_rest,
    read_shift_minutes,
    read_starts,
    within,
)
from rfp_builder.i18n import Lang, Phrase, Speakable
from rfp_builder.model.localized import Localized
from rfp_builder.model.staffing import ShiftGroup, ShiftRest
from rfp_builder.text.clean import clean
from rfp_builder.text.fold import fold
from rfp_builder.text.show import show_minutes, show_time
from rfp_builder.text.unreadable import Unreadable

_Found = TypeVar("_Found")
_STARTS, _LENGTH, _REST = "8:00-10:00/30m", "9h", "4h/60m"

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
                id=held.id if held else free_id(groups),
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
    whole = _read("--length", _LENGTH, lambda: read_shift_minutes(length))
    breaks = [_read("--rest", _REST, partial(read_rest, text)) for text in rests]
    return {
        "starts": _read("--starts", _STARTS, lambda: read_starts(starts)),
        "length": whole,
        "rests": _read("--rest", _REST, lambda: within(breaks, whole)),
    }


def _read(name: str, example: str, read: Callable[[], _Found]) -> _Found:
    """What `read` finds in the option `name`."""
    try:
        return read()
    except Unreadable as reason:
        raise wrong_option(name, example, reason.reason) from None


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
