"""What many requirements say alike: no single one of them is given away by it.

"By 15 business days before the start, the client's quality lead checks …" opens the acceptance of a dozen
requirements. A text that shares no more than that with a withheld one quotes nothing of it.
"""

from __future__ import annotations

from functools import cache

from rfp_builder.catalogue.requirements import ready_requirements
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.text.ngrams import Turns, runs_in_common

_READY = 2
"""So many ready statements of the catalogue, which anybody may read, make a turn of phrase …"""
_OWN = 3
"""… or so many disclosed requirements of the project itself."""


def turns_of_phrase(project: Project) -> Turns:
    """What the search for quotations of withheld requirements passes over."""
    disclosed = tuple(
        tuple(wording for text in (one.statement, one.acceptance) for wording in _wordings(text))
        for one in project.requirements
        if one.withholding is None
    )
    return Turns(_of_the_catalogue(), disclosed, _OWN)


@cache
def _of_the_catalogue() -> frozenset[str]:
    texts = (
        (one.statement.ja, one.statement.en, one.acceptance.ja, one.acceptance.en)
        for one in ready_requirements()
    )
    return runs_in_common(texts, _READY)


def _wordings(text: Localized | None) -> tuple[str, ...]:
    return tuple(wording for wording in (text.ja, text.en) if wording) if text is not None else ()
