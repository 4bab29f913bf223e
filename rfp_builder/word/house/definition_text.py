"""Wording and order of the template of the full definition, for inside the client only."""

from __future__ import annotations

from collections.abc import Iterator

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.word.house.annex_text import LABEL, annex_text
from rfp_builder.word.house.paper import block, docx, each, edge, given, line, page_of

_HEADING_TAB = 720
"""Room for the number of a section, in twentieths of a point."""

_KIND = Phrase("業務要件定義書", "Business requirements definition")
_MARK = Phrase("社外秘", "Confidential")
_HEADER_RIGHT = Phrase("社外秘　第{{ version }}版", "Confidential · Version {{ version }}")
_COVER = (
    ("number", Phrase("文書番号", "Document number")),
    ("made_on", Phrase("作成日", "Date")),
    ("version", Phrase("版", "Version")),
)
_CONTROL = Phrase("文書管理", "Document control")
_CONTENTS = Phrase("目次", "Contents")
_READING = Phrase("この文書の読み方", "How to read this document")
_READING_TEXT = Phrase(
    "この文書は業務要件の全体を示す社内用のものです。提案会社に開示しない内容を含むため、"
    "社外に渡さないでください。"
    "開示しない内容には、次の印を付けています。",
    "This document states all requirements and is for use inside the client. It holds what vendors are "
    "not to see "
    "and must not leave the organisation. What is not disclosed carries the following marks.",
)
_SUMMARY = Phrase("要件の件数", "Requirements at a glance")
_WITHHELD = Phrase("非開示の要件の一覧", "Withheld requirements")
_WITHHELD_LEAD = Phrase(
    "次の要件は、提案会社の提案力をみるために提案依頼書に載せません。"
    "対応する評価細目と配点は、提案依頼書で公表します。",
    "The following requirements are left out of the RFP to test what vendors propose by themselves. The "
    "sub-criteria that reward them are published with their points.",
)


def definition_template(lang: Lang) -> bytes:
    """The template of the full definition in one language."""
    between = "　" if lang is Lang.JA else " · "
    header = edge(f"{{{{ title }}}}{between}{_KIND.to(lang)}", _HEADER_RIGHT.to(lang))
    return docx(lang, _HEADING_TAB, _body(lang), header, edge("{{ client }}", page_of()))


def _body(lang: Lang) -> Iterator[str]:
    yield from _front(lang)
    item = each(
        "item",
        "section.items",
        line("heading 2", "{{ item.number }}\t{{ item.title }}"),
        block("item.answers"),
        block("item.requirements"),
        given("item.empty", line("Body Text", "{{ item.empty }}")),
    )
    yield each(
        "section",
        "sections",
        line("heading 1", "{{ section.number }}\t{{ section.title }}", new_page=True),
        item,
    )
    yield annex_text(lang)
    yield given(
        "withheld",
        line("heading 1", f"{LABEL.to(lang)}\t{_WITHHELD.to(lang)}", new_page=True),
        line("Table Lead", _WITHHELD_LEAD.to(lang)),
        block("withheld"),
    )


def _front(lang: Lang) -> Iterator[str]:
    yield line("Cover Mark", _MARK.to(lang))
    yield line("Cover Client", "{{ client }}")
    yield line("Cover Title", "{{ title }}")
    yield line("Cover Kind", _KIND.to(lang))
    for name, label in _COVER:
        yield given(name, line("Cover Fact", f"{label.to(lang)}\t{{{{ {name} }}}}"))
    yield line("Front Heading", _CONTROL.to(lang), new_page=True)
    yield block("document_control")
    yield line("Front Heading", _READING.to(lang))
    yield line("Table Lead", _READING_TEXT.to(lang))
    yield block("marks")
    yield line("Front Heading", _SUMMARY.to(lang))
    yield block("summary")
    yield line("Front Heading", _CONTENTS.to(lang), new_page=True)
    yield block("contents")
