"""The days of the week in one character or three, for narrow columns."""

from __future__ import annotations

from rfp_builder.i18n import Phrase

WEEKDAYS = (
    Phrase("月", "Mon"),
    Phrase("火", "Tue"),
    Phrase("水", "Wed"),
    Phrase("木", "Thu"),
    Phrase("金", "Fri"),
    Phrase("土", "Sat"),
    Phrase("日", "Sun"),
)
"""Monday first."""
