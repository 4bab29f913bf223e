"""The phrase table: what an agent had better not say to a customer, why, and what to say instead."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from rfp_builder.catalogue.reading import KEY, read
from rfp_builder.i18n import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyPhrase:
    """One row of the table."""

    avoid: Phrase
    why: Phrase
    say: Phrase
    situation: Phrase


@dataclass(frozen=True, slots=True)
class _File:
    phrases: tuple[ReadyPhrase, ...] = field(metadata={KEY: "phrase"})


@cache
def ready_phrases() -> tuple[ReadyPhrase, ...]:
    """The whole table.

    Raises:
        CatalogueError: the data file is broken.
    """
    return read("phrases.toml", _File).phrases
