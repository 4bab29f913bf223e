"""From values to lines of cost: one formula, for exact numbers and for arrays of draws alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

from rfp_builder.workload.erlang.inputs import Floats
from rfp_builder.workload.should_cost.hours import HourClass
from rfp_builder.workload.should_cost.items import Item, Line

Value = TypeVar("Value", Fraction, Floats)

_WITH_AGENTS = (
    (Item.SV_WAGE, Item.AGENTS_PER_SV),
    (Item.QA_WAGE, Item.AGENTS_PER_QA),
    (Item.TRAINER_WAGE, Item.AGENTS_PER_TRAINER),
    (Item.WFM_WAGE, Item.AGENTS_PER_WFM),
)


@dataclass(frozen=True, slots=True)
class Work(Generic[Value]):
    """A month of work; see `volume.Volume`."""

    phone_minutes: Value
    seats: Value
    hours: Mapping[HourClass, Value]


def lines_of(values: Mapping[Item, Value], work: Work[Value]) -> dict[Line, Value]:
    """Yen a month, line by line.

    Weighted hours: hours × (1 + premiums). Agents: weighted hours × wage. Management: weighted hours ÷ agents
    for each one × wage, and managers × pay. Allowances: share of wages. Social cost: share of wages and
    allowances. Hiring: hires × (cost + training hours × wage with social cost). Overhead: share of all the
    above with seats, ICT and telecom. Margin: share of the price, so cost × margin ÷ (1 − margin).
    """
    weighted = values[Item.MANAGERS] * 0
    for kind, hours in work.hours.items():
        premium = weighted * 0
        for item in kind.premiums:
            premium = premium + values[item]
        weighted = weighted + hours * (premium + 1)
    agents = weighted * values[Item.CSR_WAGE]
    management = values[Item.MANAGERS] * values[Item.MANAGER_PAY]
    for wage, ratio in _WITH_AGENTS:
        management = management + weighted / values[ratio] * values[wage]
    allowances = (agents + management) * values[Item.ALLOWANCES]
    social = (agents + management + allowances) * values[Item.SOCIAL_COST]
    trained = values[Item.TRAINING_HOURS] * values[Item.CSR_WAGE] * (values[Item.SOCIAL_COST] + 1)
    lines = {
        Line.AGENTS: agents,
        Line.MANAGEMENT: management,
        Line.ALLOWANCES: allowances,
        Line.SOCIAL_COST: social,
        Line.HIRING: values[Item.HIRES] * (values[Item.HIRE_COST] + trained),
        Line.SEATS: work.seats * values[Item.SEAT],
        Line.ICT: work.seats * values[Item.ICT],
        Line.TELECOM: work.phone_minutes * values[Item.TELECOM],
    }
    direct = total(lines)
    lines[Line.OVERHEAD] = direct * values[Item.OVERHEAD]
    cost = direct + lines[Line.OVERHEAD]
    lines[Line.MARGIN] = cost * values[Item.MARGIN] / (1 - values[Item.MARGIN])
    return lines


def total(lines: Mapping[Line, Value]) -> Value:
    """All lines together."""
    values = iter(lines.values())
    found = next(values)
    for one in values:
        found = found + one
    return found
