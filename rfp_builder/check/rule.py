"""A rule of the check: an id that stays, a severity, a title, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from rfp_builder.check.context import Context
from rfp_builder.check.finding import Finding, Severity
from rfp_builder.check.places import placed
from rfp_builder.i18n import Phrase


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found in one place; the rule's id and severity are added by the rule."""

    path: str
    message: Phrase
    remedy: Phrase


Look: TypeAlias = Callable[[Context], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `look` yields what it finds, in the order of the project."""

    id: str
    severity: Severity
    title: Phrase
    look: Look

    def findings(self, context: Context) -> Iterator[Finding]:
        """Everything this rule has to say about a project."""
        for hit in self.look(context):
            message = placed(hit.message, context.register)
            yield Finding(self.id, self.severity, hit.path, message, hit.remedy)


def rule(rule_id: str, severity: Severity, ja: str, en: str) -> Callable[[Look], Rule]:
    """Make a rule of the function below; `ja` and `en` are its title."""
    return lambda look: Rule(rule_id, severity, Phrase(ja, en), look)
