"""What a template may carry into a document, and what stays behind.

Left behind: comments, authors, revision ids, bookmarks, data bindings. Refused: what runs, links out or
changes by itself when the document is opened.
"""

from __future__ import annotations

import re

from lxml import etree

from rfp_builder.i18n import Phrase
from rfp_builder.word.refusals import refused
from rfp_builder.word.xml import w

_LEFT_BEHIND = frozenset(
    w(name)
    for name in (
        *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"),
        *("proofErr", "permStart", "permEnd", "bookmarkStart", "bookmarkEnd"),
        *("dataBinding", "lastRenderedPageBreak", "rsids", "rsid"),
        *("embedRegular", "embedBold", "embedItalic", "embedBoldItalic"),
    )
)
_TRACKED = frozenset(
    w(name)
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"),
        *("rPrChange", "pPrChange", "tblPrChange", "tcPrChange", "trPrChange", "sectPrChange"),
        *("tblGridChange", "tblPrExChange", "numberingChange"),
    )
)
_ACTIVE = frozenset(
    w(name) for name in ("altChunk", "object", "control", "subDoc", "footnoteReference", "endnoteReference")
)
_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF"})
_FOREIGN_IDS = re.compile(r"\}(rsid\w*|paraId|textId)$")

_TRACKED_WHY = Phrase("変更履歴が残っています。", "It holds tracked changes.")
_TRACKED_REMEDY = Phrase(
    "Wordの［校閲］で変更履歴をすべて反映し、保存し直してください。",
    "Accept all changes under Review in Word, then save it again.",
)
_ACTIVE_WHY = Phrase(
    "埋め込みオブジェクト、外部文書の取り込み、脚注のいずれか（{what}）が含まれています。",
    "It holds an embedded object, imported document or footnote ({what}).",
)
_FIELD_WHY = Phrase(
    "使えないフィールド（{what}）が含まれています。", "It holds a field that may not be used ({what})."
)
_REMOVE = Phrase("該当するものを削除し、保存し直してください。", "Remove it and save the template again.")


def sanitize(root: etree._Element) -> None:
    """Take out, in place, what must not travel on.

    Raises:
        Refused: tracked changes, embedded or imported content, or a field that reaches outside.
    """
    _refuse_active(root)
    for element in list(root.iter(*_LEFT_BEHIND)):
        _remove(element)
    for element in root.iter():
        for name in [name for name in element.attrib if _FOREIGN_IDS.search(str(name))]:
            del element.attrib[name]


def _refuse_active(root: etree._Element) -> None:
    if next(root.iter(*_TRACKED), None) is not None:
        raise refused(_TRACKED_WHY, _TRACKED_REMEDY)
    for element in root.iter(*_ACTIVE):
        raise refused(_ACTIVE_WHY.fill(what=etree.QName(element).localname), _REMOVE)
    for code in _field_codes(root):
        word = (code.split() or [""])[0].upper()
        if word not in _FIELDS:
            raise refused(_FIELD_WHY.fill(what=word), _REMOVE)


def _field_codes(root: etree._Element) -> list[str]:
    """The codes of all fields, those that Word split over several runs joined."""
    codes = [str(field.get(w("instr"), "")) for field in root.iter(w("fldSimple"))]
    pieces: list[str] = []
    for element in root.iter(w("instrText"), w("fldChar")):
        if element.tag == w("instrText"):
            pieces.append(element.text or "")
        elif pieces:
            codes.append("".join(pieces))
            pieces = []
    return [*codes, *(["".join(pieces)] if pieces else [])]


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    # A run that held nothing but the mark of a comment goes as a whole.
    if parent.tag == w("r") and all(child is element or child.tag == w("rPr") for child in parent):
        element, grand = parent, parent.getparent()
        if grand is None:
            return
        parent = grand
    parent.remove(element)
