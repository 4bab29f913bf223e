"""The time that a wording gives."""

from __future__ import annotations

import pytest

from rfp_builder.text.within import seconds_within


@pytest.mark.parametrize(
    ("wording", "seconds"),
    [
        ("20秒以内に応答した呼数÷着信呼数×100", 20),
        ("1.5時間以内に返信", 5400),
        ("2営業日以内に回答した件数", 172_800),
        ("answered within 20 s", 20),
        ("Replied within 2 business days", 172_800),
        ("picked up in under 3 minutes", 180),
        ("20秒を超えた呼数", None),
        ("以内", None),
    ],
)
def test_the_time_is_read_where_something_happens_within_it(wording: str, seconds: int | None) -> None:
    assert seconds_within(wording) == seconds
