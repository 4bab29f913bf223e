"""How cells look: one family for all workbooks, in the fonts of the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from rfp_builder.i18n import Lang

ACCENT = "#1F3A5F"
"""Headings."""
WARM = "#B4501E"
"""What needs attention."""
WARM_FILL = "#FBE5D6"
HEAD_FILL = "#E3E9F1"
INPUT_FILL = "#FFF9DF"
"""Cells to fill in, and nothing else."""
CLOSED_FILL = "#E7E6E6"
GREY = "#595959"
RULE = "#BFC5CE"

_Props = Mapping[str, object]
_RULED: _Props = {"bottom": 1, "bottom_color": RULE, "valign": "top"}
# An indented text keeps its distance from a number or a rule to its left.
_INDENTED: _Props = {"align": "left", "indent": 1}
# A number keeps the same distance on its right, under a heading that does so too.
_FIGURE: _Props = {"align": "right", "indent": 1}
_WRAPPED: _Props = {**_RULED, **_INDENTED, "text_wrap": True}
_HEAD: _Props = {
    "bold": True,
    "font_color": ACCENT,
    "bg_color": HEAD_FILL,
    "text_wrap": True,
    "valign": "vcenter",
    "bottom": 2,
    "bottom_color": ACCENT,
}
_INPUT: _Props = {
    "valign": "top",
    "bg_color": INPUT_FILL,
    "locked": False,
    "border": 1,
    "border_color": RULE,
}
_TOTAL: _Props = {"bold": True, "top": 1, "top_color": ACCENT, "bottom": 1, "bottom_color": ACCENT}
_WHOLE = "#,##0"


class Look(Enum):
    """What a cell is for. Dates get the format of the language when they are written."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    GUIDE = "guide"
    """A line that may run over the empty cells beside it."""
    PARAGRAPH = "paragraph"
    NOTE = "note"
    WARNING = "warning"
    LINK = "link"
    HEAD = "head"
    HEAD_NUMBER = "head_number"
    ID = "id"
    TEXT = "text"
    CENTRED = "centred"
    NUMBER = "number"
    """Thousands separated, no digits behind the point."""
    POINTS = "points"
    """Two digits behind the point, always."""
    PERCENT = "percent"
    DATE = "date"
    TOTAL = "total"
    TOTAL_NUMBER = "total_number"
    TOTAL_POINTS = "total_points"
    CLOSED = "closed"
    """A cell among those to fill in that does not apply to its row."""
    INPUT_TEXT = "input_text"
    INPUT_CHOICE = "input_choice"
    INPUT_NUMBER = "input_number"
    INPUT_PERCENT = "input_percent"
    INPUT_DATE = "input_date"


_LOOKS: Mapping[Look, _Props] = MappingProxyType(
    {
        Look.TITLE: {"bold": True, "font_size": 16, "font_color": ACCENT, "valign": "vcenter"},
        Look.SUBTITLE: {"bold": True, "font_size": 12, "font_color": ACCENT, "valign": "vcenter"},
        Look.GUIDE: {"valign": "top"},
        Look.PARAGRAPH: {"valign": "top", "text_wrap": True},
        Look.NOTE: {"valign": "top", "font_color": GREY, "font_size": 9},
        Look.WARNING: {"valign": "top", "font_color": WARM, "bold": True},
        Look.LINK: {**_INDENTED, "valign": "top", "font_color": ACCENT, "underline": 1},
        Look.HEAD: {**_HEAD, **_INDENTED},
        Look.HEAD_NUMBER: {**_HEAD, **_FIGURE},
        Look.ID: {**_RULED, **_INDENTED, "font_color": GREY},
        Look.TEXT: _WRAPPED,
        Look.CENTRED: {**_RULED, "align": "center"},
        Look.NUMBER: {**_RULED, **_FIGURE, "num_format": _WHOLE},
        Look.POINTS: {**_RULED, **_FIGURE, "num_format": "#,##0.00"},
        Look.PERCENT: {**_RULED, **_FIGURE, "num_format": "0.0%"},
        Look.DATE: _RULED,
        Look.TOTAL: {**_TOTAL, **_INDENTED},
        Look.TOTAL_NUMBER: {**_TOTAL, **_FIGURE, "num_format": _WHOLE},
        Look.TOTAL_POINTS: {**_TOTAL, **_FIGURE, "num_format": "#,##0.00"},
        Look.CLOSED: {**_RULED, "bg_color": CLOSED_FILL},
        Look.INPUT_TEXT: {**_INPUT, **_INDENTED, "text_wrap": True, "num_format": "@"},
        Look.INPUT_CHOICE: {**_INPUT, "text_wrap": True, "align": "center", "num_format": "@"},
        Look.INPUT_NUMBER: {**_INPUT, **_FIGURE, "num_format": _WHOLE},
        Look.INPUT_PERCENT: {**_INPUT, **_FIGURE, "num_format": "0.0%"},
        Look.INPUT_DATE: _INPUT,
    }
)
_DATE_FORMATS = MappingProxyType({Lang.JA: "yyyy/m/d", Lang.EN: "yyyy-mm-dd"})
_ON_DATES = frozenset({Look.DATE, Look.INPUT_DATE})


@dataclass(frozen=True, slots=True)
class Face:
    """The font of a language and the room its lines take."""

    font: str
    charset: int
    """128 says that the letters are Japanese, so that 、。 keep their form in a substitute font."""
    line: int
    """Height of a line in pixels at `size`."""
    digit: int
    """Pixels of the widest digit at `size`, in this font and in those that stand in for it."""
    size: int = 10


_FACES = MappingProxyType({Lang.JA: Face("游ゴシック", 128, 23, 9), Lang.EN: Face("Arial", 0, 18, 7)})


def face(lang: Lang) -> Face:
    """The font for a language."""
    return _FACES[lang]


def properties(look: Look, lang: Lang) -> dict[str, object]:
    """The properties of a cell format, as XlsxWriter names them."""
    face = _FACES[lang]
    base: dict[str, object] = {
        "font_name": face.font,
        "font_size": face.size,
        "font_charset": face.charset,
        # Otherwise Excel prefers the fonts of the theme to the one named here.
        "font_scheme": "none",
    }
    dated = {"num_format": _DATE_FORMATS[lang]} if look in _ON_DATES else {}
    return base | dict(_LOOKS[look]) | dated
