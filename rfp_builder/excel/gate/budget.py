"""What reading one workbook may cost in all, however many parts the cost is spread over."""

from __future__ import annotations

from rfp_builder.excel.gate import refusals
from rfp_builder.excel.gate.limits import LIMITS
from rfp_builder.excel.gate.refusals import Unfit

_CELL_BYTES = 112
"""A cell without its value: the tuple, and its place in the row."""


class Budget:
    """Counts down elements, cells and memory over all parts of one workbook."""

    def __init__(self) -> None:
        self.elements = LIMITS.elements
        """XML elements that may still come; `Walker` counts them down itself, being called for each."""
        self._cells = LIMITS.cells
        self._bytes = LIMITS.held_bytes

    def cell(self) -> None:
        """One more cell element, empty or not."""
        self._cells -= 1
        if self._cells < 0:
            raise Unfit(refusals.TOO_MUCH)

    def hold(self, value: object) -> None:
        """One more cell kept, with a value of its own."""
        self._spend(_CELL_BYTES + value.__sizeof__())

    def hold_shared(self) -> None:
        """One more cell kept, whose value is held elsewhere."""
        self._spend(_CELL_BYTES)

    def hold_text(self, text: str) -> None:
        """One more text kept on its own."""
        self._spend(text.__sizeof__())

    def _spend(self, size: int) -> None:
        self._bytes -= size
        if self._bytes < 0:
            raise Unfit(refusals.TOO_MUCH)
