"""Charts in the house style: flat, in the colours of the house, fonts of the language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rfp_builder.excel.staffing.paper import StaffingSheet
from rfp_builder.excel.writing.look import ACCENT, GREY, RULE, WARM, face
from rfp_builder.i18n import Speakable

COLOURS = (
    *(ACCENT, WARM, "#8496B0", "#C9A66B", "#5B7F95", "#A5A5A5", "#7A5C3E", "#3F6B4F", "#B9C7D8", "#E3B48F"),
)


@dataclass(frozen=True, slots=True)
class Axes:
    """What runs along a chart and up its side, with its unit."""

    along: Speakable
    up: Speakable


@dataclass(frozen=True, slots=True)
class Series:
    """One line, area or stack. Places are cells or areas with the name of their sheet."""

    name: str
    categories: str
    values: str
    colour: str
    dashed: bool = False
    """A line beside the one that counts."""


def lines(
    sheet: StaffingSheet,
    title: Speakable,
    series: Sequence[Series],
    size: tuple[int, int],
    axes: Axes,
    digits: str = "#,##0",
    *,
    slanted: bool = False,
) -> Any:
    """Lines over time, with the names of the times slanted where there are many."""
    chart = sheet.book.chart("line")
    for one in series:
        line = {"color": one.colour, "width": 1.5 if one.dashed else 2.25}
        if one.dashed:
            line["dash_type"] = "dash"
        chart.add_series(_series(one) | {"line": line})
    return _finished(chart, sheet, title, size, axes, digits, slanted=slanted)


def cover(
    sheet: StaffingSheet,
    title: Speakable,
    working: Series,
    needed: Series,
    size: tuple[int, int],
    axes: Axes,
    step: int,
) -> Any:
    """Who is there as columns without gaps, and what is needed as a line above them."""
    chart = sheet.book.chart("column")
    chart.add_series(
        _series(working) | {"fill": {"color": working.colour}, "border": {"none": True}, "gap": 0}
    )
    line = sheet.book.chart("line")
    line.add_series(_series(needed) | {"line": {"color": needed.colour, "width": 2}})
    chart.combine(line)
    return _finished(chart, sheet, title, size, axes, "0", interval=step)


def stacked(
    sheet: StaffingSheet,
    title: Speakable,
    series: Sequence[Series],
    size: tuple[int, int],
    axes: Axes,
) -> Any:
    """Columns made of parts."""
    chart = sheet.book.chart("column", "stacked")
    for one in series:
        chart.add_series(_series(one) | {"fill": {"color": one.colour}, "border": {"none": True}, "gap": 60})
    made = _finished(chart, sheet, title, size, axes, "#,##0")
    made.set_legend({"position": "right", "font": _font(sheet)})
    return made


def rows_of(pixels: int, sheet: StaffingSheet) -> int:
    """Rows that a floating chart of that height covers, with one to spare."""
    return -(-pixels // sheet.line) + 1


def _series(one: Series) -> dict[str, object]:
    return {"name": f"={one.name}", "categories": f"={one.categories}", "values": f"={one.values}"}


def _finished(
    chart: Any,
    sheet: StaffingSheet,
    title: Speakable,
    size: tuple[int, int],
    axes: Axes,
    digits: str,
    *,
    interval: int | None = None,
    slanted: bool = False,
) -> Any:
    font = _font(sheet)
    chart.set_title(
        {
            "name": sheet.say(title),
            "name_font": {**font, "size": 11, "bold": True, "color": ACCENT},
            "overlay": False,
        }
    )
    turned = {"rotation": -45} if slanted else {}
    named = {"name_font": {**font, "bold": False}}
    x_axis: dict[str, object] = {
        "name": sheet.say(axes.along),
        **named,
        "num_font": font | turned,
        "line": {"color": RULE},
    }
    if interval is not None:
        x_axis |= {"interval_unit": interval, "interval_tick": interval}
    chart.set_x_axis(x_axis)
    y_axis: dict[str, object] = {
        "name": sheet.say(axes.up),
        **named,
        "num_font": font,
        "num_format": digits,
        "min": 0,
        "line": {"none": True},
        "major_gridlines": {"visible": True, "line": {"color": RULE, "width": 0.5}},
    }
    chart.set_y_axis(y_axis)
    chart.set_legend({"position": "bottom", "font": font})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size({"width": size[0], "height": size[1]})
    return chart


def _font(sheet: StaffingSheet) -> dict[str, object]:
    return {"name": face(sheet.book.lang).font, "size": 9, "color": GREY}
