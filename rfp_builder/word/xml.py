"""Reading XML strictly, and turning what people wrote into XML to the letter."""

from __future__ import annotations

from xml.parsers import expat

from lxml import etree

from rfp_builder.i18n import Phrase
from rfp_builder.word.refusals import refused

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_BROKEN = Phrase("「{part}」のXMLが壊れています。", "The XML of “{part}” is broken.")
_DOCTYPE = Phrase(
    "「{part}」に、Wordが使わない宣言（DOCTYPE）が含まれています。",
    "“{part}” holds a declaration that Word never writes (DOCTYPE).",
)
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


class _DeclaredError(Exception):
    """Stops the reader at a DOCTYPE, before any entity of it is looked at."""


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def parse_foreign(part: str, data: bytes) -> etree._Element:
    """The root of a part that somebody else wrote, without its comments and processing instructions.

    Raises:
        Refused: not well-formed, or with a DOCTYPE.
    """
    reader = expat.ParserCreate()
    reader.StartDoctypeDeclHandler = _refuse_doctype
    try:
        reader.Parse(data, True)
        return parse(data)
    except _DeclaredError:
        raise refused(_DOCTYPE.fill(part=part)) from None
    except (expat.ExpatError, etree.XMLSyntaxError, ValueError, LookupError):
        raise refused(_BROKEN.fill(part=part)) from None


def parse(data: bytes, *, keep_instructions: bool = False) -> etree._Element:
    """The root of our own XML, read without mercy.

    Raises:
        lxml.etree.XMLSyntaxError: not well-formed.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=not keep_instructions,
    )
    return etree.fromstring(data, parser)


def to_bytes(root: etree._Element) -> bytes:
    """The part as it is stored."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def letters(text: str) -> str:
    """Text for inside ``<w:t>``: escaped, its line ends and tabs as Word's own."""
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if "\n" in shown or "\t" in shown:
        return shown.replace("\n", _BREAK).replace("\t", _TAB)
    return shown


def text_element(text: str) -> str:
    """The content of a run; Word cuts spaces at either end unless told otherwise."""
    shown = letters(text)
    if text[:1].isspace() or text[-1:].isspace() or "<" in shown:
        return f'<w:t xml:space="preserve">{shown}</w:t>'
    return f"<w:t>{shown}</w:t>"


def _refuse_doctype(*_: object) -> None:
    raise _DeclaredError
