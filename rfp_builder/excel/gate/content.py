"""What a package says it is: a workbook without macros, or something else."""

from __future__ import annotations

from rfp_builder.excel.gate import refusals
from rfp_builder.excel.gate.budget import Budget
from rfp_builder.excel.gate.package import Package
from rfp_builder.excel.gate.refusals import Unfit
from rfp_builder.excel.gate.walk import Walker, walk

_TYPES_PART = "[Content_Types].xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_BINARY_WORKBOOK = "application/vnd.ms-excel.sheet.binary"
_MACRO_MARKS = ("macroenabled", "vbaproject", "vbadata", "macrosheet", "intlmacrosheet")


def require_workbook(package: Package) -> None:
    """Let an .xlsx workbook pass.

    Raises:
        Unfit: another kind of file, or a workbook with macros.
    """
    if any(_is_macro(name) for name in package.parts):
        raise Unfit(refusals.MACROS)
    if _TYPES_PART not in package:
        raise Unfit(refusals.OPEN_DOCUMENT if "mimetype" in package else refusals.NOT_A_WORKBOOK)
    types = _ContentTypes(Budget())
    walk(package.stream(_TYPES_PART), types)
    if any(_is_macro(kind) for kind in types.found):
        raise Unfit(refusals.MACROS)
    if any(kind.startswith(_BINARY_WORKBOOK) for kind in types.found):
        raise Unfit(refusals.BINARY_FORMAT)
    if not any("spreadsheetml" in kind and kind.endswith(".main+xml") for kind in types.found):
        raise Unfit(refusals.NOT_A_WORKBOOK)


def _is_macro(text: str) -> bool:
    return any(mark in text.lower() for mark in _MACRO_MARKS)


class _ContentTypes(Walker):
    """Gathers every content type a package declares, in lower case."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(budget)
        self.found: set[str] = set()
        self.opens = {f"{_TYPES} Default": self._declared, f"{_TYPES} Override": self._declared}

    def _declared(self, attributes: dict[str, str]) -> None:
        self.found.add(attributes.get("ContentType", "").strip().lower())
