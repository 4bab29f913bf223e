"""Two versions of one place: saying so, and bringing mine back."""

from __future__ import annotations

from rfp_builder.errors import Conflict
from rfp_builder.i18n import Phrase
from rfp_builder.model.project import Project
from rfp_builder.workspace.document.merge import Clash
from rfp_builder.workspace.document.paths import row_key, value_at, with_value


def in_conflict(kept: str) -> Conflict:
    """What is said as long as nobody has chosen; `kept` is the file that holds my version."""
    return Conflict(
        Phrase("同じ箇所がほかでも変更されています。", "The same place was changed elsewhere, too."),
        Phrase(
            "ほかの人、またはほかの画面が保存した内容と重なりました。それ以外の変更は両方とも反映しています。",
            "Another person, or another window, saved a different value there. All other changes of both "
            "sides are in.",
        ),
        Phrase(
            "どちらの内容を残すか選んでください。こちらの内容は {name} にも残してあります。",
            "Choose which one stays. This side is also kept in {name}.",
        ).fill(name=kept),
    )


def brought_back(project: Project, clash: Clash) -> Project:
    """The project with my side of a clash: the value, the row that was deleted there, or its absence.

    Raises:
        KeyError: the place is gone.
        pydantic.ValidationError: my value no longer fits there.
    """
    table, bracket, key = clash.path.removesuffix("]").rpartition("[")
    if not bracket or not clash.path.endswith("]"):
        return with_value(project, clash.path, clash.mine)
    held = value_at(project, table)
    rows = held if isinstance(held, tuple) else ()
    if clash.mine is None:
        return with_value(project, table, tuple(row for row in rows if row_key(row) != key))
    if any(row_key(row) == key for row in rows):
        return with_value(project, clash.path, clash.mine)
    return with_value(project, table, (*rows, clash.mine))
