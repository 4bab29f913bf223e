"""The ranking, with a bar for each vendor's points."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from rfp_builder.i18n import Phrase
from rfp_builder.text.show import show_number
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.documents.pane import Pane
from rfp_builder.tui.documents.said import Outcome
from rfp_builder.tui.steps import Tell, run_step
from rfp_builder.tui.widths import filled
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
_POINTS = Phrase("{total}点", "{total}")
_NAME_WIDTH, _BAR = 24, 30


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
        lines = [Content.styled(self.say(_OF_ALL.fill(total=show_number(total))), "$text-muted"), Content("")]
        lines += self._lines(evaluate(project), total, project.criteria.rounding.digits)
        return Content("\n").join(lines)

    def _lines(self, evaluation: Evaluation, total: Fraction, digits: int) -> list[Content]:
        lines: list[Content] = []
        for one in evaluation.vendors:
            rank = _RANK.fill(rank=one.rank) if one.rank is not None else _OUT if one.out else _OPEN
            points = "" if one.total is None else self.say(_POINTS.fill(total=show_number(one.total, digits)))
            style = "bold" if one.rank == 1 else ""
            head = f"{_padded(self.say(rank), 8)}{_padded(one.vendor.name, _NAME_WIDTH)}"
            lines.append(
                Content.assemble(Content.styled(head, style), Content(f"{_bar(one, total)} {points}"))
            )
            lines += [
                Content.styled(f"        {self.say(reason)}", "$text-muted") for reason in rank_reasons(one)
            ]
        return lines


def _bar(one: VendorResult, total: Fraction) -> str:
    """`=` for points without price, `+` for price points; together as long as the share of all points."""
    if one.quality is None or one.total is None or not total:
        return " " * _BAR
    quality = int(one.quality * _BAR / total)
    full = int(one.total * _BAR / total)
    return ("=" * quality + "+" * (full - quality)).ljust(_BAR)


def _padded(text: str, width: int) -> str:
    return filled(text, width - 1) + " "


def _show(wizard: Wizard, paths: tuple[Path, ...]) -> None:
    lines = [f"  {path.parent.name}/{path.name}" for path in paths]
    wizard.push_screen(Outcome(_RANKED, lines, paths[0].parent if paths else None))
