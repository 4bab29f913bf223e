"""Everything readable in a finished Word or Excel file, part by part, wherever it hides.

Texts of a paragraph or cell are joined across their runs. Attributes, comments, processing instructions,
properties, names of parts and what is not XML are read as well.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

# Elements that hold one connected text: paragraphs, shared and inline strings, cells.
_JOINED = frozenset({"p", "si", "is", "c"})
# Sizes and positions of drawings and fonts: numbers that nobody wrote.
_LAYOUT = frozenset({"cx", "cy", "x", "y", "id", "rId", "w", "h", "val", "ht", "width", "sz"})
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Segment:
    """A connected text of a file and where it stands."""

    part: str
    text: str


def segments(file_name: str, data: bytes) -> Iterator[Segment]:
    """All connected texts of the file called `file_name`."""
    yield Segment("file name", file_name)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        yield Segment("package comment", package.comment.decode("utf-8", "replace"))
        for info in package.infolist():
            yield Segment("part name", info.filename)
            for extra in (info.comment, info.extra):
                if extra:
                    yield Segment(info.filename, extra.decode("utf-8", "replace"))
            yield from _of_part(info.filename, package.read(info))


def _of_part(name: str, data: bytes) -> Iterator[Segment]:
    collector = _Collector()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    parser.StartElementHandler = collector.start
    parser.EndElementHandler = collector.end
    parser.CharacterDataHandler = collector.characters
    parser.CommentHandler = collector.loose
    parser.ProcessingInstructionHandler = collector.instruction
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "cp932"):
            yield Segment(name, data.decode(encoding, "ignore"))
        return
    for text in collector.texts:
        yield Segment(name, text)


class _Collector:
    def __init__(self) -> None:
        self.texts: list[str] = []
        self._open: list[list[str]] = [[]]

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        for name, value in attributes.items():
            if not (_NUMBER.fullmatch(value) and name.rpartition("}")[2] in _LAYOUT):
                self.texts.append(value)
        if tag.rpartition("}")[2] in _JOINED:
            self._open.append([])

    def end(self, tag: str) -> None:
        if tag.rpartition("}")[2] in _JOINED:
            self._flush(self._open.pop())
        elif len(self._open) == 1:
            self._flush(self._open[0])
            self._open[0] = []

    def characters(self, text: str) -> None:
        self._open[-1].append(text)

    def loose(self, text: str) -> None:
        self.texts.append(text)

    def instruction(self, target: str, text: str) -> None:
        self.texts.append(f"{target} {text}")

    def _flush(self, pieces: list[str]) -> None:
        text = "".join(pieces)
        if text and not text.isspace():
            self.texts.append(text)
