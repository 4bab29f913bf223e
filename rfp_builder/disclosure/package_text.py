"""Everything readable in a finished Word or Excel file, part by part, wherever it hides.

Texts of a paragraph or cell are joined across their runs; readings, deleted text and field codes that stand
between the runs are read by themselves. Attributes, names, comments, processing instructions, properties,
files within the file, what is not XML and what stands between the parts of the package are read as well.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

# Elements that hold one connected text: paragraphs, strings, comments, values, formulas.
_JOINED = frozenset({"p", "si", "is", "text", "div", "v", "f"})
# What stands inside a connected text without being part of it.
_ASIDE = frozenset({"rPh", "rt", "delText", "instrText", "delInstrText"})
# Sizes and positions of drawings and fonts: numbers that nobody wrote.
_LAYOUT = frozenset({"cx", "cy", "x", "y", "id", "rId", "w", "h", "ht", "width", "sz", "pos"})
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_SHORT_NUMBER = re.compile(r"-?\d{1,5}")
_REFERENCE = re.compile(r"[A-Z]{1,3}\d{1,7}")
_ENCODINGS = ("utf-8", "cp932", "utf-16-le", "utf-16-be")
_LOCAL_HEADER = 30
_NESTING = 3


@dataclass(frozen=True, slots=True)
class Segment:
    """A connected text of a file and where it stands.

    `body`: whether it goes on in the next segment of the part that is body too, as paragraphs and cells do.
    """

    part: str
    text: str
    body: bool = False


def segments(file_name: str, data: bytes) -> Iterator[Segment]:
    """All connected texts of the file called `file_name`."""
    yield Segment("file name", file_name)
    yield from _of_package("", data, _NESTING)


def _of_package(within: str, data: bytes, deeper: int) -> Iterator[Segment]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for text in _decoded(_between_the_parts(package, data)):
            yield Segment(f"{within}package", text)
        for info in package.infolist():
            part = within + info.filename
            yield Segment("part name", info.filename)
            content = package.read(info)
            if content.startswith(b"PK\x03\x04") and deeper:
                yield from _of_package(f"{part}/", content, deeper - 1)
            else:
                yield from _of_part(part, content)


def _between_the_parts(package: zipfile.ZipFile, data: bytes) -> bytes:
    """All bytes that are no part's content: headers, extra fields, comments, and what nobody refers to."""
    rest, position = [], 0
    for info in sorted(package.infolist(), key=lambda one: one.header_offset):
        name_length, extra_length = struct.unpack_from("<HH", data, info.header_offset + 26)
        start = info.header_offset + _LOCAL_HEADER + name_length + extra_length
        rest.append(data[position:start])
        position = max(position, start + info.compress_size)
    return b"\n".join([*rest, data[position:]])


def _decoded(data: bytes) -> Iterator[str]:
    """What the bytes say in every encoding that Office files use; two-byte ones from both alignments."""
    for encoding in _ENCODINGS:
        yield data.decode(encoding, "ignore")
        if encoding.startswith("utf-16"):
            yield data[1:].decode(encoding, "ignore")


def _of_part(part: str, data: bytes) -> Iterator[Segment]:
    collector = _Collector()
    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    parser.StartElementHandler = collector.start
    parser.EndElementHandler = collector.end
    parser.CharacterDataHandler = collector.characters
    parser.CommentHandler = collector.loose
    parser.ProcessingInstructionHandler = collector.instruction
    parser.StartDoctypeDeclHandler = collector.doctype
    try:
        parser.Parse(data, True)
        whole = not collector.declares
    except (expat.ExpatError, ValueError, LookupError):
        # Not XML, damaged, or in an encoding that the parser does not know.
        whole = False
    for text in collector.finish():
        yield Segment(part, text, body=True)
    for text in collector.asides:
        yield Segment(part, text)
    for text in () if whole else _decoded(data):
        yield Segment(part, text)


class _Collector:
    """Gathers the texts of one XML part. Called for each of its elements, so that every look-up counts."""

    def __init__(self) -> None:
        self.asides: list[str] = []
        self.declares = False
        self._shared = False
        self._body: list[str] = []
        self._open: list[list[str]] = [[]]
        self._kinds: dict[str, bool | None] = {}
        self._names: set[str] = set()
        self._attributes: set[tuple[str, ...]] = set()

    def start(self, tag: str, attributes: list[str]) -> None:
        if tag == "c":
            # A cell: its reference says nothing, and neither does the number of a shared string.
            self._shared = attributes[-2:] == ["t", "s"]
            if attributes[:1] == ["r"] and _REFERENCE.fullmatch(attributes[1]):
                attributes = attributes[2:]
        if attributes and (listed := tuple(attributes)) not in self._attributes:
            self._attributes.add(listed)
            self.asides += [
                value
                for name, value in zip(listed[::2], listed[1::2], strict=True)
                if not _is_layout(name, value)
            ]
            self._names.update(listed[::2])
        if tag not in self._kinds:
            self._meet(tag)
        if self._kinds[tag] is not None:
            self._open.append([])

    def end(self, tag: str) -> None:
        kind = self._kinds[tag]
        if kind is not None:
            pieces = self._open.pop()
            if not (self._shared and tag == "v" and "".join(pieces).isdecimal()):
                self._flush(pieces, body=kind)
        elif len(self._open) == 1 and self._open[0]:
            self._flush(self._open[0], body=True)
            self._open[0] = []

    def characters(self, text: str) -> None:
        self._open[-1].append(text)

    def loose(self, text: str) -> None:
        self.asides.append(text)

    def instruction(self, target: str, text: str) -> None:
        self.asides.append(f"{target} {text}")

    def doctype(self, *_: object) -> None:
        self.declares = True

    def finish(self) -> list[str]:
        """The connected texts in order, those of elements that were never closed too."""
        for pieces in self._open:
            self._flush(pieces, body=True)
        self._open = [[]]
        self.asides += sorted(self._names)
        return self._body

    def _meet(self, tag: str) -> None:
        """Whether elements of that name hold a connected text (True), an aside (False) or neither (None)."""
        local = tag.rpartition(":")[2]
        self._kinds[tag] = True if local in _JOINED else False if local in _ASIDE else None
        self.asides.append(tag)

    def _flush(self, pieces: list[str], *, body: bool) -> None:
        text = "".join(pieces)
        if text and not text.isspace():
            (self._body if body else self.asides).append(text)


def _is_layout(name: str, value: str) -> bool:
    local = name.rpartition(":")[2]
    # `val` may hold a document variable as well as a font size.
    return (local == "val" and _SHORT_NUMBER.fullmatch(value) is not None) or (
        local in _LAYOUT and _NUMBER.fullmatch(value) is not None
    )
