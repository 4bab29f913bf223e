"""Writing an evaluator's score book: what to score, by which anchors, and what to read; no prices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rfp_builder.excel.forms import Form, meta_of
from rfp_builder.excel.names import sheet_name
from rfp_builder.excel.scorebook import columns as layout
from rfp_builder.excel.scorebook.instructions import Link, write_instructions
from rfp_builder.excel.scorebook.progress import write_progress
from rfp_builder.excel.scorebook.reading_sheets import write_reading
from rfp_builder.excel.scorebook.scores import print_scores, write_scores
from rfp_builder.excel.scorebook.tasks import (
    TaskGroup,
    criteria_stamp,
    groups_of,
    proposals_stamp,
    proposing,
)
from rfp_builder.excel.writing.book import Book
from rfp_builder.excel.writing.sheet import SheetWriter
from rfp_builder.excel.writing.table import Placed
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.parties import Evaluator
from rfp_builder.model.project import Project
from rfp_builder.model.scores import Score

TITLE = Phrase("{title} 採点表", "{title}: score book")
INTERNAL = Phrase("社外秘", "Internal – confidential")
_TO_SCORE = Phrase("評点と理由を記入するシート", "where grades and reasons go")
_PROPOSED = Phrase("{vendor}の提案（価格を除く）", "what {vendor} proposes, without prices")
_LEFT_OPEN = Phrase("残りの確認", "what is left to score")
_HEADER = Phrase("{title}　{who}", "{who}: {title}")
_VERSION = Phrase("提案依頼書 第{version}版", "RFP version {version}")


def score_workbook(project: Project, evaluator: Evaluator, lang: Lang, filled: Sequence[Score] = ()) -> bytes:
    """The workbook in which `evaluator` scores the current proposals; with `filled`, as it comes back.

    It holds no prices, no extra costs, and nothing of the other evaluators.

    Raises:
        Refused: a text is longer than a cell can hold.
    """
    given = {(score.vendor, score.sub): score for score in filled}
    return _Writer(project, evaluator, lang).write(given)


class _Writer:
    def __init__(self, project: Project, evaluator: Evaluator, lang: Lang) -> None:
        self._project = project
        self._evaluator = evaluator
        self._lang = lang
        self._version = project.issues[-1].version if project.issues else project.rfp.version
        self._name = project.rfp.title.to(lang) if project.rfp.title else ""
        meta = meta_of(Form.SCORES, lang, self._version) | {
            layout.EVALUATOR_KEY: evaluator.id,
            layout.CRITERIA_KEY: criteria_stamp(project),
            layout.PROPOSALS_KEY: proposals_stamp(project),
        }
        self._book = Book(lang, TITLE.fill(title=self._name).to(lang).strip(), meta)

    def write(self, filled: Mapping[tuple[str, str], Score]) -> bytes:
        """The finished file."""
        groups = groups_of(self._project, self._evaluator)
        front = self._book.sheet(layout.INSTRUCTIONS.to(self._lang))
        sheet = self._book.sheet(layout.SCORES.to(self._lang))
        scores = write_scores(sheet, groups, self._evaluator, self._project.criteria, filled)
        sheet.freeze(scores.first, scores.columns["anchors"])
        self._finish(sheet, scores)
        print_scores(scores, groups)
        links = [Link(sheet, scores.cell(scores.first, "score"), _TO_SCORE), *self._readings(groups)]
        if groups and groups[0].tasks:
            progress = write_progress(
                self._book.sheet(layout.PROGRESS.to(self._lang)), scores, groups, filled
            )
            self._finish(progress.sheet, progress, portrait=True)
            links.append(Link(progress.sheet, "A1", _LEFT_OPEN))
        write_instructions(front, self._project, self._evaluator, self._version, links)
        self._finish(front, portrait=True)
        front.open_here()
        return self._book.finish()

    def _readings(self, groups: Sequence[TaskGroup]) -> list[Link]:
        places = {vendor.id: (n, vendor) for n, vendor in proposing(self._project).items()}
        written = []
        for proposal in self._project.current_proposals():
            n, vendor = places[proposal.vendor]
            sheet = self._book.sheet(sheet_name(f"V{n} {vendor.name}"))
            placed = write_reading(sheet, vendor.name, self._project, proposal, groups)
            if placed.last >= placed.first:
                sheet.freeze(placed.first, 4)
                sheet.filter(placed.whole)
            self._finish(sheet, placed)
            written.append(Link(sheet, "A1", _PROPOSED.fill(vendor=vendor.name)))
        return written

    def _finish(self, sheet: SheetWriter, placed: Placed | None = None, *, portrait: bool = False) -> None:
        sheet.protect()
        sheet.print_setup(
            header=_HEADER.fill(title=self._name, who=self._evaluator.label).to(self._lang),
            marking=INTERNAL.to(self._lang),
            footer=_VERSION.fill(version=self._version).to(self._lang),
            repeat=(placed.head, placed.head) if placed is not None else None,
            portrait=portrait,
        )
