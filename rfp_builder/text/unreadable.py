"""What is raised when a text cannot be read as the value it should be."""

from __future__ import annotations

from rfp_builder.i18n import Phrase


class Unreadable(ValueError):
    """A typed text has no single, certain reading as the value that was asked for.

    `reason` says why and how to write it instead. It never repeats the text, which may be a price.
    """

    def __init__(self, reason: Phrase) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return self.reason.en
