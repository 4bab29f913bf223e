"""Ids that the wizard made up tell people nothing: findings say instead where in the register it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rfp_builder.i18n import Phrase
from rfp_builder.model.project import Project

_MADE_UP = r"(r-[0-9a-f]{8})\b"
_AT = Phrase("台帳{n}件目", "no. {n} of the register")
_JA, _EN = re.compile(f"要件{_MADE_UP}"), re.compile(f"\\b{_MADE_UP}")


def placed(message: Phrase, register: Mapping[str, int]) -> Phrase:
    """The message with made-up ids of requirements told as places; `register` has them by id, from 1."""
    if "r-" not in message.ja:
        return message

    def ja(found: re.Match[str]) -> str:
        at = register.get(found[1])
        return found[0] if at is None else f"台帳{at}件目の要件"

    def en(found: re.Match[str]) -> str:
        at = register.get(found[1])
        return found[0] if at is None else f"no. {at} of the register"

    return Phrase(_JA.sub(ja, message.ja), _EN.sub(en, message.en))


def given_id(requirement_id: str) -> str:
    """The id, if a person gave it; else nothing."""
    return "" if re.fullmatch(_MADE_UP, requirement_id) else requirement_id


def called(project: Project, requirement_id: str) -> Phrase:
    """What people know a requirement by: the id that it was given, else where it stands in the register."""
    given = given_id(requirement_id)
    ids = [one.id for one in project.requirements]
    if given or requirement_id not in ids:
        return Phrase(given, given)
    return _AT.fill(n=ids.index(requirement_id) + 1)
