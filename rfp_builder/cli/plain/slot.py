"""One question with the place that its answer goes to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.forms.pages import FormPage
from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.workspace.document.paths import value_at

_PLACE = Phrase("{name} {at}/{of}", "{name} {at}/{of}")


class Move(StrEnum):
    """Where to go from a question."""

    ON = "on"
    BACK = "back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """`put` gives whether the value was taken. `path` is where it stands; empty where it has no place yet."""

    question: Question
    path: str
    get: Callable[[], object]
    put: Callable[[object], bool]
    page: FormPage | None = None
    table: Question | None = None
    long: bool = False
    """Whether the text may have several lines, ended by one with a point."""
    where: Speakable | None = None
    """Where one is, such as 2.3 3/7."""

    @property
    def table_name(self) -> Speakable:
        """What rows are said to belong to: the number of the item, or the name of the table."""
        return self.question.label if self.page is None else Phrase(self.page.key, self.page.key)


def slot_at(
    desk: Desk,
    question: Question,
    path: str,
    *,
    page: FormPage | None = None,
    table: Question | None = None,
    long: bool = False,
    where: Speakable | None = None,
) -> Slot:
    """The slot of a place in the document."""
    return Slot(
        question=question,
        path=path,
        get=lambda: present(desk, path),
        put=lambda value: desk.put(path, value),
        page=page,
        table=table,
        long=long,
        where=where,
    )


def place_of(name: Speakable, at: int, of: int) -> Phrase:
    """Where one is: the question `at`, counted from 1, of all that are asked here."""
    return _PLACE.fill(name=name, at=at, of=of)


def present(desk: Desk, path: str) -> object:
    """What stands in a place; None where there is nothing, or no longer such a place."""
    try:
        return value_at(desk.project, path)
    except KeyError:
        return None
