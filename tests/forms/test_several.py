"""Several choices in one text, as people list them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rfp_builder.catalogue.choices import choices_of
from rfp_builder.forms.choices import Choice
from rfp_builder.forms.refusal import Refusal
from rfp_builder.forms.several import read_several
from rfp_builder.i18n import Phrase
from rfp_builder.model.choices import Day

DAYS = tuple(
    Choice(en.lower(), Phrase(f"{ja}曜日", en))
    for ja, en in (("月", "Monday"), ("土", "Saturday"), ("日", "Sunday"))
)


class Counted(tuple[Choice, ...]):
    """Choices that count how often they are gone through."""

    looks = 0

    def __iter__(self) -> Iterator[Choice]:
        type(self).looks += 1
        return super().__iter__()


def test_letters_that_begin_one_label_each() -> None:
    assert read_several("土日", DAYS) == (("saturday", "sunday"), False)


def test_a_page_pasted_by_mistake_is_refused_without_looking_up_each_letter() -> None:
    with pytest.raises(Refusal):
        read_several("長い文。" * 5000, Counted(DAYS))
    assert Counted.looks < 20


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("平日", "mon tue wed thu fri"),
        ("Weekdays, Saturday", "mon tue wed thu fri sat"),
        ("平日、祝日", "mon tue wed thu fri holiday"),
        ("週末", "sat sun"),
        ("every day", "mon tue wed thu fri sat sun holiday"),
    ],
)
def test_words_for_several_days(text: str, days: str) -> None:
    week = tuple(Choice(one.value, one.label, one.also) for one in choices_of(Day))
    assert read_several(text, week) == (tuple(days.split()), False)


def test_words_for_days_mean_nothing_where_there_are_none() -> None:
    with pytest.raises(Refusal):
        read_several("weekdays", DAYS)
