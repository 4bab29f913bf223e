"""How much room a text takes on this terminal: the one measure of all that is laid out in cells here.

It is the measure that Textual draws by. How wide characters such as ① and ※ are is a matter of the
terminal: see `repairs.widths`.
"""

from __future__ import annotations

from rich.cells import cell_len, get_character_cell_size

from rfp_builder.text.width import line_starts

_MORE = ".."


def cells_of(text: str) -> int:
    """Cells that a text needs side by side; of several lines the longest counts."""
    return cell_len(text) if "\n" not in text else max(map(cell_len, text.split("\n")))


def cut(text: str, width: int) -> str:
    """The text on one line if it fits into `width` cells, else its beginning and "..", together no wider."""
    text = " ".join(text.split("\n"))
    if cell_len(text) <= width:
        return text
    more = _MORE if len(_MORE) <= width else ""
    room, shown = max(width, 0) - len(more), []
    for char in text:
        room -= get_character_cell_size(char)
        if room < 0:
            break
        shown.append(char)
    return "".join(shown) + more


def filled(text: str, width: int) -> str:
    """The text cut or filled up to `width` cells."""
    shown = cut(text, width)
    return shown + " " * (width - cell_len(shown))


def lines_of(text: str, width: int) -> tuple[str, ...]:
    """The lines that a text takes in a column of `width` cells, two at the least, broken as Japanese is."""
    return tuple(part for line in text.split("\n") for part in _parts(line, max(width, 2)))


def _parts(line: str, width: int) -> list[str]:
    starts = [0, *line_starts(line, width, get_character_cell_size)]
    return [line[start:end].rstrip() for start, end in zip(starts, [*starts[1:], None], strict=True)]
