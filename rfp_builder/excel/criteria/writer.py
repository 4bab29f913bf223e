"""Writing the criteria workbook, with a digest of every row so that changes made meanwhile are noticed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from rfp_builder.excel.columns import ColumnSpec, Kind
from rfp_builder.excel.criteria import columns as layout
from rfp_builder.excel.criteria.changes import grade_id
from rfp_builder.excel.criteria.criterion_names import label
from rfp_builder.excel.criteria.evaluators import EvaluatorNames
from rfp_builder.excel.criteria.instructions import write_instructions
from rfp_builder.excel.criteria.merge import row_digest
from rfp_builder.excel.criteria.method_sheet import write_method
from rfp_builder.excel.criteria.paper import KeyedBook, KeyedSheet
from rfp_builder.excel.criteria.sums import Sums
from rfp_builder.excel.criteria.tables import Present, present_rows
from rfp_builder.excel.forms import Form, meta_of
from rfp_builder.excel.numbered import numbered_subs
from rfp_builder.excel.register.rows import Row
from rfp_builder.excel.writing.look import CLOSED_FILL, Look
from rfp_builder.excel.writing.sheet import CellValue, absolute, area
from rfp_builder.excel.writing.table import Placed, TableLine, write_table
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.criteria import Scoring
from rfp_builder.model.project import Project

BASE = "base:"
"""In front of what a row is named by in the hidden sheet; beside it stands the digest of the row."""

_TITLE = Phrase("評価基準の見直し", "Evaluation criteria to edit")
_CONFIDENTIAL = Phrase("社外秘", "Confidential")
_TOP = 5
_SPARE_CRITERIA = 5
_SPARE_SUBS = 30
_CRITERIA_GUIDE = Phrase(
    "評価基準の名前、ねらい、最低基準を決めます。配点は「評価細目」で付けます。",
    "Names, intents and floors of the criteria. Points are given on “Sub-criteria”.",
)
_SUBS_GUIDE = Phrase(
    "配点、採点の方法、評価者、評点の目安を決めます。新しい細目は下の空いた行に書きます。",
    "Points, scoring, evaluators and anchors. New sub-criteria go into the spare rows at the end.",
)
_SCALE_GUIDE = Phrase(
    "評点ごとに、配点の何%を与えるかを決めます。使わない評点の行は空欄にします。",
    "What share of the points each score earns. Leave the rows of scores you do not use blank.",
)
_PICK = Phrase("評価基準を一覧から選んでください。", "Please pick a criterion of the list.")
_CHECK = Phrase("入力内容の確認", "Please check")


def criteria_workbook(project: Project, lang: Lang) -> bytes:
    """The criteria as they stand, for editing in Excel.

    Raises:
        Refused: a text is longer than a cell can hold.
    """
    return _Writer(project, lang).write()


class _Writer:
    def __init__(self, project: Project, lang: Lang) -> None:
        self._project = project
        self._criteria = project.criteria
        self._lang = lang
        self._shape = layout.shape_of(project)
        self._present = present_rows(project.criteria)
        self._columns = {
            layout.CRITERIA: layout.criteria_columns(self._shape, lang),
            layout.SUBS: layout.sub_columns(self._shape, lang),
            layout.SCALE: layout.scale_columns(lang),
        }
        said = meta_of(Form.CRITERIA, lang, project.rfp.version) | self._shape.meta
        self._book = KeyedBook(lang, _TITLE.to(lang), said | dict(self._bases()))

    def write(self) -> bytes:
        """The finished file."""
        names = (layout.INSTRUCTIONS, layout.CRITERIA, layout.SUBS, layout.SCALE, layout.METHOD)
        front, criteria, subs, scale, method = (self._book.keyed(name.to(self._lang)) for name in names)
        agreed = write_method(method, self._criteria)
        sums = Sums(
            self._lang, self._criteria, self._columns[layout.SUBS], subs, _TOP + 1, self._last_sub(), agreed
        )
        placed = self._write_criteria(criteria, sums)
        self._write_subs(subs, sums, placed)
        self._write_scale(scale)
        write_instructions(
            front, self._project, _TITLE, {criteria: "D6", subs: "C6", scale: "C6", method: "C5"}
        )
        for sheet in (front, criteria, subs, scale, method):
            sheet.print_setup(
                header=self._project.rfp.title.to(self._lang) if self._project.rfp.title else "",
                marking=_CONFIDENTIAL.to(self._lang),
                footer=_TITLE.to(self._lang),
                repeat=(_TOP, _TOP) if sheet in (criteria, subs) else None,
                portrait=sheet is front,
            )
        front.open_here()
        return self._book.finish()

    def _last_sub(self) -> int:
        return _TOP + len(self._present.subs) + _SPARE_SUBS

    def _bases(self) -> Iterator[tuple[str, str]]:
        method = {spec.key for spec in layout.method_columns()}
        shown = {name: {spec.key for spec in columns} for name, columns in self._columns.items()}
        rows: Present = self._present
        tables: Sequence[tuple[Mapping[str, Row], set[str]]] = (
            (rows.criteria, shown[layout.CRITERIA]),
            (rows.subs, shown[layout.SUBS]),
            (rows.scale, shown[layout.SCALE]),
            (rows.method, method),
        )
        for table, keys in tables:
            for one, row in table.items():
                yield BASE + one, row_digest(row, keys)

    def _write_criteria(self, sheet: KeyedSheet, sums: Sums) -> Placed:
        self._head(sheet, layout.CRITERIA, _CRITERIA_GUIDE, 3)
        columns = self._columns[layout.CRITERIA]
        place = {spec.key: number for number, spec in enumerate(columns, start=1)}
        rows: list[tuple[str, Row]] = [*self._present.criteria.items(), *[("", {})] * _SPARE_CRITERIA]
        points = {one.id: one.points for one in self._criteria.criteria}
        lines = []
        for number, (one, row) in enumerate(rows, start=1):
            at = _TOP + number
            values = self._cells(row, columns)
            values |= {
                "id": one or None,
                "number": number,
                "label": sums.label(at, place, row, label(number, self._name(row)) if row else ""),
                "points": sums.of_criterion(at, place["number"], points.get(one)),
            }
            lines.append(TableLine(values))
        placed = write_table(sheet, columns, lines, top=_TOP)
        sums.announce(sheet, 3, 3)
        self._finish(sheet, placed, "number", "delete", len(self._present.criteria))
        sheet.hide(placed.columns["label"])
        sheet.start_at(placed.cell(placed.first, f"name-{self._lang}"))
        return placed

    def _write_subs(self, sheet: KeyedSheet, sums: Sums, criteria: Placed) -> None:
        self._head(sheet, layout.SUBS, _SUBS_GUIDE, 2)
        columns = self._columns[layout.SUBS]
        names = EvaluatorNames(self._project)
        labels = {
            one: label(number, self._name(row))
            for number, (one, row) in enumerate(self._present.criteria.items(), start=1)
        }
        numbers = {one.sub.id: one.number for one in numbered_subs(self._criteria)}
        lines = []
        for one, row in self._present.subs.items():
            values = self._cells(row, columns)
            values |= {"id": one, "number": numbers[one], "criterion": labels[row["criterion"]]}
            if "evaluators" in row:
                values["evaluators"] = names.show(row["evaluators"], self._lang)
            lines.append(TableLine(values))
        columns = tuple(_with_names(spec, names.all(self._lang)) for spec in columns)
        placed = write_table(sheet, columns, [*lines, *[TableLine({})] * _SPARE_SUBS], top=_TOP)
        source = absolute(criteria.first, criteria.columns["label"], criteria.last, criteria.columns["label"])
        sheet.validate(
            placed.area("criterion"),
            {
                "validate": "list",
                "source": f"={criteria.sheet.quoted_name}!{source}",
                "error_type": "warning",
                "error_title": _CHECK.to(self._lang),
                "error_message": _PICK.to(self._lang),
            },
        )
        self._grey_out(sheet, placed)
        sums.announce(sheet, 3, 2)
        # With the anchors beside it, the table would be too small to read on paper.
        self._finish(sheet, placed, f"name-{self._lang}", self._printed(placed), len(lines))
        sheet.start_at(placed.cell(placed.first, "points"))

    def _grey_out(self, sheet: KeyedSheet, placed: Placed) -> None:
        """Nobody grades what is scored by a formula: its anchors and evaluators do not apply."""
        scoring = next(spec for spec in self._columns[layout.SUBS] if spec.key == "scoring")
        quality = next(one.label for one in scoring.choices if one.value == Scoring.QUALITY)
        cell = f"${placed.cell(placed.first, 'scoring')}"
        rule = f'AND({cell}<>"",{cell}<>"{quality.to(self._lang)}")'
        anchors = [key for key in placed.columns if key.startswith("anchor-")]
        areas = [placed.area("evaluators")] + ([placed.area(anchors[0], anchors[-1])] if anchors else [])
        for one in areas:
            sheet.when(one, rule, bg_color=CLOSED_FILL)

    def _write_scale(self, sheet: KeyedSheet) -> None:
        self._head(sheet, layout.SCALE, _SCALE_GUIDE, 2)
        columns = self._columns[layout.SCALE]
        lines = []
        for score in range(layout.MOST_GRADES):
            row = self._present.scale.get(grade_id(score), {})
            lines.append(TableLine(self._cells(row, columns) | {"id": grade_id(score), "score": score}))
        placed = write_table(sheet, columns, lines, top=_TOP)
        sheet.hide(placed.columns["id"])
        sheet.protect()
        sheet.start_at(placed.cell(placed.first, "rate"))

    def _printed(self, placed: Placed) -> str:
        """The last column of the sub-criteria that goes on paper: what is looked at, in one language."""
        return next(key for key in placed.columns if key.startswith("looks-"))

    def _name(self, row: Row) -> str:
        other = Lang.EN if self._lang is Lang.JA else Lang.JA
        return row.get(f"name-{self._lang}") or row.get(f"name-{other}", "")

    def _cells(self, row: Row, columns: Sequence[ColumnSpec]) -> dict[str, CellValue]:
        values: dict[str, CellValue] = {}
        for spec in columns:
            said = row.get(spec.key)
            if said is None:
                continue
            if spec.kind is Kind.PERCENT:
                values[spec.key] = Decimal(said) / 100
            else:
                values[spec.key] = Decimal(said) if spec.kind is Kind.NUMBER else said
        return values

    def _head(self, sheet: KeyedSheet, title: Phrase, guide: Phrase, column: int) -> None:
        sheet.put(1, column, title.to(self._lang), Look.TITLE)
        sheet.high(1, 34)
        sheet.put(2, column, guide.to(self._lang), Look.GUIDE)

    def _finish(self, sheet: KeyedSheet, placed: Placed, frozen: str, printed: str, rows: int) -> None:
        """Hide the ids, keep the columns up to `frozen` in sight, and print those up to `printed`."""
        sheet.hide(placed.columns["id"])
        sheet.freeze(placed.first, placed.columns[frozen] + 1)
        sheet.filter(placed.whole)
        sheet.print_only(area(1, 1, placed.head + max(rows, 1), placed.columns[printed]))


def _with_names(spec: ColumnSpec, names: str) -> ColumnSpec:
    if spec.prompt is None or not names:
        return spec
    listed = Phrase(f"{spec.prompt.ja}\n{names}", f"{spec.prompt.en}\n{names}")
    return ColumnSpec(spec.key, spec.heading, spec.kind, width=spec.width, prompt=listed)
