"""Cells copied from a sheet, as the clipboard holds them: lines of texts with tabs in between."""

from __future__ import annotations

import re

_CELL = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)|([^\t\n]*)')


def cells_of(text: str) -> list[list[str]]:
    """The cells of each line. Quoted ones may hold tabs, line ends and doubled quotes, as Excel writes them.

    A quotation mark that nothing closes before a tab or a line end belongs to the text.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    lines: list[list[str]] = [[]]
    place = 0
    while True:
        match = _CELL.match(text, place)
        assert match is not None
        quoted, bare = match.groups()
        lines[-1].append(bare if quoted is None else quoted.replace('""', '"'))
        place = match.end()
        if place == len(text):
            return lines
        if text[place] == "\n":
            lines.append([])
        place += 1
