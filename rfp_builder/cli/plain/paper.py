"""Lines as wide as the terminal, broken by Japanese rules, with nothing in them but text."""

from __future__ import annotations

import re
import shutil
import sys

from rfp_builder.text.clean import clean
from rfp_builder.text.width import cell_width, wrap

_LEAD = re.compile(r"\s*(?:\d+\. )?")
_KEYS = re.compile(r"(.*\S)\s+(\[[^\[\]]*\]\s*)")
_GROUP = re.compile(r"(\s{2,}|^)((?:(?!\s{2}).)+)")
_NARROWEST = 20
"""Cells; in less room than this it is left to the terminal to break lines."""


def paper_width() -> int | None:
    """Cells of a line; None where nobody looks at a terminal: files and pipes keep lines whole."""
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    # The last cell stays free: some terminals begin a new line as soon as it is filled.
    width = shutil.get_terminal_size().columns - 1
    return width if width >= _NARROWEST else None


def laid_out(text: str, width: int | None, ambiguous: int = 2) -> str:
    """The text without control characters, its lines no wider than `width` cells.

    `ambiguous` is the width of characters such as ①, as in `text.width`.

    What goes on below a number or an indented line begins where its text began. Nothing is left out.
    """
    plain = clean(text.replace("\t", " ")).text
    if width is None:
        return plain
    return "\n".join("\n".join(_broken(line, width, ambiguous)) for line in plain.split("\n"))


def _broken(line: str, width: int, ambiguous: int) -> list[str]:
    if cell_width(line, ambiguous) <= width:
        return [line.rstrip()]
    match = _LEAD.match(line)
    lead = match[0] if match is not None else ""
    room = width - cell_width(lead, ambiguous)
    if room < _NARROWEST // 2:
        return list(wrap(line, width, ambiguous))
    first, *rest = _in_groups(line[len(lead) :], room, ambiguous)
    return [f"{lead}{first}", *(f"{' ' * cell_width(lead, ambiguous)}{one}" for one in rest)]


def _in_groups(text: str, width: int, ambiguous: int) -> list[str]:
    """The lines of a text. Keys in brackets at its end have lines of their own.

    What is set apart by two spaces is not torn unless it is too wide for a line.
    """
    if (match := _KEYS.fullmatch(text)) is not None:
        above, keys = (_in_groups(half, width, ambiguous) for half in match.groups())
        if len(keys) == 1 and len(above) > 1 and cell_width(f"{above[-1]} {keys[0]}", ambiguous) <= width:
            keys = [f"{above.pop()} {keys[0]}"]
        return [*above, *keys]
    lines = [""]
    for gap, group in _GROUP.findall(text):
        joined = f"{lines[-1]}{gap}{group}"
        if cell_width(joined, ambiguous) <= width:
            lines[-1] = joined
        elif lines[-1] and cell_width(group, ambiguous) <= width:
            lines.append(group)
        else:
            lines[-1:] = wrap(joined, width, ambiguous)
    return lines
