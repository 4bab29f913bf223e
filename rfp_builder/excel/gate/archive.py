"""The table of contents of a zip package, read strictly: what is ambiguous is refused.

Two programs that read one zip differently can be shown different contents. So every entry must say the same
in the directory and in its own header, and no two may share a name or a byte. Layout after APPNOTE.TXT 6.3.10
(sections 4.3.7, 4.3.12, 4.3.16).
"""

from __future__ import annotations

import stat
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from rfp_builder.excel.gate import refusals
from rfp_builder.excel.gate.limits import LIMITS
from rfp_builder.excel.gate.refusals import Unfit

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR64 = struct.Struct("<4sLQL")

_ENCRYPTED = 0x0001 | 0x0040 | 0x2000
_SIZES_FOLLOW = 0x0008
_UTF8 = 0x0800
STORED, DEFLATED = 0, 8
_FULL16, _FULL32 = 0xFFFF, 0xFFFFFFFF
_UNIX = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One part of the package: its name, where its bytes stand, and what the directory claims of it."""

    name: str
    method: int
    start: int
    compressed: int
    size: int
    crc: int


@dataclass(frozen=True, slots=True)
class _Claim:
    """What the directory says of one entry."""

    flags: int
    method: int
    crc: int
    compressed: int
    size: int
    raw_name: bytes
    header_at: int


def entries(data: bytes) -> tuple[Entry, ...]:
    """The parts of the package `data`, folders left out.

    Raises:
        Unfit: damaged, encrypted, or put together in a way that two programs could read differently.
    """
    try:
        return tuple(_entries(data))
    except (struct.error, UnicodeDecodeError):
        raise Unfit(refusals.DAMAGED) from None


def _entries(data: bytes) -> Iterator[Entry]:
    directory_at, end, count = _directory(data)
    if count > LIMITS.parts:
        raise Unfit(refusals.SUSPICIOUS_PARTS)
    seen: set[str] = set()
    spans: list[tuple[int, int]] = []
    at = directory_at
    for _ in range(count):
        claim, at = _central(data, at)
        name = _name(claim)
        start = _data_start(data, claim)
        spans.append((claim.header_at, start + claim.compressed))
        folded = name.casefold()
        if folded in seen:
            raise Unfit(refusals.SUSPICIOUS_PARTS)
        seen.add(folded)
        if not name.endswith("/"):
            yield Entry(name, claim.method, start, claim.compressed, claim.size, claim.crc)
        elif claim.size:
            raise Unfit(refusals.SUSPICIOUS_PARTS)
    if at != end:
        # Some programs read it to its end, others as many entries as it counts.
        raise Unfit(refusals.DAMAGED)
    _refuse_overlaps(spans, directory_at)


def _directory(data: bytes) -> tuple[int, int, int]:
    """Where the directory starts and ends, and how many entries it counts."""
    at = data.rfind(b"PK\x05\x06", max(0, len(data) - _END.size - _FULL16))
    if at < 0:
        raise Unfit(refusals.DAMAGED)
    _, disk, first_disk, here, count, size, start, comment = _END.unpack_from(data, at)
    end = at
    if _FULL16 in (count, here) or _FULL32 in (size, start):
        end, here, count, size, start = _directory64(data, at)
        disk = first_disk = 0
    if at + _END.size + comment != len(data) or start + size != end:
        raise Unfit(refusals.DAMAGED)
    if disk or first_disk or here != count:
        raise Unfit(refusals.DAMAGED)
    return start, end, count


def _directory64(data: bytes, end_at: int) -> tuple[int, int, int, int, int]:
    """The same from the 64-bit record, which some programs write for small files too."""
    locator_at = end_at - _LOCATOR64.size
    if locator_at < 0:
        raise Unfit(refusals.DAMAGED)
    mark, _, at, _ = _LOCATOR64.unpack_from(data, locator_at)
    if mark != b"PK\x06\x07" or at > locator_at:
        raise Unfit(refusals.DAMAGED)
    mark, _, _, _, _, _, here, count, size, start = _END64.unpack_from(data, at)
    if mark != b"PK\x06\x06":
        raise Unfit(refusals.DAMAGED)
    return at, here, count, size, start


def _central(data: bytes, at: int) -> tuple[_Claim, int]:
    """The directory's entry at `at`, and where the next one starts."""
    (mark, made_by, _, flags, method, _, _, crc, compressed, size, name_length, extra_length, comment_length,
     disk, _, attributes, header_at) = _CENTRAL.unpack_from(data, at)  # fmt: skip
    if mark != b"PK\x01\x02":
        raise Unfit(refusals.DAMAGED)
    name_at = at + _CENTRAL.size
    extra_at = name_at + name_length
    next_at = extra_at + extra_length + comment_length
    if disk not in (0, _FULL16):
        raise Unfit(refusals.DAMAGED)
    size, compressed, header_at = _widened(
        data[extra_at : extra_at + extra_length], (size, compressed, header_at)
    )
    if flags & _ENCRYPTED:
        raise Unfit(refusals.PASSWORD)
    if method not in (STORED, DEFLATED):
        raise Unfit(refusals.SUSPICIOUS_PARTS)
    kind = stat.S_IFMT(attributes >> 16) if made_by >> 8 == _UNIX else 0
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise Unfit(refusals.SUSPICIOUS_PARTS)
    return _Claim(flags, method, crc, compressed, size, data[name_at:extra_at], header_at), next_at


