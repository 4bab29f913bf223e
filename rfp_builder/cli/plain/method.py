"""How points come about: formula, rounding and floors, the order of ties, and the steps of the scale."""

from __future__ import annotations

from dataclasses import replace

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.cli.plain.asking import ask
from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.everywhere import heed, not_here
from rfp_builder.cli.plain.listing import Listing, leaves
from rfp_builder.cli.plain.prices import tell_prices
from rfp_builder.cli.plain.replies import Command, Reply
from rfp_builder.cli.plain.slot import Move, Slot, place_of, slot_at
from rfp_builder.cli.plain.typing import said
from rfp_builder.cli.plain.verbs import verb_in
from rfp_builder.forms.criteria import grade_questions, method_questions
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import Criteria, Grade, TieBreak
from rfp_builder.text.show import show_percent
from rfp_builder.workspace import criteria_shaping as shaping

METHOD = tuple(
    f"criteria.{name}"
    for name in ("total_points", "price_formula", "rounding", "total_floor", "withheld_cap", "ties", "scale")
)
"""Paths that lead here."""

_TITLE = Phrase("== 採点の方法 ==", "== Method ==")
_LINE = Phrase("{label}: {value}", "{label}: {value}")
_NOTHING = Phrase("なし", "none")
_TIES = Phrase("同点のとき", "Ties")
_THEN = Phrase("。それでも同点なら、", "; then ")
_STEP = Phrase("評価の段階 {score}点", "Step {score} of the scale")
_GRADE = Phrase("{label}、配点の{rate}", "{label}, {rate} of the points")
_HINT = Phrase(
    "入力できるもの:\n"
    "  番号 それを変える\n"
    "  a 評価の段階をいちばん上に追加、d いちばん上の段階を削除\n"
    "  y 価格と価格点の早見表\n"
    "  Enter 続き、< 戻る、? 説明、m メニュー、q 終了",
    "What can be typed:\n"
    "  a number changes that\n"
    "  a adds a step on top of the scale, d deletes the top step\n"
    "  y what a price earns\n"
    "  Enter more, < back, ? help, m menu, q end",
)
_SHORT = Phrase(
    "入力: 番号 [a 段階を追加  d 段階を削除  y 早見表  l 一覧  < 戻る  ? 説明・できること]",
    "Type a number [a add a step  d drop a step  y prices  l the list  < back  ? help and what else]",
)
_HELP = Phrase(
    "計算式、端数、足切り、同点の決め方、評価の段階を決めます。順位はこれだけで決まります。",
    "Formula, rounding, floors, ties and the scale. Nothing else decides the ranking.",
)
_ORDER = Phrase("同点のときの決め方を選んでください。", "How are ties decided?")
_WHICH = Phrase("入力: 番号、< 変えない", "Type a number, < to leave it")
_TIES_ARE = Phrase("同点のときは、{order}。", "Ties: {order}.")
_NEW_STEP = Phrase(
    "入力: いちばん上に加える段階の名前（例: 特に優れている）、< やめる",
    "Type the name of the new top step, such as: outstanding; < to leave it",
)
_NEW_STEP_HELP = Phrase(
    "いちばん上に加わり、割合は0%から100%まで等間隔になります。",
    "It goes on top, and the rates are spaced evenly from 0% to 100%.",
)
_ADDED = Phrase(
    "段階を加え、割合を等間隔にしました（u で元に戻せます）。",
    "The step is there, and the rates are even (u takes it back).",
)
_SURE = Phrase(
    "いちばん上の段階「{label}」と、その採点の目安を削除しますか。",
    "Delete the top step “{label}” and its anchors?",
)
_DROPPED = Phrase(
    "段階を削除し、割合を等間隔にしました（u で元に戻せます）。",
    "The step is gone, and the rates are even (u takes it back).",
)
_NO_STEP = Phrase("削除できる段階はありません。", "There is no step to delete.")
_VERBS = {
    "add": ("a", "追加", "add"),
    "drop": ("d", "削除", "delete"),
    "prices": ("y", "早見表", "prices"),
}


