"""Long texts in rows that can be seen whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.excel.names import sheet_name
from rfp_builder.excel.pieces import pieces
from rfp_builder.text.width import wrap_count


@given(st.text(st.sampled_from("あー、a 1\n𠮷"), max_size=400), st.integers(10, 80), st.integers(1, 6))
def test_nothing_is_lost_and_every_piece_can_be_seen(text: str, width: int, lines: int) -> None:
    found = pieces(text, width, lines)
    assert "".join(found) == text
    assert all(wrap_count(piece.rstrip("\n"), width) <= lines or "\n" in piece for piece in found)


def test_a_short_text_stays_one_piece_and_lines_stay_whole() -> None:
    assert pieces("", 40) == ("",)
    assert pieces("短い。\n文です。", 40) == ("短い。\n文です。",)
    assert pieces("一\n二\n三", 40, 2) == ("一\n二\n", "三")


@given(st.text(max_size=60))
def test_names_of_sheets_are_what_excel_allows(text: str) -> None:
    name = sheet_name(f"V1 {text}")
    assert 0 < len(name.encode("utf-16-le", "surrogatepass")) // 2 <= 31
    assert not set(name) & set("[]:*?/\\'")
