"""What is said before rows of a file join a table: how its columns were understood, and what was not read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from rfp_builder.forms.questions import Question
from rfp_builder.forms.rows import BlockRemark
from rfp_builder.i18n import Phrase, listed

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
_LINE = Phrase("{rows}行目", "Line {rows}")
_LINES = Phrase("{rows}行目", "Lines {rows}")
_CELL = Phrase("{lines}「{column}」: {reason}", "{lines}, {column}: {reason}")
_TYPED = Phrase("{lines}「{column}」の「{typed}」: {reason}", "{lines}, {column}, “{typed}”: {reason}")
_ROW = Phrase("{lines}: {reason}", "{lines}: {reason}")


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
        named = listed(lacking)
        lines.append(PreviewLine(_LACKING.fill(columns=named), Weight.ASIDE))
    return tuple(lines)


def remark_line(one: BlockRemark, rows: Sequence[int] = ()) -> Phrase:
    """What of a pasted or imported block could not be read, and why; `rows` are all lines it is true of."""
    lines = lines_said(rows or (one.row,))
    if one.column is None:
        return _ROW.fill(lines=lines, reason=one.reason)
    said = _TYPED if one.typed else _CELL
    return said.fill(lines=lines, column=one.column.label, typed=one.typed, reason=one.reason)


def alike(remarks: Iterable[BlockRemark]) -> tuple[tuple[BlockRemark, tuple[int, ...]], ...]:
    """Remarks that say the same of several lines once, each with all of its lines."""
    found: dict[tuple[object, ...], tuple[BlockRemark, list[int]]] = {}
    for one in remarks:
        column = None if one.column is None else one.column.name
        said = (column, one.reason.ja, one.reason.en, one.lacking is None, one.typed)
        found.setdefault(said, (one, []))[1].append(one.row)
    return tuple((one, tuple(dict.fromkeys(rows))) for one, rows in found.values())


def lines_said(rows: Sequence[int]) -> Phrase:
    """Numbers of lines in words, those in a row as from and to."""
    runs: list[list[int]] = []
    for row in sorted(rows):
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    ja = [str(run[0]) if len(run) == 1 else f"{run[0]}〜{run[-1]}" for run in runs]
    en = [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
    return (_LINE if len(rows) == 1 else _LINES).fill(rows=Phrase("、".join(ja), ", ".join(en)))
