"""Writing the response workbook of an RFP. It takes what is public and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.disclosure.public import PublicRfp
from rfp_builder.excel.columns import ColumnSpec
from rfp_builder.excel.forms import Form, meta_of
from rfp_builder.excel.response import columns as layout
from rfp_builder.excel.response.checklist import write_checklist
from rfp_builder.excel.response.instructions import write_instructions
from rfp_builder.excel.response.prices import write_prices
from rfp_builder.excel.response.values import BLANK, Answers
from rfp_builder.excel.writing.book import Book
from rfp_builder.excel.writing.look import WARM_FILL, Look
from rfp_builder.excel.writing.sheet import CellValue, SheetWriter
from rfp_builder.excel.writing.table import Placed, TableLine, write_table
from rfp_builder.i18n import Phrase
from rfp_builder.model.proposals import Fact, RequirementAnswer

TITLE = Phrase("{title} 回答書", "{title}: response workbook")
_VERSION = Phrase("提案依頼書 第{version}版", "RFP version {version}")
_FOR_VENDORS = Phrase("開示用", "For vendors")
_QUESTION = Phrase("問いかけ", "Question")
_EMPTY = RequirementAnswer(number="-")
_TOP = 4
"""Heading row of every table; above it stand title and guidance."""

_FACT_ROWS = {"experience": 12, "sites": 8, "staffing": 14, "financials": 3}
_FREE_ROWS = 20
_TERMS = (Phrase("2期前", "2 years before"), Phrase("1期前", "Year before"), Phrase("直近期", "Latest year"))

_GUIDES = {
    layout.REQUIREMENTS: Phrase(
        "すべての行の「対応可否」を選び、「実現方法」を書いてください。問いかけ（Q）の行は「実現方法」に自由に書いてください。",
        "Pick a mark in every row and say how the requirement is met. Answer questions (Q) in free words.",
    ),
    layout.GATES: Phrase(
        "すべての行で「はい」か「いいえ」を選び、添付する書類を書いてください。1つでも満たさないと選考に進めません。",
        "Pick yes or no in every row and name what you attach. A proposal that fails a gate goes no further.",
    ),
    layout.EXPERIENCE: Phrase(
        "同じような業務の実績を、規模の近いものから書いてください。委託元の名前を出せないときは業種で構いません。",
        "Give comparable work, closest in size first. Where a client cannot be named, its business will do.",
    ),
    layout.SITES: Phrase(
        "本業務を行う予定の拠点と、代替となる拠点を書いてください。",
        "Give the sites where the work would be done, and those that would stand in for them.",
    ),
    layout.STAFFING: Phrase(
        "本業務に就く予定の方を、職種・役割ごとに書いてください。名前は要りません。",
        "Give the people who would do the work, role by role. No names are needed.",
    ),
    layout.FINANCIALS: Phrase(
        "直近3期の値を、「4,120百万円」「41%」のように単位を付けて書いてください。",
        "Give the last three business years with their units, such as “JPY 4,120 million” or “41%”.",
    ),
    layout.FREE: Phrase(
        "提案依頼書の要件にない提案を、1行に1件書いてください。誰が、いつ、どのように行うかが分かるものを評価します。",
        "One proposal beyond the listed requirements a row. Who does what, when and how: that earns points.",
    ),
}


def response_workbook(rfp: PublicRfp, filled: Answers = BLANK) -> bytes:
    """The workbook that goes out with an RFP; with `filled`, as a vendor would return it.

    Raises:
        Refused: a text is longer than a cell can hold.
    """
    return _Writer(rfp, filled).write()


class _Writer:
    def __init__(self, rfp: PublicRfp, filled: Answers) -> None:
        self._rfp = rfp
        self._lang = rfp.lang
        self._filled = filled
        self._title = TITLE.fill(title=rfp.title).to(rfp.lang)
        self._book = Book(rfp.lang, self._title, meta_of(Form.RESPONSE, rfp.lang, rfp.version))

    def write(self) -> bytes:
        front = self._book.sheet(layout.INSTRUCTIONS.to(self._lang))
        placed = {name: table for name, table in self._tables() if table is not None}
        checklist = self._book.sheet(layout.CHECKLIST.to(self._lang))
        company = self._filled.company
        cell = write_instructions(front, self._rfp, placed, checklist, company)
        write_checklist(checklist, placed, cell, company)
        for sheet in (front, checklist):
            self._finish(sheet, portrait=True)
        front.open_here()
        return self._book.finish()

    def _tables(self) -> Iterator[tuple[Phrase, Placed | None]]:
        yield layout.REQUIREMENTS, self._requirements()
        yield layout.GATES, self._gates()
        yield layout.PRICES, self._prices()
        for table, name in layout.FACT_SHEETS.items():
            yield name, self._facts(table, name)
        yield layout.FREE, self._free()

    def _requirements(self) -> Placed | None:
        lines = list(self._requirement_lines())
        if not lines:
            return None
        placed = self._table(
            layout.REQUIREMENTS, layout.requirement_columns(self._rfp.currency), lines, "fit"
        )
        fit, how = placed.cell(placed.first, "fit"), placed.cell(placed.first, "how")
        reason_owed = f'AND(OR(${fit}="△",${fit}="×"),${how}="")'
        placed.sheet.when(placed.area("how"), reason_owed, bg_color=WARM_FILL)
        return placed

    def _requirement_lines(self) -> Iterator[TableLine]:
        answers = {answer.number: answer for answer in self._filled.answers}
        for section in self._rfp.sections:
            for item in section.items:
                name = f"{item.id} {item.title}"
                for one in item.requirements:
                    given: dict[str, CellValue] = {
                        "number": one.number,
                        "item": name,
                        "statement": one.statement,
                        "priority": choice_label(one.priority).to(self._lang),
                        "acceptance": one.acceptance,
                    }
                    yield TableLine(given | _answered(answers.get(one.number, _EMPTY)))
                for asked in item.questions:
                    answer = answers.get(asked.number, _EMPTY)
                    yield TableLine(
                        {
                            "number": asked.number,
                            "item": name,
                            "statement": asked.question,
                            "priority": _QUESTION.to(self._lang),
                            "how": answer.how,
                            "evidence": answer.evidence,
                        },
                        closed=frozenset({"fit", "extra-cost"}),
                    )

    def _gates(self) -> Placed | None:
        filled = dict(enumerate(self._filled.gates))
        lines = []
        for position, gate in enumerate(self._rfp.gates):
            answer = filled.get(position)
            lines.append(
                TableLine(
                    {
                        "number": gate.number,
                        "statement": gate.statement,
                        "asked": gate.evidence,
                        "passed": answer.passed if answer else None,
                        "evidence": answer.evidence if answer else None,
                    }
                )
            )
        return self._table(layout.GATES, layout.GATE_COLUMNS, lines, "passed") if lines else None

    def _prices(self) -> Placed | None:
        if not self._rfp.price_lines:
            return None
        placed = write_prices(self._head(layout.PRICES), self._rfp, self._filled.price, _TOP)
        self._finish(placed.sheet, placed)
        placed.sheet.start_at(placed.cell(placed.first, "unit-price"))
        return placed

    def _facts(self, table: str, name: Phrase) -> Placed:
        facts: list[Fact] = [fact for fact in self._filled.facts if fact.table == table]
        lines = []
        for position in range(max(_FACT_ROWS[table], len(facts))):
            cells = facts[position].cells if position < len(facts) else {}
            term = _TERMS[position].to(self._lang) if position < len(_TERMS) else ""
            lines.append(TableLine({**cells, "row": position + 1, "term": term}))
        specs = layout.FACT_COLUMNS[table]
        return self._table(name, specs, lines, specs[1].key)

    def _free(self) -> Placed:
        lines = [TableLine({"row": number}) for number in range(1, _FREE_ROWS + 1)]
        for position, free in enumerate(self._filled.free):
            values: dict[str, CellValue] = {
                "row": position + 1,
                "title": free.title,
                "how": free.how,
                "benefit": free.benefit,
                "evidence": free.evidence,
                "extra-cost": free.extra_cost,
            }
            lines[position : position + 1] = [TableLine(values)]
        return self._table(layout.FREE, layout.free_columns(self._rfp.currency), lines, "title", least=2)

    def _table(
        self,
        name: Phrase,
        specs: Sequence[ColumnSpec],
        lines: Sequence[TableLine],
        start: str,
        least: int = 1,
    ) -> Placed:
        placed = write_table(self._head(name), specs, lines, top=_TOP, least=least)
        self._finish(placed.sheet, placed)
        placed.sheet.start_at(placed.cell(placed.first, start))
        return placed

    def _head(self, name: Phrase) -> SheetWriter:
        sheet = self._book.sheet(name.to(self._lang))
        sheet.put(1, 1, name.to(self._lang), Look.TITLE)
        sheet.high(1, 34)
        if name in _GUIDES:
            sheet.put(2, 1, _GUIDES[name].to(self._lang), Look.GUIDE)
        return sheet

    def _finish(self, sheet: SheetWriter, placed: Placed | None = None, *, portrait: bool = False) -> None:
        if placed is not None:
            sheet.freeze(placed.first, 2)
            sheet.filter(placed.whole)
        sheet.protect()
        sheet.print_setup(
            header=self._rfp.title,
            marking=_FOR_VENDORS.to(self._lang),
            footer=_VERSION.fill(version=self._rfp.version).to(self._lang),
            repeat=(placed.head, placed.head) if placed is not None else None,
            portrait=portrait,
        )


def _answered(answer: RequirementAnswer) -> dict[str, CellValue]:
    return {
        "fit": answer.fit,
        "how": answer.how,
        "evidence": answer.evidence,
        "extra-cost": answer.extra_cost,
    }
