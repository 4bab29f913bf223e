"""The watermark of drafts: always in the template, where it can be restyled; of documents only in drafts."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from rfp_builder.word.xml import w

_NAME = "PowerPlusWaterMarkObject"
"""What Word itself calls the shapes that its command Watermark makes."""


def has_watermark(root: etree._Element) -> bool:
    """Whether a header holds one."""
    return next(_marks(root), None) is not None


def drop_watermark(root: etree._Element) -> None:
    """Take every watermark out of a header, in place."""
    for mark in list(_marks(root)):
        run = next(mark.iterancestors(w("r")), None)
        parent = run.getparent() if run is not None else None
        if run is not None and parent is not None:
            parent.remove(run)


def _marks(root: etree._Element) -> Iterator[etree._Element]:
    for element in root.iter():
        if any(str(element.get(name, "")).startswith(_NAME) for name in ("id", "name")):
            yield element
