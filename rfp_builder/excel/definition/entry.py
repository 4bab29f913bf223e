"""What people typed into the cells of one question, read as an answer of the model."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from rfp_builder.excel.cells import CellProblem, is_blank, read_cell
from rfp_builder.excel.columns import ColumnSpec
from rfp_builder.excel.columns import Kind as CellKind
from rfp_builder.excel.definition.show import Manner
from rfp_builder.excel.notes import Notebook
from rfp_builder.excel.reading.values import Cell
from rfp_builder.forms import markers
from rfp_builder.forms.fitting import fitting
from rfp_builder.forms.markers import Marker
from rfp_builder.forms.months import read_month
from rfp_builder.forms.names import read_reference
from rfp_builder.forms.numbers import is_percent, unit_words, whole
from rfp_builder.forms.questions import Question
from rfp_builder.forms.refusal import Refusal
from rfp_builder.forms.several import listed, read_several
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.localized import Localized
from rfp_builder.model.shape import Kind
from rfp_builder.text.dates import read_time
from rfp_builder.text.unreadable import Unreadable

Cells = Sequence[Cell | None]

_SIMPLE = {
    Kind.TEXT: CellKind.TEXT,
    Kind.LINE: CellKind.TEXT,
    Kind.WHOLE: CellKind.NUMBER,
    Kind.DECIMAL: CellKind.NUMBER,
    Kind.PERCENT: CellKind.PERCENT,
    Kind.MONEY: CellKind.AMOUNT,
    Kind.DATE: CellKind.DATE,
    Kind.YES_NO: CellKind.BOOL,
    Kind.CHOICE: CellKind.CHOICE,
}
_ANY = ColumnSpec("any", Phrase("回答", "Answer"))
_COMMA = re.compile(r"[、,，\n]")
_ROWS_BELOW = Phrase(
    "ここには「未定: 担当 期日」または「該当なし: 理由」だけを書けます。内容は下の表に記入してください。",
    "Only “TBD: who date” or “N/A: why” can stand here. Please fill in the rows of the table below.",
)
_HALF_OF_BOTH = Phrase(
    "2つの言語の一方だけが「未定」または「該当なし」です。もう一方も同じように書くか、空欄にしてください。",
    "One language says TBD or N/A and the other does not. Write the same in both, or leave one empty.",
)
_TWO_DATES = Phrase(
    "2つの言語で、決める期日が異なります。", "The two languages name different dates of decision."
)
_TAKEN_FOR = Phrase("{choices} として読み込みました。", "Read as {choices}.")
_NO_SUCH_REQUIREMENT = Phrase(
    "要件台帳に「{id}」というIDはありません。IDは「要件集」のシートで確かめられます。",
    "The register has no requirement “{id}”. The sheet “Requirement library” shows the ids.",
)
_PERCENT_TAKEN = Phrase(
    "%の付いた値を、%単位の数値として読み込みました。単位の欄と合っているか確かめてください。",
    "The value with a percent sign was read as a number of percent. Please check it against the unit.",
)


def read_entry(
    question: Question,
    cells: Cells,
    present: Any,
    manner: Manner,
    notes: Notebook,
    tables: Mapping[str, Phrase],
) -> Any:
    """The answer in `cells`: one for each language of a text, one for anything else.

    `present` is the answer so far: a language without a cell keeps its wording. `tables` are the titles of
    tables by path, for messages.

    Raises:
        CellProblem: there is no single reading, or the value does not fit its field.
    """
    try:
        return fitting(question, _answer(question, cells, present, manner, notes, tables))
    except Refusal as refusal:
        raise CellProblem(refusal.code, refusal.reason) from None
    except Unreadable as unreadable:
        raise CellProblem(f"{question.kind}.unreadable", unreadable.reason) from None


def _answer(
    question: Question,
    cells: Cells,
    present: Any,
    manner: Manner,
    notes: Notebook,
    tables: Mapping[str, Phrase],
) -> Any:
    if question.kind is Kind.TEXT:
        return _text(question, cells, present, manner, notes)
    cell = cells[0]
    if cell is None or is_blank(cell):
        return () if question.kind is Kind.REFERENCES else None
    marker = _marker(question, cell)
    if marker is not None:
        return _said(marker, Localized(**{manner.single.value: marker.text}))
    return _value(question, cell, manner, notes, tables)


def _text(question: Question, cells: Cells, present: Any, manner: Manner, notes: Notebook) -> Any:
    texts: dict[Lang, str] = {}
    marked: dict[Lang, Marker] = {}
    for lang, cell in zip(manner.languages, cells, strict=True):
        if cell is None or is_blank(cell):
            continue
        text = str(read_cell(cell, _spec(question, manner), notes)).strip()
        marker = markers.read_marker(text) if question.answerable else None
        if marker is not None:
            marked[lang] = marker
        elif text:
            texts[lang] = markers.unescaped(text) if question.answerable else text
    if marked and texts:
        raise CellProblem("marker.half", _HALF_OF_BOTH)
    if marked:
        return _both(marked)
    kept = _unseen(present, manner)
    if not texts:
        return kept
    wordings = {lang.value: text for lang, text in texts.items()}
    return {"ja": None, "en": None} | (kept.model_dump() if kept else {}) | wordings


def _unseen(present: Any, manner: Manner) -> Localized | None:
    """The wordings in languages that the workbook has no cells for."""
    if not isinstance(present, Localized):
        return None
    kept = {
        lang.value: present.to(lang) for lang in Lang if lang not in manner.languages and present.has(lang)
    }
    return Localized(**kept) if kept else None


def _both(marked: dict[Lang, Marker]) -> Undecided | NotApplicable:
    first = next(iter(marked.values()))
    if any(one.undecided != first.undecided for one in marked.values()):
        raise CellProblem("marker.half", _HALF_OF_BOTH)
    if any(one.due != first.due for one in marked.values()):
        raise CellProblem("marker.dates", _TWO_DATES)
    return _said(first, Localized(**{lang.value: one.text for lang, one in marked.items()}))


def _marker(question: Question, cell: Cell) -> Marker | None:
    if not question.answerable or not isinstance(cell.value, str):
        return None
    return markers.read_marker(cell.value.strip())


def _said(marker: Marker, text: Localized) -> Undecided | NotApplicable:
    return NotApplicable(reason=text) if marker.due is None else Undecided(owner=text, due=marker.due)


def _value(
    question: Question, cell: Cell, manner: Manner, notes: Notebook, tables: Mapping[str, Phrase]
) -> Any:
    # Errors, and formulas without a result, are refused here for every kind.
    text = str(read_cell(cell, _ANY, notes)) if _is_text(cell) else ""
    match question.kind:
        case Kind.TABLE:
            raise CellProblem("table.text", _ROWS_BELOW)
        case Kind.CLOCK:
            return _clock(cell, text)
        case Kind.MONTH:
            return _month(cell, text)
        case Kind.CHOICES:
            return _several(question, text, cell, notes)
        case Kind.REFERENCES:
            return _requirements(text, manner.requirements)
        case Kind.REFERENCE:
            assert question.refers_to is not None
            title = tables.get(question.refers_to, question.label)
            return read_reference(manner.names, question.refers_to, text, title)
    spec = _spec(question, manner)
    if question.kind is Kind.DECIMAL and spec.kind is CellKind.NUMBER and _has_percent_sign(cell):
        spec = ColumnSpec(question.path, question.label, CellKind.PERCENT)
        notes.warn(cell.ref, "decimal.percent", _PERCENT_TAKEN)
    value = read_cell(cell, spec, notes)
    if question.kind is Kind.WHOLE:
        return whole(Decimal(str(value)))
    return value.strip() if isinstance(value, str) else value


def _several(question: Question, text: str, cell: Cell, notes: Notebook) -> tuple[str, ...]:
    values, exact = read_several(text, question.choices)
    if not exact:
        chosen = [choice for choice in question.choices if choice.value in values]
        notes.warn(cell.ref, "choices.alike", _TAKEN_FOR.fill(choices=listed(chosen)))
    return values


def _requirements(text: str, known: frozenset[str]) -> tuple[str, ...]:
    ids = tuple(dict.fromkeys(filter(None, map(str.strip, _COMMA.split(text)))))
    strange = [one for one in ids if one not in known]
    if strange:
        raise CellProblem("requirement.unknown", _NO_SUCH_REQUIREMENT.fill(id=strange[0][:48]))
    return ids


def _is_text(cell: Cell) -> bool:
    """Whether the cell is to be read by its text: numbers too, but no dates and times."""
    return not isinstance(cell.value, date | time)


def _spec(question: Question, manner: Manner) -> ColumnSpec:
    kind = CellKind.PERCENT if is_percent(question) else _SIMPLE[question.kind]
    return ColumnSpec(
        question.path,
        question.label,
        kind,
        choices=question.choices if kind is CellKind.CHOICE else (),
        currency=manner.currency,
        units=unit_words(question),
    )


def _has_percent_sign(cell: Cell) -> bool:
    return cell.percent or (isinstance(cell.value, str) and cell.value.strip().endswith(("%", "％")))


def _clock(cell: Cell, text: str) -> int:
    if isinstance(cell.value, time):
        return cell.value.hour * 60 + cell.value.minute
    if isinstance(cell.value, date) and cell.serial == 1:
        # 24:00 typed into a cell that takes times is one whole day.
        return 24 * 60
    return read_time(text)


def _month(cell: Cell, text: str) -> str:
    if isinstance(cell.value, date):
        # "2027-04" typed into a cell of the general format becomes the first of the month.
        day = cell.value.date() if isinstance(cell.value, datetime) else cell.value
        return f"{day.year:04}-{day.month:02}"
    return read_month(text)
