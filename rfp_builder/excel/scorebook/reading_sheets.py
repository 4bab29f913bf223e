"""What the vendors propose, as an evaluator may read it: answers under the sub-criteria, never a price."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rfp_builder.evaluation.answered import answers_of, numbers_of
from rfp_builder.excel.columns import ColumnSpec
from rfp_builder.excel.pieces import pieces
from rfp_builder.excel.response.columns import FACT_COLUMNS, FACT_SHEETS, FREE, MARKS
from rfp_builder.excel.scorebook import columns as layout
from rfp_builder.excel.scorebook.tasks import TaskGroup
from rfp_builder.excel.writing.look import Look
from rfp_builder.excel.writing.sheet import SheetWriter
from rfp_builder.excel.writing.table import Placed, TableLine, write_table
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.project import Project
from rfp_builder.model.proposals import Fact, Proposal

_TOP = 4
_GUIDE = Phrase(
    "担当する評価細目に関わる回答と、自由提案、実績などです。価格と追加費用は載せていません。",
    "Answers under your sub-criteria, free proposals, experience and so on; no prices, no extra costs.",
)
_NO_ANSWER = Phrase("（回答なし）", "(no answer)")
_GOES_ON = Phrase("（続き）", "(continued)")
_BENEFIT = Phrase("効果：{benefit}", "Benefit: {benefit}")
_CELL = Phrase("{label}：{value}", "{label}: {value}")
_WIDTHS = {spec.key: spec.width for spec in layout.READING_COLUMNS}


@dataclass(frozen=True, slots=True)
class _Entry:
    """One thing to read."""

    under: str
    number: str
    asked: str
    mark: str
    answer: str
    evidence: str


def write_reading(
    sheet: SheetWriter, vendor: str, project: Project, proposal: Proposal, groups: Sequence[TaskGroup]
) -> Placed:
    """Fill the sheet of one vendor."""
    lang = sheet.book.lang
    sheet.put(1, 1, vendor, Look.TITLE)
    sheet.high(1, 34)
    sheet.put(2, 1, _GUIDE.to(lang), Look.GUIDE)
    entries = [*_answers(project, proposal, groups, lang), *_free(proposal, lang), *_facts(proposal, lang)]
    lines = [line for entry in entries for line in _lines(entry, lang)]
    return write_table(sheet, layout.READING_COLUMNS, lines, top=_TOP)


def _answers(
    project: Project, proposal: Proposal, groups: Sequence[TaskGroup], lang: Lang
) -> Iterator[_Entry]:
    numbers = numbers_of(project, proposal)
    answers = answers_of(project, proposal)
    marks = {choice.value: choice.label.to(lang) for choice in MARKS}
    by_sub: dict[str | None, list[tuple[str, str, str]]] = {}
    for one in project.requirements:
        if one.id not in numbers:
            continue
        question = one.withholding.open_question if one.withholding else None
        asked = (question or one.statement).to(lang)
        by_sub.setdefault(one.scored_under, []).append((numbers[one.id], one.id, asked))
    for group in groups:
        for number, requirement, asked in sorted(by_sub.get(group.numbered.sub.id, [])):
            answer = answers.get(requirement)
            yield _Entry(
                group.numbered.title(lang),
                number,
                asked,
                marks.get(answer.fit, "") if answer and answer.fit else "",
                (answer.how if answer else None) or _NO_ANSWER.to(lang),
                (answer.evidence if answer else None) or "",
            )


def _free(proposal: Proposal, lang: Lang) -> Iterator[_Entry]:
    for n, free in enumerate(proposal.free, start=1):
        benefit = _BENEFIT.fill(benefit=free.benefit).to(lang) if free.benefit else ""
        answer = "\n".join(part for part in (free.how, benefit) if part)
        yield _Entry(FREE.to(lang), str(n), free.title, "", answer, free.evidence or "")


def _facts(proposal: Proposal, lang: Lang) -> Iterator[_Entry]:
    for table, name in FACT_SHEETS.items():
        specs = FACT_COLUMNS[table]
        facts = [fact for fact in proposal.facts if fact.table == table]
        for n, fact in enumerate(facts, start=1):
            first, *others = _told(fact, specs) or [(Phrase("", ""), "")]
            answer = "\n".join(_CELL.fill(label=label, value=value).to(lang) for label, value in others)
            yield _Entry(name.to(lang), str(n), first[1], "", answer, "")


def _told(fact: Fact, specs: Sequence[ColumnSpec]) -> list[tuple[Phrase, str]]:
    """Headings and texts of the cells that are filled in, in the order of the vendor's sheet."""
    return [(spec.heading, fact.cells[spec.key]) for spec in specs if fact.cells.get(spec.key)]


def _lines(entry: _Entry, lang: Lang) -> Iterator[TableLine]:
    """As many rows as the longest text needs to be seen whole."""
    asked = pieces(entry.asked, _WIDTHS["asked"] - 1)
    answer = pieces(entry.answer, _WIDTHS["answer"] - 1)
    evidence = pieces(entry.evidence, _WIDTHS["evidence"] - 1)
    for n in range(max(len(asked), len(answer), len(evidence))):
        more = _GOES_ON.to(lang) if n else ""
        yield TableLine(
            {
                "under": entry.under,
                "number": entry.number,
                "asked": asked[n] if n < len(asked) else more,
                "mark": "" if n else entry.mark,
                "answer": answer[n] if n < len(answer) else "",
                "evidence": evidence[n] if n < len(evidence) else "",
            }
        )
