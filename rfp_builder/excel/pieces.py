"""Long texts in rows that can be seen whole: what does not fit into one row goes on in the next."""

from __future__ import annotations

from collections.abc import Iterator

from rfp_builder.text.width import wrap_count

LINES = 20
"""Lines that a row shows without coming near the greatest height of Excel."""


def pieces(text: str, width: int, lines: int = LINES) -> tuple[str, ...]:
    """The text in pieces of at most `lines` lines in a column of `width` half-width characters.

    Nothing is lost or added: the pieces put together are the text. Lines are kept whole where they fit.
    """
    found: list[str] = []
    held, height = "", 0
    for line in _lines(text, width, lines):
        needs = wrap_count(line.rstrip("\n"), width)
        if held and height + needs > lines:
            found.append(held)
            held, height = "", 0
        held += line
        height += needs
    return (*found, held) if held or not found else tuple(found)


def _lines(text: str, width: int, lines: int) -> Iterator[str]:
    """The lines of a text with their ends; one that is too long by itself is cut."""
    # Every character may be two cells wide, and a line may break two characters early.
    most = max(1, width // 2 - 2) * lines
    for line in text.splitlines(keepends=True) if "\n" in text else [text]:
        for start in range(0, len(line), most):
            yield line[start : start + most]
