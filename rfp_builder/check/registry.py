"""Every rule of the check, theme by theme."""

from __future__ import annotations

from rfp_builder.check.rule import Rule
from rfp_builder.check.rules import (
    annex,
    approval,
    complete_items,
    contradictions,
    criteria,
    derived,
    duplicates,
    evaluators,
    examples,
    gates,
    glossary,
    hours,
    incentives,
    languages,
    leaks,
    operations,
    overview,
    payment,
    people,
    personal_data,
    price_bands,
    pricing,
    reasons,
    references,
    requirements,
    rfp_frame,
    schedule,
    security,
    sentences,
    service_levels,
    staffing,
    start,
    systems,
    undecided,
    volumes,
    withholding,
    wording,
    workload,
)

_THEMES = (
    *(complete_items, undecided, references, examples, overview),
    *(start, hours, volumes, reasons, annex, derived, staffing, workload, people, operations),
    *(
        service_levels,
        systems,
        personal_data,
        security,
        pricing,
        price_bands,
        payment,
        incentives,
        approval,
        glossary,
    ),
    *(requirements, wording, sentences, duplicates, contradictions),
    *(criteria, evaluators, withholding, leaks),
    *(rfp_frame, schedule, gates, languages),
)


def _rules_in(theme: object) -> list[Rule]:
    """The rules of a module: those made one by one, and its table `RULES` where it has one."""
    found: list[Rule] = [*getattr(theme, "RULES", ())]
    return found + [value for value in vars(theme).values() if isinstance(value, Rule)]


RULES: tuple[Rule, ...] = tuple(rule for theme in _THEMES for rule in _rules_in(theme))
"""All rules, in the order of the road."""
