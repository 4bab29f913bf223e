"""What reading one workbook may cost in all, however many parts the cost is spread over."""

from __future__ import annotations

from rfp_builder.excel.gate import refusals
from rfp_builder.excel.gate.limits import LIMITS
from rfp_builder.excel.gate.refusals import Unfit


class Budget:
    """Counts down tags, cells and memory over all parts of one workbook."""

    def __init__(self) -> None:
        self._tags = LIMITS.tags
        self._cells = LIMITS.cells
        self._bytes = LIMITS.held_bytes

    def spend(self, *, tags: int = 0, cells: int = 0, held: int = 0) -> None:
        """Take off what was met: XML tags, cells (empty ones too), bytes of memory kept.

        Raises:
            Unfit: one of them is used up.
        """
        self._tags -= tags
        self._cells -= cells
        self._bytes -= held
        if self._tags < 0 or self._cells < 0 or self._bytes < 0:
            raise Unfit(refusals.TOO_MUCH)
