"""Texts that are typed differently and mean the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.text import invisible
from rfp_builder.text.fold import fold, fold_id, search_fold
from tests.text.strange import strange_text

_HYPHENS = "-‐‑‒–—―−－﹣"
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u202e\ufe0f\U000e0100\u180e\u061c\u3164 \u3000\u00a0\n\t\x00"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("費用（円）", "費用 (円)"),
        ("要件\nID", "要件ID"),
        ("ﾘｰﾄﾞﾀｲﾑ", "リードタイム"),
        ("Unit\nPrice", "ｕｎｉｔ　price "),
        ("対応\u200b可否", "対応可否"),
        ("ＳＬＡ ー 応答率", "slaー応答率"),
        ("A‐1", "a－1"),
        ("Aー1", "A-1"),
        ("㈱サンプル", "(株)サンプル"),
    ],
)
def test_headings_that_are_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Unit price", "Unitprice"),
        ("サーバー", "サーバ"),
        ("回答", "回答欄"),
        ("データ", "デ-タ"),
        ("か", "が"),
    ],
)
def test_headings_that_differ(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    "text",
    ["REQ-2-3 ", "ＲＥＱ－２－３", "REQ‐2‐3", "REQ-2-3\u200b", "req ー 2 ー 3", "REQ−2–3", "\ufeffReq-2-3\n"],
)
def test_ids_that_are_the_same(text: str) -> None:
    assert fold_id(text) == "req-2-3"


@pytest.mark.parametrize("text", ["REQ-2-③", "REQ-2-³", "REQ-2-３½", "REQ-23", "REQ-2-33"])
def test_ids_that_differ(text: str) -> None:
    assert fold_id(text) != "req-2-3"


@given(st.text(st.sampled_from(_UNSEEN)), st.text(st.sampled_from(_UNSEEN)))
def test_a_phrase_is_found_however_it_is_broken_up(before: str, between: str) -> None:
    broken = before + between.join("ＳＬＡ違反時のｶﾞｲﾄﾞ".replace("ﾞ", "\0").split("\0")) + before
    assert search_fold(broken) == search_fold(broken.translate({ord(char): None for char in _UNSEEN}))
    assert search_fold(between.join("非開示Secret")) == "非開示secret"


@given(st.sampled_from(_HYPHENS), st.sampled_from([fold, fold_id, search_fold]))
def test_one_kind_of_hyphen(hyphen: str, folding: Callable[[str], str]) -> None:
    assert folding(f"A{hyphen}1") == "a-1"


@given(strange_text())
def test_folding_twice_changes_nothing(text: str) -> None:
    for folding in (fold, fold_id, search_fold):
        assert folding(folding(text)) == folding(text)


@given(strange_text())
def test_nothing_invisible_is_left(text: str) -> None:
    for folding in (fold, fold_id, search_fold):
        assert not re.search(f"[{invisible.HIDDEN}]", folding(text))
    assert not [
        char for char in search_fold(text) if char.isspace() or unicodedata.category(char) in ("Cf", "Cc")
    ]


def test_every_format_character_is_known() -> None:
    known = re.compile(f"[{invisible.HIDDEN}{invisible.FORMAT}]")
    formats = [char for char in map(chr, range(0x110000)) if unicodedata.category(char) == "Cf"]
    assert not [f"U+{ord(char):04X}" for char in formats if not known.match(char)]
