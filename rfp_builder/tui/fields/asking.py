"""Whether a question is asked at all: some make sense only where another was answered in a certain way."""

from __future__ import annotations

from rfp_builder.forms.questions import Question
from rfp_builder.model.project import Project


def is_asked(question: Question, path: str, project: Project) -> bool:
    """Whether the answer beside which `question` stands makes it worth asking."""
    return True
