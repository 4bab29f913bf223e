"""Every answer of a project in reading order, what is wrong with each item on top of it.

Internal: it shows what is withheld or confidential.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.catalogue.outline import Line, Table, outline, say
from rfp_builder.catalogue.sections import section
from rfp_builder.check.finding import Finding, Severity
from rfp_builder.forms.conditions import asked
from rfp_builder.forms.frame import pages as other_pages
from rfp_builder.forms.in_words import in_words
from rfp_builder.forms.pages import FormPage, pages_of
from rfp_builder.forms.questions import NOTE_FIELD, Question
from rfp_builder.i18n import Lang, Phrase, listed
from rfp_builder.model.choices import Priority
from rfp_builder.model.project import Project
from rfp_builder.model.shape import Kind, item_at, sections
from rfp_builder.text.show import show_number
from rfp_builder.workspace.document.labels import titled

UNANSWERED = Phrase("未回答", "not answered")
LEFT_OUT = Phrase("記入なし（任意）", "left empty (optional)")
_FRAME = Phrase("提案依頼書の枠", "Title, contact, dates, gates")
_REGISTER = Phrase("要件台帳", "Requirement register")
_CRITERIA = Phrase("評価基準と評価者", "Criteria and evaluators")
_COUNT = Phrase("{n}件", "{n}")
_WITHHELD = Phrase("うち非開示", "of these withheld")
_POINTS = Phrase("{points}点", "{points} points")
_EVALUATORS = Phrase("評価者", "Evaluators")
_CELL = Phrase("{heading}: {text}", "{heading}: {text}")
_BETWEEN_CELLS = " / "


class Says(StrEnum):
    """What a line of the review is."""

    PART = "part"
    ITEM = "item"
    FINDING = "finding"
    ANSWER = "answer"
    ROW = "row"
    """A row of the table that the line before names, or another row of it."""
    UNANSWERED = "unanswered"
    """Asked for, and not there."""
    LEFT_OUT = "left_out"
    """Not there, and not asked for."""


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One line. `path` is where to go to change it; `part` counts from 1, 1 to 7 being the sections."""

    says: Says
    part: int
    path: str
    label: str
    text: str
    severity: Severity | None = None


def review(
    project: Project, findings: Collection[Finding], lang: Lang, *, findings_only: bool = False
) -> tuple[ReviewLine, ...]:
    """All lines; with `findings_only` the findings, and the headings above them."""
    by_place = _by_place(findings)
    lines = [*_definition(project, by_place, lang), *_others(project, findings, lang)]
    return tuple(_with_findings(lines) if findings_only else lines)


def _definition(
    project: Project, by_place: Mapping[str, tuple[Finding, ...]], lang: Lang
) -> Iterator[ReviewLine]:
    for number, key in sections().items():
        pages = pages_of(number)
        title = _section_title(number)
        yield ReviewLine(Says.PART, number, f"definition.{key}", title.to(lang), "")
        yield from _findings(number, by_place.get(key, ()), lang)
        for page in pages:
            yield ReviewLine(Says.ITEM, number, page.path, titled(page.item).to(lang), "")
            yield from _findings(number, by_place.get(page.path, ()), lang)
            yield from _answers(project, page, lang)


def _section_title(number: int) -> Phrase:
    title = section(number).title
    return Phrase(f"{number} {title.ja}", f"{number} {title.en}")


def _answers(project: Project, page: FormPage, lang: Lang) -> Iterator[ReviewLine]:
    definition, item = project.definition, item_at(project.definition, page.item)
    blocks = {block.name: block for block in outline(definition, page.item, lang, internal=True)}
    for question in page.questions:
        answer = getattr(item, question.name)
        if answer in (None, ()) and not asked(question, item):
            continue
        block = blocks.get(question.name)
        label = question.label.to(lang)
        if isinstance(block, Line):
            yield ReviewLine(Says.ANSWER, page.section, question.path, label, block.text)
        elif isinstance(block, Table):
            yield ReviewLine(
                Says.ANSWER, page.section, question.path, label, _COUNT.fill(n=len(block.rows)).to(lang)
            )
            yield from _rows(page.section, question, block, answer, lang)
        elif question.name == NOTE_FIELD:
            if answer is not None:
                yield ReviewLine(Says.ANSWER, page.section, question.path, label, answer.to(lang))
        else:
            yield _nothing(page.section, question, lang)


