"""Criteria and sub-criteria of one's own: named, and then asked for all their parts; and copies."""

from __future__ import annotations

from rfp_builder.cli.plain.criterion import edit_node
from rfp_builder.cli.plain.desk import Desk
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import Criteria
from rfp_builder.model.localized import Localized
from rfp_builder.workspace import criteria_shaping as shaping

_CRITERION = Phrase(
    "入力: 新しい評価基準の名前（例: 緊急時の対応）、< やめる",
    "Type the name of the new criterion, such as: emergencies; < to leave it",
)
_SUB = Phrase(
    "入力: 「{criterion}」に加える評価細目の名前、< やめる",
    "Type the name of the new sub-criterion of “{criterion}”, < to leave it",
)
_HELP = Phrase(
    "提案依頼書にこのまま載ります。あとで変えられます。",
    "It will appear in the RFP like this, and can be changed later.",
)
_MADE = Phrase("加えました（u で元に戻せます）: {name}", "Added (u takes it back): {name}")
_WITH_SUB = Phrase(
    "評価基準には評価細目が1つ付いています。続けて、その評価細目の配点などを入力します。",
    "It has one sub-criterion. What follows are the points and so on of that.",
)
_COPIED = Phrase(
    "複製しました（配点は0点です。u で元に戻せます）。", "Copied, with no points yet (u takes it back)."
)


def make_criterion(desk: Desk) -> None:
    """A criterion at the end, with the sub-criterion that carries its points.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    name = _name(desk, _CRITERION)
    if name is None:
        return
    criteria, node = shaping.with_new_criterion(desk.project.criteria, name)
    if not _put(desk, criteria, node):
        return
    desk.say(_MADE.fill(name=name))
    edit_node(desk, node, "intent")
    made = next((one for one in desk.project.criteria.criteria if one.id == node), None)
    if made is not None and made.subs:
        desk.say(_WITH_SUB)
        edit_node(desk, made.subs[0].id)


def make_sub(desk: Desk, node: str) -> None:
    """A sub-criterion behind `node`, or at the end of the criterion that it is.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    criteria = desk.project.criteria
    own = next((one for one in criteria.criteria if one.id == node), None)
    parent = own or shaping.criterion_of(criteria, node)
    name = None if parent is None else _name(desk, _SUB.fill(criterion=parent.name))
    if parent is None or name is None:
        return
    behind = None if own is not None else node
    criteria, made = shaping.with_new_sub(desk.project.criteria, parent.id, name, behind)
    if _put(desk, criteria, made):
        desk.say(_MADE.fill(name=name))
        edit_node(desk, made, "looks_at")


def copy_node(desk: Desk, node: str) -> None:
    """A copy behind the original, worth no points."""
    criteria, made = shaping.with_copy(desk.project.criteria, node)
    if _put(desk, criteria, made):
        desk.say(_COPIED)


def _name(desk: Desk, hint: Phrase) -> Localized | None:
    typed = desk.ask(hint, _HELP)
    return None if typed is None else desk.worded(typed)


def _put(desk: Desk, criteria: Criteria, node: str) -> bool:
    return desk.change(desk.project.replace(criteria=criteria), shaping.path_of(criteria, node))
