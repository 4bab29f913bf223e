"""The criteria: told as a tree, shaped, and the ways to method, evaluators and agreement."""

from __future__ import annotations

from collections.abc import Callable

from rfp_builder.cli.plain.agreeing import agreeing
from rfp_builder.cli.plain.criterion import add_ready, edit_node, move_node, remove_node
from rfp_builder.cli.plain.criterion_making import copy_node, make_criterion, make_sub
from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.everywhere import heed, not_here
from rfp_builder.cli.plain.listing import Listing, leaves
from rfp_builder.cli.plain.method import METHOD, method
from rfp_builder.cli.plain.prices import tell_prices
from rfp_builder.cli.plain.replies import Command, Reply
from rfp_builder.cli.plain.scorers import assign_scorers
from rfp_builder.cli.plain.slot import slot_at
from rfp_builder.cli.plain.tables import fill_table
from rfp_builder.cli.plain.verbs import numbers_in, verb_in
from rfp_builder.forms.frame import EVALUATORS, evaluators_page
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import Criterion, Scoring, SubCriterion
from rfp_builder.text.show import show_number
from rfp_builder.workspace.criteria_shaping import points_left, spread_rest
from rfp_builder.workspace.document.closed import closed
from rfp_builder.workspace.document.paths import places

_TITLE = Phrase("== 評価基準 ==", "== Criteria ==")
_SUM = Phrase(
    "配点の合計 {given}点 / 満点 {total}点（残り {left}点）", "Points given: {given} of {total} ({left} left)"
)
_TOO_MANY = Phrase(
    "配点の合計 {given}点 / 満点 {total}点（{over}点多すぎます）",
    "Points given: {given} of {total} ({over} too many)",
)
_CRITERION = Phrase("{name}: {points}点", "{name}: {points} points")
_SUB = Phrase("　細目 {name}: {points}点（{how}）", "  sub-criterion {name}: {points} points ({how})")
_HOW = {
    Scoring.QUALITY: Phrase("評価者が採点", "judged"),
    Scoring.PRICE: Phrase("価格の計算式", "by price"),
    Scoring.BASE: Phrase("必須項目で決定", "all or nothing"),
}
_HINT = Phrase(
    "入力できるもの:\n"
    "  番号 開いて名前・配点・採点の目安などを変える\n"
    "  a 標準の評価基準から加える\n"
    "  n 評価基準を新しく作る、n 3 そこに評価細目を新しく作る\n"
    "  c 3 複製、d 3 削除、up 3 上へ、down 3 下へ\n"
    "  r 残りの点を配分\n"
    "  e 評価者、w 評価者の担当\n"
    "  k 採点の方法（計算式、同点、評価の段階）、y 価格と価格点の早見表\n"
    "  g 関係者の合意と固定\n"
    "  Enter 続き、< 戻る、? 説明、m メニュー、q 終了",
    "What can be typed:\n"
    "  a number opens it: name, points, anchors and so on\n"
    "  a adds from the catalogue\n"
    "  n makes a criterion of your own, n 3 a sub-criterion there\n"
    "  c 3 copies, d 3 deletes, up 3 and down 3 move\n"
    "  r spreads the points that are left\n"
    "  e evaluators, w who scores what\n"
    "  k method (formula, ties, scale), y what a price earns\n"
    "  g agreement and lock\n"
    "  Enter more, < back, ? help, m menu, q end",
)
_SHORT = Phrase(
    "入力: 番号 [n 新しく作る  r 残りを配分  e 評価者  k 方法  g 合意  l 一覧  Enter 続き  < 戻る"
    "  ? 説明・できること]",
    "Type a number [n make one  r spread the rest  e evaluators  k method  g agreement  l the list"
    "  Enter more  < back  ? help and what else]",
)
_HELP = Phrase(
    "評価基準の下に評価細目があり、配点は評価細目に付けます。配点の合計を満点に合わせます。"
    "提案依頼書の発行の前に関係者の合意を得て固定します。固定したあとは変えられません。",
    "Sub-criteria stand under criteria and carry the points, which must add up to the total. "
    "All stakeholders agree and the criteria are locked before the RFP goes out; nothing changes after that.",
)
_NO_NODE = Phrase("その番号の評価基準はありません。", "There is no criterion of that number.")
_SPREAD = Phrase("残りの点を配分しました（u で元に戻せます）。", "What was left is spread (u takes it back).")
_NOTHING_LEFT = Phrase("配分する点はありません。", "There is nothing to spread.")
_VERBS = {
    "ready": ("a", "追加", "add"),
    "new": ("n", "新規", "new"),
    "copy": ("c", "複製", "copy"),
    "delete": ("d", "削除", "delete"),
    "up": ("up", "上へ"),
    "down": ("down", "下へ"),
    "spread": ("r", "配分", "spread"),
    "evaluators": ("e", "評価者", "evaluators"),
    "scorers": ("w", "担当", "who"),
    "method": ("k", "方法", "method"),
    "prices": ("y", "早見表", "prices"),
    "agreement": ("g", "合意", "agreement"),
}