def method(desk: Desk, target: str | None = None) -> None:
    """List every part of the method and change what is chosen; `target` opens one at once.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    if target is not None:
        _open_at(desk, target)
    listing = Listing(desk)
    while True:
        slots, grades = _slots(desk), desk.project.criteria.scale
        lines = [_line(desk, slot) for slot in slots]
        lines.append(desk.in_words(_LINE.fill(label=_TIES, value=_order(desk.project.criteria.ties))))
        lines += [desk.in_words(_graded(one)) for one in grades]
        desk.say()
        desk.say(_TITLE)
        chosen = listing.choose(lines, _HINT, _SHORT)
        if leaves(chosen):
            return
        if not isinstance(chosen, int):
            _act(desk, chosen)
        elif chosen < len(slots):
            _ask_part(desk, slots[chosen])
        elif chosen == len(slots):
            _choose_ties(desk)
        else:
            _ask_grade(desk, grades[chosen - len(slots) - 1])


def _slots(desk: Desk) -> list[Slot]:
    return [slot_at(desk, question, path) for path, question in method_questions()]


def _line(desk: Desk, slot: Slot) -> str:
    value = said(desk, slot.question, slot.get()) or desk.in_words(_NOTHING)
    return desk.in_words(_LINE.fill(label=slot.question.label, value=value))


def _order(ties: tuple[TieBreak, ...]) -> Phrase:
    labels = [choice_label(one) for one in ties]
    return Phrase(_THEN.ja.join(one.ja for one in labels), _THEN.en.join(one.en for one in labels))


def _graded(grade: Grade) -> Phrase:
    value = _GRADE.fill(label=grade.label, rate=show_percent(grade.rate))
    return _LINE.fill(label=_STEP.fill(score=grade.score), value=value)


def _open_at(desk: Desk, path: str) -> None:
    if path.startswith("criteria.ties"):
        _choose_ties(desk)
        return
    score = path.removeprefix("criteria.scale[").partition("]")[0]
    grade = next((one for one in desk.project.criteria.scale if str(one.score) == score), None)
    slot = next((one for one in _slots(desk) if path.startswith(one.path)), None)
    if grade is not None:
        _ask_grade(desk, grade)
    elif slot is not None:
        _ask_part(desk, slot)


def _ask_part(desk: Desk, slot: Slot) -> None:
    before = desk.project.criteria
    names = [path for path, _ in method_questions()]
    ask(desk, replace(slot, where=place_of(_PLACE, names.index(slot.path) + 1, len(names))))
    after = desk.project.criteria
    if (before.price_formula, before.rounding) != (after.price_formula, after.rounding):
        tell_prices(desk)


_PLACE = Phrase("採点の方法", "Method")


def _ask_grade(desk: Desk, grade: Grade) -> None:
    questions = grade_questions()
    at = 0
    while 0 <= at < len(questions):
        path = f"criteria.scale[{grade.score}].{questions[at].path}"
        where = place_of(_STEP.fill(score=grade.score), at + 1, len(questions))
        at += 1 if ask(desk, slot_at(desk, questions[at], path, where=where)) is Move.ON else -1


def _act(desk: Desk, reply: Reply) -> None:
    if reply.command is Command.HELP:
        desk.say(_HELP)
        return
    if heed(desk, reply, "criteria"):
        return
    match verb_in(reply.text, _VERBS):
        case "add", "":
            _add_step(desk)
        case "drop", "":
            _drop_step(desk)
        case "prices", "":
            tell_prices(desk)
        case _:
            not_here(desk, reply)


def _choose_ties(desk: Desk) -> None:
    at = desk.pick_of(_ORDER, [_order(one) for one in shaping.TIE_ORDERS], _WHICH)
    if at is not None and desk.put("criteria.ties", shaping.TIE_ORDERS[at]):
        desk.say(_TIES_ARE.fill(order=_order(desk.project.criteria.ties)))


def _add_step(desk: Desk) -> None:
    typed = desk.ask(_NEW_STEP, _NEW_STEP_HELP)
    label = None if typed is None else desk.worded(typed)
    if label is not None:
        after = desk.attempt(lambda: shaping.with_step(desk.project.criteria, label))
        _put_scale(desk, after, _ADDED)


def _drop_step(desk: Desk) -> None:
    top = max(desk.project.criteria.scale, key=lambda one: one.score, default=None)
    if top is None:
        desk.say(_NO_STEP)
    elif desk.sure(_SURE.fill(label=top.label)):
        _put_scale(desk, shaping.without_top_step(desk.project.criteria), _DROPPED)


def _put_scale(desk: Desk, after: Criteria | None, told: Phrase) -> None:
    if after is not None and desk.change(desk.project.replace(criteria=after), "criteria.scale"):
        desk.say(told)
