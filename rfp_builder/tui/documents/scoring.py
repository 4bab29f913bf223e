"""Score books out to the evaluators and back, and who still owes grades."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from rfp_builder.errors import Problem
from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.documents.pane import Pane, table
from rfp_builder.tui.documents.said import Outcome, remark_lines
from rfp_builder.tui.steps import Tell, run_step
from rfp_builder.workspace.states import unscored

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.workspace.workspace import Workspace

_MAKING = Phrase("採点表を作っています", "Making score books")
_MADE = Phrase(
    "採点表を作りました。評価者に1つずつ渡してください。", "Score books are made: one for each evaluator."
)
_CHOOSE = Phrase("戻った採点表を選んでください。", "Choose the score book that came back.")
_TAKING = Phrase("採点表を読み込んでいます", "Reading score books")
_TAKEN = Phrase("採点表を取り込みました", "Score books collected")
_LINE = Phrase("{who}: 採点 {n}件", "{who}: {n} grades")
_REFUSED = Phrase("{name}: 取り込めませんでした。", "{name}: refused.")
_READING = Phrase("{name} を読んでいます", "Reading {name}")
_NOTHING = Phrase(
    "評価者が登録されていません。評価基準の画面で登録してください。",
    "No evaluators; name them with the criteria.",
)
_NO_FILE = Phrase("Excel のファイルがありません。", "There is no workbook there.")
_HEADINGS = (Phrase("評価者", "Evaluator"), Phrase("採点", "Grades"), Phrase("状態", "State"))
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
            wizard.push_screen(
                Outcome(_MADE, [f"  {path.parent.name}/{path.name}" for path in paths], folder)
            )

        run_step(wizard, _MAKING, step, done)


class Collect(Command):
    """Score books that came back."""

    label = Phrase("採点表を取り込む", "Collect score books")
    help = Phrase(
        "評価者から戻った採点表を取り込みます。フォルダごと選べます。",
        "Read score books back, one by one or a whole folder.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.tui.dialogs.files import FileDialog
        from rfp_builder.workspace.incoming import workbooks_in

        def chosen(path: Path | None) -> None:
            if path is not None:
                paths = workbooks_in(path)[0] if path.is_dir() else [path]
                run_step(wizard, _TAKING, partial(_collect, wizard, paths), partial(_show, wizard))

        wizard.push_screen(FileDialog(_CHOOSE, Path.cwd(), suffixes=(".xlsx",), whole_folders=True), chosen)


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
        given = {
            book.evaluator: sum(1 for one in book.scores if one.score is not None)
            for book in project.score_books
        }
        owing = unscored(project) if project.proposals else tuple(one.id for one in project.evaluators)
        rows = [
            (self.say(one.label), str(given.get(one.id, 0)), self.say(_OWING if one.id in owing else _DONE))
            for one in project.evaluators
        ]
        return table([self.say(one) for one in _HEADINGS], rows, (34, 8, 16))


def _collect(wizard: Wizard, paths: list[Path], workspace: Workspace, tell: Tell) -> list[str]:
    """Read each file; of several, a bad one does not keep the others out."""
    from rfp_builder.workspace.incoming import read_file
    from rfp_builder.workspace.scoring import collect

    lang = wizard.lang
    lines: list[str] = []
    for path in paths:
        tell(_READING.fill(name=path.name))
        try:
            found = collect(workspace, path.name, read_file(path), datetime.now().astimezone())
        except Problem as problem:
            if len(paths) == 1:
                raise
            lines.append(_REFUSED.fill(name=path.name).to(lang))
            lines += [f"  {line}" for line in problem.lines(lang)]
        else:
            lines.append(_LINE.fill(who=found.evaluator.label, n=found.given).to(lang))
            lines += remark_lines(found.remarks, lang)
    return lines


def _show(wizard: Wizard, lines: list[str]) -> None:
    wizard.push_screen(Outcome(_TAKEN, lines or [_NO_FILE.to(wizard.lang)]))
