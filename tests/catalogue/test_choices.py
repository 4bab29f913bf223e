from __future__ import annotations

from enum import Enum, StrEnum
from types import ModuleType

import pytest

from rfp_builder.catalogue import choices as labels
from rfp_builder.catalogue.choices import Choice, choice_label, choices_of, table_name
from rfp_builder.catalogue.reading import CatalogueError, read_table
from rfp_builder.i18n import Phrase
from rfp_builder.model import choices, criteria, proposals, rfp
from rfp_builder.model.choices import Channel, ProgramKind
from rfp_builder.text.fold import fold
from tests.catalogue.texts import JAPANESE


def enums_of(module: ModuleType) -> list[type[Enum]]:
    return [
        member
        for member in vars(module).values()
        if isinstance(member, type) and issubclass(member, Enum) and member.__module__ == module.__name__
    ]


ENUMS = [kind for module in (choices, criteria, proposals, rfp) for kind in enums_of(module)]


@pytest.mark.parametrize("kind", ENUMS, ids=lambda kind: kind.__name__)
def test_every_closed_list_is_labelled_and_no_two_answers_alike(kind: type[Enum]) -> None:
    options = choices_of(kind)
    assert [option.value for option in options] == [member.value for member in kind]
    assert len({option.label.ja for option in options}) == len(options)
    assert len({option.label.en for option in options}) == len(options)
    assert not [option.value for option in options if JAPANESE.search(option.label.en)]


@pytest.mark.parametrize("kind", ENUMS, ids=lambda kind: kind.__name__)
def test_no_other_word_stands_for_two_answers(kind: type[Enum]) -> None:
    words = [
        word
        for one in choices_of(kind)
        for word in {fold(word) for word in (one.label.ja, one.label.en, *one.also)}
    ]
    assert len(set(words)) == len(words)


def test_the_file_labels_nothing_else() -> None:
    assert set(read_table(labels.FILE)) == {table_name(kind) for kind in ENUMS}


def test_a_member_is_labelled_in_both_languages() -> None:
    assert choice_label(Channel.PHONE) == Phrase("電話", "Phone")
    assert choices_of(ProgramKind)[0] == Choice(
        value="inbound", label=Phrase("インバウンド（受信）", "Inbound"), also=("インバウンド", "受信")
    )


def test_an_enum_without_labels_is_refused() -> None:
    class Colour(StrEnum):
        RED = "red"

    with pytest.raises(KeyError):
        choice_label(Colour.RED)


def test_a_list_that_differs_from_the_model_is_refused() -> None:
    class Scope(StrEnum):
        IN_HOUSE = "in_house"
        OUTSOURCED = "outsourced"
        SHARED = "shared"
        LEASED = "leased"

    with pytest.raises(CatalogueError, match=r"^choices\.toml: scope\.leased: missing key$"):
        choices_of(Scope)
