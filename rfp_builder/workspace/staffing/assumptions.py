"""Everything that a plan rests on and that may be set, in rows: what holds now, and who said so.

The rows, their fields and their limits are those of the staffing workbook (`excel.staffing.inputs`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from rfp_builder.i18n import Lang, Phrase, Speakable
from rfp_builder.model import shape
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import ShiftGroup, SpecialDays, Staffing
from rfp_builder.text.show import show_date, show_number
from rfp_builder.workspace.staffing.contracts import group_line
from rfp_builder.workspace.staffing.cost_rows import cost_rows

if TYPE_CHECKING:
    from rfp_builder.excel.staffing.inputs import Field
    from rfp_builder.workload.plan.values import StaffingPlan, Used

ORIGINS: Mapping[str, Phrase] = MappingProxyType(
    {
        "setting": Phrase("設定", "set"),
        "definition": Phrase("定義", "definition"),
        "history": Phrase("履歴", "history"),
        "assumed": Phrase("! 仮定", "! assumed"),
    }
)
"""Where a value of a plan comes from, by `workload.plan.values.Origin`."""


class RowKind(StrEnum):
    """What a row is, and so how it is changed."""

    VALUE = "value"
    MONTHS = "months"
    """A share for each month after class."""
    SPECIAL = "special"
    GROUP = "group"
    COST = "cost"


@dataclass(frozen=True, slots=True)
class Row:
    """One assumption."""

    key: str
    """Its path within `model.staffing.Staffing`: `queues.phone.aht`, `hiring.ramp`, `costs.csr-wage`."""
    kind: RowKind
    label: Speakable
    value: Phrase
    is_set: bool
    """Whether it is a setting of the client's; else the definition, the history or what is usual holds."""
    aside: Phrase
    """Where it comes from, or how firm it is; what nobody has confirmed begins with an exclamation mark."""
    note: Phrase
    """What it means, or where it comes from."""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows that belong together."""

    title: Speakable
    rows: tuple[Row, ...]


_WHOLE = ("until", "growth", "certainty", "occupancy_cap", "seats", "part_time_most")
_HIRING = (
    *("decided_on", "lead_weeks", "training_weeks", "class_size", "classes_a_month"),
    *("class_attrition", "experienced"),
)
_MONTHLY = ("monthly_attrition", "ramp")
_WHOLE_TITLE = Phrase("全体", "The whole plan")
_HIRING_TITLE = Phrase("採用と研修", "Hiring and training")
_SPECIALS_TITLE = Phrase(
    "特別日（キャンペーンなど、件数がふだんと異なる日）", "Special days, such as campaigns"
)
_GROUPS_TITLE = Phrase("勤務形態（シフトのもと）", "Kinds of contract, for the shifts")
_COSTS_TITLE = Phrase(
    "想定費用の前提（低め / 標準 / 高め、税抜）", "Assumptions on cost (low / base / high, tax excluded)"
)
_MONTHLY_LABELS = {
    "monthly_attrition": Phrase("研修後の月ごとの離職率", "Attrition by month after class"),
    "ramp": Phrase("研修後の月ごとの習熟度", "Productivity by month after class"),
}
_UNSET = Phrase("-", "-")
_OWN, _ASSUMED = ORIGINS["setting"], ORIGINS["assumed"]
_ANSWER = Phrase("{origin} {number}", "{origin} {number}")
_NOTHING = Phrase("", "")
_WITH_UNIT = Phrase("{value}{unit}", "{value} {unit}")
_SPECIAL = Phrase("{first}〜{last}", "{first} to {last}")
_TIMES = Phrase("{factor}倍", "{factor} times")
_CLOSED = Phrase("休業", "closed")
_USUAL_GROUPS = Phrase("標準の勤務形態", "The usual contracts")
_FULL_AND_PART = Phrase("フルタイムとパートタイム", "full-time and part-time")
_USUAL_NOTE = Phrase(
    "勤務形態を1つでも追加すると、標準の勤務形態は使いません。",
    "Once there is one of your own, the usual ones no longer count.",
)


def row_groups(project: Project, plan: StaffingPlan | None) -> tuple[RowGroup, ...]:
    """All rows. With a plan they show what it used where nothing is set; without, what is set alone."""
    staffing = project.staffing
    found = list(_of_plan(staffing, plan)) if plan is not None else list(_of_settings(staffing))
    found.insert(1, RowGroup(_SPECIALS_TITLE, tuple(_special_rows(staffing.specials))))
    found.append(RowGroup(_GROUPS_TITLE, tuple(_group_rows(staffing.groups))))
    found.append(RowGroup(_COSTS_TITLE, tuple(_cost_rows(project, plan))))
    return tuple(found)


def own_value(staffing: Staffing, key: str) -> object:
    """What the client set for a value or for months; None where nothing is."""
    match key.split("."):
        case ["queues", queue, name]:
            return next((getattr(one, name) for one in staffing.queues if one.id == queue), None)
        case ["shrinkage", place, "share"]:
            return staffing.shrinkage[int(place)].share if int(place) < len(staffing.shrinkage) else None
        case ["hiring", name]:
            return (
                getattr(staffing.hiring, name) or None if name in _MONTHLY else getattr(staffing.hiring, name)
            )
        case [name]:
            return getattr(staffing, name)
    return None


def with_value(
    project: Project, plan: StaffingPlan | None, key: str, value: Decimal | date | tuple[Decimal, ...] | None
) -> Staffing:
    """The settings with another value or list of months; None leaves it to the definition or the usual.

    Raises:
        KeyError: what it is about is no longer there.
    """
    from rfp_builder.excel.staffing.changes import AssumptionChanges, Change
    from rfp_builder.excel.staffing.settings import settings_of

    staffing = project.staffing
    if value is None and key.startswith("shrinkage."):
        return staffing.replace(shrinkage=())
    used = staffing if plan is None else settings_of(plan)
    made = AssumptionChanges((Change(key, key, value),), (), Lang.JA).applied(staffing, used)
    if made.left:
        raise KeyError(key)
    return made.staffing


def shown_value(field: Field, value: object) -> Phrase:
    """A value with its unit."""
    if isinstance(value, date):
        return Phrase(show_date(value, Lang.JA), show_date(value, Lang.EN))
    if isinstance(value, int | Decimal):
        number = show_number(value)
        same = field.unit.en == "%"
        return Phrase(f"{number}%", f"{number}%") if same else _WITH_UNIT.fill(value=number, unit=field.unit)
    return _UNSET


def _of_plan(staffing: Staffing, plan: StaffingPlan) -> Iterator[RowGroup]:
    from rfp_builder.excel.staffing.inputs import groups

    origins = {one.setting: _origin(one) for one in plan.used if one.setting is not None}
    for group in groups(plan):
        rows: list[Row] = []
        months: dict[str, list[object]] = {}
        for one in group.inputs:
            head, _, tail = one.key.rpartition(".")
            if head.partition(".")[0] == "specials":
                continue
            if tail.isdigit():
                months.setdefault(head, []).append(one.value)
                continue
            own = own_value(staffing, one.key)
            value = one.value if own is None else own
            rows.append(_row(one.key, one.label, one.field, value, own, _origin_of(one.key, origins)))
        rows += [
            _months_row(staffing, key, values, _origin_of(key, origins)) for key, values in months.items()
        ]
        if rows:
            yield RowGroup(group.title, tuple(rows))


def _of_settings(staffing: Staffing) -> Iterator[RowGroup]:
    from rfp_builder.excel.staffing.inputs import FIELDS

    for title, keys in (
        (_WHOLE_TITLE, _WHOLE),
        (_HIRING_TITLE, tuple(f"hiring.{name}" for name in _HIRING)),
    ):
        rows = []
        for key in keys:
            field, own = FIELDS[key.rpartition(".")[2]], own_value(staffing, key)
            rows.append(_row(key, field.label, field, own, own))
        if title is _HIRING_TITLE:
            rows += [_months_row(staffing, f"hiring.{name}", ()) for name in _MONTHLY]
        yield RowGroup(title, tuple(rows))


def _origin(used: Used) -> Phrase:
    """Where a plan took a value from; of the definition, the number of the question."""
    from rfp_builder.workload.plan.values import Origin

    if used.origin is Origin.SETTING:
        # The row says so where it still is one.
        return _NOTHING
    said, path = ORIGINS[used.origin.value], used.path
    if path is not None and used.origin is Origin.DEFINITION:
        for number, asked in shape.items().items():
            if path == asked.path or path.startswith(f"{asked.path}."):
                return _ANSWER.fill(origin=said, number=number)
    return said


def _origin_of(key: str, origins: Mapping[str, Phrase]) -> Phrase:
    """The origin of a row: a goal and its time are one value of the plan, as is all of shrinkage."""
    head, _, tail = key.rpartition(".")
    whole = f"{head}.target" if tail == "within" else "shrinkage" if key.startswith("shrinkage.") else key
    return origins.get(whole, _NOTHING)


def _row(
    key: str, label: Speakable, field: Field, value: object, own: object, origin: Phrase = _NOTHING
) -> Row:
    shown = shown_value(field, value)
    is_set = own is not None
    aside = _OWN if is_set else _NOTHING if value is None else origin
    return Row(key, RowKind.VALUE, label, shown, is_set, aside, field.note or _NOTHING)


def _months_row(staffing: Staffing, key: str, used: Sequence[object], origin: Phrase = _NOTHING) -> Row:
    from rfp_builder.excel.staffing.inputs import FIELDS

    name = key.rpartition(".")[2]
    own = own_value(staffing, key)
    values = own if isinstance(own, tuple) else tuple(one for one in used if one is not None)
    said = ", ".join(f"{show_number(one)}%" for one in values if isinstance(one, Decimal)) or "-"
    aside = _OWN if own is not None else origin
    note = FIELDS[name].note or _NOTHING
    return Row(key, RowKind.MONTHS, _MONTHLY_LABELS[name], Phrase(said, said), own is not None, aside, note)


def _special_rows(specials: Sequence[SpecialDays]) -> Iterator[Row]:
    for place, one in enumerate(specials):
        first, last = (
            Phrase(show_date(day, Lang.JA), show_date(day, Lang.EN)) for day in (one.first, one.last)
        )
        days = first if one.first == one.last else _SPECIAL.fill(first=first, last=last)
        times = _TIMES.fill(factor=show_number(one.factor)) if one.factor else _CLOSED
        label = one.occasion if one.occasion is not None else days
        note = days if one.occasion is not None else _NOTHING
        yield Row(f"specials.{place}", RowKind.SPECIAL, label, times, True, _OWN, note)


def _group_rows(groups: Sequence[ShiftGroup]) -> Iterator[Row]:
    if not groups:
        yield Row("groups.", RowKind.GROUP, _USUAL_GROUPS, _FULL_AND_PART, False, _ASSUMED, _USUAL_NOTE)
    for one in groups:
        line = group_line(one)
        yield Row(f"groups.{one.id}", RowKind.GROUP, one.name, line, True, _OWN, line)


def _cost_rows(project: Project, plan: StaffingPlan | None) -> Iterator[Row]:
    for one in cost_rows(project, plan):
        yield Row(
            f"costs.{one.item.value}", RowKind.COST, one.item, one.shown, one.is_set, one.standing, one.note
        )
