"""A Word file as the tests look at it: parts, paragraphs, tables."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from lxml import etree

from rfp_builder.word.xml import w


@dataclass(frozen=True, slots=True)
class Word:
    """The parts of a document, and its body."""

    parts: dict[str, bytes]
    body: etree._Element

    @classmethod
    def of(cls, data: bytes) -> Word:
        """A document from its bytes."""
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {info.filename: package.read(info) for info in package.infolist()}
        body = etree.fromstring(parts["word/document.xml"]).find(w("body"))
        assert body is not None
        return cls(parts, body)

    def paragraphs(self) -> list[tuple[str, str]]:
        """Style and text of the paragraphs outside tables."""
        return [(style_of(element), text_of(element)) for element in self.body.findall(w("p"))]

    def styled(self, style: str) -> list[str]:
        """Texts of the paragraphs of one style, outside tables."""
        return [text for name, text in self.paragraphs() if name == style]

    def tables(self) -> list[list[list[str]]]:
        """Texts of the cells, table by table and row by row."""
        return [
            [
                ["\n".join(text_of(p) for p in cell.iter(w("p"))) for cell in row.iter(w("tc"))]
                for row in table.iter(w("tr"))
            ]
            for table in self.body.iter(w("tbl"))
        ]

    def table(self, *heading: str) -> list[list[str]]:
        """The rows below the first table whose heading row begins with these texts."""
        return next(table[1:] for table in self.tables() if tuple(table[0][: len(heading)]) == heading)

    def text(self) -> str:
        """Everything in the body, paragraph by paragraph."""
        return "\n".join(text_of(element) for element in self.body.iter(w("p")))


def text_of(element: etree._Element) -> str:
    """The text of a paragraph with its line ends and tabs."""
    shown = {w("br"): "\n", w("tab"): "\t"}
    inside = (
        child
        for child in element.iter(w("t"), w("br"), w("tab"))
        if (parent := child.getparent()) is not None and parent.tag == w("r")
    )
    return "".join(shown.get(str(child.tag), child.text or "") for child in inside)


def style_of(paragraph: etree._Element) -> str:
    """The id of a paragraph's style."""
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else str(style.get(w("val")))
