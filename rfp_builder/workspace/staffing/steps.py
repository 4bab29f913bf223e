"""The steps of staffing in their order: how far each of them is, and which one comes next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rfp_builder.check.said import day, number
from rfp_builder.i18n import Phrase
from rfp_builder.model.derived import Input, digest_of, found_at, input_at
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import Staffing


class StepName(StrEnum):
    """What there is to do, from the contacts to the annex."""

    HISTORY = "history"
    QUEUES = "queues"
    SETTINGS = "settings"
    PLAN = "plan"
    FILL = "fill"
    BOOK = "book"
    ANNEX = "annex"

    @property
    def label(self) -> Phrase:
        """What is done in it."""
        return _LABELS[self]


_LABELS = {
    StepName.HISTORY: Phrase("過去の件数を取り込む", "Take past contacts in"),
    StepName.QUEUES: Phrase("件数を窓口に割り当てる", "Say whose contacts they are"),
    StepName.SETTINGS: Phrase("前提を確かめる", "Look through the assumptions"),
    StepName.PLAN: Phrase("計画を作り、結果を見る", "Make the plan and look at it"),
    StepName.FILL: Phrase("業務要件定義に記入する", "Fill it into the definition"),
    StepName.BOOK: Phrase("Excel に書き出す・取り込む", "To Excel and back"),
    StepName.ANNEX: Phrase("別紙「業務量資料」を付ける", "Add the annex “Contact volumes”"),
}


class StepState(StrEnum):
    """How far a step is."""

    EARLY = "early"
    """Another one has to come first."""
    OPEN = "open"
    OPTIONAL = "optional"
    """Nothing is lacking without it."""
    DONE = "done"
    OLD = "old"
    """What it rests on has changed since."""


class PlanAtHand(StrEnum):
    """Whether somebody has made a plan that can be looked at now; the project keeps its result alone."""

    NONE = "none"
    CURRENT = "current"
    OLD = "old"


class Standing(StrEnum):
    """How far staffing is on the whole."""

    NOTHING = "nothing"
    HISTORY = "history"
    """Past contacts are there, and no plan."""
    PLAN = "plan"
    FILLED = "filled"
    """The plan is in the definition."""
    OLD = "old"
    """Plan, definition or annex rest on what has changed since."""


@dataclass(frozen=True, slots=True)
class StaffingStep:
    """One step; `detail` says what is there, or what is lacking."""

    name: StepName
    state: StepState
    detail: Phrase


_FIRST_HISTORY = Phrase("先に、過去の件数を取り込みます。", "Past contacts have to be taken in first.")
_FIRST_PLAN = Phrase("先に、計画を作ります。", "The plan has to be made first.")
_NO_HISTORY = Phrase("まだ取り込んでいません。", "Nothing is taken in yet.")
_HISTORY = Phrase("{first}から{last}まで、{n}件", "{n} contacts from {first} to {last}")
_FORECAST = Phrase(
    "作成済みの予測: {first}から{last}まで、{n}件",
    "A forecast made elsewhere: {n} contacts, {first} to {last}",
)
_BY_NAME = Phrase("名前から自動で対応づけています。", "Matched by their names.")
_ASSIGNED = Phrase("割り当てを設定済みです。", "Assigned by hand.")
_USUAL = Phrase(
    "設定した値はありません。定義と標準の値で計算します。",
    "Nothing is set: the definition and usual values hold.",
)
_SET = Phrase("{n}項目を設定しています。", "Settings of your own: {n}")
_NO_PLAN = Phrase("まだ作っていません。", "Not made yet.")
_OLD_PLAN = Phrase(
    "計画を作った後に前提が変わりました。作り直してください。",
    "What the plan rests on has changed since. Make it anew.",
)
_PLANNED = Phrase("{on}に作成済みです。", "Made on {on}.")
_TO_BE_SEEN = Phrase(
    "{on}に作成済みです。内容を見るには、もう一度計算します。",
    "Made on {on}. To see it, have it calculated again.",
)
_NOT_FILLED = Phrase("まだ記入していません。", "Nothing is filled in yet.")
_NONE_FREE = Phrase(
    "空いている記入先はありません。手入力の値を置き換えることもできます。",
    "No place is free. You may replace what was written by hand.",
)
_FILLED = Phrase("{n}か所に記入済みです。", "Places filled in: {n}")
_OLD_FILLED = Phrase("{n}か所のうち{old}か所が、前の計画のままです。", "{old} of {n} places are out of date.")
CLOSED = Phrase(
    "提案依頼書は発行済みのため、定義には記入できません。", "The RFP is out: the definition is closed."
)
_ON_REQUEST = Phrase("必要なときに書き出します。", "Whenever you want it.")
_NO_ANNEX = Phrase("提案依頼書に付けていません。", "The RFP has none.")
_ANNEX = Phrase("提案依頼書に付きます（{on}作成）。", "The RFP carries it (made on {on}).")
_IS_OUT = Phrase(
    "発行した提案依頼書に付いています（{on}作成）。", "The RFP that is out carries it (made on {on})."
)
_OUT_WITHOUT = Phrase("提案依頼書は、別紙を付けずに発行済みです。", "The RFP is out without it.")
_OLD_ANNEX = Phrase(
    "件数の資料が変わりました。作り直してください。", "The figures have changed since. Make it anew."
)
_FORECAST_ONLY = Phrase(
    "作成済みの予測だけでは作れません（実績が必要です）。",
    "It needs actual figures; there is only a forecast.",
)


def steps_of(
    project: Project, at_hand: PlanAtHand = PlanAtHand.NONE, free: int | None = None
) -> tuple[StaffingStep, ...]:
    """All steps. Nothing is read from the disk.

    `free` is how many places there are for the plan's values that nobody wrote in; None where that is not
    known, as without a plan at hand.
    """
    has_history, now = project.staffing.history is not None, _Now(project)
    found = (
        _history(project),
        _queues(project.staffing),
        _settings(project.staffing),
        _plan(now, at_hand),
        _fill(now, free),
        StaffingStep(StepName.BOOK, StepState.OPTIONAL, _ON_REQUEST),
        _annex(now),
    )
    if has_history:
        return found
    early = {StepName.QUEUES, StepName.PLAN, StepName.FILL, StepName.BOOK, StepName.ANNEX}
    return tuple(
        StaffingStep(one.name, StepState.EARLY, _FIRST_HISTORY)
        if one.name in early and one.state is not StepState.DONE
        else one
        for one in found
    )


def next_step(steps: Iterable[StaffingStep]) -> StaffingStep | None:
    """The first that waits to be done, or to be done again; None where nothing does."""
    return next((one for one in steps if one.state in (StepState.OPEN, StepState.OLD)), None)


def standing_of(project: Project) -> Standing:
    """The steps drawn together, for the list of all tasks."""
    states = {one.name: one.state for one in steps_of(project)}
    if StepState.OLD in states.values():
        return Standing.OLD
    if states[StepName.PLAN] is StepState.DONE:
        return Standing.FILLED if states[StepName.FILL] is StepState.DONE else Standing.PLAN
    return Standing.HISTORY if states[StepName.HISTORY] is StepState.DONE else Standing.NOTHING


def settings_made(staffing: Staffing) -> int:
    """How many settings the client made: what is empty is left to the definition or to what is usual."""
    plain = ("until", "growth", "certainty", "occupancy_cap", "seats", "part_time_most")
    of_queues = ("aht", "target", "within", "patience", "deadline_minutes", "at_a_time", "minimum")
    hiring = staffing.hiring
    return (
        sum(getattr(staffing, name) is not None for name in plain)
        + len(staffing.specials)
        + sum(getattr(queue, name) is not None for queue in staffing.queues for name in of_queues)
        + len(staffing.shrinkage)
        + len(staffing.groups)
        + sum(getattr(hiring, name) not in (None, ()) for name in type(hiring).model_fields)
        + len(staffing.costs)
    )


def _history(project: Project) -> StaffingStep:
    kept = project.staffing.history
    if kept is None:
        return StaffingStep(StepName.HISTORY, StepState.OPEN, _NO_HISTORY)
    said = _FORECAST if kept.is_forecast else _HISTORY
    detail = said.fill(first=day(kept.first), last=day(kept.last), n=number(kept.contacts))
    return StaffingStep(StepName.HISTORY, StepState.DONE, detail)


def _queues(staffing: Staffing) -> StaffingStep:
    if any(queue.names for queue in staffing.queues):
        return StaffingStep(StepName.QUEUES, StepState.DONE, _ASSIGNED)
    return StaffingStep(StepName.QUEUES, StepState.OPTIONAL, _BY_NAME)


def _settings(staffing: Staffing) -> StaffingStep:
    made = settings_made(staffing)
    if not made:
        return StaffingStep(StepName.SETTINGS, StepState.OPTIONAL, _USUAL)
    return StaffingStep(StepName.SETTINGS, StepState.DONE, _SET.fill(n=made))


class _Now:
    """What stands in a project now: many results rest on the same places, and each digest takes a while."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._digests: dict[str, str] = {}

    def moved(self, inputs: Iterable[Input], but: str = "") -> bool:
        """Whether any of the inputs is no longer what it was, that at `but` aside."""
        return any(one.path != but and self._digest(one.path) != one.digest for one in inputs)

    def _digest(self, path: str) -> str:
        if path not in self._digests:
            self._digests[path] = input_at(self.project, path).digest
        return self._digests[path]


