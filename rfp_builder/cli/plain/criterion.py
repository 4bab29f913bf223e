"""One criterion or sub-criterion: its questions and anchors; taken from the catalogue, moved, taken away."""

from __future__ import annotations

from dataclasses import replace

from rfp_builder.cli.plain.asking import ask
from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.everywhere import heed, not_here
from rfp_builder.cli.plain.listing import Listing, leaves
from rfp_builder.cli.plain.slot import Move, Slot, place_of, present, slot_at
from rfp_builder.forms.criteria import anchor_question, criterion_questions, sub_questions
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import Grade, Scoring, SubCriterion
from rfp_builder.model.localized import Localized
from rfp_builder.workspace import criteria_shaping as shaping

_CRITERION = Phrase("評価基準", "Criterion")
_SUB = Phrase("評価細目", "Sub-criterion")
_NAME = Phrase("{what}「{name}」", "{what} “{name}”")
_ANCHOR = Phrase("採点の目安 {score}点「{label}」", "Anchor for {score}, “{label}”")
_DELETED = Phrase("削除しました（u で元に戻せます）。", "Deleted (u brings it back).")
_SURE = Phrase(
    "「{name}」を削除しますか。{n}件の要件が、採点する評価細目を失います。",
    "Delete “{name}”? {n} requirements lose where they are scored.",
)
_NOT_MOVED = Phrase("これ以上は動かせません。", "It cannot go any further.")
_MOVED = Phrase("移動しました。", "Moved.")
_READY = Phrase("標準の評価基準のうち、まだ入っていないもの:", "Criteria of the catalogue:")
_ALL_THERE = Phrase("標準の評価基準は、すべて入っています。", "All criteria of the catalogue are here.")
_TAKE = Phrase(
    "入力: 加える評価細目の番号 [Enter 続き  < 戻る]",
    "Type the number of a sub-criterion to take [Enter more  < back]",
)
_TAKEN = Phrase("加えました: {name}", "Taken: {name}")
_LINE = Phrase("{criterion}: {sub}", "{criterion}: {sub}")


def edit_node(desk: Desk, node: str, first: str = "") -> None:
    """Ask for all parts of a criterion or sub-criterion, from the one called `first` on.

    An anchor is called by its step: `anchors3`.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    found = desk.attempt(lambda: shaping.path_of(desk.project.criteria, node))
    if found is None:
        return
    desk.say()
    one = present(desk, found)
    what = _SUB if isinstance(one, SubCriterion) else _CRITERION
    desk.say(_NAME.fill(what=what, name=getattr(one, "name", None)))
    names = list(_slots(desk, found))
    at = names.index(first) if first in names else 0
    # Looked at anew each time: how it is scored decides whether anchors are asked for, and it may be gone.
    while 0 <= at < len(slots := list(_slots(desk, found).values())):
        slot = replace(slots[at], where=place_of(what, at + 1, len(slots)))
        at += 1 if ask(desk, slot) is Move.ON else -1


def _slots(desk: Desk, path: str) -> dict[str, Slot]:
    """The questions by their names; none where there is no such criterion any more."""
    node = present(desk, path)
    if node is None:
        return {}
    questions = sub_questions() if isinstance(node, SubCriterion) else criterion_questions()
    slots = {one.name: slot_at(desk, one, f"{path}.{one.name}") for one in questions}
    if isinstance(node, SubCriterion) and node.scoring is Scoring.QUALITY:
        scale = desk.project.criteria.scale
        slots |= {f"anchors{grade.score}": _anchor_slot(desk, path, grade) for grade in scale}
    return slots


def _anchor_slot(desk: Desk, path: str, grade: Grade) -> Slot:
    def get() -> object:
        sub = present(desk, path)
        anchors = sub.anchors if isinstance(sub, SubCriterion) else ()
        return next((one.text for one in anchors if one.score == grade.score), None)

    def put(value: object) -> bool:
        sub = present(desk, path)
        text = value if isinstance(value, Localized) else None
        return isinstance(sub, SubCriterion) and desk.put(path, shaping.with_anchor(sub, grade.score, text))

    label = _ANCHOR.fill(score=grade.score, label=grade.label)
    return Slot(question=anchor_question(label), path="", get=get, put=put)


def remove_node(desk: Desk, node: str) -> None:
    """Take a criterion or sub-criterion away, once somebody is sure."""
    path = desk.attempt(lambda: shaping.path_of(desk.project.criteria, node))
    if path is None:
        return
    name = getattr(present(desk, path), "name", None)
    if not desk.sure(_SURE.fill(name=name, n=shaping.hanging_on(desk.project, node)[0])):
        return
    project = desk.attempt(lambda: shaping.without(desk.project, node))
    if project is not None and desk.change(project, "criteria"):
        desk.say(_DELETED)


def move_node(desk: Desk, node: str, by: int) -> None:
    """One place up (-1) or down (1)."""
    after = shaping.moved(desk.project.criteria, node, by)
    if after == desk.project.criteria:
        desk.say(_NOT_MOVED)
    elif desk.put("criteria", after):
        desk.say(_MOVED)


def add_ready(desk: Desk) -> None:
    """Take sub-criteria of the catalogue that are not here yet.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    listing = Listing(desk)
    while True:
        ready = [(one, sub) for one in shaping.ready_ones(desk.project.criteria) for sub in one.subs]
        if not ready:
            desk.say(_ALL_THERE)
            return
        desk.say(_READY)
        lines = [desk.in_words(_LINE.fill(criterion=one.name, sub=sub.name)) for one, sub in ready]
        chosen = listing.choose(lines, _TAKE)
        if leaves(chosen):
            return
        if isinstance(chosen, int):
            sub = ready[chosen][1]
            if desk.put("criteria", shaping.with_ready(desk.project.criteria, (sub.id,))):
                desk.say(_TAKEN.fill(name=sub.name))
        elif not heed(desk, chosen, "criteria"):
            not_here(desk, chosen)
