"""Older projects are brought up to date step by step; newer ones are refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from rfp_builder.errors import Refused
from rfp_builder.i18n import Phrase
from rfp_builder.model.project import SCHEMA_VERSION

Document = dict[str, Any]


def _from_0(document: Document) -> Document:
    """Version 0 kept the withholding of a requirement under the name `hidden`."""
    requirements = []
    for requirement in document.get("requirements", []):
        moved = dict(requirement)
        if "hidden" in moved:
            moved["withholding"] = moved.pop("hidden")
        requirements.append(moved)
    return {**document, "requirements": requirements, "schema_version": 1}


STEPS: Mapping[int, Callable[[Document], Document]] = MappingProxyType({0: _from_0})
"""For each older version, the step to the next one."""


def migrate(document: Document) -> Document:
    """The document in the present form; the one given is left alone.

    Raises:
        Refused: it was written by a newer version, says no version at all, or is not what it says.
    """
    version = document.get("schema_version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 0:
        raise Refused(
            Phrase("プロジェクトとして読めません。", "This is not a project that can be read."),
            Phrase(
                "project.json に形式の版（schema_version）がありません。",
                "project.json names no schema_version.",
            ),
            Phrase(
                "rfp-builder が作ったフォルダか確かめてください。",
                "Check that the folder was made by rfp-builder.",
            ),
        )
    if version > SCHEMA_VERSION:
        raise Refused(
            Phrase(
                "このプロジェクトは、より新しい版の rfp-builder で作られています。",
                "This project was made by a newer rfp-builder.",
            ),
            Phrase(
                "形式の版は {found} で、この rfp-builder が読めるのは {known} までです。",
                "Its format is version {found}; this rfp-builder reads up to {known}.",
            ).fill(found=version, known=SCHEMA_VERSION),
            Phrase("rfp-builder を更新してから開いてください。", "Update rfp-builder, then open it again."),
        )
    while version < SCHEMA_VERSION:
        try:
            document = STEPS[version](document)
        except (AttributeError, KeyError, TypeError, ValueError):
            raise Refused(
                Phrase(
                    "古い版の project.json を読み替えられません。",
                    "This older project.json cannot be brought up to date.",
                ),
                Phrase(
                    "形式の版 {found} の形をしていません。",
                    "It does not have the form of version {found}.",
                ).fill(found=version),
                Phrase("控えから戻してください。", "Restore it from a backup."),
            ) from None
        version = int(document["schema_version"])
    return document
