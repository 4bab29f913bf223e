"""The delivered templates and their guide are what the house look makes."""

from __future__ import annotations

import re

import pytest

from rfp_builder.i18n import Lang
from rfp_builder.resources import data_folder
from rfp_builder.word.house.definition_text import definition_template
from rfp_builder.word.house.readme import readme
from rfp_builder.word.house.rfp_text import rfp_template
from rfp_builder.word.house.styles import styles_part
from tests.word.reading import Word


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize(("name", "build"), [("rfp", rfp_template), ("definition", definition_template)])
def test_the_files_are_built_from_the_source(lang: Lang, name: str, build: object) -> None:
    assert callable(build)
    delivered = Word.of((data_folder("templates") / f"{name}.{lang.value}.docx").read_bytes())
    # Parts, not the package: other versions of zlib pack the same parts differently.
    assert delivered.parts == Word.of(build(lang)).parts


@pytest.mark.parametrize(("lang", "name"), [(Lang.JA, "README.ja.md"), (Lang.EN, "README.md")])
def test_the_guide_lists_the_names(lang: Lang, name: str) -> None:
    assert (data_folder("templates") / name).read_text(encoding="utf-8") == readme(lang)


@pytest.mark.parametrize("lang", Lang)
def test_japanese_text_has_a_japanese_font_and_language(lang: Lang) -> None:
    styles = styles_part(lang, 720)
    assert 'w:eastAsia="Yu Gothic"' in styles and 'w:eastAsia="ja-JP"' in styles
    assert "Theme" not in styles


def test_templates_are_slim() -> None:
    for path in data_folder("templates").glob("*.docx"):
        assert path.stat().st_size < 20_000


@pytest.mark.parametrize("name", ["rfp", "definition"])
def test_both_languages_have_the_same_tags(name: str) -> None:
    tags = []
    for lang in Lang:
        parts = Word.of((data_folder("templates") / f"{name}.{lang.value}.docx").read_bytes()).parts
        tags.append(re.findall(r"\{[{%].*?[}%]\}", parts["word/document.xml"].decode()))
    assert tags[0] == tags[1] and len(tags[0]) > 30
