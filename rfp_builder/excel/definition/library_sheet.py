"""Writing 要件集: the ready requirements to choose from, and those the register has besides."""

from __future__ import annotations

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.catalogue.requirements import ready_requirements
from rfp_builder.catalogue.sections import item as item_text
from rfp_builder.excel.definition import layout
from rfp_builder.excel.definition.library import PAGE_KEY, READY, TAKE
from rfp_builder.excel.definition.page import MARKING
from rfp_builder.excel.definition.paper import FormBook, FormSheet
from rfp_builder.excel.writing.look import Look
from rfp_builder.excel.writing.sheet import area
from rfp_builder.excel.writing.table import YES_NO
from rfp_builder.i18n import Phrase
from rfp_builder.model.choices import Priority
from rfp_builder.model.project import Project

NAME = Phrase("要件集", "Requirement library")
_LEAD = Phrase(
    "台帳に加える要件の「採用」欄で「はい」を選んでください。文言は、加えたあとに要件台帳で直せます。",
    "Pick “yes” under Take for what is to go into the register. The wording can be changed there afterwards.",
)
_HEADINGS = (
    Phrase("番号", "Item"),
    Phrase("項目", "Title"),
    Phrase("要件", "Requirement"),
    Phrase("必須区分", "Priority"),
    Phrase("非開示にできる", "May be withheld"),
    TAKE.heading,
    Phrase("台帳のID", "ID in the register"),
)
_WIDTHS = (7, 24, 80, 10, 11, 10, 16)
_TAKE_COLUMN = layout.LABELS + _HEADINGS.index(TAKE.heading)
_MAY = Phrase("可", "yes")


def write_library(book: FormBook, project: Project) -> FormSheet:
    """The sheet, finished. A requirement that the register has already cannot be marked again."""
    lang = book.lang
    sheet = book.form(NAME.to(lang))
    sheet.columns(_WIDTHS)
    sheet.key(1, f"{layout.PAGE} {PAGE_KEY}")
    sheet.put(1, layout.LABELS, NAME.to(lang), Look.TITLE)
    sheet.high(1, 34)
    sheet.put(2, layout.LABELS, _LEAD.to(lang), Look.GUIDE)
    head = 4
    sheet.key(head, layout.HEADS)
    for column, heading in enumerate(_HEADINGS, start=layout.LABELS):
        sheet.put(head, column, heading.to(lang), Look.HEAD)
    sheet.size(head, {n: heading.to(lang) for n, heading in enumerate(_HEADINGS, start=layout.LABELS)})
    taken = {one.source: one.id for one in project.requirements if one.source}
    row = head
    keys = set()
    for ready in ready_requirements():
        row += 1
        keys.add(ready.key)
        sheet.key(row, f"{READY} {ready.key}")
        _line(sheet, row, ready.item, ready.statement.to(lang), ready.priority, ready.withholdable)
        _choice(sheet, row, taken.get(ready.key))
    last_ready = row
    for own in project.requirements:
        if own.source not in keys:
            row += 1
            sheet.key(row, layout.TEXT)
            _line(sheet, row, own.item, own.statement.to(lang), own.priority, False)
            _choice(sheet, row, own.id)
    labels = [YES_NO[True].to(lang), YES_NO[False].to(lang)]
    rule = {"validate": "list", "source": book.pick_list(labels)}
    sheet.validate(area(head + 1, _TAKE_COLUMN, last_ready, _TAKE_COLUMN), rule)
    sheet.filter(area(head, layout.LABELS, row, layout.LABELS + len(_HEADINGS) - 1))
    sheet.freeze(head + 1, layout.LABELS)
    sheet.start_at(f"G{head + 1}")
    sheet.protect()
    sheet.print_setup(header=NAME.to(lang), marking=MARKING.to(lang), footer="", repeat=(head, head))
    return sheet


def _line(
    sheet: FormSheet, row: int, item: str, statement: str, priority: Priority, withholdable: bool
) -> None:
    lang = sheet.book.lang
    title = item_text(item).title.to(lang)
    cells = (
        (item, Look.TEXT),
        (title, Look.TEXT),
        (statement, Look.TEXT),
        (choice_label(priority).to(lang), Look.CENTRED),
        (_MAY.to(lang) if withholdable else "", Look.CENTRED),
    )
    for column, (value, look) in enumerate(cells, start=layout.LABELS):
        sheet.put(row, column, value or None, look)
    sheet.size(row, {layout.LABELS + 1: title, layout.LABELS + 2: statement})


def _choice(sheet: FormSheet, row: int, requirement: str | None) -> None:
    """The cell to choose in, or for a requirement of the register its id."""
    if requirement is None:
        sheet.put(row, _TAKE_COLUMN, None, Look.INPUT_CHOICE)
        sheet.put(row, _TAKE_COLUMN + 1, None, Look.ID)
    else:
        sheet.put(row, _TAKE_COLUMN, None, Look.CENTRED)
        sheet.put(row, _TAKE_COLUMN + 1, requirement, Look.ID)
