"""The Word RFP, made from what vendors may see and from nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rfp_builder.catalogue.outline import Table
from rfp_builder.disclosure.public import PublicCriterion, PublicItem, PublicRfp, PublicSection
from rfp_builder.i18n import Phrase
from rfp_builder.text.show import show_date, show_number
from rfp_builder.word import evaluation_blocks, rfp_blocks
from rfp_builder.word.annex import annex_parts, reference
from rfp_builder.word.answers import answers
from rfp_builder.word.blocks import Column
from rfp_builder.word.delivered import delivered
from rfp_builder.word.environment import Context
from rfp_builder.word.house.annex_text import annex_at_end
from rfp_builder.word.names import RFP_NAMES
from rfp_builder.word.price_formula import price_formula
from rfp_builder.word.properties import Properties
from rfp_builder.word.requirement_tables import question_table, requirement_columns, requirement_table
from rfp_builder.word.rules import rules
from rfp_builder.word.styles import Styles
from rfp_builder.word.template import open_template

_DRAFT = Phrase("下書き", "Draft")
_TITLE = Phrase("{title} 提案依頼書", "{title}: request for proposal")
_TAX = {
    True: Phrase("消費税を含む額", "including consumption tax"),
    False: Phrase("消費税を含まない額", "excluding consumption tax"),
}
_YEN = Phrase("日本円", "Japanese yen")
_GLOSSARY = ("7.5", "glossary")


def rfp_document(
    rfp: PublicRfp, *, draft: Sequence[str] | None = None, template: bytes | None = None
) -> bytes:
    """The RFP as a .docx file; the same input gives the same bytes.

    `draft` says in plain sentences what is missing: every page then carries a watermark, and a page after the
    cover lists them. `template` is a restyled template instead of the one that comes with the product.

    Raises:
        Refused: the template cannot be used.
    """
    # A template made before there were annexes would leave it out, and nobody would notice.
    at_end = annex_at_end(rfp.lang) if rfp.annex is not None else None
    opened = delivered("rfp", rfp.lang) if template is None else open_template(template, RFP_NAMES, at_end)
    properties = Properties(
        title=_TITLE.fill(title=rfp.title).to(rfp.lang), issuer=rfp.client, lang=rfp.lang, day=rfp.issued_on
    )
    return opened.render(_context(rfp, opened.styles, draft), properties, draft=draft is not None)


def _context(rfp: PublicRfp, styles: Styles, draft: Sequence[str] | None) -> Context:
    lang, method, contact = rfp.lang, rfp.method, rfp.contact
    columns = requirement_columns(rfp.requirements, lang)
    return {
        "title": rfp.title,
        "number": rfp.number or "",
        "client": rfp.client,
        "version": rfp.version,
        "issued_on": show_date(rfp.issued_on, lang),
        "contact_desk": contact.desk if contact else "",
        "contact_email": (contact.email if contact else None) or "",
        "contact_phone": (contact.phone if contact else None) or "",
        "draft": "" if draft is None else _DRAFT.to(lang),
        "missing": [{"text": text} for text in draft or ()],
        "document_control": rfp_blocks.control_facts(styles, rfp),
        "submission": rfp_blocks.submission_facts(styles, rfp),
        "background": rfp.background or "",
        "schedule": rfp_blocks.schedule_table(styles, rfp),
        "gates": rfp_blocks.gates_table(styles, rfp),
        "sheets": rfp_blocks.sheets_table(styles, rfp),
        "marks": rfp_blocks.marks_table(styles, lang),
        "requirement_count": str(len(rfp.requirements)),
        "question_count": str(len(rfp.questions) or ""),
        "currency": _YEN.to(lang) if rfp.currency == "JPY" else rfp.currency,
        "tax": _TAX[rfp.tax_included].to(lang),
        "beyond": evaluation_blocks.beyond_table(styles, rfp),
        "priorities": rfp_blocks.priorities_table(styles, lang),
        "sections": [_section(rfp, section, styles, columns) for section in rfp.sections if section.items],
        "total_points": show_number(method.total_points),
        "points": evaluation_blocks.points_table(styles, method, lang),
        "scale": evaluation_blocks.scale_table(styles, method, lang),
        "criteria": [_criterion(rfp, criterion, styles) for criterion in method.criteria],
        "price_formula": price_formula(styles, method, lang),
        "rules": rules(styles, method, lang),
        "confidentiality": rfp.confidentiality or "",
        "other_terms": rfp.other_terms or "",
        "glossary": rfp_blocks.glossary_table(styles, _glossary(rfp)),
        "price_lines": rfp_blocks.price_lines_table(styles, rfp),
        "annex": annex_parts(styles, rfp.annex, lang),
    }


def _section(rfp: PublicRfp, section: PublicSection, styles: Styles, columns: Sequence[Column]) -> Context:
    return {
        "number": str(section.number),
        "title": section.title,
        "items": list(_items(rfp, section, styles, columns)),
    }


def _items(
    rfp: PublicRfp, section: PublicSection, styles: Styles, columns: Sequence[Column]
) -> Iterator[Context]:
    for item in section.items:
        # The glossary has a chapter of its own.
        blocks = [block for block in item.blocks if (item.id, block.name) != _GLOSSARY]
        if blocks or item.requirements or item.questions:
            yield {
                "number": item.id,
                "title": item.title,
                "answers": answers(styles, rfp.lang, blocks, item.title)
                + reference(styles, rfp.annex, item.id, rfp.lang),
                "requirements": requirement_table(styles, columns, item.requirements, rfp.lang),
                "questions": question_table(styles, item.questions, rfp.lang),
            }


def _criterion(rfp: PublicRfp, criterion: PublicCriterion, styles: Styles) -> Context:
    return {
        "number": criterion.number,
        "title": criterion.name,
        "points": show_number(criterion.points),
        "intent": criterion.intent or "",
        "subs": [
            {
                "number": sub.number,
                "title": sub.name,
                "points": show_number(sub.points),
                "looks_at": sub.looks_at or "",
                "anchors": evaluation_blocks.anchors_table(styles, rfp.method, sub, rfp.lang),
            }
            for sub in criterion.subs
        ],
    }


def _glossary(rfp: PublicRfp) -> Table | None:
    for section in rfp.sections:
        for item in section.items:
            found = _glossary_of(item)
            if found is not None:
                return found
    return None


def _glossary_of(item: PublicItem) -> Table | None:
    for block in item.blocks:
        if (item.id, block.name) == _GLOSSARY and isinstance(block, Table):
            return block
    return None
