"""Assumptions as rows: what holds, who said so, how they are typed, and what a workbook changed in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from rfp_builder.excel.staffing.changes import Change
from rfp_builder.excel.staffing.inputs import FIELDS
from rfp_builder.excel.staffing.settings import settings_of
from rfp_builder.i18n import Lang
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import CostAssumption, Staffing
from rfp_builder.text.unreadable import Unreadable
from rfp_builder.workspace.staffing.assumptions import Row, RowKind, row_groups, with_value
from rfp_builder.workspace.staffing.change_lines import change_line
from rfp_builder.workspace.staffing.contracts import TypedGroup, typed_group, with_group, without_group
from rfp_builder.workspace.staffing.cost_rows import TypedCost, typed_cost, with_cost, without_cost
from rfp_builder.workspace.staffing.misread import Misread
from rfp_builder.workspace.staffing.planning import Planned
from rfp_builder.workspace.staffing.typed_setting import (
    TypedSpecial,
    read_months,
    read_setting,
    typed_special,
    with_special,
    without_special,
)
from rfp_builder.workspace.workspace import Workspace

_TODAY = date(2026, 11, 2)
_GROUP = TypedGroup("夜勤", "22:00", "9時間", "4時間/1時間", "5", "", part_time=False, days_off_together=True)
_COST = TypedCost("5%", "8%", "12%", "見積書", "2026-04-01", "own")


def _rows(project: Project, made: Planned | None = None) -> dict[str, Row]:
    groups = row_groups(project, None if made is None else made.plan)
    return {row.key: row for group in groups for row in group.rows}


def test_with_a_plan_rows_show_what_it_used_until_something_is_set(
    workspace: Workspace, made: Planned
) -> None:
    project = workspace.project
    row = _rows(project, made)["queues.orders.aht"]
    assert row.value.ja == f"{round(made.plan.queues[0].aht_s)}秒" and not row.is_set
    after = project.replace(staffing=with_value(project, made.plan, row.key, Decimal(200)))
    row = _rows(after, made)[row.key]
    assert row.value.en == "200 s" and row.is_set
    assert after.staffing.queues[0].names == ("注文",), "whose series they are stays"
    cleared = after.replace(staffing=with_value(after, made.plan, row.key, None))
    assert not _rows(cleared, made)[row.key].is_set
    with pytest.raises(KeyError):
        with_value(project, made.plan, "queues.gone.aht", Decimal(200))


def test_every_value_of_a_plan_says_where_it_comes_from(workspace: Workspace, made: Planned) -> None:
    rows = _rows(workspace.project, made)
    unsaid = {key for key, row in rows.items() if row.value.ja != "-" and not row.aside.ja}
    assert unsaid == {"hiring.experienced"}, "it may be left out altogether"
    said = {key: rows[key].aside.ja for key in ("growth", "certainty", "hiring.ramp", "occupancy_cap")}
    assert said == {
        "growth": "定義 2.3",
        "certainty": "! 仮定",
        "hiring.ramp": "! 仮定",
        "occupancy_cap": "定義 4.4",
    }
    assert rows["queues.orders.target"].aside == rows["queues.orders.within"].aside
    assert rows["queues.service.patience"].aside.ja == "設定"


def test_without_a_plan_rows_show_what_is_set_alone() -> None:
    rows = _rows(Project(staffing=Staffing(growth=Decimal(-3))))
    assert rows["growth"].value.ja == "-3%" and rows["growth"].is_set
    assert rows["seats"].value.ja == "-" and not any(key.startswith("queues.") for key in rows)
    assert rows["groups."].kind is RowKind.GROUP and rows["costs.csr-wage"].aside.ja == "! 仮の値"


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("certainty", "８０％", Decimal(80)),
        ("growth", "▲3.5%", Decimal("-3.5")),
        ("seats", "1,200席", Decimal(1200)),
        ("until", "令和9年4月1日", date(2027, 4, 1)),
    ],
)
def test_values_are_read_as_people_type_them(name: str, text: str, value: object) -> None:
    assert read_setting(FIELDS[name], text) == value


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("certainty", "", "値を入力"),
        ("certainty", "100%", "50%から99%"),
        ("class_attrition", "100%", "未満"),
        ("seats", "1.5", "整数"),
        ("factor", "1.23456", "小数第3位"),
        ("until", "1999-01-01", "2000年から"),
    ],
)
def test_values_that_do_not_fit_are_refused_with_the_reason(name: str, text: str, why: str) -> None:
    with pytest.raises(Unreadable) as problem:
        read_setting(FIELDS[name], text)
    assert why in problem.value.reason.ja


def test_months_are_read_with_commas_between_them() -> None:
    assert read_months(FIELDS["ramp"], "40%、65, 80") == (Decimal(40), Decimal(65), Decimal(80))
    for text in ("", "40, 0", ", ".join(["50"] * 25)):
        with pytest.raises(Unreadable):
            read_months(FIELDS["ramp"], text)


def test_special_days_come_in_the_order_of_their_days_and_back() -> None:
    late = TypedSpecial("冬の感謝祭", "2027-12-01", "", "1.5")
    early = TypedSpecial("", "2027-11-19", "2027-11-25", "0")
    staffing = with_special(with_special(Staffing(), None, late, Lang.JA), None, early, Lang.JA)
    assert [typed_special(one, Lang.JA) for one in staffing.specials] == [early, late]
    renamed = with_special(staffing, 1, TypedSpecial("Thanks", "2027-12-01", "", "2"), Lang.EN)
    assert renamed.specials[1].occasion == Localized(en="Thanks") and len(renamed.specials) == 2
    assert without_special(staffing, 0).specials == staffing.specials[1:]
    for field, wrong in (
        ("first", TypedSpecial("", "いつか", "", "1")),
        ("last", TypedSpecial("", "2027-12-02", "2027-12-01", "1")),
        ("factor", TypedSpecial("", "2027-12-02", "", "9" * 40)),
    ):
        with pytest.raises(Misread) as problem:
            with_special(staffing, None, wrong, Lang.JA)
        assert problem.value.field == field


def test_a_contract_is_typed_shown_and_taken_away() -> None:
    staffing = with_group(Staffing(), None, _GROUP, Lang.JA)
    (group,) = staffing.groups
    assert typed_group(group, Lang.JA) == _GROUP
    again = with_group(staffing, group.id, typed_group(group, Lang.EN), Lang.EN)
    assert again.groups[0].name == group.name, "what it is called in the other language stays"
    assert without_group(staffing, group.id).groups == ()
    for field in ("name", "starts", "length", "rests", "days", "people"):
        texts = {one: getattr(_GROUP, one) for one in TypedGroup.__slots__}
        with pytest.raises(Misread) as problem:
            with_group(staffing, None, TypedGroup(**texts | {field: "x" * 100}), Lang.JA)
        assert problem.value.field == field


def test_a_cost_is_typed_in_per_cent_kept_as_a_share_and_given_up(
    workspace: Workspace, made: Planned
) -> None:
    project = workspace.project
    after = project.replace(staffing=with_cost(project, "margin", _COST, Lang.JA))
    (cost,) = after.staffing.costs
    assert cost.base == Decimal("0.08") and _rows(after, made)["costs.margin"].is_set
    assert typed_cost(after, made.plan, "margin", _TODAY, Lang.JA) == _COST
    begun = typed_cost(project, made.plan, "margin", _TODAY, Lang.JA)
    assert (begun.source, begun.as_of, begun.standing) == ("", "2026-11-02", "own")
    assert without_cost(after.staffing, "margin").costs == ()
    for field, texts in (("low", {"low": "20%"}), ("source", {"source": " "}), ("high", {"high": "高い"})):
        with pytest.raises(Misread) as problem:
            with_cost(project, "margin", TypedCost(**{**_as_dict(_COST), **texts}), Lang.JA)
        assert problem.value.field == field


def test_a_stored_cost_that_cannot_be_worked_with_does_not_close_the_list(workspace: Workspace) -> None:
    made = with_cost(workspace.project, "margin", _COST, Lang.JA).costs[0]
    broken = CostAssumption.model_validate({**dict(made), "low": Decimal("0.9")})
    project = workspace.project.replace(staffing=Staffing(costs=(broken,)))
    assert _rows(project)["costs.margin"].value.ja.startswith("5% / 10% / 15%")


def test_a_change_in_a_workbook_is_said_with_what_held_before(made: Planned) -> None:
    used = settings_of(made.plan)
    line = change_line(Change("certainty", "備える確率", Decimal(90)), used)
    assert line.ja == "備える確率: 80% から 90% へ"
    assert "定義または標準の値" in change_line(Change("seats", "席数", None), used).ja
    cost = change_line(Change("costs.margin", "利益", {"base": Decimal("0.08")}), used)
    assert cost.en == "利益: Base 0.08"


def _as_dict(typed: TypedCost) -> dict[str, str]:
    return {one: getattr(typed, one) for one in TypedCost.__slots__}
