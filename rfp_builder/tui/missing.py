"""F2: from where one is to the next answer that is missing or wrong, in the order of the road."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from rfp_builder.check.finding import Finding, Severity
from rfp_builder.i18n import Phrase

if TYPE_CHECKING:
    from rfp_builder.model.project import Project
    from rfp_builder.tui.app import Wizard

_NONE = Phrase("発行を妨げる指摘はありません。", "Nothing stands in the way of the issue.")
_NOT_YET = Phrase(
    "点検しています。少し待ってからもう一度押してください。", "Still checking; press again in a moment."
)
_ANEW = Phrase("最後まで見たので、最初に戻りました。{what}", "That was the last; from the top again. {what}")

Position: TypeAlias = tuple[int, ...]


def go_to_next(wizard: Wizard) -> None:
    """Go there and say what is missing. After the last one it begins anew from the first."""
    from rfp_builder.tui.road import go

    assert wizard.session is not None
    report = wizard.session.report
    if report is None:
        wizard.tell(_NOT_YET)
        return
    blocking = [one for one in report.findings if one.severity is Severity.BLOCKS]
    if not blocking:
        wizard.tell(_NONE)
        return
    found, anew = next_after(wizard.session.project, blocking, here(wizard) or wizard.session.last_missing)
    wizard.session.last_missing = found.path
    go(wizard, found.path)
    wizard.tell(_ANEW.fill(what=found.message) if anew else found.message)


def here(wizard: Wizard) -> str | None:
    """The path of what has the focus; else of what the screen shows; None where no place is shown."""
    focused = wizard.focused
    for node in () if focused is None else focused.ancestors_with_self:
        path = getattr(node, "path", None)
        if isinstance(path, str) and path:
            return _in_table(wizard, node) or path
    shown = getattr(wizard.screen, "here", None)
    if isinstance(shown, str):
        return shown
    key = getattr(wizard.screen, "place_key", "")
    if isinstance(key, str) and key.startswith("section."):
        from rfp_builder.model.shape import sections

        return sections().get(int(key.removeprefix("section.")))
    return key if key in ("rfp", "requirements", "criteria") else None


def _in_table(wizard: Wizard, node: object) -> str | None:
    """The cell of the cursor, once it was moved or led there: a table is entered at its first cell."""
    cell = getattr(node, "cell_here", None)
    if not isinstance(cell, str):
        return None
    assert wizard.session is not None
    row = cell.rpartition(".")[0]
    led = (wizard.session.last_missing or "").startswith(row)
    return cell if led or not getattr(node, "at_first_cell", False) else None


def next_after(project: Project, findings: list[Finding], path: str | None) -> tuple[Finding, bool]:
    """The first finding behind `path` as one reads, and whether it is the first of all once more."""
    placed = sorted(((position(project, one.path), n) for n, one in enumerate(findings)))
    at = 0 if path is None else bisect_right([place for place, _ in placed], position(project, path))
    return findings[placed[at % len(placed)][1]], at == len(placed)


def position(project: Project, path: str) -> Position:
    """Where a path lies as one reads: part of the road, question, row, column. Larger is further down."""
    from rfp_builder.check.next_step import road_position
    from rfp_builder.workspace.document.paths import places, value_at

    place: list[int] = [*road_position(path)]
    way = places(path)
    written = ""
    for step in way[1:] if way and way[0].name == "definition" else way:
        written = f"{written}.{step.name}" if written else step.name
        place.append(_order_of(project, written, step.name))
        if step.row is not None:
            try:
                rows = value_at(project, written)
            except KeyError:
                rows = ()
            place.append(_row_order(rows, step.row))
            written = f"{written}[{step.row}]"
    return tuple(place)


def _order_of(project: Project, written: str, name: str) -> int:
    """The place of a field among those beside it."""
    from rfp_builder.model.base import Value
    from rfp_builder.workspace.document.paths import value_at

    parent = written.rpartition(".")[0]
    try:
        holder = value_at(project, parent) if parent else project
    except KeyError:
        return 0
    if not parent and name in _sections():
        return _sections().index(name)
    fields = list(type(holder).model_fields) if isinstance(holder, Value) else []
    return fields.index(name) if name in fields else 0


def _row_order(rows: object, key: str) -> int:
    from rfp_builder.workspace.document.paths import row_key

    if not isinstance(rows, tuple):
        return 0
    return next((n for n, row in enumerate(rows) if row_key(row) == key), len(rows))


@cache
def _sections() -> tuple[str, ...]:
    from rfp_builder.model.shape import sections

    return tuple(sections().values())
