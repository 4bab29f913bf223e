"""要件適合: every disclosed requirement against every vendor, ◎○△× with counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.evaluation.answered import answers_of, numbers_of
from rfp_builder.excel.evaluation import names
from rfp_builder.excel.evaluation.matter import Matter, live
from rfp_builder.excel.evaluation.places import at
from rfp_builder.excel.reading.values import column_letters
from rfp_builder.excel.response.columns import MARKS
from rfp_builder.excel.writing.look import WARM, WARM_FILL, Look
from rfp_builder.excel.writing.sheet import SheetWriter, area
from rfp_builder.i18n import Phrase
from rfp_builder.model.choices import Priority
from rfp_builder.model.proposals import Fit, Proposal
from rfp_builder.model.requirement import Requirement

HEAD = 10
"""Heading row; above it stand the counts."""
_LEFT = 5
_GUIDE = Phrase(
    "◎ 上回る　○ 満たす　△ 一部・条件付き　× できない　空欄 回答なし　－ 受領時の版にない要件",
    "◎ goes beyond, ○ met, △ in part or under conditions, × not met, blank: no answer, "
    "－ not in the version answered",
)
_ITEM = Phrase("項目", "Item")
_STATEMENT = Phrase("要件", "Requirement")
_PRIORITY = Phrase("優先度", "Priority")
_COUNT = Phrase("{mark} の数", "{mark}, number")
_BLANK = Phrase("回答なしの数", "Not answered, number")
_NOT_MET = Phrase("満たされない必須要件の数", "Required items not met, number")
_MET = (Fit.EXCEEDS, Fit.MEETS)


@dataclass(frozen=True, slots=True)
class _Row:
    number: str
    requirement: Requirement


def write_compliance(sheet: SheetWriter, matter: Matter) -> Mapping[str, str]:
    """Fill the sheet; gives back the cell of each vendor with the number of required items not met."""
    lang = matter.lang
    rows = _rows(matter)
    sheet.widths((9, 7, 64, 11, *(13 for _ in matter.results)))
    sheet.put(1, 1, names.COMPLIANCE.to(lang), Look.TITLE)
    sheet.put(2, 1, _GUIDE.to(lang), Look.GUIDE)
    counts = [_COUNT.fill(mark=choice.label) for choice in MARKS] + [_BLANK, _NOT_MET]
    head = HEAD
    for row, label in enumerate(counts, start=4):
        for column in range(1, _LEFT):
            sheet.put(row, column, label.to(lang) if column == 3 else None, Look.TEXT)
    for column, text in enumerate((names.NUMBER, _ITEM, _STATEMENT, _PRIORITY), start=1):
        sheet.put(head, column, text.to(lang), Look.HEAD)
    for row, one in enumerate(rows, start=head + 1):
        sheet.row(
            row,
            {
                1: (one.number, Look.ID),
                2: (one.requirement.item, Look.TEXT),
                3: (one.requirement.statement.to(lang), Look.TEXT),
                4: (choice_label(one.requirement.priority).to(lang), Look.TEXT),
            },
        )
    last = head + max(1, len(rows))
    cells = {}
    for column, result in enumerate(matter.results, start=_LEFT):
        _write_vendor(sheet, matter, rows, column, head, last)
        cells[result.vendor.id] = at(sheet, head - 1, column)
    sheet.fit(head, {n: one.vendor.name for n, one in enumerate(matter.results, start=_LEFT)})
    if matter.results:
        within = area(head + 1, _LEFT, last, _LEFT + len(matter.results) - 1)
        corner = f"{column_letters(_LEFT)}{head + 1}"
        must = choice_label(Priority.MUST).to(lang)
        unmet = f'AND($D{head + 1}="{must}",{corner}<>"◎",{corner}<>"○",{corner}<>"{names.NOT_ASKED}")'
        sheet.when(within, unmet, bg_color=WARM_FILL, font_color=WARM)
    sheet.freeze(head + 1, _LEFT)
    return cells


def _rows(matter: Matter) -> list[_Row]:
    """Requirements of the latest issue in its order, then those that only earlier issues asked."""
    numbers: dict[str, str] = {}
    for issue in reversed(matter.project.issues):
        for key in issue.requirements:
            numbers.setdefault(key.requirement, key.number)
    found = ((numbers[one.id], one) for one in matter.project.requirements if one.id in numbers)
    return sorted(
        (_Row(number, one) for number, one in found if one.withholding is None), key=lambda row: row.number
    )


def _write_vendor(
    sheet: SheetWriter, matter: Matter, rows: list[_Row], column: int, head: int, last: int
) -> None:
    result = matter.results[column - _LEFT]
    sheet.put(head, column, result.vendor.name, Look.HEAD, align="center", indent=0)
    marks = _marks(matter, matter.proposals[result.vendor.id], rows)
    for row, mark in enumerate(marks, start=head + 1):
        sheet.put(row, column, mark or None, Look.CENTRED)
    letter = column_letters(column)
    cells = f"{letter}{head + 1}:{letter}{last}"
    for place, choice in enumerate(MARKS):
        label = choice.label.to(matter.lang)
        counted = live(f'COUNTIF({cells},"{label}")', marks.count(label))
        sheet.put(4 + place, column, counted, Look.NUMBER, align="center", indent=0)
    filled = f"COUNTA($A{head + 1}:$A{last})-COUNTA({cells})"
    sheet.put(head - 2, column, live(filled, marks.count("")), Look.NUMBER, align="center", indent=0)
    must = choice_label(Priority.MUST).to(matter.lang)
    met = {choice.label.to(matter.lang) for choice in MARKS if choice.value in _MET}
    unmet = sum(
        1
        for row, mark in zip(rows, marks, strict=True)
        if row.requirement.priority is Priority.MUST and mark not in {*met, names.NOT_ASKED}
    )
    others = "".join(f'*({cells}<>"{mark}")' for mark in ("◎", "○", names.NOT_ASKED))
    formula = f'SUMPRODUCT(($D{head + 1}:$D{last}="{must}"){others})'
    sheet.put(head - 1, column, live(formula, unmet), Look.TOTAL_NUMBER, align="center", indent=0)


def _marks(matter: Matter, proposal: Proposal, rows: list[_Row]) -> list[str]:
    asked = numbers_of(matter.project, proposal)
    answers = answers_of(matter.project, proposal)
    labels = {choice.value: choice.label.to(matter.lang) for choice in MARKS}
    found = []
    for row in rows:
        answer = answers.get(row.requirement.id)
        fit = answer.fit if answer else None
        if row.requirement.id not in asked:
            found.append(names.NOT_ASKED)
        else:
            found.append(labels[fit] if fit else names.NOT_ANSWERED)
    return found
