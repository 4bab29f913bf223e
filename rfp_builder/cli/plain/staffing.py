"""Staffing and should-cost: how far each step is, and the command that does it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.i18n import Phrase
from rfp_builder.workspace.staffing.steps import StepName, steps_of

_TITLE = Phrase("== 要員計画と想定費用（社外秘） ==", "== Staffing and should-cost (confidential) ==")
_HOW = Phrase(
    "ここでは状態を確かめられます。作業は、終了してから次のコマンドで行うか、画面版で行います。",
    "This tells how far each step is. End here and use these commands, or do it on the screen.",
)
_STEP = Phrase("{n}. {label}: {detail}", "{n}. {label}: {detail}")
_COMMAND = Phrase("   コマンド: rfp-builder workload {words}", "   Command: rfp-builder workload {words}")
_WORDS: Mapping[StepName, Phrase] = MappingProxyType(
    {
        StepName.HISTORY: Phrase("history ファイル名", "history FILE"),
        StepName.QUEUES: Phrase("assign 窓口 区分の名前", "assign QUEUE NAMES"),
        StepName.SETTINGS: Phrase("set 名前 値、shift 勤務形態", "set NAME VALUE, shift NAME"),
        StepName.PLAN: Phrase("plan", "plan"),
        StepName.FILL: Phrase("fill", "fill"),
        StepName.BOOK: Phrase("book、take ファイル名", "book, take FILE"),
        StepName.ANNEX: Phrase("annex", "annex"),
    }
)


def tell_staffing(desk: Desk) -> None:
    """The steps in their order."""
    desk.say()
    desk.say(_TITLE)
    desk.say(_HOW)
    for number, step in enumerate(steps_of(desk.project), start=1):
        desk.say(_STEP.fill(n=number, label=step.name.label, detail=step.detail))
        desk.say(_COMMAND.fill(words=_WORDS[step.name]))
