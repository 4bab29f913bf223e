from __future__ import annotations

from rfp_builder.catalogue.phrases import ready_phrases
from tests.catalogue.texts import likeness, misspoken, trigrams


def test_there_are_two_dozen_and_none_is_there_twice() -> None:
    rows = ready_phrases()
    assert len(rows) >= 24
    assert len({row.avoid.ja for row in rows}) == len(rows)
    assert len({row.avoid.en for row in rows}) == len(rows)


def test_both_languages() -> None:
    assert misspoken(ready_phrases()) == []


def test_what_to_say_is_not_what_to_avoid() -> None:
    alike = [
        row.avoid.ja
        for row in ready_phrases()
        if likeness(trigrams(row.avoid.ja), trigrams(row.say.ja)) > 0.6
    ]
    assert alike == []
