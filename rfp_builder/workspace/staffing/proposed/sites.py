"""4.1: the people present by bands of the week, at each site."""

from __future__ import annotations

from collections.abc import Iterator

from rfp_builder.i18n import Phrase
from rfp_builder.workspace.staffing.bands import site_rows
from rfp_builder.workspace.staffing.proposal import Proposal, proposal
from rfp_builder.workspace.staffing.proposed.ground import Ground

_ROWS_OF_BANDS = Phrase("{n}行（最大{most}人）", "{n} rows (at most {most} people)")
_ROWS_OF_SITES = Phrase(
    "{n}行（{sites}拠点の合計で最大{most}人。現在の4.1の人数の比率で配分）",
    "{n} rows (at most {most} people at {sites} sites, in the proportion of their people in 4.1 now)",
)


def site_proposals(ground: Ground) -> Iterator[Proposal]:
    """4.1: the people present by bands of the week, at each site."""
    rows = site_rows(ground.project, ground.plan)
    if rows:
        sites = len({row.site for row in rows})
        most = int(ground.plan.week.agents.max())
        shown = (_ROWS_OF_BANDS if sites == 1 else _ROWS_OF_SITES).fill(n=len(rows), most=most, sites=sites)
        yield proposal(ground.project, "4.1", "shifts", rows, ground.plan.rests_on, shown=shown)
