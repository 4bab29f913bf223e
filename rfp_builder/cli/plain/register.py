"""The requirement register: listed through a filter, opened, added to, and shaped."""

from __future__ import annotations

import re

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.cli.plain.asking import ask
from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.everywhere import heed, not_here
from rfp_builder.cli.plain.listing import Listing, leaves
from rfp_builder.cli.plain.register_many import change_many
from rfp_builder.cli.plain.register_shaping import merge, split
from rfp_builder.cli.plain.replies import Command, Reply
from rfp_builder.cli.plain.slot import Move, place_of, slot_at
from rfp_builder.cli.plain.statements import offer_statements, write_statement
from rfp_builder.cli.plain.verbs import numbers_in, verb_in
from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Phrase, listed
from rfp_builder.model.requirement import Requirement
from rfp_builder.model.shape import items
from rfp_builder.text.fold import fold
from rfp_builder.workspace.register_editing import asked_by, delete, duplicate
from rfp_builder.workspace.register_filter import RegisterFilter
from rfp_builder.workspace.requirement_questions import requirement_questions

_TITLE = Phrase("== 要件台帳（{shown}件 / 全{all}件） ==", "== Requirement register ({shown} of {all}) ==")
_FILTERED = Phrase("絞り込み: {words}", "Filter: {words}")
_HINT = Phrase(
    "入力できるもの:\n"
    "  番号 その要件を開く\n"
    "  a 要件を追加、+ 要件集から選ぶ\n"
    "  f 語 で絞り込み（例: f 4 必須）、f だけで解除\n"
    "  d 3 削除、c 3 複製\n"
    "  x 3 その要件を分割、j 2,5 その要件を1つにまとめる\n"
    "  e 1-5 優先度・項目・評価細目・担当・開示を一括変更（e すべて も可）\n"
    "  Enter 続き、< 戻る、? 説明、m メニュー、q 終了",
    "What can be typed:\n"
    "  a number opens that requirement\n"
    "  a adds one, + picks ready ones\n"
    "  f WORDS filters (such as f 4 must), f alone shows all\n"
    "  d 3 deletes that one, c 3 copies it\n"
    "  x 3 splits that one, j 2,5 merges those\n"
    "  e 1-5 changes priority, item, scoring, owner or disclosure of several (or e all)\n"
    "  Enter more, < back, ? help, m menu, q end",
)
_SHORT = Phrase(
    "入力: 番号 [a 追加  f 絞り込み  l 一覧  Enter 続き  < 戻る  ? 説明・できること]",
    "Type a number [a add  f filter  l the list  Enter more  < back  ? help and what else]",
)
_HELP = Phrase(
    "絞り込みには、項目（2.4）、章（2）、優先度（必須）、開示・非開示、指摘、文中の語を使えます。"
    "例: f 4 必須 応答率",
    "Filter by item (2.4), section (2), priority (must), disclosed or withheld, findings, or words, "
    "such as: f 4 must answer",
)
_LINE = Phrase("[{item}] {text}（{priority}{withheld}）", "[{item}] {text} ({priority}{withheld})")
_WITHHELD = Phrase("、非開示", ", withheld")
_NOTHING = Phrase("", "")
_PLACE = Phrase("要件", "Requirement")
_ITEM = Phrase(
    "入力: 項目の番号（1.1 から 7.5）、< やめる", "Type the number of the item (1.1 to 7.5), < to leave it"
)
_NO_ITEM = Phrase("その番号の項目はありません。", "There is no item of that number.")
_NO_ROW = Phrase("その番号の要件はありません。", "There is no requirement of that number.")
_DELETED = Phrase("削除しました（u で元に戻せます）: {text}", "Deleted (u brings it back): {text}")
_ASKED = Phrase("うち{n}件は 1.6 の要求から参照されています。", "Requests in 1.6 name {n} of what is gone.")
_ONE_AT_A_TIME = Phrase("1件ずつ指定してください。", "One at a time, please.")
_COPIED = Phrase("複製しました: {text}", "Copied: {text}")
_WORD = Phrase(
    "要件集で探す語。Enter だけなら全件、< やめる",
    "Words to look for in the catalogue; Enter for all, < to leave it",
)
_VERBS = {
    "add": ("a", "追加", "add"),
    "delete": ("d", "削除", "delete"),
    "copy": ("c", "複製", "copy"),
    "split": ("x", "分割", "split"),
    "merge": ("j", "まとめる", "merge", "join"),
    "many": ("e", "一括", "一括変更", "change"),
}
FILTER = re.compile(r"(?:f|絞り込み|filter)(?:\s+(.*))?", re.DOTALL)


