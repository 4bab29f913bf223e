"""The looking glass of these tests must see what it looks for."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from rfp_builder.i18n import Phrase
from tests.catalogue.texts import likeness, misspoken, shared_run, shared_words, trigrams, vague


@pytest.mark.parametrize(
    "ja", ["適宜報告すること。", "障害等を報告すること。", "必要に応じて増員すること。", "十分な人数"]
)
def test_a_vague_japanese_word_is_seen(ja: str) -> None:
    assert vague(Phrase(ja, "Report."))


DATA_FILES = [
    *(f"{name}.toml" for name in ("choices", "criteria", "kit", "kpis", "phrases")),
    *(f"{folder}/{number}.toml" for folder in ("requirements", "sections") for number in range(1, 8)),
]


@pytest.mark.parametrize("ja", ["同等業務を20分で終える。", "席を均等に割り当てる。", "三十分以内に着く。"])
def test_a_harmless_japanese_word_is_not(ja: str) -> None:
    assert not vague(Phrase(ja, "Report."))


@pytest.mark.parametrize("en", ["Report as needed.", "A timely answer.", "Tests, etc.", "Flexibly staffed."])
def test_a_vague_english_word_is_seen(en: str) -> None:
    assert vague(Phrase("報告", en))


def test_a_text_in_the_wrong_language_is_seen() -> None:
    assert misspoken((Phrase("ABC", "abc"),))
    assert misspoken((Phrase("報告", "the 報告"),))
    assert not misspoken((Phrase("SLAの報告", "SLA report"),))


def test_a_shared_run_is_seen_through_punctuation() -> None:
    assert shared_run("繁忙期の、応援要員", "年に繁忙期の応援要員を", 8) == "繁忙期の応援要員"
    assert shared_run("繁忙期の応援要員", "閑散期の応援要員", 8) is None


def test_shared_words_are_counted_as_words() -> None:
    assert shared_words("How would you staff the peak?", "You staff the peak well", 4) == "you staff the peak"
    assert shared_words("staff the peak", "staff the peaks", 3) is None


def test_likeness_runs_from_nothing_to_the_same() -> None:
    assert likeness(trigrams("月次報告書"), trigrams("月次報告書")) == 1
    assert likeness(trigrams("月次報告書"), trigrams("採用計画表")) == 0


@pytest.mark.parametrize("file", DATA_FILES)
def test_numerals_and_units_are_half_width_everywhere(file: str) -> None:
    source = (files("rfp_builder.catalogue") / "data" / file).read_text("utf-8")
    assert re.findall(r".{0,12}(?:[０-９％]|[0-9] %).{0,12}", source) == []
