"""Rows that are begun: the model cannot take them before they have all they need; they are kept beside."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from rfp_builder.forms import row_editing as editing
from rfp_builder.forms.questions import Question
from rfp_builder.forms.typed import Setting, as_typed, read_typed
from rfp_builder.i18n import Lang
from rfp_builder.model.base import Value
from rfp_builder.model.shape import Kind
from rfp_builder.text.unreadable import Unreadable
from rfp_builder.workspace.document.document import Document

_KEPT = "~rows"
"""Behind the path of a table: see `workspace.document.typed`."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What was typed into the cells of one row, by the names of columns, and the language it is in."""

    lang: Lang
    texts: Mapping[str, str]

    def read(self, column: Question, setting: Setting) -> Any:
        """The answer of a cell; None where there is none.

        Raises:
            Unreadable: what was typed has no reading.
        """
        text = self.texts.get(column.name, "")
        if not text:
            return editing.blank(column)
        return read_typed(column, text, editing.blank(column), replace(setting, lang=self.lang))

    def value(self, column: Question, setting: Setting) -> Any:
        """The answer of a cell; None where there is none that can be read."""
        try:
            return self.read(column, setting)
        except Unreadable:
            return editing.blank(column)

    def shown(self, column: Question, setting: Setting) -> str:
        """What the cell says: as an answer is written, if it can be read."""
        text, value = self.texts.get(column.name, ""), self.value(column, setting)
        if value is None or value == () or isinstance(value, dict):
            return text
        if column.kind is Kind.CHOICE:
            return next((one.label.to(setting.lang) for one in column.choices if one.value == value), text)
        return as_typed(column, value, setting)

    def written(self, name: str, text: str) -> Begun:
        """The same with another text in a cell."""
        texts = {**self.texts, name: text}
        return Begun(self.lang, {one: said for one, said in texts.items() if said})

    def built(self, table: Question, setting: Setting, taken: Iterable[str]) -> Value | None:
        """The row, once it has all it needs and everything can be read."""
        values = editing.blank_values(table, frozenset(taken))
        try:
            values |= {column.name: self.read(column, setting) for column in table.columns}
        except Unreadable:
            return None
        return editing.built(table, values)


def kept_at(path: str) -> str:
    """Under which path the begun rows of the table at `path` are kept."""
    return f"{path}{_KEPT}"


def begun_rows(document: Document, path: str) -> tuple[Begun, ...]:
    """The rows of the table at `path` that are begun, in this session or one before."""
    text = document.typed(kept_at(path))
    try:
        found = json.loads(text or "[]")
    except (ValueError, RecursionError):
        return ()
    return tuple(filter(None, map(_begun, found))) if isinstance(found, list) else ()


def keep_begun(document: Document, path: str, rows: Iterable[Begun]) -> None:
    """Have these be the begun rows of the table at `path`, as no step of undo; they outlive the process."""
    for key, text in kept_beside(path, rows).items():
        if text is None:
            document.drop_typed(key)
        else:
            document.keep_typed(key, text)


def kept_beside(path: str, rows: Iterable[Begun]) -> dict[str, str | None]:
    """The begun rows of the table at `path` as they are kept: for a step of undo that reaches them."""
    kept = [{"lang": one.lang.value, "texts": dict(one.texts)} for one in rows]
    return {kept_at(path): json.dumps(kept, ensure_ascii=False, sort_keys=True) if kept else None}


def _begun(found: object) -> Begun | None:
    if not isinstance(found, dict) or found.get("lang") not in tuple(Lang):
        return None
    texts = found.get("texts")
    if not isinstance(texts, dict):
        return None
    return Begun(
        Lang(found["lang"]), {str(name): text for name, text in texts.items() if isinstance(text, str)}
    )
