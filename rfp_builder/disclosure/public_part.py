"""A project as far as outsiders know it: what may be said of this part gives nothing else away.

For remarks that travel with a draft. Vendor documents are built by `view`, which lists what goes in.
"""

from __future__ import annotations

from typing import Any

from rfp_builder.disclosure.listing import LISTED
from rfp_builder.disclosure.view import numbering
from rfp_builder.model.answers import NotApplicable, Row, Undecided
from rfp_builder.model.criteria import Criteria
from rfp_builder.model.definition import Definition
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.shape import item_at, items

_SOMEBODY = Localized(ja="発注者", en="the client")
_A_REASON = Localized(ja="発注者の判断による。", en="The client decided so.")


def public_part(project: Project) -> Project:
    """A new project of listed fields, disclosed requirements under their public numbers, criteria and annex.

    Nothing is in it of what is withheld, confidential or internal, nor who decides what is undecided.
    """
    numbers = numbering(project).requirements
    return Project(
        rfp=project.rfp,
        definition=_definition(project.definition),
        requirements=tuple(
            one.replace(id=numbers[one.id].lower(), rationale=None, owner=None, source=None)
            for one in project.requirements
            if one.withholding is None
        ),
        criteria=_criteria(project.criteria),
        # What the annex rests on is the client's own business.
        annex=project.annex.replace(inputs=()) if project.annex is not None else None,
    )


def _definition(definition: Definition) -> Definition:
    sections: dict[str, dict[str, object]] = {}
    for shape in items().values():
        item = item_at(definition, shape.id)
        listed = {name: _answer(getattr(item, name)) for name in LISTED[shape.id]}
        sections.setdefault(shape.section, {})[shape.name] = shape.model.model_validate(listed)
    return Definition.model_validate(sections)


def _answer(answer: Any) -> Any:
    match answer:
        case Undecided():
            return answer.replace(owner=_SOMEBODY)
        case NotApplicable():
            return answer.replace(reason=_A_REASON)
        case tuple():
            return tuple(_row(row) if isinstance(row, Row) else row for row in answer)
    return answer


def _row(row: Row) -> Row:
    return row.replace(**{name: _answer(getattr(row, name)) for name in type(row).model_fields})


def _criteria(criteria: Criteria) -> Criteria:
    plain = tuple(
        one.replace(subs=tuple(sub.replace(evaluators=()) for sub in one.subs)) for one in criteria.criteria
    )
    return criteria.replace(
        criteria=plain, lock=None, withheld_cap=Criteria.model_fields["withheld_cap"].default
    )
