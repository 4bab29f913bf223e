"""`public_view`: a project as vendors may see it, built by listing what may go in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rfp_builder.catalogue.outline import outline
from rfp_builder.catalogue.sections import sections
from rfp_builder.disclosure.listing import LISTED
from rfp_builder.disclosure.price_lines import price_lines
from rfp_builder.disclosure.public import (
    PublicAnchor,
    PublicContact,
    PublicCriterion,
    PublicDate,
    PublicGate,
    PublicGrade,
    PublicItem,
    PublicMethod,
    PublicPriceLine,
    PublicQuestion,
    PublicRequirement,
    PublicRfp,
    PublicSection,
    PublicSubCriterion,
)
from rfp_builder.disclosure.public_annex import public_annex
from rfp_builder.i18n import Lang
from rfp_builder.model.answers import known
from rfp_builder.model.choices import TaxTreatment
from rfp_builder.model.criteria import Criteria, Criterion
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.model.rfp import PublicKey, Rfp
from rfp_builder.model.shape import items


@dataclass(frozen=True, slots=True)
class Numbering:
    """Fresh public numbers: requirement id to R-001 …, and for open questions Q-01 …, each without gaps."""

    requirements: Mapping[str, str]
    questions: Mapping[str, str]

    def keys(self) -> tuple[PublicKey, ...]:
        """The numbers as an issue records them."""
        both = (*self.requirements.items(), *self.questions.items())
        return tuple(PublicKey(number=number, requirement=one) for one, number in both)


def numbering(project: Project) -> Numbering:
    """Number what vendors see, in the order of the items. Depends on nothing that is withheld."""
    ordered = _ordered(project)
    disclosed = [one.id for one in ordered if one.withholding is None]
    asked = [one.id for one in ordered if one.withholding and one.withholding.open_question]
    return Numbering(
        {one: f"R-{n:03}" for n, one in enumerate(disclosed, start=1)},
        {one: f"Q-{n:02}" for n, one in enumerate(asked, start=1)},
    )


def public_view(project: Project, lang: Lang, issued_on: date) -> PublicRfp:
    """Everything vendors may see, in one language, and nothing else."""
    rfp = project.rfp
    payment = project.definition.price.payment
    return PublicRfp(
        lang=lang,
        title=_text(rfp.title, lang) or "",
        number=rfp.number,
        client=_text(rfp.client, lang) or "",
        version=rfp.version,
        issued_on=issued_on,
        background=_text(rfp.background, lang),
        contact=_contact(rfp, lang),
        schedule=tuple(
            PublicDate(row.step, row.day, row.at, _text(row.note, lang))
            for row in sorted(rfp.schedule, key=lambda row: row.day)
        ),
        gates=tuple(
            PublicGate(f"G-{n}", gate.statement.to(lang), _text(gate.evidence, lang))
            for n, gate in enumerate(rfp.gates, start=1)
        ),
        how_to_submit=_text(rfp.how_to_submit, lang),
        validity_days=rfp.validity_days,
        confidentiality=_text(rfp.confidentiality, lang),
        other_terms=_text(rfp.other_terms, lang),
        currency=known(payment.currency) or "JPY",
        tax_included=known(project.definition.price.running.tax) is TaxTreatment.INCLUDED,
        sections=tuple(_sections(project, lang)),
        method=_method(project.criteria, lang),
        price_lines=tuple(
            PublicPriceLine(
                key=f"P-{n:02}",
                label=line.label,
                group=line.group.value,
                basis=line.basis,
                unit=line.unit.to(lang),
                quantity=line.quantity,
                months=line.months,
                note=line.note,
            )
            for n, line in enumerate(price_lines(project.definition, lang), start=1)
        ),
        annex=public_annex(project.annex, project.definition, lang) if project.annex is not None else None,
    )


def _sections(project: Project, lang: Lang) -> Iterator[PublicSection]:
    numbers = numbering(project)
    by_item: dict[str, list[Requirement]] = {}
    for requirement in project.requirements:
        by_item.setdefault(requirement.item, []).append(requirement)
    for texts in sections():
        shown = []
        for item in texts.items:
            here = by_item.get(item.id, [])
            public = PublicItem(
                id=item.id,
                title=item.title.to(lang),
                blocks=outline(project.definition, item.id, lang, listed=LISTED[item.id]),
                requirements=tuple(
                    _requirement(one, numbers, project.criteria, lang)
                    for one in here
                    if one.withholding is None
                ),
                questions=tuple(_questions(here, numbers, project.criteria, lang)),
            )
            if public.blocks or public.requirements or public.questions:
                shown.append(public)
        yield PublicSection(texts.number, texts.title.to(lang), tuple(shown))


def _requirement(one: Requirement, numbers: Numbering, criteria: Criteria, lang: Lang) -> PublicRequirement:
    return PublicRequirement(
        number=numbers.requirements[one.id],
        item=one.item,
        statement=one.statement.to(lang),
        priority=one.priority,
        acceptance=_text(one.acceptance, lang),
        criterion=_criterion_name(criteria, one.criterion, lang),
    )


def _questions(
    requirements: list[Requirement], numbers: Numbering, criteria: Criteria, lang: Lang
) -> Iterator[PublicQuestion]:
    for one in requirements:
        if one.withholding and one.withholding.open_question:
            yield PublicQuestion(
                number=numbers.questions[one.id],
                item=one.item,
                question=one.withholding.open_question.to(lang),
                criterion=_criterion_name(criteria, one.withholding.criterion, lang),
            )


def _method(criteria: Criteria, lang: Lang) -> PublicMethod:
    return PublicMethod(
        total_points=criteria.total_points,
        price_points=criteria.price_points,
        price_formula=criteria.price_formula,
        rounding=criteria.rounding,
        total_floor=criteria.total_floor,
        ties=criteria.ties,
        scale=tuple(PublicGrade(grade.score, grade.label.to(lang), grade.rate) for grade in criteria.scale),
        criteria=tuple(_criterion(n, one, lang) for n, one in enumerate(criteria.criteria, start=1)),
    )


def _criterion(number: int, criterion: Criterion, lang: Lang) -> PublicCriterion:
    return PublicCriterion(
        number=str(number),
        name=criterion.name.to(lang),
        intent=_text(criterion.intent, lang),
        points=criterion.points,
        subs=tuple(
            PublicSubCriterion(
                number=f"{number}.{n}",
                name=sub.name.to(lang),
                looks_at=_text(sub.looks_at, lang),
                points=sub.points,
                scoring=sub.scoring,
                anchors=tuple(PublicAnchor(anchor.score, anchor.text.to(lang)) for anchor in sub.anchors),
                floor=sub.floor,
            )
            for n, sub in enumerate(criterion.subs, start=1)
        ),
        floor=criterion.floor,
    )


def _ordered(project: Project) -> list[Requirement]:
    order = {item_id: position for position, item_id in enumerate(items())}
    return sorted(project.requirements, key=lambda one: order[one.item])


def _criterion_name(criteria: Criteria, sub_id: str | None, lang: Lang) -> str | None:
    sub = criteria.sub(sub_id) if sub_id else None
    return sub.name.to(lang) if sub else None


def _contact(rfp: Rfp, lang: Lang) -> PublicContact | None:
    if rfp.contact is None:
        return None
    return PublicContact(rfp.contact.desk.to(lang), rfp.contact.email, rfp.contact.phone)


def _text(text: Localized | None, lang: Lang) -> str | None:
    return text.to(lang) if text is not None else None
