"""Cleaning of what breaks files or hides from the reader."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.i18n import Lang
from rfp_builder.text.clean import Removed, clean, is_clean
from tests.text.strange import strange_text


@pytest.mark.parametrize(
    ("text", "cleaned", "removed"),
    [
        ("a\x00b\x07c\x1b[31m\x7f\x9f", "abc[31m", (Removed.CONTROL,)),
        ("a\ufffeb\uffffc\ufdd0\U0001ffff", "abc", (Removed.NONCHARACTER,)),
        ("a\ud800b\udfff", "ab", (Removed.SURROGATE,)),
        ("報告\u202e書類\u202c\u2066x\u2069", "報告書類x", (Removed.DIRECTION,)),
        ("応\u200b答\u2060率\ufeff\u00ad\u200e\u3164\U000e0041", "応答率", (Removed.INVISIBLE,)),
        ("か\u200dき", "かき", (Removed.INVISIBLE,)),
        ("葛\U000e0100\U000e0101\ufe00", "葛\U000e0100", (Removed.INVISIBLE,)),
        ("\ufe0f x", " x", (Removed.INVISIBLE,)),
        ("\x01\u200b\x02", "", (Removed.CONTROL, Removed.INVISIBLE)),
    ],
)
def test_what_is_removed(text: str, cleaned: str, removed: tuple[Removed, ...]) -> None:
    assert clean(text).text == cleaned
    assert clean(text).removed == removed


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_end_of_a_line_becomes_one(end: str) -> None:
    assert clean(f"一行目{end}二行目").text == "一行目\n二行目"
    assert clean(f"一行目{end}二行目").removed == ()


@pytest.mark.parametrize(
    "text",
    [
        "受託者は、毎月5日までに報告書を提出すること。\n\t・品質　・応答率",
        "葛\U000e0100飾区と葛\U000e0101城市",
        "👩‍💻 👨‍👩‍👧 🏳️‍🌈 ❤️ 👍🏽",
        "𠮷野家 ① ㈱ ￥１，２００ ½ {{ x }} [red] =1+1 <b>&",
        "naïve café ガ ー − – —",
        "",
    ],
)
def test_what_people_write_stays(text: str) -> None:
    assert clean(text).text == text
    assert is_clean(text)


def test_letters_are_composed() -> None:
    assert clean("か\u3099 e\u0301").text == "が é"
    assert not is_clean("か\u3099")


def test_kinds_have_names_in_both_languages() -> None:
    for lang in Lang:
        assert len({kind.to(lang) for kind in Removed}) == len(Removed)


@given(strange_text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text).text
    assert clean(once).text == once
    assert clean(once).removed == ()
    assert is_clean(once)


@given(strange_text())
def test_clean_is_what_cleaning_leaves_alone(text: str) -> None:
    assert is_clean(text) == (clean(text).text == text)


@given(strange_text())
def test_clean_text_fits_into_xml_and_utf8(text: str) -> None:
    cleaned = clean(text).text
    cleaned.encode("utf-8")
    assert not [char for char in cleaned if unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\t"]
    assert not set("\ufffe\uffff\u2028") & set(cleaned)


@given(
    st.text(
        st.characters(categories=("L", "N", "P", "Zs")).filter(
            lambda char: char not in "\u115f\u1160\u3164\uffa0"
        )
    )
)
def test_letters_digits_and_marks_are_never_lost(text: str) -> None:
    assert clean(text).text == unicodedata.normalize("NFC", text)
    assert clean(text).removed == ()
