"""The annex on contact volumes as paragraphs with tags, for templates that have it and those that lack it."""

from __future__ import annotations

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.word.annex import NAME, TITLE
from rfp_builder.word.house.paper import block, each, given, line
from rfp_builder.word.template import AtEnd

LABEL = Phrase("別紙", "Annex")


def annex_text(lang: Lang) -> str:
    """A heading on a new page and the parts below it; nothing without an annex."""
    parts = each(
        "part",
        NAME,
        line("heading 2", "({{ part.number }})\t{{ part.title }}"),
        line("Table Lead", "{{ part.text }}"),
        block("part.body"),
    )
    return given(NAME, line("heading 1", f"{LABEL.to(lang)}\t{TITLE.to(lang)}", new_page=True), parts)


def annex_at_end(lang: Lang) -> AtEnd:
    """The annex for a template that was made before there were annexes, or without them in mind."""
    return AtEnd(NAME, annex_text(lang), ("heading 1", "heading 2", "Table Lead", "Tag"))
