"""One page of questions as a sheet."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from rfp_builder.catalogue.sections import example_of
from rfp_builder.excel.definition import layout
from rfp_builder.excel.definition.answers import Answers, Parts, TableAnswer, answers_of, seeded
from rfp_builder.excel.definition.cells import LEFT, add_rules, cell_look, width_of
from rfp_builder.excel.definition.names import names_in
from rfp_builder.excel.definition.paper import FormBook, FormSheet
from rfp_builder.excel.definition.show import Manner, Shown, show
from rfp_builder.excel.writing.look import GREY, Look
from rfp_builder.excel.writing.sheet import area
from rfp_builder.forms.names import RowNames
from rfp_builder.forms.questions import NOTE_FIELD, Block, Page, Question, by_path, section_pages
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.definition import Definition
from rfp_builder.model.rfp import Rfp
from rfp_builder.model.shape import Kind, items

LABEL_WIDTH, HELP_WIDTH = 26, 38
_ANSWER_WIDTHS = {1: 56, 2: 40}
"""By the number of languages that stand side by side."""
SPARE_ROWS = 6
"""Empty rows behind those that are filled."""
_EXAMPLES = 3
"""Rows of an example that are shown."""

MARKING = Phrase("社外秘", "Confidential")
_FIELD = Phrase("項目", "Question")
_HELP = Phrase("書き方", "How to answer")
_GOOD = Phrase("よい答え: {good}", "A good answer: {good}")
_EXAMPLE = Phrase("記入例", "Example")
_EXAMPLE_ROW = Phrase("例: {name}", "e.g. {name}")
_STATE = Phrase(
    "← 表を記入できないときだけ、「未定: 担当 期日」または「該当なし: 理由」をここに書きます。",
    "← Only if the table cannot be filled in: “TBD: who date” or “N/A: why”.",
)
_MORE_ROWS = Phrase(
    "行が足りないときは、この行より上に行を挿入してください。行を消すときは、行を残して中身だけを消します。",
    "For more rows, insert them above this one. To drop a row, empty its cells and leave it in place.",
)


class PageWriter:
    """Writes one page; obtained anew for each."""

    def __init__(self, book: FormBook, page: Page, answers: Answers, manner: Manner) -> None:
        self._book = book
        self._page = page
        self._answers = answers
        self._manner = manner
        self._lang = manner.lang
        name = page.title.to(self._lang).replace("/", "-")[:31]
        self._sheet = book.form(name)
        self._help_column = layout.ANSWERS + len(manner.languages)
        self._row = 1

    def write(self) -> FormSheet:
        """The sheet, finished."""
        sheet = self._sheet
        sheet.columns(self._widths())
        self._title()
        for block in self._page.blocks:
            self._block(block)
        sheet.freeze(2, layout.ANSWERS)
        sheet.start_at("C4")
        sheet.print_setup(header=self._page.title.to(self._lang), marking=MARKING.to(self._lang), footer="")
        sheet.large_print()
        return sheet

    def _widths(self) -> list[int]:
        languages = len(self._manner.languages)
        answers = [_ANSWER_WIDTHS[languages]] * languages
        widths = [LABEL_WIDTH, *answers, HELP_WIDTH]
        fixed = len(widths)
        for table in (one for one in self._page.questions if one.kind is Kind.TABLE):
            for place, (column, _, _) in enumerate(layout.columns_of(table, self._manner.languages)):
                needed = width_of(column, self._lang)
                if place >= len(widths):
                    widths.append(needed)
                elif place >= fixed:
                    widths[place] = max(widths[place], needed)
        return widths

    def _title(self) -> None:
        sheet = self._sheet
        sheet.key(1, f"{layout.PAGE} {self._page.key}")
        sheet.put(1, layout.LABELS, self._page.title.to(self._lang), Look.TITLE)
        sheet.put(1, self._help_column, MARKING.to(self._lang), Look.WARNING)
        sheet.high(1, 34)
        self._row = sheet.lines(2, self._page.lead.to(self._lang), self._help_column, grey=True) + 1

    def _block(self, block: Block) -> None:
        sheet, lang = self._sheet, self._lang
        tables = [one for one in block.fields if one.kind is Kind.TABLE]
        notes = [one for one in block.fields if one.name == NOTE_FIELD]
        fields = [one for one in block.fields if one not in tables and one not in notes]
        breadths = [len(layout.columns_of(table, self._manner.languages)) + 1 for table in tables]
        sheet.key(self._row, layout.TEXT)
        sheet.band(self._row, block.title.to(lang), max([self._help_column, *breadths]))
        self._row += 1
        if block.question is not None:
            self._row = sheet.lines(self._row, block.question.to(lang), self._help_column, bold=True)
        if block.good is not None:
            good = _GOOD.fill(good=block.good).to(lang)
            self._row = sheet.lines(self._row, good, self._help_column, grey=True)
        if fields:
            self._heads()
            for question in fields:
                self._field(question, block.item)
        for table in tables:
            self._table(table, block.item)
        for note in notes:
            self._field(note, None)
        self._row += 1

    def _heads(self) -> None:
        sheet, lang = self._sheet, self._lang
        sheet.key(self._row, layout.HEADS)
        sheet.put(self._row, layout.LABELS, _FIELD.to(lang), Look.HEAD)
        several = len(self._manner.languages) > 1
        for position, language in enumerate(self._manner.languages):
            heading = layout.answer_heading(language if several else None)
            sheet.put(self._row, layout.ANSWERS + position, heading.to(lang), Look.HEAD)
        sheet.put(self._row, self._help_column, _HELP.to(lang), Look.HEAD)
        self._row += 1

    def _field(self, question: Question, item: str | None) -> None:
        sheet, lang = self._sheet, self._lang
        example = _example(question, item, self._manner)
        label = question.label.to(lang) + (" *" if question.required else "")
        help_text = question.help.to(lang)
        sheet.key(self._row, f"{layout.FIELD} {question.path}")
        sheet.put(self._row, layout.LABELS, label, Look.TEXT, bold=True)
        shown = show(question, self._answers[question.path], self._manner)
        texts = {layout.LABELS: label, self._help_column: help_text}
        for position, value in enumerate(shown):
            texts |= self._answer(question, self._row, layout.ANSWERS + position, value, **LEFT)
        for column in range(layout.ANSWERS + len(shown), self._help_column):
            sheet.put(self._row, column, None, Look.TEXT)
        sheet.put(self._row, self._help_column, help_text, Look.TEXT, font_color=GREY, font_size=9)
        least = 2 if question.kind is Kind.TEXT and question.name != NOTE_FIELD else 1
        sheet.size(self._row, texts, least=least, unfolds=example is not None)
        first = area(self._row, layout.ANSWERS, self._row, layout.ANSWERS + len(shown) - 1)
        add_rules(self._book, sheet, question, first, lang, hint=False)
        self._row += 1
        if example is not None:
            self._example_cells(_EXAMPLE.to(lang), example, layout.ANSWERS)

    def _answer(
        self, question: Question, row: int, column: int, value: Shown, **style: object
    ) -> dict[int, str]:
        """Write one answer cell; gives back its text by its column."""
        look, changes = cell_look(question)
        self._sheet.put(row, column, None if value == "" else value, look, **{**changes, **style})
        return {column: value} if isinstance(value, str) else {}

    def _example_cells(self, label: str, cells: tuple[Shown, ...], first: int) -> None:
        """A folded row in grey; `label` stands in front."""
        sheet = self._sheet
        style = {"italic": True, "font_color": GREY, "num_format": "General"}
        texts = {layout.LABELS: label} if label else {}
        if label:
            sheet.put(self._row, layout.LABELS, label, Look.TEXT, **style)
        for column, value in enumerate(cells, start=first):
            text = value if isinstance(value, str) else _said(value)
            sheet.put(self._row, column, text, Look.TEXT, **style)
            texts[column] = text
        sheet.key(self._row, layout.example_key(texts[column] for column in sorted(texts)))
        sheet.size(self._row, texts, folded=True)
        self._row += 1

    def _table(self, table: Question, item: str | None) -> None:
        sheet, lang, languages = self._sheet, self._lang, self._manner.languages
        answer: TableAnswer = self._answers[table.path]
        self._table_head(table, answer)
        columns = layout.columns_of(table, languages)
        examples = _example_rows(table, item, self._manner)
        sheet.key(self._row, f"{layout.TABLE} {table.path}")
        for column, (question, _, heading) in enumerate(columns, start=layout.LABELS):
            numeric = question.kind in (Kind.WHOLE, Kind.DECIMAL, Kind.PERCENT, Kind.MONEY)
            look = Look.HEAD_NUMBER if numeric else Look.HEAD
            sheet.put(self._row, column, heading.to(lang), look)
        texts = {n: heading.to(lang) for n, (_, _, heading) in enumerate(columns, start=layout.LABELS)}
        sheet.size(self._row, texts, unfolds=bool(examples))
        self._row += 1
        for cells in examples:
            name = _EXAMPLE_ROW.fill(name=str(cells[0])).to(lang)
            self._example_cells("", (name, *cells[1:]), layout.LABELS)
        first = self._row
        for row_id, row in {**answer.rows, **seeded(table, answer)}.items():
            self._table_row(table, row_id, row)
        for _ in range(max(SPARE_ROWS, _example_length(item, table) + 2 - len(answer.rows))):
            if table.preset is None:
                self._table_row(table, "", {})
        self._rules(table, first, self._row - 1)
        sheet.key(self._row, layout.END)
        sheet.put(self._row, layout.LABELS, _MORE_ROWS.to(lang), Look.NOTE)
        self._row += 2

    def _table_head(self, table: Question, answer: TableAnswer) -> None:
        """What the table is for, and the cell for 未定 or 該当なし."""
        sheet, lang = self._sheet, self._lang
        if table.answerable:
            label = table.label.to(lang) + (" *" if table.required else "")
            state = show(table, answer.state, self._manner)[0]
            sheet.key(self._row, f"{layout.FIELD} {table.path}")
            sheet.put(self._row, layout.LABELS, label, Look.TEXT, bold=True)
            sheet.put(self._row, layout.ANSWERS, state or None, Look.INPUT_TEXT)
            sheet.put(self._row, layout.ANSWERS + 1, _STATE.to(lang), Look.NOTE)
            sheet.size(self._row, {layout.LABELS: label, layout.ANSWERS: str(state)})
            self._row += 1
        self._row = sheet.lines(self._row, table.help.to(lang), self._help_column, grey=True)

    def _table_row(self, table: Question, key: str, row: Mapping[str, Any]) -> None:
        if key:
            self._sheet.key(self._row, key)
        texts: dict[int, str] = {}
        place = layout.LABELS
        for question in table.columns:
            for value in show(question, row.get(question.name), self._manner):
                texts |= self._answer(question, self._row, place, value)
                place += 1
        self._sheet.size(self._row, texts)
        self._row += 1

    def _rules(self, table: Question, first: int, last: int) -> None:
        columns = layout.columns_of(table, self._manner.languages)
        for column, (question, language, _) in enumerate(columns, start=layout.LABELS):
            add_rules(
                self._book, self._sheet, question, area(first, column, last, column), self._lang, hint=True
            )
            if question is table.naming and language in (None, self._manner.single):
                self._book.name_area(list_name(table.path), self._sheet, column, first, last)


def list_name(table: str) -> str:
    """The name of the cells that name the rows of a table."""
    return f"rows_{table.replace('.', '_')}"


@cache
def _examples(manner_lang: Lang, languages: tuple[Lang, ...]) -> tuple[dict[str, Any], Manner]:
    """The examples of all items, and how they are shown."""
    parts: dict[str, dict[str, Any]] = {}
    for item_id, shape in items().items():
        parts.setdefault(shape.section, {})[shape.name] = example_of(item_id)
    questions = by_path(section_pages())
    answers = answers_of(Parts(Definition.model_validate(parts), Rfp()), questions.values())
    return answers, Manner(manner_lang, languages, "JPY", RowNames(names_in(questions, answers)))


def _example(question: Question, item: str | None, manner: Manner) -> tuple[Shown, ...] | None:
    if item is None:
        return None
    answers, shown_in = _examples(manner.lang, manner.languages)
    cells = show(question, answers[question.path], shown_in)
    return cells if any(cell != "" for cell in cells) else None


def _example_rows(table: Question, item: str | None, manner: Manner) -> list[tuple[Shown, ...]]:
    if item is None:
        return []
    answers, shown_in = _examples(manner.lang, manner.languages)
    return [
        tuple(
            cell
            for column in table.columns
            for cell in show(column, row[column.name] if column.kind is not Kind.REFERENCES else (), shown_in)
        )
        for row in list(answers[table.path].rows.values())[:_EXAMPLES]
    ]


def _example_length(item: str | None, table: Question) -> int:
    return 0 if item is None else len(_examples(Lang.JA, (Lang.JA,))[0][table.path].rows)


def _said(value: Shown) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else f"{value:,}"
