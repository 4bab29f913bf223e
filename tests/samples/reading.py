"""Reading the samples: projects, and the data that vendors and evaluators are played with."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from rfp_builder.model.base import Value
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.resources import data_folder

VENDORS = ("vendor-a", "vendor-b", "vendor-c")


def sample(name: str) -> Path:
    """The folder of a sample."""
    return data_folder("samples") / name


@cache
def project(name: str) -> Project:
    """The project of a sample."""
    return Project.model_validate_json((sample(name) / "project.json").read_bytes())


@cache
def answers(vendor: str) -> dict[str, Any]:
    """What a vendor answers."""
    return tomllib.loads((sample("mail-order") / "answers" / f"{vendor}.toml").read_text("utf-8"))


@cache
def scores(evaluator: str) -> dict[str, Any]:
    """What an evaluator gives."""
    return tomllib.loads((sample("mail-order") / "scores" / f"{evaluator}.toml").read_text("utf-8"))


def withheld(one: Project) -> tuple[Requirement, ...]:
    """The requirements that the RFP leaves out."""
    return tuple(requirement for requirement in one.requirements if requirement.withholding is not None)


def texts(value: object, path: str = "") -> Iterator[tuple[str, Localized]]:
    """Every text below a value of the model, with its path."""
    if isinstance(value, Localized):
        yield path, value
    elif isinstance(value, Value):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, tuple):
        for number, member in enumerate(value):
            yield from texts(member, f"{path}[{getattr(member, 'id', number)}]")
