"""Section 7, additional 追加資料: approval, change, transition, contract, attachments."""

from rfp_builder.model.answers import Answer, Item, Row
from rfp_builder.model.base import Value
from rfp_builder.model.localized import Localized
from rfp_builder.model.units import CalendarDate, Count, Days


class Approver(Row):
    """Who approves the definition, in which order; `approved` once it is done."""

    approver: Localized | None = None
    role: Answer[Localized] = None
    order: Answer[Count] = None
    version: Answer[Localized] = None
    approved: Answer[CalendarDate] = None


class Approval(Item):
    """7.1 Approval 業務要件定義の承認. Internal: it names people of the client."""

    approvers: Answer[tuple[Approver, ...]] = None


class DecisionLevel(Row):
    """Who decides on a change of a given size."""

    impact: Localized | None = None
    decided_by: Answer[Localized] = None


class ChangeControl(Item):
    """7.2 Change control 変更管理手順. `answer_days`: business days to an impact assessment."""

    who_may_ask: Answer[Localized] = None
    impact_assessment: Answer[Localized] = None
    answer_days: Answer[Days] = None
    decisions: Answer[tuple[DecisionLevel, ...]] = None
    pricing: Answer[Localized] = None
    records: Answer[Localized] = None


class TransitionMilestone(Row):
    """A milestone of transition or exit."""

    milestone: Localized | None = None
    owner: Answer[Localized] = None
    due: Answer[Localized] = None
    acceptance: Answer[Localized] = None


class Transition(Item):
    """7.3 Transition and exit 移行・終了."""

    milestones: Answer[tuple[TransitionMilestone, ...]] = None
    exit_handover: Answer[Localized] = None
    knowledge_transfer: Answer[Localized] = None
    number_transfer: Answer[Localized] = None


class Clause(Row):
    """A contract matter that has no field of its own."""

    matter: Localized | None = None
    term: Answer[Localized] = None


class Contract(Item):
    """7.4 Contract matters 契約事項.

    `responsible_manager` is the 管理責任者 through whom alone the client speaks to the vendor's operators:
    the line between contracting and dispatching.
    """

    subcontracting: Answer[Localized] = None
    liability: Answer[Localized] = None
    insurance: Answer[Localized] = None
    antisocial_forces: Answer[Localized] = None
    confidentiality: Answer[Localized] = None
    responsible_manager: Answer[Localized] = None
    clauses: Answer[tuple[Clause, ...]] = None


class Attachment(Row):
    """A document that goes with the RFP."""

    title: Localized | None = None
    content: Answer[Localized] = None
    handed_over: Answer[Localized] = None


class Term(Row):
    """A term of the glossary."""

    term: Localized | None = None
    meaning: Answer[Localized] = None


class Attachments(Item):
    """7.5 Attachments and glossary 添付・用語."""

    attachments: Answer[tuple[Attachment, ...]] = None
    glossary: Answer[tuple[Term, ...]] = None


class Additional(Value):
    """Section 7."""

    approval: Approval = Approval.empty()
    change: ChangeControl = ChangeControl.empty()
    transition: Transition = Transition.empty()
    contract: Contract = Contract.empty()
    attachments: Attachments = Attachments.empty()
