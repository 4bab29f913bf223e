"""Reading edited criteria: nothing is dropped that is not marked so, and nothing overwritten."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rfp_builder.errors import Refused
from rfp_builder.excel.criteria import columns as layout
from rfp_builder.excel.criteria.assembly import Merged, assembled
from rfp_builder.excel.criteria.changes import CriteriaChanges, called, grade_id, method_id
from rfp_builder.excel.criteria.criterion_names import CriterionNames
from rfp_builder.excel.criteria.evaluators import EvaluatorNames
from rfp_builder.excel.criteria.lines import Ids, Line, decisions, fixed_lines, lines_of
from rfp_builder.excel.criteria.merge import Check, Merge, Outcome
from rfp_builder.excel.criteria.rows import criterion_of, grade_of, sub_of, with_method
from rfp_builder.excel.criteria.tables import decided, present_rows
from rfp_builder.excel.criteria.writer import BASE
from rfp_builder.excel.forms import Form, language_of, not_found, refuse_other
from rfp_builder.excel.meta import meta
from rfp_builder.excel.reader import read_workbook
from rfp_builder.excel.register.rows import Misfit, Row
from rfp_builder.excel.remarks import Remarks
from rfp_builder.excel.sheets import Sheets
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.project import Project

_NO_BASE = Phrase(
    "管理用のシートがないため、書き出したあとにプロジェクトが変わったか判断できません。"
    "違いのある行は取り込まず、競合として示します。",
    "The sheet that tells what was exported is missing, so nothing says whether the project changed since. "
    "Rows that differ are named as conflicts and not taken.",
)
_LOCKED = (
    Phrase("評価基準は取り込めません。", "The criteria cannot be imported."),
    Phrase("{day} に合意し、固定されています。", "They were agreed and locked on {day}."),
    Phrase("変更は変更管理の手順で行います。", "A change goes through change control."),
)
_NOBODY = Phrase(
    "「{names}」という評価者はいません。この欄は取り込みません。",
    "There is no evaluator “{names}”. This cell is not taken.",
)
_NO_CRITERION = Phrase(
    "「評価基準」が一覧のどれか判断できません。この欄は取り込みません。",
    "“Criterion” is none of the list. This cell is not taken.",
)
_STILL_SCORED = Phrase(
    "「{name}」で採点する要件が{n}件あります。要件台帳で別の評価細目を選んでください。",
    "Requirements scored under “{name}”: {n}. Please choose another sub-criterion in the register.",
)
_SHOWN = 60


def read_criteria(data: bytes, file_name: str, project: Project) -> CriteriaChanges:
    """What an edited criteria workbook changes. Cells that do not fit are remarked, the rest is taken.

    Raises:
        Refused: the criteria are locked, or the file is no workbook, is not safe to read, or holds none.
    """
    if project.criteria.lock is not None:
        what, why, remedy = _LOCKED
        raise Refused(what, why.fill(day=project.criteria.lock.locked_on), remedy)
    workbook = read_workbook(data, file_name)
    said = meta(workbook)
    refuse_other(said, Form.CRITERIA, file_name)
    remarks = Remarks(file_name)
    if said is None:
        remarks.warn("", "", _NO_BASE)
    bases = {key.removeprefix(BASE): value for key, value in (said or {}).items() if key.startswith(BASE)}
    shape, lang = layout.shape_said(said, project), language_of(said) or Lang.JA
    reading = _Reading(project, bases, shape, lang, remarks)
    if not reading.read(Sheets(workbook, remarks)):
        raise not_found(Form.CRITERIA, file_name)
    return reading.changes()


class _Reading:
    def __init__(
        self, project: Project, bases: Mapping[str, str], shape: layout.Shape, lang: Lang, remarks: Remarks
    ) -> None:
        self._project = project
        self._criteria = project.criteria
        self._present = present_rows(project.criteria)
        self._bases = bases
        self._columns = {
            layout.CRITERIA: layout.criteria_columns(shape, lang),
            layout.SUBS: layout.sub_columns(shape, lang),
            layout.SCALE: layout.scale_columns(lang),
            layout.METHOD: layout.method_columns(),
        }
        self._lang = lang
        self._evaluators = EvaluatorNames(project)
        self._remarks = remarks
        self._merge = Merge(bases, remarks, lambda one: called(one, project.criteria))
        self._merged = Merged(self._present)

    def read(self, sheets: Sheets) -> bool:
        """Compare sheet after sheet; false if none of them is there."""
        found = {name: sheets.find(name, columns) for name, columns in self._columns.items()}
        present = self._present
        known = {*present.criteria, *present.subs, *self._bases}
        ids = Ids({*known, *present.criteria, *present.subs})
        lines: list[Line] = []
        sheet = found[layout.CRITERIA]
        if sheet is not None:
            lines = lines_of(
                sheet, self._columns[layout.CRITERIA], known - {*present.subs}, ids, self._remarks
            )
            self._merged.criteria = self._compare(
                layout.CRITERIA, present.criteria, lines, self._fits_criterion
            )
        sheet = found[layout.SUBS]
        if sheet is not None:
            names = CriterionNames(self._criteria, lines)
            subs = lines_of(
                sheet, self._columns[layout.SUBS], known - {*present.criteria}, ids, self._remarks
            )
            subs = [self._resolved(line, names) for line in subs]
            self._merged.subs = self._compare(layout.SUBS, present.subs, subs, self._fits_sub)
        sheet = found[layout.SCALE]
        if sheet is not None:
            scores = [grade_id(score) for score in range(layout.MOST_GRADES)]
            lines = fixed_lines(sheet, self._columns[layout.SCALE], scores, self._remarks)
            self._merged.scale = self._compare(layout.SCALE, present.scale, lines, _fits_grade)
        sheet = found[layout.METHOD]
        if sheet is not None:
            specs = {method_id(key): spec for key, (spec, _) in layout.method_specs(self._criteria).items()}
            lines = decisions(sheet, specs, self._remarks)
            self._merged.method = self._compare(layout.METHOD, present.method, lines, self._fits_decision)
        return any(found.values())

    def changes(self) -> CriteriaChanges:
        """Everything together."""
        criteria = assembled(self._criteria, self._merged, layout.CRITERIA.to(self._lang), self._remarks)
        outcomes = self._merged.outcomes
        removed = tuple(one for outcome in outcomes for one in outcome.removed)
        self._note_still_scored(removed)
        return CriteriaChanges(
            criteria=criteria,
            added=tuple(one for outcome in outcomes for one in outcome.added),
            changed=tuple(one for outcome in outcomes for one in outcome.changed),
            removed=removed,
            conflicts=tuple(one for outcome in outcomes for one in outcome.conflicts),
            notes=self._remarks.all(),
        )

    def _compare(
        self, name: Phrase, present: Mapping[str, Row], lines: Sequence[Line], check: Check
    ) -> Outcome:
        return self._merge.compare(present, lines, self._columns[name], check)

    def _resolved(self, line: Line, names: CriterionNames) -> Line:
        """The line with ids in place of the names of criterion and evaluators; a name of nobody is unread."""
        values, unread = dict(line.values), set()
        if "criterion" in values:
            found = names.find(values.pop("criterion"))
            if found is None:
                self._remarks.error(line.sheet, line.cell("criterion"), _NO_CRITERION)
                unread.add("criterion")
            else:
                values["criterion"] = found
        if "evaluators" in values:
            found, strangers = self._evaluators.read(values.pop("evaluators"))
            if strangers:
                listed = "、".join(strangers)[:_SHOWN]
                self._remarks.error(line.sheet, line.cell("evaluators"), _NOBODY.fill(names=listed))
                unread.add("evaluators")
            elif found:
                values["evaluators"] = found
        return replace(line, values=values, keys=line.keys - unread)

    def _fits_criterion(self, criterion: str, row: Row | None) -> None:
        if row is not None:
            criterion_of(row, criterion)

    def _fits_sub(self, sub: str, row: Row | None) -> None:
        if row is None:
            return
        sub_of(row, sub)
        # One that is about to go may still be named: then it stays, and that is said.
        if row["criterion"] not in {*self._merged.criteria.rows, *self._present.criteria}:
            raise Misfit(("criterion",))

    def _fits_decision(self, decision: str, row: Row | None) -> None:
        others = {one: said for one, said in self._present.method.items() if one != decision}
        try:
            with_method(self._criteria, decided(others if row is None else {**others, decision: row}))
        except Misfit:
            raise Misfit((layout.VALUE.key,)) from None

    def _note_still_scored(self, removed: Sequence[str]) -> None:
        met = Counter(
            sub
            for one in self._project.requirements
            for sub in {one.criterion, one.withholding.criterion if one.withholding else None}
        )
        for one in removed:
            if met[one]:
                name = called(one, self._criteria)
                self._remarks.warn(layout.SUBS.to(self._lang), "", _STILL_SCORED.fill(name=name, n=met[one]))


def _fits_grade(grade: str, row: Row | None) -> None:
    if row is not None:
        grade_of(row, int(grade.partition("[")[2].rstrip("]")))
