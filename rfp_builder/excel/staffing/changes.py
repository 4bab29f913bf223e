"""What came back in a staffing workbook, and the settings it makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from rfp_builder.excel.staffing.group_inputs import is_spare
from rfp_builder.forms.shift_times import MOST_GROUPS, free_id
from rfp_builder.i18n import Lang
from rfp_builder.model.localized import Localized
from rfp_builder.model.proposals import Remark
from rfp_builder.model.staffing import CostAssumption, Queue, ShiftGroup, ShiftRest, SpecialDays, Staffing


@dataclass(frozen=True, slots=True)
class SpecialRow:
    """Special days as the sheet holds them: which row of its list they are in, and what stands there."""

    place: int
    first: date
    last: date
    factor: Decimal


GroupValue = str | int | bool | None | tuple[int, ...] | tuple[ShiftRest, ...]


@dataclass(frozen=True, slots=True)
class GroupChange:
    """Fields of one kind of contract, by their name in `model.staffing.ShiftGroup`: all of a new one."""

    columns: Mapping[str, GroupValue]


Changed = (
    Decimal
    | date
    | str
    | None
    | tuple[Decimal, ...]
    | tuple[SpecialRow, ...]
    | Mapping[str, Decimal | date | str]
    | GroupChange
)
"""A number, a day, nothing; all months or special days of a list; or the columns of a row."""

_WHOLE = frozenset({"aht", "within", "patience", "minimum", "deadline_minutes"})
_WHOLE_TERMS = frozenset({"lead_weeks", "training_weeks", "class_size", "classes_a_month", "experienced"})
_GOAL = ("target", "within")
_OWN_TO_A_QUEUE = ("id", "program", "channel", "names", "level")


@dataclass(frozen=True, slots=True)
class Change:
    """One setting that somebody changed."""

    key: str
    """Its path within `model.staffing.Staffing`: `queues.phone.aht`, `hiring.ramp`, `costs.csr-wage`."""
    label: str
    """What the sheet calls it."""
    value: Changed
    """What it is to be; None: as the definition says, or as is usual."""


@dataclass(frozen=True, slots=True)
class Applied:
    """The settings with the changes."""

    staffing: Staffing
    left: tuple[Change, ...]
    """Changes of queues, kinds of contract or parts of shrinkage that are no longer there."""


@dataclass(frozen=True, slots=True)
class AssumptionChanges:
    """The outcome of reading a staffing workbook."""

    changes: tuple[Change, ...]
    notes: tuple[Remark, ...]
    """What was not read (errors), or read with an assumption (warnings), cell by cell."""
    lang: Lang
    """Of the workbook, and so of the sources in it."""

    def applied(self, staffing: Staffing, used: Staffing) -> Applied:
        """`staffing` with the changes.

        Args:
            staffing: the settings of the project.
            used: what the plan used (`settings.settings_of`); rows that the project has none of its own of
                begin as they are there: who is in a queue, the parts of shrinkage, assumptions on cost.
        """
        making = _Making(staffing, used, self.lang)
        left = tuple(change for change in self.changes if not making.take(change))
        return Applied(making.staffing, left)


class _Making:
    def __init__(self, staffing: Staffing, used: Staffing, lang: Lang) -> None:
        self.staffing = staffing
        self._used = used
        self._lang = lang

    def take(self, change: Change) -> bool:
        """Make one change; false if what it is about is not there."""
        head, _, rest = change.key.partition(".")
        if head == "queues":
            queue, _, name = rest.rpartition(".")
            return self._take_queue(queue, name, change.value)
        if head == "shrinkage":
            return self._take_part(int(rest.partition(".")[0]), change.value)
        if head == "costs":
            return self._take_cost(rest, change.value)
        if head == "groups":
            return self._take_group(rest, change.value)
        if head == "hiring":
            value = _whole(change.value) if rest in _WHOLE_TERMS else change.value
            if rest in ("monthly_attrition", "ramp") and value is None:
                value = ()
            terms = self.staffing.hiring.replace(**{rest: value})
            self.staffing = self.staffing.replace(hiring=terms)
            return True
        if head == "specials":
            return self._take_specials(change.value)
        value = _whole(change.value) if head == "seats" else change.value
        self.staffing = self.staffing.replace(**{head: value})
        return True

    def _take_specials(self, value: Changed) -> bool:
        """All of them; what they are called stays with their row."""
        if not isinstance(value, tuple):
            return False
        names = [one.occasion for one in self._used.specials]
        rows = [one for one in value if isinstance(one, SpecialRow)]
        made = tuple(
            SpecialDays(
                occasion=names[one.place] if one.place < len(names) else None,
                first=one.first,
                last=one.last,
                factor=one.factor,
            )
            for one in rows
        )
        self.staffing = self.staffing.replace(specials=made)
        return True

    def _take_group(self, group: str, value: Changed) -> bool:
        """Change a kind of contract, take away one that was cleared, or put one more behind them."""
        held = self.staffing.groups
        columns: dict[str, Any] = dict(value.columns) if isinstance(value, GroupChange) else {}
        if "name" in columns:
            columns["name"] = Localized.model_validate({self._lang.value: columns["name"]})
        if is_spare(group):
            if len(held) >= MOST_GROUPS:
                return False
            new = ShiftGroup(id=free_id(held), **columns)
            self.staffing = self.staffing.replace(groups=(*held, new))
            return True
        if all(one.id != group for one in held):
            return False
        changed = tuple(one.replace(**columns) if one.id == group else one for one in held)
        left = changed if columns else tuple(one for one in held if one.id != group)
        self.staffing = self.staffing.replace(groups=left)
        return True

    def _take_queue(self, queue: str, name: str, value: Changed) -> bool:
        rows = self.staffing.queues or tuple(_bare(one) for one in self._used.queues)
        new: dict[str, Any] = {name: value if name not in _WHOLE else _whole(value)}
        if name in _GOAL and value is not None:
            # A service level is a share and a time: neither says anything without the other.
            other = _GOAL[1 - _GOAL.index(name)]
            own, used = (
                next((getattr(one, other) for one in of if one.id == queue), None)
                for of in (rows, self._used.queues)
            )
            new[other] = used if own is None else own
        return self._replace_row("queues", rows, [one.id == queue for one in rows], new)

    def _take_part(self, place: int, value: Changed) -> bool:
        rows = self.staffing.shrinkage or self._used.shrinkage
        return self._replace_row(
            "shrinkage", rows, [one == place for one in range(len(rows))], {"share": value}
        )

    def _take_cost(self, item: str, value: Changed) -> bool:
        own = {one.item: one for one in self.staffing.costs}
        row = own.get(item) or next((one for one in self._used.costs if one.item == item), None)
        if row is None or not isinstance(value, Mapping):
            return False
        columns: dict[str, Any] = dict(value)
        if "source" in columns:
            columns["source"] = Localized.model_validate({self._lang.value: columns["source"]})
        own[item] = CostAssumption.model_validate({**dict(row), **columns})
        self.staffing = self.staffing.replace(costs=tuple(own.values()))
        return True

    def _replace_row(
        self, name: str, rows: Sequence[Any], is_it: Sequence[bool], new: Mapping[str, Any]
    ) -> bool:
        if not any(is_it):
            return False
        changed = tuple(row.replace(**new) if here else row for row, here in zip(rows, is_it, strict=True))
        self.staffing = self.staffing.replace(**{name: changed})
        return True


def _bare(queue: Queue) -> Queue:
    """Who is in a queue, without what the plan found for it: that is to be found anew."""
    return Queue.model_validate({name: getattr(queue, name) for name in _OWN_TO_A_QUEUE})


def _whole(value: Changed) -> int | None:
    return int(value) if isinstance(value, Decimal) else None
