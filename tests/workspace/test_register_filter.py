"""The filter of the register: typed as words, read, applied, and said back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.i18n import Lang
from rfp_builder.model.choices import Disclosure, Priority
from rfp_builder.model.localized import Localized
from rfp_builder.model.requirement import Requirement, Withholding
from rfp_builder.model.shape import items
from rfp_builder.workspace.register_filter import RegisterFilter

ONE = Requirement(
    id="r1",
    item="2.4",
    statement=Localized(ja="折り返し（ＡＨＴ）を行うこと。", en="Call back."),
    priority=Priority.SHOULD,
    withholding=Withholding(criterion="x"),
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", RegisterFilter()),
        ("2", RegisterFilter(section=2)),
        ("第２章", RegisterFilter(section=2)),
        ("2.4 必須", RegisterFilter(item="2.4", priority=Priority.MUST)),
        ("should withheld", RegisterFilter(priority=Priority.SHOULD, disclosure=Disclosure.WITHHELD)),
        ("非開示　指摘", RegisterFilter(disclosure=Disclosure.WITHHELD, findings=True)),
        ("折り返し 電話", RegisterFilter(texts=("折り返し", "電話"))),
        ('「必須」 "a b"', RegisterFilter(texts=("必須", "a b"))),
        ("9.9", RegisterFilter(texts=("9.9",))),
    ],
)
def test_what_is_typed_is_read(typed: str, meant: RegisterFilter) -> None:
    assert RegisterFilter.read(typed) == meant


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("2", True),
        ("2.4", True),
        ("3", False),
        ("2.5", False),
        ("推奨", True),
        ("必須", False),
        ("非開示", True),
        ("開示", False),
        ("aht", True),
        ("折り返し call", True),
        ("折り返し fax", False),
    ],
)
def test_everything_typed_must_hold(typed: str, shown: bool) -> None:
    assert RegisterFilter.read(typed).shows(ONE, ()) is shown


def test_findings_are_those_of_the_check() -> None:
    wanted = RegisterFilter(findings=True)
    assert wanted.shows(ONE, {"r1"})
    assert not wanted.shows(ONE, {"r2"})


def test_the_filter_is_said_in_words() -> None:
    said = [one.to(Lang.JA) for one in RegisterFilter.read("2.4 必須 非開示 指摘 電話").in_words()]
    assert said[0].startswith("2.4 ")
    assert said[1:] == ["必須", "非開示", "指摘あり", "「電話」を含む"]


filters = st.builds(
    RegisterFilter,
    item=st.none() | st.sampled_from(sorted(items())),
    priority=st.none() | st.sampled_from(Priority),
    disclosure=st.none() | st.sampled_from(Disclosure),
    findings=st.booleans(),
    texts=st.lists(st.text(alphabet="あ電話2.必須 ", min_size=1).map(str.strip).filter(bool), max_size=3).map(
        tuple
    ),
)


@given(filters, st.sampled_from(Lang))
def test_what_is_typed_for_a_filter_reads_back(one: RegisterFilter, lang: Lang) -> None:
    assert RegisterFilter.read(one.typed(lang)) == one
