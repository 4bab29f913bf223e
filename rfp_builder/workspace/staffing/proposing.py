"""All that a plan would fill into the definition: 2.2, 2.3, 2.4, 4.1 and 4.4."""

from __future__ import annotations

from rfp_builder.i18n import Phrase
from rfp_builder.model.project import Project
from rfp_builder.workspace.staffing.bands import site_rows
from rfp_builder.workspace.staffing.planning import Planned
from rfp_builder.workspace.staffing.proposal import Proposal
from rfp_builder.workspace.staffing.proposed.forecast import forecast_proposals
from rfp_builder.workspace.staffing.proposed.ground import Ground
from rfp_builder.workspace.staffing.proposed.planning import planning_proposals
from rfp_builder.workspace.staffing.proposed.sites import site_proposals
from rfp_builder.workspace.staffing.proposed.start import start_proposals
from rfp_builder.workspace.staffing.proposed.volumes import volume_proposals

_SEVERAL_SITES = Phrase(
    "4.1に拠点が複数あり、人数がないため、どの拠点が何人を受け持つかを決められません。4.1には記入しません。"
    "4.1の各拠点に曜日・時間帯・人数を入れると、その比率で配分します。",
    "4.1 has several sites without headcount, so the plan cannot say which of them has how many people, and "
    "4.1 is left as it is. Enter days, hours and headcount of each site in 4.1, and the plan will be shared "
    "in that proportion.",
)
_NOBODY = Phrase(
    "計画では人を必要とする時間帯がないため、4.1には記入しません。件数と受付時間を確かめてください。",
    "The plan needs nobody at any time, so 4.1 is left as it is. Check the contacts and the opening hours.",
)
_NO_MILESTONES = Phrase(
    "採用がサービス開始日に間に合わないため、2.4に採用のマイルストーンを記入しません。",
    "Hiring cannot be done by the start of service, so 2.4 gets no milestones of hiring.",
)


def proposals(planned: Planned, project: Project) -> tuple[Proposal, ...]:
    """What would be filled in, in the order of the definition, places that already say so included."""
    from rfp_builder.workload.forecast.values import Forecast
    from rfp_builder.workload.plan.facts import a_month_of
    from rfp_builder.workload.plan.queues import parts_of, queues_of

    plan, volumes = planned.plan, planned.volumes
    found = queues_of(project, plan.forecast.axes, plan.forecast.keys)
    facts = None if isinstance(volumes, Forecast) else volumes
    ground = Ground(project, plan, facts, found, parts_of(project, found, a_month_of(volumes)))
    return (
        *volume_proposals(ground),
        *forecast_proposals(ground),
        *start_proposals(ground),
        *site_proposals(ground),
        *planning_proposals(ground),
    )


def left_out(planned: Planned, project: Project) -> tuple[Phrase, ...]:
    """What a plan does not fill in, and why."""
    said = []
    if not planned.plan.week.agents.any():
        said.append(_NOBODY)
    elif not site_rows(project, planned.plan):
        said.append(_SEVERAL_SITES)
    if planned.plan.hiring is not None and not planned.plan.hiring.can_be_met:
        said.append(_NO_MILESTONES)
    return tuple(said)
