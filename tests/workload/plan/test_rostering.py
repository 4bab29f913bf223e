"""Limits on shifts: the share of part-time that was set comes before the one of the definition."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import numpy as np

from rfp_builder.model.project import Project
from rfp_builder.model.staffing import Staffing
from rfp_builder.workload.plan.ledger import Ledger
from rfp_builder.workload.plan.rostering import USUAL_PART_TIME, contracts_of, limits_of
from rfp_builder.workload.plan.values import Origin


def test_the_share_of_part_time_is_the_one_set() -> None:
    for held, most, origin in (
        (None, USUAL_PART_TIME, Origin.ASSUMED),
        (Decimal(20), Fraction(1, 5), Origin.SETTING),
        (Decimal(0), Fraction(0), Origin.SETTING),
    ):
        project = Project(staffing=Staffing(part_time_most=held))
        ledger = Ledger(project)
        contracts = contracts_of(project, np.full((7, 48), 3), 30, ledger)
        assert limits_of(project, contracts, ledger).part_time_most == most
        assert ledger.used[-1].origin is origin
        assert "staffing.part_time_most" in ledger.looked_at
        assert limits_of(project, contracts[:1], ledger).part_time_most is None, "all work full-time"
