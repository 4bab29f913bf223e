"""The history of contacts: taken into the project's folder as it came, and read again from there."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from rfp_builder.errors import Problem, Refused
from rfp_builder.i18n import Phrase
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import HistoryFile
from rfp_builder.store.atomic import write_atomic
from rfp_builder.store.names import safe_name
from rfp_builder.text.date_order import DateOrder
from rfp_builder.workspace.workspace import Workspace

if TYPE_CHECKING:
    from rfp_builder.workload.forecast.values import Forecast
    from rfp_builder.workload.history.reading import Imported
    from rfp_builder.workload.history.stamps import Zone
    from rfp_builder.workload.history.values import History, MonthlyTotals

FOLDER = "workload"
_NAMED_BY = 12
"""Digits of the SHA-256 in the name of the file."""
_WORKBOOK = b"PK"
_NO_PLAN = Phrase("要員計画を作れません。", "No staffing plan can be made.")
_TAKE_IT = Phrase(
    "「要員計画と想定費用」の「1 実績」で、過去の件数を取り込んでください"
    "（コマンドでは rfp-builder workload history ファイル名）。",
    "Take past contacts in, under 1 History of Staffing and should-cost (as a command: rfp-builder workload "
    "history FILE).",
)
_TAKE_IT_AGAIN = Phrase(
    "「要員計画と想定費用」の「1 実績」で、元のファイルをもう一度取り込んでください"
    "（コマンドでは rfp-builder workload history ファイル名）。",
    "Take the original file in again, under 1 History of Staffing and should-cost (as a command: rfp-builder "
    "workload history FILE).",
)
_LONGEST_NAME = 200
_MOST_CONTACTS = 10**9
"""As many as a count of the model holds."""
_NO_ZONE = (
    Phrase("{file} を取り込めません。", "{file} cannot be taken in."),
    Phrase("「{zone}」というタイムゾーンはありません。", "There is no time zone “{zone}”."),
    Phrase("Asia/Tokyo や UTC のような名前で指定してください。", "Give its name, such as Asia/Tokyo or UTC."),
)
_TOO_MANY = (
    Phrase("{file} を取り込めません。", "{file} cannot be taken in."),
    Phrase("件数の合計が10億件を超えています。", "It has more than a thousand million contacts in all."),
    Phrase(
        "件数ではない列（電話番号、日付の数値など）が件数として読まれていないか確かめてください。",
        "Check that no other numbers, such as telephone numbers, are read as contacts.",
    ),
)


@dataclass(frozen=True, slots=True)
class Taken:
    """A history as it was understood, and what the project keeps of it."""

    found: Imported
    kept: HistoryFile


def look_at_history(
    file_name: str,
    data: bytes,
    *,
    is_forecast: bool = False,
    time_zone: str | None = None,
    date_order: DateOrder | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Taken:
    """How a file is understood; nothing is kept. `progress` is told rows done and rows there are.

    `time_zone` is what its stamps in UTC and the like are converted to, instead of Japan's; `date_order` is
    what comes first in dates whose year stands last, where the file does not show it.

    Raises:
        Refused: it is not safe to read, or holds no history; nothing is known of such a time zone.
    """
    from rfp_builder.excel.history.reading import read_history
    from rfp_builder.workload.history.reading import Manner
    from rfp_builder.workload.history.stamps import JAPAN

    zone = JAPAN if time_zone is None else _zone_of(time_zone, file_name)
    manner = Manner(zone=zone, as_forecast=is_forecast, date_order=date_order)
    found = read_history(data, file_name, progress, manner=manner)
    if found.history.total > _MOST_CONTACTS:
        what, why, remedy = _TOO_MANY
        raise Refused(what.fill(file=safe_name(file_name)), why, remedy)
    digest = hashlib.sha256(data).hexdigest()
    suffix = "xlsx" if data.startswith(_WORKBOOK) else "csv"
    first, last = span_of(found.history)
    kept = HistoryFile(
        file=f"{FOLDER}/history-{digest[:_NAMED_BY]}.{suffix}",
        name=safe_name(file_name)[:_LONGEST_NAME],
        sha256=digest,
        first=first,
        last=last,
        contacts=found.history.total,
        is_forecast=is_forecast,
        time_zone=None if zone == JAPAN else zone.name,
        date_order=found.date_order,
    )
    return Taken(found, kept)


def take_history(
    workspace: Workspace,
    file_name: str,
    data: bytes,
    *,
    is_forecast: bool = False,
    time_zone: str | None = None,
    date_order: DateOrder | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Taken:
    """Keep a history byte for byte and plan with it from now on; an earlier one stays in the folder.

    Raises:
        Refused: as `look_at_history`.
        Conflict: somebody else saved in between.
    """
    taken = look_at_history(
        file_name,
        data,
        is_forecast=is_forecast,
        time_zone=time_zone,
        date_order=date_order,
        progress=progress,
    )
    keep_history(workspace, taken, data)
    return taken


def keep_history(workspace: Workspace, taken: Taken, data: bytes) -> None:
    """Keep a history that was looked at, `data` being the bytes of its file.

    Raises:
        Conflict: somebody else saved in between.
    """
    path = workspace.folder / taken.kept.file
    with workspace.store.alone():
        if not path.exists() or path.read_bytes() != data:
            write_atomic(path, data)
    project = workspace.project
    if project.staffing.history != taken.kept:
        workspace.save(
            project.replace(staffing=project.staffing.replace(history=taken.kept)),
            "history-taken",
            {"file": taken.kept.file, "sha256": taken.kept.sha256, "contacts": taken.kept.contacts},
        )


def volumes_of(workspace: Workspace) -> History | MonthlyTotals | Forecast:
    """What a plan is made from: the history, or the forecast that was taken in instead of one.

    Raises:
        Refused: there is none, or its file is no longer what was taken in.
    """
    return volumes_in(workspace.folder, workspace.project)


def volumes_in(folder: Path, project: Project) -> History | MonthlyTotals | Forecast:
    """The same of a project whose files lie in `folder`."""
    from rfp_builder.workload.forecast.making import imported

    found = _taken_before(folder, project)
    return imported(found.found.history) if found.kept.is_forecast else found.found.history


def look_again(workspace: Workspace) -> Taken:
    """How the history that was taken in is understood. Raises `Refused` as `volumes_of`."""
    return _taken_before(workspace.folder, workspace.project)


def span_of(history: History | MonthlyTotals) -> tuple[date, date]:
    """The first and the last day."""
    from rfp_builder.workload.history.values import MonthlyTotals

    if not isinstance(history, MonthlyTotals):
        return history.first, history.last
    first, last = min(history.months), max(history.months)
    return _first_of(first), (_first_of(last) + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _taken_before(folder: Path, project: Project) -> Taken:
    kept = project.staffing.history
    if kept is None:
        raise Refused(
            _NO_PLAN, Phrase("件数の履歴がありません。", "There is no history of contacts."), _TAKE_IT
        )
    return look_at_history(
        kept.name,
        _bytes_of(folder, kept),
        is_forecast=kept.is_forecast,
        time_zone=kept.time_zone,
        date_order=kept.date_order,
    )


def knows_zone(name: str) -> bool:
    """Whether it is the name of a time zone, such as Asia/Tokyo."""
    from rfp_builder.workload.history.stamps import NoZone, Zone

    try:
        _ = Zone(name).info
    except NoZone:
        return False
    return True


def lacks_date_order(problem: Problem) -> bool:
    """Whether a file was refused only since nobody said which of day and month comes first in its dates."""
    from rfp_builder.workload.history.refusals import DATES_EITHER_WAY

    return problem.remedy == DATES_EITHER_WAY[1]


def _zone_of(name: str, file_name: str) -> Zone:
    from rfp_builder.workload.history.stamps import Zone

    if not knows_zone(name):
        what, why, remedy = _NO_ZONE
        raise Refused(what.fill(file=safe_name(file_name)), why.fill(zone=name), remedy)
    return Zone(name)


def _first_of(month: str) -> date:
    year, number = month.split("-")
    return date(int(year), int(number), 1)


def _bytes_of(folder: Path, kept: HistoryFile) -> bytes:
    try:
        data = (folder / kept.file).read_bytes()
    except OSError:
        why = Phrase("「{file}」がありません。", "“{file}” is not there.").fill(file=kept.file)
        raise Refused(_NO_PLAN, why, _TAKE_IT_AGAIN) from None
    if hashlib.sha256(data).hexdigest() != kept.sha256:
        why = Phrase(
            "「{file}」が、取り込んだときの内容と一致しません。", "“{file}” is not what was taken in."
        ).fill(file=kept.file)
        raise Refused(_NO_PLAN, why, _TAKE_IT_AGAIN)
    return data
