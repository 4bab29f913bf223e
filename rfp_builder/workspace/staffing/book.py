"""The staffing workbook of a project. Confidential: it holds headcount and should-cost."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from rfp_builder.i18n import Lang
from rfp_builder.store.atomic import write_atomic
from rfp_builder.workspace.workspace import Workspace

if TYPE_CHECKING:
    from rfp_builder.workload.plan.values import StaffingPlan

FOLDER = "internal"
BOOK_NAMES = {Lang.JA: "要員計画", Lang.EN: "staffing-plan"}
"""What the workbook is called, without its ending."""


def book_of(workspace: Workspace, plan: StaffingPlan, today: date, lang: Lang) -> bytes:
    """The bytes of the workbook in one language."""
    from rfp_builder.excel.staffing.names import BookNames
    from rfp_builder.excel.staffing.writer import staffing_book

    frame = workspace.project.rfp
    return staffing_book(plan, BookNames(frame.title, frame.client, today, workspace.identity), lang)


def write_book(workspace: Workspace, plan: StaffingPlan, today: date, lang: Lang) -> Path:
    """Write the workbook among the internal files, beside those of before: somebody may be editing them.

    Raises:
        OSError: the folder does not take it.
    """
    data = book_of(workspace, plan, today, lang)
    stem = f"{BOOK_NAMES[lang]}-{today:%Y-%m-%d}"
    names = (f"{stem}.xlsx" if number == 1 else f"{stem}-{number}.xlsx" for number in count(1))
    with workspace.store.alone():
        path = next(one for name in names if not (one := workspace.folder / FOLDER / name).exists())
        write_atomic(path, data)
    return path


@dataclass(frozen=True, slots=True)
class Written:
    """A workbook that was written."""

    name: str
    at: datetime
    """When it was last saved, here or in Excel."""


def books_in(folder: Path) -> tuple[Written, ...]:
    """The workbooks written so far, the newest first; one that goes meanwhile is left out."""
    found = []
    with contextlib.suppress(OSError):
        for one in (folder / FOLDER).iterdir():
            if one.suffix == ".xlsx" and one.name.startswith(tuple(BOOK_NAMES.values())):
                with contextlib.suppress(OSError):
                    found.append(Written(one.name, datetime.fromtimestamp(one.stat().st_mtime).astimezone()))
    return tuple(sorted(found, key=lambda one: (one.at, one.name), reverse=True))
