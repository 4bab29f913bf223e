"""journal.jsonl: who did what and when, each entry sealed by the hash of the one before it.

An entry is written *before* the project file it announces, so that a power cut between the two is seen as an
interrupted save and never taken for tampering.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rfp_builder.errors import Refused
from rfp_builder.i18n import Phrase
from rfp_builder.store.atomic import Stamp, stamp_of, sync_folder, write_atomic

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `project` is the SHA-256 of project.json after the action; `details` hold no secrets."""

    number: int
    at: str
    who: str
    action: str
    details: Mapping[str, object]
    project: str
    previous: str
    digest: str


@dataclass(frozen=True, slots=True)
class _Verified:
    """How far the file has been verified: whole lines up to byte `end`, the last one from byte `start`."""

    stamp: Stamp | None = None
    start: int = 0
    end: int = 0
    last_line: bytes = b""
    entries: tuple[Entry, ...] = ()
    """The newest two at most."""


class Journal:
    """The journal of one project folder.

    What was verified once is not read again while the file only grows: an open project is saved every second.
    Opening it, or `entries`, verifies every line.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._verified = _Verified()

    def append(
        self, *, at: datetime, who: str, action: str, details: Mapping[str, object], project: str
    ) -> Entry:
        """Add an entry and make it last.

        Raises:
            Refused: the journal is broken, so nothing can be added to it honestly.
        """
        last = self.last()
        self._drop_torn_line()
        number, previous = (last.number + 1, last.digest) if last else (1, GENESIS)
        body: dict[str, object] = {
            "number": number,
            "at": at.isoformat(timespec="seconds"),
            "who": who,
            "action": action,
            # As it will be read again: JSON knows no numbers as keys.
            "details": json.loads(json.dumps(dict(details))),
            "project": project,
            "previous": previous,
        }
        body["digest"] = _digest(body)
        line = _line(body)
        with self._path.open("ab") as file:
            file.write(line + b"\n")
            file.flush()
            os.fsync(file.fileno())
        sync_folder(self._path.parent)
        # Read back at once: whatever is different at the next append was not done here.
        return self.newest()[-1]

    def entries(self) -> Iterator[Entry]:
        """All entries, verified one by one.

        Raises:
            Refused: an entry was changed, removed or put in.
        """
        last: Entry | None = None
        for line in _lines(self._path.read_bytes() if self._path.exists() else b""):
            last = _following(last, line)
            yield last

    def last(self) -> Entry | None:
        """The newest entry, after verifying whatever of the chain was not verified before.

        Raises:
            Refused: the chain is broken.
        """
        newest = self.newest()
        return newest[-1] if newest else None

    def newest(self) -> tuple[Entry, ...]:
        """The newest two entries, oldest first, after verifying what was not verified before.

        Raises:
            Refused: the chain is broken.
        """
        known, stamp = self._verified, stamp_of(self._path)
        if stamp is None:
            self._verified = _Verified()
        elif stamp != known.stamp:
            with self._path.open("rb") as file:
                file.seek(known.start)
                data = file.read()
            if not _only_grew(known, stamp, data):
                known, data = _Verified(), self._path.read_bytes()
            self._verified = _verify(known, stamp, data)
        return self._verified.entries

    def _drop_torn_line(self) -> None:
        """Cut off what stands behind the last line end: it was never finished."""
        seen = self._verified
        if seen.stamp is not None and seen.stamp.size > seen.end:
            write_atomic(self._path, self._path.read_bytes()[: seen.end])


def _only_grew(known: _Verified, stamp: Stamp, data: bytes) -> bool:
    """Whether lines were added and nothing else: same file, longer, with the last known line in its place."""
    before = known.stamp
    return (
        before is not None
        and (before.device, before.inode) == (stamp.device, stamp.inode)
        and before.size < stamp.size
        and data.startswith(known.last_line)
    )


def _verify(known: _Verified, stamp: Stamp, data: bytes) -> _Verified:
    """Verify `data`, the file from the last known line on."""
    entries, start, end = known.entries, known.start, known.end
    for line in data[end - start :].split(b"\n")[:-1]:
        last = _following(entries[-1] if entries else None, line.removesuffix(b"\r"))
        entries = (*entries[-1:], last)
        start, end = end, end + len(line) + 1
    return _Verified(stamp, start, end, data[start - known.start : end - known.start], entries)


def _lines(data: bytes) -> list[bytes]:
    """Whole lines; what stands behind the last line end was never finished."""
    # A version control may have given the file the line ends of Windows.
    return [line.removesuffix(b"\r") for line in data.split(b"\n")[:-1]]


def _following(last: Entry | None, line: bytes) -> Entry:
    """The entry in the line after `last`, verified."""
    number, previous = (last.number + 1, last.digest) if last else (1, GENESIS)
    body = _parsed(line, number)
    if body["previous"] != previous or body["digest"] != _digest(body):
        raise _broken(number)
    return _entry(body)


def _parsed(line: bytes, number: int) -> dict[str, object]:
    """The entry of that number.

    To the letter as it was written: what people read in the line must be what the digest covers.
    """
    try:
        body = json.loads(line)
        if not isinstance(body, dict) or _line(body) != line:
            raise ValueError("not as it was written")
        texts = {body[name] for name in ("at", "who", "action", "project", "previous", "digest")}
        whole = set(body) == set(Entry.__dataclass_fields__) and isinstance(body["details"], dict)
        if not whole or body["number"] != number or not all(isinstance(text, str) for text in texts):
            raise ValueError("not an entry, or not this one")
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _broken(number) from None
    return body


def _line(body: Mapping[str, object]) -> bytes:
    return json.dumps(body, ensure_ascii=False).encode()


def _digest(body: Mapping[str, object]) -> str:
    sealed = {name: value for name, value in body.items() if name != "digest"}
    canonical = json.dumps(sealed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _entry(body: dict[str, object]) -> Entry:
    details = body["details"]
    assert isinstance(details, dict)
    return Entry(
        number=int(str(body["number"])),
        at=str(body["at"]),
        who=str(body["who"]),
        action=str(body["action"]),
        details=details,
        project=str(body["project"]),
        previous=str(body["previous"]),
        digest=str(body["digest"]),
    )


def _broken(number: int) -> Refused:
    return Refused(
        Phrase("記録（journal.jsonl）が壊れています。", "The journal (journal.jsonl) is broken."),
        Phrase(
            "{number}行目が、書かれたときの内容と一致しません。",
            "Line {number} is not what was written.",
        ).fill(number=number),
        Phrase(
            "journal.jsonl を控えから戻してください。手で書き換えることはできません。",
            "Restore journal.jsonl from a backup; it cannot be edited by hand.",
        ),
    )
