"""The form for each kind of assumption: what it asks, and how that is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rfp_builder.catalogue.standings import STANDINGS
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.tui.staffing.setting_form import Choice, Form, Line
from rfp_builder.workspace.staffing.assumptions import Row, RowKind, own_value, with_value
from rfp_builder.workspace.staffing.contracts import TypedGroup, typed_group, with_group, without_group
from rfp_builder.workspace.staffing.cost_rows import TypedCost, typed_cost, with_cost, without_cost
from rfp_builder.workspace.staffing.typed_setting import (
    TypedSpecial,
    read_months,
    read_setting,
    typed_special,
    typed_value,
    with_special,
    without_special,
)

if TYPE_CHECKING:
    from rfp_builder.model.project import Project
    from rfp_builder.model.staffing import SpecialDays, Staffing
    from rfp_builder.tui.session import Session
    from rfp_builder.workload.plan.values import StaffingPlan

_NOW = Phrase("いまの値: {value}", "Now: {value}")
_NOT_SET = Phrase("設定していません。", "Nothing is set.")
_AND = Phrase("{one}　{other}", "{one} {other}")
_VALUE = Phrase("値", "Value")
_UNIT = Phrase("（{unit}）", "({unit})")
_DATE_HINT = Phrase("例: 2027-04-01、令和9年4月1日", "for example 2027-04-01")
_MONTHS_HINT = Phrase("コンマで区切る。例: 40, 65, 80", "with commas, for example 40, 65, 80")
_UNSET = Phrase("設定を消す", "Clear")
_UNSET_ALL = Phrase("内訳の設定をすべて消す", "Clear all parts")
_DELETE = Phrase("削除する", "Delete")
_SPECIAL = Phrase("特別日", "Special days")
_SPECIAL_LEAD = Phrase(
    "キャンペーンや休業など、件数がふだんと異なることが分かっている日です。",
    "Days on which the contacts are known to differ, such as campaigns or days closed.",
)
_OCCASION = Phrase("名前", "Name")
_OPTIONAL = Phrase("（任意）", "(optional)")
_FIRST = Phrase("初日", "From")
_LAST = Phrase("最終日", "To")
_ONE_DAY = Phrase("空欄なら1日だけ", "blank: that day alone")
_FACTOR = Phrase("ふだんの日の何倍か", "Times an ordinary day")
_FACTOR_HINT = Phrase("例: 1.4（0は休業）", "for example 1.4; 0 is closed")
_GROUP = Phrase("勤務形態", "Kind of contract")
_GROUP_LEAD = Phrase(
    "同じ働き方をする人たちです。1つでも設定すると、標準の勤務形態は使いません。",
    "People who work alike. Once there is one of your own, the usual ones no longer count.",
)
_STARTS = Phrase("始業時刻", "Shifts start at")
_STARTS_HINT = Phrase("例: 8:00-10:00/30分、13:00", "for example 8:00-10:00/30 min, 13:00")
_LENGTH = Phrase("始業から終業まで（休憩を含む）", "From start to end, breaks included")
_LENGTH_HINT = Phrase("例: 9時間", "for example 9 h")
_RESTS = Phrase("休憩", "Breaks")
_RESTS_HINT = Phrase(
    "始業からの時間/長さ。例: 4時間/60分、2時間/15分/有給",
    "time after the start/length, for example 4 h/60 min, 2 h/15 min/paid",
)
_DAYS = Phrase("週の勤務日数", "Days of work a week")
_PEOPLE = Phrase("人数の上限", "How many people at most")
_NO_LIMIT = Phrase("空欄なら上限なし", "blank: as many as are needed")
_PART_TIME = Phrase("区分", "Counts as")
_FULL, _PART = Phrase("フルタイム", "full-time"), Phrase("パートタイム", "part-time")
_TOGETHER = Phrase("休日", "Days off")
_IN_A_ROW, _ANY = Phrase("連続", "together"), Phrase("連続しなくてよい", "need not be together")
_ENDS = (
    ("low", Phrase("低め", "Low")),
    ("base", Phrase("標準", "Base")),
    ("high", Phrase("高め", "High")),
)
_COST_LEAD = Phrase(
    "単位: {unit}。見積もり、求人の相場、自社の実績などに置き換えてください（社外秘）。",
    "In {unit}. Put in quotations, wages in job offers, or your own figures (confidential).",
)
_PER_CENT = Phrase("割合（%）", "per cent")
_SOURCE = Phrase("出典", "Source")
_AS_OF = Phrase("時点", "As of")
_STANDING = Phrase("位置づけ", "Standing")
_YES, _NO = "yes", "no"


def form_for(session: Session, plan: StaffingPlan | None, row: Row, lang: Lang) -> Form:
    """The form that changes what a row is of."""
    project, name = session.project, row.key.partition(".")[2]
    match row.kind:
        case RowKind.SPECIAL:
            return special_form(project, int(name), lang)
        case RowKind.GROUP:
            return group_form(project, name or None, lang)
        case RowKind.COST:
            return _cost_form(session, plan, row, name, lang)
        case _:
            return _value_form(project, plan, row)


def special_form(project: Project, place: int | None, lang: Lang) -> Form:
    """Special days: those at a place of the list, or new ones."""
    special = None if place is None else project.staffing.specials[place]
    held = TypedSpecial("", "", "", "") if special is None else typed_special(special, lang)

    def read(now: Project, texts: Mapping[str, str]) -> Staffing:
        there = None if special is None else _place_now(now, special)
        return with_special(now.staffing, there, TypedSpecial(**texts), lang)

    return Form(
        _SPECIAL,
        _SPECIAL_LEAD,
        (
            Line("first", _FIRST, held.first, _DATE_HINT),
            Line("last", _LAST, held.last, _ONE_DAY),
            Line("factor", _FACTOR, held.factor, _FACTOR_HINT),
            Line("occasion", _OCCASION, held.occasion, _OPTIONAL),
        ),
        read,
        None if special is None else _DELETE,
        None if special is None else lambda now: without_special(now.staffing, _place_now(now, special)),
    )


def _place_now(project: Project, special: SpecialDays) -> int:
    """Where they stand: others may have changed the list meanwhile. Raises `KeyError` where they are gone."""
    if special not in project.staffing.specials:
        raise KeyError(special.first)
    return project.staffing.specials.index(special)


def group_form(project: Project, group_id: str | None, lang: Lang) -> Form:
    """A kind of contract: the one with that id, or a new one."""
    staffing = project.staffing
    group = next((one for one in staffing.groups if one.id == group_id), None)
    held = typed_group(group, lang) if group is not None else _no_group()

    def read(now: Project, texts: Mapping[str, str]) -> Staffing:
        plain = {name: text for name, text in texts.items() if name not in ("kind", "off")}
        typed = TypedGroup(**plain, part_time=texts["kind"] == _YES, days_off_together=texts["off"] == _YES)
        return with_group(now.staffing, None if group is None else group.id, typed, lang)

    return Form(
        _GROUP,
        _GROUP_LEAD,
        (
            Line("name", _OCCASION, held.name),
            Line("starts", _STARTS, held.starts, _STARTS_HINT),
            Line("length", _LENGTH, held.length, _LENGTH_HINT),
            Line("rests", _RESTS, held.rests, _RESTS_HINT),
            Line("days", _DAYS, held.days),
            Line("people", _PEOPLE, held.people, _NO_LIMIT),
            Choice("kind", _PART_TIME, ((_NO, _FULL), (_YES, _PART)), _YES if held.part_time else _NO),
            Choice(
                "off", _TOGETHER, ((_YES, _IN_A_ROW), (_NO, _ANY)), _YES if held.days_off_together else _NO
            ),
        ),
        read,
        None if group is None else _DELETE,
        None if group is None else lambda now: without_group(now.staffing, group.id),
    )


def _no_group() -> TypedGroup:
    return TypedGroup("", "", "", "", "5", "", part_time=False, days_off_together=True)


def _value_form(project: Project, plan: StaffingPlan | None, row: Row) -> Form:
    from rfp_builder.excel.columns import Kind
    from rfp_builder.excel.staffing.inputs import FIELDS

    field = FIELDS[row.key.rpartition(".")[2]]
    own = own_value(project.staffing, row.key)

    def read(now: Project, texts: Mapping[str, str]) -> Staffing:
        text = texts["value"]
        if not text.strip() and field.may_be_blank:
            return with_value(now, plan, row.key, None)
        of_months = row.kind is RowKind.MONTHS
        value = read_months(field, text) if of_months else read_setting(field, text)
        return with_value(now, plan, row.key, value)

    hint = _UNIT.fill(unit=field.unit)
    if row.kind is RowKind.MONTHS:
        hint = _MONTHS_HINT
    elif field.kind is Kind.DATE:
        hint = _DATE_HINT
    now = _NOW.fill(value=row.value) if row.value.en != "-" else _NOT_SET
    part = row.key.startswith("shrinkage.")
    return Form(
        row.label,
        _AND.fill(one=now, other=row.note),
        (Line("value", _VALUE, typed_value(own), hint),),
        read,
        None if own is None else _UNSET_ALL if part else _UNSET,
        None if own is None else lambda now: with_value(now, plan, row.key, None),
    )


def _cost_form(session: Session, plan: StaffingPlan | None, row: Row, item: str, lang: Lang) -> Form:
    from rfp_builder.excel.staffing.cost_inputs import SHARES
    from rfp_builder.workload.should_cost import Item

    held = typed_cost(session.project, plan, item, session.today, lang)
    code = Item(item)

    def read(now: Project, texts: Mapping[str, str]) -> Staffing:
        return with_cost(now, item, TypedCost(**texts), lang)

    standings = tuple((one.value, said) for one, said in STANDINGS.items())
    texts = {"low": held.low, "base": held.base, "high": held.high}
    return Form(
        row.label,
        _COST_LEAD.fill(unit=_PER_CENT if code in SHARES else code.unit),
        (
            *(Line(name, label, texts[name]) for name, label in _ENDS),
            Line("source", _SOURCE, held.source),
            Line("as_of", _AS_OF, held.as_of, _DATE_HINT),
            Choice("standing", _STANDING, standings, held.standing),
        ),
        read,
        _UNSET if row.is_set else None,
        (lambda now: without_cost(now.staffing, item)) if row.is_set else None,
    )
