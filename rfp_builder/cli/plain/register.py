"""The requirement register: listed through a filter, opened, added to, copied, deleted."""

from __future__ import annotations

import re

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.cli.plain.asking import ask
from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.everywhere import heed, not_here
from rfp_builder.cli.plain.listing import Listing, leaves
from rfp_builder.cli.plain.replies import Command, Reply
from rfp_builder.cli.plain.slot import Move, slot_at
from rfp_builder.cli.plain.statements import offer_statements, write_statement
from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Phrase
from rfp_builder.model.requirement import Requirement
from rfp_builder.model.shape import items
from rfp_builder.text.fold import fold
from rfp_builder.workspace.register_editing import delete, duplicate
from rfp_builder.workspace.register_filter import RegisterFilter
from rfp_builder.workspace.requirement_questions import requirement_questions

_TITLE = Phrase("== 要件台帳（{shown}件 / 全{all}件） ==", "== Requirement register ({shown} of {all}) ==")
_FILTERED = Phrase("絞り込み: {words}", "Filter: {words}")
_HINT = Phrase(
    "入力: 開く番号、a 要件を追加、+ 要件集から選ぶ、f 語 で絞り込む（f だけで解除）、d 3 削除、c 3 複製"
    " [Enter 続き  < 戻る  m メニュー  q 終了]",
    "Type a number to open it, a to add, + for ready ones, f WORDS to filter (f alone for all), "
    "d 3 to delete, c 3 to copy [Enter more  < back  m menu  q end]",
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
_ITEM = Phrase(
    "入力: 項目の番号（1.1 から 7.5）、< やめる", "Type the number of the item (1.1 to 7.5), < to leave it"
)
_NO_ITEM = Phrase("その番号の項目はありません。", "There is no item of that number.")
_ID = Phrase("要件ID: {id}", "Requirement id: {id}")
_NO_ROW = Phrase("その番号の要件はありません。", "There is no requirement of that number.")
_DELETED = Phrase("削除しました（u で元に戻せます）: {text}", "Deleted (u brings it back): {text}")
_COPIED = Phrase("複製しました: {text}", "Copied: {text}")
_WORD = Phrase(
    "要件集で探す語。Enter だけなら全件、< やめる",
    "Words to look for in the catalogue; Enter for all, < to leave it",
)
_VERB = re.compile(r"([^\s0-9]+)\s*([0-9]{1,6})")
_DELETE = frozenset(("d", "削除", "delete"))
_COPY = frozenset(("c", "複製", "copy"))
_ADD = frozenset(("a", "追加", "add"))
_FILTER = re.compile(r"(?:f|絞り込み|filter)(?:\s+(.*))?", re.DOTALL)


def register(desk: Desk, target: str | None = None) -> None:
    """List what the filter shows and do what is asked; `target` opens a requirement at once.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    if target is not None:
        _open_at(desk, target)
    wanted, listing = RegisterFilter(), Listing(desk)
    while True:
        shown = _shown(desk, wanted)
        desk.say()
        desk.say(_TITLE.fill(shown=len(shown), all=len(desk.project.requirements)))
        if wanted.active:
            said = wanted.in_words()
            words = Phrase("、".join(one.ja for one in said), ", ".join(one.en for one in said))
            desk.say(_FILTERED.fill(words=words))
        chosen = listing.choose([_line(desk, one) for one in shown], _HINT)
        if leaves(chosen):
            return
        if isinstance(chosen, int):
            edit_requirement(desk, shown[chosen].id)
        elif (match := _FILTER.fullmatch(chosen.text)) is not None and chosen.command is None:
            wanted = RegisterFilter.read(match[1] or "")
        else:
            _act(desk, chosen, shown)


def _shown(desk: Desk, wanted: RegisterFilter) -> tuple[Requirement, ...]:
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
    folded = fold(reply.text)
    if reply.command is Command.HELP:
        desk.say(_HELP)
    elif reply.command is Command.READY:
        typed = desk.reply(_WORD)
        if typed.command is None:
            offer_statements(desk, None, typed.text)
    elif heed(desk, reply, "requirements"):
        return
    elif folded in _ADD:
        _add(desk)
    elif (match := _VERB.fullmatch(folded)) is not None and match[1] in _DELETE | _COPY:
        if not 0 < int(match[2]) <= len(shown):
            desk.say(_NO_ROW)
        elif match[1] in _DELETE:
            _delete(desk, shown[int(match[2]) - 1])
        else:
            _copy(desk, shown[int(match[2]) - 1])
    else:
        not_here(desk, reply)


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


def _delete(desk: Desk, one: Requirement) -> None:
    if desk.change(delete(desk.project, (one.id,)), "requirements"):
        desk.say(_DELETED.fill(text=one.statement))


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
    desk.say()
    desk.say(_ID.fill(id=requirement))
    names = [one.name for one in requirement_questions(desk.project)]
    at = names.index(first) if first in names else 0
    while 0 <= at < len(names) and desk.project.requirement(requirement) is not None:
        question = _question(desk, names[at])
        move = ask(desk, slot_at(desk, question, f"requirements[{requirement}].{question.name}"))
        at += 1 if move is Move.ON else -1


def _question(desk: Desk, name: str) -> Question:
    return next(one for one in requirement_questions(desk.project) if one.name == name)
