from __future__ import annotations

import re

from rfp_builder.catalogue.kit import kit
from tests.catalogue.texts import misspoken


def test_every_table_has_rows() -> None:
    ready = kit()
    assert len(ready.escalations) >= 5
    assert len(ready.trainings) >= 3
    assert len(ready.harassment_types) >= 5
    assert len(ready.customer_kinds) >= 4
    assert len(ready.attitudes) >= 8


def test_both_languages() -> None:
    assert misspoken(kit()) == []


def test_no_row_is_there_twice() -> None:
    ready = kit()
    for names in (
        [row.kind.ja for row in ready.escalations],
        [row.course.ja for row in ready.trainings],
        [row.name.ja for row in ready.harassment_types],
        [row.kind.ja for row in ready.customer_kinds],
        [row.standard.ja for row in ready.attitudes],
        [row.question.ja for row in ready.decisions],
    ):
        assert len(set(names)) == len(names)


def test_times_are_times() -> None:
    assert all(row.within_minutes >= 0 for row in kit().escalations)
    assert all(0 < row.hours <= 40 for row in kit().trainings)


def test_the_four_decisions_have_their_usual_values() -> None:
    decisions = kit().decisions
    assert len(decisions) == 4
    ja = " ".join(decision.default.ja for decision in decisions)
    en = " ".join(decision.default.en for decision in decisions).casefold()
    assert re.search(r"3\s*[回往]|三[回往]", ja) and re.search(r"20\s*分", ja)
    assert re.search(r"\b(3|three)\b", en) and re.search(r"\b(20|twenty)\b", en)
