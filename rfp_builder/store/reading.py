"""Reading project.json: in any version, and with errors that say where, never what."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from rfp_builder.errors import Refused
from rfp_builder.i18n import Phrase
from rfp_builder.model.migrations import migrate
from rfp_builder.model.project import SCHEMA_VERSION, Project

_PRESENT = f'{{\n  "schema_version": {SCHEMA_VERSION},\n'
"""How a file begins that this version wrote: such a one is read at one go."""
_TELLABLE = re.compile(r"[A-Za-z0-9_-]{1,48}")


def parse(data: bytes) -> Project:
    """The project that the bytes of project.json hold.

    Raises:
        Refused: they are no JSON, of a newer version, or hold a value that cannot be right.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _no_json() from None
    if text.startswith(_PRESENT):
        try:
            return Project.model_validate_json(text)
        except ValidationError:
            pass
    document = _document(text)
    migrated = migrate(document)
    try:
        return Project.model_validate_json(text if migrated is document else json.dumps(migrated))
    except ValidationError as error:
        raise _wrong(migrated, error) from None


def revision(data: bytes) -> int | None:
    """The revision that project.json says it is; None where it cannot be read."""
    try:
        found = _document(data.decode("utf-8-sig")).get("revision", 0)
    except (UnicodeDecodeError, Refused):
        return None
    return found if isinstance(found, int) else None


def _document(text: str) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise _no_json() from None
    if not isinstance(document, dict):
        raise _no_json()
    return document


def _no_json() -> Refused:
    return Refused(
        Phrase("project.json を読めません。", "project.json cannot be read."),
        Phrase("JSON として正しくありません。", "It is not valid JSON."),
        Phrase("控えから戻してください。", "Restore it from a backup."),
    )


def _wrong(document: dict[str, Any], error: ValidationError) -> Refused:
    # Only where, never what: the value may be a secret.
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    if first["type"] == "json_invalid":
        return _no_json()
    place = _place(document, first["loc"])
    return Refused(
        Phrase("project.json の内容に誤りがあります。", "project.json holds a value that cannot be right."),
        Phrase("場所: {place}", "Where: {place}").fill(place=place)
        if place
        else Phrase("項目どうしが矛盾しています。", "Its parts contradict each other."),
        Phrase(
            "手で書き換えた場合は元に戻すか、控えから戻してください。",
            "If it was edited by hand, undo that; otherwise restore it from a backup.",
        ),
    )


def _place(document: Any, steps: Sequence[int | str]) -> str:
    """The steps that lead through the document; pydantic puts names of types between them."""
    found: list[str] = []
    for step in steps:
        try:
            document = document[step]
        except (KeyError, IndexError, TypeError):
            continue
        found.append(str(step) if _TELLABLE.fullmatch(str(step)) else "?")
    return ".".join(found)
