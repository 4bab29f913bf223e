"""The series of a history: every combination of names that stands in its columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from rfp_builder.text.clean import clean
from rfp_builder.text.fold import fold
from rfp_builder.workload.history.column import Column
from rfp_builder.workload.history.refusals import TOO_MANY_SERIES, Unreadable
from rfp_builder.workload.history.values import Axis, Dimension, Key

if TYPE_CHECKING:
    from numpy.typing import NDArray

BLANK = "（空欄）"
MOST_SERIES = 500
_LONGEST = 80


def axis_of(column: Column) -> Axis:
    """The axis that a column of names makes."""
    return Axis(Dimension(column.role.value), shown(column.heading))


def shown(text: str) -> str:
    """A name from the file as it is kept: cleaned, on one line, of bounded length."""
    return " ".join(clean(text[: 4 * _LONGEST]).text.split())[:_LONGEST]


class Names:
    """Gathers the columns of names of one table."""

    def __init__(self) -> None:
        self._axes: list[Axis] = []
        self._names: list[list[str]] = []
        self._codes: list[NDArray[np.int64]] = []

    def add(self, axis: Axis, texts: Sequence[str], codes: NDArray[np.int32]) -> NDArray[np.bool_]:
        """Add a column and return its rows without a name; width, case and blanks make no difference."""
        places: dict[str, int] = {}
        names: list[str] = []
        by_code = np.zeros(len(texts), dtype=np.int64)
        blank = np.zeros(len(texts), dtype=bool)
        for code in np.unique(codes).tolist():
            name = shown(texts[code])
            blank[code] = not name
            name = name or BLANK
            place = places.setdefault(fold(name), len(names))
            if place == len(names):
                names.append(name)
            by_code[code] = place
        self._axes.append(axis)
        self._names.append(names)
        self._codes.append(by_code[codes])
        return blank[codes]

    def series(
        self, rows: int, parts_axis: Axis, parts: Sequence[str] | None
    ) -> tuple[tuple[Axis, ...], tuple[Key, ...], NDArray[np.int64]]:
        """Axes, keys, and the place of each row's key; with `parts` rows × parts, from headings.

        Raises:
            Unreadable: there are too many combinations.
        """
        combined = np.zeros(rows, dtype=np.int64)
        for names, codes in zip(self._names, self._codes, strict=True):
            if len(names) > MOST_SERIES:
                raise Unreadable(TOO_MANY_SERIES, limit=MOST_SERIES)
            # Made dense again each time, so that many columns cannot overflow.
            _, combined = np.unique(combined * max(1, len(names)) + codes, return_inverse=True)
        _, first, place = np.unique(combined, return_index=True, return_inverse=True)
        keys = [
            tuple(names[int(codes[row])] for names, codes in zip(self._names, self._codes, strict=True))
            for row in first.tolist()
        ]
        axes = tuple(self._axes)
        series = place[:, None]
        if parts is not None:
            axes = (*axes, parts_axis)
            keys = [(*key, shown(part)) for key in keys for part in parts]
            series = place[:, None] * len(parts) + np.arange(len(parts))
        if len(keys) > MOST_SERIES:
            raise Unreadable(TOO_MANY_SERIES, limit=MOST_SERIES)
        return axes, tuple(keys), series
