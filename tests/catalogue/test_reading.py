from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pytest

from rfp_builder.catalogue.reading import KEY, CatalogueError, build, read, read_table
from rfp_builder.i18n import Phrase
from rfp_builder.model.choices import Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    name: Phrase
    share: Decimal
    priority: Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    key: str
    count: int
    ready: bool
    leaves: tuple[Leaf, ...] = field(metadata={KEY: "leaf"})
    note: Phrase | None = None
    raw: Mapping[str, object] = field(default_factory=dict)


def leaf(**changes: object) -> dict[str, Any]:
    return {"name": {"ja": "葉", "en": "leaf"}, "share": "12.5", "priority": "must"} | changes


def tree(**changes: object) -> dict[str, Any]:
    return {"key": "oak", "count": 1, "ready": True, "leaf": [leaf()]} | changes


def refusal(table: object) -> str:
    with pytest.raises(CatalogueError) as caught:
        build(Tree, table, "trees.toml")
    return str(caught.value)


def test_a_whole_table_becomes_a_frozen_value() -> None:
    built = build(Tree, tree(raw={"a": 1}, note={"ja": "注\n", "en": "note"}), "trees.toml")
    assert built == Tree(
        key="oak",
        count=1,
        ready=True,
        leaves=(Leaf(name=Phrase("葉", "leaf"), share=Decimal("12.5"), priority=Priority.MUST),),
        note=Phrase("注", "note"),
        raw={"a": 1},
    )


def test_raw_tables_cannot_be_changed() -> None:
    raw: Any = build(Tree, tree(raw={"a": 1}), "trees.toml").raw
    with pytest.raises(TypeError):
        raw["a"] = 2


def test_an_unknown_key_is_named_with_its_file() -> None:
    assert refusal(tree(colour="green")) == "trees.toml: colour: unknown key"


def test_a_missing_key_is_named_with_its_file() -> None:
    table = tree()
    del table["count"]
    assert refusal(table) == "trees.toml: count: missing key"


def test_a_key_of_an_inner_row_is_named_with_its_row() -> None:
    assert refusal(tree(leaf=[leaf(), leaf(hue=1)])) == "trees.toml: leaf[2].hue: unknown key"
    assert refusal(tree(leaf=[leaf(name={"ja": "葉"})])) == "trees.toml: leaf[1].name.en: missing key"


@pytest.mark.parametrize(
    ("place", "table"),
    [
        ("count", tree(count="1")),
        ("count", tree(count=True)),
        ("ready", tree(ready="true")),
        ("key", tree(key=" ")),
        ("leaf", tree(leaf=leaf())),
        ("leaf[1]", tree(leaf=["leaf"])),
        ("leaf[1].share", tree(leaf=[leaf(share=12.5)])),
        ("leaf[1].share", tree(leaf=[leaf(share="a half")])),
        ("leaf[1].share", tree(leaf=[leaf(share="NaN")])),
        ("leaf[1].priority", tree(leaf=[leaf(priority="maybe")])),
        ("leaf[1].name.ja", tree(leaf=[leaf(name={"ja": "", "en": "leaf"})])),
        ("note", tree(note="note")),
        ("raw", tree(raw=[])),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(place: str, table: dict[str, Any]) -> None:
    assert refusal(table).startswith(f"trees.toml: {place}: ")


def test_no_table_at_all_is_refused() -> None:
    assert refusal([]) == "trees.toml: a table is expected"


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(CatalogueError, match=r"^trees\.toml: "):
        read_table("trees.toml")


def test_a_file_of_another_format_is_refused() -> None:
    with pytest.raises(CatalogueError, match=r"^choices\.toml: "):
        read("choices.toml", Tree)
