"""What is raised when something typed does not become an answer."""

from __future__ import annotations

from rfp_builder.i18n import Phrase
from rfp_builder.text.unreadable import Unreadable


class Refusal(Unreadable):
    """Unreadable, and known by a name: `code` says which refusal it is, for machines (`value.unfit`)."""

    def __init__(self, code: str, reason: Phrase) -> None:
        super().__init__(reason)
        self.code = code
