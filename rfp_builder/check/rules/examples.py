"""Examples of the catalogue that were put in to be rewritten, and went on as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from rfp_builder.catalogue.sections import item as item_text
from rfp_builder.check.context import Context
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.texts import Text, wordings
from rfp_builder.i18n import Phrase
from rfp_builder.model.shape import ItemShape, items
from rfp_builder.text.width import cell_width

_LONG = 40
"""Cells. Shorter wordings are alike by chance: a course, a reason, a department."""
_PARAGRAPH, _ENOUGH = 90, 2


@rule("example.unchanged", Severity.WARNS, "記入例のままの回答", "Examples left as they are")
def unchanged(context: Context) -> Iterator[Hit]:
    """Whole sentences of the filled example in the answers to the same item: another company's facts."""
    by_item: dict[str, list[Text]] = {}
    for text in context.public_texts:
        section, name = (*text.path.split(".", 2), "")[:2]
        shape = _shapes().get(f"{section}.{name}")
        if shape is not None and any(one in _example(shape.id) for one in wordings(text.value)):
            by_item.setdefault(shape.id, []).append(text)
    for item_id, found in by_item.items():
        # One sentence may be what everybody says, such as a term explained; a paragraph is not.
        if len(found) < _ENOUGH and not any(_is_paragraph(text) for text in found):
            continue
        yield Hit(
            found[0].path,
            Phrase(
                "{id}「{title}」に、記入例のままの文が{n}件あります。",
                "{id} {title}: answers that still read as in the example: {n}.",
            ).fill(id=item_id, title=item_text(item_id).title, n=len(found)),
            Phrase(
                "記入例は別の会社の内容です。自社の内容に書き換えるか、削除してください。",
                "The example tells of another company. Rewrite it for yours, or delete it.",
            ),
        )


def _is_paragraph(text: Text) -> bool:
    return any(cell_width(one) >= _PARAGRAPH for one in wordings(text.value))


@cache
def _shapes() -> Mapping[str, ItemShape]:
    return {shape.path: shape for shape in items().values()}


@cache
def _example(item_id: str) -> frozenset[str]:
    """The wordings of an item's example that are long enough to be nobody else's."""
    return frozenset(one for one in _wordings(dict(item_text(item_id).example)) if cell_width(one) >= _LONG)


def _wordings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for one in value.values():
                yield from _wordings(one)
        case list() | tuple():
            for one in value:
                yield from _wordings(one)
