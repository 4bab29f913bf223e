"""Whose plan a workbook holds: said in its hidden sheet, and looked at when it comes back.

Settings of another project would be taken without a word where both have rows of the same names.
"""

from __future__ import annotations

from collections.abc import Mapping

from rfp_builder.excel.gate.refusals import Reason, refused
from rfp_builder.i18n import Phrase

_PROJECT = "project"

_ANOTHER = Phrase(
    "別のプロジェクトから書き出された要員計画のブックです。",
    "The staffing workbook was written by another project.",
)
_OUR_OWN = Phrase(
    "このプロジェクトから書き出したブックを指定してください（rfp-builder workload book）。",
    "Please choose a workbook that this project wrote (rfp-builder workload book).",
)


def belonging_to(project: str) -> dict[str, str]:
    """Keys and values for the hidden sheet; none for no project."""
    return {_PROJECT: project} if project else {}


def refuse_anothers(meta: Mapping[str, str] | None, project: str, file_name: str) -> None:
    """Pass a workbook of `project`, and one that does not say whose it is.

    Raises:
        Refused: it says it is another project's.
    """
    said = (meta or {}).get(_PROJECT, "")
    if said and project and said != project:
        raise refused(file_name, Reason(_ANOTHER, _OUR_OWN))
