"""Fill in the sample workbooks: what three vendors and four evaluators of the mail-order sample send back.

    python samples/build.py

Reads `mail-order/answers/*.toml` and `mail-order/scores/*.toml`, fills the very workbooks that the product
hands out, and writes `mail-order/proposals/*.xlsx` and `mail-order/scorebooks/*.xlsx`. A test holds the
committed files against this.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

from rfp_builder.disclosure.price_lines import PriceGroup, price_lines
from rfp_builder.disclosure.view import numbering, public_view
from rfp_builder.excel.response.reader import read_response
from rfp_builder.excel.response.values import Answers
from rfp_builder.excel.response.writer import response_workbook
from rfp_builder.excel.scorebook.writer import score_workbook
from rfp_builder.i18n import Lang
from rfp_builder.model.parties import Vendor
from rfp_builder.model.project import Project
from rfp_builder.model.proposals import Fact, FreeProposal, GateAnswer, PriceLine, Proposal, RequirementAnswer
from rfp_builder.model.rfp import Issue
from rfp_builder.model.scores import Score

HERE = Path(__file__).resolve().parent / "mail-order"
ISSUED = date(2027, 2, 1)
RECEIVED = datetime(2027, 3, 12, 12, tzinfo=UTC)
TABLES = ("experience", "sites", "staffing", "financials")


def build() -> dict[str, bytes]:
    """Path below `mail-order` to the bytes of the workbook."""
    project = issued(Project.model_validate_json((HERE / "project.json").read_bytes()))
    files: dict[str, bytes] = {}
    proposals = []
    vendors = []
    ids: dict[str, str] = {}
    for number, path in enumerate(sorted((HERE / "answers").glob("*.toml")), start=1):
        data = tomllib.loads(path.read_text())
        filled = answers(project, data)
        name = f"proposals/{filled.company}.xlsx"
        files[name] = response_workbook(public_view(project, Lang.JA, ISSUED), filled)
        vendor = Vendor(id=f"v{number}", name=filled.company)
        vendors.append(vendor)
        ids[path.stem] = vendor.id
        proposals.append(received(project, vendor.id, f"{filled.company}.xlsx", files[name]))
    project = project.replace(vendors=tuple(vendors), proposals=tuple(proposals))
    for path in sorted((HERE / "scores").glob("*.toml")):
        data = tomllib.loads(path.read_text())
        evaluator = next(one for one in project.evaluators if one.id == data["evaluator"])
        scores = tuple(Score(**_but(one, "vendor"), vendor=ids[one["vendor"]]) for one in data["score"])
        label = evaluator.label.to(Lang.JA)
        files[f"scorebooks/{label}.xlsx"] = score_workbook(project, evaluator, Lang.JA, scores)
    return files


def issued(project: Project) -> Project:
    """The sample as issued, without writing anything."""
    issue = Issue(
        version=project.rfp.version,
        issued_on=ISSUED,
        files=(),
        requirements=numbering(project).keys(),
        criteria_digest="0" * 64,
    )
    return project.replace(issues=(issue,))


def answers(project: Project, data: Mapping[str, Any]) -> Answers:
    """What one vendor's file of answers says, keyed as the response workbook is."""
    numbers = {key.requirement: key.number for key in project.issues[-1].requirements}
    gates = {one["gate"]: one for one in data["vendor"]["gates"]}
    return Answers(
        company=data["vendor"]["name"],
        answers=tuple(
            RequirementAnswer(number=numbers[one["requirement"]], **_but(one, "requirement"))
            for one in data["answer"]
        ),
        gates=tuple(GateAnswer(**gates[gate.id]) for gate in project.rfp.gates if gate.id in gates),
        price=tuple(_prices(project, data)),
        facts=tuple(
            Fact(table=table, cells={key: cell for key, cell in row.items() if cell})
            for table in TABLES
            for row in data.get(table, ())
        ),
        free=tuple(FreeProposal(**one) for one in data.get("free", ())),
    )


def received(project: Project, vendor: str, file_name: str, workbook: bytes) -> Proposal:
    """The proposal as the product reads it back."""
    read = read_response(workbook, file_name, project, project.issues[-1])
    return Proposal(
        vendor=vendor,
        submission=1,
        received_at=RECEIVED,
        file_name=file_name,
        sha256=sha256(workbook).hexdigest(),
        answers=read.answers,
        gates=read.gates,
        price=read.price,
        facts=read.facts,
        free=read.free,
        remarks=read.remarks,
    )


def _prices(project: Project, data: Mapping[str, Any]) -> Iterator[PriceLine]:
    given = {one["line"].partition("-")[2]: one for one in data["price"]}
    for number, line in enumerate(price_lines(project.definition, Lang.JA), start=1):
        one = given.pop(line.source, None)
        if one is not None:
            yield PriceLine(
                line=f"p-{number:02}",
                unit_price=Decimal(one["unit_price"]),
                quantity=line.quantity if line.quantity is not None else one.get("quantity"),
                months=1 if line.group is PriceGroup.INITIAL else line.months,
            )
    if given:
        raise ValueError(f"no such price lines: {sorted(given)}")


def _but(row: Mapping[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != key}


def main() -> None:
    """Write the files."""
    for name, data in build().items():
        path = HERE / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    main()
