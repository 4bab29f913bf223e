"""Is every item of the definition answered? One rule an item: `complete.2.2`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from rfp_builder.catalogue.sections import item as item_text
from rfp_builder.check.cells import Cell, required_cells, touched
from rfp_builder.check.context import Context
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, Look, Rule
from rfp_builder.check.said import listed
from rfp_builder.i18n import Phrase
from rfp_builder.model.shape import items

_UNTOUCHED = Phrase("{id}「{title}」が未記入です。", "{id} {title} has not been answered.")
_ANSWER = Phrase(
    "次の問いに答えてください: {question}決まっていなければ「未定」（担当と期限）、"
    "関係がなければ「該当なし」（理由）とします。",
    "Answer this question: {question} If it is not settled, enter “to be decided” with owner and due date; "
    "if it does not arise, “not applicable” with the reason.",
)
_FIELD = Phrase(
    "{id}「{title}」の「{label}」が未記入です。", "{id} {title}: “{label}” has not been answered."
)
_ROW = Phrase(
    "{id}「{title}」の「{table}」{row}行目で、{labels}が未記入です。",
    "{id} {title}: row {row} of “{table}” lacks {labels}.",
)
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
        for (_, row), cells in groupby(missing, key=lambda cell: (cell.field.name, cell.row)):
            yield _missing(item_id, text.title, row, list(cells))

    return look


def _missing(item_id: str, title: Phrase, row: int | None, cells: list[Cell]) -> Hit:
    first = cells[0]
    if row is None:
        message = _FIELD.fill(id=item_id, title=title, label=first.label)
        return Hit(first.path, message, _FILL.fill(help=first.field.help))
    labels = listed(cell.label for cell in cells)
    message = _ROW.fill(id=item_id, title=title, table=first.field.label, row=row, labels=labels)
    helps = _sentences(cell.column.help for cell in cells if cell.column is not None)
    return Hit(first.path, message, _FILL.fill(help=helps))


def _sentences(helps: Iterable[Phrase]) -> Phrase:
    several = list(helps)
    return Phrase("".join(one.ja for one in several), " ".join(one.en for one in several))


RULES = tuple(
    Rule(
        f"complete.{item_id}",
        Severity.BLOCKS,
        Phrase(f"{item_id} の記入", f"Answers to {item_id}"),
        _looks_at(item_id),
    )
    for item_id in items()
)
