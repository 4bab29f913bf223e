"""What the rows of tables are called that other tables refer to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rfp_builder.excel.definition.answers import Answers
from rfp_builder.forms.questions import Question
from rfp_builder.model.localized import Localized


def names_in(questions: Mapping[str, Question], answers: Answers) -> dict[str, dict[str, Localized]]:
    """The names of the rows of all tables that some column refers to."""
    found: dict[str, dict[str, Localized]] = {}
    for path in targets(questions.values()) & set(answers):
        naming = questions[path].naming
        rows = answers[path].rows.items()
        names = {row_id: row[naming.name] for row_id, row in rows} if naming is not None else {}
        found[path] = {row_id: name for row_id, name in names.items() if isinstance(name, Localized)}
    return found


def targets(questions: Iterable[Question]) -> set[str]:
    """The paths of the tables that some column refers to."""
    columns = (column for question in questions for column in question.columns)
    return {column.refers_to for column in columns if column.refers_to is not None}