def _plan(now: _Now, at_hand: PlanAtHand) -> StaffingStep:
    result = now.project.staffing.result
    if at_hand is PlanAtHand.OLD or (result is not None and now.moved(result.inputs)):
        return StaffingStep(StepName.PLAN, StepState.OLD, _OLD_PLAN)
    if result is None:
        return StaffingStep(StepName.PLAN, StepState.OPEN, _NO_PLAN)
    said = _PLANNED if at_hand is PlanAtHand.CURRENT else _TO_BE_SEEN
    return StaffingStep(StepName.PLAN, StepState.DONE, said.fill(on=day(result.on)))


def _fill(now: _Now, free: int | None) -> StaffingStep:
    project = now.project
    # What somebody changed by hand since is theirs: it cannot be out of date.
    marks = [
        one
        for one in project.staffing.derived
        if (held := found_at(project, one.path)) is not None and digest_of(held) == one.digest
    ]
    if project.issues and not marks:
        return StaffingStep(StepName.FILL, StepState.EARLY, CLOSED)
    if not marks and free == 0:
        return StaffingStep(StepName.FILL, StepState.OPTIONAL, _NONE_FREE)
    if not marks:
        planned = project.staffing.result is not None
        state = StepState.OPEN if planned else StepState.EARLY
        return StaffingStep(StepName.FILL, state, _NOT_FILLED if planned else _FIRST_PLAN)
    # Once the RFP is out, nothing can be filled in anew.
    old = 0 if project.issues else sum(now.moved(one.inputs, but=one.path) for one in marks)
    if old:
        return StaffingStep(StepName.FILL, StepState.OLD, _OLD_FILLED.fill(n=len(marks), old=old))
    return StaffingStep(StepName.FILL, StepState.DONE, _FILLED.fill(n=len(marks)))


def _annex(now: _Now) -> StaffingStep:
    annex, kept = now.project.annex, now.project.staffing.history
    if now.project.issues:
        if annex is None:
            return StaffingStep(StepName.ANNEX, StepState.EARLY, _OUT_WITHOUT)
        return StaffingStep(StepName.ANNEX, StepState.DONE, _IS_OUT.fill(on=day(annex.made_on)))
    if annex is None and kept is not None and kept.is_forecast:
        return StaffingStep(StepName.ANNEX, StepState.EARLY, _FORECAST_ONLY)
    if annex is None:
        return StaffingStep(StepName.ANNEX, StepState.OPTIONAL, _NO_ANNEX)
    if now.moved(annex.inputs):
        return StaffingStep(StepName.ANNEX, StepState.OLD, _OLD_ANNEX)
    return StaffingStep(StepName.ANNEX, StepState.DONE, _ANNEX.fill(on=day(annex.made_on)))
