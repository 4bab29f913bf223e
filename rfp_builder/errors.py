"""What goes wrong, said in three parts: what, why, and what to do.

Every error the product raises on purpose is a `Problem`. It is shown in two places only (a dialog of the
wizard, stderr of the command line) and never holds a secret: no withheld text, price, score or nonce.
"""

from __future__ import annotations

from enum import IntEnum
from typing import ClassVar

from rfp_builder.i18n import Lang, Phrase


class ExitCode(IntEnum):
    """What the command line returns to the shell."""

    DONE = 0
    BLOCKED = 1
    """Done, and there are findings that block the next step."""
    WRONG_USE = 2
    REFUSED = 3
    """A file or a project was refused."""
    CONFLICT = 4
    """Something changed underneath."""


class Problem(Exception):
    """An expected failure, worded for the person who can mend it."""

    exit_code: ClassVar[ExitCode] = ExitCode.REFUSED

    def __init__(self, what: Phrase, why: Phrase, remedy: Phrase) -> None:
        super().__init__(what, why, remedy)
        self.what = what
        self.why = why
        self.remedy = remedy

    def __str__(self) -> str:
        return self.what.en

    def lines(self, lang: Lang) -> tuple[str, str, str]:
        """What, why and what to do, in `lang`, without labels."""
        return self.what.to(lang), self.why.to(lang), self.remedy.to(lang)


class WrongUse(Problem):
    """The words of a command, or an argument, do not fit."""

    exit_code = ExitCode.WRONG_USE


class Refused(Problem):
    """A file or a project cannot be taken as it is."""

    exit_code = ExitCode.REFUSED


class TooEarly(Refused):
    """The project has not reached the state that a command needs."""


class Conflict(Problem):
    """Something changed underneath: another person saved, or holds the lock."""

    exit_code = ExitCode.CONFLICT


class Leak(Refused):
    """A finished vendor file would have shown something withheld or confidential. It was not written."""
