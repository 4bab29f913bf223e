"""The evaluation workbook: every formula gives what Python gives, whatever became of the vendors."""

from __future__ import annotations

import io
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from rfp_builder.evaluation.evaluate import evaluate
from rfp_builder.evaluation.result import Evaluation
from rfp_builder.excel.evaluation.writer import evaluation_workbook
from rfp_builder.excel.reader import Sheet, read_workbook
from rfp_builder.i18n import Lang
from rfp_builder.model.criteria import PriceFormula, RoundedAt, Rounding, RoundingMode, TieBreak
from rfp_builder.model.parties import Vendor
from rfp_builder.model.project import Project
from rfp_builder.model.proposals import GateAnswer
from tests.evaluation import build
from tests.excel.projects import SECRET
from tests.excel.recalculated import differing_formulas, without_results
from tests.excel.scored import CEILING, criteria, project, proposal, scored, sub
from tests.excel.shown import foreign_words, shown_texts
from tests.office import resaved_all

_CLOSE = 1e-9


def _without_price_and_base() -> Project:
    one = criteria().criteria[0].replace(subs=(sub("s1", "20"), sub("s3", "12")))
    return scored(
        criteria=criteria(criteria=(one,), total_points=Decimal(32)),
        proposals=tuple(proposal(place, price=()) for place in range(3)),
    )


def _even() -> Project:
    """The first two vendors alike in everything."""
    alike = project()
    books = tuple(
        book.replace(
            scores=tuple(
                next(other for other in book.scores if (other.vendor, other.sub) == ("v1", one.sub)).replace(
                    vendor="v2"
                )
                if one.vendor == "v2"
                else one
                for one in book.scores
            )
        )
        for book in scored().score_books
    )
    first = proposal(0, answers=proposal(2).answers)
    return alike.replace(
        score_books=books,
        proposals=(first, first.replace(vendor="v2"), proposal(2)),
        criteria=criteria(ties=(TieBreak.COUNCIL,)),
    )


def _blank_grade() -> Project:
    whole = scored()
    first = whole.score_books[0]
    blank = first.scores[0].replace(score=None)
    return whole.replace(
        score_books=(first.replace(scores=(blank, *first.scores[1:])), *whole.score_books[1:])
    )


def _all_out() -> Project:
    failed = (GateAnswer(gate="g1", passed=False), GateAnswer(gate="g2"))
    return scored(proposals=tuple(proposal(place, gates=failed) for place in range(3)))


def _rounded(mode: RoundingMode, at: RoundedAt, digits: int = 2, **changes: object) -> Project:
    return scored(criteria=criteria(rounding=Rounding(digits=digits, mode=mode, at=at), **changes))


CASES: Mapping[str, Project] = {
    "half up at each sub-criterion": scored(),
    "half even at each sub-criterion": _rounded(RoundingMode.HALF_EVEN, RoundedAt.SUB_CRITERION, 1),
    "down at each criterion": _rounded(RoundingMode.DOWN, RoundedAt.CRITERION),
    "half even at the total": _rounded(RoundingMode.HALF_EVEN, RoundedAt.TOTAL, 0),
    "lowest over price": _rounded(
        RoundingMode.DOWN, RoundedAt.SUB_CRITERION, 0, price_formula=PriceFormula.LOWEST_OVER_PRICE
    ),
    "above the ceiling is still priced": scored(
        criteria=criteria(price_formula=PriceFormula.LOWEST_OVER_PRICE, total_floor=None)
    ),
    "a gate failed, another not answered": scored(
        proposals=(
            proposal(0, gates=(GateAnswer(gate="g1", passed=False), GateAnswer(gate="g2", passed=True))),
            proposal(1, gates=()),
            proposal(2, price=proposal(0).price),
        )
    ),
    "a price is missing": scored(
        proposals=(
            proposal(0, price=(proposal(0).price[0], proposal(0).price[1].replace(amount=None))),
            proposal(1),
            proposal(2),
        )
    ),
    "a grade is missing": _blank_grade(),
    "floors not reached": scored(
        criteria=criteria(
            criteria=(
                criteria().criteria[0].replace(subs=(sub("s1", "20", floor="60"), sub("s2", "12.5", "e2"))),
                criteria().criteria[1].replace(floor=Decimal(25)),
            ),
            total_floor=Decimal(60),
        )
    ),
    "equal in everything": _even(),
    "everybody is out": _all_out(),
    "neither price nor base points": _without_price_and_base(),
}


@pytest.fixture(params=CASES, ids=lambda name: name)
def case(request: pytest.FixtureRequest) -> tuple[Project, Evaluation]:
    """A project and what Python makes of it."""
    judged = CASES[request.param]
    return judged, evaluate(judged)


