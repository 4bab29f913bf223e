"""Running cost (6.2): every program priced, every line comparable. Never says an amount."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from rfp_builder.check.context import Context
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.said import number
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import NotApplicable, known
from rfp_builder.model.choices import Channel, PriceBasis
from rfp_builder.model.criteria import PriceFormula
from rfp_builder.model.definition.price import RunningCost

QUANTITY_TOLERANCE = Fraction(1, 5)


@rule("price.program", Severity.BLOCKS, "業務ごとの価格", "A price for each program")
def program_priced(context: Context) -> Iterator[Hit]:
    """A program that no price line covers."""
    costs = list(context.running_costs.values())
    if any(row.program is None for row in costs):
        return
    priced = {row.program for row in costs}
    for program in context.programs.values():
        if program.id not in priced:
            yield Hit(
                "price.running.costs",
                Phrase(
                    "業務「{program}」の料金の行が6.2にありません。",
                    "No line of 6.2 prices program “{program}”.",
                ).fill(program=context.named(program, program.name)),
                Phrase(
                    "6.2に行を加えるか、全業務を含む行なら業務の指定を空けてください。",
                    "Add a line, or leave the program of a line empty where it covers all of them.",
                ),
            )


@rule("price.quantity", Severity.BLOCKS, "比較する数量", "Quantity to compare by")
def quantity_given(context: Context) -> Iterator[Hit]:
    """A price line without the quantity at which offers are compared."""
    for row in context.running_costs.values():
        fixed = known(row.basis) is PriceBasis.FIXED_MONTHLY
        if known(row.quantity) is None and not fixed:
            yield Hit(
                f"price.running.costs[{row.id}].quantity",
                Phrase(
                    "「{item}」に数量がないため、各社の単価を総額で比べられません。",
                    "“{item}” has no quantity: unit prices cannot be compared as totals.",
                ).fill(item=context.named(row, row.item)),
                Phrase(
                    "1か月あたりの想定数量（時間・件数・席数など）を記入してください。",
                    "Enter the quantity expected in a month (hours, contacts, seats).",
                ),
            )


@rule("price.quantity-zero", Severity.BLOCKS, "数量ゼロの行", "A quantity of zero")
def quantity_zero(context: Context) -> Iterator[Hit]:
    """A price line that counts for nothing in the comparison."""
    for row in context.running_costs.values():
        if known(row.quantity) == 0:
            yield Hit(
                f"price.running.costs[{row.id}].quantity",
                Phrase(
                    "「{item}」の数量が0です。どんな単価を付けても総額に影響しません。",
                    "“{item}” has a quantity of 0: any unit price would do.",
                ).fill(item=context.named(row, row.item)),
                Phrase(
                    "想定される数量を記入するか、行を削除してください。",
                    "Enter the expected quantity or delete the line.",
                ),
            )


@rule("price.quantity-volume", Severity.WARNS, "数量と月間件数", "Quantity against volume")
def quantity_volume(context: Context) -> Iterator[Hit]:
    """A quantity per contact or minute that does not agree with 2.2."""
    for row in context.running_costs.values():
        quantity, expected = known(row.quantity), _expected(context, row)
        if quantity and expected and abs(quantity - expected) > QUANTITY_TOLERANCE * expected:
            yield Hit(
                f"price.running.costs[{row.id}].quantity",
                Phrase(
                    "「{item}」の数量は月{quantity}ですが、2.2から計算すると月{expected}で、20%以上違いま"
                    "す。",
                    "“{item}” assumes {quantity} a month; 2.2 gives {expected}, more than 20% apart.",
                ).fill(
                    item=context.named(row, row.item),
                    quantity=number(quantity),
                    expected=number(round(expected)),
                ),
                Phrase(
                    "比較の前提が実際の業務量と合うように、どちらかを直してください。",
                    "Correct one of them, so that offers are compared at the real volume.",
                ),
            )


@rule("price.compared-months", Severity.BLOCKS, "比較する月数", "Months compared")
def compared_months(context: Context) -> Iterator[Hit]:
    """The number of months that the evaluated price covers is missing."""
    months = known(context.definition.price.running.compared_months)
    if context.running_costs and not months:
        yield Hit(
            "price.running.compared_months",
            Phrase(
                "評価に使う価格が何か月分の総額なのか、決まっていません。",
                "It is not said how many months the evaluated price covers.",
            ),
            Phrase(
                "契約期間のうちサービスを提供する月数を記入してください。",
                "Enter the months of service in the contract term.",
            ),
        )


@rule("price.compared-term", Severity.WARNS, "比較する月数と契約期間", "Months compared against the term")
def compared_term(context: Context) -> Iterator[Hit]:
    """The evaluated price covers more months than the contract has."""
    months = known(context.definition.price.running.compared_months)
    start = context.definition.work.start
    first = known(start.service_start) or known(start.contract_start)
    last = known(start.contract_end)
    if not months or first is None or last is None or last <= first:
        return
    term = (last.year - first.year) * 12 + last.month - first.month + (1 if last.day >= first.day else 0)
    if months > term:
        yield Hit(
            "price.running.compared_months",
            Phrase(
                "価格を{months}か月分で比べますが、サービス期間は{term}か月です。",
                "Prices are compared over {months} months, but the service runs for {term}.",
            ).fill(months=months, term=term),
            Phrase("月数か契約期間を直してください。", "Correct the months or the term."),
        )


@rule("price.ceiling", Severity.BLOCKS, "加算方式と予定価格", "Ceiling price of the additive method")
def ceiling(context: Context) -> Iterator[Hit]:
    """The additive formula divides by a ceiling price that is not set."""
    criteria = context.project.criteria
    price = known(context.definition.work.constraints.ceiling_price)
    if criteria.price_formula is PriceFormula.ADDITIVE and criteria.scores_price and not price:
        yield Hit(
            "work.constraints.ceiling_price",
            Phrase(
                "価格点は加算方式（価格点×（1−提案価格÷予定価格））ですが、予定価格が決まっていません。",
                "Price is scored additively, points × (1 − price ÷ ceiling), but there is no ceiling price.",
            ),
            Phrase(
                "2.5に予定価格（税抜、評価対象の総額）を記入してください。提案会社には見えません。",
                "Enter the ceiling in 2.5: without tax, for the whole evaluated price. Vendors do not "
                "see it.",
            ),
        )


@rule("price.currency", Severity.BLOCKS, "通貨", "Currency")
def currency(context: Context) -> Iterator[Hit]:
    """Price lines, but no currency."""
    if context.running_costs and known(context.definition.price.payment.currency) is None:
        yield Hit(
            "price.payment.currency",
            Phrase("支払いの通貨が決まっていません。", "The currency of payment is not set."),
            Phrase("6.4に通貨（日本円ならJPY）を記入してください。", "Enter it in 6.4, such as JPY."),
        )


@rule("price.telecom", Severity.WARNS, "通信費の負担", "Who pays for telephone charges")
def telecom(context: Context) -> Iterator[Hit]:
    """Telephone volume, but nobody named who pays the carrier."""
    answer = context.definition.price.running.telecom
    if Channel.PHONE in context.channels and known(answer) is None and not isinstance(answer, NotApplicable):
        yield Hit(
            "price.running.telecom",
            Phrase(
                "電話の業務がありますが、通話料の負担者が決まっていません。",
                "There is telephone work, but it is not said who pays the call charges.",
            ),
            Phrase(
                "6.2で負担者を選び、実費精算か料金に含むかを書いてください。",
                "Choose the bearer in 6.2 and say whether it is passed on at cost or included.",
            ),
        )


@rule("price.indexation", Severity.ADVISES, "料金改定の取り決め", "Revision of prices")
def indexation(context: Context) -> Iterator[Hit]:
    """A contract over more than a year without a rule for wages and prices."""
    start, running = context.definition.work.start, context.definition.price.running
    first, last = known(start.contract_start), known(start.contract_end)
    silent = running.indexation is None and running.minimum_wage_revision is None
    if (
        context.running_costs
        and first is not None
        and last is not None
        and silent
        and (last - first).days > 366
    ):
        yield Hit(
            "price.running.minimum_wage_revision",
            Phrase(
                "契約が1年を超えますが、最低賃金や物価の変動に応じた料金改定の取り決めがありません。",
                "The contract runs for more than a year without a rule for wages and prices that change.",
            ),
            Phrase(
                "改定の条件・指標・時期を6.2に書いてください。改定しない場合もその旨を書きます。",
                "Write the trigger, index and time of a revision in 6.2; if there is none, say so.",
            ),
        )


def _expected(context: Context, row: RunningCost) -> Fraction | None:
    """Contacts or minutes a month from 2.2; None where the line may cover only a part of them."""
    basis, program = known(row.basis), row.program
    alike = [
        one for one in context.running_costs.values() if one.program == program and known(one.basis) is basis
    ]
    if basis not in (PriceBasis.PER_CONTACT, PriceBasis.PER_MINUTE, PriceBasis.TIERED) or len(alike) > 1:
        return None
    of_program = [one for one in context.volumes if program is None or one.program == program]
    if len(of_program) != 1:
        # With several channels a line may be meant for one of them only.
        return None
    contacts, aht = known(of_program[0].monthly_contacts), known(of_program[0].aht)
    if basis is PriceBasis.PER_MINUTE:
        return Fraction(contacts * aht, 60) if contacts and aht else None
    return Fraction(contacts) if contacts else None
