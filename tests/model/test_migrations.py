"""Older projects open, newer ones are refused clearly, garbage is no project."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from rfp_builder.errors import Refused
from rfp_builder.i18n import Lang
from rfp_builder.model.migrations import STEPS, migrate
from rfp_builder.model.project import SCHEMA_VERSION, Project

_NO_VERSIONS: tuple[Any, ...] = (None, "1", 1.0, True, -1, [], {})
_OLD: dict[str, Any] = {
    "schema_version": 0,
    "revision": 4,
    "requirements": [
        {"id": "r-1", "item": "4.3", "statement": {"ja": "受託者は応対を評価すること。"}},
        {
            "id": "r-2",
            "item": "4.2",
            "statement": {"ja": "受託者は不満を探し出すこと。"},
            "hidden": {"criterion": "proposal-ideas", "reason": {"ja": "提案力を見る"}},
        },
    ],
}


def test_there_is_a_step_from_every_older_version() -> None:
    assert set(STEPS) == set(range(SCHEMA_VERSION))


def test_an_older_project_opens() -> None:
    before = copy.deepcopy(_OLD)
    project = Project.model_validate_json(json.dumps(migrate(_OLD)))
    assert before == _OLD
    assert project.revision == 4
    first, second = project.requirements
    assert first.withholding is None
    assert second.withholding is not None
    assert second.withholding.criterion == "proposal-ideas"


def test_the_present_version_is_left_alone() -> None:
    document = json.loads(Project().model_dump_json())
    assert migrate(document) is document


def test_a_newer_version_is_refused_with_both_versions() -> None:
    with pytest.raises(Refused) as caught:
        migrate({"schema_version": SCHEMA_VERSION + 41, "revision": 1})
    for lang in Lang:
        what, why, remedy = caught.value.lines(lang)
        assert str(SCHEMA_VERSION + 41) in why
        assert str(SCHEMA_VERSION) in why.replace(str(SCHEMA_VERSION + 41), "")
        assert "rfp-builder" in what + remedy


@pytest.mark.parametrize(
    "document",
    [{}, {"revision": 1}, *({"schema_version": found} for found in _NO_VERSIONS)],
)
def test_what_names_no_version_is_refused(document: dict[str, Any]) -> None:
    with pytest.raises(Refused) as caught:
        migrate(document)
    assert "schema_version" in caught.value.why.en


@pytest.mark.parametrize("requirements", [[1], ["r-1"], [None], 7, [[1, 2]]])
def test_garbage_that_calls_itself_old_is_refused(requirements: object) -> None:
    with pytest.raises(Refused):
        migrate({"schema_version": 0, "requirements": requirements})
