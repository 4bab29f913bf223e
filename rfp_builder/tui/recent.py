"""What the recent projects are called, read without opening them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from rfp_builder.i18n import Lang

_FILE = "project.json"
_MOST_BYTES = 32 * 1024 * 1024

Title = Mapping[Lang, str]
"""The wordings that there are, the Japanese first."""


def existing(folders: Iterable[str]) -> tuple[str, ...]:
    """Those of `folders` that still hold a project."""
    return tuple(one for one in folders if (Path(one) / _FILE).is_file())


def title_of(folder: str) -> Title:
    """The title of the project in `folder`; none where it has none or cannot be read. Reads a whole file."""
    file = Path(folder) / _FILE
    try:
        if file.stat().st_size > _MOST_BYTES:
            return {}
        found = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    for name in ("rfp", "title"):
        found = found.get(name) if isinstance(found, dict) else None
    if not isinstance(found, dict):
        return {}
    return {lang: text for lang in Lang if isinstance(text := found.get(lang.value), str) and text}
