"""The full business requirements definition 業務要件定義書 in Word: internal, nothing left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from markupsafe import Markup

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.catalogue.outline import UNDECIDED, Block, Line, outline
from rfp_builder.catalogue.sections import SectionText, sections
from rfp_builder.disclosure.public_annex import PublicAnnex, public_annex
from rfp_builder.disclosure.view import numbering
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.choices import Disclosure
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.model.shape import item_at
from rfp_builder.text.show import show_date
from rfp_builder.word.annex import annex_parts, reference
from rfp_builder.word.answers import CONFIDENTIAL, answers
from rfp_builder.word.blocks import Column, Row, Shade, facts, paragraph, run, table
from rfp_builder.word.delivered import delivered
from rfp_builder.word.environment import Context
from rfp_builder.word.house.annex_text import annex_at_end
from rfp_builder.word.internal_tables import InternalTables
from rfp_builder.word.names import DEFINITION_NAMES
from rfp_builder.word.properties import Properties
from rfp_builder.word.styles import Styles
from rfp_builder.word.template import open_template

_KIND = Phrase("業務要件定義書", "Business requirements definition")
_TITLE = Phrase("{title} 業務要件定義書", "{title}: business requirements definition")
_UNTITLED = Phrase("（件名未定）", "(untitled)")
_NO_CLIENT = Phrase("（発注者未定）", "(client not named)")
_CONTROL = (
    Phrase("文書名", "Document"),
    Phrase("件名", "Procurement"),
    Phrase("文書番号", "Document number"),
    Phrase("版", "Version"),
    Phrase("作成日", "Date"),
    Phrase("作成者", "Client"),
)
_INTERNAL_NOTE = Phrase("社内メモ", "Internal note")
_EMPTY = Phrase("この項目は、まだ記入されていません。", "Nothing has been filled in here yet.")
_MARK = Phrase("印", "Mark")
_MEANING = Phrase("意味", "Meaning")
_WITHHELD_MEANING = Phrase(
    "提案依頼書に載せない要件。公開する問いかけと評価細目を併せて示す。",
    "A requirement left out of the RFP; its open question and sub-criterion are given with it.",
)
_CONFIDENTIAL_MEANING = Phrase(
    "提案会社に見せない内容（予定価格、現在の委託先、社内メモなど）。",
    "Content that no vendor sees, such as the ceiling price, the incumbent and internal notes.",
)
_UNDECIDED_MEANING = Phrase(
    "まだ決まっていない内容。決める人と期限を示す。",
    "Not settled yet; who decides and by when is stated.",
)
_SECTION = Phrase("章", "Section")
_DISCLOSED = Phrase("開示する要件（件）", "Disclosed")
_WITHHELD = Phrase("非開示の要件（件）", "Withheld")
_ALL = Phrase("合計（件）", "Total")
_SUM = Phrase("合計", "Total")


def definition_document(project: Project, lang: Lang, today: date, *, template: bytes | None = None) -> bytes:
    """The whole definition as a .docx file, for inside the client; the same input gives the same bytes.

    `template` is a restyled template instead of the one that comes with the product.

    Raises:
        Refused: the template cannot be used.
    """
    at_end = annex_at_end(lang) if project.annex is not None else None
    opened = (
        delivered("definition", lang)
        if template is None
        else open_template(template, DEFINITION_NAMES, at_end)
    )
    context = _context(project, lang, today, opened.styles)
    properties = Properties(
        title=_TITLE.fill(title=context["title"]).to(lang),
        issuer=str(context["client"]),
        lang=lang,
        day=today,
    )
    return opened.render(context, properties)


def _context(project: Project, lang: Lang, today: date, styles: Styles) -> Context:
    rfp = project.rfp
    title = rfp.title.to(lang) if rfp.title else _UNTITLED.to(lang)
    client = rfp.client.to(lang) if rfp.client else _NO_CLIENT.to(lang)
    control = (_KIND.to(lang), title, rfp.number or "", rfp.version, show_date(today, lang), client)
    tables = InternalTables(styles, lang, project.criteria, numbering(project))
    annex = public_annex(project.annex, project.definition, lang) if project.annex is not None else None
    by_item: dict[str, list[Requirement]] = {}
    for one in project.requirements:
        by_item.setdefault(one.item, []).append(one)
    return {
        "title": title,
        "number": rfp.number or "",
        "client": client,
        "version": rfp.version,
        "made_on": show_date(today, lang),
        "document_control": facts(
            styles,
            [(label.to(lang), text) for label, text in zip(_CONTROL, control, strict=True) if text],
        ),
        "marks": _marks(styles, lang),
        "summary": _summary(styles, lang, by_item),
        "sections": [_section(project, lang, section, tables, by_item, annex) for section in sections()],
        "annex": annex_parts(styles, annex, lang),
        "withheld": tables.withheld([one for item in by_item.values() for one in item]),
    }


def _section(
    project: Project,
    lang: Lang,
    section: SectionText,
    tables: InternalTables,
    by_item: Mapping[str, Sequence[Requirement]],
    annex: PublicAnnex | None,
) -> Context:
    return {
        "number": str(section.number),
        "title": section.title.to(lang),
        "items": list(_items(project, lang, section, tables, by_item, annex)),
    }


def _items(
    project: Project,
    lang: Lang,
    section: SectionText,
    tables: InternalTables,
    by_item: Mapping[str, Sequence[Requirement]],
    annex: PublicAnnex | None,
) -> Iterator[Context]:
    for item in section.items:
        blocks = _blocks(project, lang, item.id)
        requirements = by_item.get(item.id, ())
        yield {
            "number": item.id,
            "title": item.title.to(lang),
            "answers": answers(tables.styles, lang, blocks, item.title.to(lang))
            + reference(tables.styles, annex, item.id, lang),
            "requirements": tables.requirements(requirements),
            "empty": "" if blocks or requirements else _EMPTY.to(lang),
        }


def _blocks(project: Project, lang: Lang, item_id: str) -> list[Block]:
    blocks = list(outline(project.definition, item_id, lang, internal=True))
    note = item_at(project.definition, item_id).internal_note
    if note is not None:
        blocks.append(Line("internal_note", _INTERNAL_NOTE.to(lang), note.to(lang), confidential=True))
    return blocks


def _marks(styles: Styles, lang: Lang) -> Markup:
    marks = (
        (choice_label(Disclosure.WITHHELD), _WITHHELD_MEANING),
        (CONFIDENTIAL, _CONFIDENTIAL_MEANING),
        (UNDECIDED, _UNDECIDED_MEANING),
    )
    columns = (Column(_MARK.to(lang), 2000), Column(_MEANING.to(lang), 7070))
    rows = (
        (paragraph(styles["Table Text"], "", lead=run(mark.to(lang), styles["Marker"])), meaning.to(lang))
        for mark, meaning in marks
    )
    return table(styles, columns, rows)


def _summary(styles: Styles, lang: Lang, by_item: Mapping[str, Sequence[Requirement]]) -> Markup:
    columns = (
        Column(_SECTION.to(lang), 3970),
        Column(_DISCLOSED.to(lang), 1900, numeric=True),
        Column(_WITHHELD.to(lang), 1900, numeric=True),
        Column(_ALL.to(lang), 1300, numeric=True),
    )
    rows: list[Row] = []
    total = [0, 0]
    for section in sections():
        here = [one for item in section.items for one in by_item.get(item.id, ())]
        withheld = sum(one.withholding is not None for one in here)
        total = [total[0] + len(here) - withheld, total[1] + withheld]
        title = f"{section.number} {section.title.to(lang)}"
        rows.append(Row((title, str(len(here) - withheld), str(withheld), str(len(here)))))
    rows.append(
        Row((_SUM.to(lang), str(total[0]), str(total[1]), str(sum(total))), Shade.GROUP, "Table Label")
    )
    return table(styles, columns, rows)
