"""What is asked: questions read off the model's shape and the catalogue's texts; no item is listed here.

The wizard shows them by item (`forms.pages`), the definition workbook by section.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rfp_builder.catalogue.choices import choices_of
from rfp_builder.catalogue.conditions import Condition
from rfp_builder.catalogue.sections import Column, FieldText, ItemText
from rfp_builder.catalogue.sections import sections as section_texts
from rfp_builder.forms.choices import Choice
from rfp_builder.i18n import Phrase
from rfp_builder.model.base import Value
from rfp_builder.model.shape import ItemShape, Kind, Slot, items
from rfp_builder.model.units import Reads

NOTE_FIELD = "internal_note"
_NOTE_LABEL = Phrase("社内メモ", "Internal note")
_NOTE_HELP = Phrase(
    "社内の申し送りです。提案会社には渡りません。",
    "For your own people; no vendor sees it.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One field, or one column of a table.

    `path` is dotted from the project's parts down (`work.start.contract_start`), a column's is its name.
    """

    path: str
    kind: Kind
    label: Phrase
    """With the unit, as it stands in front of the answer or above the column."""
    help: Phrase
    holder: type[Value]
    """The model that has the field, and with it the limits of its values."""
    required: bool = False
    answerable: bool = False
    """Whether 未定 and 該当なし are possible instead of a value."""
    confidential: bool = False
    unit: Phrase | None = None
    choices: tuple[Choice, ...] = ()
    refers_to: str | None = None
    row: type[Value] | None = None
    columns: tuple[Question, ...] = ()
    reads: Reads | None = None
    """What a number or code stands for, where it is not read as it is written."""
    when: Condition | None = None
    """On what other answer it depends that it is asked; see `forms.conditions`."""
    preset: str | None = None
    """A column of a table that the writer fills in: a row with nothing else in it is empty."""

    begins: bool = False
    """Whether what holds the answer comes with it and goes with it, as a contact does with its desk."""

    @property
    def name(self) -> str:
        """The name of the field in its model."""
        return self.path.rpartition(".")[2]

    @property
    def slot(self) -> Slot:
        """What the model says of the field, as far as one answer needs it."""
        return Slot(
            self.name,
            self.kind,
            self.confidential,
            self.answerable,
            refers_to=self.refers_to,
            reads=self.reads,
        )

    @property
    def naming(self) -> Question | None:
        """The column that names a row of the table: the first with a text."""
        return next((column for column in self.columns if column.kind is Kind.TEXT), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """An item with its questions. `item` is "2.1" where the catalogue has an example for it."""

    title: Phrase
    question: Phrase | None
    good: Phrase | None
    fields: tuple[Question, ...]
    item: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One sheet of the workbook. `key` is what its first cell says to the reader."""

    key: str
    title: Phrase
    lead: Phrase
    blocks: tuple[Block, ...]

    @property
    def questions(self) -> Iterator[Question]:
        """The questions of all blocks."""
        for block in self.blocks:
            yield from block.fields


@cache
def section_pages() -> tuple[Page, ...]:
    """The seven sections.

    Raises:
        CatalogueError: a data file is broken.
    """
    return tuple(
        Page(
            key=f"section.{section.number}",
            title=Phrase(f"{section.number} {section.title.ja}", f"{section.number} {section.title.en}"),
            lead=section.lead,
            blocks=tuple(_block(item) for item in section.items),
        )
        for section in section_texts()
    )


def by_path(pages: tuple[Page, ...]) -> Mapping[str, Question]:
    """All fields of `pages` by their paths."""
    return MappingProxyType({one.path: one for page in pages for one in page.questions})


def item_questions(text: ItemText) -> tuple[Question, ...]:
    """The questions of an item in the model's order, the internal note last."""
    shape = items()[text.id]
    note = Question(
        path=f"{shape.path}.{NOTE_FIELD}",
        kind=Kind.TEXT,
        label=_NOTE_LABEL,
        help=_NOTE_HELP,
        holder=shape.model,
        confidential=True,
    )
    return (*(_field(shape, slot, text.field(slot.name)) for slot in shape.slots), note)


def _block(text: ItemText) -> Block:
    return Block(
        title=Phrase(f"{text.id} {text.title.ja}", f"{text.id} {text.title.en}"),
        question=text.question,
        good=text.good,
        fields=item_questions(text),
        item=text.id,
    )


def _field(shape: ItemShape, slot: Slot, text: FieldText) -> Question:
    columns: tuple[Question, ...] = ()
    if slot.row is not None:
        row = slot.row
        columns = tuple(
            _question(column.name, column, text.column(column.name), row) for column in slot.columns
        )
    return _question(f"{shape.path}.{slot.name}", slot, text, shape.model, columns)


def _question(
    path: str, slot: Slot, text: FieldText | Column, holder: type[Value], columns: tuple[Question, ...] = ()
) -> Question:
    labelled = () if slot.choices is None else choices_of(slot.choices)
    return Question(
        path=path,
        kind=slot.kind,
        label=text.heading,
        help=text.help,
        holder=holder,
        required=text.required,
        answerable=slot.answerable,
        confidential=slot.confidential,
        unit=text.unit,
        choices=tuple(Choice(one.value, one.label, one.also) for one in labelled),
        refers_to=slot.refers_to,
        row=slot.row,
        columns=columns,
        reads=slot.reads,
        when=text.when,
    )
