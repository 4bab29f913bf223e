"""Whether a question is asked at all: some make sense only where another was answered in a certain way."""

from __future__ import annotations

from rfp_builder.forms.conditions import asked
from rfp_builder.forms.questions import Question
from rfp_builder.model.project import Project
from rfp_builder.workspace.document.paths import value_at


def is_asked(question: Question, path: str, value: object, project: Project) -> bool:
    """Whether the answers beside it call for `question`. What is answered is shown in any case."""
    if question.when is None or value not in (None, ()):
        return True
    return asked(question, value_at(project, path.rpartition(".")[0]))
