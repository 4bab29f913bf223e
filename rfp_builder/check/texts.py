"""Every text that a user wrote, with its path, and whether vendors get to see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rfp_builder.model.criteria import Criteria
from rfp_builder.model.definition import Definition
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.model.rfp import Rfp
from rfp_builder.model.shape import Kind, Slot, item_at, items

INTERNAL_ITEMS = frozenset({"1.6", "7.1"})
"""Items that no vendor sees: stakeholders' requests and the client's approvers."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text. `public`: vendors read it, in the RFP or in the response workbook."""

    path: str
    value: Localized
    public: bool


def wordings(text: Localized) -> tuple[str, ...]:
    """The wordings a text has, Japanese first."""
    # Asked ten thousand times a check: a generator would cost three times as much.
    if text.ja is None:
        return (text.en,) if text.en is not None else ()
    return (text.ja,) if text.en is None else (text.ja, text.en)


def texts_of(project: Project) -> Iterator[Text]:
    """All texts in the order of the project, internal notes left out."""
    yield from _of_definition(project.definition)
    for requirement in project.requirements:
        yield from _of_requirement(requirement)
    yield from _of_criteria(project.criteria)
    yield from _of_rfp(project.rfp)


def _of_definition(definition: Definition) -> Iterator[Text]:
    for shape in items().values():
        item = item_at(definition, shape.id)
        for slot in shape.slots:
            public = shape.id not in INTERNAL_ITEMS and not slot.confidential
            yield from _of_answer(f"{shape.path}.{slot.name}", slot, getattr(item, slot.name), public)


def _of_answer(path: str, slot: Slot, answer: object, public: bool) -> Iterator[Text]:
    if isinstance(answer, Localized):
        yield Text(path, answer, public)
    elif slot.kind is Kind.TABLE and isinstance(answer, tuple):
        columns = [column.name for column in slot.columns if column.kind is Kind.TEXT]
        for row in answer:
            for name in columns:
                value = getattr(row, name)
                if isinstance(value, Localized):
                    yield Text(f"{path}[{row.id}].{name}", value, public)


def _of_requirement(requirement: Requirement) -> Iterator[Text]:
    path, disclosed = f"requirements[{requirement.id}]", requirement.withholding is None
    yield Text(f"{path}.statement", requirement.statement, disclosed)
    for name in ("acceptance", "rationale"):
        value = getattr(requirement, name)
        if value is not None:
            yield Text(f"{path}.{name}", value, disclosed and name == "acceptance")
    if requirement.withholding and requirement.withholding.open_question:
        yield Text(f"{path}.withholding.open_question", requirement.withholding.open_question, True)


def _of_criteria(criteria: Criteria) -> Iterator[Text]:
    for grade in criteria.scale:
        yield Text("criteria.scale", grade.label, True)
    for criterion in criteria.criteria:
        path = f"criteria.criteria[{criterion.id}]"
        yield Text(f"{path}.name", criterion.name, True)
        if criterion.intent is not None:
            yield Text(f"{path}.intent", criterion.intent, True)
        for sub in criterion.subs:
            below = f"{path}.subs[{sub.id}]"
            yield Text(f"{below}.name", sub.name, True)
            if sub.looks_at is not None:
                yield Text(f"{below}.looks_at", sub.looks_at, True)
            for anchor in sub.anchors:
                yield Text(f"{below}.anchors", anchor.text, True)


def _of_rfp(rfp: Rfp) -> Iterator[Text]:
    for name in ("title", "client", "background", "how_to_submit", "confidentiality", "other_terms"):
        value = getattr(rfp, name)
        if value is not None:
            yield Text(f"rfp.{name}", value, True)
    if rfp.contact is not None:
        yield Text("rfp.contact.desk", rfp.contact.desk, True)
    for row in rfp.schedule:
        if row.note is not None:
            yield Text("rfp.schedule", row.note, True)
    for gate in rfp.gates:
        yield Text(f"rfp.gates[{gate.id}].statement", gate.statement, True)
        if gate.evidence is not None:
            yield Text(f"rfp.gates[{gate.id}].evidence", gate.evidence, True)
