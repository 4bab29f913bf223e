"""The criteria workbook: out, edited, and back with nothing lost and nothing overwritten."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from rfp_builder.catalogue.adopt import starting_criteria
from rfp_builder.errors import Refused
from rfp_builder.excel.criteria.changes import CriteriaChanges, called
from rfp_builder.excel.criteria.reader import read_criteria
from rfp_builder.excel.criteria.writer import criteria_workbook
from rfp_builder.excel.register.writer import register_workbook
from rfp_builder.i18n import Lang
from rfp_builder.model.criteria import (
    Anchor,
    Criteria,
    Criterion,
    Grade,
    Lock,
    PriceFormula,
    RoundedAt,
    Rounding,
    RoundingMode,
    Scoring,
    SubCriterion,
    TieBreak,
)
from rfp_builder.model.localized import Localized
from rfp_builder.model.parties import Evaluator
from rfp_builder.model.project import Project
from rfp_builder.text.clean import clean
from tests.excel.projects import both, project
from tests.excel.recalculated import differing_formulas, without_results
from tests.excel.test_response import HOSTILE
from tests.office import resaved

EVALUATORS = (
    Evaluator(id="e1", label=both("業務部", "Operations")),
    Evaluator(id="e2", label=both("調達部", "Purchasing")),
    Evaluator(id="e3", label=both("情報、システム部", "Systems, data")),
)
CRITERIA = Criteria(
    criteria=(
        Criterion(
            id="c1",
            name=both("提案力", "Power to propose"),
            subs=(
                SubCriterion(
                    id="s1",
                    name=both("工夫", "Ideas"),
                    points=Decimal(40),
                    anchors=tuple(Anchor(score=n, text=both(f"{n}つある。", f"Has {n}.")) for n in range(3)),
                    evaluators=("e1", "e3"),
                ),
                SubCriterion(id="s2", name=both("実行", "Delivery"), points=Decimal("20.5")),
            ),
        ),
        Criterion(
            id="c2",
            name=both("価格", "Price"),
            subs=(
                SubCriterion(
                    id="s3", name=both("総額", "Total"), points=Decimal("39.5"), scoring=Scoring.PRICE
                ),
            ),
        ),
    ),
    scale=tuple(Grade(score=n, label=both(f"段{n}", f"Step {n}"), rate=Decimal(n * 50)) for n in range(3)),
    total_points=Decimal(100),
)
PROJECT = project(criteria=CRITERIA, evaluators=EVALUATORS)
BOOK = criteria_workbook(PROJECT, Lang.JA)
TOP = {"評価基準": 5, "評価細目": 5, "段階": 5, "決め方": 4}
Change = Callable[[Workbook], object]
Typed = str | int | float | None


def _saved(book: Workbook) -> bytes:
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def _edited(*changes: Change, book: bytes = BOOK) -> bytes:
    opened = openpyxl.load_workbook(io.BytesIO(book))
    for change in changes:
        change(opened)
    return _saved(opened)


def _column(sheet: Worksheet, heading: str) -> int:
    return next(cell.column for cell in sheet[TOP[sheet.title]] if cell.value == heading)


def _put(sheet: str, heading: str, row: int, value: Typed) -> Change:
    """Type into the `row`th row below the headings."""

    def change(book: Workbook) -> None:
        at = book[sheet]
        at.cell(TOP[sheet] + row, _column(at, heading)).value = value

    return change


def _sub(heading: str, row: int, value: Typed) -> Change:
    return _put("評価細目", heading, row, value)


def _read(*changes: Change, now: Project = PROJECT) -> CriteriaChanges:
    return read_criteria(_edited(*changes), "c.xlsx", now)


def _nothing(read: CriteriaChanges, now: Project = PROJECT) -> bool:
    return read.criteria == now.criteria and not (
        read.added or read.changed or read.removed or read.conflicts
    )


def _levels(read: CriteriaChanges) -> list[tuple[str, str]]:
    return [(one.level, one.where) for one in read.notes]


texts = st.text(min_size=1, max_size=20).map(lambda text: clean(text).text.strip()).filter(bool)
wordings = st.one_of(
    st.builds(Localized, ja=texts),
    st.builds(Localized, en=texts),
    st.builds(Localized, ja=texts, en=texts),
    st.sampled_from([*HOSTILE, "1 提案力", "e1", "業務部、調達部"]).map(
        lambda text: Localized(ja=text, en=text)
    ),
)
maybe = st.one_of(st.none(), wordings)
percents = st.decimals(0, 100, places=4)
points = st.decimals(0, 1_000_000, places=4)
floors = st.one_of(st.none(), percents)
ids = st.from_regex(r"[a-z0-9][a-z0-9-]{0,9}", fullmatch=True)


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """Any criteria that a project can hold."""
    own = iter(draw(st.lists(ids, min_size=8, max_size=8, unique=True)))
    people = [Evaluator(id=who, label=draw(wordings)) for who in draw(st.lists(ids, max_size=3, unique=True))]
    scores = draw(st.lists(st.integers(0, 10), unique=True, max_size=3).map(sorted))
    criteria = [
        Criterion(
            id=next(own),
            name=draw(wordings),
            intent=draw(maybe),
            floor=draw(floors),
            subs=tuple(
                SubCriterion(
                    id=next(own),
                    name=draw(wordings),
                    looks_at=draw(maybe),
                    points=draw(points),
                    scoring=draw(st.sampled_from(Scoring)),
                    floor=draw(floors),
                    anchors=tuple(Anchor(score=score, text=draw(wordings)) for score in scores),
                    evaluators=tuple(
                        draw(st.lists(st.sampled_from([*[one.id for one in people], "gone"]), max_size=3))
                    ),
                )
                for _ in range(draw(st.integers(0, 2)))
            ),
        )
        for _ in range(draw(st.integers(0, 2)))
    ]
    return PROJECT.replace(
        evaluators=tuple(people),
        rfp=PROJECT.rfp.replace(languages=draw(st.sampled_from([(Lang.JA,), (Lang.EN,), tuple(Lang)]))),
        criteria=Criteria(
            criteria=tuple(criteria),
            scale=tuple(Grade(score=score, label=draw(wordings), rate=draw(percents)) for score in scores),
            total_points=draw(points),
            price_formula=draw(st.sampled_from(PriceFormula)),
            rounding=Rounding(
                digits=draw(st.integers(0, 6)),
                mode=draw(st.sampled_from(RoundingMode)),
                at=draw(st.sampled_from(RoundedAt)),
            ),
            total_floor=draw(floors),
            ties=tuple(draw(st.lists(st.sampled_from(TieBreak), max_size=4))),
            withheld_cap=draw(percents),
        ),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(projects(), st.sampled_from(Lang))
def test_out_and_back_changes_nothing(now: Project, lang: Lang) -> None:
    read = read_criteria(criteria_workbook(now, lang), "c.xlsx", now)
    assert _nothing(read, now)
    assert not read.notes


@pytest.mark.parametrize("lang", Lang)
def test_the_catalogues_criteria_come_back(lang: Lang) -> None:
    now = PROJECT.replace(criteria=starting_criteria())
    read = read_criteria(criteria_workbook(now, lang), "c.xlsx", now)
    assert _nothing(read, now)
    assert not read.notes


def test_an_edit_is_taken_and_named() -> None:
    read = _read(
        _sub("評価細目（日本語）", 1, "創意"),
        _sub("配点", 1, "３５点"),
        _sub("採点の方法", 2, "基礎点"),
        _sub("最低基準（%）", 2, "60%"),
        _sub("評点1の目安（英語）", 1, "Has one."),
        _put("評価基準", "評価基準（英語）", 1, "Proposing"),
        _put("段階", "配点に掛ける割合（%）", 2, 0.4),
    )
    assert not read.notes or {one.level for one in read.notes} == {"warning"}
    assert read.changed == ("c1", "s1", "s2", "scale[1]")
    first, second = read.criteria.criteria[0].subs
    before = CRITERIA.criteria[0].subs[0]
    assert (first.name, first.points) == (both("創意", "Ideas"), Decimal(35))
    assert first.anchors[1] == Anchor(score=1, text=both("1つある。", "Has one."))
    assert (first.anchors[0], first.evaluators) == (before.anchors[0], before.evaluators)
    assert (second.scoring, second.floor) == (Scoring.BASE, Decimal(60))
    assert read.criteria.criteria[0].name == both("提案力", "Proposing")
    assert read.criteria.scale[1].rate == Decimal(40)
    assert read.criteria.criteria[1] == CRITERIA.criteria[1]


def _decision(what: str, value: Typed) -> Change:
    def change(book: Workbook) -> None:
        sheet = book["決め方"]
        row = next(row for row in range(1, 30) if sheet.cell(row, 2).value == what)
        sheet.cell(row, 3).value = value

    return change


def test_decisions_are_taken() -> None:
    read = _read(
        _decision("満点", "120点"),
        _decision("小数点以下の桁数", 3),
        _decision("端数の処理", "切り捨て"),
        _decision("丸める段階", "合計点"),
        _decision("合計点の最低基準（%）", "55%"),
        _decision("同点の場合 1", "品質の得点の高い者を上位とする"),
        _decision("同点の場合 3", "提案価格の低い者を上位とする"),
        _decision("非開示の要件に割り当てる点の上限（%）", 0.1),
    )
    made = read.criteria
    assert made.total_points == 120
    assert made.rounding == Rounding(digits=3, mode=RoundingMode.DOWN, at=RoundedAt.TOTAL)
    assert (made.total_floor, made.withheld_cap) == (Decimal(55), Decimal(10))
    assert made.ties == (TieBreak.HIGHER_QUALITY, TieBreak.COUNCIL, TieBreak.LOWER_PRICE)
    assert made.criteria == CRITERIA.criteria
    assert "method.total_points" in read.changed and "method.tie-3" in read.added


def test_a_decision_that_cannot_be_is_named_and_the_rest_taken() -> None:
    read = _read(
        _decision("満点", None),
        _decision("小数点以下の桁数", "2.5"),
        _decision("端数の処理", "適当に"),
        _decision("合計点の最低基準（%）", 0.6),
        _decision("非開示の要件に割り当てる点の上限（%）", 1.5),
    )
    assert read.criteria == CRITERIA.replace(total_floor=Decimal(60))
    assert sorted(_levels(read)) == [
        ("error", "決め方!C14"), ("error", "決め方!C5"), ("error", "決め方!C7"), ("error", "決め方!C8")
    ]  # fmt: skip


def test_evaluators_are_named_with_commas_and_blank_means_all() -> None:
    read = _read(_sub("採点する評価者", 1, None), _sub("採点する評価者", 2, "ｐｕｒｃｈａｓｉｎｇ, 業務部"))
    assert [sub.evaluators for sub in read.criteria.all_subs()] == [(), ("e2", "e1"), ()]
    read = _read(_sub("採点する評価者", 1, "業務部、監査部"), _sub("配点", 1, 41))
    changed = read.criteria.criteria[0].subs[0]
    assert (changed.evaluators, changed.points) == (("e1", "e3"), Decimal(41))
    assert [(one.level, "監査部" in one.ja) for one in read.notes] == [("error", True)]


def test_a_row_without_an_id_is_new() -> None:
    read = _read(
        _put("評価基準", "評価基準（日本語）", 3, "体制"),
        _sub("評価基準", 4, "体制"),
        _sub("評価細目（日本語）", 4, "要員"),
        _sub("配点", 4, 10),
        _sub("評価基準", 5, "1 提案力"),
        _sub("評価細目（日本語）", 5, "改善"),
        _sub("配点", 5, 5),
    )
    assert len(read.added) == 3 and not read.changed
    assert len(set(read.added) | {"c1", "c2", "s1", "s2", "s3"}) == 8
    first, second, third = read.criteria.criteria
    assert first.subs[:2] == CRITERIA.criteria[0].subs
    assert first.subs[2].replace(id="x") == SubCriterion(id="x", name=Localized(ja="改善"), points=Decimal(5))
    assert second == CRITERIA.criteria[1]
    assert (third.name, third.subs[0].name) == (Localized(ja="体制"), Localized(ja="要員"))
    assert called(third.subs[0].id, read.criteria).ja == "3.1 要員"


def test_a_new_row_without_a_criterion_or_points_is_named() -> None:
    read = _read(
        _sub("評価細目（日本語）", 4, "要員"), _sub("評価基準", 5, "2 価格"), _sub("配点", 5, "たくさん")
    )
    assert _nothing(read)
    assert {level for level, _ in _levels(read)} == {"error"}
    assert {"評価細目!C9", "評価細目!F10"} <= {where for _, where in _levels(read)}


def test_a_copied_row_is_a_new_one() -> None:
    def copy(book: Workbook) -> None:
        sheet = book["評価細目"]
        for column in range(1, sheet.max_column + 1):
            sheet.cell(9, column).value = sheet.cell(6, column).value

    read = _read(copy)
    assert len(read.added) == 1 and not read.changed
    assert read.criteria.criteria[0].subs[-1] == CRITERIA.criteria[0].subs[0].replace(id=read.added[0])


def test_a_sub_criterion_moves_to_another_criterion_even_while_that_is_renamed() -> None:
    read = _read(_sub("評価基準", 1, "2 価格"), _put("評価基準", "評価基準（日本語）", 2, "費用"))
    assert [one.id for one in read.criteria.criteria[1].subs] == ["s3", "s1"]
    assert read.criteria.criteria[1].name.ja == "費用"
    assert set(read.changed) == {"s1", "c2"}


def test_deleting_is_said_and_a_row_taken_out_is_kept() -> None:
    read = _read(_sub("削除", 2, "はい"))
    assert read.removed == ("s2",)
    assert [one.id for one in read.criteria.all_subs()] == ["s1", "s3"]
    read = _read(lambda book: book["評価細目"].delete_rows(7))
    assert _nothing(read)
    assert ["1.2 実行" in one.ja for one in read.notes] == [True]


def test_a_criterion_goes_only_when_it_is_empty() -> None:
    read = _read(_put("評価基準", "削除", 2, "はい"))
    assert _nothing(read)
    assert ["2 価格" in one.ja for one in read.notes] == [True]
    read = _read(_put("評価基準", "削除", 2, "はい"), _sub("削除", 3, "はい"))
    assert set(read.removed) == {"c2", "s3"}
    assert read.criteria.criteria == CRITERIA.criteria[:1]


def test_dropping_what_requirements_are_scored_under_is_warned_of() -> None:
    read = _read(_sub("削除", 1, "はい"))
    assert read.removed == ("s1",)
    assert [(one.level, "2件" in one.ja) for one in read.notes] == [("warning", True)]


def test_steps_of_the_scale_come_and_go() -> None:
    read = _read(
        _put("段階", "意味（日本語）", 4, "特に優れる"),
        _put("段階", "配点に掛ける割合（%）", 4, "100%"),
        *(
            _put("段階", heading, 1, None)
            for heading in ("意味（日本語）", "意味（英語）", "配点に掛ける割合（%）")
        ),
    )
    assert (read.added, read.removed) == (("scale[3]",), ("scale[0]",))
    assert [one.score for one in read.criteria.scale] == [1, 2, 3]


# openpyxl, which plays the editor here, would write this one as the letter it stands for.
@pytest.mark.parametrize("text", [text for text in HOSTILE if text != "_x0041_"])
def test_an_edited_text_comes_in_to_the_letter(text: str) -> None:
    def type_as_text(book: Workbook) -> None:
        sheet = book["評価細目"]
        cell = sheet.cell(6, _column(sheet, "見る点（日本語）"))
        cell.value = text
        cell.data_type = "s"

    assert _read(type_as_text).criteria.criteria[0].subs[0].looks_at == Localized(ja=text)


def test_what_people_typed_is_never_a_formula() -> None:
    name = both("=1+1", "=1+1")
    criterion = CRITERIA.criteria[0]
    subs = tuple(sub.replace(name=name, looks_at=name) for sub in criterion.subs)
    made = CRITERIA.replace(criteria=(criterion.replace(name=name, intent=name, subs=subs),))
    opened = openpyxl.load_workbook(io.BytesIO(criteria_workbook(PROJECT.replace(criteria=made), Lang.JA)))
    formulas = [
        cell.value for sheet in opened for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
    ]
    assert formulas and "=1+1" not in formulas
    assert opened["評価細目"]["D6"].value == "=1+1" and opened["評価細目"]["D6"].data_type == "s"


def _meanwhile(**changes: object) -> Project:
    criterion, *rest = CRITERIA.criteria
    sub, *others = criterion.subs
    changed = criterion.replace(subs=(sub.replace(**changes), *others))
    return PROJECT.replace(criteria=CRITERIA.replace(criteria=(changed, *rest)))


def test_what_changed_in_the_project_alone_stays() -> None:
    now = _meanwhile(points=Decimal(41))
    assert _nothing(_read(now=now), now)


def test_what_changed_on_both_sides_is_a_conflict_and_not_taken() -> None:
    now = _meanwhile(points=Decimal(41))
    for change in (_sub("配点", 1, 42), _sub("削除", 1, "はい")):
        read = _read(change, _sub("配点", 2, 7), now=now)
        assert read.conflicts == ("s1",)
        assert read.criteria.sub("s1") == now.criteria.sub("s1")
        assert read.criteria.sub("s2") == CRITERIA.criteria[0].subs[1].replace(points=Decimal(7))
    now = PROJECT.replace(criteria=CRITERIA.replace(total_points=Decimal(90)))
    read = _read(_decision("満点", 80), now=now)
    assert (read.conflicts, read.criteria) == (("method.total_points",), now.criteria)


def test_an_edit_of_what_was_dropped_meanwhile_is_a_conflict() -> None:
    criterion, *rest = CRITERIA.criteria
    now = PROJECT.replace(
        criteria=CRITERIA.replace(criteria=(criterion.replace(subs=criterion.subs[1:]), *rest))
    )
    assert _nothing(_read(now=now), now)
    read = _read(_sub("配点", 1, 42), now=now)
    assert (read.conflicts, read.criteria) == (("s1",), now.criteria)


def test_without_the_hidden_sheet_nothing_is_overwritten() -> None:
    read = _read(lambda book: book.remove(book["_meta"]), _sub("配点", 1, 42))
    assert (read.conflicts, read.criteria) == (("s1",), CRITERIA)


def test_without_the_hidden_ids_a_sheet_is_not_taken() -> None:
    read = _read(lambda book: book["評価細目"].delete_cols(1))
    assert _nothing(read)
    assert "error" in {one.level for one in read.notes}


_ANYTHING = st.one_of(
    st.sampled_from(
        [None, "", "s1", "s3", "c1", "scale[1]", "method.digits", "はい", "1 提案力", "9", "0 x", "、"]
    ),
    st.sampled_from([True, 0, -1, 3.5, 1e300, date(2027, 1, 1), "=1/0", "#N/A", "評価基準", "\u202e"]),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(st.sampled_from(list(TOP)), st.integers(1, 14), st.integers(1, 20), _ANYTHING),
        min_size=1,
        max_size=12,
    )
)
def test_whatever_the_cells_hold_nothing_is_raised(edits: list[tuple[str, int, int, Any]]) -> None:
    def scribble(book: Workbook) -> None:
        for sheet, row, column, value in edits:
            book[sheet].cell(row, column).value = value

    read = _read(scribble)
    assert read.criteria.lock is None
    assert {one.id for one in read.criteria.all_subs()} | set(read.removed) >= {"s1", "s2", "s3"}


def test_locked_criteria_take_nothing() -> None:
    lock = Lock(locked_on=date(2027, 1, 15), locked_by=both("委員会", "Committee"), digest="0" * 64)
    with pytest.raises(Refused, match="cannot be imported"):
        read_criteria(BOOK, "c.xlsx", PROJECT.replace(criteria=CRITERIA.replace(lock=lock)))


def test_another_form_is_refused() -> None:
    for data in (register_workbook(PROJECT, Lang.JA), _saved(openpyxl.Workbook()), b"no workbook"):
        with pytest.raises(Refused):
            read_criteria(data, "c.xlsx", PROJECT)


@pytest.mark.parametrize(
    ("points", "said"),
    [
        (40, "配点の合計 100点（満点 100点）　合っています"),
        (45, "配点の合計 105点（満点 100点）　※ 5点 超えています"),
        (30, "配点の合計 90点（満点 100点）　※ 10点 足りません"),
    ],
)
def test_the_sheet_says_whether_the_points_add_up(points: int, said: str) -> None:
    book = criteria_workbook(_meanwhile(points=Decimal(points)), Lang.JA)
    opened = openpyxl.load_workbook(io.BytesIO(book), data_only=True)
    assert opened["評価細目"]["B3"].value == said
    assert opened["評価基準"]["C3"].value == said


@pytest.mark.office
def test_libreoffice_works_out_the_same_sums_and_changes_nothing(tmp_path: Path) -> None:
    for lang in Lang:
        book = criteria_workbook(_meanwhile(points=Decimal("12.25")), lang)
        theirs = resaved(without_results(book), tmp_path)
        assert not differing_formulas(book, theirs)
        read = read_criteria(theirs, "c.xlsx", _meanwhile(points=Decimal("12.25")))
        assert _nothing(read, _meanwhile(points=Decimal("12.25")))
        assert not read.notes
