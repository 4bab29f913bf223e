"""Breaking text into lines of so many cells: the same breaks that `wrap_count` counts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.text.width import cell_width, wrap, wrap_count

WORDS = st.text(alphabet="あ漢、。「」（）abc 12%　\n①", max_size=60)


@given(WORDS, st.integers(4, 30))
def test_lines_fit_and_are_as_many_as_counted(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert len(lines) == wrap_count(text, width)
    assert all(cell_width(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_full_stop_does_not_begin_a_line() -> None:
    assert wrap("書き出しません。", 14) == ("書き出しませ", "ん。")
    assert wrap("the name of the vendor", 12) == ("the name of", "the vendor")
