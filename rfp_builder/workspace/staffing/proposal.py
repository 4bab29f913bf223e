"""What a plan would fill into one place of the definition, beside what stands there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rfp_builder.catalogue.sections import Column, FieldText, column_text, field_text
from rfp_builder.forms.in_words import in_words
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.answers import Undecided
from rfp_builder.model.derived import digest_of, found_at
from rfp_builder.model.project import Project
from rfp_builder.model.shape import items
from rfp_builder.workspace.document.labels import titled

_LABEL = Phrase("{item}：{what}", "{item}: {what}")
_OF_ROW = Phrase("{row} {column}", "{row}, {column}")
_WITH_UNIT = Phrase("{value}{unit}", "{value} {unit}")
_PER_CENT = Phrase("{value}%", "{value}%")


class Standing(StrEnum):
    """What stands in a place now."""

    EMPTY = "empty"
    SAME = "same"
    """What would be filled in."""
    FILLED = "filled"
    """An earlier plan filled it in, and nobody touched it since."""
    WRITTEN = "written"
    """Somebody wrote it."""
    CHANGED = "changed"
    """An earlier plan filled it in, and somebody changed it by hand since."""

    @property
    def is_free(self) -> bool:
        """Whether filling it in takes nothing away that somebody wrote."""
        return self in (Standing.EMPTY, Standing.SAME, Standing.FILLED)


@dataclass(frozen=True, slots=True)
class Proposal:
    """One answer that can be filled in. `path` as findings write it; rows that are not there are added."""

    path: str
    label: Phrase
    value: object
    now: Phrase
    """What stands there, in words; empty where nothing does."""
    new: Phrase
    standing: Standing
    inputs: tuple[str, ...]
    """Paths of what the value rests on."""


def proposal(
    project: Project,
    item_id: str,
    tail: str,
    value: object,
    inputs: Iterable[str],
    row: Phrase | None = None,
    shown: Phrase | None = None,
) -> Proposal:
    """A proposal for a field, or for a column of a row as `volumes[v1].aht`, of an item of the definition.

    `row` says what the row is called; `shown` how the value is shown, where its words alone say too little.
    """
    path = f"{items()[item_id].path}.{tail}"
    field, _, column = tail.partition("]")
    table = field.partition("[")[0]
    text: FieldText | Column = (
        column_text(item_id, table, column.removeprefix(".")) if column else field_text(item_id, table)
    )
    what = text.label if row is None else _OF_ROW.fill(row=row, column=text.label)
    held = found_at(project, path)
    return Proposal(
        path,
        _LABEL.fill(item=titled(item_id), what=row if row is not None and not column else what),
        value,
        _said(held, text.unit),
        shown or _said(value, text.unit),
        _standing(project, path, held, value),
        tuple(inputs),
    )


def _said(value: object, unit: Phrase | None) -> Phrase:
    said = Phrase(in_words(value, Lang.JA), in_words(value, Lang.EN))
    is_number = unit is not None and said.en.replace(",", "").replace(".", "").replace("-", "").isdigit()
    if not is_number or unit is None:
        return said
    return (_PER_CENT if unit.en == "%" else _WITH_UNIT).fill(value=said, unit=unit)


def _standing(project: Project, path: str, held: object, value: object) -> Standing:
    if held is None or held == () or isinstance(held, Undecided):
        return Standing.EMPTY
    if digest_of(held) == digest_of(value):
        return Standing.SAME
    filled = next((one for one in project.staffing.derived if one.path == path), None)
    if filled is None:
        return Standing.WRITTEN
    return Standing.FILLED if digest_of(held) == filled.digest else Standing.CHANGED
