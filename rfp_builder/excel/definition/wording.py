"""Paths of what changed, said so that the person who typed it finds the place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rfp_builder.excel.definition.answers import Answers, TableAnswer
from rfp_builder.forms.questions import Page, Question
from rfp_builder.i18n import Phrase
from rfp_builder.model.localized import Localized

_PLACE = Phrase("{block} › {field}", "{block} › {field}")
_CELL = Phrase("{table} › {row} › {column}", "{table} › {row} › {column}")
_ADDED = Phrase("{table} › {row}（追加）", "{table} › {row} (added)")
_REMOVED = Phrase("{table} › {row}（削除）", "{table} › {row} (removed)")
_ROW = Phrase("{table} › {row}", "{table} › {row}")
_NAMELESS = Phrase("名称のない行", "a row without a name")


def described(
    paths: Iterable[str], pages: Iterable[Page], before: Answers, after: Answers
) -> dict[str, Phrase]:
    """Each path in words: 「2.1 業務プログラム › 業務プログラム › 注文受付 › 名称」."""
    titles = {
        question.path: (question, _PLACE.fill(block=block.title, field=question.label))
        for page in pages
        for block in page.blocks
        for question in block.fields
    }
    return {path: _said(path, titles, before, after) for path in paths}


def _said(
    path: str, titles: Mapping[str, tuple[Question, Phrase]], before: Answers, after: Answers
) -> Phrase:
    if path in titles:
        return titles[path][1]
    for behind in (1, 2):
        table, *rest = path.rsplit(".", behind)
        if table in titles:
            question, title = titles[table]
            return _row(question, title, rest, before[table], after[table])
    return Phrase(path, path)


def _row(
    question: Question, title: Phrase, rest: list[str], before: TableAnswer, after: TableAnswer
) -> Phrase:
    row_id = rest[0]
    name = _name(question, after.rows.get(row_id) or before.rows.get(row_id) or {})
    if len(rest) == 2:
        label = next((one.label for one in question.columns if one.name == rest[1]), Phrase(rest[1], rest[1]))
        return _CELL.fill(table=title, row=name, column=label)
    if row_id in after.rows and row_id not in before.rows:
        return _ADDED.fill(table=title, row=name)
    if row_id in before.rows and row_id not in after.rows:
        return _REMOVED.fill(table=title, row=name)
    return _ROW.fill(table=title, row=name)


def _name(question: Question, row: Mapping[str, Any]) -> Phrase | Localized:
    naming = question.naming
    name = None if naming is None else row.get(naming.name)
    return name if isinstance(name, Localized) else _NAMELESS
