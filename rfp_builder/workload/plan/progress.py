"""How far the making of a plan is, for whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from rfp_builder.i18n import Lang, Phrase


class Stage(StrEnum):
    """The steps of a plan, in their order."""

    BACKTEST = "backtest"
    FORECAST = "forecast"
    AGENTS = "agents"
    SHIFTS = "shifts"
    HIRING = "hiring"
    COST = "cost"

    def to(self, lang: Lang) -> str:
        """What is being done."""
        return _STAGES[self].to(lang)

    @property
    def number(self) -> int:
        """Its place, counted from 1; there are `len(Stage)` of them."""
        return tuple(Stage).index(self) + 1


Progress = Callable[[Stage, int, int], None]
"""Is told the stage, and how much of it is done: parts done, and parts there are.

A stage begins with 0 parts done and ends with all; one that is not needed is left out. It is called in the
thread that makes the plan; what it raises ends that.
"""

_STAGES = {
    Stage.BACKTEST: Phrase("予測の精度を過去の実績で検証中", "testing the forecast on the past"),
    Stage.FORECAST: Phrase("業務量を予測中", "forecasting the contacts"),
    Stage.AGENTS: Phrase("必要人数を計算中", "working out the agents"),
    Stage.SHIFTS: Phrase("シフトを作成中", "making the shifts"),
    Stage.HIRING: Phrase("採用・研修計画を作成中", "planning hiring and training"),
    Stage.COST: Phrase("想定費用を計算中", "working out the should-cost"),
}


def unheard(stage: Stage, done: int, of: int) -> None:
    """For where nobody waits."""
