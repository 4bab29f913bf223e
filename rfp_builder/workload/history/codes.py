"""Texts as numbers: each different text of a column gets a code, and is read once however often it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


class _Index(dict[str, int]):
    def __missing__(self, text: str) -> int:
        code = self[text] = len(self)
        return code


class Codes:
    """The codes of some texts, in the order in which they were met."""

    def __init__(self) -> None:
        self._index = _Index()
        self._pieces: list[NDArray[np.int32]] = []

    def add(self, texts: Iterable[str], count: int) -> None:
        """Add `count` texts."""
        self._pieces.append(np.fromiter(map(self._index.__getitem__, texts), np.int32, count))

    @property
    def texts(self) -> Sequence[str]:
        """The different texts; the code is the place."""
        return list(self._index)

    def codes(self) -> NDArray[np.int32]:
        """One code for each text added."""
        return np.concatenate(self._pieces) if self._pieces else np.zeros(0, np.int32)

    def all(self) -> Sequence[str]:
        """Every text, as often as it was added."""
        texts = self.texts
        return [texts[code] for code in self.codes().tolist()]

    def at(self, places: NDArray[np.int64]) -> Codes:
        """The texts at some places, in their order; a blank for a place below 0."""
        made = Codes()
        made._index = _Index(self._index)
        blank = made._index[""]
        codes = self.codes()
        here = codes[np.maximum(places, 0)] if len(codes) else np.zeros(len(places), np.int32)
        made._pieces = [np.where(places < 0, blank, here).astype(np.int32)]
        return made

    def read(self, meaning: Callable[[str], int]) -> NDArray[np.int64]:
        """`meaning` of each different text, by its code."""
        return np.fromiter(map(meaning, self._index), np.int64, len(self._index))