def _rows(part: int, question: Question, table: Table, answer: object, lang: Lang) -> Iterator[ReviewLine]:
    ids = [getattr(row, "id", "") for row in answer] if isinstance(answer, tuple) else []
    columns = {column.name for column in question.columns}
    # Months are shown turned, and empty rows not at all: then a line does not stand for a row.
    same = len(ids) == len(table.rows) and all(heading.name in columns for heading in table.headings)
    for at, cells in enumerate(table.rows):
        path = f"{question.path}[{ids[at]}]" if same else question.path
        named = [
            _CELL.fill(heading=heading.text, text=cell).to(lang)
            for heading, cell in list(zip(table.headings, cells, strict=True))[1:]
            if cell
        ]
        yield ReviewLine(Says.ROW, part, path, cells[0], _BETWEEN_CELLS.join(named))


def _nothing(part: int, question: Question, lang: Lang) -> ReviewLine:
    says, words = (Says.UNANSWERED, UNANSWERED) if question.required else (Says.LEFT_OUT, LEFT_OUT)
    return ReviewLine(says, part, question.path, question.label.to(lang), words.to(lang))


def _others(project: Project, findings: Iterable[Finding], lang: Lang) -> Iterator[ReviewLine]:
    """What is no part of the definition: frame, register, criteria."""
    found = tuple(findings)
    first = max(sections()) + 1
    parts = (
        ("rfp", ("rfp",), _FRAME, _frame),
        ("requirements", ("requirements",), _REGISTER, _register),
        ("criteria", ("criteria", "evaluators"), _CRITERIA, _criteria),
    )
    for part, (path, stems, title, answers) in enumerate(parts, first):
        yield ReviewLine(Says.PART, part, path, title.to(lang), "")
        yield from _findings(part, (one for one in found if _stem(one.path) in stems), lang)
        yield from answers(part, project, lang)


def _frame(part: int, project: Project, lang: Lang) -> Iterator[ReviewLine]:
    page = next(page for page in other_pages() if page.key == "rfp")
    for question in page.questions:
        value: object = project
        for name in question.path.split("."):
            value = getattr(value, name, None)
        if value in (None, ()):
            yield _nothing(part, question, lang)
            continue
        if question.kind is not Kind.TABLE or not isinstance(value, tuple):
            yield ReviewLine(Says.ANSWER, part, question.path, question.label.to(lang), in_words(value, lang))
            continue
        counted = _COUNT.fill(n=len(value)).to(lang)
        yield ReviewLine(Says.ANSWER, part, question.path, question.label.to(lang), counted)
        for row in value:
            cells = [
                say(project.definition, column.slot, getattr(row, column.name), lang, internal=True)
                for column in question.columns
            ]
            path = f"{question.path}[{getattr(row, 'step', None) or getattr(row, 'id', '')}]"
            yield ReviewLine(Says.ROW, part, path, cells[0], _BETWEEN_CELLS.join(filter(None, cells[1:])))


def _register(part: int, project: Project, lang: Lang) -> Iterator[ReviewLine]:
    def count(label: Phrase, n: int) -> ReviewLine:
        return ReviewLine(
            Says.ANSWER, part, "requirements", label.to(lang), _COUNT.fill(n=show_number(n)).to(lang)
        )

    for priority in Priority:
        yield count(
            choice_label(priority), sum(1 for one in project.requirements if one.priority is priority)
        )
    yield count(_WITHHELD, sum(1 for one in project.requirements if one.withholding is not None))


def _criteria(part: int, project: Project, lang: Lang) -> Iterator[ReviewLine]:
    for one in project.criteria.criteria:
        points = _POINTS.fill(points=show_number(one.points)).to(lang)
        yield ReviewLine(Says.ANSWER, part, f"criteria.criteria[{one.id}]", one.name.to(lang), points)
    names = listed(one.label for one in project.evaluators).to(lang)
    if names:
        yield ReviewLine(Says.ANSWER, part, "evaluators", _EVALUATORS.to(lang), names)


def _findings(part: int, found: Iterable[Finding], lang: Lang) -> Iterator[ReviewLine]:
    for one in found:
        yield ReviewLine(
            Says.FINDING, part, one.path, one.message.to(lang), one.remedy.to(lang), one.severity
        )


def _by_place(findings: Iterable[Finding]) -> Mapping[str, tuple[Finding, ...]]:
    """Findings by the item they stand in, `work.volumes`, or by the section."""
    found: dict[str, list[Finding]] = {}
    for one in findings:
        place = ".".join(part.partition("[")[0] for part in one.path.split(".")[:2])
        found.setdefault(place, []).append(one)
    return {place: tuple(several) for place, several in found.items()}


def _with_findings(lines: Iterable[ReviewLine]) -> Iterator[ReviewLine]:
    headings: dict[Says, ReviewLine] = {}
    for line in lines:
        if line.says is Says.PART:
            headings = {Says.PART: line}
        elif line.says is Says.ITEM:
            headings[Says.ITEM] = line
        elif line.says is Says.FINDING:
            yield from headings.values()
            headings = {}
            yield line


def _stem(path: str) -> str:
    return path.partition(".")[0].partition("[")[0]
