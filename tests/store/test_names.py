"""Names of files that came in: safe on every system."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.store.names import safe_name, same_file, split_name
from tests.text.strange import strange_text


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("提案書.xlsx", "提案書.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\Windows\\system.ini", "system.ini"),
        ("C:\\提案\\回答.xlsx", "回答.xlsx"),
        ("/absolute/a.xlsx", "a.xlsx"),
        ("a.b\\..\\c", "c"),
        ("folder/", "folder"),
        ("..", "file"),
        (".", "file"),
        ("", "file"),
        ("///", "file"),
        (".htaccess", "htaccess"),
        ("CON", "_CON"),
        ("nul.xlsx", "_nul.xlsx"),
        ("Com1.tar.gz", "_Com1.tar.gz"),
        ("LPT¹", "_LPT¹"),
        ("console.xlsx", "console.xlsx"),
        ("a.xlsx:hidden", "a.xlsx_hidden"),
        ('a<b>"c|d?e*.xlsx', "a_b__c_d_e_.xlsx"),
        ("a.xlsx. . ", "a.xlsx"),
        ("a\x00b\n.xlsx", "ab.xlsx"),
        ("\u202exslx.exe", "xslx.exe"),
        ("カ\u3099.xlsx", "ガ.xlsx"),
    ],
)
def test_a_name_is_made_safe(given_name: str, kept: str) -> None:
    assert safe_name(given_name) == kept


@given(st.one_of(st.text(max_size=400), strange_text(200), st.text("./\\ :CONnul長", max_size=60)))
def test_any_name_is_made_safe_once_and_for_all(name: str) -> None:
    kept = safe_name(name)
    assert kept
    assert not set(kept) & set('/\\<>:"|?*\x00\n')
    assert kept == kept.strip() and not kept.endswith(".") and not kept.startswith(".")
    assert len(kept.encode()) <= 150
    assert safe_name(kept) == kept


def test_a_long_name_keeps_its_suffix_and_whole_letters() -> None:
    kept = safe_name("長い名前" * 50 + ".xlsx")
    assert kept.removesuffix(".xlsx") == ("長い名前" * 50)[:40]
    assert len(kept.encode()) <= 130


@pytest.mark.parametrize(
    ("name", "stem", "suffix"),
    [
        ("a.xlsx", "a", ".xlsx"),
        ("a.tar.gz", "a.tar", ".gz"),
        ("a", "a", ""),
        ("a.そして長い名前が続く", "a.そして長い名前が続く", ""),
    ],
)
def test_a_name_has_a_stem_and_a_suffix(name: str, stem: str, suffix: str) -> None:
    assert split_name(name) == (stem, suffix)
    assert stem + suffix == name


def test_file_systems_that_know_no_case() -> None:
    assert same_file("Ａ.xlsx") != same_file("A.xlsx")
    assert same_file("STRASSE") == same_file("straße")
    assert same_file("ガ") == same_file("カ\u3099")
