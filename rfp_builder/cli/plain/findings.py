"""What the check says, the gravest first; a number leads to the place."""

from __future__ import annotations

from rfp_builder.check.finding import Severity
from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.everywhere import heed, not_here
from rfp_builder.cli.plain.leaving import GoTo
from rfp_builder.cli.plain.listing import Listing, leaves
from rfp_builder.i18n import Phrase

_TITLE = Phrase(
    "== 点検の結果: 発行不可 {blocks}件、警告 {warns}件、助言 {advises}件 ==",
    "== Findings: {blocks} block the issue, {warns} warn, {advises} advise ==",
)
MARKS = {
    Severity.BLOCKS: Phrase("発行不可", "Blocks the issue"),
    Severity.WARNS: Phrase("警告", "Warning"),
    Severity.ADVISES: Phrase("助言", "Advice"),
}
"""What a severity is called."""
_LINE = Phrase("{mark}: {message}{remedy}", "{mark}: {message} {remedy}")
_HINT = Phrase(
    "入力: その箇所を開く番号 [Enter 続き  < 戻る  m メニュー  q 終了]",
    "Type a number to go there [Enter more  < back  m menu  q end]",
)
_NONE = Phrase("指摘はありません。", "There are no findings.")


def findings(desk: Desk) -> None:
    """List them until somebody goes somewhere.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    listing = Listing(desk)
    while True:
        report = desk.report
        desk.say()
        desk.say(_TITLE.fill(**{severity.value: report.count(severity) for severity in Severity}))
        order = list(Severity)
        found = sorted(report.findings, key=lambda one: order.index(one.severity))
        if not found:
            desk.say(_NONE)
            return
        lines = [
            desk.in_words(_LINE.fill(mark=MARKS[one.severity], message=one.message, remedy=one.remedy))
            for one in found
        ]
        chosen = listing.choose(lines, _HINT)
        if leaves(chosen):
            return
        if isinstance(chosen, int):
            raise GoTo(found[chosen].path)
        if not heed(desk, chosen):
            not_here(desk, chosen)
