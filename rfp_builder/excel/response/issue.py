"""Which requirement a number in a workbook means: numbers are given afresh with every version of the RFP."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rfp_builder.model.project import Project
from rfp_builder.model.rfp import Issue
from rfp_builder.text.fold import fold

_VERSION = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{1,3}")


def issued_version(said: str | None) -> str | None:
    """The version that a workbook says it answers, if it is one at all."""
    return said if said is not None and _VERSION.fullmatch(said) else None


class IssuedNumbers:
    """The numbers of the workbook's version, and those of the issue that the answers are read for."""

    def __init__(self, project: Project, issue: Issue, version: str | None) -> None:
        answered = next((one for one in project.issues if one.version == version), issue)
        current = {key.requirement: key.number for key in issue.requirements}
        self.numbers = tuple(key.number for key in issue.requirements)
        """Every number of the issue."""
        self.same_version = answered.version == issue.version
        self.translated: Mapping[str, str | None] = {
            key.number: current.get(key.requirement) for key in answered.requirements
        }
        """Numbers of the workbook's version to those of the issue; None for what is no longer asked."""
        requirements = {one.id: one for one in project.requirements}
        self._texts: dict[str, frozenset[str]] = {}
        for key in answered.requirements:
            one = requirements.get(key.requirement)
            if one is None:
                continue
            text = one.withholding.open_question if one.withholding else one.statement
            if text is not None:
                wordings = (text.ja, text.en)
                self._texts[key.number] = frozenset(fold(wording) for wording in wordings if wording)

    def is_worded(self, number: str, text: str) -> bool:
        """Whether `text` is what the requirement or question says, in either language."""
        return fold(text) in self._texts.get(number, frozenset())


def is_question(number: str) -> bool:
    """Whether a number is that of an open question."""
    return number.startswith("Q")
