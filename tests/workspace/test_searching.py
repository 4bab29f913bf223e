"""Searching a project: labels, answers, requirements and criteria, in both languages, folded."""

from __future__ import annotations

from pathlib import Path

import pytest

from rfp_builder.i18n import Lang
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement, Withholding
from rfp_builder.workspace.document.paths import value_at, with_value
from rfp_builder.workspace.searching import Index, search
from rfp_builder.workspace.workspace import Workspace


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder: Path = tmp_path_factory.mktemp("searching") / "project"
    return Workspace.create(folder, "mail-order").project


def test_a_label_comes_before_answers_and_help(sample: Project) -> None:
    first = search(sample, "予定価格", Lang.JA)[0]
    assert first.path == "work.constraints.ceiling_price"
    assert first.excerpt[first.start : first.end] == "予定価格"


def test_a_cell_of_a_table_is_found_with_its_row(sample: Project) -> None:
    (hit,) = search(sample, "ＡＨＴ", Lang.JA)
    assert hit.path == "additional.attachments.glossary[gl2].term"
    assert hit.excerpt[hit.start : hit.end] == "AHT"


def test_a_column_leads_to_its_first_cell_and_to_the_table_where_there_is_none(sample: Project) -> None:
    assert search(sample, "最低値", Lang.JA)[0].path == "operations.service_levels.kpis[k1].minimum"
    assert search(Project(), "最低値", Lang.JA)[0].path == "operations.service_levels.kpis"


def test_the_other_language_is_searched_too(sample: Project) -> None:
    paths = [hit.path for hit in search(sample, "win-back", Lang.JA)]
    assert "work.programs.programs[p3].name" in paths


def test_every_word_must_be_there(sample: Project) -> None:
    assert search(sample, "折り返し 前後10分", Lang.JA)
    assert not search(sample, "折り返し 平安時代", Lang.JA)


def test_nothing_is_found_for_nothing(sample: Project) -> None:
    assert search(sample, "  　", Lang.JA) == ()


def test_what_is_withheld_is_found() -> None:
    secret = Requirement(
        id="s",
        item="2.4",
        statement=Localized(ja="内緒の段取り"),
        withholding=Withholding(criterion="x", guide=Localized(ja="手引きの段取り")),
    )
    paths = [hit.path for hit in search(Project(requirements=(secret,)), "段取り", Lang.JA)]
    assert paths == ["requirements[s].statement", "requirements[s].withholding.guide"]


def test_every_place_that_is_found_exists(sample: Project) -> None:
    index = Index(sample)
    hits = [hit for word in ("の", "a", "1", "あ", "評価") for hit in index.search(word, Lang.EN, most=5000)]
    assert len(hits) > 1000
    for hit in hits:
        value_at(sample, hit.path)


@pytest.mark.parametrize("text", ["[red]", "[/]", "[a={'b[0]'}]", "{{ x }}", "=1+1", "<b>&", "𠮷野"])
def test_hostile_texts_are_found_to_the_letter(text: str) -> None:
    project = with_value(Project(), "overview.policy.policy", Localized(ja=f"前{text}後"))
    (hit,) = search(project, text, Lang.JA)
    assert hit.excerpt == f"前{text}後"
    assert hit.excerpt[hit.start : hit.end] == text


def test_a_long_text_is_shown_around_what_was_found() -> None:
    text = "あ" * 100 + "目印" + "い" * 500
    project = with_value(Project(), "overview.policy.policy", Localized(ja=text))
    (hit,) = search(project, "目印", Lang.JA)
    assert hit.excerpt.startswith("..あ") and len(hit.excerpt) < 300
    assert hit.excerpt[hit.start : hit.end] == "目印"


def test_a_time_of_day_is_found_as_it_is_read(sample: Project) -> None:
    assert any(hit.path.startswith("rfp.schedule[") for hit in search(sample, "17:00", Lang.JA))
