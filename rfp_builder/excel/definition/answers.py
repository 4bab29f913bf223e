"""The answers of a project by the paths of their questions, and a project's parts built from them again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rfp_builder.forms.frame import EVALUATORS, GATES, SCHEDULE
from rfp_builder.forms.questions import Question
from rfp_builder.model.base import Value
from rfp_builder.model.definition import Definition
from rfp_builder.model.parties import Evaluator
from rfp_builder.model.project import Project
from rfp_builder.model.rfp import Contact, Gate, Rfp, ScheduleRow, Step
from rfp_builder.model.shape import Kind

RowValues = Mapping[str, Any]
"""The values of a row by column."""


@dataclass(frozen=True, slots=True)
class TableAnswer:
    """The rows of a table by id, in order; or `state`: 未定, 該当なし, or None for a table not answered."""

    rows: Mapping[str, RowValues]
    state: Any = None


Answers = Mapping[str, Any]
"""By path: the value of a field, or a `TableAnswer`."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What of a project the workbook holds."""

    definition: Definition
    rfp: Rfp
    evaluators: tuple[Evaluator, ...] = ()

    @classmethod
    def of(cls, project: Project) -> Parts:
        """The parts of a project as it stands."""
        return cls(project.definition, project.rfp, project.evaluators)


def answers_of(parts: Parts, questions: Iterable[Question]) -> dict[str, Any]:
    """The answers of `parts` to `questions`."""
    found: dict[str, Any] = {}
    for question in questions:
        value = _value(parts, question.path)
        found[question.path] = _table(question, value) if question.kind is Kind.TABLE else value
    return found


def row_ids(rows: Iterable[Any]) -> list[str]:
    """Keys of the rows of one table: their ids, or for the schedule, whose rows have none, their steps.

    A key that is there before gets a number, so that no row hides another.
    """
    keys: dict[str, None] = {}
    met: Counter[str] = Counter()
    for row in rows:
        key = own = step_key(row.step) if isinstance(row, ScheduleRow) else str(row.id)
        while key in keys:
            met[own] += 1
            key = f"{own}--{met[own] + 1}"
        keys[key] = None
    return list(keys)


def step_key(step: str) -> str:
    """The key of the row of a step."""
    return step.replace("_", "-")


def seeded(table: Question, answer: TableAnswer) -> dict[str, RowValues]:
    """The rows that the writer adds with nothing but their preset column, such as steps without a date."""
    preset = next((column for column in table.columns if column.name == table.preset), None)
    if preset is None:
        return {}
    used = {row[preset.name] for row in answer.rows.values()}
    empty = {column.name: None for column in table.columns}
    return {
        step_key(choice.value): {**empty, preset.name: Step(choice.value)}
        for choice in preset.choices
        if choice.value not in used
    }


def built(parts: Parts, answers: Answers, changed: Iterable[str]) -> Parts:
    """`parts` with the answers at the paths `changed` taken from `answers`.

    Raises:
        pydantic.ValidationError: an answer does not fit; each was held against its field before.
    """
    definition, rfp, evaluators = parts.definition, parts.rfp, parts.evaluators
    frame: dict[str, Any] = {}
    desk: dict[str, Any] = {}
    items: dict[tuple[str, str], dict[str, Any]] = {}
    for path in changed:
        value = answers[path]
        if path == EVALUATORS:
            evaluators = tuple(Evaluator(id=row_id, **row) for row_id, row in value.rows.items())
        elif path == SCHEDULE:
            frame["schedule"] = tuple(ScheduleRow(**row) for row in value.rows.values())
        elif path == GATES:
            frame["gates"] = tuple(Gate(id=row_id, **row) for row_id, row in value.rows.items())
        elif path.startswith("rfp.contact."):
            desk[path.rpartition(".")[2]] = value
        elif path.startswith("rfp."):
            frame[path.removeprefix("rfp.")] = value
        else:
            section, item, name = path.split(".")
            items.setdefault((section, item), {})[name] = _plain(value)
    if desk:
        frame["contact"] = _contact(rfp.contact, desk)
    for (section, item), changes in items.items():
        part: Value = getattr(definition, section)
        whole: Value = getattr(part, item)
        definition = definition.replace(**{section: part.replace(**{item: whole.replace(**changes)})})
    return Parts(definition, rfp.replace(**frame) if frame else rfp, evaluators)


def _value(parts: Parts, path: str) -> Any:
    if path == EVALUATORS:
        return parts.evaluators
    root, _, rest = path.partition(".")
    value: Any = parts.rfp if root == "rfp" else getattr(parts.definition, root)
    for name in rest.split("."):
        value = None if value is None else getattr(value, name)
    return value


def _table(question: Question, value: Any) -> TableAnswer:
    if not isinstance(value, tuple):
        return TableAnswer({}, value)
    names = [column.name for column in question.columns]
    ids = row_ids(value)
    return TableAnswer(
        {
            row_id: {name: getattr(row, name) for name in names}
            for row_id, row in zip(ids, value, strict=True)
        },
        None,
    )


def _plain(answer: Any) -> Any:
    """An answer as its field takes it: rows as dictionaries, validated with their item."""
    if not isinstance(answer, TableAnswer):
        return answer
    if not answer.rows:
        return answer.state
    return tuple({"id": row_id, **row} for row_id, row in answer.rows.items())


def _contact(present: Contact | None, changes: Mapping[str, Any]) -> Contact | None:
    fields = {name: getattr(present, name) for name in Contact.model_fields} if present else {}
    merged = {**fields, **changes}
    return Contact(**merged) if any(value is not None for value in merged.values()) else None