def register(desk: Desk, target: str | None = None) -> None:
    """List what the filter shows and do what is asked; `target` opens a requirement at once.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    if target is not None:
        _open_at(desk, target)
    wanted, listing = RegisterFilter(), Listing(desk)
    while True:
        shown = filtered(desk, wanted)
        desk.say()
        desk.say(_TITLE.fill(shown=len(shown), all=len(desk.project.requirements)))
        if wanted.active:
            said = wanted.in_words()
            words = listed(said)
            desk.say(_FILTERED.fill(words=words))
        chosen = listing.choose([_line(desk, one) for one in shown], _HINT, _SHORT)
        if leaves(chosen):
            return
        if isinstance(chosen, int):
            edit_requirement(desk, shown[chosen].id)
        elif (match := FILTER.fullmatch(chosen.text)) is not None and chosen.command is None:
            wanted, listing = RegisterFilter.read(match[1] or ""), Listing(desk)
        else:
            _act(desk, chosen, shown)


def filtered(desk: Desk, wanted: RegisterFilter) -> tuple[Requirement, ...]:
    """The requirements that a filter shows."""
    found: set[str] = set()
    if wanted.findings:
        paths = (one.path for one in desk.report.findings)
        found = {
            path.partition("[")[2].partition("]")[0] for path in paths if path.startswith("requirements[")
        }
    return tuple(one for one in desk.project.requirements if wanted.shows(one, found))


def _line(desk: Desk, one: Requirement) -> str:
    withheld = _NOTHING if one.withholding is None else _WITHHELD
    priority = choice_label(one.priority)
    return desk.in_words(_LINE.fill(item=one.item, text=one.statement, priority=priority, withheld=withheld))


def _act(desk: Desk, reply: Reply, shown: tuple[Requirement, ...]) -> None:
    if reply.command is Command.HELP:
        desk.say(_HELP)
    elif reply.command is Command.READY:
        typed = desk.reply(_WORD)
        if typed.command is None:
            offer_statements(desk, None, typed.text)
    elif not heed(desk, reply, "requirements"):
        verb, rest = verb_in(reply.text, _VERBS) or ("", "")
        if verb == "add" and not rest:
            _add(desk)
        elif verb in ("", "add"):
            not_here(desk, reply)
        elif (found := numbers_in(rest, len(shown))) is None:
            desk.say(_NO_ROW)
        else:
            _do(desk, verb, tuple(shown[at] for at in found))


def _do(desk: Desk, verb: str, ones: tuple[Requirement, ...]) -> None:
    match verb:
        case "delete":
            _delete(desk, ones)
        case "many":
            change_many(desk, ones)
        case "merge":
            merge(desk, ones)
        case _ if len(ones) > 1:
            desk.say(_ONE_AT_A_TIME)
        case "copy":
            _copy(desk, ones[0])
        case "split":
            split(desk, ones[0])


def _add(desk: Desk) -> None:
    typed = desk.ask(_ITEM)
    if typed is None:
        return
    item = fold(typed)
    if item not in items():
        desk.say(_NO_ITEM)
        return
    made = write_statement(desk, item)
    if made is not None:
        edit_requirement(desk, made, "priority")


def _delete(desk: Desk, ones: tuple[Requirement, ...]) -> None:
    asked = sum(1 for one in ones if asked_by(desk.project, one.id))
    path = f"requirements[{ones[0].id}]" if len(ones) == 1 else "requirements"
    if not desk.change(delete(desk.project, [one.id for one in ones]), path):
        return
    for one in ones:
        desk.say(_DELETED.fill(text=one.statement))
    if asked:
        desk.say(_ASKED.fill(n=asked))


def _copy(desk: Desk, one: Requirement) -> None:
    if desk.change(duplicate(desk.project, one.id)[0], "requirements"):
        desk.say(_COPIED.fill(text=one.statement))


def _open_at(desk: Desk, path: str) -> None:
    key, _, rest = path.removeprefix("requirements[").partition("]")
    if desk.project.requirement(key) is not None:
        edit_requirement(desk, key, rest.removeprefix(".").partition(".")[0])


def edit_requirement(desk: Desk, requirement: str, first: str = "") -> None:
    """Ask for all parts of a requirement, from the one called `first` on.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    names = [one.name for one in requirement_questions(desk.project)]
    at = names.index(first) if first in names else 0
    while 0 <= at < len(names) and desk.project.requirement(requirement) is not None:
        question = _question(desk, names[at])
        where = place_of(_PLACE, at + 1, len(names))
        move = ask(desk, slot_at(desk, question, f"requirements[{requirement}].{question.name}", where=where))
        at += 1 if move is Move.ON else -1


def _question(desk: Desk, name: str) -> Question:
    return next(one for one in requirement_questions(desk.project) if one.name == name)
