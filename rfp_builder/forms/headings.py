"""Which column of a table a heading stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Lang
from rfp_builder.model.shape import Kind
from rfp_builder.text.fold import fold

_STAR = "*"
_LANGUAGES = {
    Lang.JA: ("（日本語）", " (Japanese)", "（和文）"),
    Lang.EN: ("（英語）", " (English)", "（英文）"),
}
_FEW = 2


@dataclass(frozen=True, slots=True)
class Place:
    """A column of a table, and the language of its texts where the heading names one."""

    column: Question
    lang: Lang | None = None


def headings_in(table: Question, cells: Sequence[str], *, alone: bool) -> list[Place | None] | None:
    """What each cell of a line heads; None if the line is no line of headings.

    It is one if all that stands in it are headings, or at least two are, and at least half. A single heading
    with nothing below it (`alone`) is taken for an answer.
    """
    known = _known(table)
    found = [known.get(_bare(cell)) for cell in cells]
    filled = sum(1 for cell in cells if cell.strip())
    headings = sum(1 for place in found if place is not None)
    if headings == 0 or (alone and filled == 1):
        return None
    return found if headings == filled or (headings >= _FEW and headings * 2 >= filled) else None


def _known(table: Question) -> Mapping[str, Place]:
    known: dict[str, Place] = {}
    for column in table.columns:
        for spoken in Lang:
            for label in (column.label.to(spoken), _without_unit(column, spoken)):
                known.setdefault(fold(label), Place(column))
                if column.kind is Kind.TEXT:
                    for lang, endings in _LANGUAGES.items():
                        for ending in endings:
                            known.setdefault(fold(label + ending), Place(column, lang))
    return known


def _without_unit(column: Question, lang: Lang) -> str:
    label = column.label.to(lang)
    if column.unit is None:
        return label
    unit = column.unit.to(lang)
    return label.removesuffix(f"（{unit}）").removesuffix(f" ({unit})")


def _bare(cell: str) -> str:
    return fold(fold(cell).removesuffix(_STAR))
