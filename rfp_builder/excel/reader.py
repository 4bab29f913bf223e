"""Reading workbooks from outside: whatever the bytes are, they end up as values or as a `Refused`."""

from __future__ import annotations

from rfp_builder.excel.gate import admit
from rfp_builder.excel.gate.budget import Budget
from rfp_builder.excel.gate.limits import LIMITS
from rfp_builder.excel.gate.package import Package
from rfp_builder.excel.gate.refusals import Unfit, refused
from rfp_builder.excel.reading.book import read_frame
from rfp_builder.excel.reading.sheet import Context, read_sheet
from rfp_builder.excel.reading.styles import Styles, read_styles
from rfp_builder.excel.reading.texts import shared_strings
from rfp_builder.excel.reading.values import Area, Cell, CellError, Garbled, Row, Sheet, Value, Workbook

__all__ = ["Area", "Cell", "CellError", "Garbled", "Row", "Sheet", "Value", "Workbook", "read_workbook"]


def read_workbook(data: bytes, file_name: str, columns: int = LIMITS.columns) -> Workbook:
    """Read the cells of every worksheet in `data`.

    `file_name` is used to name the file in a refusal, for nothing else. Cells to the right of `columns` are
    strays; how many cells there may be in all is bounded whatever it is.

    Raises:
        Refused: the file is not a workbook, is not safe to read, or is damaged.
    """
    package = admit(data, file_name)
    try:
        return _read(package, columns)
    except Unfit as unfit:
        raise refused(file_name, unfit.reason) from None


def _read(package: Package, columns: int) -> Workbook:
    budget = Budget()
    frame = read_frame(package, budget)
    texts, styles = frame.shared_strings, frame.styles
    context = Context(
        texts=None if texts is None else shared_strings(package, texts, budget),
        styles=Styles() if styles is None else read_styles(package, styles, budget),
        starts_1904=frame.starts_1904,
        columns=columns,
    )
    sheets = tuple(read_sheet(package, place, context, budget) for place in frame.sheets)
    return Workbook(sheets, frame.names)
