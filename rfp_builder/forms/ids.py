"""Ids for new rows."""

from __future__ import annotations

import secrets
from collections.abc import Container


def new_row_id(taken: Container[str]) -> str:
    """An id for a new row or requirement: opaque, and unlike any in `taken`."""
    while (made := f"r-{secrets.token_hex(4)}") in taken:
        pass
    return made
