"""What was typed into a field and cannot be read yet: kept as it is, beside the project, until it can."""

from __future__ import annotations

import json
from collections.abc import Mapping

from rfp_builder.workspace.document.paths import value_at
from rfp_builder.workspace.workspace import Workspace

TYPED_FILE = "typed.json"
ASIDE = "~"
"""Behind a path: what is kept there is no answer yet, but typed into a dialog about it."""


class TypedTexts:
    """Raw texts by path, and which of them changed since they were last written."""

    def __init__(self, data: bytes | None) -> None:
        self._texts = _read(data)
        self._changed: dict[str, str | None] = {}

    @property
    def paths(self) -> tuple[str, ...]:
        """Where something was typed."""
        return tuple(self._texts)

    def get(self, path: str) -> str | None:
        """What was typed there."""
        return self._texts.get(path)

    def put(self, path: str, text: str | None) -> bool:
        """Keep a text, or drop it; returns whether that changes anything."""
        if self._texts.get(path) == text:
            return False
        if text is None:
            del self._texts[path]
        else:
            self._texts[path] = text
        self._changed[path] = text
        return True

    @property
    def changed(self) -> Mapping[str, str | None]:
        """What to write: texts by path, None for dropped ones."""
        return dict(self._changed)

    def written(self, changed: Mapping[str, str | None], data: bytes | None) -> None:
        """`changed` has been put into the file, which is now `data`."""
        for path, text in changed.items():
            if path in self._changed and self._changed[path] == text:
                del self._changed[path]
        self._texts = _applied(_read(data), self._changed)


def read_typed(workspace: Workspace) -> TypedTexts:
    """What an earlier session could not read, where its place is still there."""
    try:
        typed = TypedTexts(workspace.store.read_beside(TYPED_FILE))
    except OSError:
        return TypedTexts(None)
    for path in typed.paths:
        try:
            value_at(workspace.project, path.partition(ASIDE)[0])
        except KeyError:
            typed.put(path, None)
    return typed


def with_changes(data: bytes | None, changed: Mapping[str, str | None]) -> bytes | None:
    """The side file with changes put in; None where nothing is left to keep."""
    texts = _applied(_read(data), changed)
    if not texts:
        return None
    return json.dumps(texts, ensure_ascii=True, indent=2, sort_keys=True).encode() + b"\n"


def _applied(texts: Mapping[str, str], changed: Mapping[str, str | None]) -> dict[str, str]:
    merged = {**texts, **changed}
    return {path: text for path, text in merged.items() if text is not None}


def _read(data: bytes | None) -> dict[str, str]:
    """What cannot be read is no reason to keep a project closed."""
    try:
        found = json.loads(data or b"{}")
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {path: text for path, text in found.items() if isinstance(text, str)}
