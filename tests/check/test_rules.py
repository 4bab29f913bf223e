"""Every rule fires where it should and keeps silent where it should."""

from __future__ import annotations

import pytest

from rfp_builder.catalogue.sections import example_of
from rfp_builder.catalogue.sections import item as item_text
from rfp_builder.check.context import Context
from rfp_builder.check.finding import Finding
from rfp_builder.check.registry import RULES
from rfp_builder.check.rule import Rule
from rfp_builder.i18n import Lang
from rfp_builder.model.choices import Channel
from rfp_builder.model.definition import Work
from rfp_builder.model.definition.work import ChannelVolume, Volumes
from rfp_builder.model.project import Project
from rfp_builder.model.shape import items
from tests.check.builders import TODAY, clean, project, undecided
from tests.check.cases import CASES

BY_ID: dict[str, Rule] = {rule.id: rule for rule in RULES}
COMPLETE = [f"complete.{item_id}" for item_id in items()]


def findings(rule_id: str, checked: Project) -> list[Finding]:
    return list(BY_ID[rule_id].findings(Context(checked, TODAY)))


def test_every_rule_has_its_cases_and_every_case_its_rule() -> None:
    assert {*CASES, *COMPLETE} == set(BY_ID)
    assert len(BY_ID) == len(RULES)


@pytest.mark.parametrize("rule_id", CASES)
def test_a_rule_fires(rule_id: str) -> None:
    found = findings(rule_id, project(CASES[rule_id].fires))
    assert found
    for finding in found:
        assert finding.rule == rule_id
        assert finding.message.ja and finding.message.en and finding.remedy.ja and finding.remedy.en


@pytest.mark.parametrize("rule_id", CASES)
def test_a_rule_keeps_silent(rule_id: str) -> None:
    assert findings(rule_id, clean()) == []
    assert findings(rule_id, project(CASES[rule_id].silent)) == []


_SHIFT, _PROGRAM = "operations.sites.shifts[x1]", "work.programs.programs[p1]"


@pytest.mark.parametrize("field", ["days", "opens", "closes"])
@pytest.mark.parametrize("answer", [None, undecided("2027-01-01")])
@pytest.mark.parametrize(
    ("rule_id", "fires", "open_row"),
    [
        ("consistent.hours-idle", {f"{_SHIFT}.opens": 480}, _PROGRAM),
        ("consistent.hours-covered", {f"{_PROGRAM}.opens": 480}, _SHIFT),
    ],
)
def test_hours_are_not_compared_while_some_are_not_answered(
    rule_id: str, fires: dict[str, object], open_row: str, answer: object, field: str
) -> None:
    assert findings(rule_id, project(fires))
    assert not findings(rule_id, project({**fires, f"{open_row}.{field}": answer}))


def test_a_band_whose_end_is_undecided_overlaps_nothing_yet() -> None:
    until = "price.running.bands[bd1].until"
    assert findings("price.band-overlap", project({until: None}))
    assert not findings("price.band-overlap", project({until: undecided("2027-01-01")}))


@pytest.mark.parametrize("item_id", items())
def test_an_item_nobody_has_touched_is_one_finding(item_id: str) -> None:
    (finding,) = findings(f"complete.{item_id}", Project())
    assert finding.path == items()[item_id].path


@pytest.mark.parametrize("item_id", items())
def test_the_filled_example_is_complete(item_id: str) -> None:
    shape = items()[item_id]
    definition = Project().definition
    section = getattr(definition, shape.section).replace(**{shape.name: example_of(item_id)})
    filled = Project(definition=definition.replace(**{shape.section: section}))
    assert findings(f"complete.{item_id}", filled) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_documented(rule: Rule) -> None:
    assert rule.title.ja and rule.title.en
    assert "{" not in rule.title.ja + rule.title.en


def test_rows_that_lack_the_same_are_one_finding() -> None:
    volumes = tuple(
        ChannelVolume(id=f"v{n}", program="p" if n == 3 else None, channel=Channel.PHONE) for n in range(1, 6)
    )
    definition = Project().definition.replace(work=Work(volumes=Volumes(volumes=volumes)))
    several, one = findings("complete.2.2", Project(definition=definition))
    assert several.path == "work.volumes.volumes[v1].program"
    assert "1〜2、4〜5行目" in several.message.ja and "rows 1–2, 4–5 of" in several.message.en
    assert "3行目" in one.message.ja and "row 3 of" in one.message.en


def test_the_remedy_names_each_column_before_its_help() -> None:
    lacking = Project().definition.replace(
        work=Work(volumes=Volumes(volumes=(ChannelVolume(id="v", channel=Channel.PHONE),)))
    )
    (finding,) = findings("complete.2.2", Project(definition=lacking))
    for column in item_text("2.2").field("volumes").columns:
        for lang in Lang:
            said = f"{column.label.to(lang)}: {column.help.to(lang)}" in finding.remedy.to(lang)
            assert said == (column.required and column.name != "channel")
