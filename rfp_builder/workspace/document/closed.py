"""What can no longer be edited: criteria once they are agreed, everything authored once the RFP is out."""

from __future__ import annotations

from rfp_builder.errors import Refused
from rfp_builder.i18n import Phrase
from rfp_builder.model.project import Project
from rfp_builder.workspace.document.merge import Clash, Merge, merge
from rfp_builder.workspace.document.paths import places, value_at, with_value

_AGREED = ("criteria", "evaluators", "agreements", "rfp.gates")
_AUTHORED = ("definition", "rfp", "requirements", "annex", "criteria", "evaluators", "agreements")


class Closed(Refused):
    """The place was agreed or has gone out; going back is a recorded change, never an edit."""


def closed(project: Project, path: str) -> Closed | None:
    """Why a place can no longer be edited; None while it can.

    Raises:
        KeyError: `path` is not written like a path.
    """
    way = [place.name for place in places(path)]
    for part in closed_parts(project):
        whole = part.split(".")
        if way[: len(whole)] == whole or whole[: len(way)] == way:
            return _reason(project)
    return None


def closed_parts(project: Project) -> tuple[str, ...]:
    """Paths of everything that can no longer be edited."""
    if project.issues:
        return _AUTHORED
    return _AGREED if project.criteria.lock is not None else ()


def refuse_closed(before: Project, after: Project) -> None:
    """Pass if an edit leaves alone what is closed.

    Raises:
        Closed: it does not.
    """
    if any(value_at(before, part) != value_at(after, part) for part in closed_parts(before)):
        raise _reason(before)


def merge_open(base: Project, mine: Project, theirs: Project) -> Merge:
    """`merge`, but what is closed by now stays as it is there; my edits to it come back as clashes."""
    merged = merge(base, mine, theirs)
    project, clashes = merged.project, list(merged.clashes)
    for part in closed_parts(theirs):
        there, here = value_at(theirs, part), value_at(mine, part)
        if value_at(project, part) != there:
            project = with_value(project, part, there)
            clashes = [one for one in clashes if places(one.path)[: part.count(".") + 1] != places(part)]
            clashes.append(Clash(part, here, there))
    return Merge(project, tuple(clashes))


def _reason(project: Project) -> Closed:
    remedy = Phrase(
        "変更が必要なときは、変更管理の手順で行います。",
        "If it must change, that goes through change control.",
    )
    if project.issues:
        return Closed(
            Phrase("ここはもう書き換えられません。", "This cannot be edited any more."),
            Phrase("提案依頼書はすでに発行されています。", "The RFP is out."),
            remedy,
        )
    return Closed(
        Phrase("ここはもう書き換えられません。", "This cannot be edited any more."),
        Phrase("評価基準はすでに合意済みです。", "The criteria are agreed already."),
        remedy,
    )
