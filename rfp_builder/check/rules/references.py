"""References between rows: nothing points to what is gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rfp_builder.catalogue.sections import item as item_text
from rfp_builder.check.context import Context, rows
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import NotApplicable, Row
from rfp_builder.model.definition import Definition
from rfp_builder.model.localized import Localized
from rfp_builder.model.shape import Kind, item_at, items
from rfp_builder.text.fold import fold


@rule("reference.row", Severity.BLOCKS, "行への参照", "References to rows")
def row_reference(context: Context) -> Iterator[Hit]:
    """A cell points to a row that does not exist."""
    tables = _row_ids(context.definition)
    for shape in items().values():
        for slot in shape.slots:
            columns = [column for column in slot.columns if column.kind is Kind.REFERENCE]
            if not columns:
                continue
            for row in _table(context.definition, f"{shape.path}.{slot.name}"):
                for column in columns:
                    target = getattr(row, column.name)
                    if target is not None and target not in tables[column.refers_to or ""]:
                        label = item_text(shape.id).field(slot.name).column(column.name).label
                        yield Hit(
                            f"{shape.path}.{slot.name}[{row.id}].{column.name}",
                            Phrase(
                                "{item}の{row}行目の「{label}」が、削除された行を指しています。",
                                "{item}, row {row}: “{label}” points to a row that was deleted.",
                            ).fill(item=shape.id, row=context.number(row), label=label),
                            Phrase(
                                "選び直すか、参照先の行を作り直してください。",
                                "Choose another one, or enter the row again.",
                            ),
                        )


@rule("reference.request", Severity.BLOCKS, "要求から要件への参照", "Requests and requirements")
def request_reference(context: Context) -> Iterator[Hit]:
    """A request points to a requirement that does not exist."""
    ids = {one.id for one in context.project.requirements}
    for row in rows(context.definition.overview.requests.requests):
        for missing in (one for one in row.requirements if one not in ids):
            yield Hit(
                f"overview.requests.requests[{row.id}].requirements",
                Phrase(
                    "{who}からの要求が、存在しない要件（{id}）を指しています。",
                    "The request from {who} points to requirement {id}, which does not exist.",
                ).fill(who=context.named(row, row.who), id=missing),
                Phrase(
                    "要件を選び直すか、削除した理由を書いて「採用しない」にしてください。",
                    "Choose another requirement, or decline the request and say why.",
                ),
            )


@rule("reference.row-twice", Severity.BLOCKS, "行IDの重複", "Row ids")
def row_twice(context: Context) -> Iterator[Hit]:
    """Two rows of one table share an id, so that references are ambiguous."""
    for shape in items().values():
        for slot in shape.slots:
            seen: set[str] = set()
            for row in _table(context.definition, f"{shape.path}.{slot.name}"):
                if row.id in seen:
                    yield Hit(
                        f"{shape.path}.{slot.name}[{row.id}]",
                        Phrase(
                            "{item}の表に、同じID（{id}）の行が2つあります。",
                            "Two rows of a table in {item} share the id {id}.",
                        ).fill(item=shape.id, id=row.id),
                        Phrase("一方の行を作り直してください。", "Enter one of them again as a new row."),
                    )
                seen.add(row.id)


@rule("duplicate.row", Severity.WARNS, "同じ名前の行", "Rows of the same name")
def same_name(context: Context) -> Iterator[Hit]:
    """Two programs, segments, reports … of the same name."""
    for shape in items().values():
        for slot in shape.slots:
            if f"{shape.path}.{slot.name}" not in NAMED_TABLES:
                continue
            seen: set[str] = set()
            for row in _table(context.definition, f"{shape.path}.{slot.name}"):
                text = getattr(row, NAMED_TABLES[f"{shape.path}.{slot.name}"])
                folded = fold(text.ja or text.en or "") if isinstance(text, Localized) else ""
                if folded and folded in seen:
                    yield Hit(
                        f"{shape.path}.{slot.name}[{row.id}]",
                        Phrase(
                            "{item}に「{name}」という行が2つあります。",
                            "{item} has two rows called “{name}”.",
                        ).fill(item=shape.id, name=text),
                        Phrase(
                            "1行にまとめるか、名前で区別してください。",
                            "Merge them, or give them different names.",
                        ),
                    )
                seen.add(folded)


@rule(
    "requirement.not-applicable",
    Severity.WARNS,
    "該当なしの項目の要件",
    "Requirements of an item that does not apply",
)
def requirement_not_applicable(context: Context) -> Iterator[Hit]:
    """A requirement belongs to an item whose every field is 該当なし."""
    for requirement in context.project.requirements:
        item = item_at(context.definition, requirement.item)
        answers = [getattr(item, slot.name) for slot in items()[requirement.item].slots]
        if all(isinstance(answer, NotApplicable) for answer in answers):
            yield Hit(
                f"requirements[{requirement.id}].item",
                Phrase(
                    "要件{id}は{item}に属しますが、{item}はすべて「該当なし」です。",
                    "Requirement {id} belongs to {item}, which is declared not applicable.",
                ).fill(id=requirement.id, item=requirement.item),
                Phrase(
                    "要件を削除するか別の項目に移す、または項目に記入してください。",
                    "Delete the requirement, move it, or answer the item.",
                ),
            )


NAMED_TABLES: Mapping[str, str] = {
    "work.programs.programs": "name",
    "work.reasons.reasons": "reason",
    "work.segments.segments": "segment",
    "overview.success.measures": "measure",
    "operations.reporting.reports": "report",
    "operations.escalation.escalations": "kind",
    "ict.data.data": "data",
    "price.running.costs": "item",
}
"""Tables whose rows people speak of by name, and the column of the name."""


def _row_ids(definition: Definition) -> Mapping[str, frozenset[str]]:
    paths = {
        column.refers_to
        for shape in items().values()
        for slot in shape.slots
        for column in slot.columns
        if column.refers_to is not None
    }
    return {path: frozenset(row.id for row in _table(definition, path)) for path in paths}


def _table(definition: Definition, path: str) -> tuple[Row, ...]:
    section, item, field = path.split(".")
    answer = getattr(getattr(getattr(definition, section), item), field)
    return tuple(row for row in answer if isinstance(row, Row)) if isinstance(answer, tuple) else ()
