"""The files behind a forecast: special days as the command line tells of them, and all for `--json`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.workload.forecast.special_days import SpecialDays
from rfp_builder.workload.history.oddities import Odd
from rfp_builder.workload.history.reading import Imported
from rfp_builder.workload.history.values import Dimension, History, Measured
from rfp_builder.workspace.staffing.understood import handling_of, odd_lines

_SPECIALS = Phrase("特別な日: {file}  {n}行", "Special days: {file}  rows: {n}")


def spoken_specials(file_name: str, found: SpecialDays, lang: Lang) -> Iterator[str]:
    """The lines on a file of special days."""
    yield _SPECIALS.fill(file=file_name, n=f"{len(found.specials):,}").to(lang)
    if found.odd:
        yield from odd_lines(found.odd, lang)


def data(file_name: str, found: Imported) -> dict[str, object]:
    """The same for `--json`; handling times are in seconds."""
    return {
        "file": file_name,
        "encoding": found.encoding or None,
        "time_zone": found.zone.name,
        "converted": found.converted,
        "date_order": found.date_order,
        "calls": found.history.total,
        "columns": [
            {"sheet": sheet.sheet, "heading": one.heading, "role": one.role.value}
            for sheet in found.sheets
            for one in sheet.columns
        ],
        "odd": odd_data(found.odd),
        "handling": _handling_data(found),
        **_days_of(found),
    }


def odd_data(odd: tuple[Odd, ...]) -> list[dict[str, object]]:
    """What was odd, for `--json`."""
    return [{"kind": one.kind.value, "count": one.count, "text": one} for one in odd]


def _handling_data(found: Imported) -> dict[str, object] | None:
    whole = handling_of(found)
    if whole is None:
        return None
    answer = _measured(whole)
    history = found.history
    if isinstance(history, History):
        for dimension in Dimension:
            answer |= _by(dimension, history.handling_by(dimension))
    return answer


def _by(dimension: Dimension, found: Mapping[str, Measured]) -> dict[str, object]:
    rows = [{"name": name, **_measured(one)} for name, one in found.items()]
    return {f"by_{dimension}": rows} if rows else {}


def _measured(one: Measured) -> dict[str, object]:
    return {
        "contacts": round(one.contacts, 3),
        "seconds": round(one.seconds, 3),
        "mean_s": None if one.mean_s is None else round(one.mean_s, 3),
    }


def _days_of(found: Imported) -> dict[str, object]:
    history = found.history
    if not isinstance(history, History):
        return {"months": dict(history.months)}
    return {"first": history.first, "last": history.last, "interval_minutes": history.interval_minutes}
