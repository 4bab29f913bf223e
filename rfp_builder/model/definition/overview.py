"""Section 1, overview 概要: what success means for this work."""

from rfp_builder.model.answers import Answer, Confidential, Item, Row
from rfp_builder.model.base import Id, Value
from rfp_builder.model.choices import RequestOutcome, Scope, Unit
from rfp_builder.model.localized import Localized
from rfp_builder.model.units import CalendarDate, Count, Measure


class Principle(Row):
    """A principle that decisions are measured against."""

    principle: Localized | None = None


class Policy(Item):
    """1.1 Client policy 方針."""

    policy: Answer[Localized] = None
    principles: Answer[tuple[Principle, ...]] = None


class PurposeRow(Row):
    """One purpose of outsourcing; rank 1 is the most important."""

    purpose: Localized | None = None
    why: Answer[Localized] = None
    rank: Answer[Count] = None


class Purpose(Item):
    """1.2 Purpose of outsourcing アウトソーシングの主要な目的."""

    purposes: Answer[tuple[PurposeRow, ...]] = None


class SuccessMeasure(Row):
    """One measure of success; `today` and `target` are in `unit`."""

    measure: Localized | None = None
    formula: Answer[Localized] = None
    unit: Answer[Unit] = None
    today: Answer[Measure] = None
    target: Answer[Measure] = None
    due: Answer[CalendarDate] = None
    source: Answer[Localized] = None


class Success(Item):
    """1.3 Success criteria 成功判断基準."""

    measures: Answer[tuple[SuccessMeasure, ...]] = None


class ScopeRow(Row):
    """One activity and who does it."""

    activity: Localized | None = None
    decision: Answer[Scope] = None
    reason: Answer[Localized] = None


class ScopeDecision(Item):
    """1.4 Scope decision アウトソース範囲."""

    activities: Answer[tuple[ScopeRow, ...]] = None


class KnownProblem(Row):
    """A problem of today's operation."""

    problem: Localized | None = None
    effect: Answer[Localized] = None


class CurrentOperation(Item):
    """1.5 Current operation 現状. The incumbent is confidential: naming it favours or frightens bidders."""

    how_it_runs: Answer[Localized] = None
    incumbent: Confidential[Answer[Localized]] = None
    problems: Answer[tuple[KnownProblem, ...]] = None


class StakeholderRequest(Row):
    """A request and what became of it; `requirements` are ids of requirements that answer it."""

    who: Localized | None = None
    request: Answer[Localized] = None
    outcome: Answer[RequestOutcome] = None
    requirements: tuple[Id, ...] = ()
    reason: Answer[Localized] = None


class Requests(Item):
    """1.6 Stakeholders' requests 利害関係者の要求. Internal: it names requirements that may be withheld."""

    requests: Answer[tuple[StakeholderRequest, ...]] = None


class Overview(Value):
    """Section 1."""

    policy: Policy = Policy.empty()
    purpose: Purpose = Purpose.empty()
    success: Success = Success.empty()
    scope: ScopeDecision = ScopeDecision.empty()
    current: CurrentOperation = CurrentOperation.empty()
    requests: Requests = Requests.empty()