def _widened(extra: bytes, fields: tuple[int, int, int]) -> tuple[int, int, int]:
    """`fields` (size, compressed size, offset) with those that are full taken from the 64-bit extra field."""
    if _FULL32 not in fields:
        return fields
    at = 0
    while at + 4 <= len(extra):
        tag, length = struct.unpack_from("<HH", extra, at)
        at += 4
        if tag == 1:
            wide = (value for (value,) in struct.iter_unpack("<Q", extra[at : at + length // 8 * 8]))
            first, second, third = (next(wide, -1) if field == _FULL32 else field for field in fields)
            if min(first, second, third) < 0:
                break
            return first, second, third
        at += length
    raise Unfit(refusals.DAMAGED)


def _name(claim: _Claim) -> str:
    name = claim.raw_name.decode("utf-8" if claim.flags & _UTF8 else "cp437")
    segments = name.removesuffix("/").split("/")
    if (
        not name.isprintable()
        or len(name) > LIMITS.name_length
        or any(segment in ("", ".", "..") for segment in segments)
        or any(char in name for char in '\\:*?"<>|')
    ):
        raise Unfit(refusals.SUSPICIOUS_PARTS)
    return name


def _data_start(data: bytes, claim: _Claim) -> int:
    """Where the compressed bytes of an entry start, once its own header agrees with the directory."""
    (mark, _, flags, method, _, _, crc, compressed, size, name_length, extra_length) = _LOCAL.unpack_from(
        data, claim.header_at
    )
    name_at: int = claim.header_at + _LOCAL.size
    start: int = name_at + name_length + extra_length
    if mark != b"PK\x03\x04" or start + claim.compressed > len(data):
        raise Unfit(refusals.DAMAGED)
    if flags & _ENCRYPTED:
        raise Unfit(refusals.PASSWORD)
    if data[name_at : name_at + name_length] != claim.raw_name or method != claim.method:
        raise Unfit(refusals.SUSPICIOUS_PARTS)
    said = (crc, compressed, size)
    meant = (claim.crc, claim.compressed, claim.size)
    if not flags & _SIZES_FOLLOW and any(
        mine not in (theirs, _FULL32) for mine, theirs in zip(said, meant, strict=True)
    ):
        raise Unfit(refusals.SUSPICIOUS_PARTS)
    return start


def _refuse_overlaps(spans: list[tuple[int, int]], directory_at: int) -> None:
    reached = 0
    for start, end in sorted(spans):
        if start < reached:
            raise Unfit(refusals.SUSPICIOUS_PARTS)
        reached = end
    if reached > directory_at:
        raise Unfit(refusals.SUSPICIOUS_PARTS)
