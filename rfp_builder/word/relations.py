"""Which parts of a template are carried into a document, and how they hang together."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from rfp_builder.word.xml import parse_foreign

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "application/vnd.openxmlformats-package."
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."

CARRIED = frozenset({"styles", "numbering", "fontTable", "theme", "header", "footer", "image"})
_CONTENT = {
    **{
        kind: f"{_WORD}{kind}+xml"
        for kind in ("styles", "numbering", "fontTable", "header", "footer", "settings")
    },
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "document": f"{_WORD}document.main+xml",
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
}
_PICTURES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif"}
_LINKS = ("https://", "http://", "mailto:")


@dataclass(frozen=True, slots=True)
class Relation:
    """A reference from one part to another, or to an address; `kind` is the last word of its type."""

    id: str
    kind: str
    target: str
    """Name of the part, or the address."""
    external: bool = False


def relations_of(part: str, parts: Mapping[str, bytes]) -> Iterator[Relation]:
    """The references of a part that are carried on; all others are as if they were not there.

    Raises:
        Refused: the list of references is broken.
    """
    name = _list_name(part)
    if name not in parts:
        return
    for element in parse_foreign(name, parts[name]):
        target, kind = element.get("Target", ""), element.get("Type", "").rpartition("/")[2]
        key = element.get("Id", "")
        if element.get("TargetMode") == "External":
            if kind == "hyperlink" and target.startswith(_LINKS):
                yield Relation(key, kind, target, external=True)
            continue
        resolved = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
        known = resolved in parts and resolved.startswith("word/")
        if known and kind in CARRIED and (kind != "image" or _extension(resolved) in _PICTURES):
            yield Relation(key, kind, resolved)


def relations_part(part: str, relations: Iterable[Relation]) -> tuple[str, bytes]:
    """Name and content of the list of references of a part."""
    lines = []
    for relation in sorted(relations, key=lambda relation: relation.id):
        type_ = _CORE if relation.kind == "core" else _OFFICE + _office_name(relation.kind)
        target = relation.target if relation.external else f"/{relation.target}"
        mode = ' TargetMode="External"' if relation.external else ""
        lines.append(
            f"<Relationship Id={quoteattr(relation.id)} Type={quoteattr(type_)}"
            f" Target={quoteattr(target)}{mode}/>"
        )
    return _list_name(part), _document("Relationships", _RELATIONS, lines)


def content_types(kinds: Mapping[str, str]) -> bytes:
    """The list of types of a package; `kinds` gives the kind of each part that is no list of references."""
    extensions = {"rels": f"{_PACKAGE}relationships+xml", "xml": "application/xml"}
    extensions |= {ext: _PICTURES[ext] for ext in map(_extension, kinds) if ext in _PICTURES}
    defaults = [
        f"<Default Extension={quoteattr(extension)} ContentType={quoteattr(type_)}/>"
        for extension, type_ in sorted(extensions.items())
    ]
    overrides = [
        f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(_CONTENT[kind])}/>"
        for name, kind in sorted(kinds.items())
        if kind in _CONTENT
    ]
    return _document("Types", _TYPES, defaults + overrides)


def _document(root: str, namespace: str, lines: Iterable[str]) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{head}\n<{root} xmlns="{namespace}">{"".join(lines)}</{root}>'.encode()


def _office_name(kind: str) -> str:
    return "officeDocument" if kind == "document" else kind


def _list_name(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _extension(name: str) -> str:
    return name.rpartition(".")[2].lower()
