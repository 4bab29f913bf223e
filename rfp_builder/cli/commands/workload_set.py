"""`workload set` and `workload assign`: the settings most wanted, and which series belong to which queue."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeVar

import click

from rfp_builder.cli.bilingual import argument, session, spoken_command
from rfp_builder.cli.shared import answer_json, json_option, open_workspace, project_option, say
from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Phrase
from rfp_builder.model.staffing import MOST_TIMES, SpecialDays
from rfp_builder.text.numbers import read_number, read_percent
from rfp_builder.text.unreadable import Unreadable

T = TypeVar("T")

_CLEARED = ("-", "－", "なし", "none")
_FOUR_DIGITS, _THREE_DIGITS = Decimal("0.0001"), Decimal("0.001")
_SET = Phrase("設定しました: {name} = {value}", "Set: {name} = {value}")
_UNSET = Phrase(
    "{name} の設定を消しました。定義または標準の値を使います。",
    "{name} is no longer set; the definition or what is usual holds.",
)
_ASSIGNED = Phrase("「{queue}」の件数: {names}", "Series of {queue}: {names}")
_NO_SETTING = Phrase("「{name}」という設定はありません。", "There is no setting “{name}”.")
_NAMES = Phrase("設定できる名前: {names}", "Names: {names}")
_EXAMPLE = Phrase("例: rfp-builder workload set growth 3%", "For example: rfp-builder workload set growth 3%")
_WRONG = Phrase("{name} の値を読み取れません。", "The value of {name} cannot be read.")
_RANGE = Phrase("{least}%から{most}%までにしてください。", "It must lie between {least}% and {most}%.")
_LEAST_GROWTH, _MOST_GROWTH = -99, 1000
"""Per cent a year: at -100% nothing is left to plan for."""
_TIMES = Phrase("倍率は0から{most}までにしてください。", "A factor must lie between 0 and {most}.")
_WHOLE = Phrase("1以上の整数にしてください。", "It must be a whole number of 1 or more.")
_FOR = Phrase(
    "例: rfp-builder workload set {name} {example}", "For example: rfp-builder workload set {name} {example}"
)


@spoken_command(
    "set",
    "計画の設定を変えます: until（最終日）、growth（年間の増減率）、certainty（備える確率）、"
    "occupancy-cap（占有率の上限）、seats（席数の上限）、part-time（パートタイムの割合の上限）、"
    "special-days（特別日。2027-11-19..2027-11-25=1.4 をコンマで区切る）。値を「-」にすると設定を消します。",
    "Change a setting of the plan: until (last day), growth (a year), certainty, occupancy-cap, seats, "
    "part-time (the largest share of people), special-days (2027-11-19..2027-11-25=1.4, several with "
    "commas). The value “-” clears it.",
)
@argument("name", metavar="NAME", ja="設定の名前", en="Name of the setting")
@argument("value", metavar="VALUE", ja="値（「-」で消す）", en="Its value; “-” clears it")
@json_option
@project_option
@click.pass_context
def set_command(ctx: click.Context, name: str, value: str, as_json: bool, project: Path | None) -> None:
    """Texts for users are in the decorator."""
    from rfp_builder.workspace.staffing.settings import save_settings

    if name not in _READERS:
        raise WrongUse(_NO_SETTING.fill(name=name), _NAMES.fill(names=", ".join(_READERS)), _EXAMPLE)
    field, read, empty = _READERS[name]
    cleared = value.strip() in _CLEARED
    workspace = open_workspace(ctx, project)
    found = empty if cleared else read(name, value)
    staffing = workspace.project.staffing.replace(**{field: found})
    save_settings(workspace, staffing, {"changed": [field]})
    if as_json:
        answer_json(ctx, **staffing.model_dump(mode="json", include={field}))
    else:
        say(ctx, _UNSET.fill(name=name) if cleared else _SET.fill(name=name, value=value.strip()))


# So that -3% is a value; click takes it for options otherwise.
set_command.context_settings = {"ignore_unknown_options": True}


@spoken_command(
    "assign",
    "履歴の区分（業務名や問い合わせ理由など）がどの窓口の件数かを指定します。",
    "Say which series of the history (names of programs, reasons …) are contacts of a queue.",
)
@argument("queue", metavar="QUEUE", ja="窓口の名前またはID", en="Name or id of the queue")
@argument("series", metavar="NAMES...", nargs=-1, required=True, ja="履歴での名前", en="Names in the history")
@json_option
@project_option
@click.pass_context
def assign_command(
    ctx: click.Context, queue: str, series: tuple[str, ...], as_json: bool, project: Path | None
) -> None:
    """Texts for users are in the decorator."""
    from rfp_builder.workload.plan.queues import queue_name
    from rfp_builder.workspace.staffing.settings import assign

    workspace = open_workspace(ctx, project)
    found = assign(workspace, queue, series)
    if as_json:
        answer_json(ctx, queue=found.id, names=list(found.names))
        return
    lang = session(ctx).lang
    named = queue_name(workspace.project, found).to(lang)
    say(ctx, _ASSIGNED.fill(queue=named, names=", ".join(found.names)))


def _until(name: str, text: str) -> object:
    from rfp_builder.cli.forecast_options import UNTIL_EXAMPLE, date_of

    return _as(name, UNTIL_EXAMPLE, lambda: date_of(name, text, UNTIL_EXAMPLE))


def _growth(name: str, text: str) -> object:
    from rfp_builder.cli.forecast_options import growth_of

    found = _as(name, "5%", lambda: growth_of(text)) * 100
    if not _LEAST_GROWTH <= found <= _MOST_GROWTH:
        raise _wrong(name, "5%", _RANGE.fill(least=_LEAST_GROWTH, most=f"{_MOST_GROWTH:,}"))
    return _decimal(found, _FOUR_DIGITS)


def _percent(least: int, most: int, example: str) -> Callable[[str, str], object]:
    def read(name: str, text: str) -> object:
        try:
            found = read_percent(text)
        except Unreadable as reason:
            raise _wrong(name, example, reason.reason) from None
        if not least <= found <= most:
            raise _wrong(name, example, _RANGE.fill(least=least, most=most))
        return _decimal(Fraction(found), Decimal("0.01"))

    return read


def _seats(name: str, text: str) -> object:
    try:
        found = read_number(text, ("席",))
    except Unreadable as reason:
        raise _wrong(name, "60", reason.reason) from None
    if found != int(found) or not 1 <= found <= 10**6:
        raise _wrong(name, "60", _WHOLE)
    return int(found)


def _specials(name: str, text: str) -> object:
    from rfp_builder.cli.forecast_options import SPECIAL_EXAMPLE, special_of

    parts = text.replace("、", ",").replace("，", ",").split(",")
    found = _as(name, SPECIAL_EXAMPLE, lambda: [special_of(part.strip()) for part in parts])
    if any(one.factor > MOST_TIMES for one in found):
        raise _wrong(name, SPECIAL_EXAMPLE, _TIMES.fill(most=MOST_TIMES))
    return tuple(
        SpecialDays(first=one.first, last=one.last, factor=_decimal(one.factor, _THREE_DIGITS))
        for one in found
    )


def _as(name: str, example: str, read: Callable[[], T]) -> T:
    """What `read` finds; where it finds nothing, said of this setting and not of an option of `forecast`."""
    try:
        return read()
    except WrongUse as error:
        raise _wrong(name, example, error.why) from None


def _decimal(value: Fraction, digits: Decimal) -> Decimal:
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(digits)


def _wrong(name: str, example: str, why: Phrase) -> WrongUse:
    return WrongUse(_WRONG.fill(name=name), why, _FOR.fill(name=name, example=example))


_READERS: dict[str, tuple[str, Callable[[str, str], Any], object]] = {
    "until": ("until", _until, None),
    "growth": ("growth", _growth, None),
    "certainty": ("certainty", _percent(50, 99, "80%"), None),
    "occupancy-cap": ("occupancy_cap", _percent(1, 100, "85%"), None),
    "seats": ("seats", _seats, None),
    "part-time": ("part_time_most", _percent(0, 100, "50%"), None),
    "special-days": ("specials", _specials, ()),
}
"""Name: field of the settings, how it is read, what it is without a value."""
