"""Which requirements of the register are shown: a filter typed as words, and said back in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.catalogue.sections import item as item_text
from rfp_builder.catalogue.sections import section as section_text
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.choices import Disclosure, Priority
from rfp_builder.model.requirement import Requirement
from rfp_builder.model.shape import items, sections
from rfp_builder.text.fold import fold

FINDINGS = Phrase("指摘あり", "with findings")
_FINDINGS_TYPED = Phrase("指摘あり", "findings")
_FINDING_WORDS = frozenset(map(fold, ("指摘", "指摘あり", "要対応", "findings", "finding")))
_WORDS = re.compile(r"[「\"“]([^」\"”]*)[」\"”]|([^\s]+)")
_SECTION = re.compile(r"(?:第)?([1-7])(?:章|\.)?")
_CONTAINS = Phrase("「{text}」を含む", "contains “{text}”")
_SECTION_NAMED = Phrase("{n}章 {title}", "section {n} {title}")
_ITEM_NAMED = Phrase("{n} {title}", "{n} {title}")


@dataclass(frozen=True, slots=True)
class RegisterFilter:
    """Everything that is set must hold; nothing set shows the whole register.

    `texts` are looked for in all that a requirement says, folded, in both languages.
    """

    section: int | None = None
    item: str | None = None
    priority: Priority | None = None
    disclosure: Disclosure | None = None
    findings: bool = False
    texts: tuple[str, ...] = ()

    @property
    def active(self) -> bool:
        """Whether it hides anything."""
        return self != RegisterFilter()

    @classmethod
    def read(cls, typed: str) -> RegisterFilter:
        """What was typed: 「2.4 必須 非開示 指摘 折り返し」. A word in quotation marks is always a text."""
        found = cls()
        for match in _WORDS.finditer(typed):
            quoted, word = match[1], match[2]
            found = found._with_text(quoted) if quoted is not None else found._with_word(word)
        return found

    def typed(self, lang: Lang) -> str:
        """How the filter is typed; reads back as it is."""
        words = [self.item or (str(self.section) if self.section else "")]
        words += [choice_label(one).to(lang) for one in (self.priority, self.disclosure) if one is not None]
        words += [_FINDINGS_TYPED.to(lang)] * self.findings
        words += [f'"{text}"' if _has_meaning(text) else text for text in self.texts]
        return " ".join(word for word in words if word)

    def in_words(self) -> tuple[Phrase, ...]:
        """What is filtered by, one phrase each."""
        said: list[Phrase] = []
        if self.item is not None:
            said.append(_ITEM_NAMED.fill(n=self.item, title=item_text(self.item).title))
        elif self.section is not None:
            said.append(_SECTION_NAMED.fill(n=self.section, title=section_text(self.section).title))
        said += [choice_label(one) for one in (self.priority, self.disclosure) if one is not None]
        said += [FINDINGS] * self.findings
        said += [_CONTAINS.fill(text=text) for text in self.texts]
        return tuple(said)

    def shows(
        self,
        one: Requirement,
        with_findings: Collection[str],
        said: Callable[[Requirement], str] | None = None,
    ) -> bool:
        """Whether a requirement passes; `with_findings` are the ids of those that have findings.

        `said` may give `folded` from memory.
        """
        if self.item is not None and one.item != self.item:
            return False
        if self.section is not None and not one.item.startswith(f"{self.section}."):
            return False
        if self.priority is not None and one.priority is not self.priority:
            return False
        if self.disclosure is not None and one.disclosure is not self.disclosure:
            return False
        if self.findings and one.id not in with_findings:
            return False
        if not self.texts:
            return True
        whole = (said or folded)(one)
        return all(fold(text) in whole for text in self.texts)

    def _with_text(self, text: str) -> RegisterFilter:
        text = text.strip()
        return replace(self, texts=(*self.texts, text)) if text else self

    def _with_word(self, word: str) -> RegisterFilter:
        plain = fold(word)
        if plain in items():
            return replace(self, item=plain, section=None)
        if (match := _SECTION.fullmatch(plain)) is not None and int(match[1]) in sections():
            return replace(self, section=int(match[1]), item=None)
        for priority in Priority:
            if plain in _names(priority):
                return replace(self, priority=priority)
        for disclosure in Disclosure:
            if plain in _names(disclosure):
                return replace(self, disclosure=disclosure)
        if plain in _FINDING_WORDS:
            return replace(self, findings=True)
        return self._with_text(word)


def _has_meaning(text: str) -> bool:
    """Whether a text, typed without quotation marks, would be read otherwise."""
    return RegisterFilter.read(text) != RegisterFilter(texts=(text,))


def _names(member: Priority | Disclosure) -> set[str]:
    label = choice_label(member)
    return {fold(label.ja), fold(label.en)}


def folded(one: Requirement) -> str:
    """Everything that a requirement says, in both languages, as it is compared."""
    said = [one.id, one.source or ""]
    for text in (one.statement, one.acceptance, one.rationale, one.owner):
        said += [] if text is None else [text.ja or "", text.en or ""]
    return fold("\n".join(said))
