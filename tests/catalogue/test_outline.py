"""Items as people read them: labels, tables, choices, references, in either language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.catalogue.outline import Line, Table, outline, row_name
from rfp_builder.catalogue.sections import item as item_text
from rfp_builder.i18n import Lang
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.choices import Channel, Day
from rfp_builder.model.definition import Definition, Overview, Price, Work
from rfp_builder.model.definition.overview import Policy
from rfp_builder.model.definition.price import Payment
from rfp_builder.model.definition.work import (
    ChannelVolume,
    Forecast,
    MonthlyForecast,
    Program,
    Programs,
    Volumes,
)
from rfp_builder.model.localized import Localized
from rfp_builder.model.shape import items
from tests.strategies import Maker, definition, makers

_SALES = Localized(ja="注文受付", en="Orders")


def _with_programs(*programs: Program, volumes: Any = None) -> Definition:
    return Definition(work=Work(programs=Programs(programs=programs), volumes=Volumes(volumes=volumes)))


def _cells(value: Definition, item: str, lang: Lang) -> dict[str, tuple[str, ...]]:
    (table,) = (block for block in outline(value, item, lang) if isinstance(block, Table))
    return {heading.name: tuple(row[n] for row in table.rows) for n, heading in enumerate(table.headings)}


_WEEK = tuple(Day)[:7]


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        (_WEEK[:5], [(Day.MON, Day.FRI)]),
        ((Day.FRI, Day.MON), [(Day.MON,), (Day.FRI,)]),
        ((Day.SAT, Day.SUN, Day.HOLIDAY), [(Day.SAT,), (Day.SUN,), (Day.HOLIDAY,)]),
        ((*_WEEK[:3], Day.SUN, Day.HOLIDAY), [(Day.MON, Day.WED), (Day.SUN,), (Day.HOLIDAY,)]),
        (tuple(Day), [(Day.MON, Day.SUN), (Day.HOLIDAY,)]),
        ((Day.SUN, Day.SUN), [(Day.SUN,)]),
    ],
)
def test_runs_of_days_are_drawn_together(days: tuple[Day, ...], shown: list[tuple[Day, ...]]) -> None:
    value = _with_programs(Program(id="p", name=_SALES, days=days))
    for lang, between, dash in ((Lang.JA, "、", "〜"), (Lang.EN, ", ", "–")):
        expected = between.join(dash.join(choice_label(day).to(lang) for day in run) for run in shown)
        assert _cells(value, "2.1", lang)["days"] == (expected,)


def test_hours_choices_and_references_are_said_in_words() -> None:
    value = _with_programs(
        Program(id="p", name=_SALES, opens=9 * 60, closes=24 * 60),
        volumes=(
            ChannelVolume(
                id="v",
                program="p",
                channel=Channel.PHONE,
                monthly_contacts=12000,
                peak_share=Decimal("12.50"),
            ),
        ),
    )
    hours = _cells(value, "2.1", Lang.JA)
    assert (hours["opens"], hours["closes"]) == (("9:00",), ("24:00",))
    volumes = _cells(value, "2.2", Lang.EN)
    assert volumes["program"] == ("Orders",)
    assert volumes["monthly_contacts"] == ("12,000",)
    assert volumes["peak_share"] == ("12.5",)
    assert volumes["channel"][0].casefold() == "phone"


def test_a_reference_that_leads_nowhere_says_nothing() -> None:
    assert (
        row_name(_with_programs(Program(id="p", name=_SALES)), "work.programs.programs", "p", Lang.JA)
        == "注文受付"
    )
    assert row_name(_with_programs(), "work.programs.programs", "gone", Lang.JA) == ""
    assert row_name(Definition(), "work.programs.programs", "gone", Lang.JA) == ""


def test_undecided_and_not_applicable_say_who_and_why_inside_only() -> None:
    owner, reason = Localized(ja="企画部", en="planning"), Localized(ja="新設", en="newly set up")
    undecided = Definition(
        overview=Overview(policy=Policy(policy=Undecided(owner=owner, due=date(2027, 4, 1))))
    )
    not_applicable = Definition(overview=Overview(policy=Policy(policy=NotApplicable(reason=reason))))
    for value, secret in ((undecided, owner), (not_applicable, reason)):
        for lang in Lang:
            (outside,) = outline(value, "1.1", lang)
            (inside,) = outline(value, "1.1", lang, internal=True)
            assert isinstance(outside, Line) and isinstance(inside, Line)
            assert secret.to(lang) not in outside.text
            assert secret.to(lang) in inside.text


@given(makers(2))
@settings(max_examples=20, deadline=None)
def test_every_block_is_labelled_and_every_row_whole(make: Maker) -> None:
    value = definition(make)
    for lang in Lang:
        for shape in items().values():
            texts = item_text(shape.id)
            names = []
            for block in outline(value, shape.id, lang, internal=True):
                names.append(block.name)
                assert block.label == texts.field(block.name).heading.to(lang)
                assert block.confidential == shape.slot(block.name).confidential
                if isinstance(block, Table):
                    assert block.rows
                    assert all(len(row) == len(block.headings) and any(row) for row in block.rows)
                    assert all(any(row[n] for row in block.rows) for n in range(len(block.headings)))
                else:
                    assert block.text
            assert names == [slot.name for slot in shape.slots if slot.name in names]


@given(makers(2))
@settings(max_examples=10, deadline=None)
def test_only_what_is_listed_is_shown(make: Maker) -> None:
    value = definition(make)
    assert outline(value, "2.2", Lang.JA, listed={}) == ()
    for block in outline(value, "2.2", Lang.JA, listed={"volumes": ("channel",)}):
        assert isinstance(block, Line) or [heading.name for heading in block.headings] == ["channel"]


def _forecast(*rows: tuple[str, Any, Any, Any]) -> Definition:
    months = tuple(
        MonthlyForecast(id=f"m{n}", month=month, program=program, channel=channel, contacts=contacts)
        for n, (month, program, channel, contacts) in enumerate(rows)
    )
    programs = (Program(id="p", name=_SALES), Program(id="q", name=Localized(ja="督促", en="Dunning")))
    return Definition(work=Work(programs=Programs(programs=programs), forecast=Forecast(months=months)))


def _months(value: Definition, lang: Lang, *columns: str) -> Table:
    listed = {"months": columns} if columns else None
    (table,) = outline(value, "2.3", lang, listed=listed)
    assert isinstance(table, Table)
    return table


def test_figures_by_month_stand_side_by_side() -> None:
    value = _forecast(
        ("2027-05", "p", Channel.PHONE, 12000),
        ("2027-05", "q", Channel.PHONE, 300),
        ("2027-04", "p", Channel.PHONE, 11000),
    )
    turned = _months(value, Lang.JA)
    assert [heading.text for heading in turned.headings] == [
        "年月",
        "注文受付・電話（件）",
        "督促・電話（件）",
    ]
    assert [heading.numeric for heading in turned.headings] == [False, True, True]
    assert turned.rows == (("2027年4月", "11,000", ""), ("2027年5月", "12,000", "300"))
    assert _months(value, Lang.EN).headings[1].text == "Orders, Phone (contacts)"


@pytest.mark.parametrize(
    "second",
    [
        ("2027-04", "p", Channel.PHONE, 500),
        ("2027-05", "gone", Channel.PHONE, 500),
        ("2027-05", "p", None, 500),
        ("2027-05", "p", Channel.PHONE, None),
        ("2027-05", "p", NotApplicable(reason=_SALES), 500),
    ],
)
def test_figures_by_month_that_do_not_fit_a_grid_stay_a_list(second: tuple[str, Any, Any, Any]) -> None:
    value = _forecast(("2027-04", "p", Channel.PHONE, 11000), second)
    listed = _months(value, Lang.JA)
    assert [heading.name for heading in listed.headings] == ["month", "program", "channel", "contacts"]
    assert len(listed.rows) == 2


def test_a_list_of_months_without_its_figures_is_not_turned() -> None:
    value = _forecast(("2027-04", "p", Channel.PHONE, 11000))
    shown = _months(value, Lang.JA, "month", "program")
    assert [heading.name for heading in shown.headings] == ["month", "program"]


def test_the_last_day_of_the_month_and_the_yen_are_said_in_words() -> None:
    def said(closing: int, currency: str, lang: Lang) -> list[str]:
        payment = Payment(closing_day=closing, currency=currency)
        blocks = outline(Definition(price=Price(payment=payment)), "6.4", lang)
        return [block.text for block in blocks if isinstance(block, Line)]

    assert said(31, "JPY", Lang.JA) == ["月末", "日本円（JPY）"]
    assert said(31, "JPY", Lang.EN) == ["end of month", "Japanese yen (JPY)"]
    assert said(30, "USD", Lang.JA) == ["30", "USD"]
