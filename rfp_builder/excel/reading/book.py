"""The frame of a workbook: which sheets there are, where their parts are, and the names it defines."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from rfp_builder.excel.gate import refusals
from rfp_builder.excel.gate.budget import Budget
from rfp_builder.excel.gate.package import Package, resolve
from rfp_builder.excel.gate.refusals import Unfit
from rfp_builder.excel.gate.walk import Attributes, Walker, walk
from rfp_builder.excel.reading.names import RELATIONSHIP_TAG, relationship_id, relationship_kind, sheet_tags


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship from one part to another of the same package."""

    kind: str
    part: str


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """A worksheet as the workbook lists it."""

    name: str
    hidden: bool
    part: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything but the contents of the sheets."""

    sheets: tuple[SheetPlace, ...]
    names: Mapping[str, str]
    starts_1904: bool
    shared_strings: str | None
    """The part that holds them, if the package has it."""
    styles: str | None
    """The part that holds them, if the package has it."""


class _Links(Walker):
    """Gathers the links of one part; those that lead out of the package are left out."""

    def __init__(self, budget: Budget, base: str) -> None:
        super().__init__(budget)
        self.found: dict[str, Link] = {}
        self._base = base
        self.opens = {RELATIONSHIP_TAG: self._link}

    def _link(self, attributes: Attributes) -> None:
        kind = relationship_kind(attributes.get("Type", ""))
        if kind is not None and attributes.get("TargetMode") != "External":
            part = resolve(self._base, attributes.get("Target", ""))
            self.found[attributes.get("Id", "")] = Link(kind, part)


class _Book(Walker):
    """Gathers the sheets and the defined names of a workbook part."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(budget)
        self.listed: list[tuple[str, bool, str | None]] = []
        self.names: dict[str, str] = {}
        self.starts_1904 = False
        self._name = ""
        self.opens = sheet_tags(
            {"workbookPr": self._properties, "sheet": self._sheet, "definedName": self._open_name}
        )
        self.closes = sheet_tags({"definedName": self._close_name})

    def _properties(self, attributes: Attributes) -> None:
        self.starts_1904 = attributes.get("date1904", "").lower() in ("1", "true", "on")

    def _sheet(self, attributes: Attributes) -> None:
        hidden = attributes.get("state", "visible") != "visible"
        self.listed.append((attributes.get("name", ""), hidden, relationship_id(attributes)))

    def _open_name(self, attributes: Attributes) -> None:
        self._name = attributes.get("name", "")
        self.listening = True

    def _close_name(self) -> None:
        meaning = self.heard()
        self.budget.spend(held=meaning.__sizeof__())
        self.names.setdefault(self._name, meaning)


def read_frame(package: Package, budget: Budget) -> Frame:
    """Find the sheets of `package`.

    Raises:
        Unfit: the package does not hang together.
    """
    main = next(
        (link.part for link in _links(package, "", budget).values() if link.kind == "officeDocument"), ""
    )
    book = _Book(budget)
    walk(package.stream(main), book)
    links = _links(package, main, budget)
    by_kind = {link.kind: link.part for link in links.values() if link.part in package}
    sheets = []
    for name, hidden, link_id in book.listed:
        link = links.get(link_id or "")
        if link is None:
            raise Unfit(refusals.DAMAGED)
        # Sheets that hold nothing but a chart or a dialogue have no cells.
        if link.kind == "worksheet":
            sheets.append(SheetPlace(name, hidden, link.part))
    if not sheets:
        raise Unfit(refusals.NO_SHEETS)
    if len({sheet.part.casefold() for sheet in sheets}) < len(sheets):
        raise Unfit(refusals.SUSPICIOUS_PARTS)
    return Frame(
        tuple(sheets), book.names, book.starts_1904, by_kind.get("sharedStrings"), by_kind.get("styles")
    )


def _links(package: Package, part: str, budget: Budget) -> dict[str, Link]:
    """The links of `part` by id; of the package itself if `part` is empty."""
    folder, name = posixpath.split(part)
    links = _Links(budget, part)
    walk(package.stream(posixpath.join(folder, "_rels", f"{name}.rels")), links)
    return links.found
