"""Writing the staffing workbook: a plan to look at, to try things in, and to take assumptions back from."""

from __future__ import annotations

from rfp_builder.excel.forms import Form, meta_of
from rfp_builder.excel.staffing import names
from rfp_builder.excel.staffing.assumptions import write_assumptions
from rfp_builder.excel.staffing.bases import bases
from rfp_builder.excel.staffing.belonging import belonging_to
from rfp_builder.excel.staffing.calculator import RIGHT, question_of, write_calculator
from rfp_builder.excel.staffing.cost_sheet import write_cost
from rfp_builder.excel.staffing.forecast_sheet import write_forecast
from rfp_builder.excel.staffing.hiring_sheet import write_hiring
from rfp_builder.excel.staffing.names import BookNames
from rfp_builder.excel.staffing.paper import StaffingBook, StaffingSheet
from rfp_builder.excel.staffing.requirement import write_requirement
from rfp_builder.excel.staffing.shifts_sheet import write_shifts
from rfp_builder.excel.staffing.spans import slots_of
from rfp_builder.excel.staffing.steps import write_steps
from rfp_builder.excel.staffing.summary import Answers, write_summary
from rfp_builder.excel.staffing.whatif import write_whatif
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.show import show_date
from rfp_builder.workload.plan.values import StaffingPlan

__all__ = ["BookNames", "staffing_book"]

_TITLE = Phrase("{title} 要員計画", "{title}: staffing plan")
_MADE = Phrase("要員計画　{day}", "Staffing plan, {day}")
_SHEETS = (
    *(names.SUMMARY, names.ASSUMPTIONS, names.FORECAST, names.REQUIREMENT, names.WHATIF),
    *(names.CALCULATOR, names.SHIFTS, names.HIRING, names.COST),
)


def staffing_book(plan: StaffingPlan, called: BookNames, lang: Lang) -> bytes:
    """The workbook of a plan. Confidential as a whole: every page says so.

    The same plan gives the same bytes. Formulas carry the results that Python found.

    Raises:
        Refused: a text is longer than a cell can hold.
    """
    title = called.title.to(lang) if called.title is not None else ""
    meta = meta_of(Form.STAFFING, lang, "") | belonging_to(called.project) | dict(bases(plan, lang))
    book = StaffingBook(lang, _TITLE.fill(title=title).to(lang).strip(), meta)
    pages = {name: book.page(name) for name in _SHEETS}
    _fill(pages, plan, called)
    for page in pages.values():
        page.protect()
        page.print_setup(
            header=title,
            marking=names.MARKING.to(lang),
            footer=_MADE.fill(day=show_date(called.made_on, lang)).to(lang),
            repeat=page.repeated,
        )
        page.break_pages()
    pages[names.SUMMARY].start_at("A1")
    pages[names.SUMMARY].open_here()
    return book.finish()


def _fill(pages: dict[Phrase, StaffingSheet], plan: StaffingPlan, called: BookNames) -> None:
    """Fill the sheets, those first whose cells the formulas of others name."""
    slots = slots_of(plan)
    cells = write_assumptions(pages[names.ASSUMPTIONS], plan)
    forecast = write_forecast(pages[names.FORECAST], plan, slots)
    requirement = write_requirement(pages[names.REQUIREMENT], plan, slots, cells)
    write_whatif(pages[names.WHATIF], plan, slots, requirement.blocks, pages[names.REQUIREMENT], cells)
    calculator = pages[names.CALCULATOR]
    last = write_steps(calculator, plan, write_calculator(calculator, question_of(plan, slots)))
    calculator.print_part(last, RIGHT)
    shifts = write_shifts(pages[names.SHIFTS], plan, slots)
    hiring = write_hiring(pages[names.HIRING], plan)
    cost = write_cost(pages[names.COST], plan, cells)
    answers = Answers(forecast, requirement, shifts, hiring, cost)
    write_summary(pages[names.SUMMARY], plan, called, answers)
