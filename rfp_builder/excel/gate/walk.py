"""Walk through an XML part of an untrusted file: no DOCTYPE, no entities, nothing without a bound."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from xml.parsers import expat

from rfp_builder.excel.gate import refusals
from rfp_builder.excel.gate.budget import Budget
from rfp_builder.excel.gate.limits import LIMITS
from rfp_builder.excel.gate.refusals import Unfit

Attributes = dict[str, str]

_ENCODINGS = ("utf-8", "utf-16", "us-ascii", "ascii")


class Walker:
    """What to do at the tags of one kind of part: fill `opens` and `closes` with handlers.

    Names are "namespace local"; attributes without a prefix are plain. Text is kept while `listening`.
    """

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.opens: dict[str, Callable[[Attributes], None]] = {}
        self.closes: dict[str, Callable[[], None]] = {}
        self.listening = False
        self.pieces: list[str] = []
        self._room = LIMITS.depth

    def open(self, name: str, attributes: Attributes) -> None:
        """The parser met a start tag."""
        self._room -= 1
        if self._room < 0:
            raise Unfit(refusals.TOO_MUCH)
        handler = self.opens.get(name)
        if handler is not None:
            handler(attributes)

    def close(self, name: str) -> None:
        """The parser met an end tag."""
        self._room += 1
        handler = self.closes.get(name)
        if handler is not None:
            handler()

    def text(self, piece: str) -> None:
        """The parser met text."""
        if self.listening:
            self.pieces.append(piece)

    def heard(self) -> str:
        """Stop listening and return what was heard."""
        heard = "".join(self.pieces)
        self.pieces.clear()
        self.listening = False
        return heard


def walk(chunks: Iterable[bytes], walker: Walker) -> None:
    """Send `walker` through the XML in `chunks`.

    Raises:
        Unfit: not well-formed, with a DOCTYPE, in an encoding the format does not know, or beyond a bound.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = walker.open
    parser.EndElementHandler = walker.close
    parser.CharacterDataHandler = walker.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.XmlDeclHandler = _require_unicode
    fed = 0
    try:
        for chunk in chunks:
            walker.budget.spend(tags=chunk.count(b"<"))
            parser.Parse(chunk, False)
            fed += len(chunk)
            # A tag that never ends would be scanned from its start again with every chunk.
            if fed - parser.CurrentByteIndex > LIMITS.token_bytes:
                raise Unfit(refusals.INFLATES)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise Unfit(refusals.DAMAGED) from None


def _refuse_doctype(
    name: str, system_id: str | None, public_id: str | None, has_internal_subset: bool
) -> None:
    raise Unfit(refusals.FOREIGN_DECLARATION)


def _require_unicode(version: str, encoding: str | None, standalone: int) -> None:
    if encoding is not None and encoding.lower() not in _ENCODINGS:
        raise Unfit(refusals.DAMAGED)
