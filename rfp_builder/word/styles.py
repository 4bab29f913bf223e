"""Styles of a template by the name that Word shows: Japanese Word gives them other ids when it saves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from rfp_builder.word.xml import w


@dataclass(frozen=True, slots=True)
class Styles:
    """Ids of styles by folded name."""

    ids: Mapping[str, str]

    @classmethod
    def of(cls, root: etree._Element) -> Styles:
        """The styles of a styles part."""
        ids: dict[str, str] = {}
        for style in root.iter(w("style")):
            name = style.find(w("name"))
            if name is not None:
                ids[str(name.get(w("val"), "")).casefold()] = str(style.get(w("styleId"), ""))
        return cls(ids)

    def __getitem__(self, name: str) -> str:
        """The id of a style; where the template has lost it, one that Word takes for its default."""
        return self.ids.get(name.casefold(), name.replace(" ", ""))


def style_id(name: str) -> str:
    """The id of a style in the delivered templates."""
    return "".join(word[:1].upper() + word[1:] for word in name.split())
