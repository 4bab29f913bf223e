"""The model is loaded whenever a project is opened: what that costs, people wait for."""

from __future__ import annotations

from collections.abc import Iterator

from rfp_builder.model.base import Value
from rfp_builder.model.project import Project


def test_no_field_is_a_text_that_has_to_be_compiled_first() -> None:
    assert issubclass(Project, Value)
    texts = {
        f"{kind.__module__}.{kind.__name__}.{name}"
        for kind in _kinds(Value)
        for name, annotation in kind.__annotations__.items()
        if kind.__module__.startswith("rfp_builder.model.") and isinstance(annotation, str)
    }
    assert texts == set()


def _kinds(kind: type[Value]) -> Iterator[type[Value]]:
    for one in kind.__subclasses__():
        yield one
        yield from _kinds(one)
