"""What may go wrong without being a mistake of ours, as a problem that people can be told of."""

from __future__ import annotations

from rfp_builder.errors import Problem, Refused
from rfp_builder.i18n import Phrase

_GONE = Refused(
    Phrase("操作できませんでした。", "That could not be done."),
    Phrase(
        "対象の行や要件が、ほかの画面などで削除されています。",
        "The row or requirement it was about has been deleted elsewhere.",
    ),
    Phrase(
        "現在の一覧を確認して、もう一度操作してください。", "Look at the list as it is now, and try again."
    ),
)


def problem_of(error: Problem | OSError | KeyError) -> Problem:
    """What a person is told of it: the folder refused, or somebody else deleted the place."""
    from rfp_builder.workspace.disk import disk_problem

    if isinstance(error, Problem):
        return error
    return disk_problem(error) if isinstance(error, OSError) else _GONE
