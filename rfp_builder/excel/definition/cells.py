"""How the cells of each kind of question look, how wide they are, and what may be picked in them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rfp_builder.excel.definition.paper import FormBook, FormSheet
from rfp_builder.excel.writing.look import Look
from rfp_builder.excel.writing.table import YES_NO
from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Lang, Phrase, listed
from rfp_builder.model.shape import Kind
from rfp_builder.text.width import cell_width

_LOOKS = {
    Kind.CHOICE: Look.INPUT_CHOICE,
    Kind.YES_NO: Look.INPUT_CHOICE,
    Kind.WHOLE: Look.INPUT_NUMBER,
    Kind.MONEY: Look.INPUT_NUMBER,
    Kind.DECIMAL: Look.INPUT_NUMBER,
    Kind.PERCENT: Look.INPUT_NUMBER,
    Kind.DATE: Look.INPUT_DATE,
}
_GENERAL = frozenset({Kind.DECIMAL, Kind.PERCENT})
"""Numbers with digits behind the point; only the general format turns a typed 80% into one."""
_LEFT = frozenset({Kind.CHOICE, Kind.YES_NO, Kind.DATE})
_WIDTHS = {
    Kind.TEXT: 26,
    Kind.WHOLE: 12,
    Kind.DECIMAL: 12,
    Kind.PERCENT: 12,
    Kind.MONEY: 14,
    Kind.CLOCK: 10,
    Kind.DATE: 14,
    Kind.MONTH: 12,
    Kind.YES_NO: 10,
    Kind.CHOICES: 22,
    Kind.REFERENCE: 22,
    Kind.REFERENCES: 22,
}
_LIST_ARROW = 4
_WIDEST_CHOICE = 24
LEFT: Mapping[str, object] = MappingProxyType({"align": "left", "indent": 1})
"""As texts stand: beside them, a value at the far end of a wide cell would look lost."""
_LISTED = Phrase("（{choices} から、「、」で区切って）", " (From: {choices}; with commas.)")
_MESSAGE, _TITLE = 255, 32


def cell_look(question: Question) -> tuple[Look, dict[str, object]]:
    """The look of an answer cell, and what differs from it."""
    look = _LOOKS.get(question.kind, Look.INPUT_TEXT)
    changes: dict[str, object] = {"text_wrap": True}
    if question.kind in _LEFT:
        changes |= LEFT
    if question.kind in _GENERAL:
        changes["num_format"] = "General"
    return look, changes


def width_of(column: Question, lang: Lang) -> int:
    """The width of a column of a table, in half-width characters."""
    if column.kind is Kind.CHOICE:
        widest = max(cell_width(choice.label.to(lang)) for choice in column.choices)
        return max(min(widest + _LIST_ARROW, _WIDEST_CHOICE), 12)
    return _WIDTHS.get(column.kind, 16)


def add_rules(
    book: FormBook, sheet: FormSheet, question: Question, cells: str, lang: Lang, *, hint: bool
) -> None:
    """Lay lists to pick from over cells, and, with `hint`, show the help of the question beside them.

    Other entries than those of the list are not refused here: 未定 and 該当なし must be possible, and the
    reader looks at every entry anyhow.
    """
    rule: dict[str, object] = {"validate": "any"}
    if question.kind is Kind.CHOICE:
        labels = [choice.label.to(lang) for choice in question.choices]
        rule = {"validate": "list", "source": book.pick_list(labels), "show_error": False}
    elif question.kind is Kind.YES_NO:
        labels = [label.to(lang) for label in YES_NO.values()]
        rule = {"validate": "list", "source": book.pick_list(labels), "show_error": False}
    elif question.refers_to is not None:
        name = f"rows_{question.refers_to.replace('.', '_')}"
        rule = {"validate": "list", "source": f"={name}", "show_error": False}
    if hint or question.kind is Kind.CHOICES:
        rule["input_title"] = question.label.to(lang)[:_TITLE]
        rule["input_message"] = _message(question, lang)[:_MESSAGE]
    if rule != {"validate": "any"}:
        sheet.validate(cells, rule)


def _message(question: Question, lang: Lang) -> str:
    if question.kind is not Kind.CHOICES:
        return question.help.to(lang)
    choices = listed(choice.label for choice in question.choices)
    return question.help.to(lang) + _LISTED.fill(choices=choices).to(lang)
