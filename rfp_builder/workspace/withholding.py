"""Choosing which requirements the RFP leaves out on purpose."""

from __future__ import annotations

from rfp_builder.catalogue.adopt import localized
from rfp_builder.catalogue.requirements import ready_requirements
from rfp_builder.errors import Refused, WrongUse
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement, Withholding
from rfp_builder.workspace.workspace import Workspace

PROPOSAL_CRITERION = "proposal"
"""Criterion 提案力: withheld requirements hang on its first sub-criterion unless another is named."""


def withheld(
    project: Project,
    requirement_id: str,
    *,
    criterion: str | None = None,
    question: Localized | None = None,
    guide: Localized | None = None,
    reason: Localized | None = None,
) -> Project:
    """The project with a requirement left out of the RFP.

    What is not said is kept, or taken from the catalogue.

    Raises:
        Refused: the RFP is out already, or the requirement is a fact that vendors must know.
        WrongUse: there is no such requirement or criterion.
    """
    one = _changeable(project, requirement_id)
    ready = next((ready for ready in ready_requirements() if ready.key == one.source), None)
    if ready is not None and not ready.withholdable:
        raise Refused(
            Phrase("この要件は非開示にできません。", "This requirement cannot be withheld."),
            Phrase(
                "非開示にできるのは提案会社の工夫に委ねる要件だけです。件数、時間、場所、法令、個人情報、価格に関わる要件は開示します。",
                "Only solutions may be withheld; volumes, hours, sites, legal and data duties and what "
                "drives the price are facts that every vendor must know.",
            ),
            Phrase("別の要件を選んでください。", "Choose another requirement."),
        )
    before = one.withholding
    if before is not None and before.open_question is not None:
        question = _merged(before.open_question, question)
    elif question is None and ready is not None and ready.open_question is not None:
        question = localized(ready.open_question)
    withholding = Withholding(
        criterion=_criterion(project, criterion or (before.criterion if before else None)),
        open_question=question,
        guide=guide or (before.guide if before else None),
        reason=reason or (before.reason if before else None),
    )
    return _with(project, one.replace(withholding=withholding))


def disclosed(project: Project, requirement_id: str) -> Project:
    """The project with a withheld requirement back in the RFP.

    Raises:
        Refused: the RFP is out already.
        WrongUse: there is no such requirement.
    """
    return _with(project, _changeable(project, requirement_id).replace(withholding=None))


def withhold(
    workspace: Workspace,
    requirement_id: str,
    *,
    criterion: str | None = None,
    question: Localized | None = None,
    guide: Localized | None = None,
    reason: Localized | None = None,
) -> Requirement:
    """Do `withheld` to the project on the disk.

    Raises:
        Refused, WrongUse: see `withheld`.
    """
    project = withheld(
        workspace.project, requirement_id, criterion=criterion, question=question, guide=guide, reason=reason
    )
    return _save(workspace, project, requirement_id, "withheld")


def missing_languages(project: Project, one: Requirement) -> tuple[Lang, ...]:
    """Languages of the RFP in which the open question of a withheld requirement is not worded."""
    question = one.withholding.open_question if one.withholding else None
    return () if question is None else tuple(lang for lang in project.rfp.languages if not question.has(lang))


def disclose(workspace: Workspace, requirement_id: str) -> Requirement:
    """Do `disclosed` to the project on the disk.

    Raises:
        Refused, WrongUse: see `disclosed`.
    """
    return _save(workspace, disclosed(workspace.project, requirement_id), requirement_id, "disclosed")


def _changeable(project: Project, requirement_id: str) -> Requirement:
    if project.issues:
        raise Refused(
            Phrase("開示・非開示は変えられません。", "What is withheld cannot change any more."),
            Phrase("提案依頼書はすでに発行されています。", "The RFP is out."),
            Phrase("変更管理の手順で行ってください。", "Use change control."),
        )
    one = project.requirement(requirement_id)
    if one is None:
        raise WrongUse(
            Phrase("その要件はありません。", "There is no such requirement."),
            Phrase("要件ID: {id}", "Requirement id: {id}").fill(id=requirement_id),
            Phrase(
                "rfp-builder withhold list --all で要件IDを確かめてください。",
                "See rfp-builder withhold list --all.",
            ),
        )
    return one


def _merged(before: Localized, question: Localized | None) -> Localized:
    """A question in one language leaves the other one as it was."""
    if question is None:
        return before
    return Localized(ja=question.ja or before.ja, en=question.en or before.en)


def _criterion(project: Project, named: str | None) -> str:
    proposal = (one for one in project.criteria.criteria if one.id == PROPOSAL_CRITERION)
    sub_id = named or next((sub.id for one in proposal for sub in one.subs), "")
    if project.criteria.sub(sub_id) is None:
        raise WrongUse(
            Phrase("その評価細目はありません。", "There is no such sub-criterion."),
            Phrase("評価細目: {id}", "Sub-criterion: {id}").fill(id=sub_id or "--criterion"),
            Phrase(
                "--criterion で公表する評価細目を指定してください。一覧: rfp-builder agree show",
                "Name a published one with --criterion; see rfp-builder agree show.",
            ),
        )
    return sub_id


def _with(project: Project, changed: Requirement) -> Project:
    return project.replace(
        requirements=tuple(changed if one.id == changed.id else one for one in project.requirements)
    )


def _save(workspace: Workspace, project: Project, requirement_id: str, action: str) -> Requirement:
    # The journal may be shown to anybody: it says that the list changed, not which requirement.
    workspace.save(project, action)
    changed = workspace.project.requirement(requirement_id)
    assert changed is not None
    return changed
