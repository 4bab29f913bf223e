"""The ranking, with a bar for each vendor's points."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from rfp_builder.i18n import Phrase
from rfp_builder.text.show import show_number
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.documents.pane import Column, Pane, table
from rfp_builder.tui.documents.said import Outcome
from rfp_builder.tui.steps import Tell, run_step
from rfp_builder.workspace.states import State, state_of
from rfp_builder.workspace.tidings import rank_reasons

if TYPE_CHECKING:
    from rfp_builder.evaluation.result import Evaluation, VendorResult
    from rfp_builder.tui.app import Wizard
    from rfp_builder.workspace.workspace import Workspace

_RANKING = Phrase("集計しています", "Calculating the ranking")
_RANKED = Phrase("評価結果を作りました", "The evaluation is written")
_TOO_EARLY = Phrase(
    "採点がそろうと、ここに順位が出ます。", "The ranking appears here once all grades are in."
)
_OF_ALL = Phrase(
    "満点 {total}点。棒の = は価格以外の点、+ は価格の点です。",
    "Out of {total}. In the bars, = is quality and + is price.",
)
_RANK = Phrase("{rank}位", "{rank}.")
_OUT = Phrase("対象外", "out")
_OPEN = Phrase("未確定", "open")
_COLUMNS = (
    Column(Phrase("順位", "Rank"), 6),
    Column(Phrase("提案会社", "Vendor"), 30),
    Column(Phrase("総合", "Total"), 9, number=True),
    Column(Phrase("価格以外", "Quality"), 9, number=True),
    Column(Phrase("価格", "Price"), 9, number=True),
)
_INDENT, _BAR = " " * 8, 60


class Evaluate(Command):
    """The ranking and the evaluation workbooks."""

    label = Phrase("評価結果を作る", "Calculate the ranking")
    help = Phrase(
        "採点と価格を集計し、順位と評価結果（Excel）を作ります。",
        "Sum up grades and prices; write the evaluation workbook.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""

        def step(workspace: Workspace, _: Tell) -> tuple[Path, ...]:
            from rfp_builder.workspace.evaluating import rank

            langs = tuple(dict.fromkeys((wizard.lang, *workspace.project.rfp.languages)))
            return rank(workspace, langs)[1]

        run_step(wizard, _RANKING, step, partial(_show, wizard))


class RankingPane(Pane):
    """Vendors by rank."""

    TITLE = Phrase("評価結果", "Ranking")
    LEAD = Phrase(
        "合意した評価基準どおりに集計します。同じ計算が評価結果の Excel にも数式で入ります。",
        "Totals follow the agreed method; the evaluation workbook shows the same arithmetic as formulas.",
    )
    DOES = (Evaluate,)

    def view(self) -> Content:
        """See `Pane`."""
        project = self.front.session.project
        if state_of(project) < State.SCORED:
            return Content(self.say(_TOO_EARLY))
        from rfp_builder.evaluation.evaluate import evaluate

        total = Fraction(project.criteria.total_points)
        return Content("\n").join(
            [
                Content.styled(self.say(_OF_ALL.fill(total=show_number(total))), "$text-muted"),
                Content(""),
                *table(_COLUMNS, (), self.front.lang),
                *self._lines(evaluate(project), total, project.criteria.rounding.digits),
            ]
        )

    def _lines(self, evaluation: Evaluation, total: Fraction, digits: int) -> Iterator[Content]:
        for one in evaluation.vendors:
            rank = _RANK.fill(rank=one.rank) if one.rank is not None else _OUT if one.out else _OPEN
            points = ("" if n is None else show_number(n, digits) for n in _points(one))
            row = (self.say(rank), one.vendor.name, *points)
            _, line = table(_COLUMNS, [row], self.front.lang)
            yield line.stylize("bold" if one.rank == 1 else "")
            if one.total is not None and one.quality is not None and total:
                yield _bar(one.quality / total, one.total / total)
            for reason in rank_reasons(one):
                yield Content.styled(f"{_INDENT}{self.say(reason)}", "$text-muted")
            yield Content("")


def _points(one: VendorResult) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
    return one.total, one.quality, one.price_points


def _bar(quality: Fraction, whole: Fraction) -> Content:
    """`=` for points without price, `+` for price points, both as shares of all points."""
    end, full = round(quality * _BAR), round(whole * _BAR)
    return Content.assemble(
        _INDENT, Content.styled("=" * end, "$primary"), Content.styled("+" * (full - end), "bold $accent")
    )


def _show(wizard: Wizard, paths: tuple[Path, ...]) -> None:
    lines = [f"  {path.parent.name}/{path.name}" for path in paths]
    wizard.push_screen(Outcome(_RANKED, lines, paths[0].parent if paths else None))
