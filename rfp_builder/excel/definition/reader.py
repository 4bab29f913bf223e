"""Reading a filled-in definition back: what changed, what is in conflict, and what could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rfp_builder.excel.definition.answers import Parts, TableAnswer, answers_of, built
from rfp_builder.excel.definition.claims import ClaimedRow, claimed_rows, typed_names
from rfp_builder.excel.definition.library import PAGE_KEY, adopted_from
from rfp_builder.excel.definition.merge import Merge, Merged
from rfp_builder.excel.definition.names import names_in
from rfp_builder.excel.definition.origin import read_origin
from rfp_builder.excel.definition.places import Places, find_places, page_key
from rfp_builder.excel.definition.show import Manner
from rfp_builder.excel.definition.wording import described
from rfp_builder.excel.forms import Form, language_of, not_found, refuse_other
from rfp_builder.excel.meta import meta
from rfp_builder.excel.notes import Notebook, RowNote
from rfp_builder.excel.reader import read_workbook
from rfp_builder.excel.reading.values import Workbook
from rfp_builder.forms.frame import EVALUATORS, pages
from rfp_builder.forms.names import RowNames
from rfp_builder.forms.questions import Page, Question, by_path
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.definition import Definition
from rfp_builder.model.parties import Evaluator
from rfp_builder.model.project import Project
from rfp_builder.model.proposals import Remark
from rfp_builder.model.requirement import Requirement
from rfp_builder.model.rfp import Rfp
from rfp_builder.model.shape import Kind
from rfp_builder.text.clean import clean

LANGUAGES, CURRENCY = "languages", "currency"
"""What the hidden sheet says besides the form: in which languages and which currency answers are written."""

_SHEET_NAME = 31
"""Characters that Excel allows for the name of a sheet."""
_WHOLE_FILE = "ファイル全体 / whole file"
_NO_PAGE = Phrase(
    "「{title}」のシートが見つかりません。今の内容のままにします。",
    "The sheet “{title}” was not found. What the project has stays.",
)
_NO_ORIGIN = Phrase(
    "書き出したときの控え（隠しシート）がないため、書き出した後にプロジェクト側で変わった箇所と比べられません。",
    "The hidden record of the export is missing, so changes made in the project since cannot be told.",
)
_STILL_SCORING = Phrase(
    "「{name}」は評価基準の採点者に指定されているため、削除しませんでした。",
    "“{name}” is named as a scorer in the criteria and was not removed.",
)
_IN_REGISTER = Phrase("要件台帳 › {item} › {id}（追加）", "Register › {item} › {id} (added)")
_NO_DESK = Phrase(
    "窓口の名前がないため、メールアドレスと電話番号は読み込みません。",
    "E-mail and telephone were not read, as the desk has no name.",
)


@dataclass(frozen=True, slots=True)
class DefinitionChanges:
    """The parts of the project as they would be, and how they come to differ from what they are."""

    definition: Definition
    rfp: Rfp
    evaluators: tuple[Evaluator, ...]
    requirements: tuple[Requirement, ...]
    """The register, with those marked in the library at its end."""
    changed: tuple[str, ...]
    """Dotted paths of fields, rows and cells: `work.start.contract_start`, `evaluators.r-1a2b3c4d`."""
    conflicts: tuple[str, ...]
    """Paths that changed on both sides; nothing of them was taken."""
    notes: tuple[Remark, ...]
    words: Mapping[str, Phrase]
    """What the paths mean, for people."""


def read_definition(data: bytes, file_name: str, project: Project) -> DefinitionChanges:
    """Read a definition workbook against the project as it is now.

    Raises:
        Refused: the file is not safe to read, is not such a workbook, or was made by a newer version.
    """
    workbook = read_workbook(data, file_name)
    said = meta(workbook)
    refuse_other(said, Form.DEFINITION, file_name)
    asked = pages()
    known = {page.key for page in asked} | {PAGE_KEY}
    if not any(page_key(one) in known for one in workbook):
        raise not_found(Form.DEFINITION, file_name)
    return _Reading(workbook, project, asked, said or {}).changes()


class _Reading:
    def __init__(
        self, workbook: Workbook, project: Project, asked: tuple[Page, ...], said: Mapping[str, str]
    ) -> None:
        self._workbook = workbook
        self._project = project
        self._pages = asked
        self._parts = Parts.of(project)
        self._questions = by_path(asked)
        self._present = answers_of(self._parts, self._questions.values())
        self._general = Notebook(_WHOLE_FILE)
        self._titles = {path: question.label for path, question in self._questions.items()}
        self._languages = _languages(said)
        self._lang = language_of(said) or Lang.JA
        self._currency = said.get(CURRENCY, "JPY")

    def changes(self) -> DefinitionChanges:
        """Everything that the workbook says."""
        places = find_places(self._workbook, self._pages, self._languages)
        origin = read_origin(self._workbook)
        if origin is None:
            self._general.warn("", "origin.missing", _NO_ORIGIN)
        claimed = {
            path: claimed_rows(
                table, self._present[path].rows, None if origin is None else origin.rows.get(path, ())
            )
            for path, table in places.tables.items()
        }
        names = names_in(self._questions, self._present)
        typed = typed_names(self._questions, claimed)
        merge = Merge(
            self._present,
            origin,
            self._manner(RowNames(names)),
            self._manner(RowNames(names, typed)),
            self._titles,
        )
        for page in self._pages:
            if page.key not in places.notebooks:
                self._general.error("", "page.gone", _NO_PAGE.fill(title=page.title))
                continue
            for question in page.questions:
                self._merge(merge, question, places, claimed)
        merged = merge.merged
        self._keep_scorers(merged)
        self._require_desk(merged)
        parts = built(self._parts, merged.answers, merged.touched)
        library = Notebook(_sheet_name(self._workbook))
        new = tuple(adopted_from(self._workbook, self._project, library))
        return DefinitionChanges(
            definition=parts.definition,
            rfp=parts.rfp,
            evaluators=parts.evaluators,
            requirements=(*self._project.requirements, *new),
            changed=(*merged.changed, *(f"requirements.{one.id}" for one in new)),
            conflicts=tuple(merged.conflicts),
            notes=self._remarks(places, library),
            words={
                **described((*merged.changed, *merged.conflicts), self._pages, self._present, merged.answers),
                **{f"requirements.{one.id}": _IN_REGISTER.fill(item=one.item, id=one.id) for one in new},
            },
        )

    def _merge(
        self, merge: Merge, question: Question, places: Places, claimed: Mapping[str, list[ClaimedRow]]
    ) -> None:
        path = question.path
        place = places.fields.get(path)
        if question.kind is Kind.TABLE:
            merge.table(question, places.tables.get(path), claimed.get(path, ()), place, self._general)
        else:
            merge.field(question, place, self._general)

    def _manner(self, names: RowNames) -> Manner:
        register = frozenset(one.id for one in self._project.requirements)
        return Manner(self._lang, self._languages, self._currency, names, register)

    def _keep_scorers(self, merged: Merged) -> None:
        """Put back evaluators that a criterion names."""
        named = {one for sub in self._project.criteria.all_subs() for one in sub.evaluators}
        table: TableAnswer = merged.answers[EVALUATORS]
        present: TableAnswer = self._present[EVALUATORS]
        lost = [one for one in present.rows if one in named and one not in table.rows]
        for row_id in lost:
            name = present.rows[row_id]["label"]
            self._general.error("", "evaluator.named", _STILL_SCORING.fill(name=name))
            merged.changed.remove(f"{EVALUATORS}.{row_id}")
        if lost:
            kept = {one: row for one, row in present.rows.items() if one in table.rows or one in lost}
            merged.answers[EVALUATORS] = TableAnswer({**kept, **table.rows})

    def _require_desk(self, merged: Merged) -> None:
        """Leave out ways to reach a desk that has no name."""
        if merged.answers["rfp.contact.desk"] is not None:
            return
        stray = [path for path in merged.touched if path in ("rfp.contact.email", "rfp.contact.phone")]
        for path in stray:
            merged.touched.remove(path)
            merged.changed.remove(path)
        if stray:
            self._general.error("", "contact.desk", _NO_DESK)

    def _remarks(self, places: Places, library: Notebook) -> tuple[Remark, ...]:
        books = (self._general, *places.notebooks.values(), library)
        return tuple(_remark(note) for book in books for note in book.notes())


def _remark(note: RowNote) -> Remark:
    # The name of a sheet, and what was typed, may hold anything.
    sheet = clean(note.sheet).text.strip()[:_SHEET_NAME] or _WHOLE_FILE
    return Remark(
        level=note.level.value,
        where=f"{sheet}!{note.cell}" if note.cell else sheet,
        ja=clean(note.message.ja).text,
        en=clean(note.message.en).text,
    )


def _languages(said: Mapping[str, str]) -> tuple[Lang, ...]:
    listed = tuple(lang for lang in Lang if lang in said.get(LANGUAGES, "").split(","))
    return listed or tuple(Lang)


def _sheet_name(workbook: Workbook) -> str:
    return next((sheet.name for sheet in workbook if page_key(sheet) == PAGE_KEY), _WHOLE_FILE)
