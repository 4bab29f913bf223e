"""Plans made once for all tests that look at one: the sample project with the synthetic year."""

from __future__ import annotations

import importlib.util
import sys
from datetime import date
from functools import cache
from types import ModuleType
from typing import Any

from rfp_builder.model.choices import Channel
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import Queue, Staffing
from rfp_builder.resources import data_folder
from rfp_builder.workload.history.reading import read_csv
from rfp_builder.workload.history.values import History, MonthlyTotals
from rfp_builder.workload.plan.making import make_plan
from rfp_builder.workload.plan.values import StaffingPlan
from rfp_builder.workspace.workspace import sample_project

TODAY = date(2026, 11, 2)


@cache
def builder() -> ModuleType:
    """`samples/history/build.py`."""
    place = data_folder("samples") / "history" / "build.py"
    spec = importlib.util.spec_from_file_location("history_build", place)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@cache
def year_csv() -> bytes:
    """The synthetic year: date × half hour × reason."""
    made = builder()
    return str(made.long_csv(made.Plan())).encode("utf-8-sig")


@cache
def months_csv() -> bytes:
    """The same year by month."""
    made = builder()
    return str(made.monthly_csv(made.Plan())).encode("utf-8-sig")


@cache
def year() -> History:
    """The synthetic year as it is read."""
    found = read_csv(year_csv(), "history.csv").history
    assert isinstance(found, History)
    return found


@cache
def months() -> MonthlyTotals:
    """Its months as they are read."""
    found = read_csv(months_csv(), "monthly.csv").history
    assert isinstance(found, MonthlyTotals)
    return found


@cache
def mapped_project() -> Project:
    """The sample, told which reasons of the history belong to which program."""
    orders = Queue(id="orders", program="p1", channel=Channel.PHONE, names=("注文",))
    service = Queue(
        id="service",
        program="p2",
        channel=Channel.PHONE,
        names=("配送の問い合わせ", "返品・交換", "会員情報"),
        patience=180,
    )
    mail = Queue(id="mail", program="p2", channel=Channel.EMAIL)
    chat = Queue(id="chat", program="p2", channel=Channel.CHAT)
    calls = Queue(id="calls", program="p3", channel=Channel.PHONE)
    staffing = Staffing(queues=(orders, service, mail, chat, calls))
    return sample_project("mail-order").replace(staffing=staffing)


@cache
def sample_plan() -> StaffingPlan:
    """The plan of the sample: five queues, two of them from the history."""
    return make_plan(mapped_project(), year(), today=TODAY)


def short_history(plan: Any) -> History:
    """The history of a plan of the builder."""
    found = read_csv(str(builder().long_csv(plan)).encode(), "short.csv").history
    assert isinstance(found, History)
    return found


@cache
def ten_weeks() -> History:
    """Ten quiet weeks by the hour: enough to plan, and quick."""
    return short_history(builder().Plan(days=70, interval_minutes=60, campaign=None, broken=None))


def quick(project: Project) -> StaffingPlan:
    """A plan from ten weeks."""
    return make_plan(project, ten_weeks(), today=TODAY, shift_time_s=2)
