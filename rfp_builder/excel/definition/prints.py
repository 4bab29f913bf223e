"""Fingerprints: whether two values, or what two rows of cells show, are the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from pydantic_core import to_json


def value_print(value: Any) -> str:
    """The fingerprint of a value of the model."""
    return _digest(to_json(value))


def shown_print(tokens: Iterable[str]) -> str:
    """The fingerprint of what cells show."""
    return _digest("\x1f".join(tokens).encode("utf-8", "surrogatepass"))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:20]
