"""The charts: bars in the colours of the house, flat, with the numbers on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rfp_builder.excel.evaluation.matter import Matter
from rfp_builder.excel.evaluation.places import at, span
from rfp_builder.excel.writing.look import ACCENT, GREY, RULE, WARM, face
from rfp_builder.excel.writing.sheet import SheetWriter
from rfp_builder.i18n import Phrase

if TYPE_CHECKING:
    from rfp_builder.excel.evaluation.ranking import Ranked

EVALUATORS_HEIGHT = 300
"""Pixels."""

_COLOURS = (ACCENT, WARM, "#8496B0", "#C9A66B", "#5B7F95", "#A5A5A5", "#7A5C3E", "#3F6B4F")
_TOTALS = Phrase("合計点の内訳", "What the totals are made of")
_ATTAINED = Phrase("評価基準ごとの得点率", "Share of the points under each criterion")
_BY_EVALUATOR = Phrase("評価者ごとの平均評点", "Average grade by evaluator")


def totals_chart(matter: Matter, ranked: Ranked) -> Any:
    """A bar for each vendor, stacked of the points for price and all others."""
    chart = matter.book.chart("bar", "stacked")
    for place, column in enumerate((ranked.quality, ranked.price_points)):
        _add(
            chart,
            matter,
            place,
            name=at(ranked.sheet, ranked.first - 1, column),
            categories=ranked.column(ranked.vendor),
            values=ranked.column(column),
            digits="#,##0",
            on_bar=True,
        )
    chart.set_y_axis({"reverse": True, "num_font": _font(matter), "line": {"color": RULE}})
    chart.set_x_axis(
        {"num_font": _font(matter), "major_gridlines": {"visible": False}, "visible": False, "min": 0}
    )
    return _finished(chart, matter, _TOTALS, 800, totals_height(matter))


def totals_height(matter: Matter) -> int:
    """Pixels."""
    return 110 + 44 * len(matter.results)


def attainment_chart(
    sheet: SheetWriter, matter: Matter, head: int, rows: tuple[int, int], columns: tuple[int, int]
) -> Any:
    """Columns for each criterion, one a vendor. `columns`: of the first criterion, and of the vendors."""
    first, names = columns
    last = first + len(matter.project.criteria.criteria) - 1
    chart = matter.book.chart("column")
    for place, row in enumerate(range(rows[0], rows[1] + 1)):
        _add(
            chart,
            matter,
            place,
            name=at(sheet, row, names),
            categories=span(sheet, head, first, head, last),
            values=span(sheet, row, first, row, last),
            digits="0%",
            on_bar=False,
        )
    _upright(chart, matter, "0%", 1)
    return _finished(chart, matter, _ATTAINED, 1180, 380)


def evaluator_chart(sheet: SheetWriter, matter: Matter, head: int, rows: tuple[int, int], first: int) -> Any:
    """Columns for each evaluator, one a vendor: average grades, which stand from column `first` on."""
    last = first + len(matter.project.evaluators) - 1
    chart = matter.book.chart("column")
    for place, row in enumerate(range(rows[0], rows[1] + 1)):
        _add(
            chart,
            matter,
            place,
            name=at(sheet, row, first - 1),
            categories=span(sheet, head, first, head, last),
            values=span(sheet, row, first, row, last),
            digits="0.0",
            on_bar=False,
        )
    best = max((grade.score for grade in matter.project.criteria.scale), default=1)
    _upright(chart, matter, "0", best)
    return _finished(chart, matter, _BY_EVALUATOR, 760, EVALUATORS_HEIGHT)


def _add(
    chart: Any,
    matter: Matter,
    place: int,
    *,
    name: str,
    categories: str,
    values: str,
    digits: str,
    on_bar: bool,
) -> None:
    colour = _COLOURS[place % len(_COLOURS)]
    # White is readable on the dark colours only.
    inside = "#FFFFFF" if on_bar and place % len(_COLOURS) < 2 else GREY
    chart.add_series(
        {
            "name": f"={name}",
            "categories": f"={categories}",
            "values": f"={values}",
            "fill": {"color": colour},
            "border": {"none": True},
            "gap": 60,
            "data_labels": {
                "value": True,
                "num_format": digits,
                "font": {**_font(matter), "size": 8, "color": inside},
                "position": "center" if on_bar else "outside_end",
            },
        }
    )


def _upright(chart: Any, matter: Matter, digits: str, most: int) -> None:
    chart.set_x_axis({"num_font": _font(matter), "line": {"color": RULE}})
    chart.set_y_axis(
        {
            "num_font": _font(matter),
            "num_format": digits,
            "min": 0,
            "max": most,
            "line": {"none": True},
            "major_gridlines": {"visible": True, "line": {"color": RULE, "width": 0.5}},
        }
    )


def _finished(chart: Any, matter: Matter, title: Phrase, width: int, height: int) -> Any:
    chart.set_title(
        {
            "name": title.to(matter.lang),
            "name_font": {**_font(matter), "size": 11, "bold": True, "color": ACCENT},
            "overlay": False,
        }
    )
    chart.set_legend({"position": "bottom", "font": _font(matter)})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size({"width": width, "height": height})
    return chart


def _font(matter: Matter) -> dict[str, object]:
    return {"name": face(matter.lang).font, "size": 9, "color": GREY}
