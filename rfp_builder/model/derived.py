"""What was worked out rather than written: from which inputs, and what came out, so that a change shows."""

import hashlib
import json
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import Enum

from rfp_builder.model.answers import known
from rfp_builder.model.base import ShortText, Value
from rfp_builder.model.choices import Channel
from rfp_builder.model.criteria import Sha256
from rfp_builder.model.service_levels import LIVE, timed_level
from rfp_builder.model.units import CalendarDate

HISTORY = "staffing.history"
"""The path that stands for the contacts themselves: their digest is that of the file."""

KPIS = "operations.service_levels.kpis"
_LEVEL = re.compile(rf"{re.escape(KPIS)}\[channel=([a-z_]+)(?:,program=([a-z0-9-]+))?\]")
_STEP = re.compile(r"([a-z_]+)(?:\[([^\[\]]+)\])?")


class Input(Value):
    """Something that a result rests on, by its path in the project, and a digest of what it was then.

    Paths are written as findings write them: `work.volumes.volumes[v1].aht`, `staffing.growth`.
    """

    path: ShortText
    digest: Sha256


class Derived(Value):
    """One answer of the definition that was worked out. `digest` is over the answer as it was filled in."""

    path: ShortText
    digest: Sha256
    inputs: tuple[Input, ...]
    on: CalendarDate


def level_path(program: str | None, channel: Channel) -> str:
    """The path that stands for the time within which 4.9 wants contacts of a program and channel met.

    Its digest is that of what staffing takes of the KPIs there: a time, and where somebody waits, a share.
    """
    return f"{KPIS}[channel={channel.value}{'' if program is None else f',program={program}'}]"


def digest_of(value: object) -> str:
    """SHA-256 of a value of the model, or of several: the same for equal values, whatever made them."""
    text = json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def found_at(project: Value, path: str) -> object:
    """What stands at a path of a project; None where nothing does, or its row is gone.

    The names of sections stand for those of the definition, as in the paths of findings.
    """
    found: object = project
    for place, part in enumerate(path.split(".")):
        step = _STEP.fullmatch(part)
        if step is None:
            return None
        if place == 0 and step[1] not in type(project).model_fields:
            found = getattr(found, "definition", None)
        found = getattr(found, step[1], None)
        if step[2] is not None:
            rows = found if isinstance(found, Sequence) else ()
            found = next((row for row in rows if getattr(row, "id", None) == step[2]), None)
    return found


def input_at(project: Value, path: str) -> Input:
    """The input at a path, as it is now; the history by the digest of its file."""
    level = _LEVEL.fullmatch(path)
    if level is not None:
        return Input(path=path, digest=digest_of(_level_at(project, level[2], Channel(level[1]))))
    found = found_at(project, path)
    held = getattr(found, "sha256", None) if path == HISTORY else None
    if not isinstance(held, str):
        return Input(path=path, digest=digest_of(found))
    # The same stamps are other contacts in another time zone, or with day and month the other way round.
    manner = [one for name in ("time_zone", "date_order") if (one := getattr(found, name, None)) is not None]
    return Input(path=path, digest=digest_of((held, *manner)) if manner else held)


def changed_inputs(project: Value, inputs: Sequence[Input]) -> tuple[str, ...]:
    """The paths of those inputs that are no longer what they were."""
    return tuple(one.path for one in inputs if input_at(project, one.path).digest != one.digest)


def _level_at(project: Value, program: str | None, channel: Channel) -> tuple[object, ...]:
    kpis = known(found_at(project, KPIS))
    found = timed_level(kpis, program, channel) if isinstance(kpis, tuple) else None
    if found is None:
        return ()
    kpi, time_s = found
    return (known(kpi.target), time_s) if channel in LIVE else (time_s,)


def _plain(value: object) -> object:
    """What JSON can write. 30 and 30.0 are one number."""
    match value:
        case Value():
            return {name: _plain(getattr(value, name)) for name in type(value).model_fields}
        case tuple() | list():
            return [_plain(one) for one in value]
        case Decimal():
            return f"{value.normalize():f}"
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case _:
            return value
