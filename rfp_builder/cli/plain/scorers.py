"""Which evaluator scores which sub-criteria."""

from __future__ import annotations

from collections.abc import Collection

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.everywhere import heed, not_here
from rfp_builder.cli.plain.listing import Listing, leaves
from rfp_builder.cli.plain.verbs import numbers_in
from rfp_builder.excel.numbered import NumberedSub, numbered_subs
from rfp_builder.forms.frame import EVALUATORS
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.criteria import Scoring
from rfp_builder.model.parties import Evaluator
from rfp_builder.workspace.criteria_shaping import assigned, scored_by

_TITLE = Phrase("== 評価者の担当 ==", "== Who scores what ==")
_NOBODY = Phrase(
    "評価者がまだいません。評価基準の一覧で e を入力して登録してください。",
    "There are no evaluators yet. Type e in the list of criteria to name them.",
)
_LINE = Phrase("{name}: 担当 {n}細目", "{name}: {n} sub-criteria")
_HINT = Phrase(
    "入力: 担当を決める評価者の番号 [Enter 続き  < 戻る  m メニュー  q 終了]",
    "Type the number of an evaluator [Enter more  < back  m menu  q end]",
)
_WHOSE = Phrase("== 「{name}」が採点する評価細目 ==", "== What “{name}” scores ==")
_SCORES = Phrase("担当。{sub}", "scores {sub}")
_NOT = Phrase("担当外。{sub}", "does not score {sub}")
_TOGGLE = Phrase(
    "入力: 担当と担当外を切り替える番号（1,3-5 や すべて も可） [Enter 続き  < 戻る  m メニュー  q 終了]",
    "Type numbers to switch (also 1,3-5 or all) [Enter more  < back  m menu  q end]",
)
_LAST = Phrase(
    "最後の1人は外せません。先に、ほかの評価者の担当にしてください。",
    "The last evaluator stays; first give it to another one.",
)


def assign_scorers(desk: Desk) -> None:
    """Let an evaluator be chosen, and what the evaluator scores.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    listing = Listing(desk)
    while True:
        people = desk.project.evaluators
        desk.say()
        desk.say(_TITLE)
        if not people:
            desk.say(_NOBODY)
            return
        lines = [
            desk.in_words(_LINE.fill(name=one.label, n=len(scored_by(desk.project, one.id))))
            for one in people
        ]
        chosen = listing.choose(lines, _HINT)
        if leaves(chosen):
            return
        if isinstance(chosen, int):
            _assign(desk, people[chosen])
        elif not heed(desk, chosen, EVALUATORS):
            not_here(desk, chosen)


def _assign(desk: Desk, one: Evaluator) -> None:
    listing = Listing(desk)
    desk.say()
    desk.say(_WHOSE.fill(name=one.label))
    while any(other.id == one.id for other in desk.project.evaluators):
        subs = [sub for sub in numbered_subs(desk.project.criteria) if sub.sub.scoring is Scoring.QUALITY]
        held = {sub.id for sub in scored_by(desk.project, one.id)}
        chosen = listing.choose([_line(desk, sub, held) for sub in subs], _TOGGLE)
        if leaves(chosen):
            return
        if isinstance(chosen, int):
            _switch(desk, one, held ^ {subs[chosen].sub.id})
        elif not heed(desk, chosen, EVALUATORS):
            found = numbers_in(chosen.text, len(subs)) if chosen.command is None else None
            if found is None:
                not_here(desk, chosen)
            else:
                _switch(desk, one, held ^ {subs[at].sub.id for at in found})


def _line(desk: Desk, sub: NumberedSub, held: Collection[str]) -> str:
    name = Phrase(sub.title(Lang.JA), sub.title(Lang.EN))
    return desk.in_words((_SCORES if sub.sub.id in held else _NOT).fill(sub=name))


def _switch(desk: Desk, one: Evaluator, wanted: set[str]) -> None:
    project = assigned(desk.project, one.id, wanted)
    if {sub.id for sub in scored_by(project, one.id)} != wanted:
        desk.say(_LAST)
    if project != desk.project:
        desk.change(project, f"evaluators[{one.id}]")
