"""Telling what is odd about some rows of one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rfp_builder.workload.history.oddities import Oddities, OddKind, at_line

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Notes:
    """Tells what is odd about some rows of one table."""

    def __init__(self, odd: Oddities, sheet: str, line: NDArray[np.int64]) -> None:
        self._odd, self._sheet, self._line = odd, sheet, line

    def rows(self, kind: OddKind, chosen: NDArray[np.bool_], **values: object) -> None:
        """Note the chosen rows."""
        count = int(chosen.sum())
        if count:
            places = [at_line(int(number), self._sheet) for number in self._line[chosen][:5]]
            self._odd.add(kind, count, places, **values)
