"""What a draft says is missing; it travels with the draft and tells nothing that vendors may not know."""

from __future__ import annotations

import re
from datetime import date

from rfp_builder.disclosure.listing import LISTED
from rfp_builder.disclosure.public_part import public_part
from rfp_builder.i18n import Lang
from rfp_builder.model.project import Project
from rfp_builder.model.shape import items
from rfp_builder.workspace.checking import blocking

_INTERNAL_OF_CRITERIA = (".evaluators", ".withheld_cap", ".lock")


def draft_notes(project: Project, lang: Lang, today: date) -> tuple[str, ...]:
    """Blocking findings on what vendors will see: the frame, the criteria, listed items of the definition.

    The check looks at the public part alone, so that no secret can make a difference.
    """
    found = blocking(public_part(project), today)
    return tuple(dict.fromkeys(one.message.to(lang) for one in found if _is_public(one.path)))


def _is_public(path: str) -> bool:
    first, second, third, *_ = [*re.split(r"[.\[\]]+", path), "", ""]
    if first == "criteria":
        return not any(part in path for part in _INTERNAL_OF_CRITERIA)
    listed = next((LISTED[one.id] for one in items().values() if one.path == f"{first}.{second}"), {})
    return first == "rfp" or (third in listed if third else bool(listed))
