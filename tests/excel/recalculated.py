"""Formulas worked out by another program, held against the results that a workbook came with."""

from __future__ import annotations

import io
import re
import zipfile

import openpyxl

_RESULT = re.compile(r"(</f>)<v>[^<]*</v>")
_CLOSE = 1e-9


def without_results(data: bytes) -> bytes:
    """The workbook without the results of its formulas, so that a program has to work them out."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(buffer, "w") as bare:
        for name in package.namelist():
            content = package.read(name)
            if name.startswith("xl/worksheets/"):
                content = _RESULT.sub(r"\1", content.decode()).encode()
            bare.writestr(name, content)
    return buffer.getvalue()


def differing_formulas(ours: bytes, theirs: bytes) -> list[tuple[str, str, object, object]]:
    """Sheet, cell and both results wherever a formula of `ours` has another result in `theirs`."""
    formulas = openpyxl.load_workbook(io.BytesIO(ours))
    kept, found = (openpyxl.load_workbook(io.BytesIO(data), data_only=True) for data in (ours, theirs))
    differing = []
    counted = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                counted += 1
                one, other = (book[sheet.title][cell.coordinate].value for book in (kept, found))
                if not _same(one, other):
                    differing.append((sheet.title, cell.coordinate, one, other))
    assert counted, "there are no formulas to compare"
    return differing


def _same(one: object, other: object) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= _CLOSE * max(1.0, abs(one))
    # An empty text is saved as a cell without a value.
    return ("" if one is None else one) == ("" if other is None else other)