def _sheet(data: bytes, name: str) -> Sheet:
    sheet = read_workbook(data, "a.xlsx").sheet(name)
    assert sheet is not None
    return sheet


def _table(sheet: Sheet, head: int) -> list[dict[str, object]]:
    """Rows below a heading row, by heading, until the first row without cells."""
    by_number = {row.number: {cell.column: cell.value for cell in row.cells} for row in sheet.rows}
    heads = by_number[head]
    rows: list[dict[str, object]] = []
    while by_number.get(head + 1 + len(rows)):
        cells = by_number[head + 1 + len(rows)]
        rows.append({str(heads.get(column, "")): value for column, value in cells.items()})
    return rows


def _near(shown: object, exact: Fraction | int | None) -> bool:
    if exact is None:
        return shown in (None, "")
    return isinstance(shown, Decimal) and abs(float(shown) - float(exact)) < _CLOSE


def test_the_ranking_shows_what_python_found(case: tuple[Project, Evaluation]) -> None:
    judged, evaluation = case
    rows = _table(_sheet(evaluation_workbook(judged, evaluation, Lang.EN), "Ranking"), 4)
    assert [row["Vendor"] for row in rows] == [one.vendor.name for one in evaluation.vendors]
    for row, one in zip(rows, evaluation.vendors, strict=True):
        assert _near(row.get("Rank"), one.rank)
        assert _near(row.get("Total"), one.total)
        assert _near(row.get("Without price"), one.quality)
        assert _near(row.get("Price points"), one.price_points)
        assert _near(row.get("Price (JPY)"), one.price)
        expected = "out" if one.out else "open" if one.total is None else "in"
        assert row["State"] == expected
        for group, criterion in zip(one.criteria, judged.criteria.criteria, strict=True):
            assert _near(row.get(criterion.name.to(Lang.EN)), group.points)


@pytest.mark.office
def test_libreoffice_works_out_the_same(tmp_path: Path) -> None:
    ours = {name: evaluation_workbook(judged, evaluate(judged), Lang.JA) for name, judged in CASES.items()}
    theirs = resaved_all({name: without_results(data) for name, data in ours.items()}, tmp_path)
    differing = {name: differing_formulas(ours[name], theirs[name]) for name in CASES}
    assert differing == {name: [] for name in CASES}


def test_the_first_sheet_names_the_winner_and_says_why_others_are_out() -> None:
    judged = CASES["a gate failed, another not answered"]
    texts = [
        str(cell.value)
        for row in _sheet(evaluation_workbook(judged, evaluate(judged), Lang.JA), "概要").rows
        for cell in row.cells
    ]
    assert texts[texts.index("第1位") + 1] == "C社"
    assert "A社：応募資格「認証がある。」を満たしていません。" in texts
    assert "B社：応募資格「認証がある。」に回答がありません。" in texts
    assert "A社：必須の要件のうち R-003 を満たしていません。" in texts
    assert "加算方式：配点×（1－提案価格÷予定価格）" in texts


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("equal in everything", "a tie, for the committee to decide"),
        ("everybody is out", "none"),
        ("a grade is missing", "not decided: a proposal is incomplete"),
    ],
)
def test_without_one_winner_the_first_sheet_says_so(name: str, said: str) -> None:
    judged = CASES[name]
    sheet = _sheet(evaluation_workbook(judged, evaluate(judged), Lang.EN), "Summary")
    cells = {cell.ref: cell.value for row in sheet.rows for cell in row.cells}
    assert cells["B5"] == said


def test_a_losing_offer_that_decides_who_wins_is_named() -> None:
    agreed = build.criteria(
        build.group("all", build.quality("judged", 50), build.priced(50)),
        grades=build.scale("10", "68", "80"),
    )
    bids = [
        build.Bid(name, price, {"judged": [grade]})
        for name, price, grade in (("a", 100, 2), ("b", 80, 1), ("c", 40, 0))
    ]
    judged = build.project(agreed, *bids)
    texts = shown_texts(evaluation_workbook(judged, evaluate(judged), Lang.EN))
    assert [text for text in texts if text.startswith("Without the offer")] == [
        "Without the offer of C, B would be first: points for price depend on the lowest offer."
    ]


def test_the_ceiling_stands_on_the_price_sheet_only_where_it_counts() -> None:
    additive, lowest = CASES["half up at each sub-criterion"], CASES["lowest over price"]
    shown = [
        Decimal(CEILING) in _values(evaluation_workbook(judged, evaluate(judged), Lang.JA))
        for judged in (additive, lowest)
    ]
    assert shown == [True, False]


