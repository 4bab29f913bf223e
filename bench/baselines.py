"""The same work with plain libraries: what a quick script would do."""

from __future__ import annotations

import io
import json

from rfp_builder.disclosure.public import PublicRfp
from rfp_builder.model.project import Project


def plain_json(project: Project) -> str:
    """json.dumps of the same content."""
    return json.dumps(project.model_dump(mode="json", exclude_none=True), ensure_ascii=False, indent=2)


def docxtpl_template() -> bytes:
    """A template with one table loop over requirements."""
    import docx

    document = docx.Document()
    table = document.add_table(rows=4, cols=5)
    table.cell(1, 0).text = "{%tr for r in rows %}"
    for column, name in enumerate(("number", "statement", "priority", "acceptance", "criterion")):
        table.cell(0, column).text = name
        table.cell(2, column).text = "{{ r." + name + " }}"
    table.cell(3, 0).text = "{%tr endfor %}"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def plain_docxtpl(template: bytes, rfp: PublicRfp) -> bytes:
    """The same rows through docxtpl as its manual shows."""
    from docxtpl import DocxTemplate

    document = DocxTemplate(io.BytesIO(template))
    rows = [
        {
            "number": one.number,
            "statement": one.statement,
            "priority": one.priority.value,
            "acceptance": one.acceptance,
            "criterion": one.criterion,
        }
        for one in rfp.requirements
    ]
    document.render({"rows": rows}, autoescape=True)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


BLANK = ""
"""Stands for a cell that has a look and no value: a cell to fill in."""


def plain_xlsxwriter(cells: list[list[list[object]]]) -> bytes:
    """The same cells, sheet by sheet, in one format; no widths, heights, protection or validation."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    look = book.add_format({"text_wrap": True, "border": 1})
    for rows in cells:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(number, column, value, look)
    book.close()
    return out.getvalue()


def cells_of(workbook: bytes) -> list[list[list[object]]]:
    """Every cell of a workbook, to write the same again; None where there is no cell."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(workbook))
    return [
        [
            [BLANK if cell.value is None and cell.has_style else cell.value for cell in row]
            for row in sheet.iter_rows()
        ]
        for sheet in book.worksheets
    ]


def plain_openpyxl(workbook: bytes) -> int:
    """Read every cell with openpyxl in its fast mode."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(workbook), read_only=True)
    return sum(1 for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for _ in row)
