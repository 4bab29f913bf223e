"""The gate for templates that somebody restyled or wrote."""

from __future__ import annotations

from rfp_builder.word.names import RFP_NAMES, Names
from rfp_builder.word.template import open_template


def check_template(data: bytes, names: Names = RFP_NAMES) -> None:
    """Pass, or say what is wrong with a template and where.

    Raises:
        Refused: macros, a DOCTYPE, unknown names, unclosed or full-width tags, anything but names, loops and
            conditions, tracked changes, embedded or linked content, or a file out of all proportion.
    """
    open_template(data, names)
