"""What rows are called where another table refers to them, and which row a name means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from rfp_builder.excel.definition.answers import Answers
from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Lang
from rfp_builder.model.localized import Localized
from rfp_builder.text.fold import fold

_BY_ID = "#"
"""A row whose name is no use (empty, or that of another row) is referred to as `#` and its id."""

Wordings = Mapping[str, Mapping[str, tuple[str, ...]]]
"""By table and row id: what the row is called, in any language."""


class RowNames:
    """The names of the rows of all tables that are referred to.

    Args:
        names: as the project has them; references are shown by these.
        typed: as a workbook has them now; references are read by these, and by the project's where nobody
            else is called so.
    """

    def __init__(self, names: Mapping[str, Mapping[str, Localized]], typed: Wordings | None = None) -> None:
        self._names = names
        self._shown: dict[tuple[str, Lang], Mapping[str, str]] = {}
        present = {table: _wordings(rows) for table, rows in names.items()}
        self._wordings = present if typed is None else _overlaid(present, typed)

    def shown(self, table: str, row_id: str, lang: Lang) -> str:
        """What stands in a cell that refers to the row."""
        if (table, lang) not in self._shown:
            self._shown[table, lang] = self._labels(table, lang)
        return self._shown[table, lang].get(row_id, f"{_BY_ID}{row_id}")

    def row_of(self, table: str, text: str) -> str | None:
        """The id of the one row that `text` means, by its name in either language or by its id."""
        rows = self._wordings.get(table, {})
        alike: Callable[[str], str]
        for alike in (str.strip, fold):
            wanted = alike(text)
            found = {row_id for row_id, names in rows.items() if any(alike(name) == wanted for name in names)}
            if found:
                return found.pop() if len(found) == 1 else None
        row_id = text.strip().removeprefix(_BY_ID)
        return row_id if text.strip().startswith(_BY_ID) and row_id in rows else None

    def _labels(self, table: str, lang: Lang) -> Mapping[str, str]:
        rows = self._names.get(table, {})
        used = Counter(
            folded for names in _wordings(rows).values() for folded in {fold(name) for name in names}
        )
        spoken = {row_id: name.to(lang) for row_id, name in rows.items()}
        return {
            row_id: name
            for row_id, name in spoken.items()
            if used[fold(name)] == 1 and not name.startswith(_BY_ID)
        }


def names_in(questions: Mapping[str, Question], answers: Answers) -> dict[str, dict[str, Localized]]:
    """The names of the rows of all tables that some column refers to."""
    found: dict[str, dict[str, Localized]] = {}
    for path in targets(questions.values()) & set(answers):
        naming = questions[path].naming
        rows = answers[path].rows.items()
        names = {row_id: row[naming.name] for row_id, row in rows} if naming is not None else {}
        found[path] = {row_id: name for row_id, name in names.items() if isinstance(name, Localized)}
    return found


def targets(questions: Iterable[Question]) -> set[str]:
    """The paths of the tables that some column refers to."""
    columns = (column for question in questions for column in question.columns)
    return {column.refers_to for column in columns if column.refers_to is not None}


def _wordings(rows: Mapping[str, Localized]) -> dict[str, tuple[str, ...]]:
    return {row_id: tuple(name.to(lang) for lang in Lang if name.has(lang)) for row_id, name in rows.items()}


def _overlaid(present: Wordings, typed: Wordings) -> Wordings:
    """The typed names, and behind each those the project has for the row, unless another row took them."""
    result: dict[str, dict[str, tuple[str, ...]]] = {}
    for table in {*present, *typed}:
        rows = dict(typed.get(table, {}))
        taken = {fold(name) for names in rows.values() for name in names}
        for row_id, names in present.get(table, {}).items():
            former = tuple(name for name in names if fold(name) not in taken)
            rows[row_id] = (*rows.get(row_id, ()), *former)
        result[table] = rows
    return result
