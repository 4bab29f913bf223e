"""Who of the stakeholders has agreed to the criteria, who has not yet, and who agreed to something else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rfp_builder.errors import Refused, WrongUse
from rfp_builder.i18n import Phrase
from rfp_builder.model.agreement import Agreement
from rfp_builder.model.answers import known
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.text.clean import clean
from rfp_builder.text.fold import fold
from rfp_builder.workspace.agreement import agreement_digest
from rfp_builder.workspace.workspace import Workspace

LONGEST_NAME = 100


class SignOff(StrEnum):
    """How a stakeholder stands to the criteria as they are now."""

    OPEN = "open"
    CHANGED = "changed"
    """Agreed to criteria that have changed since."""
    AGREED = "agreed"

    @property
    def label(self) -> Phrase:
        """What people call it."""
        return _LABELS[self]


_LABELS = {
    SignOff.OPEN: Phrase("未合意", "not yet agreed"),
    SignOff.CHANGED: Phrase("合意後に変更あり", "changed since agreed"),
    SignOff.AGREED: Phrase("合意済み", "agreed"),
}


@dataclass(frozen=True, slots=True)
class Party:
    """A stakeholder: an approver of the definition (7.1), or somebody else whose agreement was recorded."""

    name: Localized
    role: Localized | None
    sign_off: SignOff
    agreement: Agreement | None


def parties(project: Project) -> tuple[Party, ...]:
    """All stakeholders, the approvers of the definition first, in their order."""
    digest = agreement_digest(project)
    rows = known(project.definition.additional.approval.approvers) or ()
    found: list[Party] = []
    for row in sorted(rows, key=lambda row: known(row.order) or len(rows)):
        if row.approver is not None:
            agreement = _of(project, row.approver)
            found.append(Party(row.approver, known(row.role), _standing(agreement, digest), agreement))
    taken = {one.agreement.id for one in found if one.agreement is not None}
    others = (one for one in project.agreements if one.id not in taken)
    return (*found, *(Party(one.party, None, _standing(one, digest), one) for one in others))


def signed(project: Project, party: Localized, today: date) -> Project:
    """The project with the agreement of `party` to the criteria as they stand; an older one is replaced.

    Raises:
        Refused: the criteria are locked.
    """
    _refuse_locked(project)
    digest = agreement_digest(project)
    before = _of(project, party)
    if before is not None:
        again = before.replace(agreed_on=today, digest=digest)
        return project.replace(
            agreements=tuple(again if one is before else one for one in project.agreements)
        )
    ids = {one.id for one in project.agreements}
    fresh = next(key for n in range(1, len(ids) + 2) if (key := f"agreement-{n}") not in ids)
    agreement = Agreement(id=fresh, party=party, agreed_on=today, digest=digest)
    return project.replace(agreements=(*project.agreements, agreement))


def withdrawn(project: Project, agreement_id: str) -> Project:
    """The project without one agreement.

    Raises:
        Refused: the criteria are locked.
    """
    _refuse_locked(project)
    return project.replace(agreements=tuple(one for one in project.agreements if one.id != agreement_id))


def sign(workspace: Workspace, by: str, today: date) -> Agreement:
    """Record on the disk that `by` has agreed; an approver of that name is taken by the name in 7.1.

    Raises:
        Refused: the criteria are locked.
        WrongUse: `by` is no name.
    """
    name = party_name(by)
    party = next((one.name for one in parties(workspace.project) if _same(one.name, name)), name)
    project = signed(workspace.project, party, today)
    made = _of(project, party)
    assert made is not None
    workspace.save(project, "criteria-signed", {"digest": made.digest})
    return made


def party_name(typed: str) -> Localized:
    """A name on one line, the same in both languages.

    Raises:
        WrongUse: it is empty, too long, or looks like an option.
    """
    name = " ".join(clean(typed).text.split())
    if not name or name.startswith("-") or len(name) > LONGEST_NAME:
        raise WrongUse(
            Phrase("合意を記録していません。", "No agreement was recorded."),
            Phrase(
                "合意した人または会議の名前を1行（{most}文字以内）で指定します。",
                "It takes the name of a role or committee, at most {most} characters.",
            ).fill(most=LONGEST_NAME),
            Phrase("例: 選定委員会", "Such as: selection committee"),
        )
    return Localized(ja=name, en=name)


def _of(project: Project, party: Localized) -> Agreement | None:
    return next((one for one in project.agreements if _same(one.party, party)), None)


def _same(one: Localized, other: Localized) -> bool:
    return bool(_names(one) & _names(other))


def _names(text: Localized) -> set[str]:
    return {fold(wording) for wording in (text.ja, text.en) if wording}


def _standing(agreement: Agreement | None, digest: str) -> SignOff:
    if agreement is None:
        return SignOff.OPEN
    return SignOff.AGREED if agreement.digest == digest else SignOff.CHANGED


def _refuse_locked(project: Project) -> None:
    lock = project.criteria.lock
    if lock is not None:
        raise Refused(
            Phrase("合意の記録はもう変えられません。", "Agreements cannot be recorded any more."),
            Phrase("評価基準は{day}に固定されています。", "The criteria were locked on {day}.").fill(
                day=lock.locked_on
            ),
            Phrase("変更は変更管理の手順で行います。", "A change goes through change control."),
        )
