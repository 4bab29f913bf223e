"""What a document says about itself, and how Word opens it: written by us, never taken from a template."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lxml import etree

from rfp_builder.i18n import Lang
from rfp_builder.word.xml import W, to_bytes, w

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_DCTERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_LOCALES = {Lang.JA: "ja-JP", Lang.EN: "en-GB"}
_WORD_2013 = "15"


@dataclass(frozen=True, slots=True)
class Properties:
    """Title, issuer, language and day of a document."""

    title: str
    issuer: str
    lang: Lang
    day: date


def core_part(properties: Properties) -> bytes:
    """docProps/core.xml; created and changed at the start of the day, as nobody needs the minute."""
    root = etree.Element(
        f"{{{_CP}}}coreProperties", nsmap={"cp": _CP, "dc": _DC, "dcterms": _DCTERMS, "xsi": _XSI}
    )
    for name, text in (
        ("title", properties.title),
        ("creator", properties.issuer),
        ("language", _LOCALES[properties.lang]),
    ):
        etree.SubElement(root, f"{{{_DC}}}{name}").text = " ".join(text.split())
    for name in ("created", "modified"):
        element = etree.SubElement(root, f"{{{_DCTERMS}}}{name}")
        element.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
        element.text = f"{properties.day.isoformat()}T00:00:00Z"
    return to_bytes(root)


def settings_part(even_and_odd: bool) -> bytes:
    """word/settings.xml: nothing to update, nothing to ask, the layout of Word 2013 and later."""
    root = etree.Element(w("settings"), nsmap={"w": W})
    if even_and_odd:
        etree.SubElement(root, w("evenAndOddHeaders"))
    etree.SubElement(root, w("defaultTabStop")).set(w("val"), "840")
    etree.SubElement(root, w("characterSpacingControl")).set(w("val"), "compressPunctuation")
    compat = etree.SubElement(root, w("compat"))
    setting = etree.SubElement(compat, w("compatSetting"))
    setting.set(w("name"), "compatibilityMode")
    setting.set(w("uri"), "http://schemas.microsoft.com/office/word")
    setting.set(w("val"), _WORD_2013)
    etree.SubElement(root, w("themeFontLang")).set(w("eastAsia"), "ja-JP")
    return to_bytes(root)
