"""The glossary (7.5): abbreviations explained, terms defined once and used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rfp_builder.check.context import Context, rows
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.said import same
from rfp_builder.check.texts import wordings
from rfp_builder.i18n import Phrase, listed
from rfp_builder.model.answers import known
from rfp_builder.text.fold import fold
from rfp_builder.text.remember import remembered

_ABBREVIATION = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2,6}(?![A-Za-z])")
COMMON = frozenset(
    {
        *(
            "ID",
            "PC",
            "OK",
            "NG",
            "FAX",
            "SMS",
            "SNS",
            "URL",
            "PDF",
            "CSV",
            "ISO",
            "IEC",
            "JIS",
            "USB",
            "PIN",
        ),
        *("IT", "TV", "JST", "AM", "PM", "JPY", "USD", "RFP", "FAQ", "WEB", "HTML", "XLSX", "DOCX", "CD"),
        # In a requirement, emphasis and not abbreviation.
        *("AND", "OR", "NOT", "MUST", "SHALL", "ALL", "NO", "YES"),
    }
)
"""What every office worker reads without a glossary."""


@rule("glossary.abbreviation", Severity.ADVISES, "説明のない略語", "Abbreviations not explained")
def abbreviation(context: Context) -> Iterator[Hit]:
    """Abbreviations are used that the glossary does not have; one finding for all of them."""
    explained = _explained(context)
    used = {
        found
        for text in context.public_texts
        for wording in wordings(text.value)
        for found in _abbreviations(wording)
    }
    missing = sorted(used - COMMON - explained)
    if missing:
        yield Hit(
            "additional.attachments.glossary",
            Phrase(
                "次の略語が用語集（7.5）にありません: {words}。",
                "The glossary (7.5) does not explain: {words}.",
            ).fill(words=listed(same(word) for word in missing)),
            Phrase(
                "用語集に意味を加えるか、略さずに書いてください。",
                "Add them to the glossary, or write them out.",
            ),
        )


@rule("glossary.meaning", Severity.WARNS, "意味のない用語", "Terms without a meaning")
def meaning(context: Context) -> Iterator[Hit]:
    """A term of the glossary is not explained."""
    for row in rows(context.definition.additional.attachments.glossary):
        if row.term is not None and known(row.meaning) is None:
            yield Hit(
                f"additional.attachments.glossary[{row.id}].meaning",
                Phrase("用語「{term}」の意味が書かれていません。", "Term “{term}” has no meaning.").fill(
                    term=row.term
                ),
                Phrase("この文書での意味を書いてください。", "Say what it means in this document."),
            )


@rule("glossary.twice", Severity.WARNS, "用語の重複", "Terms defined twice")
def twice(context: Context) -> Iterator[Hit]:
    """A term is defined twice."""
    seen: set[str] = set()
    for row in rows(context.definition.additional.attachments.glossary):
        folded = fold(row.term.ja or row.term.en or "") if row.term is not None else ""
        if folded and folded in seen:
            yield Hit(
                f"additional.attachments.glossary[{row.id}]",
                Phrase("用語「{term}」が2回定義されています。", "Term “{term}” is defined twice.").fill(
                    term=context.named(row, row.term)
                ),
                Phrase("1つにまとめてください。", "Keep one definition."),
            )
        seen.add(folded)


@remembered
def _abbreviations(wording: str) -> frozenset[str]:
    return frozenset(_ABBREVIATION.findall(wording))


def _explained(context: Context) -> frozenset[str]:
    terms = [
        row.term for row in rows(context.definition.additional.attachments.glossary) if row.term is not None
    ]
    return frozenset(
        found for term in terms for wording in wordings(term) for found in _ABBREVIATION.findall(wording)
    )
