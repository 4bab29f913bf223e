"""What is said before rows of a file join a table: how its columns were understood, and what was not read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from rfp_builder.forms.questions import Question
from rfp_builder.forms.rows import BlockRemark
from rfp_builder.i18n import Phrase

if TYPE_CHECKING:
    from rfp_builder.workspace.table_import import Understood

_IN_SHEET = Phrase("シート「{sheet}」に{n}行あります。", "Sheet “{sheet}” has {n} rows.")
_IN_FILE = Phrase("ファイルに{n}行あります。", "The file has {n} rows.")
_IN_ORDER = Phrase(
    "見出しの行が見つからないため、左の列から順に読み取りました。",
    "No heading row was found; columns were read from left to right.",
)
_READ_AS = Phrase("{heading}  ->  {column}", "{heading}  ->  {column}")
_NOT_READ = Phrase("{heading}  ->  読み込みません", "{heading}  ->  not read")
_LACKING = Phrase("ファイルにない列: {columns}", "Columns not in the file: {columns}")
_NOTHING = Phrase("取り込める行がありません。", "There are no rows to import.")
_CELL = Phrase("{row}行目「{column}」: {reason}", "Line {row}, {column}: {reason}")
_ROW = Phrase("{row}行目: {reason}", "Line {row}: {reason}")


class Weight(StrEnum):
    """How much a line matters."""

    PLAIN = "plain"
    WARNS = "warns"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One line about the file."""

    text: Phrase
    weight: Weight = Weight.PLAIN


def counted(found: Understood) -> Phrase:
    """Where rows were found, and how many."""
    return (_IN_SHEET if found.sheet else _IN_FILE).fill(sheet=found.sheet, n=len(found.block.rows))


def columns_read(table: Question, found: Understood) -> tuple[PreviewLine, ...]:
    """For each heading of the file the column that it stands for, and which columns it does not have."""
    if not found.block.rows:
        return (PreviewLine(_NOTHING, Weight.WARNS),)
    if not found.headings:
        return (PreviewLine(_IN_ORDER),)
    lines = [
        PreviewLine(_NOT_READ.fill(heading=heading), Weight.WARNS)
        if column is None
        else PreviewLine(_READ_AS.fill(heading=heading, column=column.label))
        for heading, column in found.headings
    ]
    there = {column.name for _, column in found.headings if column is not None}
    lacking = [one.label for one in table.columns if one.name not in there]
    if lacking:
        named = Phrase("、".join(one.ja for one in lacking), ", ".join(one.en for one in lacking))
        lines.append(PreviewLine(_LACKING.fill(columns=named), Weight.ASIDE))
    return tuple(lines)


def remark_line(one: BlockRemark) -> Phrase:
    """What of a pasted or imported block could not be read, and why."""
    if one.column is None:
        return _ROW.fill(row=one.row, reason=one.reason)
    return _CELL.fill(row=one.row, column=one.column.label, reason=one.reason)
