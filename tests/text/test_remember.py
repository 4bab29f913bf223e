"""Remembering what was found in a text."""

from __future__ import annotations

from rfp_builder.text.remember import remembered


def test_a_text_is_looked_at_once_and_a_very_long_one_each_time() -> None:
    looked: list[int] = []

    @remembered
    def length(text: str, more: int) -> int:
        looked.append(len(text))
        return len(text) + more

    assert [length("要件", 1), length("要件", 1), length("要件", 2)] == [3, 3, 4]
    assert looked == [2, 2]
    assert [length("あ" * 20_000, 0) for _ in range(2)] == [20_000, 20_000]
    assert looked[2:] == [20_000, 20_000]
