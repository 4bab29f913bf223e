"""No file takes more than 256 MiB or ten seconds: hostile ones are read in a child that may not have more."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rfp_builder.excel.gate import refusals
from tests.excel.packages import SHEET, book, parts, sheet_xml, strings_xml, zipped

_MEMORY = 256 * 1024 * 1024
_SECONDS = 10
_CHILD = """
import resource, sys
from pathlib import Path

from rfp_builder.errors import Refused
from rfp_builder.excel.reader import read_workbook
from rfp_builder.excel.table import read_table
from tests.excel.small import COLUMNS

resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
try:
    for sheet in read_workbook(Path(sys.argv[1]).read_bytes(), "x.xlsx"):
        read_table(sheet, COLUMNS)
except Refused as refused:
    sys.stdout.write(refused.why.en)
else:
    sys.stdout.write("read")
"""
_BADFILES = Path(__file__).parent.parent / "badfiles" / "xlsx"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no resource limits of this kind")


def _outcome(path: Path) -> str:
    """What a child with bounded memory and time says of the file: "read", or why it was refused."""
    child = subprocess.run(
        [sys.executable, "-c", _CHILD.format(memory=_MEMORY, seconds=_SECONDS), str(path)],
        cwd=Path(__file__).parent.parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert child.returncode == 0, child.stderr
    return child.stdout


def _noise(size: int) -> str:
    """Comments that do not compress, so that the regular content beside them keeps under the ratio."""
    digits = random.Random(1)
    return "".join(f"<!--{digits.randbytes(100_000).hex()}-->" for _ in range(size // 100_000))


_HEADINGS = (
    '<row r="1"><c t="inlineStr"><is><t>要件ID</t></is></c><c t="inlineStr"><is><t>対応可否</t></is></c>'
    '<c t="inlineStr"><is><t>回答</t></is></c><c t="inlineStr"><is><t>費用(円)</t></is></c></row>'
)


def _rows(cell: str, columns: int, rows: int) -> str:
    """A heading row and `rows` rows of `columns` cells; `{n}` in `cell` is the number of the row."""
    row = cell * columns
    return _HEADINGS + "".join(f"<row>{row.replace('{n}', str(n))}</row>" for n in range(2, rows))


def _numbers(count: int) -> str:
    """Rows of `count` different numbers in all."""
    cells = (f"<c><v>{n}.37</v></c>" for n in range(count))
    return _HEADINGS + "".join(f"<row>{''.join(row)}</row>" for row in zip(*[cells] * 250, strict=True))


_HOSTILE: dict[str, Callable[[], bytes]] = {
    "a million empty cells": lambda: book(_rows('<c s="1"/>', 249, 4_000) + _noise(800_000)),
    "more numbers than memory": lambda: book(_numbers(900_000)),
    "two million shared texts": lambda: book(
        strings=strings_xml("".join(f"<si><t>{n}</t></si>" for n in range(2_000_000)))
    ),
    "texts that widen in memory": lambda: book(
        strings=strings_xml(f"<si><t>{'a' * 30_000}😀</t></si>" * 1_500 + f"<si>{_noise(800_000)}</si>")
    ),
    "six million elements": lambda: book(sheet=sheet_xml("", "<a/>" * 5_900_000 + _noise(800_000))),
    "an attribute without end": lambda: book(
        sheet=sheet_xml("", f'<a b="{_noise(12_000_000).replace("<", "")}"/>')
    ),
    "elements without end": lambda: book(sheet=sheet_xml("", _noise(400_000) + "<a>" * 2_000_000)),
    "many attributes": lambda: book(
        sheet=sheet_xml("", ("<a " + " ".join(f'a{n}=""' for n in range(90_000)) + "/>") * 20)
    ),
    "overlapping merged ranges": lambda: book(
        sheet=sheet_xml(
            _rows('<c t="inlineStr"><is><t>{n}</t></is></c>', 4, 19_000),
            "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 19_000 + "</mergeCells>",
        )
    ),
    "every cell an error": lambda: book(
        _rows('<c t="inlineStr"><is><t>{n}</t></is></c><c t="e"><v>#N/A</v></c>', 2, 19_000)
    ),
    "values beside the table": lambda: book(
        _rows('<c t="inlineStr"><is><t>{n}</t></is></c>' + "<c><v>1</v></c>" * 40, 1, 10_000)
    ),
    "many parts that nobody reads": lambda: zipped(
        {**parts(), **{f"xl/media/{n}": b"x" * 60_000 for n in range(1_900)}, SHEET: sheet_xml("").encode()}
    ),
}


_REFUSED = {
    "more numbers than memory": refusals.TOO_MUCH,
    "two million shared texts": refusals.TOO_MUCH,
    "texts that widen in memory": refusals.TOO_MUCH,
    "an attribute without end": refusals.INFLATES,
    "elements without end": refusals.TOO_MUCH,
}
"""The others are read: they are odd, and within bounds."""


@pytest.mark.parametrize("name", sorted(_HOSTILE))
def test_a_hostile_file_stays_in_bounds(name: str, tmp_path: Path) -> None:
    path = tmp_path / "hostile.xlsx"
    path.write_bytes(_HOSTILE[name]())
    assert _outcome(path) == (_REFUSED[name].why.en if name in _REFUSED else "read")


@pytest.mark.parametrize("name", ["bomb_lying_size", "bomb_styles_128M", "bomb_whitespace_512M"])
def test_the_bombs_at_hand_stay_in_bounds(name: str) -> None:
    assert _outcome(_BADFILES / f"{name}.xlsx") == refusals.INFLATES.why.en


def test_the_child_would_notice() -> None:
    """The bound itself works: a child that takes 300 MiB fails."""
    code = _CHILD.format(memory=_MEMORY, seconds=_SECONDS).split("try:")[0] + "bytearray(300 * 1024 * 1024)"
    child = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parent.parent.parent,
        capture_output=True,
        check=False,
    )
    assert b"MemoryError" in child.stderr
