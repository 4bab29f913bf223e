"""Texts that bring out what goes wrong with text."""

from __future__ import annotations

from hypothesis import strategies as st

_STRANGE = (
    "aZ09 -ー‐−─ｶﾞﾊﾟがか\u3099é e\u0301①½Ω²ß\u0130ıςΣ㈱￣¨´\u037a\u0345葛𠮷"
    "\u00ad\u034f\u115f\u1160\u3164\uffa0\u200b\u200c\u200d\u200e\u2060\ufeff\u061c\u0600"
    "\ufe00\ufe0f\U000e0100\u180b\u202e\u2066\u2069\ufff9\U000e0041👩👍🏽🏳❤"
    "\n\r\t\x0b\x0c\x85\x00\x07\x1c\u2028\u2029\u00a0\u3000\u2003\ud800\udc00\ufffe\uffff\ufdd0\U0001fffe"
)


def strange_text(max_size: int = 12) -> st.SearchStrategy[str]:
    """Short texts, mostly of the characters that are special to cleaning and folding."""
    return st.text(st.one_of(st.sampled_from(_STRANGE), st.characters()), max_size=max_size)
