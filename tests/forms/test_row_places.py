"""Rows without a name of their own are told by where they stand, and read back by it."""

from __future__ import annotations

import pytest

from rfp_builder.forms.names import RowNames, row_names
from rfp_builder.i18n import Lang
from rfp_builder.model.definition import Definition
from rfp_builder.model.localized import Localized

TABLE = "work.programs.programs"


def _names(*rows: dict[str, str] | None) -> RowNames:
    made = [{"id": f"r-{n:08x}", **({"name": name} if name else {})} for n, name in enumerate(rows, start=1)]
    return row_names(Definition.model_validate({"work": {"programs": {"programs": made}}}))


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        (Lang.JA, ["注文受付", "同じ（2行目）", "同じ（3行目）", "（名前なし 4行目）", "（削除された行）"]),
        (Lang.EN, ["注文受付", "同じ (row 2)", "同じ (row 3)", "(no name, row 4)", "(a deleted row)"]),
    ],
)
def test_no_made_up_id_is_shown(lang: Lang, shown: list[str]) -> None:
    names = _names({"ja": "注文受付"}, {"ja": "同じ"}, {"ja": "同じ"}, None)
    assert [names.shown(TABLE, f"r-{n:08x}", lang) for n in range(1, 6)] == shown


@pytest.mark.parametrize("lang", Lang)
def test_the_place_is_read_back(lang: Lang) -> None:
    names = _names({"ja": "注文受付"}, {"ja": "同じ"}, {"ja": "同じ"}, None)
    for row_id in names.rows(TABLE):
        assert names.row_of(TABLE, names.shown(TABLE, row_id, lang)) == row_id


def test_a_name_that_reads_like_a_place_is_not_taken_for_one() -> None:
    names = _names({"ja": "同じ（3行目）"}, {"ja": "同じ"}, {"ja": "同じ"})
    assert names.row_of(TABLE, "同じ（3行目）") == "r-00000001"
    assert names.row_of(TABLE, names.shown(TABLE, "r-00000003", Lang.JA)) == "r-00000003"


def test_a_workbook_keeps_ids_since_its_rows_are_moved() -> None:
    names = RowNames({TABLE: {"a": Localized(ja="同じ"), "b": Localized(ja="同じ")}})
    assert names.shown(TABLE, "a", Lang.JA) == "#a"