Node = Criterion | SubCriterion


def criteria(desk: Desk, target: str | None = None) -> None:
    """Tell the tree and do what is asked; `target` leads to a criterion or the evaluators at once.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    if target is not None:
        _go(desk, target)
    reason = closed(desk.project, "criteria")
    if reason is not None:
        desk.tell(reason)
    listing = Listing(desk)
    while True:
        nodes = _nodes(desk)
        _tell(desk)
        chosen = listing.choose([_line(desk, node) for node in nodes], _HINT, _SHORT)
        if leaves(chosen):
            return
        if isinstance(chosen, int):
            edit_node(desk, nodes[chosen].id)
        elif chosen.command is Command.HELP:
            desk.say(_HELP)
        elif not heed(desk, chosen, "criteria"):
            _act(desk, chosen, [node.id for node in nodes])


def evaluators(desk: Desk, target: str | None = None) -> None:
    """The table of those who score."""
    table = next(evaluators_page().questions)
    fill_table(desk, slot_at(desk, table, EVALUATORS), target)


def _go(desk: Desk, path: str) -> None:
    if path.startswith(EVALUATORS):
        evaluators(desk, path)
        return
    if path.startswith(METHOD):
        method(desk, path)
        return
    way = places(path)
    nodes = {node.id for node in _nodes(desk)}
    named = [(at, step.row) for at, step in enumerate(way) if step.row in nodes]
    if named:
        at, node = named[-1]
        rest = way[at + 1 :]
        edit_node(desk, str(node), f"{rest[0].name}{rest[0].row or ''}" if rest else "")


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
    said = {"given": tree.total_points - left, "total": tree.total_points, "left": left, "over": -left}
    shown = {name: show_number(points) for name, points in said.items()}
    desk.say((_TOO_MANY if left < 0 else _SUM).fill(**shown))


def _line(desk: Desk, node: Node) -> str:
    points = show_number(node.points)
    if isinstance(node, Criterion):
        return desk.in_words(_CRITERION.fill(name=node.name, points=points))
    return desk.in_words(_SUB.fill(name=node.name, points=points, how=_HOW[node.scoring]))


def _act(desk: Desk, reply: Reply, nodes: list[str]) -> None:
    parts: dict[str, Callable[[Desk], None]] = {
        "ready": add_ready,
        "new": make_criterion,
        "spread": _spread,
        "evaluators": evaluators,
        "scorers": assign_scorers,
        "method": method,
        "prices": tell_prices,
        "agreement": agreeing,
    }
    on_node: dict[str, Callable[[Desk, str], None]] = {
        "new": make_sub,
        "copy": copy_node,
        "delete": remove_node,
        "up": lambda desk, node: move_node(desk, node, -1),
        "down": lambda desk, node: move_node(desk, node, 1),
    }
    verb, rest = verb_in(reply.text, _VERBS) or ("", "")
    if verb in parts and not rest:
        parts[verb](desk)
    elif verb not in on_node:
        not_here(desk, reply)
    elif (found := numbers_in(rest, len(nodes))) is None or len(found) > 1:
        desk.say(_NO_NODE)
    else:
        on_node[verb](desk, nodes[found[0]])


def _spread(desk: Desk) -> None:
    after = spread_rest(desk.project.criteria)
    if after == desk.project.criteria:
        desk.say(_NOTHING_LEFT)
    elif desk.put("criteria", after):
        desk.say(_SPREAD)
