"""What is said of a clash: the very place, and what is different there."""

from __future__ import annotations

import pytest

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.workspace.document.merge import Clash
from rfp_builder.workspace.document.paths import value_at, with_value
from rfp_builder.workspace.document.sides import differences
from rfp_builder.workspace.workspace import sample_project

AHT = "work.volumes.volumes[v1].aht"
POLICY = "overview.policy.policy"


@pytest.fixture(scope="module")
def sample() -> Project:
    return sample_project("mail-order")


def _clash(path: str, mine: Project, theirs: Project) -> Clash:
    return Clash(path, value_at(mine, path), value_at(theirs, path))


@pytest.mark.parametrize("path", ["definition", "work.volumes", "work.volumes.volumes", AHT])
def test_the_place_is_found_however_large_the_clash(sample: Project, path: str) -> None:
    mine, theirs = with_value(sample, AHT, 111), with_value(sample, AHT, 222)
    (found,) = differences(_clash(path, mine, theirs))
    assert (found.path, found.words(Lang.JA)) == (AHT, ("111", "222"))


def test_it_is_called_by_its_row_and_its_question(sample: Project) -> None:
    mine, theirs = with_value(sample, AHT, 111), with_value(sample, AHT, 222)
    (found,) = differences(_clash("definition", mine, theirs))
    named = found.named(Phrase("2.2 量", "2.2 Volumes"), Lang.JA).ja
    assert named.startswith("2.2 量: 「") and "処理時間" in named


def test_a_row_that_one_side_has_not(sample: Project) -> None:
    table = "work.volumes.volumes"
    held = value_at(sample, table)
    assert isinstance(held, tuple)
    (found,) = differences(_clash(table, sample, with_value(sample, table, held[1:])))
    mine, theirs = found.words(Lang.JA)
    assert mine and not theirs


def test_long_texts_are_shown_from_where_they_differ() -> None:
    same = "同じ" * 3000
    (found,) = differences(Clash(POLICY, Localized(ja=f"{same}こちら"), Localized(ja=f"{same}あちら")))
    mine, theirs = found.words(Lang.JA)
    assert mine.endswith("こちら") and theirs.endswith("あちら") and len(mine) < 100


def test_a_wording_in_the_other_language_is_shown_where_it_alone_differs() -> None:
    (found,) = differences(Clash(POLICY, Localized(ja="同じ", en="mine"), Localized(ja="同じ", en="theirs")))
    assert found.words(Lang.JA) == ("mine", "theirs")


def test_rows_in_another_order_are_one_difference(sample: Project) -> None:
    table = "work.volumes.volumes"
    held = value_at(sample, table)
    assert isinstance(held, tuple)
    found = differences(_clash(table, sample, with_value(sample, table, held[::-1])))
    assert [one.path for one in found] == [table]
    mine, theirs = found[0].words(Lang.JA)
    assert mine != theirs
