"""Values: frozen, strict, clean, and the same after a round trip through JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import BaseModel, TypeAdapter, ValidationError

from rfp_builder.i18n import Lang
from rfp_builder.model import units
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.base import CleanText, Value
from rfp_builder.model.criteria import Criteria, Criterion, SubCriterion
from rfp_builder.model.definition.overview import PurposeRow, SuccessMeasure
from rfp_builder.model.definition.price import RunningCosts
from rfp_builder.model.definition.work import Start
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.proposals import Fact, PriceLine
from rfp_builder.model.requirement import Requirement
from rfp_builder.model.rfp import Rfp
from rfp_builder.text.clean import clean
from tests.strategies import Maker, makers, no_answer, projects
from tests.text.strange import strange_text

_TEXT = Localized(ja="応対品質", en="quality")


def _models(model: type[BaseModel]) -> set[type[BaseModel]]:
    return {model}.union(*(_models(sub) for sub in model.__subclasses__()))


@given(projects())
@settings(max_examples=40, deadline=None)
def test_a_project_is_the_same_after_a_round_trip(project: Project) -> None:
    stored = project.model_dump_json(exclude_none=True)
    assert Project.model_validate_json(stored) == project
    # What was left out because it is None comes back as None, and in the same order.
    assert Project.model_validate_json(stored).model_dump_json(exclude_none=True) == stored


@given(projects())
@settings(max_examples=15, deadline=None)
def test_a_number_keeps_its_digits(project: Project) -> None:
    again = Project.model_validate_json(project.model_dump_json())
    before = [sub.points for sub in project.criteria.all_subs()]
    assert [str(sub.points) for sub in again.criteria.all_subs()] == [str(points) for points in before]


def test_every_value_is_frozen_and_strict_about_its_keys() -> None:
    models = _models(Value)
    assert len(models) > 100
    for model in models:
        assert model.model_config["frozen"], model
        assert model.model_config["extra"] == "forbid", model


def test_values_cannot_be_changed_in_place() -> None:
    project = Project()
    with pytest.raises(ValidationError):
        project.revision = 3  # type: ignore[misc]
    fact = Fact(table="sites", cells={"place": "大阪"})
    with pytest.raises(TypeError):
        fact.cells["place"] = "東京"  # type: ignore[index]


def test_what_is_read_only_keeps_its_order_and_does_not_follow_its_source() -> None:
    cells = {"b": "2", "a": "1"}
    fact = Fact(table="sites", cells=cells)
    cells["c"] = "3"
    assert list(fact.cells) == ["b", "a"]
    assert fact.model_dump_json() == '{"table":"sites","cells":{"b":"2","a":"1"}}'
    assert fact.replace(table="staffing").cells == {"b": "2", "a": "1"}


@pytest.mark.parametrize("model", [Project, Rfp, Requirement, Localized, Start], ids=lambda m: m.__name__)
def test_an_unknown_key_is_refused(model: type[Value]) -> None:
    with pytest.raises(ValidationError) as caught:
        model.model_validate({"ja": "文", "en": "text", "surprise": 1})
    assert "surprise" in {
        error["loc"][0] for error in caught.value.errors() if error["type"] == "extra_forbidden"
    }


def test_replace_validates() -> None:
    requirement = Requirement(id="r-1", item="4.3", statement=_TEXT)
    assert requirement.replace(item="4.10").item == "4.10"
    assert requirement.item == "4.3"
    with pytest.raises(ValidationError):
        requirement.replace(item="4.11")
    with pytest.raises(ValidationError):
        requirement.replace(unknown=1)


def test_replace_runs_the_checks_of_the_whole() -> None:
    requirement = Requirement(id="r-1", item="4.3", statement=_TEXT)
    with pytest.raises(ValidationError):
        Project(requirements=(requirement,)).replace(requirements=(requirement, requirement))


def test_ids_are_unique_where_they_are_looked_up() -> None:
    def sub(name: str) -> SubCriterion:
        return SubCriterion(id=name, name=_TEXT, points=Decimal(1))

    Criteria(criteria=(Criterion(id="a", name=_TEXT, subs=(sub("b"), sub("c"))),))
    for first, second in (("b", "b"), ("a", "b")):
        with pytest.raises(ValidationError):
            Criteria(criteria=(Criterion(id="a", name=_TEXT, subs=(sub(first), sub(second))),))


@pytest.mark.parametrize(
    "dirty",
    ["a\x00b", "a\u200bb", "\u202eabc", "a\r\nb", "\ud800", "か\u3099", "a\ufffe", "\ufeffa", "a\u2028b"],
)
def test_unclean_text_is_refused(dirty: str) -> None:
    for make in (
        lambda: Localized(ja=dirty),
        lambda: Localized(en=dirty),
        lambda: Rfp(number=dirty),
        lambda: Fact(table="sites", cells={"a": dirty}),
    ):
        with pytest.raises(ValidationError):
            make()


@given(strange_text(40))
def test_what_was_cleaned_is_taken(text: str) -> None:
    cleaned = clean(text).text
    kept = TypeAdapter(CleanText).validate_python(cleaned)
    if kept.strip():
        assert Localized(ja=cleaned).ja is not None


@pytest.mark.parametrize("empty", ["", " ", "\u3000\n"])
def test_an_empty_text_is_no_text(empty: str) -> None:
    with pytest.raises(ValidationError):
        Localized(ja=empty)
    with pytest.raises(ValidationError):
        Localized()


def test_a_text_is_said_in_the_other_language_where_one_is_missing() -> None:
    only = Localized(ja="方針")
    assert (only.to(Lang.JA), only.to(Lang.EN)) == ("方針", "方針")
    assert (only.has(Lang.JA), only.has(Lang.EN)) == (True, False)
    assert (_TEXT.to(Lang.JA), _TEXT.to(Lang.EN)) == ("応対品質", "quality")


@given(makers())
@settings(max_examples=20, deadline=None)
def test_undecided_and_not_applicable_stay_what_they_are(make: Maker) -> None:
    answer = no_answer(make)
    row = PurposeRow(id="p", why=answer, rank=answer)
    again = PurposeRow.model_validate_json(row.model_dump_json())
    assert again.why == again.rank == answer
    assert isinstance(again.rank, Undecided | NotApplicable)


@pytest.mark.parametrize(
    "text", ["20270401", "1806537600", "2027-04-01T00:00:00", "2027/04/01", "２０２７-04-01", "2027-4-1"]
)
def test_a_date_is_never_guessed_from_a_timestamp(text: str) -> None:
    for value in (text, json.loads(text) if text.isascii() and text.isdigit() else text):
        with pytest.raises(ValidationError):
            SuccessMeasure.model_validate({"id": "a", "due": value})
        with pytest.raises(ValidationError):
            SuccessMeasure.model_validate_json(json.dumps({"id": "a", "due": value}))


def test_a_date_is_read_as_written() -> None:
    assert SuccessMeasure.model_validate({"id": "a", "due": "2027-04-01"}).due == date(2027, 4, 1)


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        (units.Count, 1.0),
        (units.Count, "3"),
        (units.Count, True),
        (units.Count, -1),
        (units.Clock, 1441),
        (units.Percent, "100.01"),
        (units.Percent, "NaN"),
        (units.Percent, "Infinity"),
        (units.Percent, "1.23456"),
        (units.Money, -1),
        (units.Money, 10**15 + 1),
        (units.Points, -1),
        (units.YearMonth, "2027-13"),
        (units.YearMonth, "20２7-04"),
        (units.YearMonth, "2027-04\n"),
    ],
)
def test_numbers_keep_to_their_units(unit: Any, value: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(unit).validate_python(value)


@pytest.mark.parametrize("version", ["0.9", "1", "1.0.0", "1.０", "1.٣", "01.0", "1.1234"])
def test_a_version_has_two_ascii_numbers(version: str) -> None:
    assert Rfp(version="12.3").version == "12.3"
    with pytest.raises(ValidationError):
        Rfp(version=version)


_SECRET = "秘密の言葉"


@pytest.mark.parametrize(
    ("model", "value"),
    [
        (Requirement, {"id": _SECRET, "item": _SECRET, "statement": {"ja": _SECRET, "en": _SECRET + "\x00"}}),
        (Project, {"revision": _SECRET, "requirements": [_SECRET], "rfp": {"title": _SECRET}}),
        (Localized, {"ja": _SECRET * 4000}),
        (Start, {"service_start": _SECRET, "ramp": [{"share": _SECRET}]}),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_an_error_never_says_what_was_given(model: type[Value], value: object) -> None:
    tries: tuple[tuple[Callable[[Any], object], object], ...] = (
        (model.model_validate, value),
        (model.model_validate_json, json.dumps(value)),
    )
    for validate, tried in tries:
        with pytest.raises(ValidationError) as caught:
            validate(tried)
        assert _SECRET not in str(caught.value)
        assert _SECRET not in repr(caught.value)


def test_offers_are_compared_over_as_many_months_as_a_price_line_takes() -> None:
    months = RunningCosts(compared_months=1200).compared_months
    assert isinstance(months, int)
    assert PriceLine(line="p-01", months=months).months == 1200
    with pytest.raises(ValidationError):
        RunningCosts(compared_months=1201)
