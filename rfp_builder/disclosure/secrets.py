"""What must never reach a vendor: what is written about withheld requirements, and confidential fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rfp_builder.catalogue.sections import item as item_text
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import Item, NotApplicable, Undecided
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.model.shape import item_at, items

_NOTE = Phrase("{id} {title}の内部メモ", "internal note of {id} {title}")
_FIELD = Phrase("{id} {title}の「{field}」", "“{field}” of {id} {title}")
_WITHHELD = Phrase("非開示の要件 {id}", "withheld requirement {id}")


_TELLING = 6
"""Shorter ids occur by chance."""


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
    withheld = (_withheld(one) for one in project.requirements if one.withholding is not None)
    return (*withheld, *_confidential(project))


def _withheld(one: Requirement) -> Secret:
    about = [one.statement, one.acceptance, one.rationale]
    if one.withholding:
        about += [one.withholding.guide, one.withholding.reason]
    return Secret(
        name=_WITHHELD.fill(id=one.id),
        texts=tuple(wording for text in about for wording in _wordings(text)),
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
            yield Secret(name, texts=wordings, names=wordings)
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


def _wordings(text: Localized | None) -> Iterator[str]:
    for wording in (text.ja, text.en) if text is not None else ():
        if wording is not None:
            yield wording
