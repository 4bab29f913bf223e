"""Section 6, price and payment 価格設定・支払."""

from rfp_builder.model.answers import Answer, Item, KpiRef, ProgramRef, Row, RunningCostRef
from rfp_builder.model.base import Value
from rfp_builder.model.choices import Bearer, Effect, PriceBasis, TaxTreatment
from rfp_builder.model.localized import Localized
from rfp_builder.model.units import Count, Currency, DayOfMonth, Measure, Months, Percent


class InitialCost(Row):
    """An item of the initial cost and who bears it."""

    item: Localized | None = None
    bearer: Answer[Bearer] = None
    note: Answer[Localized] = None


class InitialCosts(Item):
    """6.1 Initial cost 初期費用."""

    costs: Answer[tuple[InitialCost, ...]] = None


class RunningCost(Row):
    """How one piece of running work is priced; `quantity` a month is what offers are compared at."""

    item: Localized | None = None
    program: ProgramRef | None = None
    basis: Answer[PriceBasis] = None
    quantity: Answer[Count] = None
    minimum_commitment: Answer[Localized] = None
    overflow: Answer[Localized] = None


class Band(Row):
    """A band of a tiered price: from, up to and including, contacts a month."""

    running_cost: RunningCostRef | None = None
    starts: Answer[Count] = None
    until: Answer[Count] = None


class RunningCosts(Item):
    """6.2 Running cost 運営費用の計算方法. `compared_months`: how many months the evaluated price covers."""

    costs: Answer[tuple[RunningCost, ...]] = None
    bands: Answer[tuple[Band, ...]] = None
    compared_months: Answer[Months] = None
    telecom: Answer[Bearer] = None
    telecom_rule: Answer[Localized] = None
    indexation: Answer[Localized] = None
    minimum_wage_revision: Answer[Localized] = None
    tax: Answer[TaxTreatment] = None


class Incentive(Row):
    """A reward or penalty; `kpi` is a row id of 4.9, `threshold` is in that KPI's unit.

    `share` and `monthly_cap` are per cent of the monthly invoice; `grace_months` from the start of service.
    """

    kpi: KpiRef | None = None
    effect: Answer[Effect] = None
    threshold: Answer[Measure] = None
    share: Answer[Percent] = None
    monthly_cap: Answer[Percent] = None
    grace_months: Answer[Count] = None
    rule: Answer[Localized] = None


class Incentives(Item):
    """6.3 Reward and penalty パフォーマンス報酬とペナルティ."""

    incentives: Answer[tuple[Incentive, ...]] = None
    total_cap: Answer[Percent] = None
    minimum_first: Answer[bool] = None
    calibration_first: Answer[bool] = None


class Payment(Item):
    """6.4 Payment 支払条件. Paid on `payment_day` of the `payment_months`-th month after closing."""

    closing_day: Answer[DayOfMonth] = None
    payment_months: Answer[Count] = None
    payment_day: Answer[DayOfMonth] = None
    currency: Answer[Currency] = None
    tax: Answer[Localized] = None
    invoice: Answer[Localized] = None


class Price(Value):
    """Section 6."""

    initial: InitialCosts = InitialCosts.empty()
    running: RunningCosts = RunningCosts.empty()
    incentives: Incentives = Incentives.empty()
    payment: Payment = Payment.empty()
