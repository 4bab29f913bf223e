"""What a draft says is missing; it travels with the draft and tells nothing that vendors may not know."""

from __future__ import annotations

from datetime import date

from rfp_builder.disclosure.listing import INTERNAL
from rfp_builder.i18n import Lang
from rfp_builder.model.project import Project
from rfp_builder.model.shape import items
from rfp_builder.workspace.checking import blocking


def draft_notes(project: Project, lang: Lang, today: date) -> tuple[str, ...]:
    """Blocking findings on what vendors will see: the frame, the criteria, listed items of the definition.

    Findings on single requirements are left out: whether there is one may depend on what is withheld.
    """
    internal = tuple(f"{items()[item].path}.{field}" for item, fields in INTERNAL.items() for field in fields)
    sections = tuple(f"{shape.path}" for shape in items().values())
    public = ("rfp", "criteria", *sections)
    return tuple(
        dict.fromkeys(
            one.message.to(lang)
            for one in blocking(project, today)
            if one.path.startswith(public) and not one.path.startswith(internal)
        )
    )
