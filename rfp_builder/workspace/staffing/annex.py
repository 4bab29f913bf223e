"""The volume annex of the RFP, made from the history that was taken in."""

from __future__ import annotations

from datetime import date

from rfp_builder.errors import Refused
from rfp_builder.i18n import Phrase
from rfp_builder.model.annex import VolumeAnnex
from rfp_builder.workspace.staffing.history import volumes_of
from rfp_builder.workspace.workspace import Workspace

_NOT_MADE = Phrase("別紙「業務量資料」を変更できません。", "The annex “Contact volumes” cannot be changed.")
_OUT = Phrase("提案依頼書はすでに発行されています。", "The RFP is out.")
_CHANGE_CONTROL = Phrase(
    "発行後の変更は変更管理の手順で行います。", "A change after the issue goes through change control."
)
_NO_FACTS = Phrase(
    "取り込まれているのは予測で、実績がありません。",
    "What was taken in is a forecast; there are no actual figures.",
)
_TAKE_A_HISTORY = Phrase(
    "「要員計画と想定費用」の「1 実績」で、実績のファイルを取り込んでください"
    "（コマンドでは rfp-builder workload history ファイル名）。",
    "Take a file of actual contacts in, under 1 History of Staffing and should-cost (as a command: "
    "rfp-builder workload history FILE).",
)


def make_annex(workspace: Workspace, today: date) -> VolumeAnnex:
    """Make the annex anew and save it.

    Raises:
        Refused: the RFP is out; there is no history, or only a forecast made elsewhere.
        WrongUse: the period cannot be forecast.
        Conflict: somebody else saved in between.
    """
    made, project = look_at_annex(workspace, today), workspace.project
    if made != project.annex:
        workspace.save(project.replace(annex=made), "annex-made")
    return made


def look_at_annex(workspace: Workspace, today: date) -> VolumeAnnex:
    """The annex as it would be made now; nothing is saved. Raises as `make_annex`, `Conflict` aside."""
    from rfp_builder.workload.forecast.values import Forecast
    from rfp_builder.workload.plan.annex import annex_of
    from rfp_builder.workload.plan.making import forecast_for

    _refuse_after_issue(workspace)
    volumes = volumes_of(workspace)
    if isinstance(volumes, Forecast):
        raise Refused(_NOT_MADE, _NO_FACTS, _TAKE_A_HISTORY)
    project = workspace.project
    return annex_of(project, volumes, forecast_for(project, volumes, today=today), made_on=today)


def remove_annex(workspace: Workspace) -> bool:
    """Take the annex out of the RFP; false where there was none.

    Raises:
        Refused: the RFP is out.
        Conflict: somebody else saved in between.
    """
    _refuse_after_issue(workspace)
    if workspace.project.annex is None:
        return False
    workspace.save(workspace.project.replace(annex=None), "annex-removed")
    return True


def _refuse_after_issue(workspace: Workspace) -> None:
    if workspace.project.issues:
        raise Refused(_NOT_MADE, _OUT, _CHANGE_CONTROL)
