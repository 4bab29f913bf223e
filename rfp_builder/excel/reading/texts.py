"""Texts of cells: plain, in rich runs, with readings that are not part of them, and the shared list."""

from __future__ import annotations

import re

from rfp_builder.excel.gate.budget import Budget
from rfp_builder.excel.gate.package import Package
from rfp_builder.excel.gate.walk import Attributes, Walker, walk
from rfp_builder.excel.reading.names import sheet_tags

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """`text` with `_xHHHH_` turned into the character it stands for (ISO/IEC 29500-1, 22.9.2.19).

    Half a surrogate pair becomes U+FFFD, so that the result can always be written.
    """
    if "_x" not in text:
        return text
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class TextWalker(Walker):
    """Gathers the `t` elements of a text item, and leaves out those of its readings (`rPh`)."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(budget)
        self._in_reading = False
        self.opens = sheet_tags({"t": self._open_text, "rPh": self._open_reading})
        self.closes = sheet_tags({"t": self._close_text, "rPh": self._close_reading})

    def _open_text(self, attributes: Attributes) -> None:
        self.listening = not self._in_reading

    def _close_text(self) -> None:
        self.listening = False

    def _open_reading(self, attributes: Attributes) -> None:
        self._in_reading = True

    def _close_reading(self) -> None:
        self._in_reading = False


class _SharedStrings(TextWalker):
    """Gathers the texts of the shared list, in their order."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(budget)
        self.found: list[str] = []
        self.closes |= sheet_tags({"si": self._close_item})

    def _close_item(self) -> None:
        text = unescaped(self.heard())
        self.budget.spend(held=text.__sizeof__())
        self.found.append(text)


def shared_strings(package: Package, part: str, budget: Budget) -> list[str]:
    """The texts that cells refer to by their place in the list."""
    walker = _SharedStrings(budget)
    walk(package.stream(part), walker)
    return walker.found
