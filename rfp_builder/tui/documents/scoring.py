"""Score books out to the evaluators and back, and who still owes grades."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.documents.incoming import Kind, Told, choose_files, take_files
from rfp_builder.tui.documents.pane import Column, Pane, table
from rfp_builder.tui.documents.said import Outcome
from rfp_builder.tui.steps import Tell, run_step
from rfp_builder.workspace.states import scored_so_far
from rfp_builder.workspace.tidings import (
    BOOKS_MADE,
    HAND_OUT,
    NOT_COLLECTED,
    collection_details,
    collection_head,
)

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.workspace.workspace import Workspace

_MAKING = Phrase("採点表を作っています", "Making score books")
_BOOKS = Kind(
    choose=Phrase("戻った採点表を選んでください。", "Choose the score book that came back."),
    doing=Phrase("採点表を読み込んでいます", "Reading score books"),
    done=Phrase("採点表を取り込みました", "Score books collected"),
    refused=NOT_COLLECTED,
)
_NOTHING = Phrase(
    "評価者が登録されていません。評価基準の画面で登録してください。",
    "No evaluators; name them with the criteria.",
)
_COLUMNS = (
    Column(Phrase("評価者", "Evaluator"), 34),
    Column(Phrase("採点", "Grades"), 11, number=True),
    Column(Phrase("状態", "State"), 16),
)
_OF = Phrase("{n} / {all}件", "{n} / {all}")
_DONE = Phrase("採点済み", "scored")
_OWING = Phrase("採点待ち", "still to score")


class MakeScoreBooks(Command):
    """One workbook for each evaluator."""

    label = Phrase("採点表を作る", "Make score books")
    help = Phrase(
        "評価者ごとに採点表（Excel）を作ります。価格は入りません。",
        "A workbook for each evaluator, without prices.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""

        def step(workspace: Workspace, _: Tell) -> tuple[Path, ...]:
            from rfp_builder.workspace.scoring import make_score_books

            return make_score_books(workspace, wizard.lang)

        def done(paths: tuple[Path, ...]) -> None:
            folder = paths[0].parent if paths else None
            lines = [HAND_OUT.to(wizard.lang), *(f"  {path.parent.name}/{path.name}" for path in paths)]
            wizard.push_screen(Outcome(BOOKS_MADE, lines, folder))

        run_step(wizard, _MAKING, step, done)


class Collect(Command):
    """Score books that came back."""

    label = Phrase("採点表を取り込む", "Collect score books")
    help = Phrase(
        "評価者から戻った採点表を取り込みます。フォルダごと選べます。",
        "Read score books back, one by one or a whole folder.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`: what cannot be collected now is said before a file is looked for."""
        from rfp_builder.workspace.scoring import require_proposals

        assert wizard.session is not None
        workspace = wizard.session.document.workspace
        if wizard.attempt(lambda: require_proposals(workspace)):
            choose_files(wizard, _BOOKS, lambda files: take_files(wizard, _BOOKS, files, _collect))


class ScoringPane(Pane):
    """Who has scored."""

    TITLE = Phrase("採点", "Scores")
    LEAD = Phrase(
        "評価者は、互いの点数と価格を見ずに Excel で採点します。",
        "Evaluators score in Excel, without seeing each other's grades or any price.",
    )
    DOES = (MakeScoreBooks, Collect)

    def view(self) -> Content:
        """See `Pane`."""
        project = self.front.session.project
        if not project.evaluators:
            return Content(self.say(_NOTHING))
        rows = [
            (
                self.say(one.evaluator.label),
                self.say(_OF.fill(n=one.given, all=one.expected)) if project.proposals else "",
                "" if not project.proposals else self.say(_DONE if one.complete else _OWING),
            )
            for one in scored_so_far(project)
        ]
        return Content("\n").join(table(_COLUMNS, rows, self.front.lang))


def _collect(workspace: Workspace, path: Path) -> Told:
    from rfp_builder.workspace.incoming import read_file
    from rfp_builder.workspace.scoring import collect

    found = collect(workspace, path.name, read_file(path), datetime.now().astimezone())
    return collection_head(found), collection_details(found)
