"""Contacts beyond those of any centre are refused before anything is worked out from them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rfp_builder.errors import Refused
from rfp_builder.i18n import Lang
from rfp_builder.model.staffing import Staffing
from rfp_builder.workload.plan.making import make_plan
from rfp_builder.workload.plan.progress import Stage
from tests.workload.plan.made import TODAY, mapped_project, ten_weeks


@pytest.mark.parametrize("deadline_minutes", [None, 24 * 60])
def test_a_unit_mistaken_by_far_is_refused_at_once(deadline_minutes: int | None) -> None:
    """Thousands taken for single contacts, twice: a plan of it ran for minutes."""
    project = mapped_project()
    queues = tuple(one.replace(deadline_minutes=deadline_minutes) for one in project.staffing.queues)
    history = replace(ten_weeks(), calls=ten_weeks().calls * 1_000_000)
    stages: list[tuple[Stage, int]] = []
    with pytest.raises(Refused) as refused:
        make_plan(
            project.replace(staffing=Staffing(queues=queues)),
            history,
            today=TODAY,
            progress=lambda stage, done, of: stages.append((stage, done)),
        )
    assert stages[-1] == (Stage.AGENTS, 0)
    why = refused.value.why
    assert "100,000 people a queue" in why.to(Lang.EN) and "100,000人まで" in why.to(Lang.JA)
    assert "{" not in why.to(Lang.JA) + why.to(Lang.EN)