def _values(data: bytes) -> set[object]:
    return {cell.value for sheet in read_workbook(data, "a.xlsx") for row in sheet.rows for cell in row.cells}


def test_compliance_counts_marks() -> None:
    judged = CASES["half up at each sub-criterion"]
    sheet = _sheet(evaluation_workbook(judged, evaluate(judged), Lang.JA), "要件適合")
    rows = [[cell.value for cell in row.cells] for row in sheet.rows]
    by_label = {str(row[0]): row[1:] for row in rows if len(row) == 4 and isinstance(row[1], Decimal)}
    vendors = [one.vendor.id for one in evaluate(judged).vendors]
    in_order = {"v1": (1, 1, 0, 0, 1, 1), "v2": (0, 2, 1, 0, 0, 0), "v3": (1, 2, 0, 0, 0, 0)}
    labels = ("◎ の数", "○ の数", "△ の数", "× の数", "回答なしの数", "満たされない必須要件の数")
    for place, label in enumerate(labels):
        assert by_label[label] == [in_order[vendor][place] for vendor in vendors]


def test_what_was_withheld_has_a_sheet_of_its_own() -> None:
    judged = CASES["half up at each sub-criterion"]
    book = read_workbook(evaluation_workbook(judged, evaluate(judged), Lang.JA), "a.xlsx")
    holding = [
        sheet.name
        for sheet in book
        if any(SECRET in str(cell.value) for row in sheet.rows for cell in row.cells)
    ]
    assert holding == ["非開示要件"]


@pytest.mark.parametrize(
    "text", ["[red]", "{{ x }}", "=1+1", "+1", "@x", "-1", "<b>&", "𠮷", "a\tb\n二", "x" * 32_767]
)
def test_what_people_wrote_is_shown_to_the_letter(text: str) -> None:
    judged = scored(text, proposals=tuple(proposal(place, text) for place in range(3)))
    judged = judged.replace(
        vendors=tuple(
            Vendor(id=f"v{n}", name=f"{n}{text.strip()[:20]}".replace("\t", " ").replace("\n", " "))
            for n in (1, 2, 3)
        )
    )
    data = evaluation_workbook(judged, evaluate(judged), Lang.JA)
    reasons = _sheet(data, "採点理由")
    joined: dict[tuple[object, ...], str] = {}
    for row in reasons.rows[3:]:
        cells = {cell.column: cell.value for cell in row.cells}
        key = (cells[1], cells[3], cells[4])
        joined[key] = joined.get(key, "") + str(cells.get(6, ""))
    assert set(joined.values()) == {text}
    withheld = _sheet(data, "非開示要件")
    answers: dict[int, str] = {}
    for row in withheld.rows:
        for cell in row.cells:
            if row.number > 4 and cell.column > 3:
                answers[cell.column] = answers.get(cell.column, "") + str(cell.value)
    assert set(answers.values()) == {text}


@pytest.mark.parametrize("lang", Lang)
def test_its_texts_are_in_one_language(lang: Lang) -> None:
    written = {Lang.JA: "毎月見直します。", Lang.EN: "Reviewed monthly."}[lang]
    judged = scored(written, proposals=tuple(proposal(place, written) for place in range(3)))
    judged = judged.replace(vendors=tuple(Vendor(id=f"v{n}", name=str(n)) for n in (1, 2, 3)))
    assert foreign_words(shown_texts(evaluation_workbook(judged, evaluate(judged), lang)), lang) == []


def test_every_sheet_is_marked_internal_and_the_bytes_are_the_same_every_time() -> None:
    judged = CASES["half up at each sub-criterion"]
    data = evaluation_workbook(judged, evaluate(judged), Lang.JA)
    assert data == evaluation_workbook(judged, evaluate(judged), Lang.JA)
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            assert sheet.oddHeader is not None
            assert "社外秘" in str(sheet.oddHeader.right.text)
            assert sheet.protection.sheet
    assert book.security.lockStructure


def test_amounts_in_dollars_have_cents() -> None:
    whole = scored(criteria=criteria(price_formula=PriceFormula.LOWEST_OVER_PRICE, total_floor=None))
    payment = whole.definition.price.payment.replace(currency="USD")
    price = whole.definition.price.replace(payment=payment)
    judged = whole.replace(definition=whole.definition.replace(price=price))
    rows = _table(_sheet(evaluation_workbook(judged, evaluate(judged), Lang.EN), "Ranking"), 4)
    assert {row["Price (USD)"] for row in rows} == {
        Decimal(one.price or 0) / 100 for one in evaluate(judged).vendors
    }
