"""A start of service that 2.4 does not have is said to be assumed, with the first that hiring allows."""

from __future__ import annotations

import pytest

from rfp_builder.i18n import Lang
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import HiringTerms, Staffing
from rfp_builder.text.show import show_date
from rfp_builder.workload.plan.making import make_plan
from rfp_builder.workload.plan.values import StaffingPlan
from tests.workload.plan.made import TODAY, mapped_project, ten_weeks


def _plan(project: Project) -> StaffingPlan:
    return make_plan(project, ten_weeks(), today=TODAY, shift_time_s=1)


@pytest.mark.parametrize(("lead_weeks", "is_met"), [(6, True), (40, False)])
def test_an_assumed_start_is_said_with_the_first_that_can_be_met(lead_weeks: int, is_met: bool) -> None:
    plan = _plan(Project().replace(staffing=Staffing(hiring=HiringTerms(lead_weeks=lead_weeks))))
    assert plan.hiring is not None and plan.hiring.first_start is not None
    (said,) = (one for one in plan.remarks if "2.4 has no start of service" in one.en)
    assert said.en.startswith("2.4 has no start of service; Sat 1 May 2027 is assumed.")
    first = show_date(plan.hiring.first_start, Lang.EN)
    assert said.en.endswith("is assumed." if is_met else f"The first start date that can be met is {first}.")
    assert ("この開始日には間に合いません。" in said.ja) is not is_met


def test_a_start_of_the_definition_is_not() -> None:
    assert not [one for one in _plan(mapped_project()).remarks if "start of service" in one.en]
