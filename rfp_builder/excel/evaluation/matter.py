"""What the sheets of the evaluation workbook have in common: the result and the look of its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cached_property

from rfp_builder.evaluation.result import Evaluation, VendorResult
from rfp_builder.excel.numbered import NumberedSub, numbered_subs
from rfp_builder.excel.writing.book import Book
from rfp_builder.excel.writing.sheet import Formula
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.project import Project
from rfp_builder.model.proposals import Proposal
from rfp_builder.text.currency import minor_digits

SLACK = "0.000000001"
"""Added where formulas compare points, which a sheet keeps in binary: no agreed difference is as small."""


@dataclass(frozen=True)
class Matter:
    """One evaluation about to be written. Vendors stand in the order of the ranking on every sheet."""

    project: Project
    evaluation: Evaluation
    book: Book

    @property
    def lang(self) -> Lang:
        """The language of the workbook."""
        return self.book.lang

    @property
    def results(self) -> tuple[VendorResult, ...]:
        """One for each vendor."""
        return self.evaluation.vendors

    @cached_property
    def proposals(self) -> Mapping[str, Proposal]:
        """The proposals that count, by vendor."""
        return {proposal.vendor: proposal for proposal in self.project.current_proposals()}

    @cached_property
    def subs(self) -> tuple[NumberedSub, ...]:
        """All sub-criteria."""
        return numbered_subs(self.project.criteria)

    @cached_property
    def currency(self) -> str:
        """ISO code of the currency of all prices."""
        return known(self.project.definition.price.payment.currency) or "JPY"

    @property
    def unit(self) -> Phrase:
        """What amounts are counted in, for headings."""
        return Phrase("円", "JPY") if self.currency == "JPY" else Phrase(self.currency, self.currency)

    def money(self, amount: int) -> Decimal:
        """An amount in whole units of the currency, as cells hold it."""
        return Decimal(amount).scaleb(-minor_digits(self.currency))

    @cached_property
    def money_format(self) -> dict[str, object]:
        """How cells show it."""
        digits = minor_digits(self.currency)
        return {"num_format": f"#,##0.{'0' * digits}" if digits else "#,##0"}

    @cached_property
    def points_format(self) -> dict[str, object]:
        """How cells show points: with the digits agreed, two at least."""
        return {"num_format": f"#,##0.{'0' * max(2, self.project.criteria.rounding.digits)}"}


def live(formula: str, exact: Fraction | int | None) -> Formula:
    """A formula with the exact result; without one the cell is to show nothing."""
    return Formula(formula, "" if exact is None else decimal(exact))


def decimal(exact: Fraction | int) -> Decimal:
    """More digits of a fraction than a cell can hold."""
    with localcontext() as context:
        context.prec = 40
        return Decimal(exact.numerator) / Decimal(exact.denominator)
