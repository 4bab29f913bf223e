"""How much of the definition is answered, by item, by section and in all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rfp_builder.catalogue.sections import item as item_text
from rfp_builder.catalogue.sections import section as section_text
from rfp_builder.check.cells import required_cells
from rfp_builder.i18n import Phrase
from rfp_builder.model.definition import Definition
from rfp_builder.model.shape import items, sections


@dataclass(frozen=True, slots=True)
class Progress:
    """Required answers given, of all required. 未定 is not given, 該当なし is."""

    answered: int
    required: int

    @property
    def percent(self) -> int:
        """In whole per cent, rounded down: 100 only if nothing is missing, also where nothing is asked."""
        return 100 * self.answered // self.required if self.required else 100


@dataclass(frozen=True, slots=True)
class ItemProgress:
    """One item."""

    id: str
    title: Phrase
    progress: Progress


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """One of the seven sections, with its items."""

    number: int
    key: str
    title: Phrase
    items: tuple[ItemProgress, ...]

    @property
    def progress(self) -> Progress:
        """All items of the section together."""
        return together(item.progress for item in self.items)


def completeness(definition: Definition) -> tuple[SectionProgress, ...]:
    """All seven sections in order."""
    of_items = {item_id: _of_item(definition, item_id) for item_id in items()}
    return tuple(
        SectionProgress(
            number,
            key,
            section_text(number).title,
            tuple(of_items[shape.id] for shape in items().values() if shape.section == key),
        )
        for number, key in sections().items()
    )


def together(parts: Iterable[Progress]) -> Progress:
    """The sum of several."""
    several = tuple(parts)
    return Progress(sum(part.answered for part in several), sum(part.required for part in several))


def _of_item(definition: Definition, item_id: str) -> ItemProgress:
    cells = list(required_cells(definition, item_id))
    answered = sum(cell.answered for cell in cells)
    return ItemProgress(item_id, item_text(item_id).title, Progress(answered, len(cells)))
