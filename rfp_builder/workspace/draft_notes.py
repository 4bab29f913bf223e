"""What a draft says is missing; it travels with the draft and tells nothing that vendors may not know."""

from __future__ import annotations

import re
from datetime import date
from itertools import groupby

from rfp_builder.catalogue.sections import item as item_text
from rfp_builder.check.rules.complete_items import IN_ITEM
from rfp_builder.disclosure.listing import LISTED
from rfp_builder.disclosure.public_part import public_part
from rfp_builder.i18n import Lang
from rfp_builder.model.project import Project
from rfp_builder.model.shape import items
from rfp_builder.workspace.checking import blocking

_INTERNAL_OF_CRITERIA = (".evaluators", ".withheld_cap", ".lock")


def draft_notes(project: Project, lang: Lang, today: date) -> tuple[str, ...]:
    """Blocking findings on what vendors will see: the frame, the criteria, listed items of the definition.

    What one item lacks in several places is one note: the item on the first line, then a line for each.
    The check looks at the public part alone, so that no secret can make a difference.
    """
    found = blocking(public_part(project), today)
    public = [one for one in found if _is_public(one.path)]
    notes = (
        note
        for item_id, several in groupby(public, key=lambda one: _item_id(one.path))
        for note in _notes(item_id, list(dict.fromkeys(one.message.to(lang) for one in several)), lang)
    )
    return tuple(dict.fromkeys(notes))


def _notes(item_id: str, messages: list[str], lang: Lang) -> list[str]:
    if not item_id:
        return messages
    title = item_text(item_id).title
    lead = IN_ITEM.fill(id=item_id, title=title).to(lang)
    parts = [message.removeprefix(lead) for message in messages if message.startswith(lead)]
    if len(parts) < 2:
        return messages
    together = "\n".join((f"{item_id} {title.to(lang)}", *(part[:1].upper() + part[1:] for part in parts)))
    return [together, *(message for message in messages if not message.startswith(lead))]


def _item_id(path: str) -> str:
    """The item of the definition that a path leads into; empty for what is none."""
    first, second, *_ = [*re.split(r"[.\[\]]+", path), "", ""]
    return next((one.id for one in items().values() if one.path == f"{first}.{second}"), "")


def _is_public(path: str) -> bool:
    first, _, third, *_ = [*re.split(r"[.\[\]]+", path), "", ""]
    if first == "criteria":
        return not any(part in path for part in _INTERNAL_OF_CRITERIA)
    item_id = _item_id(path)
    listed = LISTED[item_id] if item_id else {}
    return first == "rfp" or (third in listed if third else bool(listed))
