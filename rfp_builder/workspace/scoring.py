"""Score books out to evaluators, and back."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rfp_builder.errors import Problem
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.parties import Evaluator
from rfp_builder.model.proposals import Remark
from rfp_builder.model.scores import ScoreBook
from rfp_builder.store.atomic import write_atomic
from rfp_builder.workspace.states import State, require
from rfp_builder.workspace.workspace import Workspace

_MAKING = Phrase("採点表の作成", "make score books")
_COLLECTING = Phrase("採点表の取り込み", "collect score books")


def make_score_books(workspace: Workspace, lang: Lang) -> tuple[Path, ...]:
    """One workbook per evaluator below scorebooks/.

    Raises:
        TooEarly: no proposal has been received.
    """
    from rfp_builder.excel.scorebook.writer import score_workbook

    project = workspace.project
    require(project, State.RECEIVED, _MAKING)
    written = []
    for evaluator in project.evaluators:
        path = workspace.folder / "scorebooks" / f"score-{evaluator.id}.{lang}.xlsx"
        write_atomic(path, score_workbook(project, evaluator, lang))
        written.append(path)
    workspace.save(project, "score-books-made", {"files": [path.name for path in written]})
    return tuple(written)


@dataclass(frozen=True, slots=True)
class Collection:
    """What came of one collected score book."""

    evaluator: Evaluator
    given: int
    remarks: tuple[Remark, ...]
    complete: bool
    replaced: bool


def require_proposals(workspace: Workspace) -> None:
    """Pass if there is something to score.

    Raises:
        TooEarly: no proposal has been received.
    """
    require(workspace.project, State.RECEIVED, _COLLECTING)


def collect(workspace: Workspace, file_name: str, data: bytes, at: datetime) -> Collection:
    """Keep and read an evaluator's workbook; a second one replaces the first, and says so.

    Raises:
        TooEarly: no proposal has been received.
        Refused: the file is not one of this project's score books.
    """
    from rfp_builder.excel.scorebook.reader import read_scorebook

    project = workspace.project
    require_proposals(workspace)
    digest = hashlib.sha256(data).hexdigest()
    try:
        read = read_scorebook(data, file_name, project)
    except Problem:
        kept = workspace.store.keep_received("score-unread.xlsx", data)
        workspace.save(project, "score-book-refused", {"file": kept, "sha256": digest})
        raise
    kept = workspace.store.keep_received(f"score-{read.evaluator.id}.xlsx", data)
    others = tuple(book for book in project.score_books if book.evaluator != read.evaluator.id)
    book = ScoreBook(evaluator=read.evaluator.id, collected_at=at, sha256=digest, scores=read.scores)
    replaced = len(others) < len(project.score_books)
    workspace.save(
        project.replace(score_books=(*others, book)),
        "score-book-collected",
        {"evaluator": read.evaluator.id, "file": kept, "sha256": digest, "replaced": replaced},
    )
    given = sum(1 for score in read.scores if score.score is not None)
    return Collection(read.evaluator, given, read.remarks, read.complete, replaced)
