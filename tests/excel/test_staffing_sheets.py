"""The sheets of the staffing workbook: words, marking, paper, cells to fill in, shades and charts."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from itertools import cycle

import openpyxl
import pytest

from rfp_builder.excel.reader import read_workbook
from rfp_builder.excel.staffing import names
from rfp_builder.excel.staffing.writer import BookNames, staffing_book
from rfp_builder.excel.writing.look import INPUT_FILL
from rfp_builder.i18n import Lang
from rfp_builder.model.localized import Localized
from rfp_builder.model.staffing import ShiftGroup
from rfp_builder.workload.agents import Shrinkage
from tests.excel import staffed
from tests.excel.shown import foreign_words, shown_texts
from tests.excel.test_staffing_formulas import NAMES, book

_SHEETS = (
    *(names.SUMMARY, names.ASSUMPTIONS, names.FORECAST, names.REQUIREMENT, names.WHATIF),
    *(names.CALCULATOR, names.SHIFTS, names.HIRING, names.COST),
)


@cache
def _opened(name: str, lang: Lang) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(book(name, lang)))


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("name", ["whole", "bare"])
def test_every_sheet_is_in_its_language_says_what_it_is_and_is_marked(name: str, lang: Lang) -> None:
    sheets = _opened(name, lang)
    seen = [sheet for sheet in sheets.worksheets if sheet.sheet_state == "visible"]
    assert [sheet.title for sheet in seen] == [one.to(lang) for one in _SHEETS]
    for sheet in seen:
        top = [cell.value for row in sheet["A1:B3"] for cell in row if cell.value]
        assert len(top) == 3 and top[1] == names.KEEP_IN.to(lang)
        assert sheet.oddHeader is not None
        assert sheet.oddHeader.right.text == names.MARKING.to(lang)
        assert sheet.page_setup.orientation == "landscape" and str(sheet.page_setup.paperSize) == "9"
        assert sheet.protection.sheet
    rows = ("queues.", "hiring.", "costs.", "shrinkage.", "specials.", "groups.")
    paths = (*rows, "until", "growth", "certainty", "occupancy_cap", "seats", "part_time_most")
    texts = [text for text in shown_texts(book(name, lang)) if not text.startswith(paths)]
    assert [text for text in foreign_words(texts, lang) if text not in ("ICT", "P50", "P80")] == []


def test_headings_stay_in_sight_and_on_every_page_of_long_tables() -> None:
    sheets = _opened("whole", Lang.JA)
    for name in (names.REQUIREMENT, names.WHATIF, names.COST):
        assert sheets[name.ja].freeze_panes is not None
    for name in (names.ASSUMPTIONS, names.FORECAST, names.REQUIREMENT, names.WHATIF, names.SHIFTS):
        assert sheets[name.ja].print_title_rows


def test_cells_to_fill_in_are_open_coloured_and_checked() -> None:
    sheets = _opened("whole", Lang.JA)
    colour = f"FF{INPUT_FILL[1:]}"
    for name in (names.ASSUMPTIONS, names.WHATIF, names.CALCULATOR):
        sheet = sheets[name.ja]
        cells = [cell for row in sheet.iter_rows() for cell in row]
        unlocked = {cell.coordinate for cell in cells if not cell.protection.locked}
        coloured = {cell.coordinate for cell in cells if cell.fill.fgColor.rgb == colour}
        assert unlocked and unlocked == coloured
        checked = {
            cell
            for rule in sheet.data_validations.dataValidation
            for area in rule.sqref.ranges
            for row in area.rows
            for cell in (sheet.cell(*place).coordinate for place in row)
        }
        free_text = {cell for cell in unlocked if name is names.ASSUMPTIONS and cell.startswith("G")}
        assert unlocked - free_text <= checked
    for name in (names.FORECAST, names.REQUIREMENT, names.SHIFTS, names.HIRING, names.COST):
        assert all(cell.protection.locked for row in sheets[name.ja].iter_rows() for cell in row)


def test_heat_maps_have_shades_and_numbers() -> None:
    sheets = _opened("whole", Lang.JA)
    for name, least in ((names.REQUIREMENT, 3 * (len(staffed.plan().queues) + 1)), (names.SHIFTS, 3)):
        sheet = sheets[name.ja]
        scales = [
            area for area in sheet.conditional_formatting for rule in area.rules if rule.type == "colorScale"
        ]
        assert len(scales) >= least
        for area in scales:
            corner = sheet[str(area.sqref).partition(":")[0]]
            assert corner.value is not None


def test_texts_that_look_like_formulas_are_texts() -> None:
    sheet = read_workbook(book("whole"), "a.xlsx").sheet(names.REQUIREMENT.ja)
    assert sheet is not None
    named = [cell for row in sheet.rows for cell in row.cells if cell.value == "=通販（チャット）"]
    assert named and not any(cell.formula for cell in named)


def test_no_name_makes_a_formula_or_is_lost() -> None:
    texts = ("=1+1", "<b>&\"'", "あ" * 40, "👩‍👩‍👧‍👦🎉", "@SUM(A1)", "+cmd|' /C calc'!A0", "{{ x }}", "[red]")
    hostile = cycle([Localized(ja=text, en=text) for text in texts])
    plan = staffed.plan()
    named = replace(
        plan,
        queues=tuple(replace(one, name=next(hostile)) for one in plan.queues),
        contracts=tuple(replace(one, name=next(hostile)) for one in plan.contracts),
        shrinkage=Shrinkage(tuple(replace(one, name=next(hostile)) for one in plan.shrinkage.components)),
        groups=tuple(
            ShiftGroup(id=f"g{n}", name=text, starts=(540,), length=480)
            for n, text in zip(range(len(texts)), hostile, strict=False)
        ),
    )
    # As many kinds of contract, so that everything stands in the same place.
    plain = replace(
        plan, groups=tuple(one.replace(name=Localized(ja="日勤", en="day")) for one in named.groups)
    )
    data, other = (
        staffing_book(one, BookNames(next(hostile), next(hostile), NAMES.made_on), Lang.JA)
        for one in (named, plain)
    )
    assert _formulas(data) == _formulas(other)
    shown = shown_texts(data)
    assert all(any(text in one for one in shown) for text in texts)


def _formulas(data: bytes) -> dict[tuple[str, str], str]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {
        (sheet.title, cell.coordinate): str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


@pytest.mark.parametrize("lang", Lang)
def test_charts_say_what_they_show_and_what_runs_along_their_axes(lang: Lang) -> None:
    with zipfile.ZipFile(io.BytesIO(book("whole", lang))) as package:
        charts = [package.read(name).decode() for name in package.namelist() if "/chart" in name]
    charts = [one for one in charts if "<c:chartSpace" in one]
    said = [re.findall(r"<a:t>([^<]+)</a:t>", one) for one in charts]
    # A title, the axis along and the axis up.
    assert len(charts) == 12 and all(len(one) == 3 for one in said)
    assert foreign_words([text for one in said for text in one], lang) == []
    for one in charts:
        for axis in re.findall(r"<c:(?:catAx|valAx)>.*?</c:(?:catAx|valAx)>", one, re.DOTALL):
            assert "<c:title>" in axis or 'delete val="1"' in axis


def test_there_is_a_chart_wherever_something_runs_over_time() -> None:
    opened = openpyxl.load_workbook(io.BytesIO(book("whole")))
    counts = {name: len(vars(opened[name.ja])["_charts"]) for name in _SHEETS}
    assert counts == dict.fromkeys(_SHEETS, 0) | {
        names.FORECAST: 2,
        names.REQUIREMENT: 1,
        names.SHIFTS: 7,
        names.HIRING: 1,
        names.COST: 1,
    }


@pytest.mark.parametrize(("lang", "form"), [(Lang.JA, '年"m"月'), (Lang.EN, "ddd d mmmm yyyy")])
def test_dates_of_the_summary_are_written_in_one_form(lang: Lang, form: str) -> None:
    sheet = _opened("whole", lang).worksheets[0]
    dated = [cell.number_format for cell in sheet["B"] if "yyyy" in cell.number_format]
    assert dated
    assert all(form in one for one in dated)
