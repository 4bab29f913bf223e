"""What is measured. Each aim is the project's own budget."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

from bench import baselines, wizard, workload
from bench.pairs import Pair
from bench.projects import DAY, project_of, public_of, scored
from rfp_builder.check.report import check
from rfp_builder.disclosure.public import PublicRfp
from rfp_builder.disclosure.scan import LeakScan
from rfp_builder.evaluation.evaluate import evaluate
from rfp_builder.excel.reader import read_workbook
from rfp_builder.excel.response.writer import response_workbook
from rfp_builder.store.folder import serialise
from rfp_builder.word.rfp import rfp_document

GROWTH = 12
"""Ten times the rows may take twelve times as long."""


def pairs() -> Iterator[Pair]:
    """All pairs, quick ones first."""
    yield _help()
    yield _save()
    yield _evaluate()
    yield _check()
    yield from _word()
    yield from _response()
    yield from wizard.pairs()
    yield from workload.pairs()


def _help() -> Pair:
    def run(*arguments: str) -> object:
        return subprocess.run([sys.executable, *arguments], capture_output=True, check=True)

    return Pair(
        "--help",
        lambda: run("-m", "rfp_builder", "--help"),
        "bare interpreter",
        lambda: run("-c", "pass"),
        8.0,
        9,
    )


def _save() -> Pair:
    project = project_of(5000)
    return Pair(
        "save 5,000 requirements",
        lambda: serialise(project),
        "json.dumps",
        lambda: baselines.plain_json(project),
        4.0,
    )


def _evaluate() -> Pair:
    small, large = scored(20, 30, 10), scored(20, 300, 10)
    return Pair(
        "evaluate 20 × 300 × 10",
        lambda: evaluate(large),
        "20 × 30 × 10 (growth)",
        lambda: evaluate(small),
        GROWTH,
    )


def _check() -> Pair:
    small, large = project_of(500), project_of(5000)
    return Pair(
        "check 5,000", lambda: check(large, DAY), "check 500 (growth)", lambda: check(small, DAY), GROWTH, 3
    )


def _word() -> Iterator[Pair]:
    template = baselines.docxtpl_template()

    def issue(rfp: PublicRfp, scan: LeakScan) -> None:
        scan.refuse("rfp-1.0.ja.docx", rfp_document(rfp))

    for count in (500, 5000):
        rfp, scan = public_of(count), LeakScan.of(project_of(count))
        yield Pair(
            f"issue RFP {count:,}, leak scan included",
            lambda rfp=rfp, scan=scan: issue(rfp, scan),  # type: ignore[misc]
            "plain docxtpl, same rows",
            lambda rfp=rfp: baselines.plain_docxtpl(template, rfp),  # type: ignore[misc]
            1.0,
            3,
        )


def _response() -> Iterator[Pair]:
    for count in (1000, 10_000):
        rfp = public_of(count)
        book = response_workbook(rfp)
        cells = baselines.cells_of(book)
        yield Pair(
            f"response workbook {count:,}",
            lambda rfp=rfp: response_workbook(rfp),  # type: ignore[misc]
            "plain XlsxWriter, same cells",
            lambda cells=cells: baselines.plain_xlsxwriter(cells),  # type: ignore[misc]
            1.5,
            3,
        )
        if count == 1000:
            yield Pair(
                "read a response of 1,000",
                lambda book=book: read_workbook(book, "response.xlsx"),  # type: ignore[misc]
                "openpyxl read_only",
                lambda book=book: baselines.plain_openpyxl(book),  # type: ignore[misc]
                1.5,
            )
