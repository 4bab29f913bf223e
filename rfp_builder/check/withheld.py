"""Which withheld requirements a text quotes: the notion of a quotation that finished files are scanned by."""

from __future__ import annotations

from collections.abc import Container, Iterator

from rfp_builder.check.texts import wordings
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.text.fold import search_fold
from rfp_builder.text.ngrams import DEFAULT_WEIGHT, WHOLE_WEIGHT, QuotationIndex, Turns, weigh


class WithheldWordings:
    """All that is written about withheld requirements, prepared once and held against any number of texts."""

    def __init__(self, project: Project, turns: Turns) -> None:
        withheld = tuple(one for one in project.requirements if one.withholding is not None)
        # That a disclosed requirement is seen to be met in the same way tells nothing.
        shown = {
            search_fold(wording)
            for one in project.requirements
            if one.withholding is None
            for wording in _wordings(one.acceptance)
        }
        texts = [(one.id, text) for one in withheld for text in _about(one, shown)]
        statements = [(one.id, text) for one in withheld for text in _wordings(one.statement)]
        self._index = QuotationIndex(
            {f"{key}/{n}": text for n, (key, text) in enumerate((*statements, *texts))}, turns
        )
        light = [one for one in texts if WHOLE_WEIGHT <= weigh(one[1]) < DEFAULT_WEIGHT]
        self._whole = [(key, whole) for key, text in (*statements, *light) if (whole := search_fold(text))]

    def quoted(self, text: Localized) -> set[str]:
        """Ids of the requirements that the text quotes in part, or says whole."""
        found: set[str] = set()
        for wording in wordings(text):
            found |= {quotation.key.rpartition("/")[0] for quotation in self._index.find(wording)}
            folded = search_fold(wording)
            found.update(key for key, whole in self._whole if whole in folded)
        return found


def _about(one: Requirement, shown: Container[str]) -> Iterator[str]:
    yield from (text for text in _wordings(one.acceptance) if search_fold(text) not in shown)
    yield from _wordings(one.rationale)
    if one.withholding is not None:
        yield from _wordings(one.withholding.guide)
        yield from _wordings(one.withholding.reason)


def _wordings(text: Localized | None) -> tuple[str, ...]:
    return wordings(text) if text is not None else ()
