"""What the formulas take: one meaning for each argument, checked before anything is computed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Phrase

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Numbers = float | Sequence[float] | Floats | Integers
"""A number, or many of them."""

_WHAT = Phrase("必要人数を計算できません。", "The staffing cannot be worked out.")
_REMEDY = Phrase("入力した値を確かめてください。", "Check the values that were given.")
_LOAD = Phrase(
    "業務量（アーラン）は0以上の数値にしてください。", "The load in erlangs must be a number of 0 or more."
)
_AGENTS = Phrase("人数は0以上にしてください。", "The number of agents must be 0 or more.")
_AHT = Phrase(
    "平均処理時間は0秒より長くしてください。", "The average handling time must be longer than 0 seconds."
)
_TARGET = Phrase(
    "サービスレベルの目標は0%より大きく100%より小さくしてください。100%を保証できる人数はありません。",
    "The service level to reach must be above 0% and below 100%: no number of agents guarantees 100%.",
)
_WITHIN = Phrase(
    "目標の応答時間は0秒以上にしてください。", "The time to answer within must be 0 seconds or more."
)
_PATIENCE = Phrase(
    "顧客が電話を切るまでに待つ時間の平均は、0秒より長くしてください。",
    "The average patience of callers must be longer than 0 seconds.",
)
_CAP = Phrase(
    "占有率の上限は0%より大きく100%以下にしてください。",
    "The occupancy cap must be above 0% and at most 100%.",
)


class Unworkable(WrongUse):
    """A number that staffing cannot be worked out with."""

    def __init__(self, why: Phrase) -> None:
        super().__init__(_WHAT, why, _REMEDY)


def loads(values: Numbers) -> Floats:
    """Loads in erlangs, 0 or more. Raises `Unworkable`."""
    return _checked(values, _LOAD, zero=True)


def agent_counts(values: Numbers) -> Floats:
    """Numbers of agents, 0 or more. Raises `Unworkable`."""
    return _checked(values, _AGENTS, zero=True)


def handling_times(values: Numbers) -> Floats:
    """Average handling times in seconds. Raises `Unworkable`."""
    return _checked(values, _AHT)


def targets(values: Numbers) -> Floats:
    """Service levels to reach, as shares above 0 and below 1. Raises `Unworkable`."""
    return _checked(values, _TARGET, below=1.0)


def answer_times(values: Numbers) -> Floats:
    """Times to answer within, in seconds, 0 or more. Raises `Unworkable`."""
    return _checked(values, _WITHIN, zero=True)


def patiences(values: Numbers) -> Floats:
    """Average patience of callers in seconds. Raises `Unworkable`."""
    return _checked(values, _PATIENCE)


def occupancy_caps(values: Numbers) -> Floats:
    """Highest occupancies, as shares above 0 and up to 1. Raises `Unworkable`."""
    return _checked(values, _CAP, below=np.nextafter(1.0, 2.0))


def _checked(values: Numbers, why: Phrase, *, zero: bool = False, below: float = np.inf) -> Floats:
    found = np.asarray(values, dtype=np.float64)
    # Comparisons with a value that is no number are false, so those are refused too.
    low_enough = found < below
    high_enough = found >= 0 if zero else found > 0
    if not bool(np.all(low_enough & high_enough)):
        raise Unworkable(why)
    return found
