"""Places in a project by their paths, and the project with another value there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from pydantic import ValidationError

from rfp_builder.check.texts import texts_of
from rfp_builder.model.answers import Undecided
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.rfp import Contact
from rfp_builder.workspace.document.paths import ABSENT, value_at, with_value
from rfp_builder.workspace.workspace import sample_project
from tests.strategies import projects

_SAMPLE = sample_project("mail-order")
_VOLUME = _SAMPLE.definition.work.volumes.volumes[0].id  # type: ignore[index]


def test_the_paths_of_findings_lead_to_their_values() -> None:
    requirement = _SAMPLE.requirements[3]
    sub = _SAMPLE.criteria.criteria[1].subs[0]
    criterion = _SAMPLE.criteria.criteria[1].id
    assert value_at(_SAMPLE, f"requirements[{requirement.id}].statement") is requirement.statement
    assert value_at(_SAMPLE, f"criteria.criteria[{criterion}].subs[{sub.id}].points") == sub.points
    assert value_at(_SAMPLE, "rfp.schedule") is _SAMPLE.rfp.schedule
    assert value_at(_SAMPLE, "rfp.schedule[issue].day") == _SAMPLE.rfp.schedule[0].day
    assert value_at(_SAMPLE, "criteria.scale[2]") is _SAMPLE.criteria.scale[2]
    assert value_at(_SAMPLE, "work.volumes") is _SAMPLE.definition.work.volumes
    assert value_at(_SAMPLE, "definition.work.volumes") is _SAMPLE.definition.work.volumes
    assert value_at(_SAMPLE, "") is _SAMPLE


@given(project=projects())
def test_every_text_of_the_check_is_found_by_its_path(project: Project) -> None:
    for text in texts_of(project):
        if not text.path.endswith((".scale", ".anchors", ".schedule")):
            assert value_at(project, text.path) is text.value


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (f"work.volumes.volumes[{_VOLUME}].aht", 333),
        ("work.volumes.volumes", Undecided(owner=Localized(ja="業務部"), due=date(2027, 1, 8))),
        ("rfp.schedule[issue].day", date(2027, 3, 3)),
        ("rfp.contact.email", "desk@example.invalid"),
        ("criteria.scale[2].rate", Decimal("12.5")),
        ("requirements", ()),
    ],
)
def test_only_that_place_is_different(path: str, value: object) -> None:
    after = with_value(_SAMPLE, path, value)
    assert value_at(after, path) == value
    assert with_value(after, path, value_at(_SAMPLE, path)) == _SAMPLE


def test_everything_off_the_way_is_shared() -> None:
    one = _SAMPLE.requirements[3]
    after = with_value(_SAMPLE, f"requirements[{one.id}].owner", Localized(ja="業務部"))
    assert after.definition is _SAMPLE.definition and after.criteria is _SAMPLE.criteria
    kept = [a is b for a, b in zip(after.requirements, _SAMPLE.requirements, strict=True)]
    assert kept.count(False) == 1


def test_a_row_is_taken_out() -> None:
    gone = _SAMPLE.requirements[3].id
    after = with_value(_SAMPLE, f"requirements[{gone}]", ABSENT)
    assert after.requirements == _SAMPLE.requirements[:3] + _SAMPLE.requirements[4:]


@pytest.mark.parametrize(
    "path",
    [
        "requirements[nobody].statement",
        "work.volumes.volumes[nobody].aht",
        "work.volumes.nothing",
        "work.nothing.volumes",
        "nothing",
        "rfp.schedule[never].day",
        "rfp.title[x]",
        "rfp.title.ja.x",
        "work..volumes",
        "work.volumes.volumes[",
        "__class__",
    ],
)
def test_a_place_that_is_not_there(path: str) -> None:
    with pytest.raises(KeyError):
        value_at(_SAMPLE, path)
    with pytest.raises(KeyError):
        with_value(_SAMPLE, path, None)


def test_a_contact_begins_with_its_desk_and_ends_without_it() -> None:
    without = with_value(_SAMPLE, "rfp.contact", None)
    assert value_at(without, "rfp.contact.email") is None
    with pytest.raises(ValidationError):
        with_value(without, "rfp.contact.email", "desk@example.invalid")
    begun = with_value(without, "rfp.contact.desk", Localized(ja="調達課"))
    assert begun.rfp.contact == Contact(desk=Localized(ja="調達課"))
    assert with_value(begun, "rfp.contact.desk", None).rfp.contact is None
    with_mail = with_value(begun, "rfp.contact.email", "desk@example.invalid")
    with pytest.raises(ValidationError):
        with_value(with_mail, "rfp.contact.desk", None)


def test_a_missing_parent_is_not_invented() -> None:
    undecided = Undecided(owner=Localized(ja="業務部"), due=date(2027, 1, 8))
    open_ = with_value(_SAMPLE, "work.volumes.volumes", undecided)
    with pytest.raises(KeyError):
        with_value(open_, f"work.volumes.volumes[{_VOLUME}].aht", 1)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (f"work.volumes.volumes[{_VOLUME}].aht", -1),
        ("rfp.validity_days", "soon"),
        ("rfp.title", Localized.model_construct(ja="a\x00", en=None).model_dump()),
        ("requirements", (_SAMPLE.requirements[0], _SAMPLE.requirements[0])),
        ("criteria", None),
    ],
)
def test_the_model_is_asked(path: str, value: object) -> None:
    with pytest.raises(ValidationError):
        with_value(_SAMPLE, path, value)
