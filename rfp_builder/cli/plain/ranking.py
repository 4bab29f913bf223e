"""The ranking, a line a vendor."""

from __future__ import annotations

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.i18n import Phrase
from rfp_builder.workspace.evaluating import rank
from rfp_builder.workspace.tidings import rank_line, rank_reasons

_DOING = Phrase("集計しています", "Working out the ranking")
_FILE = Phrase("評価結果: {path}", "Evaluation workbook: {path}")


def make_ranking(desk: Desk) -> None:
    """Evaluate, write the workbooks and tell the ranking with the reasons of those who are out."""
    desk.say(_DOING)
    langs = tuple(dict.fromkeys((desk.lang, *desk.project.rfp.languages)))
    done = desk.step(lambda workspace: rank(workspace, langs))
    if done is None:
        return
    evaluation, paths = done
    for one in evaluation.vendors:
        desk.say(rank_line(one, desk.project.criteria.rounding.digits))
        for reason in rank_reasons(one):
            desk.say(f"  {desk.in_words(reason)}")
    for path in paths:
        desk.say(_FILE.fill(path=path))
