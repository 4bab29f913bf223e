"""Linear programmes in whole numbers, solved by HiGHS."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from rfp_builder.workload.erlang.inputs import Flags, Floats

if TYPE_CHECKING:
    from highspy import HighsLp

NO_LIMIT = np.inf


@dataclass(frozen=True, slots=True, eq=False)
class Programme:
    """Minimise cost · x with lower ≤ matrix · x ≤ upper and 0 ≤ x ≤ most."""

    cost: Floats
    """One a variable."""
    matrix: Floats
    """Rows × variables."""
    lower: Floats
    """One a row; -inf where there is none."""
    upper: Floats
    """One a row; inf where there is none."""
    most: Floats
    """Largest value of each variable."""
    whole: Flags
    """Which variables are whole numbers."""


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """The best that was found."""

    values: Floats
    """One a variable; whole ones exactly whole."""
    cost: float
    gap: float
    """How far the cost may lie above the best possible one, as a share of it; 0 when proven best."""


def minimise(programme: Programme, time_limit_s: float, gap: float = 1e-4) -> Solution | None:
    """The cheapest solution, to within a share `gap` or the time limit; None where there is none.

    Also None where none was found in time. One thread and a fixed seed: the same question gives the same
    answer, unless the time limit ends the search.
    """
    from highspy import Highs, HighsModelStatus

    highs = Highs()  # type: ignore[no-untyped-call]
    options: tuple[tuple[str, bool | float | int], ...] = (
        ("output_flag", False),
        ("threads", 1),
        ("random_seed", 0),
        ("time_limit", time_limit_s),
        ("mip_rel_gap", gap),
    )
    for name, value in options:
        highs.setOptionValue(name, value)
    highs.passModel(_model(programme))
    highs.run()
    info = highs.getInfo()
    found = highs.getModelStatus() in (HighsModelStatus.kOptimal, HighsModelStatus.kTimeLimit)
    if not found or info.primal_solution_status != _FEASIBLE:
        return None
    values = np.asarray(highs.getSolution().col_value, dtype=np.float64)
    values = np.where(programme.whole, np.rint(values), values)
    proven = info.mip_gap if programme.whole.any() else 0.0
    return Solution(values, float(programme.cost @ values), max(0.0, float(proven)))


_FEASIBLE = 2
"""HiGHS: the solution found keeps all limits."""


def _model(programme: Programme) -> HighsLp:
    from highspy import HighsLp, HighsVarType, MatrixFormat

    rows, columns = programme.matrix.shape
    model = HighsLp()
    model.num_col_, model.num_row_ = columns, rows
    model.col_cost_ = programme.cost
    model.col_lower_, model.col_upper_ = np.zeros(columns), programme.most
    model.row_lower_, model.row_upper_ = programme.lower, programme.upper
    places = programme.matrix != 0
    starts: npt.NDArray[np.int32] = np.concatenate(([0], np.cumsum(places.sum(axis=1)))).astype(np.int32)
    model.a_matrix_.format_ = MatrixFormat.kRowwise
    model.a_matrix_.start_ = starts
    model.a_matrix_.index_ = np.nonzero(places)[1].astype(np.int32)
    model.a_matrix_.value_ = programme.matrix[places]
    kinds = (HighsVarType.kContinuous, HighsVarType.kInteger)
    model.integrality_ = [kinds[int(one)] for one in programme.whole]
    return model
