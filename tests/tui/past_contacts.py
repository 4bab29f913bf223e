"""A small history of contacts for the tests of staffing, and a project that has it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from rfp_builder.workspace.staffing.history import take_history
from rfp_builder.workspace.workspace import Workspace

HOSTILE = "[red]x[/] {{ y }} =1+1"
"""A contact reason that would like to be markup, a field and a formula."""

_FIRST = date(2026, 6, 1)


def past_contacts() -> bytes:
    """Sixteen weeks by day and reason, as CSV."""
    days = [_FIRST + timedelta(days=place) for place in range(112)]
    rows = [
        f'{day:%Y/%m/%d},"{name}",{count + day.weekday()}'
        for day in days
        for name, count in (("注文", 300), (HOSTILE, 40))
    ]
    return "\n".join(["日付,問い合わせ理由,件数", *rows]).encode("utf-8-sig")


def project_with_contacts(folder: Path) -> Path:
    """The sample with those contacts taken in."""
    workspace = Workspace.create(folder, "mail-order")
    take_history(workspace, "実績.csv", past_contacts())
    return workspace.folder
