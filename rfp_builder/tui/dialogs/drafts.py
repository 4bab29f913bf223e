"""What is typed into a dialog and not taken yet: it outlives the process beside the project, as in fields.

A key is the path that the dialog is about, `~`, and what is asked there: `requirements[r-1]~split`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from rfp_builder.workspace.document.document import Document


def keep(document: Document, key: str, texts: Mapping[str, str]) -> None:
    """Keep texts by the names of their widgets."""
    document.keep_typed(key, json.dumps(texts, ensure_ascii=False, sort_keys=True))


def kept(document: Document, key: str) -> Mapping[str, str]:
    """What was kept under `key`, in this session or one before; empty where there is nothing."""
    try:
        found = json.loads(document.typed(key) or "{}")
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: text for name, text in found.items() if isinstance(text, str)}


def drop(document: Document, key: str) -> None:
    """It was taken, or is not wanted."""
    document.drop_typed(key)
