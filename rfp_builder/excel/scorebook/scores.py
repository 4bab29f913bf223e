"""The sheet to score on: the anchors of each sub-criterion beside a row for every vendor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rfp_builder.excel.scorebook import columns as layout
from rfp_builder.excel.scorebook.tasks import TaskGroup
from rfp_builder.excel.writing.heights import HIGHEST, row_height
from rfp_builder.excel.writing.look import WARM_FILL, Look
from rfp_builder.excel.writing.sheet import SheetWriter, area
from rfp_builder.excel.writing.table import Placed, TableLine, write_table
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.criteria import Criteria
from rfp_builder.model.parties import Evaluator
from rfp_builder.model.scores import Score
from rfp_builder.text.show import show_number

TOP = 5
"""Heading row."""

_LINES = 4
"""Lines that there is room for in the reason of every row."""
_GUIDE = Phrase(
    "薄い黄色のセルに、提案会社ごとの評点を選び、理由を記入してください。評点には必ず理由を添えてください。",
    "Pick a grade for every vendor in the light yellow cells and say why. Every grade needs a reason.",
)
_SCALE = Phrase("評点: {grades}", "Grades: {grades}")
_BETWEEN = Phrase("　", ", ")
_POINTS = Phrase("（{criterion}、配点 {points}点）", "({criterion}; {points} points)")
_LOOKS_AT = Phrase("見るところ", "What is looked at")
_ANCHOR = Phrase("{score} {label}：{text}", "{score} {label}: {text}")


def write_scores(
    sheet: SheetWriter,
    groups: Sequence[TaskGroup],
    evaluator: Evaluator,
    criteria: Criteria,
    filled: Mapping[tuple[str, str], Score],
) -> Placed:
    """Fill the sheet; `filled` are grades given before, by vendor and sub-criterion."""
    lang = sheet.book.lang
    specs = layout.score_columns(criteria)
    sheet.put(1, 1, layout.SCORES.to(lang), Look.TITLE)
    sheet.high(1, 34)
    sheet.put(2, 1, layout.EVALUATOR_LINE.fill(who=evaluator.label).to(lang), Look.SUBTITLE)
    sheet.put(3, 1, _GUIDE.to(lang), Look.GUIDE)
    grades = _BETWEEN.to(lang).join(f"{grade.score} {grade.label.to(lang)}" for grade in criteria.scale)
    sheet.put(4, 1, _SCALE.fill(grades=grades).to(lang), Look.GUIDE)
    lines = [
        _line(task.number, task.vendor.name, filled.get((task.vendor.id, group.numbered.sub.id)))
        for group in groups
        for task in group.tasks
    ]
    placed = write_table(sheet, specs, lines, top=TOP)
    row = placed.first
    widths = {spec.key: spec.width for spec in specs}
    for group in groups:
        _write_group(placed, row, group, criteria, lines[row - placed.first :], widths)
        row += len(group.tasks)
    if lines:
        score, reason = placed.cell(placed.first, "score"), placed.cell(placed.first, "justification")
        sheet.when(placed.area("justification"), f'AND(${score}<>"",${reason}="")', bg_color=WARM_FILL)
        sheet.start_at(score)
    return placed


def print_scores(placed: Placed, groups: Sequence[TaskGroup]) -> None:
    """Let each sub-criterion stand whole on its page; the numbers for reading back are not printed."""
    if not placed.lines:
        return
    sheet, row, parts = placed.sheet, placed.first, []
    for group in groups:
        parts.append((row, row + len(group.tasks) - 1))
        row += len(group.tasks)
    right = placed.columns["justification"]
    sheet.print_only(area(1, 1, placed.last, right))
    sheet.print_whole(parts, right, placed.head)


def _line(number: str, vendor: str, score: Score | None) -> TableLine:
    return TableLine(
        {
            "number": number,
            "vendor": vendor,
            "score": None if score is None or score.score is None else str(score.score),
            "justification": score.justification if score else None,
        },
        closed=frozenset({"vendor"}),
    )


def _write_group(
    placed: Placed,
    row: int,
    group: TaskGroup,
    criteria: Criteria,
    lines: Sequence[TableLine],
    widths: Mapping[str, int],
) -> None:
    sheet, lang = placed.sheet, placed.sheet.book.lang
    last = row + len(group.tasks) - 1
    texts = {"criterion": _described(group, lang), "anchors": _anchors(group, criteria, lang)}
    for key, text in texts.items():
        column = placed.columns[key]
        sheet.merge(row, column, last, column, text, Look.TEXT)
    whole = row_height(((text, widths[key]) for key, text in texts.items()), lang) or 0
    for position, task in enumerate(group.tasks):
        # A cell of its own look: nobody writes here, though it is read back.
        sheet.put(row + position, placed.columns["vendor"], task.vendor.name, Look.TEXT)
        typed = [(str(lines[position].values[key] or ""), widths[key]) for key in ("vendor", "justification")]
        own = row_height(typed, lang, _LINES) or 0
        sheet.high(row + position, min(HIGHEST, max(own, -(-whole // len(group.tasks)))))


def _described(group: TaskGroup, lang: Lang) -> str:
    numbered = group.numbered
    points = _POINTS.fill(criterion=numbered.criterion.name, points=show_number(numbered.sub.points))
    parts = [numbered.title(lang), points.to(lang)]
    if numbered.sub.looks_at is not None:
        parts += ["", _LOOKS_AT.to(lang), numbered.sub.looks_at.to(lang)]
    return "\n".join(parts)


def _anchors(group: TaskGroup, criteria: Criteria, lang: Lang) -> str:
    by_score = {anchor.score: anchor.text.to(lang) for anchor in group.numbered.sub.anchors}
    return "\n".join(
        _ANCHOR.fill(score=grade.score, label=grade.label, text=by_score[grade.score]).to(lang)
        if grade.score in by_score
        else f"{grade.score} {grade.label.to(lang)}"
        for grade in criteria.scale
    )
