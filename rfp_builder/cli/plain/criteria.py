"""The criteria: told as a tree, their points changed, and locked once all agree."""

from __future__ import annotations

from collections.abc import Callable

from rfp_builder.cli.plain.agreeing import agreeing
from rfp_builder.cli.plain.criterion import add_ready, edit_node, move_node, remove_node
from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.everywhere import heed, not_here
from rfp_builder.cli.plain.listing import Listing, leaves
from rfp_builder.cli.plain.method import ask_method, tell_prices
from rfp_builder.cli.plain.slot import slot_at
from rfp_builder.cli.plain.tables import fill_table
from rfp_builder.forms.frame import EVALUATORS, evaluators_page
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import Criterion, Scoring, SubCriterion
from rfp_builder.text.fold import fold
from rfp_builder.text.show import show_number
from rfp_builder.workspace.criteria_shaping import points_left, spread_rest
from rfp_builder.workspace.document.closed import closed

_TITLE = Phrase("== 評価基準 ==", "== Criteria ==")
_SUM = Phrase(
    "配点の合計 {given}点 / 満点 {total}点（残り {left}点）", "Points given: {given} of {total} ({left} left)"
)
_CRITERION = Phrase("{name}: {points}点", "{name}: {points} points")
_SUB = Phrase("　細目 {name}: {points}点（{how}）", "  sub-criterion {name}: {points} points ({how})")
_HOW = {
    Scoring.QUALITY: Phrase("評価者が採点", "judged"),
    Scoring.PRICE: Phrase("価格の計算式", "by price"),
    Scoring.BASE: Phrase("必須項目で決定", "all or nothing"),
}
_HINT = Phrase(
    "入力: 番号 開いて名前・配点などを変える、r 残りの点を配分、a 標準の基準を追加、d 3 削除、"
    "up 3 上へ、down 3 下へ、"
    "e 評価者、k 採点の方法、y 価格点の例、g 合意と固定 [Enter 続き  < 戻る  m メニュー  q 終了]",
    "Type a number to change name, points and so on, r to spread what is left, a to add from the catalogue, "
    "d 3 to delete, up 3 or down 3 to move, e evaluators, k method, y price examples, g agreement and lock "
    "[Enter more  < back  m menu  q end]",
)
_SPREAD = Phrase("残りの点を配分しました（u で元に戻せます）。", "What was left is spread (u takes it back).")
_NOTHING_LEFT = Phrase("配分する点はありません。", "There is nothing to spread.")

Node = Criterion | SubCriterion


def criteria(desk: Desk, target: str | None = None) -> None:
    """Tell the tree and do what is asked; `target` leads to a criterion or the evaluators at once.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    if target is not None:
        _go(desk, target)
    listing = Listing(desk)
    while True:
        nodes = _nodes(desk)
        _tell(desk)
        chosen = listing.choose([_line(desk, node) for node in nodes], _HINT)
        if leaves(chosen):
            return
        if isinstance(chosen, int):
            edit_node(desk, nodes[chosen].id)
            continue
        if heed(desk, chosen, "criteria"):
            continue
        if not _act(desk, fold(chosen.text), [node.id for node in nodes]):
            not_here(desk, chosen)


def evaluators(desk: Desk, target: str | None = None) -> None:
    """The table of those who score."""
    table = next(evaluators_page().questions)
    fill_table(desk, slot_at(desk, table, EVALUATORS), target)


def _go(desk: Desk, path: str) -> None:
    if path.startswith(EVALUATORS):
        evaluators(desk, path)
        return
    named = [part.partition("]")[0] for part in path.split("[")[1:3]]
    node = next((node.id for node in reversed(_nodes(desk)) if node.id in named[::-1][:1]), None)
    if node is not None:
        edit_node(desk, node, path.rpartition("].")[2].partition(".")[0].partition("[")[0])


def _nodes(desk: Desk) -> list[Node]:
    found: list[Node] = []
    for one in desk.project.criteria.criteria:
        found += [one, *one.subs]
    return found


def _tell(desk: Desk) -> None:
    tree = desk.project.criteria
    left = points_left(tree)
    desk.say()
    desk.say(_TITLE)
    reason = closed(desk.project, "criteria")
    if reason is not None:
        desk.tell(reason)
    said = {"given": tree.total_points - left, "total": tree.total_points, "left": left}
    desk.say(_SUM.fill(**{name: show_number(points) for name, points in said.items()}))


def _line(desk: Desk, node: Node) -> str:
    points = show_number(node.points)
    if isinstance(node, Criterion):
        return desk.in_words(_CRITERION.fill(name=node.name, points=points))
    return desk.in_words(_SUB.fill(name=node.name, points=points, how=_HOW[node.scoring]))


def _act(desk: Desk, typed: str, nodes: list[str]) -> bool:
    simple: dict[str, Callable[[], None]] = {
        "r": lambda: _spread(desk),
        "a": lambda: add_ready(desk),
        "e": lambda: evaluators(desk),
        "k": lambda: ask_method(desk),
        "y": lambda: tell_prices(desk),
        "g": lambda: agreeing(desk),
    }
    if typed in simple:
        simple[typed]()
        return True
    verb, _, number = typed.partition(" ")
    at = int(number) - 1 if number.isascii() and number.isdigit() and len(number) < _DIGITS else -1
    if not 0 <= at < len(nodes):
        return False
    match verb:
        case "d" | "削除":
            remove_node(desk, nodes[at])
        case "up" | "上へ":
            move_node(desk, nodes[at], -1)
        case "down" | "下へ":
            move_node(desk, nodes[at], 1)
        case _:
            return False
    return True


def _spread(desk: Desk) -> None:
    after = spread_rest(desk.project.criteria)
    if after == desk.project.criteria:
        desk.say(_NOTHING_LEFT)
    elif desk.put("criteria", after):
        desk.say(_SPREAD)


_DIGITS = 6
