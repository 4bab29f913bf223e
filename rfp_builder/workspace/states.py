"""Where a project stands on the road. The state is read off the project, never stored beside it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from rfp_builder.errors import TooEarly
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import Scoring
from rfp_builder.model.parties import Evaluator
from rfp_builder.model.project import Project


class State(IntEnum):
    """States in their order; a project never goes back by itself."""

    DRAFT = 0
    AGREED = 1
    ISSUED = 2
    RECEIVED = 3
    SCORED = 4

    @property
    def label(self) -> Phrase:
        """What people call it."""
        return _LABELS[self]

    @property
    def reached_at(self) -> Phrase:
        """Where in the wizard a project is brought here."""
        return _PLACES[self]

    @property
    def led_to_by(self) -> str:
        """The command that brings a project here."""
        return _COMMANDS[self]


_LABELS = {
    State.DRAFT: Phrase("作成中", "draft"),
    State.AGREED: Phrase("評価基準 合意済み", "criteria agreed"),
    State.ISSUED: Phrase("提案依頼書 発行済み", "issued"),
    State.RECEIVED: Phrase("提案 受領済み", "proposals received"),
    State.SCORED: Phrase("採点済み", "scored"),
}
_PLACES = {
    State.DRAFT: Phrase("はじめの画面", "the first screen"),
    State.AGREED: Phrase("評価基準の「関係者の合意」", "Agreement, with the criteria"),
    State.ISSUED: Phrase("文書の「1 発行」", "1 Issue, with the documents"),
    State.RECEIVED: Phrase("文書の「2 提案」", "2 Proposals, with the documents"),
    State.SCORED: Phrase("文書の「3 採点」", "3 Scores, with the documents"),
}
_COMMANDS = {
    State.DRAFT: "rfp-builder new",
    State.AGREED: "rfp-builder agree lock",
    State.ISSUED: "rfp-builder issue",
    State.RECEIVED: "rfp-builder receive",
    State.SCORED: "rfp-builder collect",
}


def state_of(project: Project) -> State:
    """The furthest state the project has reached."""
    if project.criteria.lock is None:
        return State.DRAFT
    if not project.issues:
        return State.AGREED
    if not project.proposals:
        return State.ISSUED
    return State.SCORED if not unscored(project) else State.RECEIVED


@dataclass(frozen=True, slots=True)
class Scored:
    """How far an evaluator is: grades with their reasons, of those that the current proposals need."""

    evaluator: Evaluator
    given: int
    expected: int

    @property
    def complete(self) -> bool:
        """Whether nothing is owed."""
        return self.given == self.expected


def scored_so_far(project: Project) -> tuple[Scored, ...]:
    """Each evaluator, in their order."""
    from rfp_builder.evaluation.scoring import evaluators_of

    done = {
        (book.evaluator, one.vendor, one.sub)
        for book in project.score_books
        for one in book.scores
        if one.score is not None and one.justification
    }
    vendors = [proposal.vendor for proposal in project.current_proposals()]
    judged = [sub for sub in project.criteria.all_subs() if sub.scoring is Scoring.QUALITY]
    scored = []
    for one in project.evaluators:
        theirs = [sub.id for sub in judged if one.id in evaluators_of(project, sub)]
        expected = {(one.id, vendor, sub) for vendor in vendors for sub in theirs}
        scored.append(Scored(one, len(expected & done), len(expected)))
    return tuple(scored)


def unscored(project: Project) -> tuple[str, ...]:
    """Ids of evaluators who still owe a grade, or the reason for one, for a current proposal."""
    return tuple(one.evaluator.id for one in scored_so_far(project) if not one.complete)


def require(project: Project, needed: State, doing: Phrase) -> None:
    """Pass if the project has come far enough.

    Raises:
        TooEarly: it has not; the error says which state is needed, and what leads there.
    """
    present = state_of(project)
    if present >= needed:
        return
    following = State(present + 1)
    raise TooEarly(
        Phrase("まだ{doing}はできません。", "It is too early to {doing}.").fill(doing=doing),
        Phrase(
            "「{needed}」の状態になってから行います。現在は「{present}」です。",
            "That needs the state “{needed}”; the project stands at “{present}”.",
        ).fill(needed=needed.label, present=present.label),
        Phrase(
            "先に「{following}」まで進めてください。画面では{place}、コマンドでは {command} です。",
            "First take it to “{following}”: {place}; or, as a command, {command}.",
        ).fill(following=following.label, place=following.reached_at, command=following.led_to_by),
    )
