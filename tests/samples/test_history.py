"""The history of the mail-order sample: made by its generator, and in line with the definition."""

from __future__ import annotations

import importlib.util
import sys
from datetime import date
from functools import cache
from types import ModuleType

import pytest

from rfp_builder.check.report import check
from rfp_builder.model.project import Project
from rfp_builder.resources import data_folder
from rfp_builder.workload.history.reading import read_csv
from rfp_builder.workload.history.values import History
from rfp_builder.workload.plan.annex import annex_of
from rfp_builder.workload.plan.making import forecast_for
from rfp_builder.workspace.document.paths import with_value
from tests.samples.reading import project, sample

TODAY = date(2026, 11, 2)
LARGEST = 250_000


@cache
def builder() -> ModuleType:
    """`samples/history/mail_order.py`."""
    place = data_folder("samples") / "history" / "mail_order.py"
    spec = importlib.util.spec_from_file_location("mail_order_history", place)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def data() -> bytes:
    return (sample("mail-order") / "history.csv").read_bytes()


@pytest.fixture(scope="module")
def with_annex(data: bytes) -> Project:
    order, history = project("mail-order"), read_csv(data, "history.csv").history
    assert isinstance(history, History)
    return order.replace(
        annex=annex_of(order, history, forecast_for(order, history, today=TODAY), made_on=TODAY)
    )


def test_the_file_is_the_one_built(data: bytes) -> None:
    assert data == builder().build(), "run: python samples/history/mail_order.py"
    assert len(data) < LARGEST


def test_its_queues_are_those_of_the_definition(with_annex: Project) -> None:
    assert with_annex.annex is not None
    found = {(one.program, str(one.channel)) for one in with_annex.annex.series}
    assert found == {("p1", "phone"), ("p2", "phone"), ("p2", "email")}


def test_it_contradicts_nothing(with_annex: Project) -> None:
    found = check(with_annex, TODAY).findings
    assert [one.message.en for one in found if one.rule.startswith("annex.")] == []


def test_it_would_contradict_other_volumes(with_annex: Project) -> None:
    other = with_value(with_annex, "work.volumes.volumes[v1].monthly_contacts", 18_000)
    found = check(other, TODAY).findings
    assert [one.path for one in found if one.rule == "annex.volumes"] == [
        "work.volumes.volumes[v1].monthly_contacts"
    ]
