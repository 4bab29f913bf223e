"""A package that was let in: its parts, inflated piece by piece and only when asked for."""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from rfp_builder.excel.gate import refusals
from rfp_builder.excel.gate.archive import STORED, Entry
from rfp_builder.excel.gate.limits import LIMITS
from rfp_builder.excel.gate.refusals import Unfit

_READ = 16 * 1024
_GIVE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of one file, found by name without regard to upper and lower case, as the format wants it."""

    file_name: str
    data: bytes
    parts: Mapping[str, Entry]
    """By case-folded name."""

    @classmethod
    def of(cls, file_name: str, data: bytes, entries: Iterable[Entry]) -> Package:
        """The package whose directory is `entries`."""
        return cls(file_name, data, {entry.name.casefold(): entry for entry in entries})

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self.parts

    def stream(self, name: str) -> Iterator[bytes]:
        """The bytes of the part called `name`, at most 64 KiB at a time.

        Raises:
            Unfit: there is no such part, it is damaged, or it grows out of proportion.
        """
        entry = self.parts.get(name.casefold())
        if entry is None:
            raise Unfit(refusals.DAMAGED)
        return _inflated(self.data, entry)


def resolve(base: str, target: str) -> str:
    """The name of the part that `target` means when it is written in the part `base`."""
    joined = posixpath.join("/", posixpath.dirname(base), unquote(target.replace("\\", "/")))
    return posixpath.normpath(joined).lstrip("/")


def _inflated(data: bytes, entry: Entry) -> Iterator[bytes]:
    """The bytes of a part, counted and summed against what the directory claims."""
    allowed = min(LIMITS.part_bytes, max(LIMITS.ratio_from, entry.compressed * LIMITS.ratio))
    size = crc = 0
    for piece in _pieces(data, entry):
        size += len(piece)
        if size > allowed:
            raise Unfit(refusals.INFLATES)
        crc = zlib.crc32(piece, crc)
        yield piece
    if size != entry.size or crc != entry.crc:
        raise Unfit(refusals.DAMAGED)


def _pieces(data: bytes, entry: Entry) -> Iterator[bytes]:
    end = entry.start + entry.compressed
    if entry.method == STORED:
        for at in range(entry.start, end, _GIVE):
            yield data[at : min(at + _GIVE, end)]
        return
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for at in range(entry.start, end, _READ):
            waiting = data[at : min(at + _READ, end)]
            while waiting:
                yield inflater.decompress(waiting, _GIVE)
                waiting = inflater.unconsumed_tail
        while not inflater.eof:
            more = inflater.decompress(b"", _GIVE)
            if not more:
                raise Unfit(refusals.DAMAGED)
            yield more
    except zlib.error:
        raise Unfit(refusals.DAMAGED) from None
    if inflater.unused_data:
        raise Unfit(refusals.SUSPICIOUS_PARTS)
