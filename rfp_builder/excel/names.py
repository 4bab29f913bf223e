"""Names of sheets, made from what people typed."""

from __future__ import annotations

import re

_MOST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")


def sheet_name(text: str) -> str:
    """`text` without what Excel forbids in the name of a sheet, 31 UTF-16 units at the most.

    Two texts may give one name: put a number in front where that matters.
    """
    name = " ".join(_FORBIDDEN.sub(" ", text).split())
    while len(name.encode("utf-16-le")) // 2 > _MOST:
        name = name[:-1]
    return name.strip()
