"""What must never reach a vendor: what is written about withheld requirements, and confidential fields."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from rfp_builder.catalogue.sections import item as item_text
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import Item, NotApplicable, Undecided
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.model.shape import item_at, items
from rfp_builder.text.fold import search_fold

_NOTE = Phrase("{id} {title}の社内メモ", "internal note of {id} {title}")
_FIELD = Phrase("{id} {title}の「{field}」", "“{field}” of {id} {title}")
_WITHHELD = Phrase("非開示の要件 {id}", "withheld requirement {id}")
_SHOULD_COST = Phrase("想定費用", "should-cost")


_TELLING = 6
"""Shorter ids occur by chance."""
_COMPANY_FIELDS = frozenset({"incumbent"})
# 「受託会社ア」, 'Vendor Kappa', 株式会社ミライ, ミライ（株）, Kappa Inc.
_QUOTED = re.compile(r"[「『“\"]([^「」『』“”\"]{2,40})[」』”\"]|(?<!\w)['‘]([^'‘’]{2,40})['’](?!\w)")
_LEGAL = r"(?:株式会社|有限会社|合同会社|[（(]株[）)]|㈱)"
_NAME = r"[ァ-ヶー・々一-龠A-Za-z0-9&]{2,40}"
_INCORPORATED = re.compile(rf"{_LEGAL} ?({_NAME})|({_NAME}?) ?{_LEGAL}")
_ENGLISH = re.compile(
    r"([A-Z][\w&-]*(?: [A-Z][\w&-]*){0,3}?),? (?:Inc|Ltd|LLC|Corp|Corporation|K\.K|Co\., Ltd|Limited)\b"
)


@dataclass(frozen=True, slots=True)
class Secret:
    """One thing to keep. `name` says which, without saying what."""

    name: Phrase
    texts: tuple[str, ...] = ()
    """Texts that may not be quoted, not even in part."""
    names: tuple[str, ...] = ()
    """Words that may not appear at all, such as the incumbent's name or an internal id."""
    amounts: tuple[int, ...] = ()


def secrets_of(project: Project) -> tuple[Secret, ...]:
    """Every secret of the project."""
    # That a disclosed requirement is seen to be met in the same way tells nothing.
    shown = {
        search_fold(wording)
        for one in project.requirements
        if one.withholding is None
        for wording in _wordings(one.acceptance)
    }
    withheld = (_withheld(one, shown) for one in project.requirements if one.withholding is not None)
    return (*withheld, *_confidential(project), *_should_cost(project))


def _withheld(one: Requirement, shown: Container[str]) -> Secret:
    about = [one.statement, one.rationale]
    if one.withholding:
        about += [one.withholding.guide, one.withholding.reason]
    return Secret(
        name=_WITHHELD.fill(id=one.id),
        texts=(
            *(wording for text in about for wording in _wordings(text)),
            *(wording for wording in _wordings(one.acceptance) if search_fold(wording) not in shown),
        ),
        names=(
            *_wordings(one.statement),
            *(key for key in (one.id, one.source) if key and len(key) >= _TELLING),
        ),
    )


def _confidential(project: Project) -> Iterator[Secret]:
    for shape in items().values():
        item = item_at(project.definition, shape.id)
        texts = item_text(shape.id)
        if item.internal_note is not None:
            name = _NOTE.fill(id=shape.id, title=texts.title)
            yield Secret(name, texts=tuple(_wordings(item.internal_note)))
        for slot in shape.slots:
            if slot.confidential:
                name = _FIELD.fill(id=shape.id, title=texts.title, field=texts.field(slot.name).label)
                yield from _confidential_answer(name, item, slot.name)


def _confidential_answer(name: Phrase, item: Item, field: str) -> Iterator[Secret]:
    match getattr(item, field):
        case Localized() as text:
            wordings = tuple(_wordings(text))
            companies = tuple(one for text in wordings for one in company_names(text))
            yield Secret(name, wordings, (*wordings, *(companies if field in _COMPANY_FIELDS else ())))
        case int() as amount:
            yield Secret(name, amounts=(amount,))
        case Undecided(owner=owner):
            yield Secret(name, texts=tuple(_wordings(owner)))
        case NotApplicable(reason=reason):
            yield Secret(name, texts=tuple(_wordings(reason)))
        case None:
            return
        case other:
            raise TypeError(f"{field}: a confidential {type(other).__name__} cannot be searched for")


def _should_cost(project: Project) -> Iterator[Secret]:
    """What the work should cost a month, in every case that was worked out."""
    found = project.staffing.result
    if found is not None and found.cost is not None:
        cost = found.cost
        amounts = dict.fromkeys((cost.low, cost.base, cost.high, cost.p50, cost.p80))
        yield Secret(_SHOULD_COST, amounts=tuple(amounts))


def company_names(text: str) -> Iterator[str]:
    """Names of companies in a sentence: what stands in quotation marks, and what has a legal form beside it.

    The name is given without its legal form, which the same company may well be written without.
    """
    for pattern in (_QUOTED, _INCORPORATED, _ENGLISH):
        for match in pattern.finditer(text):
            if name := next((group for group in match.groups() if group), "").strip():
                yield name


def _wordings(text: Localized | None) -> Iterator[str]:
    for wording in (text.ja, text.en) if text is not None else ():
        if wording is not None:
            yield wording
