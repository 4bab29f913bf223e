"""Is every item of the definition answered? One rule an item: `complete.2.2`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from rfp_builder.catalogue.sections import item as item_text
from rfp_builder.check.cells import Cell, required_cells, touched
from rfp_builder.check.context import Context
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, Look, Rule
from rfp_builder.check.said import spans
from rfp_builder.i18n import Phrase, listed
from rfp_builder.model.shape import items

_UNTOUCHED = Phrase("{id}「{title}」が未記入です。", "{id} {title} has not been answered.")
_ANSWER = Phrase(
    "次の問いに答えてください: {question}決まっていなければ「未定」（担当と期限）、"
    "関係がなければ「該当なし」（理由）とします。",
    "Answer this question: {question} If it is not settled, enter “to be decided” with owner and due date; "
    "if it does not arise, “not applicable” with the reason.",
)
IN_ITEM = Phrase("{id}「{title}」の", "{id} {title}: ")
"""What a message on part of an item begins with; lists that name the item above leave it out."""

_FIELD = Phrase(f"{IN_ITEM.ja}「{{label}}」が未記入です。", f"{IN_ITEM.en}“{{label}}” has not been answered.")
_ROW = Phrase(
    f"{IN_ITEM.ja}「{{table}}」{{rows}}行目で、{{labels}}が未記入です。",
    f"{IN_ITEM.en}row {{rows}} of “{{table}}” lacks {{labels}}.",
)
_ROWS = Phrase(_ROW.ja, f"{IN_ITEM.en}rows {{rows}} of “{{table}}” lack {{labels}}.")
_FILL = Phrase(
    "{help}決まっていなければ「未定」（担当と期限）とします。",
    "{help} If it is not settled, enter “to be decided” with owner and due date.",
)


def _looks_at(item_id: str) -> Look:
    def look(context: Context) -> Iterator[Hit]:
        text = item_text(item_id)
        missing = [
            cell
            for cell in required_cells(context.definition, item_id)
            if not (cell.answered or cell.undecided)
        ]
        if missing and not touched(context.definition, item_id):
            message = _UNTOUCHED.fill(id=item_id, title=text.title)
            yield Hit(items()[item_id].path, message, _ANSWER.fill(question=text.question))
            return
        for rows in _alike(missing):
            yield _missing(item_id, text.title, rows)

    return look


def _alike(missing: Iterable[Cell]) -> list[list[list[Cell]]]:
    """The missing cells row by row; rows of a table that lack the same are put together."""
    found: dict[tuple[str, ...], list[list[Cell]]] = {}
    for (field, _), row in groupby(missing, key=lambda cell: (cell.field.name, cell.row)):
        cells = list(row)
        names = (cell.column.name for cell in cells if cell.column is not None)
        found.setdefault((field, *names), []).append(cells)
    return list(found.values())


def _missing(item_id: str, title: Phrase, rows: list[list[Cell]]) -> Hit:
    cells = rows[0]
    first = cells[0]
    if first.column is None:
        message = _FIELD.fill(id=item_id, title=title, label=first.label)
        return Hit(first.path, message, _FILL.fill(help=first.field.help))
    message = (_ROW if len(rows) == 1 else _ROWS).fill(
        id=item_id,
        title=title,
        table=first.field.label,
        rows=spans(row[0].row for row in rows if row[0].row is not None),
        labels=listed(cell.label for cell in cells),
    )
    return Hit(first.path, message, _FILL.fill(help=_helps(cells)))


def _helps(cells: list[Cell]) -> Phrase:
    """The helps of the columns; where there are several, each behind the name of its column."""
    helps = [(cell.label, cell.column.help) for cell in cells if cell.column is not None]
    if len(helps) == 1:
        return helps[0][1]
    return Phrase(
        "".join(f"{label.ja}: {text.ja}" for label, text in helps),
        " ".join(f"{label.en}: {text.en}" for label, text in helps),
    )


RULES = tuple(
    Rule(
        f"complete.{item_id}",
        Severity.BLOCKS,
        Phrase(f"{item_id} の記入", f"Answers to {item_id}"),
        _looks_at(item_id),
    )
    for item_id in items()
)
