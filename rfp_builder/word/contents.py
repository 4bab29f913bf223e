"""The list of contents: filled and linked from the headings of the finished document.

It is right at once: Word has nothing to update when it opens the file. Updated by hand (F9), the field adds
page numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree
from markupsafe import Markup

from rfp_builder.word.styles import Styles
from rfp_builder.word.xml import W, letters, parse, w

_DEPTH = 3
_MARK = "contents"
PLACEHOLDER = Markup(f"<?{_MARK}?>")
"""Stands for the list until the headings are known; no text can look like it, as texts are escaped."""


@dataclass(frozen=True, slots=True)
class _Heading:
    level: int
    text: str
    anchor: str


def fill_contents(root: etree._Element, styles: Styles) -> None:
    """Bookmark the headings of a document, in place, and put the list where the placeholder stands.

    Looked at are the paragraphs of the body itself; headings do not stand in tables.
    """
    levels = {styles[f"heading {level}"]: level for level in range(1, _DEPTH + 1)}
    body = root.find(w("body"))
    place = None
    headings: list[_Heading] = []
    for child in body if body is not None else ():
        if isinstance(child, etree._ProcessingInstruction):
            place = child if child.target == _MARK else place
        elif child.tag == w("p") and (level := levels.get(_style_of(child))):
            headings.append(_bookmark(child, level, len(headings) + 1))
    if body is None or place is None:
        return
    for line in _lines(headings, styles):
        place.addprevious(line)
    body.remove(place)


def _style_of(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else str(style.get(w("val"), ""))


def _bookmark(paragraph: etree._Element, level: int, number: int) -> _Heading:
    anchor = f"_Toc{1000 + number}"
    start = etree.Element(w("bookmarkStart"))
    start.set(w("id"), str(number))
    start.set(w("name"), anchor)
    end = etree.SubElement(paragraph, w("bookmarkEnd"))
    end.set(w("id"), str(number))
    paragraph.insert(1, start)
    pieces = (
        "\t" if element.tag == w("tab") else " " if element.tag == w("br") else element.text or ""
        for element in paragraph.iter(w("t"), w("tab"), w("br"))
        if element.getparent() is not None and element.getparent().tag == w("r")  # type: ignore[union-attr]
    )
    return _Heading(level, "".join(pieces), anchor)


def _lines(headings: Sequence[_Heading], styles: Styles) -> Iterator[etree._Element]:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{_DEPTH}" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    for number, heading in enumerate(headings, start=1):
        yield parse(
            f'<w:p xmlns:w="{W}"><w:pPr><w:pStyle w:val="{styles[f"toc {heading.level}"]}"/></w:pPr>'
            f"{begin if number == 1 else ''}"
            f'<w:hyperlink w:anchor="{heading.anchor}" w:history="1"><w:r><w:t xml:space="preserve">'
            f"{letters(heading.text)}</w:t></w:r></w:hyperlink>"
            f"{end if number == len(headings) else ''}</w:p>".encode()
        )
