"""Values that must come out, worked out elsewhere with many digits."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "reference"


def reference(name: str) -> Any:
    """The content of reference/`name`.json."""
    return json.loads((_FOLDER / f"{name}.json").read_text("utf-8"))


def cases(name: str) -> list[dict[str, Any]]:
    """Its cases."""
    found: list[dict[str, Any]] = reference(name)["cases"]
    assert found
    return found
