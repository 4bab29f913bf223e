"""Loads that a forecast with an error will not exceed: staffing at the point forecast hides the risk."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np

from rfp_builder.workload.erlang import inputs
from rfp_builder.workload.erlang.inputs import Floats, Numbers


def load_at_risk(load: Numbers, error: float, certainty: float) -> Floats:
    """The load that is not exceeded with `certainty` (0.5 for P50, 0.8 for P80), in erlangs.

    `error` is the standard error of the forecast as a share of it, such as 0.05, with normally distributed
    errors. At 300 seconds a call, 500 erlangs staffed for 80/20 come to 58 % on average where the forecast
    has a standard error of 5 %, which is why P80 belongs beside P50.

    Raises `Unworkable` for loads that are none.
    """
    if not (0 <= error < np.inf and 0 < certainty < 1):
        raise ValueError("error must be 0 or more, certainty between 0 and 1")
    return np.maximum(inputs.loads(load) * (1 + error * NormalDist().inv_cdf(certainty)), 0.0)
