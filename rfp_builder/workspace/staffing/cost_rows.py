"""The assumptions of the should-cost: in words, as they are typed, and changed. Confidential."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from rfp_builder.catalogue.standings import STANDINGS
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.localized import LONGEST, Localized
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import CostAssumption, CostStanding, Staffing
from rfp_builder.text.clean import clean
from rfp_builder.text.dates import read_date
from rfp_builder.text.numbers import read_number, read_percent
from rfp_builder.text.show import show_date, show_number
from rfp_builder.workspace.staffing.misread import Misread, reading

if TYPE_CHECKING:
    from rfp_builder.workload.plan.values import StaffingPlan
    from rfp_builder.workload.should_cost import Assumption, Item

_UNSURE = Phrase("! 仮の値", "! placeholder")
_ENDS = Phrase("{low} / {base} / {high}", "{low} / {base} / {high}")
_NOTE = Phrase("単位: {unit}。{on}時点。{source}", "In {unit}, as of {on}. {source}")
_PER_CENT = Phrase("{unit}（%）", "{unit} (%)")
_UNITS = ("円", "人", "時間", "分", "yen", "people", "hours", "minutes")
_MOST, _DIGITS = Decimal(10**11), Decimal("0.000001")
_TOO_LARGE = Phrase("値が大きすぎます。", "The value is too large.")
_NO_SOURCE = Phrase("出典を入力してください。", "Say where the figures come from.")
_TOO_LONG = Phrase("出典が長すぎます。", "The source is too long.")


@dataclass(frozen=True, slots=True)
class CostRow:
    """One assumption as it holds now."""

    item: Item
    shown: Phrase
    standing: Phrase
    note: Phrase
    """As of when, and from where."""
    is_set: bool


@dataclass(frozen=True, slots=True)
class TypedCost:
    """An assumption as somebody typed it; shares in per cent."""

    low: str
    base: str
    high: str
    source: str
    as_of: str
    standing: str


def cost_rows(project: Project, plan: StaffingPlan | None) -> Iterator[CostRow]:
    """All assumptions: those of the plan, or those to start from, under what is set."""
    own = {one.item for one in project.staffing.costs}
    for one in _assumptions(project, plan):
        low, base, high = (_typed_number(one, end) for end in (one.value.low, one.value.base, one.value.high))
        standing = CostStanding(one.standing.value)
        on = Phrase(show_date(one.as_of, Lang.JA), show_date(one.as_of, Lang.EN))
        yield CostRow(
            item=one.item,
            shown=_ENDS.fill(low=low, base=base, high=high),
            standing=_UNSURE if standing is CostStanding.PLACEHOLDER else STANDINGS[standing],
            note=_NOTE.fill(on=on, source=one.source, unit=_unit(one)),
            is_set=one.item.value in own,
        )


def typed_cost(project: Project, plan: StaffingPlan | None, item: str, today: date, lang: Lang) -> TypedCost:
    """An assumption as it would be typed; a placeholder without its source, which will be another one.

    Raises:
        KeyError: there is no such item.
    """
    one = next((one for one in _assumptions(project, plan) if one.item.value == item), None)
    if one is None:
        raise KeyError(item)
    low, base, high = (_typed_number(one, end) for end in (one.value.low, one.value.base, one.value.high))
    if one.standing.value == CostStanding.PLACEHOLDER.value:
        return TypedCost(low, base, high, "", f"{today:%Y-%m-%d}", CostStanding.OWN.value)
    return TypedCost(low, base, high, one.source.to(lang), f"{one.as_of:%Y-%m-%d}", one.standing.value)


def with_cost(project: Project, item: str, typed: TypedCost, lang: Lang) -> Staffing:
    """The settings with another assumption on one item.

    Raises:
        Misread: something typed has no certain reading, or no cost can be worked out with it.
    """
    from rfp_builder.workload.should_cost import Assumption, Item, Range, Standing
    from rfp_builder.workload.should_cost.assumption import UnworkableAssumption

    code = Item(item)
    ends = {name: _end(code, name, getattr(typed, name)) for name in ("low", "base", "high")}
    source = clean(typed.source).text.strip()
    if not source or len(source) > LONGEST:
        raise Misread("source", _TOO_LONG if source else _NO_SOURCE)
    as_of: date = reading("as_of", lambda: read_date(typed.as_of))
    try:
        Assumption(code, Range(*map(Fraction, ends.values())), Phrase("", ""), as_of, Standing.OWN)
    except UnworkableAssumption as problem:
        raise Misread("low", problem.why) from None
    made = CostAssumption(
        item=item,
        **ends,
        source=Localized(ja=source) if lang is Lang.JA else Localized(en=source),
        as_of=as_of,
        standing=CostStanding(typed.standing),
    )
    rest = without_cost(project.staffing, item)
    return rest.replace(costs=(*rest.costs, made))


def without_cost(staffing: Staffing, item: str) -> Staffing:
    """The settings without an assumption of one's own on an item."""
    return staffing.replace(costs=tuple(one for one in staffing.costs if one.item != item))


def _assumptions(project: Project, plan: StaffingPlan | None) -> Iterator[Assumption]:
    from rfp_builder.workload.should_cost import starting_assumptions

    used = starting_assumptions() if plan is None or plan.cost is None else plan.cost.assumptions
    own = {one.item: found for one in project.staffing.costs if (found := _own(one)) is not None}
    started = {one.item: one for one in starting_assumptions()}
    for one in used:
        if one.item.value in own:
            yield own[one.item.value]
        elif isinstance(one.source, Localized):
            # A setting when the plan was made, and taken away since.
            yield started[one.item]
        else:
            yield one


def _own(stored: CostAssumption) -> Assumption | None:
    """A setting of the client's; None where no cost can be worked out with it."""
    from rfp_builder.workload.plan.costing import assumption
    from rfp_builder.workload.should_cost.assumption import UnworkableAssumption

    try:
        return assumption(stored)
    except (UnworkableAssumption, ValueError):
        return None


def _shares(item: Item) -> bool:
    from rfp_builder.excel.staffing.cost_inputs import SHARES

    return item in SHARES


def _unit(one: Assumption) -> Phrase:
    return _PER_CENT.fill(unit=one.item.unit) if _shares(one.item) else one.item.unit


def _typed_number(one: Assumption, value: Fraction) -> str:
    return f"{show_number(value * 100)}%" if _shares(one.item) else show_number(value)


def _end(item: Item, name: str, text: str) -> Decimal:
    found: Decimal
    if _shares(item):
        found = reading(name, lambda: read_percent(text)) / 100
    else:
        found = reading(name, lambda: read_number(text, _UNITS))
    if abs(found) > _MOST:
        raise Misread(name, _TOO_LARGE)
    return found.quantize(_DIGITS).normalize() + 0
