"""What users wrote, in one or both languages."""

from typing import Annotated, Self

from pydantic import StringConstraints, model_validator

from rfp_builder.i18n import Lang
from rfp_builder.model.base import CleanText, Value

LONGEST = 8000
"""Characters of one wording; the limit keeps it inside one worksheet cell after escaping."""
Wording = Annotated[CleanText, StringConstraints(min_length=1, max_length=LONGEST)]
"""One wording."""


class Localized(Value):
    """A text written by a user in Japanese, English or both; at least one of them is there."""

    ja: Wording | None = None
    en: Wording | None = None

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if self.ja is None and self.en is None:
            raise ValueError("a text needs at least one language; leave the answer out instead")
        return self

    def has(self, lang: Lang) -> bool:
        """Whether there is a wording in `lang` itself."""
        return self._in(lang) is not None

    def to(self, lang: Lang) -> str:
        """The wording in `lang`, or else in the other language: a gap is for the check to report."""
        other = Lang.EN if lang is Lang.JA else Lang.JA
        return self._in(lang) or self._in(other) or ""

    def _in(self, lang: Lang) -> str | None:
        return self.ja if lang is Lang.JA else self.en
