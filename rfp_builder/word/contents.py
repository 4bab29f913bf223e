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
_MARK = "_RfpContents"
PLACEHOLDER = Markup(f'<w:p><w:bookmarkStart w:id="0" w:name="{_MARK}"/><w:bookmarkEnd w:id="0"/></w:p>')
"""Stands for the list until the headings are known."""


@dataclass(frozen=True, slots=True)
class _Heading:
    level: int
    text: str
    anchor: str


def fill_contents(root: etree._Element, styles: Styles) -> None:
    """Bookmark the headings of a document, in place, and put the list where the placeholder stands."""
    levels = {styles[f"heading {level}"]: level for level in range(1, _DEPTH + 1)}
    place = None
    headings: list[_Heading] = []
    for paragraph in _top_paragraphs(root):
        first = paragraph[0] if len(paragraph) else None
        if first is None:
            continue
        if first.get(w("name")) == _MARK:
            place = paragraph
            continue
        style = first.find(w("pStyle"))
        level = levels.get(str(style.get(w("val")))) if style is not None else None
        if level is not None:
            headings.append(_bookmark(paragraph, level, len(headings) + 1))
    if place is None:
        return
    for line in _lines(headings, styles):
        place.addprevious(line)
    parent = place.getparent()
    assert parent is not None
    parent.remove(place)


def _top_paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs of the body itself; headings do not stand in tables."""
    body = root.find(w("body"))
    if body is not None:
        yield from body.findall(w("p"))


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
