"""The vendors' answers and the evaluators' scores that the demonstration is played with."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from statistics import mean

import pytest

from rfp_builder.disclosure.price_lines import PriceGroup, price_lines
from rfp_builder.excel.response.columns import FACT_COLUMNS
from rfp_builder.i18n import Lang
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Priority
from rfp_builder.model.criteria import Scoring
from rfp_builder.model.proposals import Fact, Fit
from rfp_builder.model.requirement import Requirement
from tests.samples.reading import VENDORS, answers, project, sample, scores

ORDER = project("mail-order")
EVALUATORS = [one.id for one in ORDER.evaluators]


def _public() -> dict[str, Requirement]:
    """Rows of the response workbook: disclosed requirements and open questions, by requirement."""
    return {
        one.id: one
        for one in ORDER.requirements
        if one.withholding is None or one.withholding.open_question is not None
    }


@pytest.mark.parametrize("vendor", VENDORS)
class TestAnswers:
    def test_every_public_requirement_is_answered_once(self, vendor: str) -> None:
        assert [row["requirement"] for row in answers(vendor)["answer"]] == list(_public())

    def test_rows_hold_what_the_workbook_asks(self, vendor: str) -> None:
        for row in answers(vendor)["answer"]:
            if _public()[row["requirement"]].withholding is None:
                assert set(row) <= {"requirement", "fit", "how", "evidence", "extra_cost"}
                assert row.get("fit", "meets") in set(Fit)
            else:
                assert set(row) == {"requirement", "how"}

    def test_answers_are_the_vendors_own_words(self, vendor: str) -> None:
        how = [row["how"] for row in answers(vendor)["answer"] if "how" in row]
        assert len(how) == len(set(how))
        assert not set(how) & {one.statement.to(Lang.JA) for one in ORDER.requirements}

    def test_every_price_line_is_priced_and_the_total_is_below_the_ceiling(self, vendor: str) -> None:
        share = _total(vendor) / Decimal(known(ORDER.definition.work.constraints.ceiling_price) or 0)
        low, high = {"vendor-a": (77, 79), "vendor-b": (95, 97), "vendor-c": (87, 89)}[vendor]
        assert low < share * 100 < high

    def test_every_gate_is_answered(self, vendor: str) -> None:
        gates = answers(vendor)["vendor"]["gates"]
        assert [row["gate"] for row in gates] == [gate.id for gate in ORDER.rfp.gates]
        assert all(row["passed"] and row["evidence"] for row in gates)

    def test_tables_have_the_columns_of_the_workbook(self, vendor: str) -> None:
        for table, columns in FACT_COLUMNS.items():
            to_fill = {column.key for column in columns if not column.given}
            for row in answers(vendor)[table]:
                assert set(Fact.model_validate({"table": table, "cells": row}).cells) <= to_fill
        assert len(answers(vendor)["financials"]) == 3


def test_vendors_differ_in_kind() -> None:
    cheap, strong, volunteer = (answers(vendor) for vendor in VENDORS)
    fits = {v: [row.get("fit") for row in answers(v)["answer"]] for v in VENDORS}
    assert _total("vendor-a") < _total("vendor-c") < _total("vendor-b")
    assert {"partly", "not", None} <= set(fits["vendor-a"])
    assert not {"partly", "not"} & {*fits["vendor-b"], *fits["vendor-c"]}
    assert fits["vendor-b"].count("exceeds") > fits["vendor-c"].count("exceeds")
    assert not cheap.get("free")
    assert len(volunteer["free"]) > len(strong["free"]) > 0
    assert _evidence(cheap) < _evidence(strong) / 2


def test_the_cheap_one_misses_a_required_item() -> None:
    missed = {row["requirement"] for row in answers("vendor-a")["answer"] if row.get("fit") == "partly"}
    assert {_public()[one].priority for one in missed} == {Priority.MUST}


@pytest.mark.parametrize("evaluator", EVALUATORS)
def test_every_cell_is_scored_with_a_reason(evaluator: str) -> None:
    rows = scores(evaluator)["score"]
    mine = [
        sub.id
        for sub in ORDER.criteria.all_subs()
        if sub.scoring is Scoring.QUALITY and (not sub.evaluators or evaluator in sub.evaluators)
    ]
    assert [(row["vendor"], row["sub"]) for row in rows] == [(v, sub) for v in VENDORS for sub in mine]
    assert all(row["score"] in range(5) for row in rows)
    reasons = [row["justification"] for row in rows]
    assert all(reason.endswith("。") for reason in reasons)
    assert len(reasons) == len(set(reasons))


def test_evaluators_do_not_agree() -> None:
    given = {(e, row["vendor"], row["sub"]): row["score"] for e in EVALUATORS for row in scores(e)["score"]}
    apart = [
        max(together) - min(together)
        for vendor in VENDORS
        for sub in {sub for _, _, sub in given}
        if len(together := [given[e, vendor, sub] for e in EVALUATORS if (e, vendor, sub) in given]) > 1
    ]
    assert 0 < apart.count(0) < len(apart) * 3 / 4
    assert max(apart) >= 2
    favourites = {max(VENDORS, key=lambda v: _mean(e, v)) for e in EVALUATORS}
    assert favourites == {"vendor-b", "vendor-c"}
    means = sorted(mean(row["score"] for row in scores(e)["score"]) for e in EVALUATORS)
    assert means[-1] - means[0] > 0.4
    assert all(one < other for one, other in pairwise(means))


def test_the_folders_hold_nothing_else() -> None:
    folder = sample("mail-order")
    assert sorted(path.stem for path in (folder / "answers").iterdir()) == sorted(VENDORS)
    assert sorted(path.stem for path in (folder / "scores").iterdir()) == sorted(EVALUATORS)


def _mean(evaluator: str, vendor: str) -> float:
    return float(mean(row["score"] for row in scores(evaluator)["score"] if row["vendor"] == vendor))


def _evidence(vendor: dict[str, list[dict[str, str]]]) -> int:
    return sum("evidence" in row for row in vendor["answer"])


def _total(vendor: str) -> Decimal:
    unit_prices = {row["line"]: Decimal(row["unit_price"]) for row in answers(vendor)["price"]}
    lines = {
        f"{'initial' if line.group is PriceGroup.INITIAL else 'running'}-{line.source}": line
        for line in price_lines(ORDER.definition, Lang.JA)
    }
    assert unit_prices.keys() == lines.keys()
    return sum(
        (price * (lines[key].quantity or 0) * lines[key].months for key, price in unit_prices.items()),
        Decimal(0),
    )
