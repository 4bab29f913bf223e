"""Everything about one requirement, to read beside the list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textual.content import Content

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.check.finding import Finding, Severity
from rfp_builder.i18n import Lang, Phrase, listed
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.workspace.document.labels import titled
from rfp_builder.workspace.register_editing import asked_by
from rfp_builder.workspace.requirement_questions import (
    ACCEPTANCE,
    CRITERION,
    ITEM,
    OWNER,
    PRIORITY,
    RATIONALE,
    criterion_choices,
)

_DISCLOSURE = Phrase("開示", "Disclosure")
_SOURCE = Phrase("出典", "Source")
_OWN = Phrase("自社で書いた要件", "written by yourselves")
_READY = Phrase("用意された要件文", "ready statement")
_ASKED_BY = Phrase("要求した人・部署", "Asked for by")
_NOT_SAID = Phrase("（未記入）", "(not said)")
_NOT_NAMED = Phrase("（名前なし）", "(not named)")
_SEVERITIES = {
    Severity.BLOCKS: Phrase("! 要対応", "! To do"),
    Severity.WARNS: Phrase("! 注意", "! Warning"),
    Severity.ADVISES: Phrase("- 助言", "- Advice"),
}
_STYLES = {Severity.BLOCKS: "bold $error", Severity.WARNS: "bold $warning", Severity.ADVISES: "bold"}


def details(project: Project, one: Requirement, findings: Iterable[Finding], lang: Lang) -> Content:
    """The statement, its findings, then the rest by labels; the other language stands below, dim."""
    parts = [*_worded(one.statement, lang), Content("")]
    parts += [line for finding in findings for line in finding_lines(finding, lang)]
    for label, text in _facts(project, one, lang):
        parts.append(Content.assemble(_label(label, lang), Content(f"  {text}")))
    parts.append(Content(""))
    for label, worded in ((ACCEPTANCE, one.acceptance), (RATIONALE, one.rationale), (OWNER, one.owner)):
        parts.append(_label(label, lang))
        parts += [*_worded(worded, lang), Content("")] if worded else [_missing(lang), Content("")]
    return Content("\n").join(parts)


def finding_lines(finding: Finding, lang: Lang) -> Sequence[Content]:
    """How serious, what, what to do, and an empty line."""
    return (
        Content.styled(_SEVERITIES[finding.severity].to(lang), _STYLES[finding.severity]),
        Content(finding.message.to(lang)),
        Content.styled(finding.remedy.to(lang), "$text-muted"),
        Content(""),
    )


def _facts(project: Project, one: Requirement, lang: Lang) -> Iterator[tuple[Phrase, str]]:
    yield ITEM, titled(one.item).to(lang)
    yield PRIORITY, choice_label(one.priority).to(lang)
    yield _DISCLOSURE, choice_label(one.disclosure).to(lang)
    named = {choice.value: choice.label.to(lang) for choice in criterion_choices(project)}
    scored = one.scored_under
    yield CRITERION, _NOT_SAID.to(lang) if scored is None else named.get(scored, scored)
    yield _SOURCE, (_OWN if one.source is None else _READY).to(lang)
    asked = asked_by(project, one.id)
    if asked:
        yield _ASKED_BY, listed(dict.fromkeys(_NOT_NAMED if who is None else who for who in asked)).to(lang)


def _worded(text: Localized, lang: Lang) -> Iterator[Content]:
    yield Content(text.to(lang))
    other = Lang.EN if lang is Lang.JA else Lang.JA
    if text.has(lang) and text.has(other):
        yield Content.styled(text.to(other), "$text-muted")


def _label(label: Phrase, lang: Lang) -> Content:
    return Content.styled(label.to(lang), "bold $primary")


def _missing(lang: Lang) -> Content:
    return Content.styled(_NOT_SAID.to(lang), "$warning")
