"""The synthetic year of the samples, and small files for the tests of histories."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from typing import Any

from rfp_builder.resources import data_folder
from rfp_builder.workload.history.oddities import OddKind
from rfp_builder.workload.history.reading import Imported, read_csv
from rfp_builder.workload.history.values import History


@cache
def synthetic() -> Any:
    """The module `samples/history/build.py`."""
    path = data_folder("samples") / "history" / "build.py"
    spec = importlib.util.spec_from_file_location("build_history", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["build_history"] = module
    spec.loader.exec_module(module)
    return module


@cache
def year() -> History:
    """The synthetic year, read from its own file."""
    return history_of(read_csv(synthetic().long_csv(synthetic().Plan()).encode(), "history.csv"))


def read(text: str, encoding: str = "utf-8") -> Imported:
    """What is read from a CSV file with this text."""
    return read_csv(text.encode(encoding), "history.csv")


def history_of(found: Imported) -> History:
    """The history of an import that is not by month."""
    assert isinstance(found.history, History)
    return found.history


def odd(found: Imported) -> dict[OddKind, int]:
    """How often each oddity was met."""
    return {one.kind: one.count for one in found.odd}


def week(rows: str = "") -> str:
    """Three weeks of half hours from 9:00 to 11:00 with ten contacts each, and `rows` behind them."""
    lines = ["日付,時間帯,着信件数"]
    for day in range(1, 22):
        lines += [f"2027/6/{day},{hour}:{minute:02},10" for hour in (9, 10) for minute in (0, 30)]
    return "\n".join(lines) + "\n" + rows
