"""Figures by month, turned: a row for each month, a column for each thing that the figures are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rfp_builder.catalogue.sections import FieldText
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.answers import Row
from rfp_builder.model.shape import Kind, Slot

_OF = frozenset({Kind.REFERENCE, Kind.CHOICE})
_WITH_UNIT = Phrase("{about}（{unit}）", "{about} ({unit})")


@dataclass(frozen=True, slots=True)
class ByMonth:
    """The turned table: the first column holds the months, the others hold figures."""

    month: Slot
    figure: Slot
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def by_month(
    columns: Sequence[Slot],
    text: FieldText,
    rows: Sequence[Row],
    cells: Sequence[Sequence[str]],
    lang: Lang,
) -> ByMonth | None:
    """A long table of a month, what it is about, and one figure, turned; `cells` say its rows in words.

    None where the table is of another kind, where a cell is empty or undecided, or where two rows speak
    of the same.
    """
    months = [n for n, column in enumerate(columns) if column.kind is Kind.MONTH]
    figures = [n for n, column in enumerate(columns) if column.kind is Kind.WHOLE]
    about = [n for n, column in enumerate(columns) if column.kind in _OF]
    if (len(months), len(figures)) != (1, 1) or not about or len(about) + 2 != len(columns):
        return None
    month, figure = columns[months[0]], columns[figures[0]]
    keys = [(getattr(row, month.name), *(getattr(row, columns[n].name) for n in about)) for row in rows]
    # Months, choices and ids are text; what is 未定 or 該当なし is not.
    settled = all(isinstance(part, str) for key in keys for part in key)
    if not settled or len(set(keys)) < len(keys) or not all(all(row) for row in cells):
        return None
    unit = text.column(figure.name).unit
    between = "・" if lang is Lang.JA else ", "
    titles = {
        key[1:]: _titled(between.join(row[n] for n in about), unit, lang)
        for key, row in zip(keys, cells, strict=True)
    }
    shown = {key: row[figures[0]] for key, row in zip(keys, cells, strict=True)}
    names = {key[0]: row[months[0]] for key, row in zip(keys, cells, strict=True)}
    return ByMonth(
        month,
        figure,
        (text.column(month.name).heading.to(lang), *titles.values()),
        tuple((names[one], *(shown.get((one, *key), "") for key in titles)) for one in sorted(names)),
    )


def _titled(about: str, unit: Phrase | None, lang: Lang) -> str:
    return about if unit is None else _WITH_UNIT.fill(about=about, unit=unit).to(lang)
