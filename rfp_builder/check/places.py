"""Ids that the wizard made up tell people nothing: findings say instead where in the register it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rfp_builder.i18n import Phrase

_MADE_UP = r"(r-[0-9a-f]{8})\b"
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
